#include "backend/access/cel/lexer.h"

#include "backend/base/code_point.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sallyport::access::cel {
namespace {

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isHexDigit(char c) noexcept
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr bool beginsName(char c) noexcept
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool continuesName(char c) noexcept
{
    return beginsName(c) || isDigit(c);
}

constexpr bool isNewline(char c) noexcept
{
    return c == '\n' || c == '\r';
}

// Longer ones first.
constexpr std::array<std::string_view, 27> signs{"&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!",
                                                 "?",  ":",  "(",  ")",  "[",  "]",  "{", "}", ",", ".", "=", "&", "|"};

} // namespace

Token Lexer::next()
{
    skipBlanks();
    if (m_problem || m_next >= m_source.size()) {
        Token end;
        end.place.offset = static_cast<std::uint32_t>(std::min(m_next, m_source.size()));
        return end;
    }
    const char first = at(m_next), second = at(m_next + 1), third = at(m_next + 2);
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    const auto isRaw = [](char c) { return c == 'r' || c == 'R'; };
    const bool bytes = first == 'b' || first == 'B';
    if (isQuote(first))
        return literal(false, false, 0);
    if ((bytes || isRaw(first)) && isQuote(second))
        return literal(isRaw(first), bytes, 1);
    if (bytes && isRaw(second) && isQuote(third))
        return literal(true, true, 2);
    if (beginsName(first))
        return identifier();
    if (first == '`')
        return quotedName();
    if (isDigit(first) || (first == '.' && isDigit(second)))
        return number();
    return sign();
}

void Lexer::skipBlanks() noexcept
{
    for (;;) {
        while (m_next < m_source.size() && std::string_view("\t\n\f\r ").find(m_source[m_next]) != std::string_view::npos)
            ++m_next;
        if (m_source.substr(m_next, 2) != "//")
            return;
        m_next = std::min(m_source.find('\n', m_next), m_source.size());
    }
}

Token Lexer::token(Token::Kind kind, std::size_t start)
{
    Token made;
    made.kind = kind;
    made.place = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(m_next - start)};
    made.text = m_source.substr(start, m_next - start);
    return made;
}

Token Lexer::fail(std::size_t start, std::size_t length, std::string message)
{
    const Place place{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(length)};
    m_problem = Problem{place, positionOf(m_source, place.offset), std::move(message), {}};
    m_next = start;
    return token(Token::Kind::End, start);
}

Token Lexer::identifier()
{
    const std::size_t start = m_next;
    while (continuesName(at(m_next)))
        ++m_next;
    return token(Token::Kind::Identifier, start);
}

Token Lexer::quotedName()
{
    const std::size_t start = m_next++;
    const auto allowed = [](char c) { return continuesName(c) || c == '.' || c == '-' || c == '/' || c == ' '; };
    while (allowed(at(m_next)))
        ++m_next;
    if (at(m_next) != '`' || m_next == start + 1)
        return fail(start, m_next - start,
                    "a name in backticks has letters, digits, '_', '.', '-', '/' and spaces, and ends with a backtick");
    ++m_next;
    Token made = token(Token::Kind::Quoted, start);
    made.text = made.text.substr(1, made.text.size() - 2);
    return made;
}

Token Lexer::number()
{
    const std::size_t start = m_next;
    Token::Kind kind = Token::Kind::Int;
    if (at(m_next) == '0' && (at(m_next + 1) == 'x') && isHexDigit(at(m_next + 2))) {
        m_next += 2;
        while (isHexDigit(at(m_next)))
            ++m_next;
    } else {
        while (isDigit(at(m_next)))
            ++m_next;
        if (at(m_next) == '.' && isDigit(at(m_next + 1))) {
            kind = Token::Kind::Double;
            ++m_next;
            while (isDigit(at(m_next)))
                ++m_next;
        }
        if (at(m_next) == 'e' || at(m_next) == 'E') {
            const std::size_t power = m_next + 1 + (at(m_next + 1) == '+' || at(m_next + 1) == '-' ? 1 : 0);
            if (isDigit(at(power))) {
                kind = Token::Kind::Double;
                m_next = power;
                while (isDigit(at(m_next)))
                    ++m_next;
            }
        }
    }
    if (kind == Token::Kind::Int && (at(m_next) == 'u' || at(m_next) == 'U')) {
        kind = Token::Kind::Uint;
        ++m_next;
    }
    if (continuesName(at(m_next)))
        return fail(start, m_next - start + 1, "a number can't be followed by a letter");
    return token(kind, start);
}

