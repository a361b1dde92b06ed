#pragma once

#include "backend/audit/tree/merkle.h"
#include "backend/base/clock.h"
#include "backend/crypto/ed25519_key.h"

#include <string>

namespace sallyport::audit {

/// What the tree was at a time, signed.
struct SignedHead {
    std::int64_t size = 0; ///< leaves
    TreeHash root{};
    UtcTime time; ///< whole milliseconds
    crypto::Ed25519Signature signature{};
};

/// What is signed: `sallyport tree head 1`, size, root in hex and time (RFC 3339 with milliseconds), each with a line end.
std::string headText(const SignedHead& head);
/// SHA-256 of the 32 bytes of a public key, in hex: what a stranger must have been told.
std::string fingerprintOf(const crypto::Ed25519PublicKey& key);

/// The key that signs heads and evidence packs. It comes from the vault's keyring, is stored nowhere, and stays the same as long
/// as the keyring does. Thread-safe.
class HeadKey {
public:
    /// `seed`: 32 bytes (RFC 8032 §5.1.5). CryptoFailure.
    static Result<HeadKey> make(const SecretBytes& seed);

    Result<crypto::Ed25519Signature> sign(std::string_view text) const;
    const crypto::Ed25519PublicKey& publicKey() const { return m_public; }
    const std::string& fingerprint() const { return m_fingerprint; }
    bool fits(const SignedHead& head) const;

private:
    explicit HeadKey(crypto::Ed25519SigningKey key)
        : m_key(std::move(key)), m_public(m_key.publicKey()), m_fingerprint(fingerprintOf(m_public))
    {
    }
    crypto::Ed25519SigningKey m_key;
    crypto::Ed25519PublicKey m_public;
    std::string m_fingerprint;
};

} // namespace sallyport::audit
