#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace sallyport::settings {

inline constexpr std::int64_t rateRequestsLimit = 10'000'000;        ///< of a rate class
inline constexpr std::chrono::seconds rateWindowLimit{31 * 86'400};  ///< the same
inline constexpr std::chrono::seconds keyLifetimeLimit{315'360'000}; ///< ten years, of the settings keys.*
inline constexpr std::uint32_t threatThresholdLeast = 20;            ///< of protection.threshold
inline constexpr std::uint32_t threatThresholdMost = 200;
inline constexpr std::size_t vaultNameLimit = 100;  ///< code points
inline constexpr std::size_t wordListBytes = 8'192; ///< of a list of words, the longest value there is

} // namespace sallyport::settings
