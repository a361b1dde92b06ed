#pragma once

#include "backend/base/encoding.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace sallyport::crypto {

/// Authenticated encryption of small secrets (fields, wrapped keys) with AES-256-GCM and random 96-bit IVs.
/// Blob: version ‖ key id ‖ IV (12) ‖ ciphertext ‖ tag (16). Version and key id are authenticated with the AAD.
/// At most 2^32 blobs a key (SP 800-38D §8.3). Thread-safe for reading.
class Aead {
public:
    static constexpr std::byte version{1};
    static constexpr std::size_t overhead = 30; ///< bytes that a blob is longer than its plaintext

    /// `key` has 32 bytes; blobs name it by `keyId`. CryptoFailure for another length.
    static Result<Aead> create(SecretBytes key, std::uint8_t keyId = 1);
    /// An earlier key that blobs may still be opened with, while they are being encrypted anew.
    Result<void> addOldKey(SecretBytes key, std::uint8_t keyId);

    /// `aad` binds the blob to its place (`users.totp_secret:01H..`), so that blobs cannot be swapped; it must not be
    /// empty. Errors: CryptoFailure (no randomness), InvalidArgument (no AAD).
    Result<Bytes> seal(std::span<const std::byte> plaintext, std::string_view aad, RandomSource& random) const;
    /// CryptoFailure, always with the same text, for anything but an intact blob of the same place and a known key.
    Result<SecretBytes> open(std::span<const std::byte> blob, std::string_view aad) const;

    /// Which key a blob names, for re-encryption; nothing if it is no blob of ours.
    static std::optional<std::uint8_t> keyIdOf(std::span<const std::byte> blob) noexcept;

private:
    Aead() = default;
    std::uint8_t m_currentId = 0;
    std::map<std::uint8_t, SecretBytes> m_keys;
};

/// An Aead of one purpose. Ciphers of different purposes are different types, so that swapped ones don't compile.
template <typename Purpose>
class Cipher {
public:
    /// See Aead::create.
    static Result<Cipher> create(SecretBytes key)
    {
        SALLYPORT_ASSIGN(Aead aead, Aead::create(std::move(key)));
        return Cipher(std::move(aead));
    }
    Result<Bytes> seal(std::span<const std::byte> plaintext, std::string_view aad, RandomSource& random) const
    {
        return m_aead.seal(plaintext, aad, random);
    }
    Result<SecretBytes> open(std::span<const std::byte> blob, std::string_view aad) const { return m_aead.open(blob, aad); }

private:
    explicit Cipher(Aead aead) : m_aead(std::move(aead)) {}

    Aead m_aead;
};

} // namespace sallyport::crypto
