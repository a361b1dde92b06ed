#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::access::cel {

/// A part of the text of an expression, in bytes.
struct Place {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// Where something stands: lines and columns from 1, columns in code points.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};
Position positionOf(std::string_view source, std::uint32_t offset) noexcept;

/// Why an expression is refused, and where.
struct Problem {
    Place place;
    Position position;
    std::string message;    ///< one sentence in English, without position
    std::string suggestion; ///< the nearest name there is, if one is near
    /// `line 1, column 9: unknown name 'subject.emial' (did you mean 'subject.email'?)`.
    std::string text() const;
};
using Problems = std::vector<Problem>;

} // namespace sallyport::access::cel
