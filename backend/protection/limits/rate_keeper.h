#pragma once

#include "backend/protection/limits/rate_limiter.h"
#include "backend/storage/store.h"

#include <functional>
#include <mutex>
#include <string>

namespace sallyport::protection {

/// What is written of counts: lines of `tag shape pace age:requests,...` and, where the caller is known by name, ` rule kind
/// text`, numbers in decimal, texts in hex.
std::string countsText(const std::vector<SavedCount>& counts, const std::function<std::string(std::size_t slot)>& ruleOf);
/// The same back; a line that says nothing is passed over. `slotOf` answers nothing for a rule that is gone.
std::vector<SavedCount> readCounts(std::string_view text,
                                   const std::function<std::optional<std::size_t>(std::string_view rule)>& slotOf);

/// Keeps in the vault what is counted in windows of five minutes and more, so that a restart gives nobody a fresh budget: of
/// tries of passwords and codes first, then of who is refused, then of who has used most. What is counted after the last save is
/// lost if the process is killed. Between the two the clock on the wall is believed.
class RateKeeper {
public:
    static constexpr std::chrono::seconds savedWindow{300};
    static constexpr std::size_t savedMost = 4'096;

    /// All of it must outlive it.
    RateKeeper(storage::Store& store, RateLimiter& limiter, const Clock& clock)
        : m_store(store), m_limiter(limiter), m_clock(clock)
    {
    }

    /// Gives the limiter its seed, which is made at the first opening where `serves`, and what was saved. Once, before anything
    /// is counted, when the rules are known. Blocks.
    [[nodiscard]] Result<void> load(RandomSource& random, bool serves,
                                    const std::function<std::optional<std::size_t>(std::string_view)>& slotOf);
    /// Blocks; any thread.
    [[nodiscard]] Result<void> save(const std::function<std::string(std::size_t)>& ruleOf);

private:
    storage::Store& m_store;
    RateLimiter& m_limiter;
    const Clock& m_clock;
    std::mutex m_saving;
    bool m_anything = true; ///< was saved last; at first nobody knows
};

} // namespace sallyport::protection
