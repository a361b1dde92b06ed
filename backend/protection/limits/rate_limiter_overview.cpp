// What looks at all that the limiter counts: not for a loop.
#include "backend/protection/limits/rate_limiter.h"
#include "backend/protection/limits/rate_limiter_state.h"

#include <algorithm>
#include <cstring>

namespace sallyport::protection {

namespace {

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

std::vector<LiveCaller> RateLimiter::callers(std::optional<std::size_t> slot) const
{
    std::vector<LiveCaller> callers;
    const std::int64_t now = m_state->now();
    for (RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.eachWatched([&](WatchedCaller& watched, RateCount* count) {
            if ((slot && watched.slot != *slot) || count == nullptr)
                return true;
            LiveCaller caller;
            caller.tag = watched.tag;
            caller.slot = watched.slot;
            caller.kind = static_cast<CountedCaller::Kind>(watched.kind);
            caller.text = readable(watched);
            caller.used = count->used(now);
            caller.limit = m_state->shapeOf(watched.slot, watched.tag, now).requests;
            caller.answered = watched.answered;
            caller.peak = watched.peak;
            caller.refused = watched.refused;
            if (caller.used > 0)
                caller.reset = wholeWaitSeconds(count->untilFreed(1, now));
            if (caller.used > 0 || caller.refused > 0)
                callers.push_back(std::move(caller));
            return true;
        });
    }
    return callers;
}

std::vector<RateMinute::Totals> RateLimiter::totals() const
{
    std::vector<RateMinute::Totals> sums(rateSlots);
    for (const RateShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        for (std::size_t slot = 0; slot < rateSlots; ++slot) {
            sums[slot].refused += shard.totals[slot].refused;
            sums[slot].noted += shard.totals[slot].noted;
        }
    }
    return sums;
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
                caller.limit = m_state->shapeOf(watched.slot, watched.tag, now).requests;
                caller.answered = std::exchange(watched.answered, 0u);
                caller.refused = std::exchange(watched.refused, 0u);
                caller.peak = std::exchange(watched.peak, 0u);
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
    return m_state->tagOf(slot, countedCallerOf(network));
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
        shard.collect(now, static_cast<std::uint32_t>(window.count()), most / rateShardCount + 1,
                      [&](std::uint64_t tag, const RateCount& count, const WatchedCaller* watched) {
                          SavedCount saved{tag, count.save(now)};
                          if (watched != nullptr) {
                              saved.slot = watched->slot;
                              saved.kind = watched->kind;
                              saved.text = watched->text;
                          }
                          all.push_back(std::move(saved));
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
        if (each.slot && *each.slot < rateSlots)
            shard.watch(target, each.tag, static_cast<std::uint8_t>(*each.slot), each.kind, each.text, target.used(now));
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
