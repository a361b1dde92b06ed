#include "backend/api/metrics/request_counters.h"

#include <algorithm>
#include <utility>

namespace sallyport::api {

namespace {

using protection::TrafficOutcome;
using protection::TrafficStage;

std::atomic<std::uint64_t> countersMade{0};

/// Only one thread writes it: no instruction that other cores would have to agree to.
void add(std::atomic<std::uint64_t>& number, std::uint64_t by = 1) noexcept
{
    number.store(number.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

std::uint64_t nanosecondsOf(std::chrono::steady_clock::duration took) noexcept
{
    return static_cast<std::uint64_t>(
        std::max<std::int64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(took).count(), 0));
}

} // namespace

struct alignas(64) RequestCounters::Numbers {
    template <std::size_t Count>
    using Counters = std::array<std::atomic<std::uint64_t>, Count>;

    std::array<Counters<protection::trafficOutcomes>, classes> requests{};
    std::array<Counters<bounds.size() + 1>, classes> took{};
    Counters<classes> nanoseconds{};
    Counters<Trace::capacity> stageCounts{};
    Counters<Trace::capacity> stageNanoseconds{};
    Counters<static_cast<std::size_t>(TrafficStage::Count_)> refusals{};
};

RequestCounters::RequestCounters() : m_id(countersMade.fetch_add(1) + 1), m_spare(std::make_unique<Numbers>()) {}

RequestCounters::~RequestCounters() = default;

std::string_view RequestCounters::classWord(std::size_t number) noexcept
{
    if (number < probes)
        return protection::rateClassWord(static_cast<protection::RateClass>(number));
    return number == probes ? "probe" : "none";
}

RequestCounters::Numbers& RequestCounters::mine() noexcept
{
    thread_local std::pair<std::uint64_t, Numbers*> known{0, nullptr};
    if (known.first == m_id)
        return *known.second;
    const std::lock_guard lock(m_mutex);
    try {
        std::unique_ptr<Numbers>& own = m_threads[std::this_thread::get_id()];
        if (!own)
            own = std::make_unique<Numbers>();
        known = {m_id, own.get()};
        return *own;
    } catch (const std::bad_alloc&) {
        return *m_spare; // several may write it then, and a count be lost
    }
}

void RequestCounters::answered(std::size_t requestClass, TrafficOutcome outcome, TrafficStage refusedBy,
                               std::chrono::steady_clock::duration took, const Trace& trace) noexcept
{
    Numbers& numbers = mine();
    const std::size_t row = std::min(requestClass, unrouted);
    add(numbers.requests[row][static_cast<std::size_t>(outcome)]);
    const std::uint64_t nanoseconds = nanosecondsOf(took);
    const auto bucket =
        std::ranges::lower_bound(bounds, nanoseconds, {}, [](std::uint32_t bound) { return std::uint64_t{bound} * 1'000; });
    add(numbers.took[row][static_cast<std::size_t>(bucket - bounds.begin())]);
    add(numbers.nanoseconds[row], nanoseconds);
    for (std::size_t stage = 0; stage < Trace::capacity; ++stage) {
        if (trace.took[stage].count() == 0)
            continue; // not come to
        add(numbers.stageCounts[stage]);
        add(numbers.stageNanoseconds[stage], nanosecondsOf(trace.took[stage]));
    }
    if ((outcome == TrafficOutcome::Refused || outcome == TrafficOutcome::Blocked) && refusedBy < TrafficStage::Count_)
        add(numbers.refusals[static_cast<std::size_t>(refusedBy)]);
}

void RequestCounters::malformed(TrafficOutcome outcome) noexcept
{
    Numbers& numbers = mine();
    add(numbers.requests[unrouted][static_cast<std::size_t>(outcome)]);
    if (outcome != TrafficOutcome::Failed)
        add(numbers.refusals[static_cast<std::size_t>(TrafficStage::Parser)]);
}

RequestCounters::Totals RequestCounters::totals() const
{
    Totals all;
    const auto addRow = [](auto& to, const auto& from) {
        for (std::size_t i = 0; i < from.size(); ++i)
            to[i] += from[i].load(std::memory_order_relaxed);
    };
    const auto addAll = [&](const Numbers& numbers) {
        for (std::size_t row = 0; row < classes; ++row) {
            addRow(all.requests[row], numbers.requests[row]);
            addRow(all.took[row], numbers.took[row]);
        }
        addRow(all.nanoseconds, numbers.nanoseconds);
        addRow(all.refusals, numbers.refusals);
        for (std::size_t stage = 0; stage < Trace::capacity; ++stage) {
            all.stages[stage].count += numbers.stageCounts[stage].load(std::memory_order_relaxed);
            all.stages[stage].nanoseconds += numbers.stageNanoseconds[stage].load(std::memory_order_relaxed);
        }
    };
    const std::lock_guard lock(m_mutex);
    addAll(*m_spare);
    for (const auto& [thread, numbers] : m_threads)
        addAll(*numbers);
    return all;
}

std::string_view trafficStageWord(TrafficStage stage) noexcept
{
    switch (stage) {
    case TrafficStage::Parser: return "parser";
    case TrafficStage::Address: return "address";
    case TrafficStage::Route: return "route";
    case TrafficStage::RateLimit: return "rate_limit";
    case TrafficStage::Authentication: return "authentication";
    case TrafficStage::Permission: return "permission";
    case TrafficStage::StepUp: return "step_up";
    case TrafficStage::Schema: return "schema";
    case TrafficStage::Blocklist: return "blocklist";
    case TrafficStage::Threat: return "threat";
    case TrafficStage::Detection: return "detection";
    case TrafficStage::Shed: return "shed";
    case TrafficStage::Other:
    case TrafficStage::Count_: break;
    }
    return "other";
}

} // namespace sallyport::api
