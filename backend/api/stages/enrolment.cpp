#include "backend/api/stages/enrolment.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/mfa_rule.h"

namespace sallyport::api {
namespace {

std::optional<UtcTime> deadlineOf(const Call& call)
{
    if (!call.principal || !call.principal->mfaMissingSince)
        return std::nullopt;
    return identity::mfaDeadline(*call.principal->mfaMissingSince, *call.services().settings.values());
}

} // namespace

std::string_view EnrolmentStage::eventKind(const Error&) const noexcept
{
    return audit::kind::mfaOverdue;
}

std::optional<Error> EnrolmentStage::check(Call& call) const
{
    if (!call.principal || (!call.principal->mfaMissingSince && !call.principal->enrolmentOnly))
        return std::nullopt;
    const auto deadline = deadlineOf(call);
    if (!call.principal->enrolmentOnly && call.services().clock.now() < *deadline)
        return std::nullopt;
    if (!call.principal->actor.key.empty())
        return makeError(ErrorCode::MfaEnrolmentRequired,
                         "The owner of this API key must set up a second factor first; the time for it is over");
    if (call.route().beforeEnrolment)
        return std::nullopt;
    return makeError(ErrorCode::MfaEnrolmentRequired,
                     "Your role requires a second factor, and the time to set it up is over: POST /api/mfa/setup, then "
                     "/api/mfa/verify");
}

std::string EnrolmentStage::saw(const Call& call) const
{
    if (const auto deadline = deadlineOf(call))
        return "a second factor is required by " + toRfc3339(*deadline);
    return "no second factor is overdue";
}

Fact EnrolmentStage::fact(const Call& call) const
{
    if (const auto deadline = deadlineOf(call))
        return {"enrolment_due", {toRfc3339(*deadline)}};
    return {"enrolment_done", {}};
}

} // namespace sallyport::api
