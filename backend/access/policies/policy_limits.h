#pragma once

#include <cstddef>
#include <cstdint>

namespace sallyport::access {

inline constexpr std::size_t policiesLimit = 10'000;     ///< in a vault
inline constexpr std::size_t policyNameLimit = 100;      ///< characters
inline constexpr std::size_t policyNoteLimit = 1000;     ///< characters
inline constexpr std::size_t conditionBytes = 64 * 1024; ///< of a condition
inline constexpr std::uint64_t conditionSteps = 20'000;  ///< that a condition may take at the most, see cel/cost.h
inline constexpr std::size_t policyVersionsKept = 100;   ///< of one policy; older ones go
inline constexpr std::size_t policyTestsLimit = 100;     ///< of one policy
inline constexpr std::size_t policyTestNameLimit = 100;  ///< characters
inline constexpr std::size_t checksLimit = 1000;         ///< of one request
inline constexpr std::size_t attrDepth = 8;              ///< of what `attr` maps hold
inline constexpr std::size_t replayedLimit = 100'000;    ///< decisions of one replay
inline constexpr std::size_t flipsShown = 1000;          ///< of one replay

} // namespace sallyport::access
