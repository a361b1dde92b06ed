#include "backend/protection/traffic/traffic.h"

#include <algorithm>

namespace sallyport::protection {

namespace {

constexpr std::size_t stageCount = static_cast<std::size_t>(TrafficStage::Count_);
constexpr std::size_t outcomeCount = 4;

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
    void count(std::int64_t number, std::size_t counter) noexcept
    {
        Slot<Counters>& slot = slotOf(number);
        std::int64_t seen = slot.number.load(std::memory_order_acquire);
        if (seen != number && !takeOver(slot, seen, number))
            return;
        slot.counts[counter].fetch_add(1, std::memory_order_relaxed);
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

} // namespace

struct Traffic::State {
    explicit State(const Clock& clockToUse) : clock(clockToUse) {}

    const Clock& clock;
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
    struct Shape {
        std::int64_t columns, units, unitSeconds; // how many columns of how many ring slots of how long
    };
    const Shape shape = span == Span::Hour  ? Shape{60, 1, minuteSeconds}
                        : span == Span::Day ? Shape{96, 15, minuteSeconds}
                                            : Shape{84, 2, hourSeconds};
    const std::int64_t width = shape.units * shape.unitSeconds;
    const std::int64_t current = secondsSince1970(m_state->clock) / width;

    std::vector<TrafficSample> samples;
    samples.reserve(static_cast<std::size_t>(shape.columns));
    for (std::int64_t column = current - shape.columns + 1; column <= current; ++column) {
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
    constexpr std::int64_t dayMinutes = 24 * 60;
    const std::int64_t minute = secondsSince1970(m_state->clock) / minuteSeconds;
    std::array<std::uint64_t, stageCount> sums{};
    for (std::int64_t at = minute - dayMinutes + 1; at <= minute; ++at)
        for (std::size_t stage = 0; stage < stageCount; ++stage)
            sums[stage] += m_state->stages.at(at, stage);
    return sums;
}

} // namespace sallyport::protection
