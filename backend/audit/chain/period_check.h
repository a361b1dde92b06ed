#pragma once

#include "backend/audit/journal.h"
#include "backend/storage/store.h"

#include <optional>

namespace sallyport::audit {

/// The events of a period that stand in the journal now: from the first to the last, whatever else is selected.
struct PeriodBounds {
    std::int64_t first = 0, last = 0; ///< 0: there is none
    std::int64_t end = 0;             ///< the last event of the journal: what comes behind it is another time's
    bool whole = true;                ///< all of the journal is checked: there is no period, or it isn't much
};
[[nodiscard]] Result<PeriodBounds> periodBounds(storage::Transaction& transaction, std::optional<UtcTime> since,
                                                std::optional<UtcTime> until, std::int64_t end);

/// Checks the chain of the period, or all of a journal that isn't large, and remembers damage as a verification does. What is
/// known of the journal concerns each of its periods: what is missing may have been in this one.
[[nodiscard]] Result<ChainReport> checkPeriod(Journal& journal, const PeriodBounds& bounds, const Progress& progress);

} // namespace sallyport::audit
