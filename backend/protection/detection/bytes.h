#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Bytes as the detector sees them: ASCII only, no locale.
namespace sallyport::protection::detection {

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}
constexpr char lowered(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr bool isLetter(char c) noexcept
{
    return lowered(c) >= 'a' && lowered(c) <= 'z';
}
constexpr bool isWordByte(char c) noexcept
{
    return isLetter(c) || isDigit(c) || c == '_';
}
constexpr bool isBeyondAscii(char c) noexcept
{
    return static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool isSpace(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool isQuote(char c) noexcept
{
    return c == '\'' || c == '"' || c == '`';
}
constexpr int hexDigit(char c) noexcept
{
    if (isDigit(c))
        return c - '0';
    const char lower = lowered(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Kinds of bytes that a text has; decides which grammars look at it.
struct Has {
    static constexpr std::uint32_t percent = 1U << 0;
    static constexpr std::uint32_t plus = 1U << 1;
    static constexpr std::uint32_t backslash = 1U << 2;
    static constexpr std::uint32_t ampersand = 1U << 3;
    static constexpr std::uint32_t quote = 1U << 4;   ///< ' " `
    static constexpr std::uint32_t angle = 1U << 5;   ///< <
    static constexpr std::uint32_t compare = 1U << 6; ///< = >
    static constexpr std::uint32_t bar = 1U << 7;
    static constexpr std::uint32_t semicolon = 1U << 8;
    static constexpr std::uint32_t dollar = 1U << 9; ///< $ #
    static constexpr std::uint32_t brace = 1U << 10;
    static constexpr std::uint32_t open = 1U << 11; ///< ( [
    static constexpr std::uint32_t space = 1U << 12;
    static constexpr std::uint32_t lineEnd = 1U << 13;
    static constexpr std::uint32_t control = 1U << 14;
    static constexpr std::uint32_t high = 1U << 15;
    static constexpr std::uint32_t slash = 1U << 16;
    static constexpr std::uint32_t colon = 1U << 17;
    static constexpr std::uint32_t dot = 1U << 18;
    static constexpr std::uint32_t dash = 1U << 19;
    static constexpr std::uint32_t letter = 1U << 20;
    static constexpr std::uint32_t digit = 1U << 21;
    static constexpr std::uint32_t other = 1U << 22;
    static constexpr std::uint32_t hole = 1U << 23; ///< ? *: what a shell fills
};

constexpr std::array<std::uint32_t, 256> makeByteKinds()
{
    std::array<std::uint32_t, 256> kinds{};
    for (unsigned i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        std::uint32_t& kind = kinds[i];
        if (isLetter(c))
            kind = Has::letter;
        else if (isDigit(c))
            kind = Has::digit;
        else if (i >= 0x80)
            kind = Has::high;
        else if (isQuote(c))
            kind = Has::quote;
        else if (c == '\n' || c == '\r')
            kind = Has::lineEnd | Has::space;
        else if (c == ' ' || c == '\t')
            kind = Has::space;
        else if (i < 0x20 || i == 0x7f)
            kind = Has::control;
        else
            kind = Has::other;
    }
    kinds['%'] = Has::percent;
    kinds['+'] = Has::plus;
    kinds['\\'] = Has::backslash;
    kinds['&'] = Has::ampersand;
    kinds['<'] = Has::angle;
    kinds['='] = Has::compare;
    kinds['>'] = Has::compare;
    kinds['|'] = Has::bar;
    kinds[';'] = Has::semicolon;
    kinds['$'] = Has::dollar;
    kinds['#'] = Has::dollar;
    kinds['{'] = Has::brace;
    kinds['('] = Has::open;
    kinds['['] = Has::open;
    kinds['/'] = Has::slash;
    kinds[':'] = Has::colon;
    kinds['.'] = Has::dot;
    kinds['-'] = Has::dash;
    kinds['?'] = Has::hole;
    kinds['*'] = Has::hole;
    return kinds;
}
inline constexpr std::array<std::uint32_t, 256> byteKinds = makeByteKinds();

/// Every kind that stands in `text`.
inline std::uint32_t kindsOf(std::string_view text) noexcept
{
    std::uint32_t kinds = 0;
    for (const char c : text)
        kinds |= byteKinds[static_cast<unsigned char>(c)];
    return kinds;
}

constexpr bool equalsFolded(std::string_view text, std::string_view lower) noexcept
{
    if (text.size() != lower.size())
        return false;
    const char* a = text.data();
    const char* b = lower.data();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (lowered(a[i]) != b[i])
            return false;
    }
    return true;
}
constexpr bool startsFolded(std::string_view text, std::string_view lower) noexcept
{
    return text.size() >= lower.size() && equalsFolded(text.substr(0, lower.size()), lower);
}
inline std::size_t skipSpace(std::string_view text, std::size_t at) noexcept
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

} // namespace sallyport::protection::detection
