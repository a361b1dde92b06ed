#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"
#include "app/daemon/shown_time.h"

namespace sallyport::daemon {
namespace user_command_command {
namespace {

using identity::UserAction;

std::string_view statusText(const identity::User& user)
{
    switch (user.status) {
    case identity::UserStatus::Active: return "active";
    case identity::UserStatus::Disabled: return "disabled";
    case identity::UserStatus::Invited: return "invited";
    }
    return "unknown";
}

Fields fieldsOf(const identity::User& user)
{
    return {textField("id", user.id.text()),
            textField("email", user.email),
            textField("name", user.name),
            wordsField("roles", user.roles),
            textField("status", statusText(user)),
            flagField("mfa", user.mfaEnabled, "mfa", "no-mfa"),
            timeField("last_sign_in_at", user.lastSignInAt)};
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(identity::UserQuery query, userFilters(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const identity::UserPage page, backend->services().users.list(commandLine(), query));
        for (const identity::User& user : page.users)
            output.row(fieldsOf(user));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> add(const Arguments& arguments, const Platform& platform, Output& output)
{
    if (arguments.value("password-file") && arguments.value("password-hash-file"))
        return usageError("a user has a password or its hash, not both");
    identity::NewUser user;
    user.email = arguments.valueOr("email", {});
    user.name = arguments.valueOr("name", {});
    user.department = arguments.valueOr("department", {});
    user.roles = split(arguments.valueOr("roles", "viewer"));
    if (const auto file = arguments.value("password-file")) {
        SALLYPORT_ASSIGN(SecretBytes password, readSecretFile(*file));
        user.password = std::move(password);
    }
    if (const auto file = arguments.value("password-hash-file")) {
        SALLYPORT_ASSIGN(const SecretBytes hash, readSecretFile(*file));
        user.passwordHash = std::string(hash.view());
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::Users::Created created, backend->services().users.create(commandLine(), std::move(user)));
    output.record(fieldsOf(created.user));
    if (!created.invitation)
        return {};
    output.secret("invitation", "invitation ", created.invitation->token);
    return finishOr(output, [&]() -> std::string {
        const auto removed = backend->services().users.apply(commandLine(), created.user.id, UserAction::Delete);
        return removed ? "the invitation could not be shown, and the user was not added"
                       : "the invitation could not be shown; user reset-password makes another one";
    });
}

Result<void> withUser(const Arguments& arguments, const Platform& platform, Output& output,
                      Result<void> (*work)(Services&, const identity::User&, const Arguments&))
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_TRY(work(backend->services(), user, arguments));
    if (const auto now = backend->services().users.read(commandLine(), user.id))
        output.record(fieldsOf(*now));
    return {};
}

template <UserAction Action>
Result<void> apply(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withUser(arguments, platform, output, [](Services& services, const identity::User& user, const Arguments&) {
        return services.users.apply(commandLine(), user.id, Action);
    });
}

Result<void> startReset(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_ASSIGN(const identity::OneTimeLink link, backend->services().users.resetPassword(commandLine(), user.id));
    output.secret("reset", "reset ", link.token, "\tuntil " + shownTime(link.expiresAt));
    output.record({timeField("until", link.expiresAt).jsonOnly()});
    if (const auto now = backend->services().users.read(commandLine(), user.id))
        output.record(fieldsOf(*now));
    return finishOr(output, [] {
        return std::string("the code could not be shown: the same command makes another one, and this one "
                           "is worth nothing then");
    });
}

Result<void> notices(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_ASSIGN(const auto told, backend->services().notices.list(commandLine(), user.id));
    output.beginList();
    for (const identity::Notice& notice : told)
        output.row({timeField("at", notice.at), textField("kind", notice.kind),
                    flagField("read", notice.readAt.has_value(), "read", "unread"), orDash("address", notice.address),
                    orDash("by", notice.by),
                    orDash("detail", notice.failures > 0 ? std::to_string(notice.failures) : notice.detail),
                    orDash("user_agent", notice.userAgent)});
    return {};
}

Result<void> setRoles(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withUser(arguments, platform, output,
                    [](Services& services, const identity::User& user, const Arguments& given) -> Result<void> {
                        SALLYPORT_TRY(services.users.setRoles(
                            commandLine(), user.id, identity::withTheirEnds(split(given.positional()[1]), user.assignments)));
                        return {};
                    });
}

} // namespace
} // namespace user_command_command

std::vector<Command> userCommands()
{
    using namespace user_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const Operands who = Operands::one("EMAIL|ID");
    return {
        {"user list",
         Operands::none(),
         "Users: id, e-mail, name, roles, status, second factor, last sign-in",
         {dataDirectoryOption, passphraseFileOption, userTextOption, inactiveDaysOption},
         list},
        {"user add",
         Operands::none(),
         "Add a user; without a password file prints an invitation, once",
         {dataDirectoryOption,
          passphraseFileOption,
          {"email", "EMAIL", "how the user signs in", true},
          {"name", "NAME", "the user's name", true},
          {"roles", "ROLE,...", "default: viewer"},
          {"department", "TEXT", "where the user belongs"},
          {"password-file", "FILE", "first line is the password; - reads standard input"},
          {"password-hash-file", "FILE", "first line is the hash of the password from another system; - reads standard input"}},
         add},
        {"user disable", who, "Disable a user; the sessions end", options, apply<UserAction::Disable>},
        {"user enable", who, "Enable a user again", options, apply<UserAction::Enable>},
        {"user unlock", who, "Let a user sign in again at once", options, apply<UserAction::Unlock>},
        {"user reset-password", who, "Print a single-use code for a new password, once; the old one works until it is used",
         options, startReset},
        {"user reset-mfa", who, "Take the second factor away; the sessions end", options, apply<UserAction::ResetMfa>},
        {"user revoke-sessions", who, "End all sessions of a user", options, apply<UserAction::RevokeSessions>},
        {"user delete", who, "Delete a user", options, apply<UserAction::Delete>},
        {"user notices", who, "What a user was told: time, kind, read or not, address, by whom, detail or failures, user agent",
         options, notices},
        {"user set-roles", Operands::exactly(2, "EMAIL|ID ROLE,..."), "Give a user other roles", options, setRoles},
    };
}

} // namespace sallyport::daemon
