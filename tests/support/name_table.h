#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sallyport::test {

/// A name as it comes in, and as it must be kept; or the rule that refuses it.
struct NameCase {
    const char* title;
    std::string given;
    std::string kept; ///< empty: refused
    std::string rule{};
};

/// UTF-8 of a code point. QString::fromUcs4 would take a BOM for its own.
inline std::string utf8(char32_t c)
{
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (c < 0x80)
        return {byte(c)};
    if (c < 0x800)
        return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000)
        return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
}

inline std::string utf8(const std::u32string& text)
{
    std::string bytes;
    for (const char32_t c : text)
        bytes += utf8(c);
    return bytes;
}

/// Characters that show nothing or only an empty place: alone none of them is a name, at the ends they go.
inline const std::vector<std::pair<const char*, char32_t>>& hiddenCharacters()
{
    static const std::vector<std::pair<const char*, char32_t>> all{{"space", 0x20},
                                                                   {"no-break space", 0xA0},
                                                                   {"soft hyphen", 0xAD},
                                                                   {"grapheme joiner", 0x34F},
                                                                   {"Arabic letter mark", 0x61C},
                                                                   {"Hangul filler", 0x115F},
                                                                   {"Hangul medial filler", 0x1160},
                                                                   {"Ogham space", 0x1680},
                                                                   {"Mongolian vowel separator", 0x180E},
                                                                   {"em space", 0x2003},
                                                                   {"zero width space", 0x200B},
                                                                   {"non-joiner", 0x200C},
                                                                   {"joiner", 0x200D},
                                                                   {"left-to-right mark", 0x200E},
                                                                   {"line separator", 0x2028},
                                                                   {"right-to-left override", 0x202E},
                                                                   {"narrow no-break space", 0x202F},
                                                                   {"word joiner", 0x2060},
                                                                   {"invisible times", 0x2062},
                                                                   {"isolate", 0x2066},
                                                                   {"blank Braille", 0x2800},
                                                                   {"ideographic space", 0x3000},
                                                                   {"wide Hangul filler", 0x3164},
                                                                   {"noncharacter of the block", 0xFDD0},
                                                                   {"BOM", 0xFEFF},
                                                                   {"half-width Hangul filler", 0xFFA0},
                                                                   {"interlinear annotation", 0xFFF9},
                                                                   {"noncharacter", 0xFFFE},
                                                                   {"noncharacter of plane 1", 0x1FFFF},
                                                                   {"musical format", 0x1D173},
                                                                   {"tag", 0xE0041},
                                                                   {"last code point", 0x10FFFF}};
    return all;
}

/// For each way in: some of each kind.
inline const std::vector<NameCase>& nameCases()
{
    static const std::vector<NameCase> all{
        {"zero width space alone", utf8(U"\u200b"), {}, "visible"},
        {"spaces of all scripts", utf8(U" \u00a0\u3000\u2003"), {}, "visible"},
        {"word joiners", utf8(U"\u2060\u2060"), {}, "visible"},
        {"tags", utf8(U"\U000E0041\U000E007F"), {}, "visible"},
        {"noncharacter", utf8(0xFFFE), {}, "visible"},
        {"a mark without a letter", utf8(U" \u0301"), {}, "visible"},
        {"hidden in the middle", utf8(U"An\u200bna"), {}, "printable"},
        {"joiner between Latin letters", utf8(U"An\u200dna"), {}, "printable"},
        {"override in the middle", utf8(U"An\u202ena"), {}, "printable"},
        {"around", utf8(U"\u3000\u200b Anna B. \u00a0\U000E0041\u2060"), "Anna B."},
        {"behind", "Anna B." + utf8(0xFFFE), "Anna B."},
        {"wide space inside", utf8(U"\u5c71\u7530\u3000\u592a\u90ce"), utf8(U"\u5c71\u7530\u3000\u592a\u90ce")},
        {"Persian with its non-joiner", utf8(U"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 "),
         utf8(U"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")},
        {"emoji family", utf8(U"Ops \U0001F468\u200D\U0001F469\u200D\U0001F467"),
         utf8(U"Ops \U0001F468\u200D\U0001F469\u200D\U0001F467")},
        {"heart", utf8(U"\u2764\ufe0f"), utf8(U"\u2764\ufe0f")}};
    return all;
}

} // namespace sallyport::test
