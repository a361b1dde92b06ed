#pragma once

#include "backend/protection/threats/threat_scores.h"
#include "backend/storage/store.h"

#include <mutex>

namespace sallyport::protection {

/// Keeps scores, peaks and weights in the vault. Blocks; any thread.
class ThreatLog {
public:
    static constexpr std::uint32_t scoreFloor = 5;     ///< what is less starts anew
    static constexpr std::size_t scoresMost = 1'000;   ///< the highest
    static constexpr std::uint32_t peakFloor = 10;     ///< what never came so far is of no interest to a threshold
    static constexpr std::int64_t peaksMost = 20'000;  ///< rows; the lowest go
    static constexpr std::chrono::hours peaksKept{25}; ///< a little more than what is shown
    static constexpr std::chrono::hours peaksShown{24};

    ThreatLog(storage::Store& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    /// Points that were in force, worn by the time since.
    [[nodiscard]] Result<std::vector<StoredScore>> scores(std::chrono::seconds halfLife);
    /// Writes what there is now in place of what was; nothing if there was and is nothing.
    [[nodiscard]] Result<void> save(const ThreatScores& scores);
    /// `deletable` is by which time may be deleted (audit::SeenTime).
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable);

    /// Peaks of the last 24 hours by address, highest first; also what `scores` holds of them and hasn't been saved.
    [[nodiscard]] Result<std::vector<ThreatPeak>> peaks(const ThreatScores& scores, UtcTime& since);

    [[nodiscard]] Result<std::array<ThreatWeight, threatSignals>> weights();

private:
    storage::Store& m_store;
    const Clock& m_clock;
    std::mutex m_saving;
    bool m_any = true; ///< the table may hold scores
};

/// In a transaction of the caller.
[[nodiscard]] Result<std::array<ThreatWeight, threatSignals>> readWeights(storage::Transaction& transaction);
[[nodiscard]] Result<void> writeWeight(storage::Transaction& transaction, const ThreatWeight& weight);

} // namespace sallyport::protection
