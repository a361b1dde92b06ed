#include "backend/access/policies/explain.h"

#include "backend/access/cel/values/value_text.h"
#include "backend/base/utf8.h"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>

namespace sallyport::access::policies {
namespace {

using cel::Kind;
using cel::Node;
using cel::Op;
using cel::Value;
using Index = std::uint32_t;

constexpr unsigned shownDepth = 4; // of lists and maps in each other
constexpr std::size_t shownBytes = 400;

void quote(std::string& text, std::string_view quoted, std::size_t limit)
{
    const bool plain = std::ranges::all_of(quoted, [](char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; });
    if (!plain || quoted.size() > limit) {
        text += boost::json::serialize(boost::json::string(truncateUtf8(quoted, limit)));
        return;
    }
    text.reserve(text.size() + quoted.size() + 2);
    text += '"';
    text += quoted;
    text += '"';
}

void show(std::string& text, const Value& value, std::size_t limit, unsigned depth)
{
    if (text.size() > limit)
        return;
    switch (value.kind()) {
    case Kind::Absent: text += "missing"; return;
    case Kind::Error: text += "error"; return;
    case Kind::Null: text += "null"; return;
    case Kind::Bool: text += value.asBool() ? "true" : "false"; return;
    case Kind::String: quote(text, value.asText(), limit); return;
    case Kind::List: {
        text += '[';
        bool first = true;
        for (const Value& item : value.asList()) {
            if (!first)
                text += ", ";
            first = false;
            if (depth == 0 || text.size() > limit) {
                text += "...";
                break;
            }
            show(text, item, limit, depth - 1);
        }
        text += ']';
        return;
    }
    case Kind::Map: {
        text += '{';
        bool first = true;
        for (const cel::MapEntry& entry : value.asMap().entries()) {
            if (!first)
                text += ", ";
            first = false;
            if (depth == 0 || text.size() > limit) {
                text += "...";
                break;
            }
            show(text, entry.key, limit, depth - 1);
            text += ": ";
            show(text, entry.value, limit, depth - 1);
        }
        text += '}';
        return;
    }
    case Kind::Ip:
    case Kind::Cidr: text += cel::networkText(value); return;
    case Kind::Type: text += cel::kindName(value.asType()); return;
    default: text += cel::textOf(value).value_or("..."); return;
    }
}

void tellPart(ExplainedPart& part, const cel::Program& program, Index index, const Value& value)
{
    const cel::Place place = program.ast().nodes[index].place;
    part.condition = program.source();
    part.offset = place.offset;
    part.length = place.length;
    if (value.isError())
        part.failure = failureText(program, value);
    else if (!value.is(Kind::Absent))
        show(part.value, value, shownBytes, shownDepth);
}

/// Which parts of a condition would have to give something else for all of it to give `wanted`: the fewest.
class Nearest {
public:
    struct Leaf {
        Index index = 0;
        bool wanted = false;
    };
    using Leaves = std::vector<Leaf>;

    Nearest(const cel::Program& program, const Facts& facts, cel::Evaluator& evaluator)
        : m_program(program), m_facts(facts), m_evaluator(evaluator)
    {
    }

