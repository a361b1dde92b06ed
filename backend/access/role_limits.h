#pragma once

#include <cstddef>

namespace sallyport::access {

inline constexpr std::size_t roleNameBytes = 64;   ///< a small letter, then small letters, digits, `_` and `-`
inline constexpr std::size_t rolesOfOneLimit = 16; ///< roles of one user, service account or provider, or named by one setting

} // namespace sallyport::access
