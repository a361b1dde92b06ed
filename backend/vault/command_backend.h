#pragma once

#include "backend/vault/server_certificate.h"
#include "backend/vault/vault.h"

namespace sallyport {

/// An open vault as the command line uses it: without the instance lock, beside a server that may be running on the
/// same directory, and with what only a machine's owner may do. Its own server cannot be started.
class CommandBackend : public Backend {
public:
    /// An encrypted copy of the database with the same keys; AlreadyExists, NotWritable, DiskFull.
    [[nodiscard]] virtual Result<void> backupTo(const std::filesystem::path& target) = 0;
    /// Every page authenticates and the tables are sound. Minutes on a large file. DatabaseDamaged.
    [[nodiscard]] virtual Result<void> verifyIntegrity() = 0;
    /// Writes the journal's anchor now: why that cannot be, if so (NotWritable, DiskFull). Blocks.
    [[nodiscard]] virtual Result<void> writeAnchor() = 0;
    /// See ServerCertificates::load.
    [[nodiscard]] virtual Result<ShownCertificate> certificate() = 0;
};

/// Like openVault, but see above. WrongPassphrase, Keyring*, Database*.
[[nodiscard]] Result<std::unique_ptr<CommandBackend>> openVaultBeside(const std::filesystem::path& dataDirectory,
                                                                      const SecretBytes& passphrase, const Platform& platform);

} // namespace sallyport
