#pragma once

#include "backend/identity/factors/passkey.h"
#include "backend/identity/webauthn/ceremony.h"
#include "backend/storage/store.h"

namespace sallyport::identity {

/// A passkey as the database has it.
struct PasskeyRow {
    Passkey shown;
    webauthn::StoredCredential credential;
};

/// SQL of the passkeys. All of it runs inside the caller's transaction.
namespace rows {

Result<std::vector<PasskeyRow>> passkeysOf(storage::Transaction& transaction, const UserId& user);
Result<std::optional<PasskeyRow>> passkey(storage::Transaction& transaction, const PasskeyId& id);
/// Conflict if the credential is known already.
Result<void> insertPasskey(storage::Transaction& transaction, const Passkey& passkey,
                           const webauthn::VerifiedRegistration& verified);
/// Conflict if the counter was changed meanwhile.
Result<void> notePasskeyUse(storage::Transaction& transaction, const PasskeyRow& passkey,
                            const webauthn::VerifiedAssertion& shown, UtcTime now);
Result<void> deletePasskey(storage::Transaction& transaction, const PasskeyId& id);

} // namespace rows

} // namespace sallyport::identity
