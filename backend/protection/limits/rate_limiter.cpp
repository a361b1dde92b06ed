#include "backend/protection/limits/rate_limiter.h"

#include "backend/protection/limits/rate_table.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstring>
#include <mutex>

namespace sallyport::protection {

namespace {

constexpr std::size_t shardCount = 128;
constexpr std::size_t firstOwn = static_cast<std::size_t>(RateClass::Own);
static_assert(firstOwn + ownRulesMost == rateSlots);
/// What the limiter's clock says at its start: counts that were saved are older, and no time is below zero.
constexpr std::int64_t timeAtStart = std::int64_t{70} * 86'400 * 1'000'000;

/// Multiplies and folds with a random seed: who chooses addresses cannot choose places, nor whom they share one with.
struct TagHash {
    std::array<std::uint64_t, 4> seed{};

    static std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept
    {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    }

    /// Never 0, which is nobody.
    std::uint64_t operator()(std::uint64_t salt, char kind, std::string_view text) const noexcept
    {
        std::uint64_t hash = fold(seed[0] ^ salt, seed[1] | 1);
        hash = fold(hash ^ (text.size() << 8 | static_cast<unsigned char>(kind)), seed[2] | 1);
        while (!text.empty()) {
            std::uint64_t word = 0;
            const std::size_t bytes = std::min(text.size(), sizeof word);
            std::memcpy(&word, text.data(), bytes);
            hash = fold(hash ^ word, seed[3] | 1) ^ seed[bytes & 3];
            text.remove_prefix(bytes);
        }
        hash = fold(hash, seed[1] | 1);
        return hash != 0 ? hash : 1;
    }
};

/// A network as words that are read and written one by one.
using NetworkWords = std::array<std::uint64_t, 3>;
static_assert(sizeof(NetworkWords) == sizeof(Cidr));

std::chrono::seconds wholeSeconds(std::int64_t micros) noexcept
{
    const auto up = std::chrono::ceil<std::chrono::seconds>(std::chrono::microseconds(micros));
    return std::max(up, std::chrono::seconds(1));
}

/// Bytes of the network, and their kind.
CountedCaller callerOf(const IpAddress& network) noexcept
{
    const auto& bytes = network.bytes();
    return {network.isV4() ? CountedCaller::V4 : CountedCaller::V6,
            std::string_view(reinterpret_cast<const char*>(bytes.data()), network.isV4() ? 4 : bytes.size())};
}

std::string readable(const WatchedCaller& watched)
{
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), watched.text.data(), std::min(watched.text.size(), bytes.size()));
    if (watched.kind == CountedCaller::V4)
        return IpAddress::v4(std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
                             bytes[3])
            .text();
    if (watched.kind == CountedCaller::V6)
        return IpAddress::v6(bytes).text() + "/64";
    return watched.text;
}

} // namespace

struct RateLimiter::State {
    explicit State(const Clock& clockToUse) : clock(clockToUse), start(clockToUse.steady()) {}

    const Clock& clock;
    const SteadyTime start;
    TagHash hash;
    std::array<std::atomic<std::uint64_t>, rateSlots> shapes{};
    std::array<std::atomic<std::uint64_t>, rateSlots> salts{};
    std::array<RateShard, shardCount> shards;

    /// Which own rules are for which route. Replaced as a whole once, when the server is made; then only its words change.
    std::vector<std::atomic<std::uint64_t>> routes;

    // What is read seldom.
    mutable std::mutex mutex;
    std::array<std::string, ownRulesMost> ownIds;

    /// Exempt networks: read without a lock by whoever sees the same even number before and after.
    std::atomic<std::uint32_t> exemptTurn{0};
    std::atomic<std::uint32_t> exemptCount{0};
    std::array<std::array<std::atomic<std::uint64_t>, std::tuple_size_v<NetworkWords>>, exemptMost> exemptNetworks{};
    std::string exemptText;

