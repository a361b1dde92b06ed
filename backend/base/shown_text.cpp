#include "backend/base/shown_text.h"

#include "backend/base/code_point.h"

#include <unictype.h>

#include <algorithm>
#include <array>

namespace sallyport {
namespace {

struct Range {
    char32_t first, last;
};

/// General category Cf, Zl and Zp, default ignorable code points (DerivedCoreProperties) and C1; Unicode 15. In order.
/// Joiners and variation selectors are among them and asked about first.
constexpr std::array unseen{Range{0x7F, 0x9F},       Range{0xAD, 0xAD},       Range{0x34F, 0x34F},     Range{0x600, 0x605},
                            Range{0x61C, 0x61C},     Range{0x6DD, 0x6DD},     Range{0x70F, 0x70F},     Range{0x890, 0x891},
                            Range{0x8E2, 0x8E2},     Range{0x115F, 0x1160},   Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F},
                            Range{0x200B, 0x200F},   Range{0x2028, 0x202E},   Range{0x2060, 0x206F},   Range{0x3164, 0x3164},
                            Range{0xD800, 0xDFFF},   Range{0xFDD0, 0xFDEF},   Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},
                            Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFFB},   Range{0x110BD, 0x110BD}, Range{0x110CD, 0x110CD},
                            Range{0x13430, 0x1343F}, Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

/// What has no meaning but among those who agreed on one (private use), or none yet, shows a box or anything.
constexpr uint32_t meaningless = UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn;
constexpr char32_t nullNotehead = 0x1D159; // a note without its head, which is nothing

constexpr char32_t blankBraille = 0x2800;

bool isBrailleCell(char32_t c) noexcept
{
    return c > blankBraille && c <= 0x28FF;
}

bool isUnseen(char32_t c) noexcept
{
    if ((c & 0xFFFE) == 0xFFFE) // noncharacters at the end of each plane
        return true;
    const auto* const range = std::ranges::lower_bound(unseen, c, {}, &Range::last);
    if (range != unseen.end() && c >= range->first)
        return true;
    return c == nullNotehead || c == blankBraille || uc_is_general_category_withtable(c, meaningless) ||
           uc_is_property_default_ignorable_code_point(c);
}

bool isJoiner(char32_t c) noexcept
{
    return c == 0x200C || c == 0x200D;
}

bool isVariation(char32_t c) noexcept
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D) || c == 0x180F;
}

/// Letters that join and emoji begin far above Latin.
bool canJoin(char32_t c) noexcept
{
    return c >= 0x300 && !isJoiner(c) && (isVariation(c) || !isUnseen(c));
}

bool canVary(char32_t previous, char32_t selector) noexcept
{
    if (selector >= 0xE0100)
        return (previous >= 0x3400 && previous <= 0x9FFF) || (previous >= 0xF900 && previous <= 0xFAFF) ||
               (previous >= 0x20000 && previous <= 0x3FFFF);
    if (selector < 0x1810)
        return previous >= 0x1820 && previous <= 0x18AA;
    const bool keycap = (previous >= '0' && previous <= '9') || previous == '#' || previous == '*';
    return keycap || (previous >= 0xA9 && !isVariation(previous) && !isJoiner(previous));
}

/// A letter without its vowel: what follows says whether it is written with its neighbour, also at the end of a word.
bool isVirama(char32_t c) noexcept
{
    constexpr int viramaClass = 9;
    return c >= 0x900 && uc_combining_class(c) == viramaClass;
}

void appendHex(std::string& to, char32_t value, int digits)
{
    constexpr std::string_view hex = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        to += hex[(value >> shift) & 0xF];
}

void appendShown(std::string& to, const Unseen& place)
{
    switch (place.wellFormed ? place.value : 0) {
    case '\n': to += "\\n"; return;
    case '\r': to += "\\r"; return;
    case '\t': to += "\\t"; return;
    default: break;
    }
    if (!place.wellFormed || place.value < 0x80) {
        to += "\\x";
        appendHex(to, place.value, 2);
    } else if (place.value <= 0xFFFF) {
        to += "\\u";
        appendHex(to, place.value, 4);
    } else {
        to += "\\u{";
        appendHex(to, place.value, place.value > 0xFFFFF ? 6 : 5);
        to += '}';
    }
}

