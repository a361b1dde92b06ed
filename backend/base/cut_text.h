#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sallyport {

/// The first `codePoints` code points at most, cut between characters as people see them: no letter loses its accent, no sign is
/// taken apart (grapheme clusters of UAX #29). A character that alone has more is cut inside. Ill-formed input comes back as '?'
/// for each byte.
std::string truncateCharacters(std::string_view text, std::size_t codePoints);

} // namespace sallyport