    std::int64_t now() const noexcept
    {
        return timeAtStart + std::chrono::duration_cast<std::chrono::microseconds>(clock.steady() - start).count();
    }
    RateShard& shardOf(std::uint64_t tag) noexcept { return shards[(tag * 0x9e3779b97f4a7c15u) >> 57]; }
    RateShape shapeOf(std::size_t slot) const noexcept { return RateShape::unpack(shapes[slot].load(std::memory_order_relaxed)); }
    std::uint64_t tagOf(std::size_t slot, const CountedCaller& caller) const noexcept
    {
        return hash(salts[slot].load(std::memory_order_relaxed), caller.kind, caller.text);
    }

    Decision check(std::size_t slot, const RateShape& shape, const CountedCaller& caller, std::uint32_t cost) noexcept;
    Decision check(std::size_t slot, const CountedCaller& caller, std::uint32_t cost) noexcept
    {
        return check(slot, shapeOf(slot), caller, cost);
    }
    void refused(RateShard& shard, RateCount& count, Decision& decision, std::size_t slot, std::int64_t now) noexcept;
    void setExempt(const std::string& text);
};

Decision RateLimiter::State::check(std::size_t slot, const RateShape& shape, const CountedCaller& caller,
                                   std::uint32_t cost) noexcept
{
    Decision decision;
    decision.rateClass = static_cast<RateClass>(std::min(slot, firstOwn));
    decision.own = static_cast<std::uint8_t>(slot >= firstOwn ? slot - firstOwn : 0);
    decision.limit = shape.requests;
    decision.window = std::chrono::seconds(shape.windowSeconds);
    decision.counted = shape.mode == settings::ControlMode::Enforce;
    if (shape.mode == settings::ControlMode::Off) {
        decision.remaining = shape.requests;
        decision.reset = decision.window;
        return decision;
    }
    const std::uint32_t wanted = std::clamp(cost, 1u, std::max(shape.requests, 1u));
    const std::uint64_t tag = decision.tag = tagOf(slot, caller);
    const std::int64_t at = now();

    RateShard& shard = shardOf(tag);
    const std::lock_guard lock(shard.mutex);
    RateCount& count = shard.touch(tag, at);
    const std::uint32_t used = count.adopt(shape, at);
    const bool fits = std::uint64_t{used} + wanted <= shape.requests;
    if (count.watch == 0)
        shard.watch(count, tag, static_cast<std::uint8_t>(slot), caller.kind, caller.text, used);
    if (fits) {
        count.add(wanted, at);
        decision.remaining = shape.requests - used - wanted;
        decision.reset = std::min(wholeSeconds(count.untilFreed(1, at)), decision.window);
        if (count.watch != 0)
            ++shard.watchedAt(count.watch).answered;
        return decision;
    }
    const std::uint32_t tooMany = used + wanted - std::min(shape.requests, used + wanted);
    decision.reset = std::min(wholeSeconds(count.untilFreed(tooMany, at)), decision.window);
    refused(shard, count, decision, slot, at);
    return decision;
}

void RateLimiter::State::refused(RateShard& shard, RateCount& count, Decision& decision, std::size_t slot,
                                 std::int64_t now) noexcept
{
    decision.allowed = !decision.counted;
    decision.noted = decision.allowed;
    if (!decision.allowed)
        decision.retryAfter = decision.reset;
    ++(decision.noted ? shard.totals[slot].noted : shard.totals[slot].refused);
    if (count.watch != 0)
        ++shard.watchedAt(count.watch).refused;
    if (count.unreported < UINT16_MAX)
        ++count.unreported;
    // By tenths of minutes, of which 16 bits are kept.
    constexpr std::int64_t tenSeconds = 10'000'000;
    constexpr unsigned turn = UINT16_MAX, minute = 6;
    const auto at = static_cast<std::uint16_t>(now / tenSeconds % turn + 1);
    if (count.reported == 0 || (turn + at - count.reported) % turn >= minute) {
        decision.unreported = std::exchange(count.unreported, std::uint16_t{0});
        count.reported = at;
    }
}

