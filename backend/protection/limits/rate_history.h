#pragma once

#include "backend/protection/limits/rate_limiter.h"
#include "backend/storage/store.h"

#include <map>
#include <string>
#include <vector>

namespace sallyport::protection {

/// What one caller asked of a rule in one minute.
struct AskedMinute {
    std::int64_t minute = 0; ///< since 1970
    std::string caller;      ///< kind and text, `p01J...`
    std::int64_t answered = 0, refused = 0;
};

/// Sums of a rule.
struct RateSums {
    std::int64_t refused = 0, noted = 0; ///< in 24 hours
    std::optional<std::uint32_t> p95;    ///< of the hottest caller in each minute of 7 days; nothing: fewer than minutesNeeded
};

/// Who asked how much by which rule: by the minute for a day, of the 128 who asked most in each; sums and peaks by the hour for a
/// week. Bounded by that; what was asked since the last minute isn't in it. Has no state of its own: blocks, any thread.
class RateHistory {
public:
    static constexpr std::size_t minutesNeeded = 10;

    RateHistory(storage::Store& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    /// Since when it is kept; noted here the first time. Of the process that serves.
    [[nodiscard]] Result<void> begin();
    /// Adds what was counted since the last call. `ruleOf` answers the id of a rule; empty: it has none.
    [[nodiscard]] Result<void> add(const RateMinute& minute, const std::function<std::string(std::size_t slot)>& ruleOf);
    /// Deletes what is older than is shown; `deletable` is by which time may be deleted (audit::SeenTime).
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable);

    /// By rule.
    [[nodiscard]] Result<std::map<std::string, RateSums>> sums() const;
    /// Of the last 24 hours, by caller and then by time.
    [[nodiscard]] Result<std::vector<AskedMinute>> minutes(std::string_view rule) const;
    /// If that is less than 24 hours ago.
    [[nodiscard]] Result<std::optional<UtcTime>> shortSince() const;

private:
    storage::Store& m_store;
    const Clock& m_clock;
};

} // namespace sallyport::protection
