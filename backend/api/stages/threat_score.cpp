#include "backend/api/stages/threat_score.h"

#include "backend/api/threat_note.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/protection/threats/slow_down.h"
#include "backend/protection/threats/threat_scores.h"
#include "backend/protection/threats/trap_paths.h"

namespace sallyport::api {
namespace {

using protection::SlowDown;

std::optional<Error> holdBack(Call& call)
{
    call.slowed = call.api.slowDown.note(call.client, [&](const IpAddress& client) {
        return call.services().addressRules.lookup(client).kind == protection::AddressVerdict::Kind::Allowed;
    });
    if (call.slowed.full == SlowDown::Answer::Full::No)
        return std::nullopt;
    const bool own = call.slowed.full == SlowDown::Answer::Full::Address;
    Error error(own ? ErrorCode::RateLimited : ErrorCode::Unavailable,
                own ? "Rate limit: too many requests of this address are waiting already"
                    : "Too many requests are being slowed down; try again shortly");
    if (own)
        error.word = "slowed_down";
    error.retryAfter = std::chrono::ceil<std::chrono::seconds>(call.slowed.delay);
    call.unrecorded = !call.slowed.tell;
    return error;
}

} // namespace

std::string_view ThreatStage::eventKind(const Error&) const noexcept
{
    return audit::kind::limitReached;
}

std::optional<Error> ThreatStage::check(Call& call) const
{
    call.match = m_router.find(call.request.method, call.request.path);
    const bool found = call.match.kind == RouteMatch::Kind::Found;
    if (found && call.route().probe)
        return std::nullopt;
    const protection::ThreatVerdict verdict =
        call.api.scores.noteArrival({.client = call.client,
                                     .method = call.request.methodText,
                                     .path = call.request.path,
                                     .query = call.request.query,
                                     .trap = !found && protection::isTrapPath(call.request.path)});
    call.watched = verdict.watched;
    call.threatScore = verdict.score;
    if (verdict.refusedFor) {
        call.unrecorded = !verdict.crossed;
        return bannedByScore(*verdict.refusedFor);
    }
    return holdBack(call);
}

std::string ThreatStage::saw(const Call& call) const
{
    std::string text = "score " + std::to_string(call.threatScore);
    if (call.slowed.delay.count() > 0)
        text += (call.slowed.observed ? ", would have waited " : ", waited ") + std::to_string(call.slowed.delay.count()) +
                " ms after " + std::to_string(call.slowed.count) + " requests";
    return text;
}

Fact ThreatStage::fact(const Call& call) const
{
    const std::string score = std::to_string(call.threatScore);
    if (call.slowed.delay.count() == 0)
        return {"threat_score", {score}};
    return {call.slowed.observed ? "threat_score_would_wait" : "threat_score_waited",
            {score, std::to_string(call.slowed.delay.count()), std::to_string(call.slowed.count)}};
}

} // namespace sallyport::api
