#include "backend/access/cel/parser.h"

#include <algorithm>
#include <array>

namespace sallyport::access::cel {
namespace {

struct Macro {
    std::string_view name;
    Op op;
    std::size_t least, most; ///< expressions behind the variable
};
constexpr std::array<Macro, 6> macros{{{"all", Op::All, 1, 1},
                                       {"exists", Op::Exists, 1, 1},
                                       {"exists_one", Op::ExistsOne, 1, 1},
                                       {"existsOne", Op::ExistsOne, 1, 1},
                                       {"filter", Op::Filter, 1, 1},
                                       {"map", Op::Transform, 1, 2}}};

} // namespace

/// `has(` is read.
Parser::Index Parser::has(std::uint32_t start)
{
    std::vector<Index> list;
    if (!arguments(list, ")", false))
        return failed;
    if (list.size() != 1 || m_ast.nodes[list[0]].op != Op::Select)
        return fail({start, m_lastEnd - start}, "has() takes one field of something, as in has(a.b)");
    Node node = m_ast.nodes[list[0]];
    node.op = Op::Has;
    return add(node, start);
}

/// `.name(` is read: does a variable follow?
bool Parser::atMacroVariable(std::string_view name) const
{
    if (std::ranges::find(macros, name, &Macro::name) == macros.end() || m_token.kind != Token::Kind::Identifier)
        return false;
    Lexer ahead = m_lexer;
    return ahead.next().is(",");
}

Parser::Index Parser::macro(std::string_view name, Index range, std::uint32_t start)
{
    const Macro& known = *std::ranges::find(macros, name, &Macro::name);
    const Token variable = m_token;
    if (!isUsableName(variable))
        return failed;
    const auto index = static_cast<Index>(m_ast.variables.size());
    const auto slot = static_cast<std::uint32_t>(m_scope.size());
    m_ast.variables.push_back({m_ast.pool->copy(variable.text), range, slot});
    m_ast.localSlots = std::max(m_ast.localSlots, slot + 1);
    advance();
    advance(); // the comma
    m_scope.push_back(index);
    std::vector<Index> list{range};
    const bool read = arguments(list, ")", false);
    m_scope.pop_back();
    if (!read)
        return failed;
    if (list.size() - 1 < known.least || list.size() - 1 > known.most)
        return fail({start, m_lastEnd - start},
                    std::string(name) + (known.most == 2 ? "() takes a variable, a condition if there is one, and a result"
                                                         : "() takes a variable and one condition"));
    Node node;
    node.op = known.op;
    node.b = index;
    return addWithChildren(node, list, start);
}

} // namespace sallyport::access::cel
