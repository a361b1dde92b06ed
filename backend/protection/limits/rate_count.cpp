#include "backend/protection/limits/rate_count.h"

#include <bit>
#include <cstring>

namespace sallyport::protection {

namespace {

constexpr std::uint32_t usedBit = 1u << 28, lastingBit = 1u << 29;
constexpr std::int64_t parts = 65'536;   ///< of a slot
constexpr std::int64_t paceTicks = 1024; ///< of a microsecond

/// How many bits a count of the rule loses to have room in 16.
unsigned shiftOf(std::uint32_t requests) noexcept
{
    return static_cast<unsigned>(std::max(0, static_cast<int>(std::bit_width(requests)) - 16));
}

std::uint32_t bitsOf(const RateShape& shape) noexcept
{
    return std::clamp(shape.windowSeconds, 1u, RateShape::mostSeconds) | static_cast<std::uint32_t>(shape.algorithm) << 22 |
           shiftOf(shape.requests) << 24 | usedBit | (shape.lasting ? lastingBit : 0);
}

/// What one request adds, at least one.
std::int64_t paceOf(const RateShape& shape) noexcept
{
    return std::max<std::int64_t>(shape.windowMicros() * paceTicks / std::max(shape.requests, 1u), 1);
}

std::uint32_t count32(std::int64_t number) noexcept
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number, 0, UINT32_MAX));
}

} // namespace

static_assert(sizeof(RateCount) == 48);

std::int64_t RateCount::word() const noexcept
{
    std::int64_t value = 0;
    std::memcpy(&value, m_older.data(), sizeof value);
    return value;
}

void RateCount::setWord(std::int64_t value) noexcept
{
    std::memcpy(static_cast<void*>(m_older.data()), &value, sizeof value);
}

std::int64_t RateCount::leavesAt(std::int64_t slot, std::uint16_t latest) const noexcept
{
    const std::int64_t length = slotMicros();
    return (slot + static_cast<std::int64_t>(olderSlots)) * length + length * latest / parts;
}

std::uint16_t RateCount::partOf(std::int64_t slot, std::int64_t now) const noexcept
{
    const std::int64_t length = slotMicros();
    return static_cast<std::uint16_t>(std::clamp<std::int64_t>((now - slot * length) * parts / length, 0, parts - 1));
}

