#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/base/ip_address.h"
#include "backend/base/random.h"
#include "backend/protection/limits/rate_count.h"
#include "backend/settings/settings.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// Which quota a route counts against. The words are those of the settings (`rate_limits.api_read`).
/// Auth: an account as it is tried from an address. AuthAddress: the same of all accounts together. Key: the own limit of an API
/// key. Credentials: refused API keys of one address. Probes: refused probes of one address that are recorded. Own: the first of
/// the operator's own rules. None of the last five has a setting.
enum class RateClass : std::uint8_t {
    Address,
    Auth,
    ApiRead,
    ApiWrite,
    FileUpload,
    Admin,
    Key,
    Credentials,
    Probes,
    AuthAddress,
    Own,
    Count_
};

/// Wrong API keys of one address, after which it is told to wait: enough for a fleet behind one address whose key has
/// expired, nothing for who tries keys.
inline constexpr settings::RateLimit refusedCredentialsLimit{100, std::chrono::seconds(900)};
/// Probes that were refused and are written into the journal, an address; the others are answered all the same.
inline constexpr settings::RateLimit refusedProbesLimit{100, std::chrono::seconds(900)};
/// How many times the limit of `auth`, which is of one account from one address, all accounts together may be tried from there.
inline constexpr std::uint32_t accountsOfAddress = 10;

std::string_view rateClassWord(RateClass rateClass) noexcept; ///< `address` | `auth` | `api_read`...

/// What the limiter says about one request, with what `RateLimit`, `RateLimit-Policy` and `Retry-After` need.
struct Decision {
    bool allowed = true;
    bool counted = true; ///< false: the rule is off, or nobody is told: it only observes
    bool noted = false;  ///< let in by a rule that only observes, which would have refused
    RateClass rateClass = RateClass::Address;
    std::uint8_t own = 0;               ///< which of the own rules, of Own
    std::uint32_t limit = 0;            ///< `q`
    std::uint32_t remaining = 0;        ///< `r`, after this request
    std::chrono::seconds window{0};     ///< `w`
    std::chrono::seconds reset{0};      ///< `t`: until quota comes back, 1 to `window`
    std::chrono::seconds retryAfter{0}; ///< if refused: until the next request is allowed, the same as `reset`
    /// Refusals of this key that nothing has been recorded about yet; not 0 at the first one and then at most once a
    /// minute: the moment to record one.
    std::uint32_t unreported = 0;
    std::uint64_t tag = 0; ///< whose count it is, for giveBack
};

/// Who is counted. `text` is what the kind says: bytes of an address, an id, `ADDRESS|ACCOUNT`.
struct CountedCaller {
    enum Kind : char { V4 = '4', V6 = '6', Principal = 'p', Key = 'k', Account = 'e' };
    Kind kind = Principal;
    std::string_view text;
};

/// Whom the limiter knows by name: who uses most.
struct LiveCaller {
    std::uint64_t tag = 0;
    std::size_t slot = 0; ///< of the rule: RateClass, or Own and a number
    CountedCaller::Kind kind = CountedCaller::Principal;
    std::string text; ///< readable: an address as text
    std::uint32_t used = 0, limit = 0;
    std::chrono::seconds reset{0};
    std::uint32_t answered = 0, refused = 0; ///< since the last takeMinute
    std::uint32_t peak = 0;                  ///< the most that counted at once since then, with what was refused on top
};

/// What was counted of all rules since the last time.
struct RateMinute {
    struct Totals {
        std::uint32_t refused = 0, noted = 0;
    };
    std::vector<LiveCaller> callers; ///< who asked
    std::vector<Totals> totals;      ///< by slot
};

/// The place of a class among all rules; own rules come after it.
constexpr std::size_t slotOf(RateClass rateClass) noexcept
{
    return static_cast<std::size_t>(rateClass);
}

/// What outlives the process of one caller's count.
struct SavedCount {
    std::uint64_t tag = 0;
    SavedRateCount count;
    std::optional<std::size_t> slot = {}; ///< of the rule, if the caller is known by name
    char kind = 0;
    std::string text = {}; ///< as it was hashed
};

/// Numbers of one caller in place of a rule's.
struct RateOverrideNumbers {
    std::size_t slot = 0; ///< of the rule
    CountedCaller::Kind kind = CountedCaller::Principal;
    std::string_view text; ///< id of the user or key
    settings::RateLimit limit;
    std::optional<std::chrono::seconds> left = {}; ///< until they hold no more
};

/// Counts requests a rule and caller: the network of the socket's address before authentication, the principal after
/// (standards.md §4, row 17), by the rule's own algorithm (rate_count.h); exactly, even for requests that run in parallel.
/// Bounded: about 62 bytes a caller, and when there is no more room those go that would be counted for the shortest time, which
/// is who has been idle longest of those who are counted by the same rule. Thread-safe, any thread, under 100 ns a check, without
/// a system call; callers are hashed with a random seed. The one place that counts: a store that several nodes share stands
/// behind the same questions.
class RateLimiter {
public:
    /// 1,000,000 callers and some room.
    static constexpr std::size_t defaultCapacity = 1'081'344;
    /// Networks that may be exempt.
    static constexpr std::size_t exemptMost = 64;

