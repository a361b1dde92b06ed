#pragma once

#include "backend/audit/boot_time.h"
#include "backend/base/fault.h"
#include "backend/base/random.h"
#include "backend/base/secret_memory.h"
#include "backend/services/drills.h"
#include "backend/services/services.h"
#include "backend/services/vault_about.h"
#include "backend/storage/keyring.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport {

/// Where to listen in this run, whatever the settings say (`sallyportd serve --listen`).
struct ListenOverride {
    std::string address;       ///< empty: address and port as the settings say
    std::uint16_t port = 0;    ///< 0: the system chooses
    std::uint32_t threads = 0; ///< 0: as the settings say
};

/// What the world outside gives: real in the programs, chosen in tests. Outlives every Backend.
struct Platform {
    Clock& clock;
    RandomSource& random;
    std::filesystem::path reportProgram;               ///< `sallyport-report`; empty: beside the running program
    std::optional<storage::KdfCost> passwordCost = {}; ///< Argon2id of user passwords instead of the settings': tests take less
    std::optional<ListenOverride> listen = {};
    std::function<void(std::string_view)> notice = {}; ///< one line for who opened the vault here; any thread
    SecretMemory secrets = SecretMemory::Plain;        ///< how this process keeps secrets
    /// Attacks a sandbox of that shape (backend/drill); none where a program has no attacker.
    std::function<Result<DrillReport>(const ServerShape&, const Platform&, const Drills::Progress&)> drill = {};
    audit::BootClock bootClock = {}; ///< time that passes whatever `clock` says; none: the steady one alone
};

/// What can be seen of a data directory without unlocking it.
struct VaultInfo {
    bool exists = false; ///< keyring or database is there
    std::string name;
    std::optional<UtcTime> lastOpenedAt;
    std::string lastOpenedBy;
    std::string url;         ///< as last configured
    std::string fingerprint; ///< of the certificate, if there is one
};
/// Cheap; KeyringDamaged if it cannot be read.
[[nodiscard]] Result<VaultInfo> inspectVault(const std::filesystem::path& dataDirectory);

/// An open vault: owns store, journal, services, pools and server, in that order. Closing it stops the server (drains),
/// writes the anchor and wipes the keys. Make and destroy it on a worker, never on the GUI thread.
class Backend {
public:
    virtual ~Backend() = default;
    virtual Services& services() = 0;
    virtual std::string vaultName() const = 0;
    /// Notes who opened it for the unlock screen (`Last opened today 07:48 by Ingrid Solheim`).
    virtual void noteOpenedBy(const std::string& name) = 0;
    /// An exception on a thread of whoever has this vault open, for the journal. Any thread; doesn't wait for the disk.
    virtual void noteFault(const Fault& fault) = 0;
    /// What keeps the data. Needs settings:read. Internal if it does not encrypt. Reads the database.
    [[nodiscard]] virtual Result<VaultAbout> about(const access::Actor& actor) = 0;
    /// Needs settings:update and the current passphrase. WrongPassphrase, PasswordTooWeak.
    [[nodiscard]] virtual Result<void> changePassphrase(const access::Actor& actor, const SecretBytes& current,
                                                        const SecretBytes& next) = 0;
};

struct NewVault {
    std::filesystem::path dataDirectory;
    std::string name = "Sallyport";
    SecretBytes passphrase;
    std::string adminName;
    std::string adminEmail;
    SecretBytes adminPassword;
    std::string serverAddress = "127.0.0.1";
    std::uint16_t serverPort = 8443;
    std::string language;
    storage::KdfCost kdfCost;
};

struct CreatedVault {
    std::unique_ptr<Backend> backend;
    SecretBytes recoveryKey;     ///< shown once
    access::Actor administrator; ///< the first one, signed in
    bool madeDirectory = false;  ///< the data directory wasn't there before
};

/// Makes the directory, keyring, database and the first administrator. AlreadyExists, NotWritable, DiskFull,
/// ValidationFailed, PasswordTooWeak. On an error nothing new is left behind.
[[nodiscard]] Result<CreatedVault> createVault(NewVault vault, const Platform& platform);
/// Closes a vault that nobody can use, its recovery key never having been shown, and takes away what createVault has made.
void discardVault(CreatedVault created, const std::filesystem::path& dataDirectory);
/// WrongPassphrase, Keyring*, Database*. Takes the instance lock.
[[nodiscard]] Result<std::unique_ptr<Backend>> openVault(const std::filesystem::path& dataDirectory,
                                                         const SecretBytes& passphrase, const Platform& platform);
[[nodiscard]] Result<std::unique_ptr<Backend>> openVaultWithRecoveryKey(const std::filesystem::path& dataDirectory,
                                                                        const SecretBytes& recoveryKey, const Platform& platform);

} // namespace sallyport
