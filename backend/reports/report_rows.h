#pragma once

#include "backend/access/author.h"
#include "backend/base/encoding.h"
#include "backend/reports/report.h"
#include "backend/storage/transaction.h"

#include <string>
#include <vector>

namespace sallyport::reports {

/// A kept report as the database has it.
struct MadeRow {
    MadeReport report;
    std::vector<std::string> needs; ///< permission words
    Bytes key;                      ///< of its file
    UserId maker;                   ///< empty: the command line, or nobody knows
};

/// A plan with whose rights it has.
struct PlanRow {
    Plan plan;
    access::Author author;
    std::vector<std::string> rights; ///< permission words that the author had
};

std::string joinedWords(const std::vector<std::string>& words); ///< with spaces
std::vector<std::string> splitWords(std::string_view text);

namespace rows {

[[nodiscard]] Result<std::vector<MadeRow>> madeReports(storage::Transaction& transaction);       ///< the newest first
[[nodiscard]] Result<MadeRow> madeReport(storage::Transaction& transaction, const ReportId& id); ///< NotFound
[[nodiscard]] Result<std::int64_t> countMade(storage::Transaction& transaction);
[[nodiscard]] Result<void> insertMade(storage::Transaction& transaction, const MadeRow& row);
[[nodiscard]] Result<void> removeMade(storage::Transaction& transaction, const ReportId& id);
/// Of a plan, all but the `keep` newest.
[[nodiscard]] Result<std::vector<ReportId>> beyondKept(storage::Transaction& transaction, const PlanId& plan, int keep);

[[nodiscard]] Result<std::vector<PlanRow>> plans(storage::Transaction& transaction);                 ///< by name
[[nodiscard]] Result<PlanRow> plan(storage::Transaction& transaction, const PlanId& id);             ///< NotFound
[[nodiscard]] Result<std::vector<PlanRow>> plansDue(storage::Transaction& transaction, UtcTime now); ///< the longest due first
[[nodiscard]] Result<std::int64_t> countPlans(storage::Transaction& transaction);
[[nodiscard]] Result<void> putPlan(storage::Transaction& transaction,
                                   const PlanRow& row); ///< new, or in the place of the one there is
[[nodiscard]] Result<void> removePlan(storage::Transaction& transaction, const PlanId& id);
/// When it comes next, and how the last time went.
[[nodiscard]] Result<void> notePlan(storage::Transaction& transaction, const PlanId& id, std::optional<UtcTime> nextAt,
                                    UtcTime lastAt, const std::string& problem);

} // namespace rows

} // namespace sallyport::reports
