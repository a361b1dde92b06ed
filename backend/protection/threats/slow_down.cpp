#include "backend/protection/threats/slow_down.h"

#include "backend/protection/threats/threat_shard.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <list>
#include <utility>

namespace sallyport::protection {
namespace {

constexpr std::size_t shardCount = 64;
constexpr std::int64_t toldAgainMs = 60'000;
constexpr std::int64_t slots = 15; ///< of a window: what is older than one is forgotten a slot at a time

struct Entry {
    explicit Entry(const IpAddress& of) : network(of) {}
    IpAddress network;
    std::array<std::uint16_t, slots> counts{};
    std::int64_t newest = 0;
    std::int64_t slotMs = 0;
    std::uint32_t waiting = 0;
    std::int64_t toldMs = 0; ///< 0: never

    std::uint32_t add(std::int64_t nowMs, std::int64_t lengthMs)
    {
        const std::int64_t slot = nowMs / lengthMs;
        if (slotMs != lengthMs || slot - newest >= slots) {
            counts.fill(0);
            slotMs = lengthMs;
        } else {
            for (std::int64_t at = newest + 1; at <= slot; ++at)
                counts[static_cast<std::size_t>(at % slots)] = 0;
        }
        newest = slot;
        std::uint16_t& here = counts[static_cast<std::size_t>(slot % slots)];
        if (here < UINT16_MAX)
            ++here;
        std::uint32_t sum = 0;
        for (const std::uint16_t count : counts)
            sum += count;
        return sum;
    }
};

struct Shard {
    std::mutex mutex;
    std::list<Entry> entries; ///< the one that was used last first
    std::unordered_map<IpAddress, std::list<Entry>::iterator, NetworkHash> index;
};

} // namespace

struct SlowDown::State {
    explicit State(const Clock& clockToUse) : clock(clockToUse) {}
    const Clock& clock;
    NetworkHash hash;
    std::size_t capacity = 1; ///< of a shard
    std::array<Shard, shardCount> shards;
    std::atomic<settings::ControlMode> mode{settings::ControlMode::Enforce};
    std::atomic<std::uint32_t> free{100}, stepMs{500}, mostMs{20'000};
    std::atomic<std::int64_t> slotMs{60'000};
    std::atomic<std::uint32_t> waiting{0};

    std::int64_t nowMs() const noexcept
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(clock.steady().time_since_epoch()).count();
    }
    Shard& shardOf(const IpAddress& network) noexcept { return shards[hash(network) >> 58]; }

    /// Under the lock. Who waits isn't forgotten: there are few of them.
    Entry& touch(Shard& shard, const IpAddress& network)
    {
        if (const auto found = shard.index.find(network); found != shard.index.end()) {
            shard.entries.splice(shard.entries.begin(), shard.entries, found->second);
            return shard.entries.front();
        }
        for (auto at = shard.entries.end(); shard.index.size() >= capacity && at != shard.entries.begin();) {
            --at;
            if (at->waiting == 0) {
                shard.index.erase(at->network);
                at = shard.entries.erase(at);
            }
        }
        shard.entries.emplace_front(network);
        shard.index.emplace(network, shard.entries.begin());
        return shard.entries.front();
    }
};

SlowDown::SlowDown(const Clock& clock, RandomSource& random, std::size_t capacity) : m_state(std::make_unique<State>(clock))
{
    NetworkHash seeded;
    if (random.fill(std::as_writable_bytes(std::span(seeded.seed))))
        m_state->hash = seeded;
    m_state->capacity = std::max<std::size_t>(capacity / shardCount, 1);
    for (Shard& shard : m_state->shards)
        shard.index = decltype(shard.index)(0, m_state->hash);
}

SlowDown::~SlowDown() = default;

void SlowDown::setRules(const settings::Values& values)
{
    const auto windowMs = std::chrono::milliseconds(values.slowDownAfter.window).count();
    m_state->free.store(values.slowDownAfter.requests, std::memory_order_relaxed);
    m_state->slotMs.store(std::max<std::int64_t>(windowMs / slots, 1), std::memory_order_relaxed);
    m_state->stepMs.store(values.slowDownStep, std::memory_order_relaxed);
    m_state->mostMs.store(values.slowDownMost, std::memory_order_relaxed);
    m_state->mode.store(values.slowDownMode, std::memory_order_relaxed);
}

bool SlowDown::isOff() const noexcept
{
    return m_state->mode.load(std::memory_order_relaxed) == settings::ControlMode::Off;
}

SlowDown::Answer SlowDown::count(const IpAddress& client)
{
    const IpAddress network = client.network();
    const std::int64_t now = m_state->nowMs();
    Answer answer;
    answer.observed = m_state->mode.load(std::memory_order_relaxed) == settings::ControlMode::Observe;
    Shard& shard = m_state->shardOf(network);
    {
        const std::lock_guard lock(shard.mutex);
        answer.count = m_state->touch(shard, network).add(now, m_state->slotMs.load(std::memory_order_relaxed));
    }
    const std::uint32_t free = m_state->free.load(std::memory_order_relaxed);
    if (answer.count > free) {
        const std::uint64_t wanted = std::uint64_t{answer.count - free} * m_state->stepMs.load(std::memory_order_relaxed);
        answer.delay =
            std::chrono::milliseconds(std::min<std::uint64_t>(wanted, m_state->mostMs.load(std::memory_order_relaxed)));
    }
    return answer;
}

void SlowDown::take(const IpAddress& client, Answer& answer)
{
    const IpAddress network = client.network();
    Shard& shard = m_state->shardOf(network);
    const std::lock_guard lock(shard.mutex);
    Entry& entry = m_state->touch(shard, network);
    if (entry.waiting < waitingOfOne && m_state->waiting.fetch_add(1, std::memory_order_relaxed) < waitingOfAll) {
        ++entry.waiting;
        answer.place = Place(*this, network);
        return;
    }
    if (entry.waiting < waitingOfOne)
        m_state->waiting.fetch_sub(1, std::memory_order_relaxed);
    answer.full = entry.waiting < waitingOfOne ? Answer::Full::All : Answer::Full::Address;
    const std::int64_t now = m_state->nowMs();
    answer.tell = entry.toldMs == 0 || now - entry.toldMs >= toldAgainMs;
    if (answer.tell)
        entry.toldMs = now;
}

std::uint32_t SlowDown::waiting() const noexcept
{
    return m_state->waiting.load(std::memory_order_relaxed);
}

std::size_t SlowDown::size() const
{
    std::size_t total = 0;
    for (Shard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        total += shard.index.size();
    }
    return total;
}

SlowDown::Place::Place(Place&& other) noexcept : m_from(std::exchange(other.m_from, nullptr)), m_network(other.m_network) {}

SlowDown::Place& SlowDown::Place::operator=(Place&& other) noexcept
{
    if (this != &other) {
        leave();
        m_from = std::exchange(other.m_from, nullptr);
        m_network = other.m_network;
    }
    return *this;
}

void SlowDown::Place::leave() noexcept
{
    if (m_from == nullptr)
        return;
    State& state = *std::exchange(m_from, nullptr)->m_state;
    Shard& shard = state.shardOf(m_network);
    const std::lock_guard lock(shard.mutex);
    if (const auto found = shard.index.find(m_network); found != shard.index.end() && found->second->waiting > 0)
        --found->second->waiting;
    state.waiting.fetch_sub(1, std::memory_order_relaxed);
}

} // namespace sallyport::protection
