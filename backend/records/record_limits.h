#pragma once

#include <cstddef>
#include <cstdint>

// What the fields of a record may hold: for the service that decides, the schemas of the API and the forms of the window alike.

namespace sallyport::records {

inline constexpr std::size_t titleLimit = 200;         ///< code points
inline constexpr std::size_t bodyLimit = 20'000;       ///< code points
inline constexpr std::size_t membersLimit = 32;        ///< sensitive members of a record
inline constexpr std::size_t memberNameLimit = 60;     ///< code points
inline constexpr std::size_t memberValueLimit = 4'000; ///< code points
/// Lists are counted so far and no further: who sees more is told `about`.
inline constexpr std::int64_t countedExactly = 10'000;
/// But for the window, whose scroll bar wants to know.
inline constexpr std::int64_t countedForConsole = 10'000'000;
inline constexpr std::uint32_t changedDaysLimit = 3'650; ///< of a filter by the last change

} // namespace sallyport::records
