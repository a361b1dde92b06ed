#include "app/daemon/command.h"
#include "app/daemon/secret_input.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

Result<void> init(const Arguments& arguments, const Platform& platform)
{
    const std::string passphraseFile = arguments.valueOr("passphrase-file", {});
    const std::string passwordFile = arguments.valueOr("admin-password-file", {});
    if (passphraseFile == "-" && passwordFile == "-")
        return usageError("only one of the two secrets can come from standard input");
    NewVault vault;
    vault.dataDirectory = arguments.valueOr("data-dir", {});
    vault.name = arguments.valueOr("name", "Sallyport");
    vault.adminEmail = arguments.valueOr("admin-email", {});
    vault.adminName = arguments.valueOr("admin-name", "Administrator");
    SALLYPORT_ASSIGN(vault.passphrase, readSecret(arguments, "passphrase-file", "Passphrase of the vault"));
    SALLYPORT_ASSIGN(vault.adminPassword, readSecret(arguments, "admin-password-file", "Password of the administrator"));
    SALLYPORT_ASSIGN(const CreatedVault created, createVault(std::move(vault), platform));
    std::printf("vault created in %s\n", arguments.valueOr("data-dir", {}).c_str());
    std::printf("administrator %s\n", created.administrator.email.c_str());
    // Shown once; it opens the vault without the passphrase.
    std::printf("recovery key %.*s\n", static_cast<int>(created.recoveryKey.size()), created.recoveryKey.view().data());
    std::fflush(stdout);
    return {};
}

} // namespace

std::vector<Command> initCommands()
{
    return {{"init",
             "",
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
