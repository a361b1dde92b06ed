#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::storage {

/// Where the next page of a list begins: after the row of this id, whose place in the order is `place`.
struct PageCursor {
    std::string id;
    std::string place;
};

/// How a list is sorted, as one letter: a cursor of another order is none.
template <typename Query>
char sortLetter(const Query& query) noexcept
{
    return static_cast<char>((query.descending ? 'A' : 'a') + static_cast<int>(query.sort));
}

/// The text that a client sends back for the next page.
std::string encodeCursor(char order, const PageCursor& cursor);
/// InvalidArgument for everything that is no cursor of this order with an id of `idLength` bytes, or is longer than
/// limits::cursorBytes. What the id and the place look like is for the list to check.
[[nodiscard]] Result<PageCursor> decodeCursor(std::string_view text, char order, std::size_t idLength);
/// The same answer for a place that the list cannot read.
[[nodiscard]] Error notACursor();

} // namespace sallyport::storage
