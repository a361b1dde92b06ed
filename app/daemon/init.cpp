#include "app/daemon/command.h"
#include "app/daemon/secret_input.h"

namespace sallyport::daemon {
namespace init_command {
namespace {

Result<void> init(const Arguments& arguments, const Platform& platform, Output& output)
{
    NewVault vault;
    vault.dataDirectory = arguments.valueOr("data-dir", {});
    vault.name = arguments.valueOr("name", "Sallyport");
    vault.adminEmail = arguments.valueOr("admin-email", {});
    vault.adminName = arguments.valueOr("admin-name", "Administrator");
    SALLYPORT_ASSIGN(vault.passphrase, readSecret(arguments, "passphrase-file", "Passphrase of the vault"));
    SALLYPORT_ASSIGN(vault.adminPassword, readSecret(arguments, "admin-password-file", "Password of the administrator"));
    const std::string directory = arguments.valueOr("data-dir", {});
    SALLYPORT_ASSIGN(CreatedVault created, createVault(std::move(vault), platform));
    output.say("vault created in " + directory, {textField("data_dir", directory)});
    output.say("administrator " + created.administrator.email, {textField("administrator", created.administrator.email)});
    // Shown once; it opens the vault without the passphrase.
    output.secret("recovery_key", "recovery key ", created.recoveryKey);
    return finishOr(output, [&] {
        discardVault(std::move(created), directory);
        return std::string("the recovery key could not be shown, and no vault was made");
    });
}

} // namespace
} // namespace init_command

std::vector<Command> initCommands()
{
    using namespace init_command;
    return {{"init",
             Operands::none(),
             "Make a vault with its first administrator; prints the recovery key, once",
             {dataDirectoryOption,
              {"admin-email", "EMAIL", "the first administrator", true},
              {"admin-name", "NAME", "how the administrator is called"},
              {"name", "NAME", "how the vault is called"},
              passphraseFileOption,
              {"admin-password-file", "FILE", "first line is the administrator's password; - reads standard input"}},
             init}};
}

} // namespace sallyport::daemon
