#include "backend/access/cel/checker.h"

#include "backend/access/cel/type_table.h"

#include <array>

namespace sallyport::access::cel {
namespace {

using Id = TypeTable::Id;
using Index = std::uint32_t;

constexpr Id boolType = TypeTable::of(Kind::Bool), intType = TypeTable::of(Kind::Int), stringType = TypeTable::of(Kind::String),
             dynType = TypeTable::dynamic;

/// What + - * / % take and give, a row each: kinds and the operators.
struct Arithmetic {
    Kind a, b, gives;
    std::string_view operators;
};
constexpr std::array<Arithmetic, 10> arithmetics{{
    {Kind::Int, Kind::Int, Kind::Int, "+-*/%"},
    {Kind::Uint, Kind::Uint, Kind::Uint, "+-*/%"},
    {Kind::Double, Kind::Double, Kind::Double, "+-*/"},
    {Kind::String, Kind::String, Kind::String, "+"},
    {Kind::Bytes, Kind::Bytes, Kind::Bytes, "+"},
    {Kind::Timestamp, Kind::Duration, Kind::Timestamp, "+-"},
    {Kind::Duration, Kind::Timestamp, Kind::Timestamp, "+"},
    {Kind::Duration, Kind::Duration, Kind::Duration, "+-"},
    {Kind::Timestamp, Kind::Timestamp, Kind::Duration, "-"},
    {Kind::List, Kind::List, Kind::List, "+"},
}};

constexpr std::string_view signOf(Op op)
{
    constexpr std::array<std::string_view, 12> signs{"==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "/", "%"};
    return signs[static_cast<std::size_t>(op) - static_cast<std::size_t>(Op::Equal)];
}

bool hasOrder(Kind kind)
{
    return kind == Kind::Bool || kind == Kind::Int || kind == Kind::Uint || kind == Kind::Double || kind == Kind::String ||
           kind == Kind::Bytes || kind == Kind::Timestamp || kind == Kind::Duration;
}

class Checker {
public:
    Checker(const Program& program, const std::vector<bool>& live, const Declarations& declarations)
        : m_program(program), m_live(live), m_declarations(declarations), m_types(program.nodes().size(), dynType)
    {
    }

    Checked run(const Type& wanted)
    {
        for (Index index = 0; index < m_program.nodes().size(); ++index)
            if (m_live[index])
                m_types[index] = typeOf(index, m_program.node(index));
        const Id result = m_types[m_program.root()];
        if (m_problems.empty() && !m_table.unify(result, m_table.add(wanted)))
            refuse(m_program.root(), "this gives " + shown(result) + ", " + wanted.text() + " is wanted");
        return {m_table.type(result), std::move(m_problems)};
    }

private:
    Id typeOf(Index index, const Node& node)
    {
        switch (node.op) {
        case Op::Constant: return TypeTable::of(m_program.constant(node.a).kind());
        case Op::Attribute: return m_table.add(m_declarations[node.a].type);
        case Op::Local: return elementOf(m_types[m_program.ast().variables[node.a].range]);
        case Op::Select: return selected(index, node, false);
        case Op::Has: return selected(index, node, true);
        case Op::HasAttribute: return boolType;
        case Op::Index: return indexed(index, node);
        case Op::List: return listOf(node);
        case Op::Map: return mapOf(node);
        case Op::Call: return called(index, node);
        case Op::Not: return wantBool(node.a), boolType;
        case Op::Negate: return negated(index, node);
        case Op::And:
        case Op::Or:
            for (const Index child : m_program.children(node))
                wantBool(child);
            return boolType;
        case Op::Conditional: return conditional(index, node);
        case Op::Equal:
        case Op::Unequal:
            if (!m_table.unify(m_types[node.a], m_types[node.b]))
                refuseOperator(index, node);
            return boolType;
        case Op::In: return contained(index, node);
        case Op::All:
        case Op::Exists:
        case Op::ExistsOne:
        case Op::Filter:
        case Op::Transform: return macro(index, node);
        default: return isBinary(node.op) ? binary(index, node) : dynType;
        }
    }

    void refuse(Index index, std::string message)
    {
        if (m_problems.size() >= mostProblems)
            return;
        m_problems.push_back(m_program.ast().problemAt(m_program.ast().nodes[index].place, std::move(message)));
    }
    std::string shown(Id id) const { return m_table.type(id).text(); }
    void refuseOperator(Index index, const Node& node)
    {
        refuse(index, "'" + std::string(signOf(node.op)) + "' does not take " + shown(m_types[node.a]) + " and " +
                          shown(m_types[node.b]));
    }
    void wantBool(Index index)
    {
        if (!m_table.unify(m_types[index], boolType))
            refuse(index, "this gives " + shown(m_types[index]) + ", bool is wanted");
    }
    bool isAny(Id id) const { return m_table.kind(id) == Kind::Absent; }

    /// What a macro's variable is: an element of a list, a key of a map.
    Id elementOf(Id range) const
    {
        const Kind kind = m_table.kind(range);
        return kind == Kind::List || kind == Kind::Map ? m_table.first(range) : dynType;
    }

    Id selected(Index index, const Node& node, bool has)
    {
        const Id of = m_types[node.a];
        if (isAny(of))
            return has ? boolType : dynType;
        if (m_table.kind(of) != Kind::Map || !m_table.unify(m_table.first(of), stringType)) {
            refuse(index, shown(of) + " has no fields");
            return dynType;
        }
        return has ? boolType : m_table.second(of);
    }

    Id indexed(Index index, const Node& node)
    {
        const Id of = m_types[node.a], where = m_types[node.b];
        const Kind kind = m_table.kind(of);
        if (isAny(of))
            return dynType;
        if (kind == Kind::List && m_table.unify(where, intType))
            return m_table.first(of);
        if (kind == Kind::Map && m_table.unify(where, m_table.first(of)))
            return m_table.second(of);
        refuse(index, shown(of) + " has no index of " + shown(where));
        return dynType;
    }

    Id listOf(const Node& node)
    {
        const auto parts = m_program.children(node);
        Id element = parts.empty() ? m_table.variable() : m_types[parts[0]];
        for (const Index part : parts)
            element = m_table.common(element, m_types[part]);
        return m_table.list(element);
    }

    Id mapOf(const Node& node)
    {
        const auto parts = m_program.children(node);
        Id key = m_table.variable(), value = parts.empty() ? m_table.variable() : m_types[parts[1]];
        for (std::size_t i = 0; i < parts.size(); i += 2) {
            const Kind kind = m_table.kind(m_types[parts[i]]);
            const bool fits =
                isAny(m_types[parts[i]]) || kind == Kind::Bool || kind == Kind::Int || kind == Kind::Uint || kind == Kind::String;
            if (!fits)
                refuse(parts[i], "a key is bool, int, uint or string, not " + shown(m_types[parts[i]]));
            // No key has parts: types that are made of themselves twice would be looked through for ever.
            key = fits ? m_table.common(key, m_types[parts[i]]) : dynType;
            value = m_table.common(value, m_types[parts[i + 1]]);
        }
        return m_table.map(key, value);
    }

    Id negated(Index index, const Node& node)
    {
        const Kind kind = m_table.kind(m_types[node.a]);
        if (kind == Kind::Int || kind == Kind::Double)
            return TypeTable::of(kind);
        if (!isAny(m_types[node.a]))
            refuse(index, "'-' does not take " + shown(m_types[node.a]));
        return dynType;
    }

    Id conditional(Index index, const Node& node)
    {
        wantBool(node.a);
        if (m_table.unify(m_types[node.b], m_types[node.c]))
            return m_table.common(m_types[node.b], m_types[node.c]);
        refuse(index, "one branch gives " + shown(m_types[node.b]) + ", the other " + shown(m_types[node.c]));
        return dynType;
    }

    Id contained(Index index, const Node& node)
    {
        const Kind kind = m_table.kind(m_types[node.b]);
        const bool fits = isAny(m_types[node.b]) || ((kind == Kind::List || kind == Kind::Map) &&
                                                     m_table.unify(m_types[node.a], m_table.first(m_types[node.b])));
        if (!fits)
            refuseOperator(index, node);
        return boolType;
    }

    Id binary(Index index, const Node& node)
    {
        const Id a = m_types[node.a], b = m_types[node.b];
        const Kind first = m_table.kind(a), second = m_table.kind(b);
        if (node.op < Op::In) {
            const bool fits = (isAny(a) || hasOrder(first)) && (isAny(b) || hasOrder(second)) &&
                              m_table.unify(m_table.withoutNull(a), m_table.withoutNull(b));
            if (!fits)
                refuseOperator(index, node);
            return boolType;
        }
        Id gives = dynType;
        std::size_t fitting = 0;
        for (const Arithmetic& row : arithmetics) {
            if (row.operators.find(signOf(node.op)) == std::string_view::npos || (!isAny(a) && row.a != first) ||
                (!isAny(b) && row.b != second))
                continue;
            gives = fitting++ == 0 ? TypeTable::of(row.gives) : dynType;
        }
        if (fitting == 0)
            refuseOperator(index, node);
        if (fitting != 1 || gives != TypeTable::of(Kind::List))
            return gives;
        return m_table.list(m_table.common(elementOf(a), elementOf(b)));
    }

    Id macro(Index index, const Node& node)
    {
        const auto parts = m_program.children(node);
        const Id range = m_types[parts[0]];
        if (!isAny(range) && m_table.kind(range) != Kind::List && m_table.kind(range) != Kind::Map)
            refuse(index, "a macro goes through a list or a map, not through " + shown(range));
        const bool transforms = node.op == Op::Transform;
        if (!transforms || parts.size() == 3)
            wantBool(parts[1]);
        if (transforms)
            return m_table.list(m_types[parts.back()]);
        return node.op == Op::Filter ? m_table.list(elementOf(range)) : boolType;
    }

    Id called(Index index, const Node& node)
    {
        const auto function = static_cast<FunctionId>(node.function);
        const Overload* fitting = nullptr;
        Id gives = dynType;
        bool several = false;
        for (const Overload& overload : overloads()) {
            if (overload.function != function || overload.takes.size() != node.count)
                continue;
            const std::size_t before = m_table.mark();
            const bool fits = takes(overload, node);
            m_table.backTo(before);
            if (!fits)
                continue;
            const Id result = letter(overload.gives, {dynType, dynType});
            several = several || (fitting != nullptr && fitting->gives != overload.gives);
            fitting = fitting == nullptr ? &overload : fitting;
            gives = several ? dynType : result;
        }
        if (fitting == nullptr)
            refuse(index, "'" + std::string(functionName(function)) + "' does not take " + shownValues(node));
        return gives;
    }

    bool takes(const Overload& overload, const Node& node)
    {
        const std::array<Id, 2> variables{m_table.variable(), m_table.variable()};
        const auto parts = m_program.children(node);
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (!m_table.unify(m_table.withoutNull(m_types[parts[i]]), letter(overload.takes[i], variables)))
                return false;
        return true;
    }

    Id letter(char of, const std::array<Id, 2>& variables)
    {
        constexpr std::string_view letters = "biudsytnacT";
        constexpr std::array<Kind, 11> kinds{Kind::Bool,      Kind::Int,      Kind::Uint, Kind::Double, Kind::String, Kind::Bytes,
                                             Kind::Timestamp, Kind::Duration, Kind::Ip,   Kind::Cidr,   Kind::Type};
        if (const std::size_t known = letters.find(of); known != letters.npos)
            return TypeTable::of(kinds[known]);
        switch (of) {
        case 'A': return variables[0];
        case 'l': return m_table.list(variables[0]);
        case 'm': return m_table.map(variables[0], variables[1]);
        case 'S': return m_table.list(stringType);
        case 'D': return m_table.list(dynType);
        default: return dynType;
        }
    }

    std::string shownValues(const Node& node) const
    {
        std::string text = "(";
        for (const Index part : m_program.children(node))
            text += (text.size() > 1 ? ", " : "") + shown(m_types[part]);
        return text + ')';
    }

    const Program& m_program;
    const std::vector<bool>& m_live;
    const Declarations& m_declarations;
    TypeTable m_table;
    std::vector<Id> m_types;
    Problems m_problems;
};

} // namespace

Checked check(const Program& program, const std::vector<bool>& live, const Declarations& declarations, const Type& wanted)
{
    return Checker(program, live, declarations).run(wanted);
}

} // namespace sallyport::access::cel
