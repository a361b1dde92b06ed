#pragma once

#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::crypto {

/// Argon2id's price. The default is OWASP's: 19 MiB, two passes (about 80 ms on a 2020 core).
struct PasswordCost {
    std::uint32_t memoryKib = 19456;
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;

    bool operator==(const PasswordCost&) const = default;
};

/// The raw function of RFC 9106 (version 1.3). `secret` (pepper) and `associatedData` may be empty. Slow on purpose.
/// CryptoFailure for a cost or size that it does not take, or without memory.
struct Argon2Input {
    std::span<const std::byte> password;
    std::span<const std::byte> salt;
    std::span<const std::byte> secret;
    std::span<const std::byte> associatedData;
};
Result<SecretBytes> argon2id(const Argon2Input& input, const PasswordCost& cost, std::size_t size);

/// Its kinds and versions, for hashes that others made. Version 1.0 is from before the RFC.
enum class Argon2Kind { D, I, Id };
enum class Argon2Version { V10, V13 };
Result<SecretBytes> argon2(Argon2Kind kind, Argon2Version version, const Argon2Input& input, const PasswordCost& cost,
                           std::size_t size);

/// Passwords as PHC strings, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Every call but needsRehash takes its time on
/// purpose: `kdf` threads only. Thread-safe.
class PasswordHasher {
public:
    explicit PasswordHasher(PasswordCost cost = {}) : m_cost(cost) {}

    /// With a new 16-byte salt. CryptoFailure without randomness or memory.
    Result<std::string> hash(const SecretBytes& password, RandomSource& random) const;
    /// Compared in constant time, at the cost that the string names. An unreadable string, or one whose cost is beyond
    /// reason (1 GiB, 64 passes, 16 lanes), is CryptoFailure and never a match.
    Result<bool> verify(const SecretBytes& password, std::string_view phc) const;
    /// True if the string was made at another cost than today's (or is unreadable): hash anew at the next login.
    bool needsRehash(std::string_view phc) const;
    /// As much work as `verify` of today's cost, for an account that does not exist (standards.md §4, row 26).
    void dummyVerify(const SecretBytes& password) const;

private:
    PasswordCost m_cost;
};

} // namespace sallyport::crypto