/// Networks as they were checked when they were set.
void RateLimiter::State::setExempt(const std::string& text)
{
    const std::lock_guard lock(mutex);
    if (text == exemptText)
        return;
    std::vector<Cidr> networks;
    for (std::string_view rest = text; !rest.empty() && networks.size() < exemptMost;) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (word.starts_with(' '))
            word.remove_prefix(1);
        if (auto network = Cidr::parse(word))
            networks.push_back(*network);
    }
    exemptTurn.fetch_add(1, std::memory_order_acq_rel); // odd: being changed
    for (std::size_t at = 0; at < networks.size(); ++at) {
        const auto words = std::bit_cast<NetworkWords>(networks[at]);
        for (std::size_t word = 0; word < words.size(); ++word)
            exemptNetworks[at][word].store(words[word], std::memory_order_release);
    }
    exemptCount.store(static_cast<std::uint32_t>(networks.size()), std::memory_order_release);
    exemptTurn.fetch_add(1, std::memory_order_acq_rel);
    exemptText = text;
}

bool RateLimiter::exempt(const IpAddress& address) const noexcept
{
    const State& state = *m_state;
    while (state.exemptCount.load(std::memory_order_acquire) > 0) {
        const std::uint32_t turn = state.exemptTurn.load(std::memory_order_acquire);
        bool found = false;
        const std::size_t count = std::min<std::size_t>(state.exemptCount.load(std::memory_order_acquire), exemptMost);
        for (std::size_t at = 0; at < count && !found; ++at) {
            NetworkWords words{};
            for (std::size_t word = 0; word < words.size(); ++word)
                words[word] = state.exemptNetworks[at][word].load(std::memory_order_acquire);
            found = std::bit_cast<Cidr>(words).contains(address);
        }
        if ((turn & 1) == 0 && state.exemptTurn.load(std::memory_order_acquire) == turn)
            return found;
    }
    return false;
}

RateLimiter::RateLimiter(const Clock& clock, RandomSource& random, std::size_t capacity) : m_state(std::make_unique<State>(clock))
{
    // Without randomness the seed stays the same: places can be foreseen then, but all is still bounded and right.
    if (!random.fill(std::as_writable_bytes(std::span(m_state->hash.seed))))
        m_state->hash.seed.fill(0x9e3779b97f4a7c15u);
    for (RateShard& shard : m_state->shards)
        shard.open(capacity / shardCount / RateShard::setSize);
    for (std::size_t slot = 0; slot < firstOwn; ++slot)
        m_state->salts[slot].store(slot + 1, std::memory_order_relaxed);
    for (const RateClass rateClass :
         {RateClass::Address, RateClass::Auth, RateClass::ApiRead, RateClass::ApiWrite, RateClass::FileUpload, RateClass::Admin,
          RateClass::Key, RateClass::Credentials, RateClass::Probes, RateClass::AuthAddress})
        setClass(rateClass, RateAlgorithm::Sliding, RateSubject::Principal, settings::ControlMode::Enforce);
    setLimits(settings::Values{});
}

RateLimiter::~RateLimiter() = default;

void RateLimiter::setSeed(std::span<const std::uint64_t, 4> seed) noexcept
{
    std::ranges::copy(seed, m_state->hash.seed.begin());
}

