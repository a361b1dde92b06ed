#pragma once

#include "backend/audit/event_selection.h"
#include "backend/audit/reports.h"

#include <array>
#include <string>
#include <vector>

namespace sallyport::audit {

/// The figures on a report's first page.
struct ReportSummary {
    using OutcomeCounts = std::array<std::int64_t, 4>;
    struct Day {
        std::int64_t number = 0; ///< days since 1970 in the report's zone
        OutcomeCounts outcomes{};
    };
    struct Kind {
        std::string word;
        std::int64_t count = 0;
    };
    std::int64_t total = 0;
    OutcomeCounts outcomes{};
    SeverityCounts severities{};
    std::vector<Day> days;   ///< oldest first, only those with events
    std::vector<Kind> kinds; ///< most frequent first
};

Result<ReportSummary> summarise(storage::Transaction& transaction, const EventSelection& selection, const TimeZone& zone);

/// What stands around the events: who asks, of which vault, when.
struct ReportContext {
    std::string operatorName;
    std::string vaultName;
    UtcTime generatedAt;
    TimeZone zone;                       ///< of its times and days
    std::vector<std::string> knownPaths; ///< whose words stay in a report without names (pseudonyms/known_paths.h)
};

/// The first line for `sallyport-report`, without its line feed.
std::string reportHeader(const ReportRequest& request, const ReportContext& context, const ReportSummary& summary,
                         const ChainReport& chain);

} // namespace sallyport::audit
