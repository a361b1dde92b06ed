#pragma once

#include "backend/protection/lists/address_rule_rows.h"

#include <span>
#include <string>
#include <vector>

namespace sallyport::protection::rows {

/// What it takes to take a change of the lists back.
struct RuleUndo {
    std::vector<AddressRuleId> added;
    std::vector<StoredRule> removed; ///< by hand: a ban by score keeps nobody in
};

std::string undoOfAdding(const AddressRuleId& id);
std::string undoOfRemoving(std::span<const StoredRule> removed);
[[nodiscard]] Result<RuleUndo> readUndo(const std::string& text);

/// `203.0.113.7, 198.51.100.0/24 and 40 more`.
std::string firstAddresses(std::span<const StoredRule> rules);
/// `+20 scanning: 34, 60; +15 missing_agent`, for records.
std::string signalLines(const std::vector<BanSignal>& signals);

} // namespace sallyport::protection::rows
