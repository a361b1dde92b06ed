#include "app/daemon/command.h"

#include "app/daemon/secret_input.h"

#include <cstdio>

namespace sallyport::daemon {

std::vector<Command> commands()
{
    std::vector<Command> all;
    for (const auto part :
         {serveCommands, initCommands, tokenCommands, userCommands, userDetailCommands, userBulkCommands, userTransferCommands,
          passwordCommands, sessionCommands, mfaCommands, passkeyCommands, keyCommands, scanCommands, serviceAccountCommands,
          providerCommands, signatureCommands, settingsCommands, auditCommands, doctorCommands}) {
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

std::string damageText(const audit::ChainDamage& damage)
{
    const std::string found = std::to_string(damage.found), anchored = std::to_string(damage.anchored);
    std::string text = "the audit journal ";
    if (damage.problem == "truncated") {
        text.append("ends at event ").append(found).append(", but had ").append(anchored);
        text.append(": the database was put back to an older state, or events were cut off");
    } else if (damage.problem == "anchor_missing" || damage.problem == "anchor_damaged") {
        text.append(damage.problem == "anchor_missing" ? "has lost its anchor" : "has a damaged anchor");
        text.append(": nobody can tell whether events after ").append(found).append(" were cut off");
    } else if (damage.problem == "earlier") {
        text.append("was found damaged earlier, at event ").append(found).append("; 'sallyportd verify' says where it breaks");
    } else {
        text.append("does not fit its anchor at event ")
            .append(anchored)
            .append(": the database was exchanged or events were changed");
    }
    return text;
}

void warn(std::string_view text)
{
    const std::string line = "sallyportd: " + std::string(text) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

Result<std::unique_ptr<CommandBackend>> openForCommand(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    if (const auto damage = backend->services().events.damage())
        warn("warning: " + damageText(*damage));
    return backend;
}

Result<std::unique_ptr<CommandBackend>> openInSilence(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const SecretBytes passphrase, readSecret(arguments, "passphrase-file", "Passphrase"));
    return openVaultBeside(arguments.valueOr("data-dir", {}), passphrase, platform);
}

} // namespace sallyport::daemon
