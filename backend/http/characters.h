#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sallyport::http {

namespace detail {

enum CharacterClass : std::uint8_t { Token = 1, Value = 2, Target = 4 };

constexpr std::array<std::uint8_t, 256> makeCharacterTable()
{
    std::array<std::uint8_t, 256> table{};
    const auto isAlnum = [](unsigned c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    constexpr char marks[] = "!#$%&'*+-.^_`|~";
    for (unsigned c = 0; c < 256; ++c) {
        std::uint8_t flags = 0;
        if (isAlnum(c))
            flags |= Token;
        for (const char mark : marks) {
            if (mark != '\0' && c == static_cast<unsigned char>(mark))
                flags |= Token;
        }
        if (c == '\t' || (c >= 0x20 && c != 0x7F))
            flags |= Value;
        if (c > 0x20 && c < 0x7F && c != '#')
            flags |= Target;
        table[c] = flags;
    }
    return table;
}

inline constexpr std::array<std::uint8_t, 256> characterTable = makeCharacterTable();

constexpr bool is(char c, CharacterClass kind) noexcept
{
    return (characterTable[static_cast<unsigned char>(c)] & kind) != 0;
}

} // namespace detail

/// RFC 9110 §5.6.2 tchar.
constexpr bool isTokenChar(char c) noexcept
{
    return detail::is(c, detail::Token);
}
/// RFC 9110 §5.5: HTAB, SP, VCHAR and obs-text; no other control character.
constexpr bool isValueChar(char c) noexcept
{
    return detail::is(c, detail::Value);
}
/// VCHAR without `#`. Wider than RFC 3986 on purpose: what an attack looks like is for detection to see and to name.
constexpr bool isTargetChar(char c) noexcept
{
    return detail::is(c, detail::Target);
}
constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}
/// The value of a hexadecimal digit in either case, or -1.
constexpr int hexValue(char c) noexcept
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// True if isValueChar() holds for each character. Values are long (a token has hundreds of characters), so eight at a
/// time are asked whether any of them is a control character at all; the table decides about those that hold one.
inline bool areValueChars(std::string_view text) noexcept
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t high = ones << 7;
    const auto decide = [](std::string_view part) { return std::ranges::all_of(part, isValueChar); };
    while (text.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        // A borrow can only make a byte above a control character look like one: never the other way round.
        const std::uint64_t below = (word - ones * 0x20) & ~word;
        const std::uint64_t same = word ^ (ones * 0x7F);
        const std::uint64_t deleted = (same - ones) & ~same;
        if (((below | deleted) & high) != 0 && !decide(text.substr(0, sizeof word)))
            return false;
        text.remove_prefix(sizeof word);
    }
    return decide(text);
}

} // namespace sallyport::http
