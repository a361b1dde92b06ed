#include "backend/protection/limits/rate_limiter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace sallyport::protection {

namespace {

constexpr std::size_t classCount = static_cast<std::size_t>(RateClass::Count_);
/// A window is this many slots, and the one that it began in counts until the last request of that slot is `window` old: then
/// never more than the limit is let in within any window, and nobody waits for longer than one.
constexpr std::size_t slotsPerWindow = 16;
constexpr std::size_t slotCount = slotsPerWindow + 1;
constexpr std::size_t shardCount = 64;
constexpr std::chrono::microseconds reportInterval = std::chrono::minutes(1);
constexpr std::uint32_t none = UINT32_MAX;

/// Class, kind and up to 30 bytes of the address or the principal's id. Longer ids are folded into it.
struct Key {
    std::array<std::uint64_t, 4> words{};
    bool operator==(const Key&) const = default;
};

Key makeKey(RateClass rateClass, char kind, std::string_view text) noexcept
{
    std::array<char, sizeof(Key)> bytes{};
    bytes[0] = static_cast<char>(rateClass);
    bytes[1] = kind;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char& byte = bytes[2 + i % (bytes.size() - 2)];
        byte = static_cast<char>(byte ^ text[i]);
    }
    return std::bit_cast<Key>(bytes);
}

/// Multiply and fold with a random seed: who chooses addresses cannot choose buckets.
struct KeyHash {
    std::array<std::uint64_t, 4> seed{};

    std::size_t operator()(const Key& key) const noexcept
    {
        std::uint64_t hash = seed[0] | 1;
        for (std::size_t i = 0; i < key.words.size(); ++i) {
            __extension__ using Wide = unsigned __int128;
            const Wide product = static_cast<Wide>(hash ^ key.words[i]) * (seed[i] | 1);
            hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64) ^ seed[i];
        }
        return hash ^ (hash >> 29);
    }
};

struct Entry {
    Key key;
    std::int64_t newestSlot = 0;                   ///< number of the slot that `counts` was last moved to
    std::int64_t slotMicros = 0;                   ///< of the window it was counted with
    std::array<std::uint32_t, slotCount> counts{}; ///< a ring by slot number
    std::array<std::uint32_t, slotCount> latest{}; ///< of each slot: whole milliseconds from its start to its last request
    std::uint32_t unreported = 0;
    std::int64_t reportedAt = 0; ///< micros, 0: never
    std::uint32_t newer = none, older = none;

    void clearCounts(std::int64_t slot, std::int64_t micros) noexcept
    {
        counts.fill(0);
        newestSlot = slot;
        slotMicros = micros;
    }

    /// Counts by another window from now on. What was counted in the one before counts as if it were of now.
    void changeWindow(std::int64_t micros, std::int64_t now) noexcept
    {
        moveTo(now / slotMicros);
        forgetOldest(now);
        const std::uint32_t used = sum();
        clearCounts(now / micros, micros);
        counts[placeOf(newestSlot)] = used;
        latest[placeOf(newestSlot)] = static_cast<std::uint32_t>((now - newestSlot * slotMicros) / 1000);
    }

    /// Empties the slots that time has passed by.
    void moveTo(std::int64_t slot) noexcept
    {
        if (slot - newestSlot >= static_cast<std::int64_t>(slotCount)) {
            counts.fill(0);
        } else {
            for (std::int64_t at = newestSlot + 1; at <= slot; ++at)
                counts[static_cast<std::size_t>(at) % slotCount] = 0;
        }
        newestSlot = std::max(newestSlot, slot);
    }

    static std::size_t placeOf(std::int64_t slot) noexcept { return static_cast<std::size_t>(slot) % slotCount; }
    std::int64_t oldestSlot() const noexcept { return newestSlot - static_cast<std::int64_t>(slotsPerWindow); }

    /// When what was counted in the slot leaves the window, in microseconds.
    std::int64_t leavesAt(std::int64_t slot) const noexcept
    {
        return (slot + static_cast<std::int64_t>(slotsPerWindow)) * slotMicros + std::int64_t{latest[placeOf(slot)]} * 1000;
    }

    /// Of the slots that moveTo() has left only the oldest can have left the window.
    void forgetOldest(std::int64_t now) noexcept
    {
        if (oldestSlot() >= 0 && leavesAt(oldestSlot()) <= now)
            counts[placeOf(oldestSlot())] = 0;
    }

