#include "backend/protection/traffic/traffic_log.h"

#include <algorithm>
#include <string_view>

namespace sallyport::protection {

namespace {

/// Stable, in the order of TrafficOutcome and then of TrafficStage.
constexpr std::array<std::string_view, trafficCounters> counterWords{
    "answered",         "refused",          "blocked",
    "failed",           "stage.parser",     "stage.address",
    "stage.route",      "stage.rate_limit", "stage.authentication",
    "stage.permission", "stage.step_up",    "stage.schema",
    "stage.other",      "stage.blocklist",  "stage.threat",
    "stage.detection",  "stage.shed"};

constexpr auto minutesKept = std::chrono::hours(25); // a little more than what is shown
constexpr auto hoursKept = std::chrono::hours(24 * 7 + 8);

enum class CountColumn { Seconds, Number, Counter, Requests, End };
constexpr storage::Columns<CountColumn> countColumns{{{CountColumn::Seconds, "slot_seconds"},
                                                      {CountColumn::Number, "slot_number"},
                                                      {CountColumn::Counter, "counter"},
                                                      {CountColumn::Requests, "requests"}}};
constexpr auto allCounts = storage::select(countColumns, "FROM traffic_counts");

Result<std::vector<TrafficCount>> readCounts(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allCounts));
    std::vector<TrafficCount> counts;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return counts;
        const auto row = rows.row();
        const auto word = std::ranges::find(counterWords, row.text(CountColumn::Counter));
        if (word == counterWords.end()) // a newer program's
            continue;
        counts.push_back(
            {row.integer(CountColumn::Seconds), row.integer(CountColumn::Number),
             static_cast<std::size_t>(word - counterWords.begin()),
             static_cast<std::uint32_t>(std::clamp<std::int64_t>(row.integer(CountColumn::Requests), 0, UINT32_MAX))});
    }
}

Result<std::optional<UtcTime>> readSince(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare("SELECT since FROM traffic_since WHERE id = 1"));
    SALLYPORT_ASSIGN(const bool there, found.step());
    return there ? std::optional(found.time()) : std::nullopt;
}

Result<void> writeSince(storage::Transaction& transaction, UtcTime since)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO traffic_since (id, since) VALUES (1, $1)"));
    return put.bind(1, since).run();
}

Result<void> removeBefore(storage::Transaction& transaction, std::int64_t seconds, UtcTime before)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM traffic_counts WHERE slot_seconds = $1 AND slot_number < $2"));
    const std::int64_t second = std::chrono::floor<std::chrono::seconds>(before).time_since_epoch().count();
    return remove.bind(1, seconds).bind(2, second / seconds).run();
}

} // namespace

TrafficLog::TrafficLog(storage::Store& store, Traffic& traffic, const Clock& clock)
    : m_store(store), m_traffic(traffic), m_clock(clock), m_savedAt(clock.now())
{
}

Result<std::unique_ptr<TrafficLog>> TrafficLog::open(storage::Store& store, Traffic& traffic, const Clock& clock)
{
    std::unique_ptr<TrafficLog> log(new TrafficLog(store, traffic, clock));
    SALLYPORT_TRY(log->load());
    return log;
}

Result<void> TrafficLog::load()
{
    std::vector<TrafficCount> counts;
    std::optional<UtcTime> since;
    const auto read = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(counts, readCounts(transaction));
        SALLYPORT_ASSIGN(since, readSince(transaction));
        return {};
    };
    SALLYPORT_TRY(m_store.read(read));
    if (!since) // a full disk must not keep the vault closed: then it is told anew the next time
        (void) m_store.write([this](storage::Transaction& transaction) { return writeSince(transaction, m_savedAt); });
    m_traffic.setCountedSince(since.value_or(m_savedAt));
    m_traffic.restore(counts);
    m_last = m_traffic.countsSince(m_savedAt);
    return {};
}

Result<void> TrafficLog::save()
{
    const std::lock_guard lock(m_saving);
    // Taken before the counts are: what is counted meanwhile is written once more the next time, never passed over.
    const UtcTime now = m_clock.now();
    std::vector<TrafficCount> counts = m_traffic.countsSince(std::min(m_savedAt, now));
    if (counts == m_last)
        return {};
    const auto put = [&](storage::Transaction& transaction) -> Result<void> {
        for (const TrafficCount& counted : counts) {
            SALLYPORT_ASSIGN(auto row,
                             transaction.prepare("INSERT INTO traffic_counts (slot_seconds, slot_number, counter, requests) "
                                                 "VALUES ($1, $2, $3, $4) ON CONFLICT (slot_seconds, slot_number, counter) "
                                                 "DO UPDATE SET requests = excluded.requests"));
            row.bind(1, counted.seconds).bind(2, counted.number).bind(3, counterWords[counted.counter]);
            SALLYPORT_TRY(row.bind(4, std::int64_t{counted.count}).run());
        }
        return {};
    };
    SALLYPORT_TRY(m_store.write(put));
    m_savedAt = now;
    m_last = std::move(counts);
    return {};
}

Result<void> TrafficLog::removeExpired(UtcTime deletable)
{
    if (deletable == UtcTime{})
        return {};
    return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(removeBefore(transaction, 60, deletable - minutesKept));
        return removeBefore(transaction, 3600, deletable - hoursKept);
    });
}

} // namespace sallyport::protection
