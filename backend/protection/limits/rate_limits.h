#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/protection/limits/rate_rule.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// Whose requests were counted.
struct RateCaller {
    enum class Kind : std::uint8_t { Address, User, ServiceAccount, Key };
    Kind kind = Kind::Address;
    std::string key;  ///< what `reset` takes: opaque, stays the same
    std::string id;   ///< of user, account or key, to open it by; empty of an address
    std::string name; ///< as it is called now; of an address its text, `2001:db8::/64`; of somebody who is gone, the id
    std::string from; ///< of what is counted by account and address: the address; else empty
};

/// `address`, `user`, `service_account`, `key`.
std::string_view rateCallerWord(RateCaller::Kind kind) noexcept;

/// A rule with what it counts.
struct RateRule {
    RateSetting setting;
    std::uint32_t routes = 0;  ///< that it is for
    std::uint32_t hottest = 0; ///< requests that count now of who has used most
    std::optional<std::uint32_t>
        p95;                  ///< in 95 of 100 minutes with requests of the last 7 days nobody had used more; nothing: too few
    std::int64_t refused = 0; ///< in 24 hours; what was counted before a restart is in it
    std::int64_t noted = 0;   ///< the same while it only observed
};

/// One who uses a rule now.
struct RateUse {
    RateCaller caller;
    std::uint32_t used = 0;        ///< requests that count now
    std::uint32_t limit = 0;       ///< of this caller: a key may have its own
    std::chrono::seconds reset{0}; ///< until some of it comes back
};

/// An hour of the chart: who used most in it.
struct RateHour {
    UtcTime begin;
    std::int64_t answered = 0, refused = 0; ///< of the hottest caller in this hour; `refused` has what was noted, too
    std::string name;                       ///< of it; empty: nobody
};

/// Room for what is usual.
struct RateSuggestion {
    std::uint32_t requests = 0;    ///< to be set for the rule's window, rounded up to something that one can say
    std::uint32_t p95 = 0;         ///< see RateRule
    std::uint32_t roomPercent = 0; ///< setting `rate_limits.room_percent`
};

struct RateUsage {
    UtcTime at;
    std::vector<RateUse> hottest;             ///< the hottest first, at most what was asked for
    std::vector<RateHour> hours;              ///< the last 24, the oldest first; the last is the one that is going on
    std::optional<RateSuggestion> suggestion; ///< nothing: too little was counted in 7 days
    std::optional<UtcTime> shortSince;        ///< counting began less than 24 hours ago, then
};

/// Who would have been refused, when and how often.
struct RateVictim {
    RateCaller caller;
    UtcTime from, until; ///< the first and the last minute of it
    std::int64_t requests = 0;
};

/// What numbers would have done in the last 24 hours. Made of what was counted by the minute for the callers who asked most
/// (`RateLimits::followedCallers`): within a minute requests count as if they came evenly, and whom hardly anybody asked more
/// seldom than isn't in it. Requests that were refused count as asked.
struct RatePreview {
    UtcTime since, until;
    std::int64_t requests = 0;        ///< that would have been refused
    std::int64_t callers = 0;         ///< of how many
    std::int64_t presentRequests = 0; ///< with the numbers that are set now
    std::vector<RateVictim> victims;  ///< those of `requests`, most first, at most 50
    std::optional<UtcTime> shortSince;
};

/// An own rule to be made.
struct NewRateRule {
    std::string name;
    RateScope scope;
    RateNumbers numbers;
    RateSubject subject = RateSubject::Principal;
    settings::ControlMode mode = settings::ControlMode::Observe;
    std::uint32_t cost = 1;
};

/// Numbers of one caller in place of a rule's.
struct RateOverride {
    std::string id;
    std::string rule;  ///< class or id
    RateCaller caller; ///< a user, a service account or a key
    settings::RateLimit numbers;
    std::optional<UtcTime> expiresAt; ///< nothing: until they are removed
    UtcTime createdAt;
    std::string createdBy; ///< name
};

struct NewRateOverride {
    std::string subject; ///< id or e-mail address of a user, id of a service account or key
    settings::RateLimit numbers;
    std::optional<std::chrono::seconds> expiresIn; ///< a minute to a year; nothing: until they are removed
};

/// In a vault.
inline constexpr std::size_t rateOverridesMost = 1'000;

/// What is to be changed. Name, scope and cost of own rules alone.
struct RateRulePatch {
    std::optional<std::string> name;
    std::optional<RateScope> scope;
    std::optional<std::uint32_t> requests;
    std::optional<std::chrono::seconds> window;
    std::optional<RateAlgorithm> algorithm;
    std::optional<RateSubject> subject;
    std::optional<settings::ControlMode> mode;
    std::optional<std::uint32_t> cost;
};

