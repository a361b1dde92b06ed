#include "backend/access/cel/values/code_points.h"

#include "backend/base/code_point.h"

#include <algorithm>
#include <cstring>

namespace sallyport::access::cel {
namespace {

constexpr bool continues(char c) noexcept
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

/// The property White_Space.
constexpr bool isWhite(char32_t c) noexcept
{
    return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
           c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

std::size_t lastBegin(std::string_view text) noexcept
{
    std::size_t begin = text.size() - 1;
    while (begin > 0 && continues(text[begin]))
        --begin;
    return begin;
}

} // namespace

std::size_t countCodePoints(std::string_view text) noexcept
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

std::size_t byteOf(std::string_view text, std::size_t number) noexcept
{
    std::size_t byte = 0;
    for (; byte < text.size(); ++byte) {
        if (continues(text[byte]))
            continue;
        if (number == 0)
            return byte;
        --number;
    }
    return byte;
}

std::size_t firstLength(std::string_view text) noexcept
{
    std::size_t length = 1;
    while (length < text.size() && continues(text[length]))
        ++length;
    return length;
}

std::size_t findText(std::string_view text, std::string_view part, std::size_t from) noexcept
{
    if (part.empty() || from > text.size())
        return from <= text.size() ? from : text.npos;
    const void* const found = memmem(text.data() + from, text.size() - from, part.data(), part.size());
    return found == nullptr ? text.npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && isWhite(firstCodePoint(text).value))
        text.remove_prefix(firstLength(text));
    while (!text.empty()) {
        const std::size_t begin = lastBegin(text);
        if (!isWhite(firstCodePoint(text.substr(begin)).value))
            break;
        text = text.substr(0, begin);
    }
    return text;
}

} // namespace sallyport::access::cel
