#pragma once

#include "backend/access/cel/ast.h"
#include "backend/access/cel/lexer.h"

namespace sallyport::access::cel {

/// Reads an expression by recursive descent; sub-expressions inside each other are bounded by maximumDepth.
class Parser {
public:
    explicit Parser(std::string_view source);
    std::variant<Ast, Problem> read();

private:
    using Index = std::uint32_t;
    static constexpr Index failed = 0xffffffff;

    // parser.cpp: the grammar, from the outside to the inside. `failed` once there is a problem.
    Index expression();
    Index operands(unsigned level);
    Index logical(Op op, std::string_view sign, unsigned level);
    Index binary(unsigned level);
    Index unary();
    Index member(Index target, std::uint32_t start);
    Index primary();
    Index bracketed();
    Index mapLiteral();
    Index constant();
    Index number(bool negative, std::uint32_t start);
    Index name(bool fromRoot, std::uint32_t start);
    Index selected(Index target, std::uint32_t start);
    bool arguments(std::vector<Index>& list, std::string_view close, bool trailingComma);

    // parser_macros.cpp: has() and the macros with a variable.
    Index has(std::uint32_t start);
    bool atMacroVariable(std::string_view name) const;
    Index macro(std::string_view name, Index range, std::uint32_t start);

    void advance();
    bool accept(std::string_view sign);
    bool expect(std::string_view sign);
    bool isUsableName(const Token& token);
    Index fail(Place place, std::string message);
    Index failAtToken(std::string_view expected);
    Index add(Node node, std::uint32_t start);
    Index addConstant(Value value, std::uint32_t start);
    Index addWithChildren(Node node, std::span<const Index> list, std::uint32_t start);
    std::uint32_t addName(std::string_view text);
    std::uint32_t depthOf(Index index) const { return m_depths[index]; }

    Ast m_ast;
    Lexer m_lexer;
    Token m_token;
    std::uint32_t m_lastEnd = 0; ///< of the token before
    unsigned m_nesting = 0;
    std::vector<std::uint32_t> m_depths; ///< of each node
    std::vector<Index> m_scope;          ///< variables, the innermost last
    std::optional<Problem> m_problem;
};

/// In the language for literals and `in`: never a name.
bool isKeyword(std::string_view name) noexcept;
/// Kept for languages around it: no variable and no function, but a field.
bool isReserved(std::string_view name) noexcept;

} // namespace sallyport::access::cel
