#include "backend/access/cel/cost.h"

#include <algorithm>
#include <limits>

namespace sallyport::access::cel {
namespace {

using Index = std::uint32_t;
using Amount = std::uint64_t;

constexpr Amount unbounded = std::numeric_limits<Amount>::max();
constexpr Amount numberText = 64; // bytes of a number, time or address as text

Amount plus(Amount a, Amount b)
{
    return a > unbounded - b ? unbounded : a + b;
}

Amount times(Amount a, Amount b)
{
    return a != 0 && b > unbounded / a ? unbounded : a * b;
}

Amount textSteps(Amount bytes)
{
    return bytes / Scratch::bytesPerStep + 1;
}

/// How large a value may be: bytes of a text or elements of a list or map, the largest of its parts, and all that is in it.
struct Size {
    Amount self = 0, part = 0, weight = 0;
    bool isText = false;   ///< surely
    bool hasTexts = false; ///< surely a list of texts

    static Size text(Amount bytes) { return {bytes, 0, bytes, true, false}; }
    static Size container(Amount elements, Amount part, bool hasTexts)
    {
        return {elements, part, plus(elements, times(elements, part)), false, hasTexts};
    }
};

Size sizeOf(const Value& value)
{
    if (value.isText())
        return Size::text(value.asText().size());
    Size size;
    const auto add = [&size](const Value& part) {
        const Size inner = sizeOf(part);
        size.part = std::max({size.part, inner.self, inner.part});
        size.weight = plus(size.weight, plus(inner.weight, 1));
    };
    if (value.is(Kind::List)) {
        size.self = value.asList().size();
        size.hasTexts = std::ranges::all_of(value.asList(), &Value::isText);
        std::ranges::for_each(value.asList(), add);
    }
    if (value.is(Kind::Map)) {
        size.self = value.asMap().size();
        for (const MapEntry& entry : value.asMap().entries()) {
            add(entry.key);
            add(entry.value);
        }
    }
    return size;
}

Size sizeOf(const Declared& declared)
{
    switch (declared.type.kind()) {
    case Kind::String:
    case Kind::Bytes: return Size::text(declared.largest);
    case Kind::List: {
        const Kind element = declared.type.parts()[0].kind();
        return Size::container(declared.largest, declared.largest, element == Kind::String || element == Kind::Bytes);
    }
    case Kind::Map:
    case Kind::Absent: return Size::container(declared.largest, declared.largest, false);
    default: return {};
    }
}

Size larger(const Size& a, const Size& b)
{
    return {std::max(a.self, b.self), std::max(a.part, b.part), std::max(a.weight, b.weight), a.isText && b.isText,
            a.hasTexts && b.hasTexts};
}

/// Of an element of a list, or of anything in a map.
Size elementOf(const Size& of)
{
    return of.hasTexts ? Size::text(of.part) : Size{of.part, of.part, of.weight, false, false};
}

/// What comparing two values takes.
Amount comparing(const Size& a, const Size& b)
{
    if (a.isText || b.isText)
        return textSteps(std::min(a.self, b.self));
    const Amount weight = std::min(a.weight, b.weight);
    return plus(1, a.hasTexts || b.hasTexts ? plus(std::min(a.self, b.self), weight / Scratch::bytesPerStep) : weight);
}

class Estimator {
public:
    Estimator(const Program& program, const Declarations& declarations)
        : m_program(program), m_declarations(declarations), m_steps(program.nodes().size(), 1), m_sizes(program.nodes().size())
    {
    }

    Estimate run()
    {
        for (Index index = 0; index < m_steps.size(); ++index)
            visit(index, m_program.node(index));
        const Amount all = m_steps[m_program.root()];
        Index dearest = m_program.root();
        Amount times = 1; // that it is done
        for (bool deeper = true; deeper;) {
            deeper = false;
            const Node& node = m_program.node(dearest);
            const Index range = isMacro(node.op) ? m_program.children(node)[0] : 0;
            m_program.ast().forEachChild(node, [&](Index child) {
                const Amount often = isMacro(node.op) && child != range ? cel::times(times, m_sizes[range].self) : times;
                if (!deeper && cel::times(m_steps[child], often) > all / 2) {
                    dearest = child;
                    times = often;
                    deeper = true;
                }
            });
        }
        return {all, dearest};
    }

private:
    void visit(Index index, const Node& node)
    {
        Amount& steps = m_steps[index];
        if (!isMacro(node.op) && node.op != Op::Conditional)
            m_program.ast().forEachChild(node, [&](Index child) { steps = plus(steps, m_steps[child]); });
        Size& size = m_sizes[index];
        switch (node.op) {
        case Op::Constant: size = sizeOf(m_program.constant(node.a)); break;
        case Op::Attribute: size = sizeOf(m_declarations[node.a]); break;
        case Op::Local: size = elementOf(m_sizes[m_program.ast().variables[node.a].range]); break;
        case Op::Select: size = {m_sizes[node.a].part, m_sizes[node.a].part, m_sizes[node.a].weight, false, false}; break;
        case Op::Index: size = elementOf(m_sizes[node.a]); break;
        case Op::List:
        case Op::Map:
            size.self = node.op == Op::List ? node.count : node.count / 2U;
            size.hasTexts = node.op == Op::List;
            for (const Index child : m_program.children(node)) {
                size.part = std::max({size.part, m_sizes[child].self, m_sizes[child].part});
                size.weight = plus(size.weight, plus(m_sizes[child].weight, 1));
                size.hasTexts = size.hasTexts && m_sizes[child].isText;
            }
            steps = plus(steps, node.op == Op::Map ? size.self : 0);
            break;
        case Op::Conditional:
            steps = plus(plus(steps, m_steps[node.a]), std::max(m_steps[node.b], m_steps[node.c]));
            size = larger(m_sizes[node.b], m_sizes[node.c]);
            break;
        case Op::Call: call(index, node); break;
        default:
            if (isMacro(node.op))
                macro(index, node);
            else if (isBinary(node.op))
                binary(index, node);
        }
    }

