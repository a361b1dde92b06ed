#pragma once

#include "backend/access/cel/problem.h"

#include <optional>

namespace sallyport::access::cel {

/// Bytes of an expression at most.
inline constexpr std::size_t maximumSource = 64 * 1024;

struct Token {
    enum class Kind : std::uint8_t {
        End,
        Identifier,
        Quoted, ///< `name` in backticks, after a dot
        Int,
        Uint,
        Double,
        String,
        Bytes,
        Sign, ///< operators and punctuation; `text` says which
    };
    Kind kind = Kind::End;
    Place place;
    std::string_view text; ///< as it is written, without backticks
    std::string value;     ///< of String and Bytes, escapes resolved

    bool is(std::string_view sign) const noexcept { return kind == Kind::Sign && text == sign; }
};

/// Cuts the text of an expression into tokens. The text stays with the caller.
class Lexer {
public:
    /// `source` must be well-formed UTF-8.
    explicit Lexer(std::string_view source) : m_source(source) {}

    /// The next token; End again and again at the end, and after a mistake.
    Token next();
    const std::optional<Problem>& problem() const noexcept { return m_problem; }

private:
    void skipBlanks() noexcept;
    Token identifier();
    Token quotedName();
    Token number();
    Token literal(bool raw, bool bytes, std::size_t prefix);
    bool escape(std::string& value, bool bytes);
    bool coded(std::string& value, std::size_t start, std::size_t digits, unsigned base, bool bytes);
    Token sign();
    Token token(Token::Kind kind, std::size_t start);
    Token fail(std::size_t start, std::size_t length, std::string message);
    char at(std::size_t index) const noexcept { return index < m_source.size() ? m_source[index] : '\0'; }

    std::string_view m_source;
    std::size_t m_next = 0;
    std::optional<Problem> m_problem;
};

} // namespace sallyport::access::cel
