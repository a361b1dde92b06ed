#pragma once

#include "backend/base/secret_bytes.h"
#include "backend/storage/keyring.h"

namespace sallyport::identity {

/// What identity encrypts and authenticates with; one key a purpose, none of them in the database.
struct IdentityKeys {
    SecretBytes totp;         ///< encrypts second-factor secrets (purpose `totp`)
    SecretBytes tokenSigning; ///< encrypts the private signing keys (purpose `token-signing`)
    SecretBytes refresh;      ///< authenticates and derives refresh tokens (purpose `refresh`)
    SecretBytes keySigning;   ///< encrypts the signing secrets of API keys (purpose `key-signing`)
    SecretBytes providers;    ///< encrypts the client secrets of identity providers (purpose `providers`)

    static IdentityKeys from(const storage::Keyring& keyring);
};

} // namespace sallyport::identity