    Leaves to(Index index, bool wanted)
    {
        const Value value = m_evaluator.runPart(m_program, index, m_facts.values());
        if (value.is(Kind::Bool) && value.asBool() == wanted)
            return {};
        const Node& node = m_program.node(index);
        switch (node.op) {
        case Op::Not: return to(node.a, !wanted);
        case Op::And: return wanted ? every(node, wanted) : one(node, wanted);
        case Op::Or: return wanted ? one(node, wanted) : every(node, wanted);
        case Op::Conditional: {
            const Value condition = m_evaluator.runPart(m_program, node.a, m_facts.values());
            if (condition.is(Kind::Bool))
                return to(condition.asBool() ? node.b : node.c, wanted);
            break;
        }
        default: break;
        }
        return {{index, wanted}};
    }

private:
    Leaves every(const Node& node, bool wanted)
    {
        Leaves all;
        for (const Index child : m_program.children(node)) {
            const Leaves part = to(child, wanted);
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }
    Leaves one(const Node& node, bool wanted)
    {
        std::optional<Leaves> fewest;
        for (const Index child : m_program.children(node)) {
            Leaves part = to(child, wanted);
            // What can't be changed, a constant, is no way.
            if (std::ranges::any_of(part, [&](const Leaf& leaf) { return m_program.node(leaf.index).op == Op::Constant; }))
                continue;
            if (!fewest || part.size() < fewest->size())
                fewest = std::move(part);
        }
        return fewest.value_or(Leaves{{static_cast<Index>(&node - m_program.nodes().data()), wanted}});
    }

    const cel::Program& m_program;
    const Facts& m_facts;
    cel::Evaluator& m_evaluator;
};

/// The parts of a policy's condition that would have to give something else; of one that can't be read, all of it.
Nearest::Leaves leavesOf(const CompiledPolicy& policy, bool wanted, const Facts& facts, cel::Evaluator& evaluator)
{
    if (!policy.program)
        return {{0, wanted}};
    return Nearest(*policy.program, facts, evaluator).to(policy.program->root(), wanted);
}

void addChanges(std::vector<ExplainedChange>& changes, const CompiledPolicy& policy, const Nearest::Leaves& leaves,
                const Facts& facts, cel::Evaluator& evaluator)
{
    for (const Nearest::Leaf& leaf : leaves) {
        const std::string& condition = policy.policy.condition;
        changes.push_back(
            {"condition", policy.policy.name, {condition, 0, static_cast<std::uint32_t>(condition.size()), {}, {}}, leaf.wanted});
        if (policy.program)
            tellPart(changes.back().part, *policy.program, leaf.index,
                     evaluator.runPart(*policy.program, leaf.index, facts.values()));
    }
}

/// What an evaluation of a part costs is bounded, but not how many there are: conditions with more nodes say only what failed.
constexpr std::size_t mostNodes = 400;

std::vector<ExplainedChange> nearestAllow(const Explanation& of, const PolicySet::Bucket* bucket, const Facts& facts,
                                          cel::Evaluator& evaluator)
{
    std::vector<ExplainedChange> changes;
    if (of.judgement.allowed())
        return changes;
    if (!of.held)
        changes.push_back({"permission", std::string(access::info(of.action).word), {}, true});
    if (bucket == nullptr || !bucket->decides())
        return changes;
    const auto small = [](const CompiledPolicy& policy) {
        return !policy.program || policy.program->nodes().size() <= mostNodes;
    };
    for (const CompiledPolicy* const deny : bucket->denies)
        if (small(*deny))
            addChanges(changes, *deny, leavesOf(*deny, false, facts, evaluator), facts, evaluator);
    const CompiledPolicy* nearest = nullptr;
    Nearest::Leaves fewest;
    for (const CompiledPolicy* const allow : bucket->allows) {
        if (!small(*allow))
            continue;
        Nearest::Leaves some = leavesOf(*allow, true, facts, evaluator);
        if (nearest == nullptr || some.size() < fewest.size()) {
            fewest = std::move(some);
            nearest = allow;
        }
        if (fewest.empty())
            break;
    }
    if (nearest != nullptr)
        addChanges(changes, *nearest, fewest, facts, evaluator);
    else if (bucket->allows.empty())
        changes.push_back({"policy", {}, {}, true});
    return changes;
}

void explainPolicy(ExplainedPolicy& made, const CompiledPolicy& policy, const Facts& facts, cel::Evaluator& evaluator,
                   std::vector<Value>& values)
{
    made.policy = &policy;
    if (!policy.program) {
        made.truth = Truth::Failed;
        made.failure = "the condition cannot be read any more";
        return;
    }
    const cel::Program& program = *policy.program;
    const Value value = evaluator.runTraced(program, facts.values(), values);
    if (value.is(Kind::Bool)) {
        made.truth = value.asBool() ? Truth::True : Truth::False;
    } else {
        made.truth = Truth::Failed;
        made.failure = failureText(program, value);
    }
    constexpr std::size_t mostParts = 500;
    made.parts.reserve(std::min(values.size(), mostParts));
    for (Index index = 0; index < values.size() && made.parts.size() < mostParts; ++index)
        if (!values[index].is(Kind::Absent) && program.ast().nodes[index].op != Op::Constant)
            tellPart(made.parts.emplace_back(), program, index, values[index]);
}

} // namespace

Explanation explain(const PolicySet& set, Permission action, ResourceKind kind, bool held, const Facts& facts)
{
    Explanation made;
    Judge judge;
    made.judgement = judge.judge(set, action, kind, held, facts);
    made.action = action;
    made.kind = kind;
    made.held = held;
    cel::Evaluator evaluator;
    const PolicySet::Bucket* const bucket = set.bucket(action, kind);
    if (bucket != nullptr) {
        std::vector<Value> values;
        made.policies.reserve(bucket->denies.size() + bucket->allows.size() + bucket->observedDenies.size() +
                              bucket->observedAllows.size());
        for (const auto* list : {&bucket->denies, &bucket->allows, &bucket->observedDenies, &bucket->observedAllows}) {
            for (const CompiledPolicy* const policy : *list) {
                explainPolicy(made.policies.emplace_back(), *policy, facts, evaluator, values);
                made.policies.back().decided = policy == made.judgement.by && made.judgement.reason != Reason::NoneAllows;
            }
        }
    }
    made.nearest = nearestAllow(made, bucket, facts, evaluator);
    return made;
}

} // namespace sallyport::access::policies
