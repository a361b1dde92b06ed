#include "backend/base/case_fold.h"

#include "backend/base/code_point.h"
#include "backend/base/composed.h"
#include "backend/base/utf8.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <unistring/version.h>

namespace sallyport {

namespace {

/// Counts changes of what this file does.
constexpr int ownRules = 1;
constexpr char keyBetween = '\x01';

bool showsNothing(char32_t c) noexcept
{
    return uc_is_property_default_ignorable_code_point(c);
}

/// What libunistring made, which it does with malloc; nothing if the text is not UTF-8.
std::optional<std::string> owned(std::uint8_t* made, std::size_t length)
{
    const std::unique_ptr<std::uint8_t, decltype(&std::free)> guard(made, &std::free);
    if (made == nullptr)
        return std::nullopt;
    return std::string(reinterpret_cast<const char*>(made), length);
}

std::optional<std::string> normalized(uninorm_t form, std::string_view text)
{
    std::size_t length = 0;
    std::uint8_t* const made =
        u8_normalize(form, reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), nullptr, &length);
    return owned(made, length);
}

std::optional<std::string> caseFolded(std::string_view text)
{
    std::size_t length = 0;
    // No language: Turkish has rules of its own for i, and a list has people from everywhere.
    std::uint8_t* const made =
        u8_casefold(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), nullptr, UNINORM_NFKC, nullptr, &length);
    return owned(made, length);
}

std::string withoutUnseen(std::string_view text)
{
    std::string seen;
    seen.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = firstCodePoint(text);
        const std::size_t length = std::max<std::size_t>(point.length, 1);
        if (!showsNothing(point.value))
            seen += text.substr(0, length);
        text.remove_prefix(length);
    }
    return seen;
}

/// Latin letters with a stroke or of two: Unicode takes them for letters of their own, who looks for them doesn't.
struct Letter {
    char32_t letter;
    std::string_view plain;
};
constexpr std::array<Letter, 12> plainLetters{{{0xe6, "ae"},
                                               {0xf0, "d"},
                                               {0xf8, "o"},
                                               {0xfe, "th"},
                                               {0x111, "d"},
                                               {0x127, "h"},
                                               {0x131, "i"},
                                               {0x142, "l"},
                                               {0x153, "oe"},
                                               {0x167, "t"},
                                               {0x180, "b"},
                                               {0x268, "i"}}};

bool isScript(char32_t c, const char* name) noexcept
{
    const uc_script_t* const script = uc_script(c);
    return script != nullptr && std::string_view(script->name) == name;
}

/// Whether a mark may go without making another letter of the one that it stands on.
bool isAccent(char32_t base, char32_t mark)
{
    const bool combining =
        (mark >= 0x300 && mark <= 0x36f) || (mark >= 0x1ab0 && mark <= 0x1aff) || (mark >= 0x1dc0 && mark <= 0x1dff);
    if (combining)
        return isScript(base, "Latin") || isScript(base, "Greek") || (base == 0x435 && mark == 0x308);
    const int place = uc_combining_class(mark);
    const bool hamza = mark >= 0x653 && mark <= 0x655;
    constexpr int firstPoint = 10, lastPoint = 35; // of Hebrew and Arabic
    return (isScript(base, "Hebrew") || isScript(base, "Arabic")) && ((place >= firstPoint && place <= lastPoint) || hamza);
}

/// Decomposed text without its accents.
std::string withoutAccents(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    char32_t base = 0;
    while (!text.empty()) {
        const CodePoint point = firstCodePoint(text);
        const std::string_view piece = text.substr(0, std::max<std::size_t>(point.length, 1));
        text.remove_prefix(piece.size());
        if (uc_combining_class(point.value) != 0) {
            if (base == 0 || !isAccent(base, point.value))
                plain += piece;
            continue;
        }
        // Armenian's ligature of the two has the first spelling in one orthography and the second in the other.
        const bool armenianYev = base == 0x565 && point.value == 0x582;
        base = point.value;
        if (armenianYev) {
            plain += "\u057e";
            continue;
        }
        const auto known = std::ranges::find(plainLetters, base, &Letter::letter);
        plain += known == plainLetters.end() ? piece : known->plain;
    }
    return plain;
}

std::string withoutAccentsOf(const std::string& folded)
{
    if (isAscii(folded) || !codePointCount(folded))
        return folded;
    const auto decomposed = normalized(UNINORM_NFD, folded);
    return decomposed ? composed(withoutAccents(*decomposed)) : folded;
}

} // namespace

std::string foldCase(std::string_view text)
{
    if (isAscii(text))
        return toLowerAscii(text);
    if (!codePointCount(text)) // libunistring would put something else in place of what isn't UTF-8
        return toLowerAscii(text);
    // Widths first: what they hide has a case too.
    const auto plain = normalized(UNINORM_NFKD, text);
    const auto folded = plain ? caseFolded(*plain) : std::nullopt;
    return folded ? withoutUnseen(*folded) : toLowerAscii(text);
}

std::string searchKey(std::string_view text)
{
    return withoutAccentsOf(foldCase(text));
}

std::string textKey(std::string_view text)
{
    const std::string folded = foldCase(text);
    const std::string plain = withoutAccentsOf(folded);
    std::string key = truncateUtf8(plain, textKeyBytes);
    if (plain != folded)
        key.append(1, keyBetween).append(truncateUtf8(folded, textKeyBytes));
    return key;
}

std::string textRules()
{
    return std::to_string(ownRules) + " libunistring " + std::to_string(_libunistring_version);
}

std::string_view trimUnicode(std::string_view text) noexcept
{
    const auto goes = [](char32_t c) { return uc_is_property_white_space(c) || showsNothing(c); };
    while (!text.empty()) {
        const CodePoint first = firstCodePoint(text);
        if (first.length == 0 || !goes(first.value))
            break;
        text.remove_prefix(first.length);
    }
    while (!text.empty()) {
        std::size_t at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U)
            --at;
        const CodePoint last = firstCodePoint(text.substr(at));
        if (last.length != text.size() - at || !goes(last.value))
            break;
        text.remove_suffix(last.length);
    }
    return text;
}

} // namespace sallyport
