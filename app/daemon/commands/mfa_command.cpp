#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/mfa_rule.h"

#include <array>
#include <utility>

namespace sallyport::daemon {
namespace mfa_command_command {
namespace {

using identity::UserQuery;

Fields fieldsOf(std::string_view role, const Field& required, const identity::MfaFigures& figures)
{
    const double percent = 100.0 * identity::coveredShare(figures);
    return {textField("role", role),
            required,
            numberField("users", figures.users),
            numberField("with_factor", figures.withFactor),
            decimalField("percent", percent, 1),
            numberField("in_grace", figures.inGrace),
            numberField("overdue", figures.overdue),
            numberField("few_codes", figures.fewCodes)};
}

Result<void> coverage(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::MfaCoverage counted, backend->services().mfa.coverage(commandLine()));
    if (!output.json())
        output.record({mark("role"), mark("required"), mark("users"), mark("with factor"), mark("percent"), mark("in grace"),
                       mark("overdue"), mark("few codes")});
    output.row(fieldsOf("(all)", Field{"required", "-", "null"}, counted.all));
    for (const identity::RoleCoverage& role : counted.roles)
        output.row(fieldsOf(role.role, flagField("required", role.required, "yes", "no"), role.figures));
    return {};
}

Result<void> missing(const Arguments& arguments, const Platform& platform, Output& output)
{
    constexpr std::array<std::pair<std::string_view, UserQuery::Mfa>, 4> states{{{"off", UserQuery::Mfa::Off},
                                                                                 {"due", UserQuery::Mfa::Due},
                                                                                 {"overdue", UserQuery::Mfa::Overdue},
                                                                                 {"few_codes", UserQuery::Mfa::FewCodes}}};
    UserQuery query;
    const std::string wanted = arguments.valueOr("state", "off");
    for (const auto& [word, state] : states)
        if (word == wanted)
            query.mfa = state;
    if (query.mfa == UserQuery::Mfa::Any)
        return wordError("--state", wanted, {"off", "due", "overdue", "few_codes"});
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    query.limit = 200;
    query.status = identity::UserStatus::Active; // whom the coverage counts
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const identity::UserPage page, backend->services().users.list(commandLine(), query));
        for (const identity::User& user : page.users) {
            const auto deadline = identity::mfaDeadlineOf(user, *backend->services().settings.values());
            output.row({textField("id", user.id.text()), textField("email", user.email), textField("name", user.name),
                        timeField("deadline", deadline), numberField("recovery_codes_left", user.recoveryCodesLeft)});
        }
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> enrol(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    SALLYPORT_ASSIGN(const identity::MfaEnrolment enrolment, backend->services().mfa.begin(commandLine(), user.id));
    output.facts({textField("issuer", enrolment.issuer), textField("account", enrolment.account)});
    output.secret("key", "key\t", enrolment.manualKey);
    output.secret("url", "url\t", enrolment.otpauthUrl);
    output.facts({timeField("until", enrolment.expiresAt)});
    return finishOr(output, [&]() -> std::string {
        (void) backend->services().mfa.abandon(commandLine(), user.id); // it ends by itself within minutes
        return "the key could not be shown and counts for nothing";
    });
}

Result<void> confirm(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string file = arguments.valueOr("code-file", "-");
    if (!arguments.flag("code-file")) // else it is an option like the other
        SALLYPORT_TRY(onlyOneFromStandardInput(arguments, file, "the code"));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    Services& services = backend->services();
    SALLYPORT_ASSIGN(const identity::User user, findUser(services, arguments.positional()[0]));
    SALLYPORT_ASSIGN(const SecretBytes code, readSecretFile(file));
    SALLYPORT_ASSIGN(const std::vector<SecretBytes> codes, services.mfa.confirm(commandLine(), user.id, code.view()));
    for (const SecretBytes& recovery : codes)
        output.secret("recovery_codes", "recovery-code\t", recovery, {}, true);
    return finishOr(output, [&]() -> std::string {
        // Resetting takes passkeys away too: those the user had before.
        if (user.passkeys == 0 && services.users.apply(commandLine(), user.id, identity::UserAction::ResetMfa))
            return "the recovery codes could not be shown, and the authenticator app is not set up";
        return "the authenticator app is set up, but its recovery codes could not be shown: the user makes new ones";
    });
}

Result<void> devices(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional().front()));
    SALLYPORT_ASSIGN(const auto trusted, backend->services().mfa.trustedDevices(commandLine(), user.id));
    output.beginList();
    for (const identity::TrustedDevice& device : trusted)
        output.row({textField("id", device.id.text()), timeField("last_used_at", device.lastUsedAt),
                    timeField("expires_at", device.expiresAt), textField("address", device.address),
                    textField("user_agent", device.userAgent)});
    return {};
}

Result<void> forgetDevice(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    for (const std::string& id : arguments.positional())
        SALLYPORT_TRY(backend->services().mfa.forgetDevice(commandLine(), DeviceId(id)));
    return {};
}

} // namespace
} // namespace mfa_command_command

std::vector<Command> mfaCommands()
{
    using namespace mfa_command_command;
    return {
        {"mfa coverage",
         Operands::none(),
         "Who has a second factor, by role: users, with factor, percent, in grace, overdue, few codes",
         {dataDirectoryOption, passphraseFileOption},
         coverage},
        {"mfa missing",
         Operands::none(),
         "Users by their second factor: id, e-mail, name, deadline, recovery codes left",
         {dataDirectoryOption, passphraseFileOption, {"state", "STATE", "off (default), due, overdue or few_codes"}},
         missing},
        {"mfa enrol",
         Operands::one("USER"),
         "Begin to set up an authenticator app: prints its key and URL, once",
         {dataDirectoryOption, passphraseFileOption},
         enrol},
        {"mfa confirm",
         Operands::one("USER"),
         "End that with a code of the app; prints the recovery codes, once",
         {dataDirectoryOption, passphraseFileOption, {"code-file", "FILE", "first line is the code; default: standard input"}},
         confirm},
        {"mfa devices",
         Operands::one("USER"),
         "A user's trusted devices: id, last used, until, address, user agent",
         {dataDirectoryOption, passphraseFileOption},
         devices},
        {"mfa forget-device",
         Operands::some("ID..."),
         "Trust devices no longer",
         {dataDirectoryOption, passphraseFileOption},
         forgetDevice}};
}

} // namespace sallyport::daemon
