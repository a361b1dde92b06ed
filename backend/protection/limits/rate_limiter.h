#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/base/ip_address.h"
#include "backend/base/random.h"
#include "backend/settings/settings.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace sallyport::protection {

/// Which quota a route counts against. The words are those of the settings (`rate_limits.api_read`).
/// Key: the own limit of an API key. Credentials: refused API keys of one address. Probes: refused probes of one address that are
/// recorded. None of them has a setting.
enum class RateClass : std::uint8_t { Address, Auth, ApiRead, ApiWrite, FileUpload, Admin, Key, Credentials, Probes, Count_ };

/// Wrong API keys of one address, after which it is told to wait: enough for a fleet behind one address whose key has
/// expired, nothing for who tries keys.
inline constexpr settings::RateLimit refusedCredentialsLimit{100, std::chrono::seconds(900)};
/// Probes that were refused and are written into the journal, an address; the others are answered all the same.
inline constexpr settings::RateLimit refusedProbesLimit{100, std::chrono::seconds(900)};

std::string_view rateClassWord(RateClass rateClass) noexcept; ///< `address` | `auth` | `api_read`...

/// What the limiter says about one request, with what `RateLimit`, `RateLimit-Policy` and `Retry-After` need.
struct Decision {
    bool allowed = true;
    RateClass rateClass = RateClass::Address;
    std::uint32_t limit = 0;            ///< `q`
    std::uint32_t remaining = 0;        ///< `r`, after this request
    std::chrono::seconds window{0};     ///< `w`
    std::chrono::seconds reset{0};      ///< `t`: until quota comes back, 1 to `window`
    std::chrono::seconds retryAfter{0}; ///< if refused: until the next request is allowed, the same as `reset`
    /// Refusals of this key that nothing has been recorded about yet; not 0 at the first one and then at most once a
    /// minute: the moment to record one.
    std::uint32_t unreported = 0;
};

/// Counts requests a class and key: the network of the socket's address before authentication, the principal after
/// (standards.md §4, row 17). A sliding window of 16 slots: never more than `limit` in any `window`, even for requests
/// that run in parallel, and nobody waits for longer than the window; to the millisecond. Bounded: when a shard is full the key
/// that was used longest ago is forgotten. Thread-safe, any thread, about 100 ns a check; keys are hashed with a random seed.
class RateLimiter {
public:
    /// 64 shards; about 260 bytes a key.
    static constexpr std::size_t defaultCapacity = 131'072;

    RateLimiter(const Clock& clock, RandomSource& random, std::size_t capacity = defaultCapacity);
    ~RateLimiter();

    /// Takes effect for the next request; what was counted stays, unless the class has another window now.
    void setLimits(const settings::Values& values);

    /// Counts one request (a refused one isn't counted). Keyed by `address.network()`.
    [[nodiscard]] Decision check(RateClass rateClass, const IpAddress& address) noexcept;
    [[nodiscard]] Decision check(RateClass rateClass, const UserId& principal) noexcept;
    /// Against the key's own limit. What was counted stays if the window is another than before.
    [[nodiscard]] Decision check(const KeyId& key, const settings::RateLimit& limit) noexcept;
    /// Counts one refused credential of the address.
    [[nodiscard]] Decision checkRefused(const IpAddress& address) noexcept { return check(RateClass::Credentials, address); }

    /// Counts one refused probe of the address.
    [[nodiscard]] Decision checkRefusedProbe(const IpAddress& address) noexcept { return check(RateClass::Probes, address); }

    /// Keys held now.
    std::size_t size() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::protection
