#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/mfa_rule.h"

#include <array>
#include <cstdio>
#include <utility>

namespace sallyport::daemon {
namespace {

using identity::UserQuery;

void print(const char* name, const char* rule, const identity::MfaFigures& figures)
{
    const double percent =
        figures.users == 0 ? 100.0 : 100.0 * static_cast<double>(figures.withFactor) / static_cast<double>(figures.users);
    std::printf("%s\t%s\t%lld\t%lld\t%.1f\t%lld\t%lld\t%lld\n", name, rule, static_cast<long long>(figures.users),
                static_cast<long long>(figures.withFactor), percent, static_cast<long long>(figures.inGrace),
                static_cast<long long>(figures.overdue), static_cast<long long>(figures.fewCodes));
}

Result<void> coverage(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::MfaCoverage counted, backend->services().mfa.coverage(commandLine()));
    std::printf("role\trequired\tusers\twith factor\tpercent\tin grace\toverdue\tfew codes\n");
    print("(all)", "-", counted.all);
    for (const identity::RoleCoverage& role : counted.roles)
        print(role.role.c_str(), role.required ? "yes" : "no", role.figures);
    return {};
}

Result<void> missing(const Arguments& arguments, const Platform& platform)
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
        return usageError("--state is one of off, due, overdue and few_codes");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    query.limit = 200;
    do {
        SALLYPORT_ASSIGN(const identity::UserPage page, backend->services().users.list(commandLine(), query));
        for (const identity::User& user : page.users) {
            const auto deadline = identity::mfaDeadlineOf(user, *backend->services().settings.values());
            std::printf("%s\t%s\t%s\t%s\t%d\n", user.id.text().c_str(), user.email.c_str(), user.name.c_str(),
                        deadline ? toRfc3339(*deadline).c_str() : "-", user.recoveryCodesLeft);
        }
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    return {};
}

Result<void> withUser(const Arguments& arguments, const Platform& platform,
                      Result<void> (*work)(Services&, const identity::User&, const Arguments&))
{
    if (arguments.positional().size() != 1)
        return usageError("name the user by e-mail address or id");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional()[0]));
    return work(backend->services(), user, arguments);
}

void printSecret(const char* name, const SecretBytes& secret)
{
    std::printf("%s\t%.*s\n", name, static_cast<int>(secret.size()), secret.view().data());
}

Result<void> enrol(const Arguments& arguments, const Platform& platform)
{
    return withUser(arguments, platform, [](Services& services, const identity::User& user, const Arguments&) -> Result<void> {
        SALLYPORT_ASSIGN(const identity::MfaEnrolment enrolment, services.mfa.begin(commandLine(), user.id));
        printSecret("key", enrolment.manualKey);
        printSecret("url", enrolment.otpauthUrl);
        std::printf("until\t%s\n", toRfc3339(enrolment.expiresAt).c_str());
        return {};
    });
}

Result<void> confirm(const Arguments& arguments, const Platform& platform)
{
    const std::string file = arguments.valueOr("code-file", "-");
    if (file == "-" && arguments.value("passphrase-file") == std::optional<std::string>("-"))
        return usageError("only one of code and passphrase can come from standard input");
    return withUser(
        arguments, platform, [](Services& services, const identity::User& user, const Arguments& given) -> Result<void> {
            SALLYPORT_ASSIGN(const SecretBytes code, readSecretFile(given.valueOr("code-file", "-")));
            SALLYPORT_ASSIGN(const std::vector<SecretBytes> codes, services.mfa.confirm(commandLine(), user.id, code.view()));
            for (const SecretBytes& recovery : codes)
                printSecret("recovery-code", recovery);
            return {};
        });
}

Result<void> devices(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("name the user by e-mail address or id");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional().front()));
    SALLYPORT_ASSIGN(const auto trusted, backend->services().mfa.trustedDevices(commandLine(), user.id));
    for (const identity::TrustedDevice& device : trusted)
        std::printf("%s\t%s\t%s\t%s\t%s\n", device.id.text().c_str(), toRfc3339(device.lastUsedAt).c_str(),
                    toRfc3339(device.expiresAt).c_str(), device.address.c_str(), device.userAgent.c_str());
    return {};
}

Result<void> forgetDevice(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().empty())
        return usageError("name the devices by id (see mfa devices)");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    for (const std::string& id : arguments.positional())
        SALLYPORT_TRY(backend->services().mfa.forgetDevice(commandLine(), DeviceId(id)));
    return {};
}

} // namespace

std::vector<Command> mfaCommands()
{
    return {
        {"mfa coverage",
         "",
         "Who has a second factor, by role: users, with factor, percent, in grace, overdue, few codes",
         {dataDirectoryOption, passphraseFileOption},
         coverage},
        {"mfa missing",
         "",
         "Users by their second factor: id, e-mail, name, deadline, recovery codes left",
         {dataDirectoryOption, passphraseFileOption, {"state", "STATE", "off (default), due, overdue or few_codes"}},
         missing},
        {"mfa enrol",
         "USER",
         "Begin to set up an authenticator app: prints its key and URL, once",
         {dataDirectoryOption, passphraseFileOption},
         enrol},
        {"mfa confirm",
         "USER",
         "End that with a code of the app; prints the recovery codes, once",
         {dataDirectoryOption, passphraseFileOption, {"code-file", "FILE", "first line is the code; default: standard input"}},
         confirm},
        {"mfa devices",
         "USER",
         "A user's trusted devices: id, last used, until, address, user agent",
         {dataDirectoryOption, passphraseFileOption},
         devices},
        {"mfa forget-device", "ID...", "Trust devices no longer", {dataDirectoryOption, passphraseFileOption}, forgetDevice}};
}

} // namespace sallyport::daemon
