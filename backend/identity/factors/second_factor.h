#pragma once

#include "backend/crypto/aead.h"
#include "backend/identity/core/core.h"
#include "backend/identity/core/user_rows.h"

#include <string_view>

namespace sallyport::identity {

/// Seals the secrets of second factors.
using TotpCipher = crypto::Cipher<struct TotpPurpose>;

/// How a second factor was shown, or why it doesn't count.
struct FactorVerdict {
    bool accepted = false;
    Error refusal; ///< MfaInvalid, or AccountLocked with retryAfter
};

/// What binds a sealed secret to its place.
std::string totpAad(const UserId& user, std::int64_t version);

/// Checks a TOTP or recovery code of a user who has a second factor, inside a write transaction. Counts and records
/// failures, uses the step or code up with one conditional statement, so that of two parallel requests one wins
/// (RFC 6238 §5.2). `actor` is who shows it, for the record.
Result<FactorVerdict> checkSecondFactor(Core& core, const TotpCipher& totp, storage::Transaction& transaction,
                                        const Credentials& user, std::string_view code, const Attempt& attempt,
                                        const access::Actor& actor);

/// The same with a code that is only compared and used up, nothing else.
Result<bool> useTotp(Core& core, const TotpCipher& totp, storage::Transaction& transaction, const Credentials& user,
                     std::string_view code);

} // namespace sallyport::identity
