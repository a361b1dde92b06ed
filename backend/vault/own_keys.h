#pragma once

#include "backend/crypto/aead.h"
#include "backend/storage/store.h"

#include <optional>
#include <string>

namespace sallyport {

using ServerKeyCipher = crypto::Cipher<struct ServerKeyPurpose>;

/// The private keys of the certificates that this server has made itself: in the vault, sealed, by the certificate's
/// fingerprint. One, but for the moment in which a new certificate takes an old one's place. Workers only. Thread-safe.
class OwnKeys {
public:
    OwnKeys(storage::Store& store, ServerKeyCipher cipher, const Clock& clock, RandomSource& random)
        : m_store(store), m_cipher(std::move(cipher)), m_clock(clock), m_random(random)
    {
    }

    /// The key in PEM; nothing if the certificate isn't ours.
    Result<std::optional<SecretBytes>> find(const std::string& fingerprint) const;
    /// Whether there is any.
    Result<bool> any() const;
    /// On disk when it returns. DiskFull, NotWritable.
    Result<void> add(const std::string& fingerprint, const SecretBytes& keyPem);
    /// The others open nothing any more.
    Result<void> keepOnly(const std::string& fingerprint);

private:
    storage::Store& m_store;
    const ServerKeyCipher m_cipher;
    const Clock& m_clock;
    RandomSource& m_random;
};

} // namespace sallyport
