#pragma once

#include "backend/access/actor.h"
#include "backend/settings/settings.h"

namespace sallyport::identity {

/// Has the actor shown a second factor within `sessions.step_up_max_age` (ASVS 7.5.3)? MfaRequired if not at all in this
/// session, StepUpRequired if too long ago, both with the age that is allowed; MfaEnrolmentRequired without a factor.
Result<void> requireRecentFactor(const access::Actor& actor, bool mfaEnabled, const settings::Values& values, UtcTime now);

/// For changes of one's own ways to sign in (ASVS 7.5.1): who has a second factor must have shown it recently, who has
/// none must have signed in within `sessions.reauth_max_age`. Then StepUpRequired with the word
/// `reauthentication_required`: only signing in again helps.
Result<void> requireRecentSignIn(const access::Actor& actor, bool mfaEnabled, const settings::Values& values, UtcTime now);

/// RFC 9470 `acr` of our tokens.
inline constexpr std::string_view acrPassword = "urn:sallyport:acr:pwd", acrFactor = "urn:sallyport:acr:mfa",
                                  acrPasskey = "urn:sallyport:acr:phr";

} // namespace sallyport::identity
