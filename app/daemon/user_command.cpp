#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"
#include "backend/base/time_format.h"

#include <cstdio>

namespace sallyport::daemon {
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

void printUser(const identity::User& user)
{
    std::printf("%s\t%s\t%s\t%s\t%.*s\t%s\t%s\n", user.id.text().c_str(), user.email.c_str(), user.name.c_str(),
                joined(user.roles).c_str(), static_cast<int>(statusText(user).size()), statusText(user).data(),
                user.mfaEnabled ? "mfa" : "no-mfa", user.lastSignInAt ? toRfc3339(*user.lastSignInAt).c_str() : "-");
}

Result<void> list(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(identity::UserQuery query, userFilters(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    do {
        SALLYPORT_ASSIGN(const identity::UserPage page, backend->services().users.list(commandLine(), query));
        for (const identity::User& user : page.users)
            printUser(user);
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    return {};
}

Result<void> add(const Arguments& arguments, const Platform& platform)
{
    if (arguments.value("password-file") == std::optional<std::string>("-") &&
        arguments.value("passphrase-file") == std::optional<std::string>("-"))
        return usageError("only one of the two secrets can come from standard input");
    identity::NewUser user;
    user.email = arguments.valueOr("email", {});
    user.name = arguments.valueOr("name", {});
    user.department = arguments.valueOr("department", {});
    user.roles = split(arguments.valueOr("roles", "viewer"));
    if (const auto file = arguments.value("password-file")) {
        SALLYPORT_ASSIGN(SecretBytes password, readSecretFile(*file));
        user.password = std::move(password);
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::Users::Created created, backend->services().users.create(commandLine(), std::move(user)));
    printUser(created.user);
    if (created.invitation)
        std::printf("invitation %.*s\n", static_cast<int>(created.invitation->token.size()),
                    created.invitation->token.view().data());
    return {};
}

Result<void> withUser(const Arguments& arguments, const Platform& platform,
                      Result<void> (*work)(Services&, const identity::User&, const Arguments&))
{
    if (arguments.positional().empty())
        return usageError("name the user by e-mail address or id");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_TRY(work(backend->services(), user, arguments));
    if (const auto now = backend->services().users.read(commandLine(), user.id))
        printUser(*now);
    return {};
}

template <UserAction Action>
Result<void> apply(const Arguments& arguments, const Platform& platform)
{
    return withUser(arguments, platform, [](Services& services, const identity::User& user, const Arguments&) {
        return services.users.apply(commandLine(), user.id, Action);
    });
}

Result<void> startReset(const Arguments& arguments, const Platform& platform)
{
    return withUser(arguments, platform, [](Services& services, const identity::User& user, const Arguments&) -> Result<void> {
        SALLYPORT_ASSIGN(const identity::OneTimeLink link, services.users.resetPassword(commandLine(), user.id));
        std::printf("reset %.*s\tuntil %s\n", static_cast<int>(link.token.size()), link.token.view().data(),
                    toRfc3339(link.expiresAt).c_str());
        return {};
    });
}

Result<void> notices(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("name the user by e-mail address or id");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_ASSIGN(const auto told, backend->services().notices.list(commandLine(), user.id));
    const auto orDash = [](const std::string& text) { return text.empty() ? "-" : text.c_str(); };
    for (const identity::Notice& notice : told)
        std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\n", toRfc3339(notice.at).c_str(), notice.kind.c_str(),
                    notice.readAt ? "read" : "unread", orDash(notice.address), orDash(notice.by),
                    notice.failures > 0 ? std::to_string(notice.failures).c_str() : orDash(notice.detail),
                    orDash(notice.userAgent));
    return {};
}

Result<void> setRoles(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 2)
        return usageError("user set-roles takes the user and ROLE,ROLE...");
    return withUser(arguments, platform,
                    [](Services& services, const identity::User& user, const Arguments& given) -> Result<void> {
                        SALLYPORT_TRY(services.users.setRoles(commandLine(), user.id, split(given.positional()[1])));
                        return {};
                    });
}

} // namespace

std::vector<Command> userCommands()
{
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const std::string_view who = "EMAIL|ID";
    return {
        {"user list",
         "",
         "Users: id, e-mail, name, roles, status, second factor, last sign-in",
         {dataDirectoryOption, passphraseFileOption, userTextOption, inactiveDaysOption},
         list},
        {"user add",
         "",
         "Add a user; without a password file prints an invitation, once",
         {dataDirectoryOption,
          passphraseFileOption,
          {"email", "EMAIL", "how the user signs in", true},
          {"name", "NAME", "the user's name", true},
          {"roles", "ROLE,...", "default: viewer"},
          {"department", "TEXT", "where the user belongs"},
          {"password-file", "FILE", "first line is the password; - reads standard input"}},
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
        {"user set-roles", "EMAIL|ID ROLE,...", "Give a user other roles", options, setRoles},
    };
}

} // namespace sallyport::daemon
