#include "backend/records/upload/byte_range.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace sallyport::records {

namespace {

/// Nothing if it is no number; the largest where it is larger than any file.
std::optional<std::uint64_t> readPosition(std::string_view text)
{
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? value : UINT64_MAX;
}

} // namespace

RangeAnswer readRange(std::string_view value, std::uint64_t size, ByteRange& range)
{
    constexpr std::string_view unit = "bytes=";
    if (toLowerAscii(value.substr(0, unit.size())) != unit)
        return RangeAnswer::Whole;
    value = trimAscii(value.substr(unit.size()));
    const std::size_t hyphen = value.find('-');
    if (hyphen == std::string_view::npos)
        return RangeAnswer::Whole;
    const std::string_view first = value.substr(0, hyphen), last = value.substr(hyphen + 1);
    if (first.empty()) {
        const std::optional<std::uint64_t> suffix = readPosition(last);
        if (!suffix)
            return RangeAnswer::Whole;
        if (*suffix == 0 || size == 0)
            return RangeAnswer::NotSatisfiable;
        range = {size - std::min(*suffix, size), size};
        return RangeAnswer::Part;
    }
    const std::optional<std::uint64_t> from = readPosition(first);
    const std::optional<std::uint64_t> to = last.empty() ? std::optional<std::uint64_t>(UINT64_MAX) : readPosition(last);
    if (!from || !to || *from > *to)
        return RangeAnswer::Whole;
    if (*from >= size)
        return RangeAnswer::NotSatisfiable;
    range = {*from, *to >= size ? size : *to + 1};
    return RangeAnswer::Part;
}

} // namespace sallyport::records
