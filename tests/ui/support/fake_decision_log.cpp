#include "tests/ui/support/fake_decision_log.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace sallyport::tests {

using authorization::DecisionPage;
using authorization::DecisionQuery;
using authorization::RecordedDecision;

namespace {

constexpr std::array<std::string_view, 5> people{"Elif Yıldız", "Jonas Weber", "Farid Rahmani", "Camila Restrepo",
                                                 "Dae-jung Park"};
constexpr std::array<std::string_view, 6> reasons{"permission_missing", "denied_by_policy",  "no_rule_matched",
                                                  "deny_failed",        "allowed_by_policy", "not_named"};
constexpr std::string_view prefix = "decision-";

/// As the service writes it: a role gives the permission, one policy doesn't allow, one refuses.
constexpr std::string_view trace = R"json({"summary":"Denied by the policy 'Same department only'.","reason":"denied_by_policy",
"roles":{"required":"records:update","asked":2,"held":true,"given_by":["editor"]},
"policies":[
 {"id":"P1","name":"Same department only","effect":"deny","state":"enforce","version":5,"result":"true","decided":true,
  "condition":"resource.department != subject.department\n  && !(\"duty_physician\" in subject.roles)\n  && context.mfa_age > duration(\"15m\")",
  "parts":[{"text":"resource.department != subject.department","line":1,"column":1,"value":"true"},
           {"text":"resource.department","line":1,"column":1,"value":"\"Cardiology\""},
           {"text":"subject.department","line":1,"column":24,"value":"\"Radiology\""},
           {"text":"context.mfa_age","line":1,"column":46,"value":"22m"}]},
 {"id":"P2","name":"Owner may always read","effect":"allow","state":"enforce","version":1,"result":"false","decided":false,
  "condition":"resource.owner_id == subject.id","parts":[]},
 {"id":"P3","name":"Working hours","effect":"deny","state":"observe","version":2,"result":"true","decided":false,
  "condition":"now.getHours(\"Europe/Berlin\") >= 19","parts":[]}],
"policies_asked":3,
"nearest":[{"change":"condition","policy":"Same department only","wanted":false,
            "expression":{"text":"context.mfa_age > duration(\"15m\")","offset":89,"length":33,"line":3,"column":6,"value":"true"}}]})json";

} // namespace

RecordedDecision FakeDecisionLog::decisionAt(std::size_t index) const
{
    RecordedDecision made;
    made.id = std::string(prefix) + std::to_string(index);
    made.time = m_clock.now() - std::chrono::seconds(90) * static_cast<std::int64_t>(index);
    made.source = index % 7 == 3 ? "check" : "request";
    made.reason = reasons[index % reasons.size()];
    made.allowed = made.reason == "allowed_by_policy" || made.reason == "not_named";
    made.action = index % 3 == 0 ? "records:read" : "records:update";
    made.kind = "record";
    made.objectId = "01JDGM0000000000000000" + std::to_string(1000 + index % 1000);
    if (index % 4 != 2)
        made.objectName = "Discharge summary " + std::to_string(2200 + index % 1000);
    made.subjectId = "subject";
    made.subjectName = people[index % people.size()];
    made.requestId = "01JDGMREQUEST" + std::to_string(index);
    made.method = index % 3 == 0 ? "GET" : "PATCH";
    made.path = "/api/data/" + made.objectId;
    if (made.reason == "permission_missing")
        made.required = made.action;
    if (made.reason == "denied_by_policy" || made.reason == "deny_failed")
        made.policy = "Same department only";
    if (made.reason == "allowed_by_policy")
        made.policy = "Owner may always read";
    if (made.reason == "not_named") {
        made.observed = "denied_by_policy";
        made.observedPolicy = "Working hours";
    }
    return made;
}

Result<DecisionPage> FakeDecisionLog::list(const access::Actor&, const DecisionQuery& query)
{
    if (auto error = failures.take())
        return *error;
    DecisionPage page;
    for (std::size_t index = 0; index < count; ++index) {
        RecordedDecision decision = decisionAt(index);
        const bool fits = (!query.allowed || decision.allowed == *query.allowed) &&
                          (!query.observed || decision.observed.empty() != *query.observed) &&
                          (!query.observed.value_or(false) || query.policy.empty() || decision.observedPolicy == query.policy) &&
                          (query.text.empty() || decision.subjectName.find(query.text) != std::string::npos ||
                           decision.policy.find(query.text) != std::string::npos);
        if (!fits)
            continue;
        if (page.total++ >= query.offset && page.decisions.size() < query.limit)
            page.decisions.push_back(std::move(decision));
    }
    return page;
}

Result<RecordedDecision> FakeDecisionLog::read(const access::Actor&, std::string_view id)
{
    if (auto error = failures.take())
        return *error;
    for (std::size_t index = 0; index < count; ++index) {
        RecordedDecision decision = decisionAt(index);
        if (decision.id != id)
            continue;
        if (decision.reason == "denied_by_policy")
            decision.trace = trace;
        return decision;
    }
    return makeError(ErrorCode::NotFound, "There is no such decision");
}

} // namespace sallyport::tests