void appendJson(std::string& to, const Unseen& place)
{
    const char32_t value = place.wellFormed ? place.value : 0xFFFD;
    to += "\\u";
    if (value <= 0xFFFF) {
        appendHex(to, value, 4);
        return;
    }
    appendHex(to, 0xD7C0 + (value >> 10), 4);
    to += "\\u";
    appendHex(to, 0xDC00 + (value & 0x3FF), 4);
}

/// `text` with each place written by `escape`, and what lies between by `plain`.
template <typename Plain, typename Escape>
void walk(std::string_view text, Plain plain, Escape escape)
{
    UnseenPlaces places(text);
    std::size_t done = 0;
    for (Unseen place = places.next(); place.at != std::string_view::npos; place = places.next()) {
        plain(text.substr(done, place.at - done));
        escape(place);
        done = place.at + place.length;
    }
    plain(text.substr(done));
}

} // namespace

Unseen UnseenPlaces::next() noexcept
{
    while (m_at < m_text.size()) {
        const std::size_t at = m_at;
        const auto byte = static_cast<unsigned char>(m_text[at]);
        if (byte < 0x7F) {
            ++m_at;
            m_previous = byte;
            if (byte >= 0x20)
                continue;
            m_previous = 0;
            return {at, 1, byte};
        }
        const CodePoint point = firstCodePoint(m_text.substr(at));
        m_at += point.length == 0 ? 1 : point.length;
        if (point.length == 0 || !isSeen(point.value)) {
            m_previous = 0;
            return {at, m_at - at, point.length == 0 ? char32_t{byte} : point.value, point.length != 0};
        }
        m_previous = point.value;
    }
    return {};
}

bool UnseenPlaces::isSeen(char32_t c) const noexcept
{
    if (isVariation(c))
        return canVary(m_previous, c);
    if (c == blankBraille) { // the space between words of Braille
        const CodePoint next = m_at < m_text.size() ? firstCodePoint(m_text.substr(m_at)) : CodePoint();
        return isBrailleCell(m_previous) && isBrailleCell(next.value);
    }
    if (!isJoiner(c))
        return !isUnseen(c);
    if (isVirama(m_previous))
        return true;
    if (!canJoin(m_previous) || m_at >= m_text.size())
        return false;
    const CodePoint following = firstCodePoint(m_text.substr(m_at));
    return following.length > 0 && canJoin(following.value) && !isVariation(following.value);
}

void appendShownText(std::string& to, std::string_view text)
{
    walk(
        text, [&](std::string_view run) { to += run; }, [&](const Unseen& place) { appendShown(to, place); });
}

std::string shownText(std::string_view text)
{
    std::string shown;
    shown.reserve(text.size());
    appendShownText(shown, text);
    return shown;
}

void appendJsonString(std::string& to, std::string_view text)
{
    // Letter by letter: find_first_of is a call for each of them.
    const auto quoted = [&](std::string_view run) {
        std::size_t from = 0;
        for (std::size_t i = 0; i < run.size(); ++i) {
            if (run[i] != '"' && run[i] != '\\')
                continue;
            to.append(run, from, i - from).append(1, '\\');
            from = i;
        }
        to.append(run, from);
    };
    // Most texts are words of ASCII, and each request writes some: there is nothing in them to look for but what is quoted.
    const bool isPlain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
    to += '"';
    if (isPlain) {
        quoted(text);
        to += '"';
        return;
    }
    walk(text, quoted, [&](const Unseen& place) { appendJson(to, place); });
    to += '"';
}

void appendJsonText(std::string& to, std::string_view json)
{
    walk(
        json, [&](std::string_view run) { to += run; },
        [&](const Unseen& place) {
            // In JSON, a control outside strings is white space, and inside there is none.
            if (!place.wellFormed || place.value >= 0x20)
                appendJson(to, place);
        });
}

} // namespace sallyport
