#pragma once

#include "backend/protection/traffic/traffic.h"
#include "backend/storage/store.h"

#include <mutex>

namespace sallyport::protection {

/// Keeps the counts of Traffic in the vault, so that they outlive its locking: minutes for a day, hours for a week. What is
/// counted after the last save is lost if the process is killed.
class TrafficLog {
public:
    /// Gives `traffic` what the vault holds, and since when it counts. `clock` is the one that `traffic` counts by. Blocks.
    static Result<std::unique_ptr<TrafficLog>> open(storage::Store& store, Traffic& traffic, const Clock& clock);

    /// Writes what has been counted since the last save that succeeded; nothing if nobody asked for anything. Blocks; any thread.
    [[nodiscard]] Result<void> save();
    /// Deletes what is older than is shown; `deletable` is by which time may be deleted (audit::SeenTime). Blocks.
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable);

private:
    TrafficLog(storage::Store& store, Traffic& traffic, const Clock& clock);
    Result<void> load();

    storage::Store& m_store;
    Traffic& m_traffic;
    const Clock& m_clock;
    std::mutex m_saving;
    UtcTime m_savedAt;                ///< what ended before is on disk
    std::vector<TrafficCount> m_last; ///< what was written then
};

} // namespace sallyport::protection
