#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/base/time_format.h"

#include <charconv>
#include <cstdio>
#include <utility>

namespace sallyport::daemon {
namespace {

std::string timeOrDash(std::optional<UtcTime> time)
{
    return time ? toRfc3339(*time) : "-";
}

void printAll(const identity::User& user)
{
    const char* status = user.status == identity::UserStatus::Active     ? "active"
                         : user.status == identity::UserStatus::Disabled ? "disabled"
                                                                         : "invited";
    const std::pair<const char*, std::string> lines[] = {{"id", user.id.text()},
                                                         {"email", user.email},
                                                         {"name", user.name},
                                                         {"age", user.age ? std::to_string(*user.age) : std::string()},
                                                         {"department", user.department},
                                                         {"roles", joined(user.roles)},
                                                         {"status", status},
                                                         {"authenticator-app", user.authenticatorApp ? "yes" : "no"},
                                                         {"passkeys", std::to_string(user.passkeys)},
                                                         {"recovery-codes-left", std::to_string(user.recoveryCodesLeft)},
                                                         {"mfa-required-since", timeOrDash(user.mfaRequiredSince)},
                                                         {"locked-until", timeOrDash(user.lockedUntil)},
                                                         {"last-sign-in", timeOrDash(user.lastSignInAt)},
                                                         {"last-sign-in-address", user.lastSignInAddress},
                                                         {"password-changed", timeOrDash(user.passwordChangedAt)},
                                                         {"created", toRfc3339(user.createdAt) + " by " + user.createdBy},
                                                         {"changed", toRfc3339(user.updatedAt)}};
    for (const auto& [name, value] : lines)
        std::printf("%s\t%s\n", name, value.empty() ? "-" : value.c_str());
}

Result<void> show(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("name the user by e-mail address or id");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    printAll(user);
    return {};
}

Result<std::optional<int>> ageOf(const std::string& text)
{
    if (text == "none")
        return std::optional<int>();
    int age = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), age);
    if (error != std::errc() || end != text.data() + text.size())
        return usageError("--age is a number or none");
    return std::optional(age);
}

Result<void> change(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("name the user by e-mail address or id");
    identity::UserPatch patch;
    patch.name = arguments.value("name");
    patch.email = arguments.value("email");
    patch.department = arguments.value("department");
    if (const auto age = arguments.value("age")) {
        SALLYPORT_ASSIGN(patch.age, ageOf(*age));
    }
    if (!patch.name && !patch.email && !patch.department && !patch.age)
        return usageError("say what changes: --name, --email, --age or --department");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_ASSIGN(const identity::User changed, backend->services().users.update(commandLine(), user.id, patch));
    printAll(changed);
    return {};
}

Result<void> listRoles(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<access::Role> roles, backend->services().roles.list(commandLine()));
    for (const access::Role& role : roles) {
        std::vector<std::string> words;
        for (const access::PermissionInfo& permission : access::permissions())
            if (role.permissions.has(permission.permission))
                words.emplace_back(permission.word);
        std::printf("%s\t%s\t%lld\t%s\n", role.name.c_str(), role.title.c_str(), static_cast<long long>(role.members),
                    joined(words).c_str());
    }
    return {};
}

} // namespace

std::vector<Command> userDetailCommands()
{
    return {
        {"user show", "EMAIL|ID", "Everything about one user but the secrets", {dataDirectoryOption, passphraseFileOption}, show},
        {"user change",
         "EMAIL|ID",
         "Change what is known of a user",
         {dataDirectoryOption,
          passphraseFileOption,
          {"name", "NAME", "the user's name"},
          {"email", "EMAIL", "how the user signs in from now on"},
          {"age", "YEARS", "or none"},
          {"department", "TEXT", "where the user belongs; empty for nowhere"}},
         change},
        {"role list", "", "Roles: name, title, members, permissions", {dataDirectoryOption, passphraseFileOption}, listRoles},
    };
}

} // namespace sallyport::daemon
