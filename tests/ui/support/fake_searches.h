#pragma once

#include "backend/base/clock.h"
#include "backend/journal/saved_searches.h"
#include "tests/ui/support/failures.h"

#include <mutex>
#include <vector>

namespace sallyport::tests {

/// Two searches of the house: one's own and one that somebody shares.
class FakeSearches final : public journal::SavedSearches {
public:
    explicit FakeSearches(Clock& clock);
    Result<std::vector<journal::SavedSearch>> list(const access::Actor& actor) override;
    Result<journal::SavedSearch> read(const access::Actor& actor, std::string_view idOrName) override;
    Result<journal::SavedSearch> save(const access::Actor& actor, journal::NewSearch search) override;
    Result<journal::SavedSearch> change(const access::Actor& actor, std::string_view idOrName,
                                        const journal::SearchPatch& patch) override;
    Result<void> remove(const access::Actor& actor, std::string_view idOrName) override;
    Failures failures;
    std::vector<journal::SavedSearch> searches; ///< under `mutex`
    std::mutex mutex;

private:
    journal::SavedSearch* find(std::string_view idOrName);
    Clock& m_clock;
    int m_made = 2;
};

} // namespace sallyport::tests