/// Empties the slots that time has passed by.
void RateCount::moveTo(std::int64_t slot) noexcept
{
    const std::int64_t newest = newestSlot();
    if (slot <= newest)
        return;
    if (slot - newest > static_cast<std::int64_t>(olderSlots)) {
        m_older.fill({});
    } else {
        const std::uint32_t unit = 1u << shift();
        const std::uint32_t rounded = (newestCount() + unit - 1) >> shift();
        m_older[placeOf(newest)] = {static_cast<std::uint16_t>(std::min(rounded, 65'535u)), m_latest};
        for (std::int64_t at = newest + 1; at < slot; ++at)
            m_older[placeOf(at)] = {};
    }
    setNewest(slot, 0);
    m_latest = 0;
}

std::uint32_t RateCount::slidingSum() const noexcept
{
    std::uint32_t older = 0;
    for (const Slot& slot : m_older)
        older += slot.count;
    return newestCount() + (older << shift());
}

/// Forgets what counts no more.
void RateCount::refresh(std::int64_t now) noexcept
{
    switch (algorithm()) {
    case RateAlgorithm::Sliding: {
        moveTo(now / slotMicros());
        // Of the slots that moveTo has left only the oldest can have left the window.
        const std::int64_t oldest = newestSlot() - static_cast<std::int64_t>(olderSlots);
        if (oldest >= 0 && leavesAt(oldest, m_older[placeOf(oldest)].latest) <= now)
            m_older[placeOf(oldest)] = {};
        break;
    }
    case RateAlgorithm::Fixed:
        if (now >= m_main + windowMicros()) {
            m_main = now;
            setWord(0);
        }
        break;
    case RateAlgorithm::Gcra: m_main = std::max(m_main, now * paceTicks); break;
    }
}

bool RateCount::isLasting() const noexcept
{
    return (m_shape & lastingBit) != 0;
}

void RateCount::begin(std::uint32_t shapeBits, std::int64_t pace, std::int64_t now) noexcept
{
    m_shape = shapeBits;
    m_older.fill({});
    m_latest = 0;
    switch (algorithm()) {
    case RateAlgorithm::Sliding: setNewest(now / slotMicros(), 0); break;
    case RateAlgorithm::Fixed: m_main = now; break;
    case RateAlgorithm::Gcra:
        m_main = now * paceTicks;
        setWord(pace);
        break;
    }
}

std::uint32_t RateCount::adopt(const RateShape& shape, std::int64_t now) noexcept
{
    const std::uint32_t bits = bitsOf(shape);
    const bool otherPace = shape.algorithm == RateAlgorithm::Gcra && m_shape == bits && word() != paceOf(shape);
    if (m_shape != bits || otherPace) {
        const std::uint32_t before = isFresh() ? 0 : used(now);
        begin(bits, paceOf(shape), now);
        if (before > 0)
            add(std::min(before, std::max(shape.requests, 1u)), now);
        return before;
    }
    refresh(now);
    return counted(now);
}

void RateCount::add(std::uint32_t requests, std::int64_t now) noexcept
{
    switch (algorithm()) {
    case RateAlgorithm::Sliding:
        setNewest(newestSlot(), newestCount() + requests);
        m_latest = partOf(newestSlot(), now);
        break;
    case RateAlgorithm::Fixed: setWord(word() + requests); break;
    case RateAlgorithm::Gcra: m_main = std::max(m_main, now * paceTicks) + word() * requests; break;
    }
}

void RateCount::takeBack(std::uint32_t requests, std::int64_t now) noexcept
{
    switch (algorithm()) {
    case RateAlgorithm::Sliding: {
        std::uint32_t left = requests;
        const std::uint32_t ofNewest = std::min(left, newestCount());
        setNewest(newestSlot(), newestCount() - ofNewest);
        left -= ofNewest;
        for (std::int64_t slot = newestSlot() - 1; left > 0 && slot >= 0; --slot) {
            if (slot < newestSlot() - static_cast<std::int64_t>(olderSlots))
                break;
            std::uint16_t& count = m_older[placeOf(slot)].count;
            const std::uint32_t units = std::min<std::uint32_t>(left >> shift(), count);
            count = static_cast<std::uint16_t>(count - units);
            left -= units << shift();
        }
        break;
    }
    case RateAlgorithm::Fixed: setWord(std::max<std::int64_t>(word() - requests, 0)); break;
    case RateAlgorithm::Gcra: m_main = std::max(m_main - word() * requests, now * paceTicks); break;
    }
}

std::uint32_t RateCount::used(std::int64_t now) const noexcept
{
    if (isFresh())
        return 0;
    RateCount at = *this;
    at.refresh(now);
    return at.counted(now);
}

std::uint32_t RateCount::counted(std::int64_t now) const noexcept
{
    switch (algorithm()) {
    case RateAlgorithm::Sliding: return slidingSum();
    case RateAlgorithm::Fixed: return count32(word());
    case RateAlgorithm::Gcra: return count32((m_main - now * paceTicks + word() - 1) / word());
    }
    return 0;
}

std::int64_t RateCount::untilFreed(std::uint32_t wanted, std::int64_t now) const noexcept
{
    switch (algorithm()) {
    case RateAlgorithm::Sliding: {
        std::uint32_t freed = 0;
        const std::int64_t newest = newestSlot();
        for (std::int64_t slot = std::max<std::int64_t>(newest - static_cast<std::int64_t>(olderSlots), 0); slot < newest;
             ++slot) {
            freed += std::uint32_t{m_older[placeOf(slot)].count} << shift();
            if (freed >= wanted)
                return leavesAt(slot, m_older[placeOf(slot)].latest) - now;
        }
        return freed + newestCount() >= wanted ? leavesAt(newest, m_latest) - now : windowMicros();
    }
    case RateAlgorithm::Fixed: return m_main + windowMicros() - now;
    case RateAlgorithm::Gcra: {
        // Counted is every request that has begun to be used.
        const std::int64_t owed = m_main - now * paceTicks;
        const std::int64_t counted = (owed + word() - 1) / word();
        if (owed <= 0 || counted < std::int64_t{wanted})
            return windowMicros();
        return (owed - (counted - std::int64_t{wanted}) * word() + paceTicks - 1) / paceTicks;
    }
    }
    return windowMicros();
}

std::int64_t RateCount::expiry() const noexcept
{
    switch (algorithm()) {
    case RateAlgorithm::Sliding: return leavesAt(newestSlot(), m_latest);
    case RateAlgorithm::Fixed: return m_main + windowMicros();
    case RateAlgorithm::Gcra: return m_main / paceTicks;
    }
    return 0;
}

SavedRateCount RateCount::save(std::int64_t now) const
{
    SavedRateCount saved;
    if (isFresh())
        return saved;
    RateCount at = *this;
    at.refresh(now);
    const std::uint32_t used = at.counted(now);
    if (used == 0)
        return saved;
    saved.shape = m_shape;
    switch (algorithm()) {
    case RateAlgorithm::Sliding: {
        const std::int64_t newest = at.newestSlot();
        const std::int64_t window = static_cast<std::int64_t>(olderSlots) * slotMicros();
        for (std::int64_t slot = std::max<std::int64_t>(newest - static_cast<std::int64_t>(olderSlots), 0); slot < newest;
             ++slot) {
            const Slot& older = at.m_older[placeOf(slot)];
            if (older.count > 0)
                saved.counted.push_back({now + window - leavesAt(slot, older.latest), std::uint32_t{older.count} << shift()});
        }
        if (at.newestCount() > 0)
            saved.counted.push_back({now + window - leavesAt(newest, at.m_latest), at.newestCount()});
        break;
    }
    case RateAlgorithm::Fixed: saved.counted.push_back({now - at.m_main, used}); break;
    case RateAlgorithm::Gcra:
        saved.pace = at.word();
        saved.counted.push_back({now - at.m_main / paceTicks, used});
        break;
    }
    return saved;
}

bool RateCount::restore(const SavedRateCount& saved, std::int64_t later, std::int64_t now) noexcept
{
    const auto saidAlgorithm = static_cast<RateAlgorithm>(saved.shape >> 22 & 3);
    const bool known = (saved.shape & usedBit) != 0 && (saved.shape & RateShape::mostSeconds) != 0 &&
                       rateAlgorithmWord(saidAlgorithm) != "unknown" && (saidAlgorithm != RateAlgorithm::Gcra || saved.pace > 0);
    if (!known || saved.counted.empty())
        return false;
    m_shape = saved.shape; // begin() asks for the window
    begin(saved.shape, saved.pace, std::max<std::int64_t>(now - 2 * windowMicros(), 0));
    for (const CountedAt& counted : saved.counted) {
        const std::int64_t at = std::min(now - counted.age - later, saidAlgorithm == RateAlgorithm::Gcra ? INT64_MAX : now);
        if (saidAlgorithm == RateAlgorithm::Gcra) {
            m_main = std::clamp(at, now, now + windowMicros()) * paceTicks;
        } else if (saidAlgorithm == RateAlgorithm::Fixed) {
            m_main = at;
            setWord(counted.requests);
        } else if (at > now - windowMicros()) {
            moveTo(at / slotMicros());
            add(counted.requests, at);
        }
    }
    refresh(now);
    return counted(now) > 0;
}

} // namespace sallyport::protection
