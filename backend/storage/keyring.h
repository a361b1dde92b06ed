#pragma once

#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace sallyport::storage {

/// Cost of the passphrase's Argon2id. Stored in the keyring beside the salt.
struct KdfCost {
    std::uint32_t memoryKib = 65536; ///< RFC 9106 second recommendation: 64 MiB, 3 passes, 4 lanes
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;
};

/// The unlocked keyring: the random 256-bit master key and what is derived from it, one key a purpose (HKDF-SHA256).
/// The master key itself is never used directly and never leaves this object.
class Keyring {
public:
    /// Makes `file` (0600) with a new master key wrapped by the passphrase and by a new recovery key. The recovery key
    /// comes back once, as text in groups to print. AlreadyExists, NotWritable, DiskFull.
    struct Created;
    static Result<Created> create(const std::filesystem::path& file, const SecretBytes& passphrase, std::string_view vaultName,
                                  RandomSource& random, KdfCost cost = {});
    /// WrongPassphrase, KeyringMissing, KeyringDamaged. Slow on purpose: run it on a worker.
    static Result<Keyring> unlockWithPassphrase(const std::filesystem::path& file, const SecretBytes& passphrase);
    /// Accepts the printed groups in either case, with or without separators; a typing error that the check digits
    /// catch is WrongRecoveryKey too.
    static Result<Keyring> unlockWithRecoveryKey(const std::filesystem::path& file, const SecretBytes& recoveryKey);
    /// Wraps the master key anew under another passphrase; the database stays as it is. Atomic replace.
    Result<void> changePassphrase(const std::filesystem::path& file, const SecretBytes& passphrase, RandomSource& random,
                                  KdfCost cost = {}) const;
    /// What is readable without unlocking: the vault's name. KeyringMissing, KeyringDamaged.
    static Result<std::string> vaultName(const std::filesystem::path& file);

    Keyring(Keyring&&) noexcept = default;
    Keyring& operator=(Keyring&&) noexcept = default;

    /// A 256-bit key for one purpose: `database`, `totp`, `audit-chain`, `token-signing`, `ticket`...
    SecretBytes derive(std::string_view purpose) const;

private:
    explicit Keyring(SecretBytes masterKey) : m_masterKey(std::move(masterKey)) {}
    SecretBytes m_masterKey;
};

struct Keyring::Created {
    Keyring keyring;
    SecretBytes recoveryKey; ///< `SRK1-ABCDE-...`, shown once
};

} // namespace sallyport::storage
