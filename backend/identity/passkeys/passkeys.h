#pragma once

#include "backend/access/actor.h"
#include "backend/base/id.h"
#include "backend/identity/factors/passkey.h"
#include "backend/identity/sign_in/sign_in.h"
#include "backend/identity/webauthn/ceremony.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

inline constexpr std::chrono::seconds passkeyCeremonyLifetime{300};

/// What a client needs to make a passkey (`navigator.credentials.create`).
struct PasskeyCreation {
    Bytes challenge;
    std::string partyId, partyName;
    UserId user; ///< its text is the user handle
    std::string email, displayName;
    std::vector<Bytes> exclude; ///< credentials that the user has already
    std::chrono::seconds timeout = passkeyCeremonyLifetime;
};

/// What a client needs to show one (`navigator.credentials.get`).
struct PasskeyRequest {
    Bytes challenge;
    std::string partyId;
    std::vector<Bytes> allow;
    std::chrono::seconds timeout = passkeyCeremonyLifetime;
};

struct AddedPasskey {
    Passkey passkey;
    std::vector<SecretBytes> recoveryCodes; ///< of who had no second factor before; shown once
};

/// Passkeys as second factor and as step-up: WebAuthn Level 3 with attestation `none` or packed self-attestation. The site is
/// that of the settings `webauthn.rp_id` and `webauthn.origins`; Conflict with the word `passkeys_off` while there is none.
/// A challenge is remembered in bounded memory for five minutes and for one answer. Calls block: workers only. Thread-safe.
class Passkeys {
public:
    virtual ~Passkeys() = default;

    /// Oneself. LimitReached at passkeysPerUser.
    [[nodiscard]] virtual Result<PasskeyCreation> beginRegistration(const access::Actor& actor) = 0;
    /// Oneself. MfaInvalid for an answer that is not acceptable. Other sessions end.
    [[nodiscard]] virtual Result<AddedPasskey> finishRegistration(const access::Actor& actor, std::string name,
                                                                  const webauthn::RegistrationAnswer& answer) = 0;
    /// For a pending sign-in. Unauthenticated when it is over; PasskeyRequest::allow is empty for who has none.
    [[nodiscard]] virtual Result<PasskeyRequest> beginSignIn(const SecretBytes& mfaToken) = 0;
    [[nodiscard]] virtual Result<Tokens> finishSignIn(const SecretBytes& mfaToken, const webauthn::AssertionAnswer& answer,
                                                      const ClientContext& context) = 0;
    /// In a session: as SignIn::stepUp, with a passkey instead of a code.
    [[nodiscard]] virtual Result<PasskeyRequest> beginStepUp(const access::Actor& actor) = 0;
    [[nodiscard]] virtual Result<Tokens> finishStepUp(const access::Actor& actor, const webauthn::AssertionAnswer& answer) = 0;

    /// Oneself, or users:read.
    [[nodiscard]] virtual Result<std::vector<Passkey>> list(const access::Actor& actor, const UserId& user) = 0;
    /// Oneself.
    [[nodiscard]] virtual Result<Passkey> rename(const access::Actor& actor, const PasskeyId& id, std::string name) = 0;
    /// Oneself with a recent second factor, or another's with users:reset_mfa and a recent one of one's own. Sessions of the
    /// user end, but the one that asks.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const PasskeyId& id) = 0;
};

} // namespace sallyport::identity
