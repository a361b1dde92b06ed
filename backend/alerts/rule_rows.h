#pragma once

#include "backend/alerts/alert_rule.h"
#include "backend/base/result.h"
#include "backend/storage/transaction.h"

#include <optional>
#include <string_view>
#include <vector>

namespace sallyport::alerts::rows {

/// By name.
[[nodiscard]] Result<std::vector<AlertRule>> allRules(storage::Transaction& transaction);
[[nodiscard]] Result<std::optional<AlertRule>> rule(storage::Transaction& transaction, const AlertRuleId& id);
[[nodiscard]] Result<std::int64_t> countRules(storage::Transaction& transaction);
/// The id of the rule that has the name, however it is written.
[[nodiscard]] Result<std::optional<AlertRuleId>> ruleNamed(storage::Transaction& transaction, std::string_view name);
/// New, or in place of the one with its id.
[[nodiscard]] Result<void> putRule(storage::Transaction& transaction, const AlertRule& rule);
[[nodiscard]] Result<void> removeRule(storage::Transaction& transaction, const AlertRuleId& id);

} // namespace sallyport::alerts::rows