void RateLimiter::setLimits(const settings::Values& values)
{
    const auto set = [&](RateClass rateClass, std::uint32_t requests, std::chrono::seconds window, bool lasting = false) {
        auto& target = m_state->shapes[static_cast<std::size_t>(rateClass)];
        RateShape shape = RateShape::unpack(target.load(std::memory_order_relaxed));
        shape.requests = requests;
        shape.windowSeconds = static_cast<std::uint32_t>(std::clamp<std::int64_t>(window.count(), 1, RateShape::mostSeconds));
        shape.lasting = lasting;
        target.store(shape.pack(), std::memory_order_relaxed);
    };
    set(RateClass::Address, values.rateAddress.requests, values.rateAddress.window);
    set(RateClass::Auth, values.rateAuth.requests, values.rateAuth.window, true);
    const std::uint64_t together = std::uint64_t{values.rateAuth.requests} * accountsOfAddress;
    set(RateClass::AuthAddress, static_cast<std::uint32_t>(std::min<std::uint64_t>(together, RateShape::mostRequests)),
        values.rateAuth.window, true);
    set(RateClass::ApiRead, values.rateApiRead.requests, values.rateApiRead.window);
    set(RateClass::ApiWrite, values.rateApiWrite.requests, values.rateApiWrite.window);
    set(RateClass::FileUpload, values.rateFileUpload.requests, values.rateFileUpload.window);
    set(RateClass::Admin, values.rateAdmin.requests, values.rateAdmin.window);
    set(RateClass::Credentials, refusedCredentialsLimit.requests, refusedCredentialsLimit.window, true);
    set(RateClass::Probes, refusedProbesLimit.requests, refusedProbesLimit.window);
    m_state->setExempt(values.rateExempt);
}

void RateLimiter::setClass(RateClass rateClass, RateAlgorithm algorithm, RateSubject subject, settings::ControlMode mode) noexcept
{
    auto& target = m_state->shapes[static_cast<std::size_t>(rateClass)];
    RateShape shape = RateShape::unpack(target.load(std::memory_order_relaxed));
    shape.algorithm = algorithm;
    shape.subject = subject;
    shape.mode = mode;
    target.store(shape.pack(), std::memory_order_relaxed);
}

void RateLimiter::setOwn(std::size_t number, const RateShape& shape, std::uint64_t salt, std::string_view id)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->ownIds[number] = id;
    m_state->salts[firstOwn + number].store(salt | std::uint64_t{1} << 63, std::memory_order_relaxed);
    m_state->shapes[firstOwn + number].store(shape.pack(), std::memory_order_relaxed);
}

std::string RateLimiter::ownId(std::size_t number) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->ownIds[number];
}

RateShape RateLimiter::shape(RateClass rateClass) const noexcept
{
    return m_state->shapeOf(static_cast<std::size_t>(rateClass));
}

RateShape RateLimiter::ownShape(std::size_t number) const noexcept
{
    return m_state->shapeOf(firstOwn + number);
}

void RateLimiter::setRoutes(std::vector<std::uint64_t> rulesOfRoutes)
{
    if (m_state->routes.empty())
        m_state->routes = std::vector<std::atomic<std::uint64_t>>(rulesOfRoutes.size());
    for (std::size_t route = 0; route < std::min(rulesOfRoutes.size(), m_state->routes.size()); ++route)
        m_state->routes[route].store(rulesOfRoutes[route], std::memory_order_relaxed);
}

std::uint64_t RateLimiter::rulesOf(std::size_t route) const noexcept
{
    return route < m_state->routes.size() ? m_state->routes[route].load(std::memory_order_relaxed) : 0;
}

Decision RateLimiter::check(RateClass rateClass, const IpAddress& address, std::uint32_t cost) noexcept
{
    const IpAddress network = address.network();
    return m_state->check(static_cast<std::size_t>(rateClass), callerOf(network), cost);
}

Decision RateLimiter::check(RateClass rateClass, const UserId& principal, std::uint32_t cost) noexcept
{
    return m_state->check(static_cast<std::size_t>(rateClass), {CountedCaller::Principal, principal.text()}, cost);
}