    RateLimiter(const Clock& clock, RandomSource& random, std::size_t capacity = defaultCapacity);
    ~RateLimiter();

    /// The seed of the hash, so that what was saved is found again. Before anything is counted.
    void setSeed(std::span<const std::uint64_t, 4> seed) noexcept;

    /// Takes effect for the next request; what was counted stays: by another window as if it were of now.
    void setLimits(const settings::Values& values);
    /// How a class counts and what it does; its numbers are settings. Takes effect for the next request.
    void setClass(RateClass rateClass, RateAlgorithm algorithm, RateSubject subject, settings::ControlMode mode) noexcept;
    /// The own rule of this number (below ownRulesMost). `salt` is of the rule: another rule in its place counts anew.
    void setOwn(std::size_t number, const RateShape& shape, std::uint64_t salt, std::string_view id);
    /// Its id; any thread.
    std::string ownId(std::size_t number) const;
    /// Callers with numbers of their own, all of them; at most RateOverrideTable::most. Takes effect for the next request; after
    /// the seed is set.
    void setOverrides(std::span<const RateOverrideNumbers> numbers);
    RateShape shape(RateClass rateClass) const noexcept;
    RateShape ownShape(std::size_t number) const noexcept;
    /// Which own rules are for which route, one bit each, by the route's number. Routes are few and stay.
    void setRoutes(std::vector<std::uint64_t> rulesOfRoutes);
    std::uint64_t rulesOf(std::size_t route) const noexcept;
    /// Which header fields tell about limits: those of the IETF's draft, and those of the guide.
    bool standardNames() const noexcept;
    bool guideNames() const noexcept;
    /// In one of the networks that no limit by address holds for.
    bool exempt(const IpAddress& address) const noexcept;

    /// Counts one request (a refused one isn't counted), for `cost`. Keyed by `address.network()`.
    [[nodiscard]] Decision check(RateClass rateClass, const IpAddress& address, std::uint32_t cost = 1) noexcept;
    [[nodiscard]] Decision check(RateClass rateClass, const UserId& principal, std::uint32_t cost = 1) noexcept;
    /// The same of one who comes by a key (or by none): a key with numbers of its own is counted by itself.
    [[nodiscard]] Decision check(RateClass rateClass, const UserId& principal, const KeyId& key, std::uint32_t cost) noexcept;
    /// Against the key's own limit. What was counted stays if the window is another than before.
    [[nodiscard]] Decision check(const KeyId& key, const settings::RateLimit& limit, std::uint32_t cost = 1) noexcept;
    /// Against an own rule. The address's network is found here.
    [[nodiscard]] Decision checkOwn(std::size_t number, const IpAddress& address) noexcept;
    [[nodiscard]] Decision checkOwn(std::size_t number, const UserId& principal) noexcept;
    [[nodiscard]] Decision checkOwn(std::size_t number, const KeyId& key) noexcept;
    [[nodiscard]] Decision checkOwn(std::size_t number, const UserId& principal, const KeyId& key) noexcept;
    /// One try of a password or code for an account, which need not exist, from an address. It is given back if it was right.
    [[nodiscard]] Decision checkTry(const IpAddress& address, std::string_view account);
    /// Takes back what an allowed request was counted for.
    void giveBack(const Decision& decision) noexcept;
    /// Counts one refused credential of the address.
    [[nodiscard]] Decision checkRefused(const IpAddress& address) noexcept { return check(RateClass::Credentials, address); }

    /// Counts one refused probe of the address.
    [[nodiscard]] Decision checkRefusedProbe(const IpAddress& address) noexcept { return check(RateClass::Probes, address); }

    // What follows looks at all of it: not for a loop.
    /// Whom one rule, or any, knows by name and what they have used, in no order.
    std::vector<LiveCaller> callers(std::optional<std::size_t> slot = {}) const;
    /// What was refused and noted since the last takeMinute, by slot.
    std::vector<RateMinute::Totals> totals() const;
    /// What has been asked since the last call; forgets whom nobody has heard of for a while.
    RateMinute takeMinute();
    /// The tag of a caller of a rule; `text` as LiveCaller has it, of an address any of its network.
    std::optional<std::uint64_t> tagOf(std::size_t slot, CountedCaller::Kind kind, std::string_view text) const;
    /// Forgets what it has used. How much that was; nothing: it is not counted.
    std::optional<std::uint32_t> reset(std::uint64_t tag) noexcept;
    /// So many requests count again, as if they were of now.
    void putBack(std::size_t slot, std::uint64_t tag, std::uint32_t used) noexcept;
    /// Of rules with windows of at least that length, at most `most`: tries of passwords first, then who is refused, then
    /// who has used most.
    std::vector<SavedCount> save(std::chrono::seconds window, std::size_t most) const;
    /// `later`: how long ago it was saved.
    void restore(const std::vector<SavedCount>& saved, std::chrono::microseconds later) noexcept;
    /// Gives up what counts no more.
    void sweep() noexcept;

    /// Callers held now.
    std::size_t size() const;
    /// Memory that they take.
    std::size_t bytes() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::protection
