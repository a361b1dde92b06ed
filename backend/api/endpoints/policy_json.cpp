#include "backend/api/endpoints/policy_json.h"

#include "backend/api/endpoints/json_of.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

namespace sallyport::api {
namespace {

namespace json = boost::json;
using Words = std::vector<std::string>;

json::array countsJson(const std::vector<authorization::Replay::Count>& counts)
{
    json::array made;
    for (const authorization::Replay::Count& one : counts)
        made.push_back({{"key", one.key}, {"name", one.name}, {"would_allow", one.allowed}, {"would_deny", one.denied}});
    return made;
}

/// A text that is JSON of ours.
json::value parsed(const std::string& text)
{
    boost::system::error_code failed;
    json::value made = json::parse(text, failed);
    return failed ? json::value(nullptr) : made;
}

} // namespace

json::object toJson(const access::Policy& policy)
{
    const authorization::NewPolicy words = [&] {
        authorization::NewPolicy made;
        for (const access::Permission action : policy.actions)
            made.actions.emplace_back(access::info(action).word);
        for (const access::ResourceKind kind : policy.resources)
            made.resources.emplace_back(access::resourceWord(kind));
        return made;
    }();
    json::object item;
    item["id"] = policy.id.text();
    item["name"] = policy.name;
    item["note"] = policy.note;
    item["effect"] = effectWord(policy.effect);
    item["actions"] = json::array(words.actions.begin(), words.actions.end());
    item["resources"] = json::array(words.resources.begin(), words.resources.end());
    item["condition"] = policy.condition;
    item["state"] = stateWord(policy.state);
    item["created_at"] = toRfc3339(policy.createdAt);
    item["created_by"] = policy.createdBy;
    item["changed_at"] = toRfc3339(policy.changedAt);
    item["changed_by"] = policy.changedBy;
    item["version"] = policy.version;
    return item;
}

json::object toJson(const authorization::Replay& replay)
{
    json::array flips;
    for (const authorization::Replay::Flip& flip : replay.flips)
        flips.push_back({{"decision_id", flip.decision},
                         {"time", toRfc3339(flip.time)},
                         {"subject_id", flip.subjectId},
                         {"subject", flip.subjectName},
                         {"action", flip.action},
                         {"kind", flip.kind},
                         {"object_id", flip.objectId},
                         {"method", flip.method},
                         {"path", flip.path},
                         {"route", flip.route},
                         {"was", flip.was},
                         {"now", flip.now},
                         {"then", flip.then},
                         {"policy", flip.policy}});
    return {{"replayed", replay.replayed},
            {"flipped", replay.flipped},
            {"complete", replay.all},
            {"flips", std::move(flips)},
            {"by_subject", countsJson(replay.bySubject)},
            {"by_route", countsJson(replay.byRoute)},
            {"by_object", countsJson(replay.byObject)}};
}

json::object toJson(const authorization::CheckAnswer& answer)
{
    json::object item{{"allowed", answer.allowed}, {"reason", answer.reason}, {"summary", answer.summary}};
    if (!answer.required.empty())
        item["required"] = answer.required;
    if (!answer.policy.empty())
        item["policy"] = answer.policy;
    if (!answer.observed.empty())
        item["observed"] = answer.observed;
    if (!answer.decision.empty())
        item["decision_id"] = answer.decision;
    if (!answer.trace.empty())
        item["trace"] = parsed(answer.trace);
    return item;
}

json::object toJson(const authorization::RecordedDecision& decision)
{
    json::object item;
    item["id"] = decision.id;
    item["time"] = toRfc3339(decision.time);
    item["source"] = decision.source;
    item["allowed"] = decision.allowed;
    item["reason"] = decision.reason;
    item["policy"] = orNull(decision.policy);
    item["policy_id"] = orNull(decision.policyId);
    item["observed"] = orNull(decision.observed);
    item["observed_policy"] = orNull(decision.observedPolicy);
    item["required"] = orNull(decision.required);
    item["subject_id"] = orNull(decision.subjectId);
    item["subject"] = decision.subjectName;
    item["action"] = decision.action;
    item["kind"] = orNull(decision.kind);
    item["object_id"] = orNull(decision.objectId);
    item["object"] = orNull(decision.objectName);
    item["request_id"] = orNull(decision.requestId);
    item["method"] = orNull(decision.method);
    item["path"] = orNull(decision.path);
    if (!decision.question.empty())
        item["question"] = parsed(decision.question);
    if (!decision.trace.empty())
        item["trace"] = parsed(decision.trace);
    return item;
}

authorization::PolicyPatch policyPatchOf(const json::object& body)
{
    authorization::PolicyPatch patch;
    const auto text = [&](std::string_view member, std::optional<std::string>& to) {
        if (const json::value* const value = body.if_contains(member); value != nullptr && value->is_string())
            to = std::string(value->get_string());
    };
    const auto words = [&](std::string_view member, std::optional<Words>& to) {
        if (const json::value* const value = body.if_contains(member); value != nullptr && value->is_array())
            to = json::value_to<Words>(*value);
    };
    const auto number = [&](std::string_view member, std::optional<std::int64_t>& to) {
        if (const json::value* const value = body.if_contains(member); value != nullptr && value->is_number())
            to = static_cast<std::int64_t>(value->to_number<double>());
    };
    text("name", patch.name);
    text("note", patch.note);
    text("effect", patch.effect);
    text("condition", patch.condition);
    text("state", patch.state);
    words("actions", patch.actions);
    words("resources", patch.resources);
    number("restore", patch.restore);
    number("version", patch.expectedVersion);
    return patch;
}

authorization::NewPolicy newPolicyOf(const json::object& body)
{
    const authorization::PolicyPatch told = policyPatchOf(body);
    authorization::NewPolicy made;
    made.name = told.name.value_or(std::string());
    made.note = told.note.value_or(std::string());
    made.effect = told.effect.value_or(std::string());
    made.actions = told.actions.value_or(Words());
    made.resources = told.resources.value_or(Words());
    made.condition = told.condition.value_or(std::string());
    made.state = told.state.value_or(std::string("draft"));
    return made;
}

} // namespace sallyport::api