Decision RateLimiter::check(const KeyId& key, const settings::RateLimit& limit, std::uint32_t cost) noexcept
{
    RateShape shape = m_state->shapeOf(static_cast<std::size_t>(RateClass::Key));
    shape.requests = limit.requests;
    shape.windowSeconds = static_cast<std::uint32_t>(std::clamp<std::int64_t>(limit.window.count(), 1, RateShape::mostSeconds));
    return m_state->check(static_cast<std::size_t>(RateClass::Key), shape, {CountedCaller::Key, key.text()}, cost);
}

Decision RateLimiter::checkOwn(std::size_t number, const IpAddress& address) noexcept
{
    const IpAddress network = address.network();
    return m_state->check(firstOwn + number, callerOf(network), 1);
}

Decision RateLimiter::checkOwn(std::size_t number, const UserId& principal) noexcept
{
    return m_state->check(firstOwn + number, {CountedCaller::Principal, principal.text()}, 1);
}

Decision RateLimiter::checkOwn(std::size_t number, const KeyId& key) noexcept
{
    return m_state->check(firstOwn + number, {CountedCaller::Key, key.text()}, 1);
}

Decision RateLimiter::checkTry(const IpAddress& address, std::string_view account)
{
    const std::string text = address.network().text().append("|").append(account);
    return m_state->check(static_cast<std::size_t>(RateClass::Auth), {CountedCaller::Account, text}, 1);
}

void RateLimiter::giveBack(const Decision& decision) noexcept
{
    if (!decision.allowed || decision.noted || decision.tag == 0)
        return;
    RateShard& shard = m_state->shardOf(decision.tag);
    const std::int64_t now = m_state->now();
    const std::lock_guard lock(shard.mutex);
    if (RateCount* count = shard.find(decision.tag))
        count->takeBack(1, now);
}

std::size_t RateLimiter::size() const
{
    std::size_t total = 0;
    for (const RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        total += shard.size();
    }
    return total;
}

std::size_t RateLimiter::bytes() const
{
    std::size_t total = sizeof(State);
    for (const RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        total += shard.bytes() - sizeof(RateShard);
    }
    return total;
}

std::string_view rateClassWord(RateClass rateClass) noexcept
{
    switch (rateClass) {
    case RateClass::Address: return "address";
    case RateClass::Auth:
    case RateClass::AuthAddress: return "auth";
    case RateClass::ApiRead: return "api_read";
    case RateClass::ApiWrite: return "api_write";
    case RateClass::FileUpload: return "file_upload";
    case RateClass::Admin: return "admin";
    case RateClass::Key: return "key";
    case RateClass::Credentials: return "credentials";
    case RateClass::Probes: return "probes";
    case RateClass::Own: return "own";
    case RateClass::Count_: break;
    }
    return "unknown";
}

// What looks at all of it.

std::vector<LiveCaller> RateLimiter::callers(std::size_t slot) const
{
    std::vector<LiveCaller> callers;
    const std::int64_t now = m_state->now();
    const RateShape shape = m_state->shapeOf(slot);
    for (RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.eachWatched([&](WatchedCaller& watched, RateCount* count) {
            if (watched.slot != slot || count == nullptr)
                return true;
            LiveCaller caller;
            caller.tag = watched.tag;
            caller.slot = slot;
            caller.kind = static_cast<CountedCaller::Kind>(watched.kind);
            caller.text = readable(watched);
            caller.used = count->used(now);
            caller.limit = shape.requests;
            caller.answered = watched.answered;
            caller.refused = watched.refused;
            if (caller.used > 0)
                caller.reset = wholeSeconds(count->untilFreed(1, now));
            if (caller.used > 0 || caller.refused > 0)
                callers.push_back(std::move(caller));
            return true;
        });
    }
    return callers;
}

