#pragma once

#include "backend/access/actor.h"
#include "backend/audit/journal.h"
#include "backend/protection/limits/rate_history.h"
#include "backend/protection/limits/rate_keeper.h"
#include "backend/protection/limits/rate_limiter.h"
#include "backend/protection/limits/rate_limits.h"
#include "backend/protection/limits/rate_override_rows.h"
#include "backend/protection/limits/rate_scope.h"
#include "backend/settings/settings.h"

#include <array>
#include <functional>
#include <mutex>
#include <span>

namespace sallyport::protection {

/// What the rate limits of a vault are made of. All of it must outlive them. Made by name.
struct RateLimitsParts {
    storage::Store& store;
    audit::Journal& journal;
    settings::Settings& settings;
    RateLimiter& limiter;
    const Clock& clock;
    RandomSource& random;
    /// The actor with the permissions of now.
    std::function<Result<access::Actor>(const access::Actor&)> now;
    /// Who an id is: a user, a service account or a key, with its name; the id where there is none any more. May block.
    std::function<RateCaller(CountedCaller::Kind kind, const std::string& id)> find;
    /// The user of an e-mail address; empty: none. May block.
    std::function<std::string(const std::string& email)> userOf;
    bool serves = true; ///< false: of a command beside the server, which counts nothing by itself
};

/// The rate limits of an open vault: settings and own rules as the limiter has them, and what it counts. Thread-safe.
class RateLimitsService final : public RateLimits {
public:
    static Result<std::unique_ptr<RateLimitsService>> open(RateLimitsParts parts);

    /// The server's table, once, before it counts anything.
    void setRoutes(std::vector<LimitedRoute> routes);
    /// Reads rules and resets again, another process may have changed them. Blocks.
    [[nodiscard]] Result<void> reload();
    /// Once a minute and at the end: writes what was counted. Blocks; of the process that serves.
    [[nodiscard]] Result<void> keep();
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable);

    Result<std::vector<RateRule>> list(const access::Actor& actor) override;
    Result<RateRule> read(const access::Actor& actor, std::string_view id) override;
    Result<RateUsage> usage(const access::Actor& actor, std::string_view id, std::size_t most) override;
    Result<RatePreview> preview(const access::Actor& actor, std::string_view id, const RateNumbers& numbers) override;
    Result<RateRule> create(const access::Actor& actor, NewRateRule rule) override;
    Result<RateRule> change(const access::Actor& actor, std::string_view id, RateRulePatch patch) override;
    Result<void> changeNumbers(const access::Actor& actor,
                               const std::vector<std::pair<std::string, settings::RateLimit>>& numbers) override;
    Result<void> remove(const access::Actor& actor, std::string_view id) override;
    Result<std::uint32_t> reset(const access::Actor& actor, std::string_view id, std::string_view key) override;
    Result<void> putBack(const access::Actor& actor, std::string_view id, std::string_view key, std::uint32_t used) override;
    Result<std::vector<RateOverride>> overrides(const access::Actor& actor, std::string_view id) override;
    Result<RateOverride> setOverride(const access::Actor& actor, std::string_view id, NewRateOverride numbers) override;
    Result<void> removeOverride(const access::Actor& actor, std::string_view overrideId) override;
    Result<std::vector<std::string>> exempt(const access::Actor& actor) override;
    Result<std::vector<std::string>> setExempt(const access::Actor& actor, std::vector<std::string> networks) override;

private:
    explicit RateLimitsService(RateLimitsParts parts);

    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;
    std::vector<RateSetting> rules() const; ///< with the numbers of now
    Result<RateSetting> rule(std::string_view id) const;
    Result<std::vector<RateRule>> shown(std::vector<RateSetting> settings) const;
    std::string ruleOf(std::size_t slot) const;
    std::optional<std::size_t> slotOf(std::string_view id) const;
    void apply(std::vector<RateSetting> own, const std::vector<RateSetting>& classes);
    void applyRoutes();
    RateCaller callerOf(std::size_t slot, CountedCaller::Kind kind, const std::string& text) const;
    std::vector<std::uint64_t> tagsOf(std::size_t slot, std::string_view key) const;
    Result<void> storeOwn(const access::Actor& actor, const RateSetting* before, const RateSetting& after);
    Result<void> storeClass(const access::Actor& actor, const RateSetting& before, const RateSetting& after);
    Result<void> applyResets();
    // rate_overrides.cpp
    Result<void> applyOverrides();
    Result<std::optional<RateCaller>> subjectOf(const RateSetting& rule, const std::string& subject) const;
    RateOverride shownOverride(const rows::StoredOverride& stored) const;
    audit::Event overrideEvent(const access::Actor& actor, std::string_view kind, const rows::StoredOverride& stored) const;

    const RateLimitsParts m_parts;
    RateKeeper m_keeper;
    RateHistory m_history;
    mutable std::mutex m_mutex; ///< of what follows
    std::vector<RateSetting> m_classes, m_own;
    std::array<std::string, ownRulesMost> m_places; ///< ids of own rules, by their number at the limiter
    std::vector<LimitedRoute> m_routes;
    std::mutex m_changing; ///< one change at a time
};

} // namespace sallyport::protection
