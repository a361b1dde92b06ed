#include "backend/api/stages/step_up.h"

#include "backend/api/tries.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/sessions/recent_factor.h"

namespace sallyport::api {

std::string_view StepUpStage::eventKind(const Error& refusal) const noexcept
{
    if (refusal.code == ErrorCode::RateLimited)
        return audit::kind::limitReached;
    return refusal.code == ErrorCode::MfaInvalid ? audit::kind::mfaFailed : audit::kind::stepUpMissing;
}

std::optional<Error> StepUpStage::check(Call& call) const
{
    const StepUp need = call.route().stepUp;
    if (need == StepUp::NotNeeded || (need == StepUp::IfEnrolled && !call.principal->mfaEnabled))
        return std::nullopt;
    if (need == StepUp::Offered && (!call.principal->mfaEnabled || call.request.headerCount("X-MFA-Token") == 0))
        return std::nullopt;
    if (call.principal->mfaEnabled && call.request.headerCount("X-MFA-Token") > 1)
        return makeError(ErrorCode::BadRequest, "X-MFA-Token was sent more than once");
    if (const auto code = call.request.header("X-MFA-Token"); code && call.principal->mfaEnabled) {
        if (auto tooMany = takeTry(call, accountOf(call)))
            return tooMany;
        auto steppedUp = call.services().mfa.stepUp(call.actor(), *code);
        if (!steppedUp)
            return std::move(steppedUp).error();
        call.steppedUpAt = *steppedUp;
        return std::nullopt;
    }
    access::Actor actor = call.principal->actor;
    if (need == StepUp::Shown)
        actor.mfaAt = call.principal->tokenMfaAt;
    const auto require = need == StepUp::Recent ? identity::requireRecentSignIn : identity::requireRecentFactor;
    const auto recent =
        require(actor, call.principal->mfaEnabled, *call.services().settings.values(), call.services().clock.now());
    return recent ? std::nullopt : std::optional(recent.error());
}

std::string StepUpStage::saw(const Call& call) const
{
    if (call.route().stepUp == StepUp::NotNeeded)
        return "not needed";
    if (call.steppedUpAt)
        return "code accepted";
    return call.principal && call.principal->actor.mfaAt ? "second factor shown earlier" : "no second factor shown";
}

Fact StepUpStage::fact(const Call& call) const
{
    if (call.route().stepUp == StepUp::NotNeeded)
        return {"not_needed", {}};
    if (call.steppedUpAt)
        return {"code_accepted", {}};
    return {call.principal && call.principal->actor.mfaAt ? "factor_shown" : "factor_missing", {}};
}

} // namespace sallyport::api