    void count(std::int64_t now) noexcept
    {
        ++counts[placeOf(newestSlot)];
        latest[placeOf(newestSlot)] = static_cast<std::uint32_t>((now - newestSlot * slotMicros) / 1000);
    }

    std::uint32_t sum() const noexcept
    {
        std::uint32_t total = 0;
        for (const std::uint32_t count : counts)
            total += count;
        return total;
    }

    /// Microseconds until at least `wanted` of what is counted has left the window; the whole window if that is never.
    std::int64_t untilFreed(std::uint32_t wanted, std::int64_t now) const noexcept
    {
        std::uint32_t freed = 0;
        for (std::int64_t slot = std::max<std::int64_t>(oldestSlot(), 0); slot <= newestSlot; ++slot) {
            freed += counts[placeOf(slot)];
            if (freed >= wanted)
                return leavesAt(slot) - now;
        }
        return static_cast<std::int64_t>(slotsPerWindow) * slotMicros;
    }
};

/// A part of the table with its own lock: entries in one block, linked from the most to the least recently used.
class Shard {
public:
    void open(std::size_t capacity, const KeyHash& hash)
    {
        m_capacity = capacity;
        m_index = Index(0, hash);
    }

    /// The key's entry, made or taken from the least recently used if need be, and now the most recently used one.
    Entry& touch(const Key& key)
    {
        const auto found = m_index.find(key);
        if (found != m_index.end()) {
            unlink(found->second);
            pushFront(found->second);
            return m_entries[found->second];
        }
        std::uint32_t place = none;
        if (m_entries.size() < m_capacity) {
            place = static_cast<std::uint32_t>(m_entries.size());
            m_entries.emplace_back();
        } else {
            place = m_oldest;
            unlink(place);
            m_index.erase(m_entries[place].key);
            m_entries[place] = Entry{};
        }
        m_entries[place].key = key;
        m_index.emplace(key, place);
        pushFront(place);
        return m_entries[place];
    }

    std::size_t size() const { return m_index.size(); }

    mutable std::mutex mutex;

private:
    using Index = std::unordered_map<Key, std::uint32_t, KeyHash>;

    void unlink(std::uint32_t place) noexcept
    {
        Entry& entry = m_entries[place];
        (entry.newer == none ? m_newest : m_entries[entry.newer].older) = entry.older;
        (entry.older == none ? m_oldest : m_entries[entry.older].newer) = entry.newer;
        entry.newer = entry.older = none;
    }

    void pushFront(std::uint32_t place) noexcept
    {
        Entry& entry = m_entries[place];
        entry.older = m_newest;
        if (m_newest != none)
            m_entries[m_newest].newer = place;
        m_newest = place;
        if (m_oldest == none)
            m_oldest = place;
    }

    std::size_t m_capacity = 1;
    std::vector<Entry> m_entries;
    Index m_index;
    std::uint32_t m_newest = none, m_oldest = none;
};

std::chrono::seconds wholeSeconds(std::int64_t micros) noexcept
{
    const auto up = std::chrono::ceil<std::chrono::seconds>(std::chrono::microseconds(micros));
    return std::max(up, std::chrono::seconds(1));
}

} // namespace

struct RateLimiter::State {
    struct Limit {
        std::atomic<std::uint32_t> requests{UINT32_MAX};
        std::atomic<std::int64_t> windowSeconds{1};
    };

    const Clock& clock;
    KeyHash hash;
    std::array<Limit, classCount> limits;
    std::array<Shard, shardCount> shards;

    explicit State(const Clock& clockToUse) : clock(clockToUse) {}

    Decision check(RateClass rateClass, const Key& key);
    Decision check(RateClass rateClass, const Key& key, std::uint32_t requests, std::chrono::seconds window);
};

RateLimiter::RateLimiter(const Clock& clock, RandomSource& random, std::size_t capacity) : m_state(std::make_unique<State>(clock))
{
    // Without randomness the seed stays 0: the table is then predictable but still bounded and right.
    if (!random.fill(std::as_writable_bytes(std::span(m_state->hash.seed))))
        m_state->hash.seed.fill(0x9e3779b97f4a7c15u);
    for (Shard& shard : m_state->shards)
        shard.open(std::max<std::size_t>(capacity / shardCount, 1), m_state->hash);
    setLimits(settings::Values{});
}

RateLimiter::~RateLimiter() = default;

