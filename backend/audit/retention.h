#pragma once

#include "backend/audit/journal.h"

namespace sallyport::audit {

/// Removes all events from the beginning up to the first that isn't older than `before`, but never the last one, and
/// records how many (`audit.events_expired`). The chain then begins behind them: their end is kept under a seal, so that
/// a verification still finds every other removal. In transactions of 5,000 events, so that writers hardly wait.
/// Gives back how many were removed. `journal` must come from Journal::open. Blocks: workers only.
[[nodiscard]] Result<std::int64_t> expireEvents(Journal& journal, UtcTime before);

} // namespace sallyport::audit
