#pragma once

#include "backend/alerts/alert_rule.h"
#include "backend/base/random.h"
#include "backend/storage/store.h"

#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::alerts {

/// The rules that come with the product, by their words: the classic attacks, and what the product says of itself.
const std::vector<std::pair<std::string_view, AlertDraft>>& shippedRules();
/// Null for a word that none has.
const AlertDraft* shippedRule(std::string_view word);
/// Puts in those that the vault doesn't have yet. Blocks.
[[nodiscard]] Result<void> addShippedRules(storage::Store& store, RandomSource& random, const Clock& clock);

} // namespace sallyport::alerts
