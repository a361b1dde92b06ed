#include "app/daemon/confirm.h"
#include "app/daemon/input_file.h"
#include "app/daemon/secret_input.h"
#include "backend/services/certificate_imports.h"

#include <unistd.h>

namespace sallyport::daemon {
namespace certificate_command_command {
namespace {

constexpr std::size_t certificateBytes = 64 * 1024;
constexpr Option keyOption{"key", "FILE", "the key in PEM, if it isn't with the certificates"};
constexpr Option keyPassphraseOption{"key-passphrase-file", "FILE",
                                     "first line is the passphrase of the key or the PKCS#12 file; - reads standard input"};
constexpr Option chainOption{"pem", "", "print the chain as PEM and nothing else"};

void print(const PresentedCertificate& presented, Output& output)
{
    output.facts({textField("source", sourceWord(presented.source)), textField("fingerprint", presented.fingerprint),
                  textField("subject", presented.subject), textField("issuer", presented.issuer),
                  wordsField("names", presented.names).orDash(), timeField("expires_at", presented.expiresAt),
                  wordsField("names_missing", presented.namesMissing).orDash(),
                  flagField("can_go_back", presented.canGoBack, "yes", "no")});
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    CertificateImports& certificates = backend->services().certificateImports;
    SALLYPORT_ASSIGN(const PresentedCertificate presented, certificates.presented(commandLine()));
    if (arguments.flag(chainOption.name)) {
        (void) output.raw(presented.chainPem);
        return {};
    }
    print(presented, output);
    return {};
}

/// Runs `work`, to be confirmed if that is wanted, and says what is presented then.
Result<void> change(const Arguments& arguments, Services& services, Output& output,
                    const std::function<Result<PresentedCertificate>(CertificateImports&)>& work)
{
    CertificateImports& certificates = services.certificateImports;
    std::optional<PresentedCertificate> presented;
    const auto run = [&]() -> Result<void> {
        SALLYPORT_ASSIGN(presented, work(certificates));
        if (!presented->namesMissing.empty())
            warn("clients that come by another name than those of the certificate refuse it: " + presented->namesMissing.front());
        return {};
    };
    if (arguments.flag(confirmOption.name))
        return changeProvisionally(services, run, output);
    SALLYPORT_TRY(run());
    print(*presented, output);
    return {};
}

Result<void> import(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_TRY(onlyOneFromStandardInput(arguments, arguments.positional()[0], "the certificate"));
    SALLYPORT_ASSIGN(const std::string certificates, readInput(arguments.positional()[0], certificateBytes));
    SecretBytes key, passphrase;
    if (const auto file = arguments.value(keyOption.name)) {
        SALLYPORT_ASSIGN(std::string text, readInput(*file, certificateBytes));
        key = SecretBytes::fromText(text);
        wipe(text);
    }
    if (arguments.value(keyPassphraseOption.name)) {
        SALLYPORT_ASSIGN(passphrase, readSecret(arguments, keyPassphraseOption.name, "Passphrase of the key"));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return change(arguments, backend->services(), output, [&](CertificateImports& imports) -> Result<PresentedCertificate> {
        auto taken = imports.importCertificate(commandLine(), {certificates, key.clone(), passphrase.clone()});
        if (taken || taken.error().word != "passphrase_needed" || isatty(STDIN_FILENO) == 0)
            return taken;
        SALLYPORT_ASSIGN(passphrase, readSecret(arguments, keyPassphraseOption.name, "Passphrase of the key"));
        return imports.importCertificate(commandLine(), {certificates, key.clone(), passphrase.clone()});
    });
}

Result<void> undo(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return change(arguments, backend->services(), output,
                  [](CertificateImports& imports) { return imports.goBack(commandLine()); });
}

Result<void> own(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return change(arguments, backend->services(), output,
                  [](CertificateImports& imports) { return imports.useOwn(commandLine()); });
}

} // namespace
} // namespace certificate_command_command

std::vector<Command> certificateCommands()
{
    using namespace certificate_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const std::vector<Option> changing{dataDirectoryOption, passphraseFileOption, confirmOption};
    return {
        {"certificate show",
         Operands::none(),
         "The certificate that the server presents",
         {dataDirectoryOption, passphraseFileOption, chainOption},
         show},
        {"certificate import",
         Operands::one("FILE"),
         "Present another one: PEM or PKCS#12, of a server that is stopped or running",
         {dataDirectoryOption, passphraseFileOption, keyOption, keyPassphraseOption, confirmOption},
         import},
        {"certificate undo", Operands::none(), "Present the one before again", changing, undo},
        {"certificate own", Operands::none(), "Present what lies in tls/, or one of the server's own", changing, own},
    };
}

} // namespace sallyport::daemon
