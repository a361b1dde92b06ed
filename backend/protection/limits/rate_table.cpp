#include "backend/protection/limits/rate_table.h"

#include <algorithm>
#include <new>

namespace sallyport::protection {

namespace {

constexpr std::uint64_t secondFactor = 0xd6e8feb86659fd93u; ///< so that the second set does not follow from the first

/// setSize: not among them.
std::size_t placeIn(const std::uint64_t* tags, std::uint64_t tag) noexcept
{
    std::size_t at = 0;
    while (at < RateShard::setSize && tags[at] != tag)
        ++at;
    return at;
}

} // namespace

void RateShard::open(std::size_t mostSets)
{
    m_mostSets = std::max<std::size_t>(mostSets, 1);
    m_table = std::make_unique<Set[]>(1);
    m_sets = 1;
}

std::size_t RateShard::setOf(std::uint64_t tag, bool second) const noexcept
{
    const std::uint64_t spread = second ? tag * secondFactor >> 32 : tag & 0xffff'ffffu;
    return static_cast<std::size_t>(spread * m_sets >> 32);
}

RateShard::Set& RateShard::otherSetOf(std::uint64_t tag, const Set& set) noexcept
{
    Set& first = m_table[setOf(tag, false)];
    return &first == &set ? m_table[setOf(tag, true)] : first;
}

RateCount* RateShard::find(std::uint64_t tag) noexcept
{
    for (const bool second : {false, true}) {
        Set& set = m_table[setOf(tag, second)];
        if (const std::size_t at = placeIn(set.tags.data(), tag); at < setSize)
            return &set.counts[at];
    }
    return nullptr;
}

RateCount& RateShard::touch(std::uint64_t tag, std::int64_t now) noexcept
{
    if (RateCount* found = find(tag))
        return *found;
    Place place = insert(tag);
    while (place.set == nullptr && m_sets < m_mostSets && resize(std::min(m_mostSets, m_sets + m_sets / 2 + 1)))
        place = insert(tag);
    if (place.set == nullptr) {
        place = moveOne(tag);
        if (place.set == nullptr)
            place = evict(tag, now);
        place.set->tags[place.at] = tag;
        ++m_size;
    }
    return place.set->counts[place.at];
}

RateShard::Place RateShard::freeIn(Set& set) noexcept
{
    const std::size_t at = placeIn(set.tags.data(), 0);
    return at < setSize ? Place{&set, at} : Place{};
}

/// A free place in the emptier of the caller's two sets, taken; none if both are full.
RateShard::Place RateShard::insert(std::uint64_t tag) noexcept
{
    Set& first = m_table[setOf(tag, false)];
    Set& second = m_table[setOf(tag, true)];
    // Places are taken from the front, and seldom given back in between.
    const Place one = freeIn(first), other = freeIn(second);
    const Place place = one.set == nullptr ? other : other.set == nullptr || one.at <= other.at ? one : other;
    if (place.set != nullptr) {
        place.set->tags[place.at] = tag;
        ++m_size;
    }
    return place;
}

/// Moves one of a full set into its other set, if there is room. The place that becomes free.
RateShard::Place RateShard::makeRoom(Set& set) noexcept
{
    for (std::size_t at = 0; at < setSize; ++at) {
        Set& other = otherSetOf(set.tags[at], set);
        const Place place = &other != &set ? freeIn(other) : Place{};
        if (place.set == nullptr)
            continue;
        other.tags[place.at] = set.tags[at];
        other.counts[place.at] = set.counts[at];
        set.tags[at] = 0;
        set.counts[at] = {};
        return {&set, at};
    }
    return {};
}

RateShard::Place RateShard::moveOne(std::uint64_t tag) noexcept
{
    // Where hardly any place is free, looking for one costs more than it gives.
    if (m_size + m_sets / 4 >= m_sets * setSize)
        return {};
    const Place place = makeRoom(m_table[setOf(tag, false)]);
    return place.set != nullptr ? place : makeRoom(m_table[setOf(tag, true)]);
}

bool RateShard::resize(std::size_t sets) noexcept
{
    std::unique_ptr<Set[]> before(new (std::nothrow) Set[sets]);
    if (before == nullptr)
        return false;
    std::swap(before, m_table);
    const std::size_t setsBefore = std::exchange(m_sets, sets);
    m_size = 0;
    for (std::size_t i = 0; i < setsBefore; ++i) {
        for (std::size_t at = 0; at < setSize; ++at) {
            const std::uint64_t tag = before[i].tags[at];
            if (tag == 0)
                continue;
            Place place = insert(tag);
            if (place.set == nullptr) {
                place = moveOne(tag);
                if (place.set == nullptr) {
                    release(before[i].counts[at]);
                    continue;
                }
                place.set->tags[place.at] = tag;
                ++m_size;
            }
            place.set->counts[place.at] = before[i].counts[at];
        }
    }
    return true;
}

/// The place of the one among 32 that would be counted for the shortest time.
RateShard::Place RateShard::evict(std::uint64_t tag, std::int64_t now) noexcept
{
    Place best;
    std::int64_t bestExpiry = INT64_MAX;
    bool bestRefused = true;
    for (const bool second : {false, true}) {
        Set& set = m_table[setOf(tag, second)];
        for (std::size_t at = 0; at < setSize; ++at) {
            const RateCount& count = set.counts[at];
            const std::int64_t expiry = count.isFresh() ? 0 : count.expiry();
            const bool refused = expiry > now && count.unreported + count.reported > 0;
            if (best.set != nullptr && (refused != bestRefused ? refused : expiry >= bestExpiry))
                continue;
            best = {&set, at};
            bestExpiry = expiry;
            bestRefused = refused;
        }
    }
    release(best.set->counts[best.at]);
    best.set->counts[best.at] = {};
    --m_size;
    return best;
}

void RateShard::release(RateCount& count) noexcept
{
    if (count.watch == 0)
        return;
    m_watched[count.watch - 1u].tag = 0; // what was counted of it since is still told
    count.watch = 0;
}

void RateShard::watch(RateCount& count, std::uint64_t tag, std::uint8_t slot, char kind, std::string_view text,
                      std::uint32_t used) noexcept
{
    // Who comes in place of another has to have asked for something, and isn't looked at with each request.
    constexpr std::uint32_t each = 16;
    if (m_watchedUsed >= watchedMost && used % each != each - 1)
        return;
    try {
        const std::size_t place = m_watchedUsed < watchedMost ? freeRow() : leastAsked(used);
        if (place >= watchedMost)
            return;
        m_watched[place] = {tag, slot, kind, true, std::string(text), 0, 0, 0};
        count.watch = static_cast<std::uint16_t>(place + 1);
    } catch (const std::bad_alloc&) {
        // Then nobody knows the name; what is counted is not touched by that.
    }
}

std::size_t RateShard::freeRow()
{
    const auto found = std::ranges::find(m_watched, false, &WatchedCaller::used);
    const auto place = static_cast<std::size_t>(found - m_watched.begin());
    if (found == m_watched.end())
        m_watched.emplace_back();
    ++m_watchedUsed;
    return place;
}

/// The row of who has asked for least since the last minute, free now; none if that is not much less than `used`.
std::size_t RateShard::leastAsked(std::uint32_t used) noexcept
{
    const auto asked = [](const WatchedCaller& watched) { return watched.answered + watched.refused; };
    const auto least = std::ranges::min_element(m_watched, {}, asked);
    if (asked(*least) > used / 2)
        return watchedMost;
    if (RateCount* other = least->tag != 0 ? find(least->tag) : nullptr)
        other->watch = 0;
    return static_cast<std::size_t>(least - m_watched.begin());
}

void RateShard::eachWatched(const std::function<bool(WatchedCaller& watched, RateCount* count)>& keep)
{
    for (WatchedCaller& watched : m_watched) {
        if (!watched.used)
            continue;
        RateCount* count = watched.tag != 0 ? find(watched.tag) : nullptr;
        if (keep(watched, count))
            continue;
        if (count != nullptr)
            count->watch = 0;
        watched = {};
        --m_watchedUsed;
    }
}

void RateShard::sweep(std::int64_t now) noexcept
{
    for (std::size_t i = 0; i < m_sets; ++i) {
        Set& set = m_table[i];
        for (std::size_t at = 0; at < setSize; ++at) {
            if (set.tags[at] == 0 || (!set.counts[at].isFresh() && set.counts[at].expiry() > now))
                continue;
            release(set.counts[at]);
            set.tags[at] = 0;
            set.counts[at] = {};
            --m_size;
        }
    }
    if (m_sets > 8 && m_size * 4 < m_sets * setSize)
        static_cast<void>(resize(m_size * 2 / setSize + 1));
}

void RateShard::collect(
    std::int64_t now, std::uint32_t windowSeconds, std::size_t most,
    const std::function<void(std::uint64_t tag, const RateCount& count, const WatchedCaller* watched)>& sink) const
{
    struct Found {
        std::uint64_t tag;
        const RateCount* count;
        std::uint64_t weight;
    };
    constexpr std::uint64_t lasting = std::uint64_t{1} << 40, refused = std::uint64_t{1} << 36;
    std::vector<Found> found;
    for (std::size_t i = 0; i < m_sets; ++i) {
        for (std::size_t at = 0; at < setSize; ++at) {
            const RateCount& count = m_table[i].counts[at];
            if (m_table[i].tags[at] == 0 || count.isFresh() || count.windowSeconds() < windowSeconds || count.expiry() <= now)
                continue;
            found.push_back({m_table[i].tags[at], &count,
                             (count.isLasting() ? lasting : 0) + (count.reported != 0 ? refused : 0) + count.used(now)});
        }
    }
    if (found.size() > most) {
        std::ranges::nth_element(found, found.begin() + static_cast<std::ptrdiff_t>(most), std::ranges::greater(),
                                 &Found::weight);
        found.resize(most);
    }
    for (const Found& each : found)
        sink(each.tag, *each.count, each.count->watch != 0 ? &m_watched[each.count->watch - 1u] : nullptr);
}

std::size_t RateShard::bytes() const noexcept
{
    std::size_t total = sizeof(*this) + m_sets * sizeof(Set) + m_watched.capacity() * sizeof(WatchedCaller);
    for (const WatchedCaller& watched : m_watched)
        total += watched.text.capacity() > 15 ? watched.text.capacity() + 1 : 0;
    return total;
}

} // namespace sallyport::protection
