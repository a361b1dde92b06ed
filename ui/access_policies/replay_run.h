#pragma once

#include "backend/authorization/access_checks.h"
#include "backend/services/services.h"
#include "ui/console/watched_work.h"

#include <map>
#include <memory>
#include <string>

namespace sallyport::ui {

/// What a replay is about.
struct ReplayWanted {
    std::string policy; ///< id; empty of one that isn't stored yet
    authorization::PolicyPatch draft;
    int days = 7;
};
struct ReplayFound {
    authorization::Replay replay;
    std::map<std::string, std::string> titles; ///< of records, by id, as far as they may be read
};

/// Replays day by day, the newest first, so that it can tell how far it is and be stopped between two days. Blocks; workers
/// only. Cancelled.
Result<ReplayFound> replayDays(Services& services, const access::Actor& actor, const ReplayWanted& wanted,
                               const std::shared_ptr<WatchedWork::Shared>& watched, const CancelFlag& locking);
/// Adds what another part of the period has found.
void addReplay(authorization::Replay& sum, authorization::Replay part);

} // namespace sallyport::ui
