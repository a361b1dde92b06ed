#include "backend/identity/sessions/recent_factor.h"

namespace sallyport::identity {

namespace {

bool isRecent(UtcTime time, std::chrono::seconds maxAge, UtcTime now)
{
    return time <= now && now - time <= maxAge;
}

Error stale(ErrorCode code, std::string_view detail, std::chrono::seconds maxAge)
{
    Error error(code, std::string(detail));
    error.maxAge = maxAge;
    return error;
}

} // namespace

Result<void> requireRecentFactor(const access::Actor& actor, bool mfaEnabled, const settings::Values& values, UtcTime now)
{
    if (!mfaEnabled)
        return makeError(ErrorCode::MfaEnrolmentRequired, "Set up a second factor first: POST /api/mfa/setup");
    if (!actor.mfaAt)
        return stale(ErrorCode::MfaRequired, "Send the current code as X-MFA-Token", values.stepUpMaxAge);
    if (!isRecent(*actor.mfaAt, values.stepUpMaxAge, now)) {
        return stale(ErrorCode::StepUpRequired, "The second factor was shown too long ago; send X-MFA-Token",
                     values.stepUpMaxAge);
    }
    return {};
}

Result<void> requireRecentSignIn(const access::Actor& actor, bool mfaEnabled, const settings::Values& values, UtcTime now)
{
    if (mfaEnabled)
        return requireRecentFactor(actor, mfaEnabled, values, now);
    if (isRecent(actor.signedInAt, values.reauthMaxAge, now))
        return {};
    Error error = stale(ErrorCode::StepUpRequired, "The sign-in is too long ago for this; sign in again", values.reauthMaxAge);
    error.word = "reauthentication_required";
    return error;
}

} // namespace sallyport::identity
