#pragma once

#include <array>
#include <cstdint>

namespace sallyport::http {

namespace detail {

enum CharacterClass : std::uint8_t { Token = 1, Value = 2, Target = 4 };

constexpr std::array<std::uint8_t, 256> makeCharacterTable()
{
    std::array<std::uint8_t, 256> table{};
    const auto isAlnum = [](unsigned c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
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

inline constexpr std::array<std::uint8_t, 256> kCharacters = makeCharacterTable();

constexpr bool is(char c, CharacterClass kind) noexcept
{
    return (kCharacters[static_cast<unsigned char>(c)] & kind) != 0;
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

} // namespace sallyport::http
