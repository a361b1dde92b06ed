#include "backend/authorization/policy_document.h"

#include "backend/access/policies/policy_limits.h"
#include "backend/authorization/policy_fields.h"
#include "backend/base/name_text.h"
#include "backend/base/strict_json.h"
#include "backend/identity/core/user_fields.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace sallyport::authorization {

namespace {

namespace json = boost::json;

constexpr std::size_t memberNameTold = 64; ///< characters of the name of a member that there isn't
constexpr std::size_t targetWords = 64;    ///< actions, or kinds, of one policy
constexpr std::array<std::string_view, 3> documentMembers{"format", "version", "policies"};

json::object testJson(const PolicyTest& test)
{
    json::object made{{"name", test.name}};
    const json::value question = json::parse(test.question); // checked when it was stored
    for (const auto& [member, value] : question.get_object())
        made[member] = value;
    made["expect"] = test.allowed ? "allow" : "deny";
    return made;
}

json::object policyJson(const access::Policy& policy, const std::vector<PolicyTest>& tests)
{
    const NewPolicy words = wordsOf(policy);
    json::array asked;
    for (const PolicyTest& test : tests)
        asked.push_back(testJson(test));
    return {{"id", policy.id.text()},
            {"name", words.name},
            {"note", words.note},
            {"effect", words.effect},
            {"actions", json::array(words.actions.begin(), words.actions.end())},
            {"resources", json::array(words.resources.begin(), words.resources.end())},
            {"condition", words.condition},
            {"state", words.state},
            {"tests", std::move(asked)}};
}

std::string shownMember(std::string_view name)
{
    return nameFromOutside(name, memberNameTold);
}

void noSuchMember(const std::string& before, std::string_view name, std::vector<FieldError>& mistakes)
{
    mistakes.push_back({before + shownMember(name), "There is no such member.", "additionalProperties"});
}

void takeText(std::string_view member, const json::value& value, std::string& to, std::vector<FieldError>& mistakes)
{
    if (value.is_string())
        to = std::string(value.get_string());
    else
        mistakes.push_back({std::string(member), "A text.", "type"});
}

void takeWords(std::string_view member, const json::value& value, std::vector<std::string>& to, std::vector<FieldError>& mistakes)
{
    const json::array* const list = value.if_array();
    if (list == nullptr || !std::ranges::all_of(*list, [](const json::value& one) { return one.is_string(); })) {
        mistakes.push_back({std::string(member), "A list of texts.", "type"});
        return;
    }
    if (list->size() > targetWords) {
        mistakes.push_back({std::string(member), "At most " + std::to_string(targetWords) + ".", "maxItems"});
        return;
    }
    for (const json::value& one : *list)
        to.emplace_back(one.get_string());
}

std::optional<PolicyTest> readTest(const std::string& place, const json::value& value, std::vector<FieldError>& mistakes)
{
    if (!value.is_object()) {
        mistakes.push_back({place, "An object.", "type"});
        return std::nullopt;
    }
    const json::object& members = value.get_object();
    const json::value* const name = members.if_contains("name");
    const json::value* const expect = members.if_contains("expect");
    const bool allow = expect != nullptr && *expect == "allow";
    if (name == nullptr || !name->is_string())
        mistakes.push_back({place + ".name", "A text.", "type"});
    if (expect == nullptr || (!allow && *expect != "deny"))
        mistakes.push_back({place + ".expect", "allow or deny.", "enum"});
    PolicyTest test;
    test.name = name != nullptr && name->is_string() ? std::string(name->get_string()) : std::string();
    test.allowed = allow;
    json::object question; // in the order that they are in: what is written again is the same text
    for (const auto& [member, told] : members)
        if (member != "name" && member != "expect")
            question[member] = told;
    test.question = json::serialize(question);
    return test;
}

void takeTests(const json::value& value, DocumentPolicy& policy)
{
    const json::array* const list = value.if_array();
    if (list == nullptr) {
        policy.mistakes.push_back({"tests", "A list of objects.", "type"});
        return;
    }
    if (list->size() > access::policyTestsLimit) {
        policy.mistakes.push_back({"tests", "At most " + std::to_string(access::policyTestsLimit) + ".", "maxItems"});
        return;
    }
    policy.tests.emplace();
    for (std::size_t at = 0; at < list->size(); ++at)
        if (auto test = readTest("tests." + std::to_string(at), (*list)[at], policy.mistakes))
            policy.tests->push_back(std::move(*test));
}

DocumentPolicy readOne(const json::value& value)
{
    DocumentPolicy policy;
    policy.words.state.clear();
    if (!value.is_object()) {
        policy.mistakes.push_back({{}, "An object.", "type"});
        return policy;
    }
    for (const auto& [key, member] : value.get_object()) {
        const std::string_view name = key;
        if (name == "id") {
            takeText(name, member, policy.id.emplace(), policy.mistakes);
        } else if (name == "state") {
            policy.hasState = true;
            takeText(name, member, policy.words.state, policy.mistakes);
        } else if (name == "name") {
            takeText(name, member, policy.words.name, policy.mistakes);
        } else if (name == "note") {
            takeText(name, member, policy.words.note, policy.mistakes);
        } else if (name == "effect") {
            takeText(name, member, policy.words.effect, policy.mistakes);
        } else if (name == "condition") {
            takeText(name, member, policy.words.condition, policy.mistakes);
        } else if (name == "actions") {
            takeWords(name, member, policy.words.actions, policy.mistakes);
        } else if (name == "resources") {
            takeWords(name, member, policy.words.resources, policy.mistakes);
        } else if (name == "tests") {
            takeTests(member, policy);
        } else {
            noSuchMember({}, name, policy.mistakes);
        }
    }
    return policy;
}

/// Null if there is none.
const json::value* timeIn(const json::value& question)
{
    const json::value* const context = question.is_object() ? question.get_object().if_contains("context") : nullptr;
    return context != nullptr && context->is_object() ? context->get_object().if_contains("time") : nullptr;
}

} // namespace

