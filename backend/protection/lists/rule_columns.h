#pragma once

#include "backend/protection/lists/address_rule_rows.h"
#include "backend/storage/columns.h"

#include <string>
#include <vector>

namespace sallyport::protection::rows {

enum class RuleColumn {
    Id,
    Address,
    Action,
    ByScore,
    Reason,
    CreatedBy,
    Score,
    Signals,
    Step,
    CreatedAt,
    ExpiresAt,
    Hits,
    LastHit,
    End
};
inline constexpr storage::Columns<RuleColumn> ruleColumns{{{RuleColumn::Id, "r.id"},
                                                           {RuleColumn::Address, "r.address"},
                                                           {RuleColumn::Action, "r.action"},
                                                           {RuleColumn::ByScore, "r.by_score"},
                                                           {RuleColumn::Reason, "r.reason"},
                                                           {RuleColumn::CreatedBy, "r.created_by"},
                                                           {RuleColumn::Score, "r.score"},
                                                           {RuleColumn::Signals, "r.signals"},
                                                           {RuleColumn::Step, "r.step"},
                                                           {RuleColumn::CreatedAt, "r.created_at"},
                                                           {RuleColumn::ExpiresAt, "r.expires_at"},
                                                           {RuleColumn::Hits, "r.hits"},
                                                           {RuleColumn::LastHit, "r.last_hit"}}};

StoredRule readRule(const storage::Row<RuleColumn>& row);

/// What a rule without an end has in `ends_at`: later than any time there is.
inline constexpr UtcTime endless{std::chrono::microseconds(9'000'000'000'000'000'000)};

/// The signals as the column has them, JSON.
std::string signalsText(const std::vector<BanSignal>& signals);
std::vector<BanSignal> readSignals(const std::string& text);

} // namespace sallyport::protection::rows
