#include "app/daemon/command.h"
#include "backend/base/time_format.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

void print(const identity::Session& session)
{
    std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\n", session.id.text().c_str(), session.userEmail.c_str(),
                toRfc3339(session.createdAt).c_str(), toRfc3339(session.lastUsedAt).c_str(), session.address.c_str(),
                session.mfa ? "mfa" : "no-mfa", session.userAgent.c_str());
}

Result<void> list(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    identity::SessionQuery query;
    query.text = arguments.valueOr("q", {});
    query.limit = 200;
    do {
        SALLYPORT_ASSIGN(const identity::SessionPage page, backend->services().sessions.listAll(commandLine(), query));
        for (const identity::Session& session : page.sessions)
            print(session);
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    return {};
}

Result<void> end(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().empty())
        return usageError("name the sessions by id (see session list)");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    std::vector<SessionId> ids;
    for (const std::string& id : arguments.positional())
        ids.emplace_back(id);
    SALLYPORT_ASSIGN(const std::int64_t ended, backend->services().sessions.endMany(commandLine(), ids));
    std::printf("%lld\n", static_cast<long long>(ended));
    if (static_cast<std::size_t>(ended) < ids.size())
        return makeError(ErrorCode::NotFound, "some of these sessions are not there (any more)");
    return {};
}

Result<void> endAll(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::int64_t ended, backend->services().sessions.endEverybodys(commandLine()));
    std::printf("%lld\n", static_cast<long long>(ended));
    return {};
}

} // namespace

std::vector<Command> sessionCommands()
{
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    return {
        {"session list",
         "",
         "Sessions: id, e-mail, signed in, last used, address, second factor, user agent",
         {dataDirectoryOption, passphraseFileOption, {"q", "TEXT", "part of a name, e-mail address, address or user agent"}},
         list},
        {"session end", "ID...", "End sessions", options, end},
        {"session end-all", "", "End everybody's sessions, the console's too", options, endAll},
    };
}

} // namespace sallyport::daemon
