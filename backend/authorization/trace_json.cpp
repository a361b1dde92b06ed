#include "backend/authorization/trace_json.h"

#include "backend/base/shown_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <utility>

namespace sallyport::authorization {

namespace {

namespace cel = access::cel;
using namespace access::policies;

/// Writes JSON straight into one text: a trace has some fifty parts, and a tree of values for each costs ten times as much.
class TraceWriter {
public:
    TraceWriter& open(char bracket)
    {
        separate();
        m_text += bracket;
        m_first = true;
        return *this;
    }
    TraceWriter& close(char bracket)
    {
        m_text += bracket;
        m_first = false;
        return *this;
    }
    TraceWriter& key(std::string_view name) // of ours: nothing in it needs an escape
    {
        separate();
        m_text.append("\"").append(name).append("\":");
        m_first = true;
        return *this;
    }
    TraceWriter& text(std::string_view value)
    {
        separate();
        appendJsonString(m_text, value);
        return *this;
    }
    TraceWriter& number(std::int64_t value)
    {
        separate();
        char digits[20];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), value);
        m_text.append(digits, static_cast<std::size_t>(end.ptr - digits));
        return *this;
    }
    TraceWriter& flag(bool value)
    {
        separate();
        m_text += value ? "true" : "false";
        return *this;
    }
    void reserve(std::size_t bytes) { m_text.reserve(bytes); }
    std::string take() { return std::move(m_text); }

private:
    void separate()
    {
        if (!std::exchange(m_first, false))
            m_text += ',';
    }

    std::string m_text;
    bool m_first = true; ///< nothing stands before what comes next
};

void write(TraceWriter& to, const ExplainedPart& part)
{
    const cel::Position at = part.position();
    to.open('{').key("text").text(part.text()).key("offset").number(part.offset).key("length").number(part.length);
    to.key("line").number(at.line).key("column").number(at.column);
    if (part.failure.empty())
        to.key("value").text(part.value);
    else
        to.key("error").text(part.failure);
    to.close('}');
}

void write(TraceWriter& to, const ExplainedPolicy& explained)
{
    const access::Policy& policy = explained.policy->policy;
    to.open('{').key("id").text(policy.id.text()).key("name").text(policy.name);
    to.key("effect").text(effectWord(policy.effect)).key("state").text(stateWord(policy.state));
    to.key("version").number(policy.version).key("condition").text(policy.condition);
    to.key("result").text(explained.truth == Truth::True ? "true" : explained.truth == Truth::False ? "false" : "error");
    if (!explained.failure.empty())
        to.key("error").text(explained.failure);
    to.key("decided").flag(explained.decided).key("parts").open('[');
    for (const ExplainedPart& part : explained.parts)
        write(to, part);
    to.close(']').close('}');
}

void write(TraceWriter& to, const ExplainedChange& change)
{
    to.open('{').key("change").text(change.what);
    if (change.what == "permission") {
        to.key("permission").text(change.name);
    } else if (change.what == "condition") {
        to.key("policy").text(change.name).key("expression");
        write(to, change.part);
        to.key("wanted").flag(change.wanted);
    }
    to.close('}');
}

std::string outcomeOf(const Judgement& judgement, access::Permission action)
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

} // namespace

std::string summaryOf(const Explanation& explanation)
{
    std::string outcome = outcomeOf(explanation.judgement, explanation.action);
    if (!explanation.hides)
        return outcome;
    return "Hidden: it needs " + std::string(access::info(explanation.action).word) + " of the " +
           std::string(resourceWord(explanation.kind)) + ". " + outcome;
}

std::string traceText(const Explanation& explanation)
{
    TraceWriter to;
    to.reserve(4'096); // some fifty parts, each with its place
    to.open('{').key("summary").text(summaryOf(explanation));
    to.key("reason").text(reasonWord(explanation.judgement.reason));
    if (explanation.hides)
        to.key("hidden_by").text(resourceWord(explanation.kind));
    to.key("roles").open('{').key("required").text(access::info(explanation.action).word);
    to.key("asked").flag(explanation.rolesAsked).key("held").flag(explanation.held).key("given_by").open('[');
    for (const std::string& role : explanation.rolesThatGive)
        to.text(role);
    to.close(']').close('}').key("policies").open('[');
    std::vector<const ExplainedPolicy*> policies;
    for (const ExplainedPolicy& policy : explanation.policies)
        policies.push_back(&policy);
    std::ranges::stable_partition(policies, [](const ExplainedPolicy* policy) { return policy->decided; });
    for (std::size_t i = 0; i < std::min(policies.size(), tracedPolicies); ++i)
        write(to, *policies[i]);
    to.close(']').key("policies_asked").number(static_cast<std::int64_t>(policies.size())).key("nearest").open('[');
    for (std::size_t i = 0; i < std::min(explanation.nearest.size(), tracedPolicies); ++i)
        write(to, explanation.nearest[i]);
    to.close(']');
    if (explanation.judgement.observed) {
        const CompiledPolicy* const by = explanation.judgement.observedBy;
        to.key("observed").open('{').key("reason").text(reasonWord(*explanation.judgement.observed));
        to.key("policy").text(by != nullptr ? std::string_view(by->policy.name) : std::string_view()).close('}');
    }
    to.close('}');
    return to.take();
}

} // namespace sallyport::authorization