std::string policyDocument(const std::vector<access::Policy>& policies,
                           const std::map<std::string, std::vector<PolicyTest>>& tests)
{
    std::string text = R"({"format":")" + std::string(policyDocumentFormat) + R"(","version":)" +
                       std::to_string(policyDocumentVersion) + R"(,"policies":[)";
    const std::vector<PolicyTest> none;
    for (std::string_view lead = "\n"; const access::Policy& policy : policies) {
        const auto asked = tests.find(policy.id.text());
        text.append(lead).append(json::serialize(policyJson(policy, asked == tests.end() ? none : asked->second)));
        lead = ",\n";
    }
    return text + "\n]}\n";
}

Result<std::vector<DocumentPolicy>> readPolicyDocument(std::string_view text)
{
    SALLYPORT_ASSIGN(const json::value document, parseStrictJson(text, policyDocumentBytes));
    std::vector<FieldError> mistakes;
    const json::object* const members = document.if_object();
    const json::value* const format = members != nullptr ? members->if_contains("format") : nullptr;
    if (format == nullptr || !format->is_string() || std::string_view(format->get_string()) != policyDocumentFormat)
        return identity::validationError(
            {{"format", "This is no document of policies: " + std::string(policyDocumentFormat) + ".", "const"}});
    const json::value* const version = members->if_contains("version");
    if (version == nullptr || !version->is_int64() || version->get_int64() != policyDocumentVersion)
        return identity::validationError(
            {{"version", "This program reads version " + std::to_string(policyDocumentVersion) + ".", "const"}});
    for (const auto& [name, value] : *members)
        if (std::ranges::find(documentMembers, std::string_view(name)) == documentMembers.end() &&
            mistakes.size() < importMistakesTold)
            noSuchMember({}, name, mistakes);
    const json::value* const list = members->if_contains("policies");
    if (list == nullptr || !list->is_array())
        mistakes.push_back({"policies", "A list of policies.", "type"});
    else if (list->get_array().size() > access::policiesLimit)
        mistakes.push_back({"policies", "At most " + std::to_string(access::policiesLimit) + ".", "maxItems"});
    if (!mistakes.empty())
        return identity::validationError(std::move(mistakes));
    std::vector<DocumentPolicy> policies;
    policies.reserve(list->get_array().size());
    for (const json::value& one : list->get_array())
        policies.push_back(readOne(one));
    return policies;
}

bool asksTheSame(const PolicyTest& ofDocument, const PolicyTest& stored)
{
    if (ofDocument.name != stored.name || ofDocument.allowed != stored.allowed)
        return false;
    boost::system::error_code failed;
    json::value wanted = json::parse(ofDocument.question, failed);
    const json::value kept = failed ? json::value() : json::parse(stored.question, failed);
    if (failed || !wanted.is_object())
        return false;
    if (const json::value* const time = timeIn(kept); time != nullptr && timeIn(wanted) == nullptr) {
        json::object& question = wanted.get_object();
        if (!question.contains("context"))
            question["context"] = json::object();
        if (question["context"].is_object())
            question["context"].get_object()["time"] = *time;
    }
    return wanted == kept;
}

} // namespace sallyport::authorization
