#pragma once

#include <cstddef>

// What the fields of people, keys and accounts may hold: for the services that decide, the schemas of the API and the
// forms of the window alike.

namespace sallyport::identity {

inline constexpr std::size_t nameLimit = 100;       ///< code points: of users, keys, passkeys, accounts and titles of providers
inline constexpr std::size_t departmentLimit = 100; ///< code points
inline constexpr std::size_t emailLimit = 254; ///< RFC 5321 §4.5.3.1.3 less the brackets; of the form with an ASCII domain too
inline constexpr int minimumAge = 18;
inline constexpr int maximumAge = 120;
inline constexpr std::size_t importedHashBytes = 2048; ///< of the text of a hash from elsewhere; Keycloak's is the longest
inline constexpr std::size_t typedCodeLimit = 64;      ///< bytes of a recovery code as it is typed, with blanks and hyphens

} // namespace sallyport::identity
