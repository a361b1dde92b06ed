#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/journal.h"

#include <functional>
#include <limits>
#include <memory>

namespace sallyport::audit {

/// Which of the oldest events may go.
struct ExpiryBound {
    UtcTime before{};            ///< those that are older
    std::int64_t countBelow = 0; ///< and those below this sequence, whatever their age: the journal is full
    std::int64_t keepFrom = std::numeric_limits<std::int64_t>::max(); ///< but none from this sequence on
};

/// Removes all events from the beginning up to the first that isn't older than `before`, but never the last one, and
/// records how many (`audit.events_expired`). The chain then begins behind them: their end is kept under a seal, so that
/// a verification still finds every other removal. In transactions of 5,000 events, so that writers hardly wait; `stillSo`, if
/// there is one, is asked in each of them first, and its error ends the work (what went by then is recorded all the same).
/// Gives back how many were removed. `journal` must come from Journal::open. Blocks: workers only.
[[nodiscard]] Result<std::int64_t> expireEvents(Journal& journal, const ExpiryBound& bound,
                                                const std::function<Result<void>(storage::Transaction&)>& stillSo = {});
[[nodiscard]] Result<std::int64_t> expireEvents(Journal& journal, UtcTime before);

/// The keyed hash of a journal that comes from Journal::open; null of another.
std::shared_ptr<const Chain> chainOf(const Journal& journal);

} // namespace sallyport::audit