Token Lexer::literal(bool raw, bool bytes, std::size_t prefix)
{
    const std::size_t start = m_next;
    m_next += prefix;
    const char quote = at(m_next);
    const bool triple = at(m_next + 1) == quote && at(m_next + 2) == quote;
    const std::string close(triple ? 3 : 1, quote);
    m_next += close.size();
    std::string value;
    while (m_source.substr(m_next, close.size()) != close) {
        if (m_next >= m_source.size() || (!triple && isNewline(at(m_next))))
            return fail(start, m_next - start, "this text has no end");
        if (at(m_next) == '\\' && !raw) {
            if (!escape(value, bytes))
                return token(Token::Kind::End, m_next);
        } else {
            value += m_source[m_next++];
        }
    }
    m_next += close.size();
    Token made = token(bytes ? Token::Kind::Bytes : Token::Kind::String, start);
    made.value = std::move(value);
    return made;
}

bool Lexer::escape(std::string& value, bool bytes)
{
    const std::size_t start = m_next++;
    constexpr std::string_view written = "abfnrtv\\?\"'`", meant = "\a\b\f\n\r\t\v\\?\"'`";
    const char c = at(m_next);
    if (const std::size_t known = c == '\0' ? written.npos : written.find(c); known != written.npos) {
        value += meant[known];
        ++m_next;
        return true;
    }
    switch (c) {
    case 'x':
    case 'X': return coded(value, start, 2, 16, bytes);
    case 'u':
    case 'U':
        if (!bytes)
            return coded(value, start, c == 'u' ? 4 : 8, 16, false);
        break;
    case '0':
    case '1':
    case '2':
    case '3':
        --m_next; // its first digit is at the place of the letter
        return coded(value, start, 3, 8, bytes);
    default: break;
    }
    fail(start, 2,
         bytes && (c == 'u' || c == 'U') ? "bytes have no code points; \\x and \\000 write an octet"
                                         : "this is no escape sequence");
    return false;
}

bool Lexer::coded(std::string& value, std::size_t start, std::size_t digits, unsigned base, bool bytes)
{
    ++m_next;
    const std::string_view text = m_source.substr(m_next, digits);
    std::uint32_t code = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), code, static_cast<int>(base));
    if (failure != std::errc() || text.size() != digits || end != text.data() + digits) {
        fail(start, m_next - start + text.size(),
             "this escape sequence takes " + std::to_string(digits) + (base == 8 ? " octal digits" : " hexadecimal digits"));
        return false;
    }
    m_next += digits;
    if (bytes) {
        value += static_cast<char>(code);
        return true;
    }
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        fail(start, m_next - start, "there is no such code point");
        return false;
    }
    appendUtf8(value, code);
    return true;
}

Token Lexer::sign()
{
    const std::size_t start = m_next;
    for (const std::string_view known : signs) {
        if (m_source.substr(start).starts_with(known)) {
            m_next += known.size();
            return token(Token::Kind::Sign, start);
        }
    }
    std::size_t end = start + 1;
    while (end < m_source.size() && (static_cast<unsigned char>(m_source[end]) & 0xc0U) == 0x80U)
        ++end;
    return fail(start, end - start, "no expression has this character");
}

} // namespace sallyport::access::cel
