#include "backend/protection/limits/rate_limiter.h"

#include "backend/protection/limits/rate_limiter_state.h"

#include <algorithm>

namespace sallyport::protection {

Decision RateLimiter::State::check(std::size_t slot, RateShape shape, const CountedCaller& caller, std::uint32_t cost) noexcept
{
    const std::uint64_t tag = tagOf(slot, caller);
    const std::int64_t at = now();
    if (overrides.any())
        shape = overrides.of(tag, shape, at).value_or(shape);
    Decision decision;
    decision.rateClass = static_cast<RateClass>(std::min(slot, firstOwnSlot));
    decision.own = static_cast<std::uint8_t>(slot >= firstOwnSlot ? slot - firstOwnSlot : 0);
    decision.limit = shape.requests;
    decision.window = std::chrono::seconds(shape.windowSeconds);
    decision.counted = shape.mode == settings::ControlMode::Enforce;
    if (shape.mode == settings::ControlMode::Off) {
        decision.remaining = shape.requests;
        decision.reset = decision.window;
        return decision;
    }
    const std::uint32_t wanted = std::clamp(cost, 1u, std::max(shape.requests, 1u));
    decision.tag = tag;

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
        decision.reset = std::min(wholeWaitSeconds(count.untilFreed(1, at)), decision.window);
        if (count.watch != 0) {
            WatchedCaller& watched = shard.watchedAt(count.watch);
            ++watched.answered;
            watched.peak = std::max(watched.peak, used + wanted);
        }
        return decision;
    }
    const std::uint32_t tooMany = used + wanted - std::min(shape.requests, used + wanted);
    decision.reset = std::min(wholeWaitSeconds(count.untilFreed(tooMany, at)), decision.window);
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
    if (count.watch != 0) {
        WatchedCaller& watched = shard.watchedAt(count.watch);
        ++watched.refused;
        watched.peak = std::max(watched.peak, decision.limit) + 1;
    }
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
        const auto words = std::bit_cast<RateNetworkWords>(networks[at]);
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
            RateNetworkWords words{};
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
        shard.open(capacity / rateShardCount / RateShard::setSize);
    for (std::size_t slot = 0; slot < firstOwnSlot; ++slot)
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
    m_state->standardNames.store(values.rateStandardNames, std::memory_order_relaxed);
    m_state->guideNames.store(values.rateGuideNames, std::memory_order_relaxed);
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
    m_state->salts[firstOwnSlot + number].store(salt | std::uint64_t{1} << 63, std::memory_order_relaxed);
    m_state->shapes[firstOwnSlot + number].store(shape.pack(), std::memory_order_relaxed);
}

std::string RateLimiter::ownId(std::size_t number) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->ownIds[number];
}

bool RateLimiter::standardNames() const noexcept
{
    return m_state->standardNames.load(std::memory_order_relaxed);
}

bool RateLimiter::guideNames() const noexcept
{
    return m_state->guideNames.load(std::memory_order_relaxed);
}

RateShape RateLimiter::shape(RateClass rateClass) const noexcept
{
    return m_state->shapeOf(static_cast<std::size_t>(rateClass));
}

RateShape RateLimiter::ownShape(std::size_t number) const noexcept
{
    return m_state->shapeOf(firstOwnSlot + number);
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
    return m_state->check(static_cast<std::size_t>(rateClass), countedCallerOf(network), cost);
}

Decision RateLimiter::check(RateClass rateClass, const UserId& principal, std::uint32_t cost) noexcept
{
    return m_state->check(static_cast<std::size_t>(rateClass), {CountedCaller::Principal, principal.text()}, cost);
}

/// By the key where it has numbers of its own, else by whose it is.
Decision RateLimiter::State::checkKeyed(std::size_t slot, const UserId& principal, const KeyId& key, std::uint32_t cost) noexcept
{
    const CountedCaller byKey{CountedCaller::Key, key.text()};
    if (overrides.any() && !key.empty() && overrides.of(tagOf(slot, byKey), {}, now()))
        return check(slot, byKey, cost);
    return check(slot, {CountedCaller::Principal, principal.text()}, cost);
}

Decision RateLimiter::check(RateClass rateClass, const UserId& principal, const KeyId& key, std::uint32_t cost) noexcept
{
    return m_state->checkKeyed(static_cast<std::size_t>(rateClass), principal, key, cost);
}

Decision RateLimiter::checkOwn(std::size_t number, const UserId& principal, const KeyId& key) noexcept
{
    return m_state->checkKeyed(firstOwnSlot + number, principal, key, 1);
}

void RateLimiter::setOverrides(std::span<const RateOverrideNumbers> numbers)
{
    std::vector<RateOverrideTable::Entry> entries;
    const std::int64_t at = m_state->now();
    for (const RateOverrideNumbers& one : numbers) {
        RateOverrideTable::Entry entry;
        entry.tag = m_state->tagOf(one.slot, {one.kind, one.text});
        entry.requests = one.limit.requests;
        entry.windowSeconds =
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(one.limit.window.count(), 1, RateShape::mostSeconds));
        if (one.left)
            entry.until = at + std::chrono::duration_cast<std::chrono::microseconds>(*one.left).count();
        entries.push_back(entry);
    }
    const std::lock_guard lock(m_state->mutex);
    m_state->overrides.set(entries);
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
    return m_state->check(firstOwnSlot + number, countedCallerOf(network), 1);
}

Decision RateLimiter::checkOwn(std::size_t number, const UserId& principal) noexcept
{
    return m_state->check(firstOwnSlot + number, {CountedCaller::Principal, principal.text()}, 1);
}

Decision RateLimiter::checkOwn(std::size_t number, const KeyId& key) noexcept
{
    return m_state->check(firstOwnSlot + number, {CountedCaller::Key, key.text()}, 1);
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

} // namespace sallyport::protection
