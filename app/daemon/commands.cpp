#include "app/daemon/command.h"

#include "app/daemon/secret_input.h"

namespace sallyport::daemon {

std::vector<Command> commands()
{
    std::vector<Command> all;
    for (const auto part : {serveCommands, initCommands, tokenCommands, userCommands, userTransferCommands, passwordCommands, sessionCommands, mfaCommands, passkeyCommands, keyCommands, scanCommands, serviceAccountCommands, providerCommands,
                            signatureCommands, settingsCommands, auditCommands, doctorCommands}) {
        const std::vector<Command> some = part();
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

Error usageError(std::string text)
{
    Error error(ErrorCode::InvalidArgument, std::move(text));
    error.word = "usage";
    return error;
}

Result<std::unique_ptr<CommandBackend>> openForCommand(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const SecretBytes passphrase, readSecret(arguments, "passphrase-file", "Passphrase"));
    return openVaultBeside(arguments.valueOr("data-dir", {}), passphrase, platform);
}

} // namespace sallyport::daemon
