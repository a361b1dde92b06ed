#pragma once

#include "backend/alerts/compiled_rules.h"
#include "backend/audit/journal.h"
#include "backend/storage/store.h"

namespace sallyport::alerts {

/// What the rule would have done with the events of a time that is over, by the code that counts new ones; that it is muted or
/// switched off now doesn't matter. At most trialEvents are read, a page a transaction. If `progress` says so it
/// ends there, and tells what it has found up to then. Blocks.
[[nodiscard]] Result<AlertTrial> tryOut(storage::Store& store, const AlertDraft& draft, const TimeZone& zone, UtcTime since,
                                        UtcTime until, const audit::Progress& progress);

} // namespace sallyport::alerts
