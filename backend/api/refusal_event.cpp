#include "backend/api/refusal_event.h"

#include "backend/api/problem.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/inspection/excerpt.h"

#include <boost/json.hpp>

namespace sallyport::api {
namespace {

namespace json = boost::json;

audit::Event requestEvent(const Call& call, std::string_view kind, audit::Outcome outcome, const Error& error)
{
    audit::Event event = access::eventBy(call.actor(), kind, outcome);
    event.requestId = call.id.text();
    event.address = call.client.text();
    event.userAgent = call.userAgent();
    event.method = call.request.methodText;
    event.path = call.request.path; // never with the query, which might hold a credential
    event.status = problemRow(error.code).status;
    event.reason = error.recordedWord.empty() ? problemWord(error) : std::string_view(error.recordedWord);
    if (call.claimed)
        event.actor = *call.claimed;
    if (call.match.route != nullptr) {
        event.object.kind = "route";
        event.object.name = std::string(http::methodName(call.route().method)) + " " + std::string(call.route().pattern);
    }
    return event;
}

json::object detailsOf(const Error& error)
{
    json::object details;
    if (!error.required.empty())
        details["required"] = error.required;
    if (!error.policy.empty())
        details["policy"] = error.policy;
    if (!error.decision.empty())
        details["decision_id"] = error.decision;
    if (!error.fields.empty()) {
        json::array fields;
        for (const FieldError& field : error.fields)
            fields.push_back({{"field", field.field}, {"rule", field.rule}});
        details["fields"] = std::move(fields);
    }
    return details;
}

/// Where it was and what, as far as that is kept (protection/inspection/excerpt.h).
json::object detectionDetails(const protection::DetectionHit& hit)
{
    json::object details;
    details["class"] = protection::detection::classWord(hit.attackClass);
    details["rule"] = hit.rule;
    details["part"] = protection::detection::partWord(hit.part);
    details["member"] = hit.member;
    details["position"] = hit.place;
    details["excerpt"] = protection::excerptText(hit);
    details["score"] = hit.score;
    details["threshold"] = hit.threshold;
    return details;
}

} // namespace

audit::Event observedEvent(const Call& call, const protection::DetectionHit& hit)
{
    audit::Event event = requestEvent(call, audit::kind::detectionObserved, audit::Outcome::Success, Error());
    event.status = 0; // what is answered isn't known yet
    event.reason = hit.rule;
    event.detailsJson = json::serialize(detectionDetails(hit));
    return event;
}

audit::Event refusalEvent(const Call& call, std::span<const std::unique_ptr<const Stage>> stages, std::size_t stage,
                          const Error& error)
{
    audit::Event event = requestEvent(call, stages[stage]->eventKind(error), audit::Outcome::Refused, error);
    json::array trace;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const double micros = std::chrono::duration<double, std::micro>(call.trace.took[i]).count();
        json::object entry;
        entry["stage"] = stages[i]->name();
        entry["result"] = i < stage ? "passed" : i == stage ? "refused" : "not_reached";
        entry["text"] = i < stage                      ? stages[i]->saw(call)
                        : i > stage                    ? std::string()
                        : error.recordedDetail.empty() ? error.detail
                                                       : error.recordedDetail;
        entry["micros"] = i <= stage ? micros : 0.0;
        if (const Fact fact = i <= stage ? stages[i]->fact(call) : Fact(); !fact.word.empty()) {
            entry["fact"] = fact.word;
            if (!fact.values.empty())
                entry["values"] = json::array(fact.values.begin(), fact.values.end());
        }
        trace.push_back(std::move(entry));
    }
    json::object details = call.hit ? detectionDetails(*call.hit) : detailsOf(error);
    details["stages"] = std::move(trace);
    event.detailsJson = json::serialize(details);
    return event;
}

std::optional<audit::Event> failureEvent(const Call& call, const Error& error)
{
    std::string_view kind;
    audit::Outcome outcome = audit::Outcome::Refused;
    switch (error.code) {
    case ErrorCode::PermissionDenied: kind = audit::kind::permissionDenied; break;
    case ErrorCode::PolicyDenied: kind = audit::kind::policyDenied; break;
    case ErrorCode::ValidationFailed:
    case ErrorCode::InvalidArgument:
    case ErrorCode::PasswordTooWeak: kind = audit::kind::validationFailed; break;
    default:
        if (problemRow(error.code).status != 500)
            return std::nullopt;
        kind = audit::kind::internalError;
        outcome = audit::Outcome::Failure;
    }
    audit::Event event = requestEvent(call, kind, outcome, error);
    json::object details = detailsOf(error);
    if (outcome == audit::Outcome::Failure) {
        event.reason = errorWord(error.code);
        details["detail"] = error.detail;
    }
    if (!details.empty())
        event.detailsJson = json::serialize(details);
    return event;
}

audit::Event faultEvent(const Call& call, const Fault& fault, const Error& error)
{
    audit::Event event = requestEvent(call, audit::kind::serverFault, audit::Outcome::Failure, error);
    event.reason = "exception";
    event.detailsJson = json::serialize(json::object{{"thrown", fault.what}, {"thread", fault.where}});
    return event;
}

} // namespace sallyport::api
