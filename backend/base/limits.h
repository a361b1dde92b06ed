#pragma once

#include <cstddef>
#include <cstdint>

/// Limits that every module and the window's widgets share. What only one kind of thing has stands with that kind.
namespace sallyport::limits {

inline constexpr std::uint32_t pageRows = 200;   ///< of one page of a list
inline constexpr std::size_t searchText = 200;   ///< code points of a text that a list is searched for
inline constexpr std::size_t cursorBytes = 4096; ///< of the text for a list's next page: the place of a key among scopes is long
/// Code points of a password, passphrase or client secret; more is refused, never cut (ASVS 6.2.9).
inline constexpr std::size_t secretText = 1024;

} // namespace sallyport::limits