RateMinute RateLimiter::takeMinute()
{
    RateMinute minute;
    minute.totals.resize(rateSlots);
    const std::int64_t now = m_state->now();
    for (RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        for (std::size_t slot = 0; slot < rateSlots; ++slot) {
            RateShard::Totals& totals = shard.totals[slot];
            minute.totals[slot].refused += std::exchange(totals.refused, 0u);
            minute.totals[slot].noted += std::exchange(totals.noted, 0u);
        }
        shard.eachWatched([&](WatchedCaller& watched, RateCount* count) {
            const std::uint32_t used = count != nullptr ? count->used(now) : 0;
            if (watched.answered + watched.refused > 0) {
                LiveCaller caller;
                caller.tag = watched.tag;
                caller.slot = watched.slot;
                caller.kind = static_cast<CountedCaller::Kind>(watched.kind);
                caller.text = readable(watched);
                caller.used = used;
                caller.limit = m_state->shapeOf(watched.slot).requests;
                caller.answered = std::exchange(watched.answered, 0u);
                caller.refused = std::exchange(watched.refused, 0u);
                minute.callers.push_back(std::move(caller));
                return count != nullptr;
            }
            return used > 0; // who has nothing left that counts makes room
        });
    }
    return minute;
}

std::optional<std::uint64_t> RateLimiter::tagOf(std::size_t slot, CountedCaller::Kind kind, std::string_view text) const
{
    if (kind != CountedCaller::V4 && kind != CountedCaller::V6)
        return m_state->tagOf(slot, {kind, text});
    const auto address = IpAddress::parse(text.substr(0, text.find('/')));
    if (!address)
        return std::nullopt;
    const IpAddress network = address->network();
    return m_state->tagOf(slot, callerOf(network));
}

std::optional<std::uint32_t> RateLimiter::reset(std::uint64_t tag) noexcept
{
    RateShard& shard = m_state->shardOf(tag);
    const std::int64_t now = m_state->now();
    const std::lock_guard lock(shard.mutex);
    RateCount* count = tag != 0 ? shard.find(tag) : nullptr;
    const std::uint32_t used = count != nullptr ? count->used(now) : 0;
    if (used == 0)
        return std::nullopt;
    const std::uint16_t watch = count->watch;
    *count = {};
    count->watch = watch;
    return used;
}

void RateLimiter::putBack(std::size_t slot, std::uint64_t tag, std::uint32_t used) noexcept
{
    if (tag == 0)
        return;
    const RateShape shape = m_state->shapeOf(slot);
    RateShard& shard = m_state->shardOf(tag);
    const std::int64_t now = m_state->now();
    const std::lock_guard lock(shard.mutex);
    RateCount& count = shard.touch(tag, now);
    const std::uint32_t already = count.adopt(shape, now);
    const std::uint32_t room = shape.requests - std::min(shape.requests, already);
    if (const std::uint32_t more = std::min(used, room); more > 0)
        count.add(more, now);
}

std::vector<SavedCount> RateLimiter::save(std::chrono::seconds window, std::size_t most) const
{
    std::vector<SavedCount> all;
    const std::int64_t now = m_state->now();
    for (RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.collect(now, static_cast<std::uint32_t>(window.count()), most / shardCount + 1,
                      [&](std::uint64_t tag, const RateCount& count) {
                          all.push_back({tag, count.save(now)});
                      });
    }
    std::erase_if(all, [](const SavedCount& saved) { return saved.count.counted.empty(); });
    return all;
}

void RateLimiter::restore(const std::vector<SavedCount>& saved, std::chrono::microseconds later) noexcept
{
    const std::int64_t now = m_state->now();
    for (const SavedCount& each : saved) {
        RateCount count;
        if (each.tag == 0 || !count.restore(each.count, std::max<std::int64_t>(later.count(), 0), now))
            continue;
        RateShard& shard = m_state->shardOf(each.tag);
        const std::lock_guard lock(shard.mutex);
        RateCount& target = shard.touch(each.tag, now);
        count.watch = target.watch;
        target = count;
    }
}

void RateLimiter::sweep() noexcept
{
    const std::int64_t now = m_state->now();
    for (RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.sweep(now);
    }
}

} // namespace sallyport::protection
