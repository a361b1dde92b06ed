#include "backend/access/policies/residual.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <limits>

namespace sallyport::access::policies {
namespace {

using cel::Kind;
using cel::Node;
using cel::Op;
using cel::Value;
using Index = std::uint32_t;
using Is = RowTest::Is;

constexpr std::size_t mostListed = 500; ///< values of one `in`

bool isStored(std::uint32_t slot)
{
    switch (static_cast<Attribute>(slot)) {
    case Attribute::ResourceId:
    case Attribute::ResourceOwnerId:
    case Attribute::ResourceDepartment:
    case Attribute::ResourceClassification:
    case Attribute::ResourceCreatedAt:
    case Attribute::ResourceChangedAt:
    case Attribute::ResourceRecordId: return true;
    default: return false;
    }
}

/// Only of the members that every kind of object has a column for.
bool hasColumn(std::uint32_t slot)
{
    return isStored(slot) && static_cast<Attribute>(slot) != Attribute::ResourceRecordId;
}

bool isTime(Attribute member)
{
    return member == Attribute::ResourceCreatedAt || member == Attribute::ResourceChangedAt;
}

/// The same comparison seen from the other side.
Op turned(Op op)
{
    switch (op) {
    case Op::Less: return Op::Greater;
    case Op::LessEqual: return Op::GreaterEqual;
    case Op::Greater: return Op::Less;
    case Op::GreaterEqual: return Op::LessEqual;
    default: return op;
    }
}

class Residue {
public:
    Residue(const cel::Program& program, const Facts& facts, cel::Evaluator& evaluator)
        : m_program(program), m_facts(facts), m_evaluator(evaluator), m_open(program.nodes().size(), false)
    {
        // Children stand before their parents. A macro's variable is of its range, which is beside it.
        for (Index index = 0; index < m_open.size(); ++index) {
            const Node& node = program.node(index);
            bool open = (node.op == Op::Attribute || node.op == Op::HasAttribute) && isStored(node.a);
            program.ast().forEachChild(node, [&](Index child) { open = open || m_open[child]; });
            m_open[index] = open;
        }
    }

    Residual of(Index index)
    {
        const Node& node = m_program.node(index);
        if (!m_open[index])
            return known(index);
        switch (node.op) {
        case Op::And:
        case Op::Or: return logical(node);
        case Op::Not: {
            Residual inner = of(node.a);
            std::swap(inner.whenTrue, inner.whenFalse);
            return inner;
        }
        case Op::Conditional: return conditional(node);
        case Op::HasAttribute: return has(node);
        case Op::Equal:
        case Op::Unequal:
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual: return compared(node);
        case Op::In: return contained(node);
        case Op::Call: return called(node);
        default: return opaque();
        }
    }

private:
    static Residual opaque() { return {RowFilter::always(), RowFilter::always(), false}; }
    static Residual failed() { return {RowFilter::never(), RowFilter::never(), true}; }

    Residual known(Index index)
    {
        const Value value = m_evaluator.runPart(m_program, index, m_facts.values());
        if (!value.is(Kind::Bool))
            return failed();
        return value.asBool() ? Residual{RowFilter::always(), RowFilter::never(), true}
                              : Residual{RowFilter::never(), RowFilter::always(), true};
    }

    Residual logical(const Node& node)
    {
        std::vector<RowFilter> trues, falses;
        bool exact = true;
        for (const Index child : m_program.children(node)) {
            Residual part = of(child);
            exact = exact && part.exact;
            trues.push_back(std::move(part.whenTrue));
            falses.push_back(std::move(part.whenFalse));
        }
        return node.op == Op::And ? Residual{RowFilter::all(std::move(trues)), RowFilter::any(std::move(falses)), exact}
                                  : Residual{RowFilter::any(std::move(trues)), RowFilter::all(std::move(falses)), exact};
    }

    Residual conditional(const Node& node)
    {
        const Residual condition = of(node.a), yes = of(node.b), no = of(node.c);
        const auto either = [&](const RowFilter& first, const RowFilter& second) {
            return RowFilter::any({RowFilter::all({condition.whenTrue, first}), RowFilter::all({condition.whenFalse, second})});
        };
        return {either(yes.whenTrue, no.whenTrue), either(yes.whenFalse, no.whenFalse), condition.exact && yes.exact && no.exact};
    }

    Residual has(const Node& node) const
    {
        if (!hasColumn(node.a))
            return opaque();
        return tests({member(node), Is::Set, {}}, {member(node), Is::NotSet, {}});
    }

