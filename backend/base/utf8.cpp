#include "backend/base/utf8.h"

#include "backend/base/code_point.h"

#include <algorithm>

namespace sallyport {
CodePoint firstCodePoint(std::string_view text) noexcept
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byteAt(0);
    if (lead < 0x80)
        return {lead, 1};
    std::size_t length = 0;
    char32_t smallest = 0;
    char32_t value = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2, smallest = 0x80, value = lead & 0x1F;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3, smallest = 0x800, value = lead & 0x0F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, smallest = 0x10000, value = lead & 0x07;
    }
    if (length == 0 || text.size() < length)
        return {};
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xC0) != 0x80)
            return {};
        value = (value << 6) | (byteAt(i) & 0x3F);
    }
    if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {};
    return {value, length};
}

namespace {

bool isPrintable(char32_t c) noexcept
{
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool bidirectional =
        c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool separator = c == 0x2028 || c == 0x2029;
    return !control && !bidirectional && !separator;
}

bool isAsciiSpace(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

std::optional<std::size_t> codePointCount(std::string_view text) noexcept
{
    std::size_t count = 0;
    while (!text.empty()) {
        const CodePoint point = firstCodePoint(text);
        if (point.length == 0)
            return std::nullopt;
        text.remove_prefix(point.length);
        ++count;
    }
    return count;
}

bool isPrintableText(std::string_view text) noexcept
{
    while (!text.empty()) {
        const CodePoint point = firstCodePoint(text);
        if (point.length == 0 || !isPrintable(point.value))
            return false;
        text.remove_prefix(point.length);
    }
    return true;
}

std::string truncateUtf8(std::string_view text, std::size_t bytes)
{
    std::string result;
    while (!text.empty()) {
        const CodePoint point = firstCodePoint(text);
        const std::string_view piece = point.length == 0 ? std::string_view("?") : text.substr(0, point.length);
        if (result.size() + piece.size() > bytes)
            break;
        result += piece;
        text.remove_prefix(piece.size());
    }
    return result;
}

bool isLongerThan(std::string_view text, std::size_t codePoints) noexcept
{
    std::size_t count = 0;
    while (text.size() + count > codePoints) { // each byte that is left may be a code point
        if (count == codePoints)
            return !text.empty();
        text.remove_prefix(std::max<std::size_t>(firstCodePoint(text).length, 1));
        ++count;
    }
    return false;
}

bool isAscii(std::string_view text) noexcept
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string toLowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string_view trimAscii(std::string_view text) noexcept
{
    while (!text.empty() && isAsciiSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isAsciiSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto put = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
    const auto tail = [&](unsigned shift) { put(0x80U | ((codePoint >> shift) & 0x3fU)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xc0U | (codePoint >> 6));
        tail(0);
    } else if (codePoint < 0x10000) {
        put(0xe0U | (codePoint >> 12));
        tail(6);
        tail(0);
    } else {
        put(0xf0U | (codePoint >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace sallyport
