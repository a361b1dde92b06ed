#pragma once

#include "backend/protection/limits/rate_limits.h"

namespace sallyport::protection {

/// The rate limits of an open vault.
class RateLimitsService final : public RateLimits {
public:
    Result<std::vector<RateRule>> list(const access::Actor& actor) override;
    Result<RateRule> read(const access::Actor& actor, std::string_view id) override;
    Result<RateUsage> usage(const access::Actor& actor, std::string_view id, std::size_t most) override;
    Result<RatePreview> preview(const access::Actor& actor, std::string_view id, const RateNumbers& numbers) override;
    Result<RateRule> create(const access::Actor& actor, NewRateRule rule) override;
    Result<RateRule> change(const access::Actor& actor, std::string_view id, RateRulePatch patch) override;
    Result<void> remove(const access::Actor& actor, std::string_view id) override;
    Result<std::uint32_t> reset(const access::Actor& actor, std::string_view id, std::string_view key) override;
    Result<void> putBack(const access::Actor& actor, std::string_view id, std::string_view key, std::uint32_t used) override;
    Result<std::vector<std::string>> exempt(const access::Actor& actor) override;
    Result<std::vector<std::string>> setExempt(const access::Actor& actor, std::vector<std::string> networks) override;
};

} // namespace sallyport::protection
