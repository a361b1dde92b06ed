#include "backend/protection/traffic/traffic.h"

#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::protection {

namespace {

constexpr std::size_t stageCount = static_cast<std::size_t>(TrafficStage::Count_);
constexpr std::size_t outcomeCount = trafficOutcomes;

constexpr std::int64_t minuteSeconds = 60;
constexpr std::int64_t hourSeconds = 3600;

/// One slot of a ring: which second, minute or hour it counts, and what happened then. The first thread that finds an
/// older number in it takes it over: it wins the exchange of `number` to a marker, clears, and publishes the new number.
/// Who meets the marker waits for those nanoseconds, but never for long: figures for the eye may miss one.
template <std::size_t Counters>
struct Slot {
    std::atomic<std::int64_t> number{-1};
    std::array<std::atomic<std::uint32_t>, Counters> counts{};
};

constexpr std::int64_t takingOver = -2;
constexpr int spinLimit = 10'000;

template <std::size_t Slots, std::size_t Counters>
class Ring {
public:
    static constexpr std::int64_t slots = Slots;

    void count(std::int64_t number, std::size_t counter, std::uint32_t by = 1) noexcept
    {
        Slot<Counters>& slot = slotOf(number);
        std::int64_t seen = slot.number.load(std::memory_order_acquire);
        if (seen != number && !takeOver(slot, seen, number))
            return;
        slot.counts[counter].fetch_add(by, std::memory_order_relaxed);
    }

    std::uint32_t at(std::int64_t number, std::size_t counter) const noexcept
    {
        const Slot<Counters>& slot = m_slots[static_cast<std::size_t>(number) % Slots];
        if (number < 0 || slot.number.load(std::memory_order_acquire) != number)
            return 0;
        return slot.counts[counter].load(std::memory_order_relaxed);
    }

private:
    Slot<Counters>& slotOf(std::int64_t number) noexcept { return m_slots[static_cast<std::size_t>(number) % Slots]; }

    static bool takeOver(Slot<Counters>& slot, std::int64_t seen, std::int64_t number) noexcept
    {
        if (seen > number) // the clock went back
            return false;
        if (seen == takingOver || !slot.number.compare_exchange_strong(seen, takingOver, std::memory_order_acq_rel)) {
            for (int spin = 0; seen == takingOver && spin < spinLimit; ++spin)
                seen = slot.number.load(std::memory_order_acquire);
            return seen == number;
        }
        for (auto& counter : slot.counts)
            counter.store(0, std::memory_order_relaxed);
        slot.number.store(number, std::memory_order_release);
        return true;
    }

    std::array<Slot<Counters>, Slots> m_slots;
};

std::int64_t secondsSince1970(const Clock& clock) noexcept
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
    return std::max<std::int64_t>(seconds, 0);
}

struct Shape {
    std::int64_t columns, units, unitSeconds; // how many columns of how many ring slots of how long
    std::int64_t width() const { return units * unitSeconds; }
    /// The first column's number at that second; the last one is the current one.
    std::int64_t first(std::int64_t second) const { return second / width() - columns + 1; }
};

Shape shapeOf(Traffic::Span span)
{
    switch (span) {
    case Traffic::Span::Hour: return {60, 1, minuteSeconds};
    case Traffic::Span::Day: return {96, 15, minuteSeconds};
    case Traffic::Span::Week: break;
    }
    return {84, 2, hourSeconds};
}

/// Of a ring, from the slot that `since` lies in to the current one.
template <typename Ring>
void collect(std::vector<TrafficCount>& counts, const Ring& ring, std::size_t counters, std::size_t firstCounter,
             std::int64_t seconds, std::int64_t since, std::int64_t now)
{
    const std::int64_t current = now / seconds;
    for (std::int64_t number = std::max(since / seconds, current - Ring::slots + 1); number <= current; ++number)
        for (std::size_t counter = 0; counter < counters; ++counter)
            if (const std::uint32_t count = ring.at(number, counter); count > 0)
                counts.push_back({seconds, number, firstCounter + counter, count});
}

} // namespace

struct Traffic::State {
    explicit State(const Clock& clockToUse) : clock(clockToUse), since(toMicros(clockToUse.now())) {}

    const Clock& clock;
    std::atomic<std::int64_t> since; ///< microseconds since 1970
    // A little more than what is shown, so that the slot that is being filled never hides one that is read.
    Ring<16, 1> seconds;
    Ring<1500, outcomeCount> minutes; // 24 hours and an hour
    Ring<1500, stageCount> stages;
    Ring<176, outcomeCount> hours; // a week and 8 hours
};

Traffic::Traffic(const Clock& clock) : m_state(std::make_unique<State>(clock)) {}

Traffic::~Traffic() = default;

