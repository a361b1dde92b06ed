#pragma once

#include "backend/base/clock.h"
#include "backend/protection/limits/rate_limits.h"
#include "tests/ui/support/failures.h"

#include <map>
#include <mutex>
#include <set>

namespace sallyport::tests {

/// The rules of the picture look/rate-limits-light.png with what they count: classes first. Changes hold until the fake goes. The
/// callers of `Writing` are those of the picture, with each other rule somebody has used it. What numbers would have refused is
/// worked out from `Writing`'s three callers, so that each number has an answer of its own.
class FakeRateLimits final : public protection::RateLimits {
public:
    explicit FakeRateLimits(Clock& clock);

    Result<std::vector<protection::RateRule>> list(const access::Actor&) override;
    Result<protection::RateRule> read(const access::Actor&, std::string_view id) override;
    Result<protection::RateUsage> usage(const access::Actor&, std::string_view id, std::size_t most) override;
    Result<protection::RatePreview> preview(const access::Actor&, std::string_view id, const protection::RateNumbers&) override;
    Result<protection::RateRule> create(const access::Actor&, protection::NewRateRule rule) override;
    Result<protection::RateRule> change(const access::Actor&, std::string_view id, protection::RateRulePatch patch) override;
    Result<void> changeNumbers(const access::Actor& actor,
                               const std::vector<std::pair<std::string, settings::RateLimit>>& numbers) override;
    Result<void> remove(const access::Actor&, std::string_view id) override;
    Result<std::uint32_t> reset(const access::Actor&, std::string_view id, std::string_view key) override;
    Result<void> putBack(const access::Actor&, std::string_view id, std::string_view key, std::uint32_t used) override;
    Result<std::vector<protection::RateOverride>> overrides(const access::Actor&, std::string_view id) override;
    Result<protection::RateOverride> setOverride(const access::Actor&, std::string_view id,
                                                 protection::NewRateOverride numbers) override;
    Result<void> removeOverride(const access::Actor&, std::string_view overrideId) override;
    Result<std::vector<std::string>> exempt(const access::Actor&) override;
    Result<std::vector<std::string>> setExempt(const access::Actor&, std::vector<std::string> networks) override;

    /// As it is now, for tests; the one of that name.
    protection::RateSetting settingOf(const std::string& name);
    /// What `key` has used of the rule now.
    std::uint32_t usedOf(const std::string& id, const std::string& key);

    Failures failures;       ///< of what only looks
    Failures changeFailures; ///< of changes and resets
    bool quiet = false;      ///< nobody has used anything, ever
    std::uint64_t previews = 0;

private:
    struct Row {
        protection::RateRule rule;
        std::vector<protection::RateUse> uses;
    };
    Row* find(std::string_view id);
    protection::RateRule shown(const Row& row) const;
    Result<void> check(const std::string& name, const protection::RateNumbers& numbers) const;

    Clock& m_clock;
    std::mutex m_mutex;
    std::vector<Row> m_rows;
    std::vector<std::string> m_exempt{"10.20.0.0/16"};
    std::vector<protection::RateOverride> m_overrides;
    int m_next = 0;
};

} // namespace sallyport::tests