    static Attribute member(const Node& node) { return static_cast<Attribute>(node.a); }
    static Residual tests(RowTest whenTrue, RowTest whenFalse)
    {
        return {RowFilter::of(std::move(whenTrue)), RowFilter::of(std::move(whenFalse)), true};
    }
    bool isMember(Index index) const
    {
        const Node& node = m_program.node(index);
        return node.op == Op::Attribute && hasColumn(node.a);
    }

    Residual compared(const Node& node)
    {
        if (isMember(node.a) && isMember(node.b)) {
            const Attribute first = member(m_program.node(node.a)), second = member(m_program.node(node.b));
            if (node.op > Op::Unequal || isTime(first) != isTime(second))
                return opaque();
            const RowTest same{first, Is::SameAs, {}, second}, differs{first, Is::DiffersFrom, {}, second};
            return node.op == Op::Equal ? tests(same, differs) : tests(differs, same);
        }
        if (isMember(node.a) && !m_open[node.b])
            return comparedWith(member(m_program.node(node.a)), node.op, node.b);
        if (isMember(node.b) && !m_open[node.a])
            return comparedWith(member(m_program.node(node.b)), turned(node.op), node.a);
        return opaque();
    }

    /// What is compared with a value that is known: which whole numbers of microseconds fit.
    Residual comparedWith(Attribute member, Op op, Index other)
    {
        const Value value = m_evaluator.runPart(m_program, other, m_facts.values());
        if (value.isError())
            return failed();
        const bool fits = value.is(isTime(member) ? Kind::Timestamp : Kind::String);
        if (op == Op::Equal || op == Op::Unequal) {
            Residual equal = fits ? equalTo(member, value) : tests({}, {member, Is::Set, {}});
            if (!fits)
                equal.whenTrue = RowFilter::never(); // values of two kinds are never the same
            if (op == Op::Unequal)
                std::swap(equal.whenTrue, equal.whenFalse);
            return equal;
        }
        if (!fits)
            return failed();
        return isTime(member) ? ordered(member, op, value) : opaque(); // how texts are sorted is the database's own matter
    }

    static std::int64_t micros(const Value& time)
    {
        constexpr std::int64_t inSecond = 1'000'000, nanosInMicro = 1000;
        return time.seconds() * inSecond + static_cast<std::int64_t>(time.nanos()) / nanosInMicro;
    }
    static bool isWhole(const Value& time)
    {
        constexpr std::uint32_t nanosInMicro = 1000;
        return time.nanos() % nanosInMicro == 0;
    }

    static Residual equalTo(Attribute member, const Value& value)
    {
        if (!isTime(member)) {
            const std::string text(value.asText());
            return tests({member, Is::Equal, {text}}, {member, Is::Unequal, {text}});
        }
        Residual equal = tests({member, Is::Equal, {micros(value)}}, {member, Is::Unequal, {micros(value)}});
        if (!isWhole(value))
            equal = {RowFilter::never(), RowFilter::of({member, Is::Set, {}}), true};
        return equal;
    }

    /// A time between two microseconds is after the first: `<` is then `<=`, `>=` is `>`.
    static Residual ordered(Attribute member, Op op, const Value& time)
    {
        const std::int64_t at = micros(time);
        const bool whole = isWhole(time);
        const RowTest before{member, whole ? Is::Less : Is::LessEqual, {at}},
            notBefore{member, whole ? Is::GreaterEqual : Is::Greater, {at}};
        const RowTest upTo{member, Is::LessEqual, {at}}, after{member, Is::Greater, {at}};
        switch (op) {
        case Op::Less: return tests(before, notBefore);
        case Op::GreaterEqual: return tests(notBefore, before);
        case Op::LessEqual: return tests(upTo, after);
        default: return tests(after, upTo);
        }
    }

    Residual contained(const Node& node)
    {
        if (!isMember(node.a) || m_open[node.b])
            return opaque();
        const Attribute of = member(m_program.node(node.a));
        const Value list = m_evaluator.runPart(m_program, node.b, m_facts.values());
        if (list.isError())
            return failed();
        if (isTime(of) || (!list.is(Kind::List) && !list.is(Kind::Map)))
            return list.is(Kind::List) || list.is(Kind::Map) ? opaque() : failed();
        std::vector<RowTest::Value> texts;
        const auto take = [&texts](const Value& item) {
            if (item.is(Kind::String))
                texts.emplace_back(std::string(item.asText()));
        };
        if (list.is(Kind::List))
            std::ranges::for_each(list.asList(), take);
        else
            for (const cel::MapEntry& entry : list.asMap().entries())
                take(entry.key);
        std::ranges::sort(texts);
        const auto twice = std::ranges::unique(texts);
        texts.erase(twice.begin(), twice.end());
        if (texts.size() > mostListed)
            return opaque();
        if (texts.empty())
            return {RowFilter::never(), RowFilter::of({of, Is::Set, {}}), true};
        return tests({of, Is::OneOf, texts}, {of, Is::NoneOf, texts});
    }

