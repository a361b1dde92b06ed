#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sallyport {

/// Insertions, deletions, replacements and swaps of neighbouring bytes between two short words. The time is the product of their
/// lengths.
std::size_t wordDistance(std::string_view a, std::string_view b);

/// Which of `known` somebody has meant who wrote `word`: the nearest one, or nothing if none is near. Capitals, `_`, `-` and
/// `.` make no difference (`dryrun`, `Dry-Run`), and a beginning or what begins with it is near. A word of more than 64
/// bytes is near to nothing.
std::optional<std::string_view> nearestWord(std::string_view word, std::span<const std::string_view> known);

/// What to tell whoever wrote `word`, which is none of `known`, at the end of a sentence: `did you mean x?`, or else `it takes
/// a, b`. Never `word` itself.
std::string nearestHint(std::string_view word, std::span<const std::string_view> known);

} // namespace sallyport
