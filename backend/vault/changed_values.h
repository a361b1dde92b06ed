#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

/// What it takes to take back a change of named values: what each was, and what the change left.
struct ChangedValue {
    std::string before, after;
};
using ChangedValues = std::map<std::string, ChangedValue, std::less<>>;

/// The name of which certificate the server presents: its fingerprint, or nothing for the pair in `tls/`.
inline constexpr std::string_view certificateValue = "certificate";

std::string changedValuesText(const ChangedValues& values);
/// What can't be read is empty.
ChangedValues readChangedValues(std::string_view json);

/// A change that was made after one that is taken back, and found what that had left, is to go back to what was before both.
/// True if there was something to alter.
bool goFurtherBack(ChangedValues& later, const ChangedValues& takenBack);

} // namespace sallyport