    Residual called(const Node& node)
    {
        const auto parts = m_program.children(node);
        if (static_cast<cel::FunctionId>(node.function) != cel::FunctionId::StartsWith || parts.size() != 2 ||
            !isMember(parts[0]) || m_open[parts[1]])
            return opaque();
        const Attribute of = member(m_program.node(parts[0]));
        const Value value = m_evaluator.runPart(m_program, parts[1], m_facts.values());
        if (value.isError() || !value.is(Kind::String) || isTime(of))
            return failed();
        const std::string text(value.asText());
        if (text.empty())
            return {RowFilter::of({of, Is::Set, {}}), RowFilter::never(), true};
        if (text.find('\0') != text.npos)
            return opaque();
        return tests({of, Is::Begins, {text}}, {of, Is::BeginsNot, {text}});
    }

    const cel::Program& m_program;
    const Facts& m_facts;
    cel::Evaluator& m_evaluator;
    std::vector<bool> m_open; ///< has something of the object in it
};

/// `neutral` parts say nothing, a `deciding` one all.
RowFilter joined(std::vector<RowFilter> parts, RowFilter::Kind kind, RowFilter::Kind neutral, RowFilter::Kind deciding)
{
    std::vector<RowFilter> kept;
    for (RowFilter& part : parts) {
        if (part.kind == deciding)
            return {deciding, {}, {}};
        if (part.kind == neutral)
            continue;
        if (part.kind == kind)
            std::ranges::move(part.parts, std::back_inserter(kept));
        else
            kept.push_back(std::move(part));
    }
    if (kept.empty())
        return {neutral, {}, {}};
    if (kept.size() == 1)
        return std::move(kept.front());
    return {kind, std::move(kept), {}};
}

} // namespace

RowFilter RowFilter::all(std::vector<RowFilter> parts)
{
    return joined(std::move(parts), Kind::All, Kind::Always, Kind::Never);
}

RowFilter RowFilter::any(std::vector<RowFilter> parts)
{
    return joined(std::move(parts), Kind::Any, Kind::Never, Kind::Always);
}

std::size_t RowFilter::size() const noexcept
{
    if (kind == Kind::Test)
        return std::max<std::size_t>(1, test.values.size());
    std::size_t sum = 0;
    for (const RowFilter& part : parts)
        sum += part.size();
    return sum;
}

Residual residualOf(const cel::Program& program, const Facts& facts, cel::Evaluator& evaluator)
{
    return Residue(program, facts, evaluator).of(program.root());
}

ListFilter listFilter(const PolicySet::Bucket* bucket, const Facts& facts, cel::Evaluator& evaluator)
{
    if (bucket == nullptr || !bucket->decides())
        return {RowFilter::always(), true};
    ListFilter filter;
    std::vector<RowFilter> mustHold, mayHold;
    std::size_t size = 0;
    // Beyond the most tests nothing is left out, and everything that is let through is judged.
    const auto take = [&](std::vector<RowFilter>& to, RowFilter part) {
        size += part.size();
        if (size > mostRowTests) {
            part = RowFilter::always();
            filter.exact = false;
        }
        to.push_back(std::move(part));
    };
    for (const CompiledPolicy* const deny : bucket->denies) {
        Residual left = deny->program ? residualOf(*deny->program, facts, evaluator) : Residual{};
        filter.exact = filter.exact && left.exact;
        take(mustHold, std::move(left.whenFalse)); // one that fails denies
        if (mustHold.back().kind == RowFilter::Kind::Never)
            return {RowFilter::never(), true};
    }
    bool allowsExact = true;
    for (const CompiledPolicy* const allow : bucket->allows) {
        if (!allow->program)
            continue;
        Residual left = residualOf(*allow->program, facts, evaluator);
        if (left.whenTrue.kind == RowFilter::Kind::Never)
            continue;
        const bool decided = left.exact && left.whenTrue.kind == RowFilter::Kind::Always;
        allowsExact = decided || (allowsExact && left.exact);
        if (std::ranges::find(mayHold, left.whenTrue) == mayHold.end())
            take(mayHold, std::move(left.whenTrue));
        if (decided)
            break;
    }
    filter.exact = filter.exact && allowsExact;
    mustHold.push_back(RowFilter::any(std::move(mayHold)));
    filter.rows = RowFilter::all(std::move(mustHold));
    if (filter.rows.kind == RowFilter::Kind::Never)
        filter.exact = true;
    return filter;
}

} // namespace sallyport::access::policies
