#include "backend/authorization/trace_json.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::authorization {

namespace {

namespace json = boost::json;
namespace cel = access::cel;
using namespace access::policies;

json::object partJson(const ExplainedPart& part)
{
    const cel::Position at = part.position();
    json::object made{
        {"text", part.text()}, {"offset", part.offset}, {"length", part.length}, {"line", at.line}, {"column", at.column}};
    if (part.failure.empty())
        made["value"] = part.value;
    else
        made["error"] = part.failure;
    return made;
}

json::object policyJson(const ExplainedPolicy& explained)
{
    const access::Policy& policy = explained.policy->policy;
    json::object made{{"id", policy.id.text()},           {"name", policy.name},       {"effect", effectWord(policy.effect)},
                      {"state", stateWord(policy.state)}, {"version", policy.version}, {"condition", policy.condition}};
    made["result"] = explained.truth == Truth::True ? "true" : explained.truth == Truth::False ? "false" : "error";
    if (!explained.failure.empty())
        made["error"] = explained.failure;
    made["decided"] = explained.decided;
    json::array parts;
    for (const ExplainedPart& part : explained.parts)
        parts.push_back(partJson(part));
    made["parts"] = std::move(parts);
    return made;
}

json::object changeJson(const ExplainedChange& change)
{
    json::object made{{"change", change.what}};
    if (change.what == "permission") {
        made["permission"] = change.name;
    } else if (change.what == "condition") {
        made["policy"] = change.name;
        made["expression"] = partJson(change.part);
        made["wanted"] = change.wanted;
    }
    return made;
}

} // namespace

std::string summaryOf(const Judgement& judgement, access::Permission action)
{
    const std::string name = judgement.by != nullptr ? '\'' + judgement.by->policy.name + '\'' : std::string();
    switch (judgement.reason) {
    case Reason::PermissionMissing: return "No role gives the permission " + std::string(access::info(action).word) + '.';
    case Reason::NotNamed: return "The roles allow it, and no enforced policy names it.";
    case Reason::AllowedByPolicy: return "Allowed by the policy " + name + '.';
    case Reason::DeniedByPolicy: return "Denied by the policy " + name + '.';
    case Reason::DenyFailed: return "Denied: the policy " + name + " could not be evaluated: " + judgement.failure + '.';
    case Reason::NoneAllows:
        return judgement.failure.empty()
                   ? "No rule matched: policies name it and none allows it."
                   : "No rule matched: the policy " + name + " could not be evaluated: " + judgement.failure + '.';
    }
    return {};
}

std::string traceText(const Explanation& explanation)
{
    json::object roles{
        {"required", access::info(explanation.action).word}, {"asked", explanation.rolesAsked}, {"held", explanation.held}};
    roles["given_by"] = json::array(explanation.rolesThatGive.begin(), explanation.rolesThatGive.end());
    std::vector<const ExplainedPolicy*> policies;
    for (const ExplainedPolicy& policy : explanation.policies)
        policies.push_back(&policy);
    std::ranges::stable_partition(policies, [](const ExplainedPolicy* policy) { return policy->decided; });
    json::array told;
    for (const ExplainedPolicy* const policy : policies)
        if (told.size() < tracedPolicies)
            told.push_back(policyJson(*policy));
    json::array nearest;
    for (const ExplainedChange& change : explanation.nearest)
        if (nearest.size() < tracedPolicies)
            nearest.push_back(changeJson(change));
    json::object made{{"summary", summaryOf(explanation.judgement, explanation.action)},
                      {"reason", reasonWord(explanation.judgement.reason)},
                      {"roles", std::move(roles)},
                      {"policies", std::move(told)},
                      {"policies_asked", static_cast<std::int64_t>(policies.size())},
                      {"nearest", std::move(nearest)}};
    if (explanation.judgement.observed)
        made["observed"] = {
            {"reason", reasonWord(*explanation.judgement.observed)},
            {"policy", explanation.judgement.observedBy != nullptr ? explanation.judgement.observedBy->policy.name : ""}};
    return json::serialize(made);
}

} // namespace sallyport::authorization