void RateLimiter::setLimits(const settings::Values& values)
{
    const auto set = [&](RateClass rateClass, const settings::RateLimit& limit) {
        State::Limit& target = m_state->limits[static_cast<std::size_t>(rateClass)];
        target.windowSeconds.store(std::max<std::int64_t>(limit.window.count(), 1), std::memory_order_relaxed);
        target.requests.store(limit.requests, std::memory_order_relaxed);
    };
    set(RateClass::Address, values.rateAddress);
    set(RateClass::Auth, values.rateAuth);
    set(RateClass::ApiRead, values.rateApiRead);
    set(RateClass::ApiWrite, values.rateApiWrite);
    set(RateClass::FileUpload, values.rateFileUpload);
    set(RateClass::Admin, values.rateAdmin);
    set(RateClass::Credentials, refusedCredentialsLimit);
    set(RateClass::Probes, refusedProbesLimit);
}

Decision RateLimiter::State::check(RateClass rateClass, const Key& key)
{
    const Limit& limit = limits[static_cast<std::size_t>(rateClass)];
    return check(rateClass, key, limit.requests.load(std::memory_order_relaxed),
                 std::chrono::seconds(limit.windowSeconds.load(std::memory_order_relaxed)));
}

Decision RateLimiter::State::check(RateClass rateClass, const Key& key, std::uint32_t requests, std::chrono::seconds window)
{
    Decision decision;
    decision.rateClass = rateClass;
    decision.limit = requests;
    decision.window = window;

    const std::int64_t slotMicros = std::chrono::microseconds(decision.window).count() / slotsPerWindow;
    const std::int64_t now = std::chrono::duration_cast<std::chrono::microseconds>(clock.steady().time_since_epoch()).count();
    const std::int64_t slot = now / slotMicros;

    Shard& shard = shards[hash(key) >> 58];
    const std::lock_guard lock(shard.mutex);
    Entry& entry = shard.touch(key);
    // A key may change its own limit, and must not come to more by that.
    if (rateClass == RateClass::Key && entry.slotMicros != 0 && entry.slotMicros != slotMicros)
        entry.changeWindow(slotMicros, now);
    else if (entry.slotMicros != slotMicros)
        entry.clearCounts(slot, slotMicros);
    entry.moveTo(slot);
    entry.forgetOldest(now);

    const std::uint32_t used = entry.sum();
    decision.allowed = used < decision.limit;
    if (decision.allowed) {
        entry.count(now);
        decision.remaining = decision.limit - used - 1;
        decision.reset = wholeSeconds(entry.untilFreed(1, now));
        return decision;
    }
    decision.reset = decision.retryAfter = wholeSeconds(entry.untilFreed(used - decision.limit + 1, now));
    ++entry.unreported;
    if (entry.reportedAt == 0 || now - entry.reportedAt >= reportInterval.count()) {
        decision.unreported = std::exchange(entry.unreported, 0);
        entry.reportedAt = now;
    }
    return decision;
}

Decision RateLimiter::check(RateClass rateClass, const IpAddress& address) noexcept
{
    const IpAddress network = address.network();
    const auto& bytes = network.bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), network.isV4() ? 4 : bytes.size());
    return m_state->check(rateClass, makeKey(rateClass, network.isV4() ? '4' : '6', text));
}

Decision RateLimiter::check(RateClass rateClass, const UserId& principal) noexcept
{
    return m_state->check(rateClass, makeKey(rateClass, 'p', principal.text()));
}

Decision RateLimiter::check(const KeyId& key, const settings::RateLimit& limit) noexcept
{
    return m_state->check(RateClass::Key, makeKey(RateClass::Key, 'k', key.text()), limit.requests,
                          std::max(limit.window, std::chrono::seconds(1)));
}

std::size_t RateLimiter::size() const
{
    std::size_t total = 0;
    for (const Shard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        total += shard.size();
    }
    return total;
}

std::string_view rateClassWord(RateClass rateClass) noexcept
{
    switch (rateClass) {
    case RateClass::Address: return "address";
    case RateClass::Auth: return "auth";
    case RateClass::ApiRead: return "api_read";
    case RateClass::ApiWrite: return "api_write";
    case RateClass::FileUpload: return "file_upload";
    case RateClass::Admin: return "admin";
    case RateClass::Key: return "key";
    case RateClass::Credentials: return "credentials";
    case RateClass::Probes: return "probes";
    case RateClass::Count_: break;
    }
    return "unknown";
}

} // namespace sallyport::protection
