#pragma once

#include <cstddef>

namespace sallyport::access {

inline constexpr std::size_t roleNameBytes = 64;   ///< a small letter, then small letters, digits, `_` and `-`
inline constexpr std::size_t rolesOfOneLimit = 16; ///< roles of one user, service account or provider, or named by one setting
inline constexpr std::size_t rolesLimit = 500;     ///< in a vault, the built-in ones among them
inline constexpr std::size_t inheritedByOneLimit = 16; ///< roles that one role inherits from directly
inline constexpr std::size_t inheritanceDepth = 16;    ///< steps from a role to the last one that it inherits from
inline constexpr std::size_t roleTitleLimit = 100;     ///< characters
inline constexpr std::size_t roleDescriptionLimit = 500;

} // namespace sallyport::access
