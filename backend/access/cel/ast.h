#pragma once

#include "backend/access/cel/problem.h"
#include "backend/access/cel/values/scratch.h"

#include <deque>
#include <variant>

namespace sallyport::access::cel {

/// What a node does. `children` are indices in Ast::children, from `a` on, `count` of them.
enum class Op : std::uint8_t {
    Constant,     ///< a: constant
    Name,         ///< a: name, b: 1 if it is written with a leading dot; until names are resolved
    Unknown,      ///< a name that means nothing: an error at run time
    Attribute,    ///< a: slot
    Local,        ///< a: variable of a macro
    Select,       ///< a: of what, b: name
    Has,          ///< the same, of has()
    HasAttribute, ///< a: slot
    Index,        ///< a: of what, b: where
    List,         ///< children
    Map,          ///< children, key and value in turn
    Call,         ///< children, a receiver first; b: name until it is resolved, then one more than what is prepared for it
    NoOverload,   ///< a call that no overload takes: an error at run time; children, b: name, c: 0 if there is no such function
    Not,          ///< a
    Negate,       ///< a
    And,          ///< children, two at least
    Or,           ///< children, two at least
    Conditional,  ///< a ? b : c
    Equal,        ///< a, b, as all that follow to Modulo
    Unequal,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    All, ///< children: range and condition; b: variable
    Exists,
    ExistsOne,
    Filter,
    Transform, ///< children: range, condition if there are three, result; b: variable
};

/// 24 bytes. Children stand before their parents.
struct Node {
    Op op = Op::Constant;
    std::uint8_t function = 0; ///< FunctionId of Call
    std::uint16_t count = 0;
    Place place; ///< all of the sub-expression
    std::uint32_t a = 0, b = 0, c = 0;
};
static_assert(sizeof(Node) == 24);

constexpr bool hasChildList(Op op) noexcept
{
    return op == Op::List || op == Op::Map || op == Op::Call || op == Op::NoOverload || op == Op::And || op == Op::Or ||
           op >= Op::All;
}
constexpr bool isBinary(Op op) noexcept
{
    return op >= Op::Equal && op <= Op::Modulo;
}
constexpr bool isMacro(Op op) noexcept
{
    return op >= Op::All;
}

/// The variable of a macro.
struct Variable {
    std::string_view name;
    std::uint32_t range = 0; ///< node that it goes through
    std::uint32_t slot = 0;  ///< how many others are around it
};

/// An expression as it is written: nodes in the order in which they ended. Owns its text and its constants.
class Ast {
public:
    std::string source;
    std::vector<Node> nodes;
    std::vector<std::uint32_t> children;
    std::vector<Value> constants;
    std::vector<std::string_view> names; ///< of Name, Select, Has and Call
    std::vector<Variable> variables;
    std::uint32_t root = 0;
    std::uint32_t localSlots = 0;  ///< macros inside each other at most
    std::unique_ptr<Scratch> pool; ///< of what constants and names point to

    std::span<const std::uint32_t> childrenOf(const Node& node) const { return std::span(children).subspan(node.a, node.count); }
    /// Calls `each(index)` for what a node is made of.
    template <typename Each>
    void forEachChild(const Node& node, Each each) const
    {
        if (hasChildList(node.op)) {
            for (const std::uint32_t child : childrenOf(node))
                each(child);
        } else if (isBinary(node.op) || node.op == Op::Index) {
            each(node.a);
            each(node.b);
        } else if (node.op == Op::Conditional) {
            each(node.a);
            each(node.b);
            each(node.c);
        } else if (node.op == Op::Select || node.op == Op::Has || node.op == Op::Not || node.op == Op::Negate) {
            each(node.a);
        }
    }
    Problem problemAt(Place place, std::string message) const
    {
        return {place, positionOf(source, place.offset), std::move(message), {}};
    }
};

/// Sub-expressions inside each other at most: what evaluating may recurse.
inline constexpr unsigned maximumDepth = 200;
/// Parts of one expression at most.
inline constexpr std::size_t maximumNodes = 20'000;

/// Reads an expression. One problem, the first, if it isn't one.
std::variant<Ast, Problem> parse(std::string_view source);

} // namespace sallyport::access::cel
