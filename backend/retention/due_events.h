#pragma once

#include "backend/retention/retention_plan.h"

#include <limits>

namespace sallyport::retention {

/// What is due is due: by kind, the time before which it is, and the sequence below which it is whatever its age.
struct DueBounds {
    struct Kind {
        std::string word;
        UtcTime before;         ///< those that are older
        std::int64_t below = 0; ///< among those before this sequence
    };
    std::vector<Kind> kinds;     ///< that the journal holds, and that have something that is due
    UtcTime before{};            ///< of what no rule is for
    std::int64_t countBelow = 0; ///< what is before this goes for want of room
    std::int64_t keepFrom = std::numeric_limits<std::int64_t>::max(); ///< the first that a longer rule or a hold keeps
    bool waitsForClock = false;
};

/// `deletable`: what was over by then may go (audit::SeenTime); the epoch: nothing.
Result<DueBounds> findBounds(storage::Transaction& transaction, const Plan& plan, std::int64_t days, UtcTime deletable);

/// Which events of `kind` go that `plan` doesn't hold, behind `after`, at most `most`, oldest first.
Result<std::vector<std::int64_t>> dueOf(storage::Transaction& transaction, const Plan& plan, const DueBounds& bounds,
                                        const DueBounds::Kind& kind, std::int64_t after, std::int64_t most);

/// The first event from that time on, by time; `otherwise` if there is none.
Result<std::int64_t> firstFrom(storage::Transaction& transaction, UtcTime time, std::int64_t otherwise);
/// The first that no cap takes: what is younger than a week stays, and so does the newest.
Result<std::int64_t> firstSpared(storage::Transaction& transaction, UtcTime deletable);

/// Counts what is due.
Result<DueEvents> countDue(storage::Transaction& transaction, const Plan& plan, const DueBounds& bounds);

} // namespace sallyport::retention
