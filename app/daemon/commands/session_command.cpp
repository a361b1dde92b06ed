#include "app/daemon/command.h"
#include "backend/base/time_format.h"

namespace sallyport::daemon {
namespace session_command_command {
namespace {

Fields fieldsOf(const identity::Session& session)
{
    return {textField("id", session.id.text()),         textField("email", session.userEmail),
            timeField("created_at", session.createdAt), timeField("last_used_at", session.lastUsedAt),
            textField("address", session.address),      flagField("mfa", session.mfa, "mfa", "no-mfa"),
            textField("user_agent", session.userAgent)};
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    identity::SessionQuery query;
    query.text = arguments.valueOr("q", {});
    query.limit = 200;
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const identity::SessionPage page, backend->services().sessions.listAll(commandLine(), query));
        for (const identity::Session& session : page.sessions)
            output.row(fieldsOf(session));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> end(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    std::vector<SessionId> ids;
    for (const std::string& id : arguments.positional())
        ids.emplace_back(id);
    SALLYPORT_ASSIGN(const std::int64_t ended, backend->services().sessions.endMany(commandLine(), ids));
    output.record({numberField("ended", ended)});
    if (static_cast<std::size_t>(ended) < ids.size())
        return makeError(ErrorCode::NotFound, "some of these sessions are not there (any more)");
    return {};
}

Result<void> endAll(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::int64_t ended, backend->services().sessions.endEverybodys(commandLine()));
    output.record({numberField("ended", ended)});
    return {};
}

} // namespace
} // namespace session_command_command

std::vector<Command> sessionCommands()
{
    using namespace session_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    return {
        {"session list",
         Operands::none(),
         "Sessions: id, e-mail, signed in, last used, address, second factor, user agent",
         {dataDirectoryOption, passphraseFileOption, {"q", "TEXT", "part of a name, e-mail address, address or user agent"}},
         list},
        {"session end", Operands::some("ID..."), "End sessions", options, end},
        {"session end-all", Operands::none(), "End everybody's sessions, the console's too", options, endAll},
    };
}

} // namespace sallyport::daemon
