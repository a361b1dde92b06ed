#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "app/daemon/lookup.h"
#include "backend/base/utf8.h"
#include "backend/identity/users/bulk_action.h"

#include <set>

namespace sallyport::daemon {
namespace user_bulk_command_command {
namespace {

using identity::BulkAction;

constexpr std::size_t usersLimit = 1'000'000;
constexpr std::size_t nameLimit = 254;   ///< of an e-mail address (RFC 5321)
constexpr std::size_t lineLimit = 4'096; ///< with what `user list` prints after the id

/// One line of the list; nothing for an empty one.
Result<void> takeName(std::vector<std::string>& names, std::string_view line)
{
    std::string name(trimAscii(line.substr(0, line.find('\t'))));
    if (name.empty())
        return {};
    if (name.size() > nameLimit)
        return makeError(ErrorCode::InvalidArgument, "a line is no e-mail address and no id");
    if (names.size() == usersLimit)
        return makeError(ErrorCode::LimitReached, "at most 1,000,000 users at a time");
    names.push_back(std::move(name));
    return {};
}

/// The users that a file names, one a line; empty lines and what follows a tab are passed over, so that the output of
/// `user list` will do.
Result<std::vector<std::string>> namesFrom(const std::string& file)
{
    SALLYPORT_ASSIGN(InputFile input, InputFile::open(file));
    std::vector<std::string> names;
    std::string rest;
    for (;;) {
        SALLYPORT_ASSIGN(const std::string piece, input.next());
        if (piece.empty())
            break;
        rest += piece;
        std::size_t start = 0;
        for (std::size_t end; (end = rest.find('\n', start)) != rest.npos; start = end + 1)
            SALLYPORT_TRY(takeName(names, std::string_view(rest).substr(start, end - start)));
        rest.erase(0, start);
        if (rest.size() > lineLimit)
            return makeError(ErrorCode::Unavailable, "the list of users has a line that is too long");
    }
    SALLYPORT_TRY(takeName(names, rest));
    return names;
}

Result<BulkAction> actionOf(const Arguments& arguments)
{
    std::optional<BulkAction> action = identity::bulkActionOf(arguments.positional()[0]);
    if (!action)
        return wordError("the action", arguments.positional()[0], identity::bulkActionWords());
    action->role = arguments.valueOr("role", {});
    if (action->changesRole() == action->role.empty())
        return usageError(action->role.empty() ? "--role says which role" : "--role is for give-role and take-role");
    return std::move(*action);
}

/// What the list called the user, then `ok`, `unchanged` (the role was there, or gone, already) or `failed` with code and why.
bool tell(Output& output, const std::string& name, const Result<bool>& result)
{
    if (result) {
        output.row({textField("name", name), textField("result", *result ? "ok" : "unchanged")});
        return true;
    }
    const Error& error = result.error();
    output.row({textField("name", name), textField("result", "failed"),
                textField("code", error.word.empty() ? errorWord(error.code) : std::string_view(error.word)),
                textField("detail", error.detail)});
    return false;
}

Result<void> bulk(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const BulkAction action, actionOf(arguments));
    const std::string file = arguments.valueOr("from", "-");
    SALLYPORT_TRY(onlyOneFromStandardInput(arguments, file, "the list"));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<std::string> names, namesFrom(file));
    SALLYPORT_TRY(identity::mayAtAll(backend->services().roles, commandLine(), action));
    output.beginList();
    std::set<std::string> seen;
    std::size_t failures = 0;
    for (const std::string& name : names) {
        const Result<identity::User> user = findUser(backend->services(), name);
        if (user && !seen.insert(user->id.text()).second)
            continue; // named twice
        const Result<bool> result =
            user ? identity::applyTo(backend->services().users, commandLine(), user->id, action) : Result<bool>(user.error());
        failures += tell(output, name, result) ? 0 : 1;
    }
    if (failures == 0)
        return {};
    return makeError(ErrorCode::Conflict,
                     std::to_string(failures) + (failures == 1 ? " user was" : " users were") + " not changed");
}

} // namespace
} // namespace user_bulk_command_command

std::vector<Command> userBulkCommands()
{
    using namespace user_bulk_command_command;
    return {
        {"user bulk",
         Operands::one("ACTION"),
         "Do one thing to many users, named by e-mail address or id, one a line: disable, enable, unlock, reset-mfa, "
         "revoke-sessions, delete, give-role, take-role; prints what became of each",
         {dataDirectoryOption,
          passphraseFileOption,
          {"role", "ROLE", "for give-role and take-role; the other roles stay"},
          {"from", "FILE", "who; - is standard input, and the default"}},
         bulk},
    };
}

} // namespace sallyport::daemon
