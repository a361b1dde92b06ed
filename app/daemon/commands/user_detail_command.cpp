#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/role_fields.h"
#include "app/daemon/shown_time.h"

#include <charconv>
#include <utility>

namespace sallyport::daemon {
namespace user_detail_command_command {
namespace {

void printAll(Output& output, const identity::User& user)
{
    const char* status = user.status == identity::UserStatus::Active     ? "active"
                         : user.status == identity::UserStatus::Disabled ? "disabled"
                                                                         : "invited";
    const Field noAge{"age", "-", "null"};
    output.facts({textField("id", user.id.text()), textField("email", user.email), orDash("name", user.name),
                  user.age ? numberField("age", *user.age) : noAge, orDash("department", user.department),
                  wordsField("roles", user.roles).shownAs(shownRoles(user)).orDash(), roleEndsField(user),
                  textField("status", status), flagField("authenticator_app", user.authenticatorApp, "yes", "no"),
                  numberField("passkeys", user.passkeys), numberField("recovery_codes_left", user.recoveryCodesLeft),
                  timeField("mfa_required_since", user.mfaRequiredSince), timeField("locked_until", user.lockedUntil),
                  timeField("last_sign_in", user.lastSignInAt), orDash("last_sign_in_address", user.lastSignInAddress),
                  timeField("password_changed", user.passwordChangedAt),
                  timeField("created", user.createdAt).shownAs(shownTime(user.createdAt) + " by " + user.createdBy),
                  textField("created_by", user.createdBy).jsonOnly(), timeField("changed", user.updatedAt)});
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    printAll(output, user);
    return {};
}

Result<void> permissions(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_ASSIGN(const auto held, backend->services().users.permissions(commandLine(), user.id));
    output.beginList();
    for (const identity::HeldPermission& one : held) {
        std::vector<std::string> ways;
        for (const auto& source : one.sources) {
            std::string way;
            for (const std::string& role : source.way)
                way += (way.empty() ? "" : ">") + role;
            ways.push_back(std::move(way));
        }
        output.row({textField("permission", access::info(one.permission).word), wordsField("ways", ways)});
    }
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

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output)
{
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
    printAll(output, changed);
    return {};
}

} // namespace
} // namespace user_detail_command_command

std::vector<Command> userDetailCommands()
{
    using namespace user_detail_command_command;
    return {
        {"user show",
         Operands::one("EMAIL|ID"),
         "Everything about one user but the secrets",
         {dataDirectoryOption, passphraseFileOption},
         show},
        {"user permissions",
         Operands::one("EMAIL|ID"),
         "What a user may do now, and on which ways from role to role: permission, ways",
         {dataDirectoryOption, passphraseFileOption},
         permissions},
        {"user change",
         Operands::one("EMAIL|ID"),
         "Change what is known of a user",
         {dataDirectoryOption,
          passphraseFileOption,
          {"name", "NAME", "the user's name"},
          {"email", "EMAIL", "how the user signs in from now on"},
          {"age", "YEARS", "or none"},
          {"department", "TEXT", "where the user belongs; empty for nowhere"}},
         change},
    };
}

} // namespace sallyport::daemon