/// The rate limits: classes and own rules, what they count now, what other numbers would have refused. Thread-safe; all of it
/// blocks (database), none of it is asked by a request.
///
/// Needs protection:read to look and protection:update to change; PermissionDenied otherwise. Changes and resets are written into
/// the journal. NotFound: there is no such rule.
class RateLimits {
public:
    static constexpr std::size_t followedCallers = 128; ///< a minute, of all rules together; the hottest

    virtual ~RateLimits() = default;

    /// protection:read. The six classes, then the own rules as they were made.
    [[nodiscard]] virtual Result<std::vector<RateRule>> list(const access::Actor& actor) = 0;
    /// protection:read.
    [[nodiscard]] virtual Result<RateRule> read(const access::Actor& actor, std::string_view id) = 0;
    /// protection:read. At most `most` (1 to 100) of the hottest.
    [[nodiscard]] virtual Result<RateUsage> usage(const access::Actor& actor, std::string_view id, std::size_t most) = 0;
    /// protection:read. InvalidArgument names what is wrong with the numbers.
    [[nodiscard]] virtual Result<RatePreview> preview(const access::Actor& actor, std::string_view id,
                                                      const RateNumbers& numbers) = 0;

    /// protection:update. InvalidArgument names each field that is wrong; Conflict: ownRulesMost are there, or one has that name.
    [[nodiscard]] virtual Result<RateRule> create(const access::Actor& actor, NewRateRule rule) = 0;
    /// protection:update. What is counted goes on counting: by another window as if it were of now. InvalidArgument likewise,
    /// also for a class's name, scope and cost, and for mode `off` of `address`, `auth` and `admin`: nobody is unlimited.
    [[nodiscard]] virtual Result<RateRule> change(const access::Actor& actor, std::string_view id, RateRulePatch patch) = 0;
    /// protection:update. Requests and windows of several classes, all or none. InvalidArgument names what is wrong; NotFound:
    /// one of them is no class.
    [[nodiscard]] virtual Result<void> changeNumbers(const access::Actor& actor,
                                                     const std::vector<std::pair<std::string, settings::RateLimit>>& numbers) = 0;
    /// protection:update. Own rules; InvalidArgument for a class.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, std::string_view id) = 0;

    /// protection:update. Forgets what one caller has used of a rule, in the running server, at once. Answers how much that was,
    /// for `putBack`. NotFound: nothing of that key is counted.
    [[nodiscard]] virtual Result<std::uint32_t> reset(const access::Actor& actor, std::string_view id, std::string_view key) = 0;
    /// protection:update. Takes a reset back: so many requests count again, as if they were of now.
    [[nodiscard]] virtual Result<void> putBack(const access::Actor& actor, std::string_view id, std::string_view key,
                                               std::uint32_t used) = 0;

    /// protection:read. Callers with numbers of their own in this rule, the oldest first; those that have ended aren't among
    /// them.
    [[nodiscard]] virtual Result<std::vector<RateOverride>> overrides(const access::Actor& actor, std::string_view id) = 0;
    /// protection:update. Gives a caller numbers of their own, in place of those that they have; what is counted goes on
    /// counting. In a rule by principal of users, service accounts and keys, by user of users and service accounts, by key of
    /// keys; others have none. A key with a limit of its own counts against that alone. NotFound (field `subject`): nobody is
    /// called that. InvalidArgument names each field that is wrong; LimitReached: rateOverridesMost are there.
    [[nodiscard]] virtual Result<RateOverride> setOverride(const access::Actor& actor, std::string_view id,
                                                           NewRateOverride numbers) = 0;
    /// protection:update. The rule holds again. NotFound: there is no such.
    [[nodiscard]] virtual Result<void> removeOverride(const access::Actor& actor, std::string_view overrideId) = 0;

    /// protection:read. Networks that no limit by address holds for, `10.1.0.0/16`; setting `rate_limits.exempt`.
    [[nodiscard]] virtual Result<std::vector<std::string>> exempt(const access::Actor& actor) = 0;
    /// protection:update. InvalidArgument names what isn't a network (field `exempt`). Answers them as they are written.
    [[nodiscard]] virtual Result<std::vector<std::string>> setExempt(const access::Actor& actor,
                                                                     std::vector<std::string> networks) = 0;
};

} // namespace sallyport::protection
