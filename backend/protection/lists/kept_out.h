#pragma once

#include "backend/protection/lists/address_rule_rows.h"

#include <span>
#include <vector>

namespace sallyport::protection {

/// Who is kept out for programs that know no exceptions: the rules that block, without what an allow rule lets in. A range with
/// an exception in it becomes the ranges around that. LimitReached beyond keptOutMost.
[[nodiscard]] Result<std::vector<rows::StoredRule>> keptOut(std::span<const rows::StoredRule> rules);

inline constexpr std::size_t keptOutMost = 1'000'000;

} // namespace sallyport::protection
