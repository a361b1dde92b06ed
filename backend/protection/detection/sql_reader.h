#pragma once

#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/sql_lexer.h"

#include <span>

namespace sallyport::protection::detection {

/// How an expression of SQL ends.
enum class SqlEnd : std::uint8_t { Text, OpenQuote, Rest, Semicolon, Clause, Broken };

/// What an expression of SQL that follows a place in a text consists of.
struct SqlExpression {
    std::size_t end = 0; ///< token behind it
    SqlEnd ending = SqlEnd::Text;
    unsigned operators = 0;
    unsigned logic = 0;
    unsigned compares = 0;      ///< with a name in it
    unsigned constants = 0;     ///< comparisons of constants alone: always true or always false
    unsigned functions = 0;     ///< calls of functions that SQL has
    unsigned selects = 0;       ///< statements inside
    bool openedByLogic = false; ///< the first operator is and/or/||
};

/// Reads expressions and statements from a buffer of tokens.
class SqlReader {
public:
    /// An expression is read as far as so many operators, unless less is asked for.
    static constexpr unsigned farthestOperators = 12;

    SqlReader(std::string_view text, std::span<const SqlToken> tokens) : m_text(text), m_tokens(tokens) {}
    std::size_t size() const noexcept { return m_tokens.size(); }
    /// The token, or one of kind Other behind the end.
    const SqlToken& at(std::size_t i) const noexcept { return i < m_tokens.size() ? m_tokens[i] : m_none; }
    bool is(std::size_t i, SqlKind kind) const noexcept { return i < m_tokens.size() && m_tokens[i].kind == kind; }
    bool isWord(std::size_t i, SqlWord word) const noexcept { return i < m_tokens.size() && m_tokens[i].word == word; }
    bool isName(std::size_t i) const noexcept;
    std::string_view text(std::size_t i) const noexcept { return m_text.substr(at(i).offset, at(i).length); }

    /// An expression that goes on at `i` with an operator (or, with `operandFirst`, with an operand).
    SqlExpression expression(std::size_t i, bool operandFirst, unsigned mostOperators = farthestOperators) const;
    /// Points for a SELECT at `i`, whose place is a likely one for an attack or not. 0: it is none.
    unsigned select(std::size_t i, bool likely) const;
    /// Points for UNION at `i`.
    unsigned unionSelect(std::size_t i) const;
    /// Points for another statement at `i`.
    unsigned statement(std::size_t i, bool likely) const;
    std::size_t skip(std::size_t i, SqlKind a, SqlKind b) const noexcept;
    std::size_t skipComments(std::size_t i) const noexcept { return skip(i, SqlKind::Comment, SqlKind::Comment); }

private:
    enum class Operand : std::uint8_t { None, Constant, Name, Function, Open, Select };
    Operand operand(std::size_t& i, SqlExpression& expression) const;
    std::size_t closing(std::size_t open, SqlExpression* inside) const;

    std::string_view m_text;
    std::span<const SqlToken> m_tokens;
    SqlToken m_none{};
};

} // namespace sallyport::protection::detection
