#pragma once

#include "backend/access/actor.h"
#include "backend/vault/own_keys.h"

#include <optional>
#include <string>

namespace sallyport {

/// Certificates that somebody has imported, with their keys: in the vault, sealed. Which of them the server presents, or none of
/// them: then the pair in `tls/`. Kept are the present one and the one before. Workers only. Thread-safe.
class ImportedCertificates {
public:
    struct Imported {
        std::string fingerprint, chainPem;
        SecretBytes keyPem;
    };
    /// Which is presented, and which was before; empty: the pair in `tls/`.
    struct Use {
        std::string present;
        std::optional<std::string> previous;
    };

    ImportedCertificates(storage::Store& store, ServerKeyCipher cipher, RandomSource& random)
        : m_store(store), m_cipher(std::move(cipher)), m_random(random)
    {
    }

    /// The one that is presented; nothing: the pair in `tls/` is.
    Result<std::optional<Imported>> present() const;
    /// One that is kept; NotFound.
    Result<Imported> kept(const std::string& fingerprint) const;
    static Result<Use> use(storage::Transaction& transaction);
    /// Presents this one from now on.
    Result<void> add(storage::Transaction& transaction, const Imported& imported, const access::Actor& by);
    /// Presents that one, which is kept, or with an empty fingerprint the pair in `tls/`. `before`: what undo goes back to.
    Result<void> setUse(storage::Transaction& transaction, const Use& use, const access::Actor& by);

private:
    storage::Store& m_store;
    const ServerKeyCipher m_cipher;
    RandomSource& m_random;
};

} // namespace sallyport
