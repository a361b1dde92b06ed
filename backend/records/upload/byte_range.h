#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport::records {

/// [from, to) of a file.
struct ByteRange {
    std::uint64_t from = 0, to = 0;
    bool operator==(const ByteRange&) const = default;
};

enum class RangeAnswer {
    Whole,          ///< 200: no range is asked for, or not in a way that is understood (RFC 9110 §14.2 lets it be ignored)
    Part,           ///< 206
    NotSatisfiable, ///< 416
};

/// A Range line (RFC 9110 §14.1) of one range of bytes: `bytes=0-99`, `bytes=100-`, `bytes=-100`. Several ranges are answered
/// with the whole. `range` is set for a Part.
RangeAnswer readRange(std::string_view value, std::uint64_t size, ByteRange& range);

} // namespace sallyport::records
