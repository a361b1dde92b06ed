#include "backend/api/inspect_call.h"

#include "backend/api/refusal_event.h"
#include "backend/protection/inspection/inspection.h"

namespace sallyport::api {
namespace {

using protection::DetectionHit;
using protection::Fate;

/// Whom the credential names, for the record: the request has not got as far as being asked. What isn't valid names nobody, and a
/// signature isn't tried, since that would use its nonce up.
void noteWho(Call& call)
{
    if (call.principal || call.claimed)
        return;
    constexpr std::string_view scheme = "bearer ";
    std::shared_ptr<const identity::Principal> named;
    const auto authorization = call.request.header("Authorization");
    const auto key = call.request.header("X-API-Key");
    if (authorization && authorization->size() > scheme.size() &&
        http::equalsIgnoreCase(authorization->substr(0, scheme.size()), scheme)) {
        if (auto principal = call.services().signIn.authenticate(authorization->substr(scheme.size())))
            named = std::move(*principal);
    } else if (key && call.request.headerCount("X-Signature") == 0 && call.request.headerCount("Signature") == 0) {
        named = call.services().apiKeys.authenticate(*key, call.client).principal;
    }
    if (!named)
        return;
    access::Actor actor = named->actor;
    actor.askAs(call.actor());
    call.claimed = access::eventBy(actor, {}).actor;
}

void putWho(DetectionHit& hit, const Call& call)
{
    const audit::EventActor who = call.claimed ? *call.claimed : access::eventBy(call.actor(), {}).actor;
    hit.whoKind = who.kind;
    hit.whoId = who.id;
    hit.who = who.kind == "anonymous" ? std::string() : who.name;
    hit.address = call.client.text();
    hit.requestId = call.id.text();
    hit.method = call.request.methodText;
    if (call.match.route != nullptr)
        hit.route = std::string(http::methodName(call.route().method)).append(" ").append(call.route().pattern);
}

} // namespace

std::optional<Error> inspectParts(Call& call, std::span<const protection::detection::Part> parts)
{
    const auto inspection = call.services().detectionRules.inspection();
    if (inspection->isOff() || parts.empty())
        return std::nullopt;
    std::string_view method, pattern;
    if (call.match.route != nullptr) {
        method = http::methodName(call.route().method);
        pattern = call.route().pattern;
    }
    const protection::Judged judged = inspection->inspect(method, pattern, parts);
    if (judged.fate == Fate::Passes)
        return std::nullopt;
    noteWho(call);
    DetectionHit hit = hitOf(judged, parts);
    putWho(hit, call);
    if (judged.fate == Fate::Observed) {
        audit::Event event = observedEvent(call, hit);
        call.services().detectionRules.record(std::move(hit), std::move(event), [](const std::string&) {});
        return std::nullopt;
    }
    Error blocked(ErrorCode::Blocked, "The request looks like an attack; who runs this server finds it by the incident's id");
    blocked.recordedWord = hit.rule;
    blocked.recordedDetail = judged.verdict.hits.empty() ? std::string() : judged.verdict.hits.front().title;
    call.hit = std::make_unique<DetectionHit>(std::move(hit));
    return blocked;
}

} // namespace sallyport::api