    void binary(Index index, const Node& node)
    {
        const Size &a = m_sizes[node.a], &b = m_sizes[node.b];
        Amount& steps = m_steps[index];
        if (node.op == Op::In) {
            steps = plus(steps, times(b.self, plus(1, comparing(a, elementOf(b)))));
        } else if (node.op < Op::In) {
            steps = plus(steps, comparing(a, b));
        } else if (node.op == Op::Add) {
            Size& made = m_sizes[index];
            made = {plus(a.self, b.self), std::max(a.part, b.part), plus(a.weight, b.weight), a.isText || b.isText,
                    a.hasTexts && b.hasTexts};
            steps = plus(steps, made.isText ? textSteps(made.self) : made.self);
        }
    }

    void macro(Index index, const Node& node)
    {
        const auto parts = m_program.children(node);
        const Size& range = m_sizes[parts[0]];
        Amount once = 1;
        for (std::size_t i = 1; i < parts.size(); ++i)
            once = plus(once, m_steps[parts[i]]);
        m_steps[index] = plus(plus(1, m_steps[parts[0]]), times(range.self, once));
        if (node.op == Op::Filter)
            m_sizes[index] = range;
        else if (node.op == Op::Transform) {
            const Size& result = m_sizes[parts.back()];
            m_sizes[index] = {range.self, std::max(result.self, result.part), times(range.self, plus(result.weight, 1)), false,
                              result.isText};
        }
    }

    void call(Index index, const Node& node)
    {
        const auto parts = m_program.children(node);
        const auto size = [&](std::size_t number) { return number < parts.size() ? m_sizes[parts[number]] : Size(); };
        Size& made = m_sizes[index];
        Amount& steps = m_steps[index];
        for (const Index part : parts)
            steps = plus(steps, textSteps(m_sizes[part].self));
        const Size of = size(0);
        switch (static_cast<FunctionId>(node.function)) {
        case FunctionId::Dyn: made = of; return;
        case FunctionId::String: made.self = std::max(of.self, numberText); break;
        case FunctionId::Matches: {
            constexpr Amount making = 1000;
            steps = plus(steps, plus(of.self / 8, node.b != 0 ? 0 : plus(making, size(1).self)));
            break;
        }
        case FunctionId::LastIndexOf: steps = plus(steps, times(textSteps(of.self), textSteps(size(1).self))); break;
        case FunctionId::Format:
            made.self = plus(of.self, plus(times(size(1).self, numberText), times(size(1).weight, numberText)));
            steps = plus(steps, plus(of.self, times(plus(size(1).weight, size(1).self), 6)));
            break;
        case FunctionId::Join:
            made.self = plus(of.weight, times(of.self, size(1).self));
            steps = plus(steps, times(of.self, 3));
            break;
        case FunctionId::Quote: made.self = plus(times(of.self, 2), 2); break;
        case FunctionId::Replace:
            made.self = plus(of.self, times(plus(of.self, 1), size(2).self));
            steps = plus(steps, times(plus(of.self, 1), plus(1, size(2).self / Scratch::bytesPerStep)));
            break;
        case FunctionId::Split:
            made = {plus(of.self, 1), of.self, plus(times(of.self, 2), 1), false, true};
            steps = plus(steps, made.self);
            break;
        case FunctionId::GetDate:
        case FunctionId::GetDayOfMonth:
        case FunctionId::GetDayOfWeek:
        case FunctionId::GetDayOfYear:
        case FunctionId::GetFullYear:
        case FunctionId::GetHours:
        case FunctionId::GetMilliseconds:
        case FunctionId::GetMinutes:
        case FunctionId::GetMonth:
        case FunctionId::GetSeconds: {
            constexpr Amount lookingForZone = 20;
            steps = plus(steps, node.b != 0 || parts.size() == 1 ? 0 : lookingForZone);
            break;
        }
        default: made.self = of.self;
        }
        if (static_cast<FunctionId>(node.function) != FunctionId::Split)
            made = Size::text(made.self);
        steps = plus(steps, textSteps(made.self));
    }

    const Program& m_program;
    const Declarations& m_declarations;
    std::vector<Amount> m_steps;
    std::vector<Size> m_sizes;
};

} // namespace

Estimate estimateCost(const Program& program, const Declarations& declarations)
{
    return Estimator(program, declarations).run();
}

} // namespace sallyport::access::cel