void Traffic::count(TrafficOutcome outcome, TrafficStage stage) noexcept
{
    const std::int64_t second = secondsSince1970(m_state->clock);
    const auto column = static_cast<std::size_t>(outcome);
    m_state->seconds.count(second, 0);
    m_state->minutes.count(second / minuteSeconds, column);
    m_state->hours.count(second / hourSeconds, column);
    if ((outcome == TrafficOutcome::Refused || outcome == TrafficOutcome::Blocked) && stage < TrafficStage::Count_)
        m_state->stages.count(second / minuteSeconds, static_cast<std::size_t>(stage));
}

double Traffic::requestsPerSecond() const
{
    constexpr int span = 5;
    const std::int64_t second = secondsSince1970(m_state->clock);
    std::uint64_t sum = 0;
    for (int back = 1; back <= span; ++back)
        sum += m_state->seconds.at(second - back, 0);
    return static_cast<double>(sum) / span;
}

std::vector<TrafficSample> Traffic::series(Span span) const
{
    const Shape shape = shapeOf(span);
    const std::int64_t width = shape.width();
    const std::int64_t second = secondsSince1970(m_state->clock);
    const std::int64_t current = second / width;

    std::vector<TrafficSample> samples;
    samples.reserve(static_cast<std::size_t>(shape.columns));
    for (std::int64_t column = shape.first(second); column <= current; ++column) {
        TrafficSample sample;
        sample.start = UtcTime(std::chrono::seconds(column * width));
        for (std::int64_t unit = column * shape.units; unit < (column + 1) * shape.units; ++unit) {
            const auto at = [&](TrafficOutcome outcome) {
                const auto counter = static_cast<std::size_t>(outcome);
                return shape.unitSeconds == hourSeconds ? m_state->hours.at(unit, counter) : m_state->minutes.at(unit, counter);
            };
            sample.answered += at(TrafficOutcome::Answered);
            sample.refused += at(TrafficOutcome::Refused);
            sample.blocked += at(TrafficOutcome::Blocked);
            sample.failed += at(TrafficOutcome::Failed);
        }
        samples.push_back(sample);
    }
    return samples;
}

std::array<std::uint64_t, stageCount> Traffic::refusalsByStage() const
{
    const Shape day = shapeOf(Span::Day);
    const std::int64_t second = secondsSince1970(m_state->clock);
    const std::int64_t minute = second / minuteSeconds;
    std::array<std::uint64_t, stageCount> sums{};
    for (std::int64_t at = day.first(second) * day.units; at <= minute; ++at)
        for (std::size_t stage = 0; stage < stageCount; ++stage)
            sums[stage] += m_state->stages.at(at, stage);
    return sums;
}

std::optional<UtcTime> Traffic::shortSince(Span span) const
{
    const Shape shape = shapeOf(span);
    const UtcTime first(std::chrono::seconds(shape.first(secondsSince1970(m_state->clock)) * shape.width()));
    const UtcTime since = fromMicros(m_state->since.load(std::memory_order_relaxed));
    return since > first ? std::optional(since) : std::nullopt;
}

void Traffic::setCountedSince(UtcTime since) noexcept
{
    m_state->since.store(toMicros(since), std::memory_order_relaxed);
}

std::vector<TrafficCount> Traffic::countsSince(UtcTime since) const
{
    const std::int64_t now = secondsSince1970(m_state->clock);
    const std::int64_t from = std::chrono::floor<std::chrono::seconds>(since).time_since_epoch().count();
    std::vector<TrafficCount> counts;
    collect(counts, m_state->minutes, outcomeCount, 0, minuteSeconds, from, now);
    collect(counts, m_state->stages, stageCount, outcomeCount, minuteSeconds, from, now);
    collect(counts, m_state->hours, outcomeCount, 0, hourSeconds, from, now);
    return counts;
}

void Traffic::restore(std::span<const TrafficCount> counts) noexcept
{
    const std::int64_t now = secondsSince1970(m_state->clock);
    for (const TrafficCount& kept : counts) {
        const bool minute = kept.seconds == minuteSeconds, outcome = kept.counter < outcomeCount;
        if ((!minute && (kept.seconds != hourSeconds || !outcome)) || kept.counter >= trafficCounters)
            continue;
        const std::int64_t current = now / kept.seconds;
        const std::int64_t slots = minute ? decltype(m_state->minutes)::slots : decltype(m_state->hours)::slots;
        if (kept.number > current || kept.number <= current - slots)
            continue;
        if (!minute)
            m_state->hours.count(kept.number, kept.counter, kept.count);
        else if (outcome)
            m_state->minutes.count(kept.number, kept.counter, kept.count);
        else
            m_state->stages.count(kept.number, kept.counter - outcomeCount, kept.count);
    }
}

} // namespace sallyport::protection
