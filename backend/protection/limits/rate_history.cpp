#include "backend/protection/limits/rate_history.h"

#include "backend/protection/limits/rate_limits.h"
#include "backend/storage/columns.h"

#include <algorithm>
#include <charconv>
#include <functional>

namespace sallyport::protection {

namespace {

constexpr auto minutesKept = std::chrono::hours(25); // a little more than what is shown
constexpr auto hoursKept = std::chrono::hours(24 * 7 + 8);
constexpr auto day = std::chrono::hours(24);
constexpr auto week = std::chrono::hours(24 * 7);

enum class MinuteColumn { Minute, Caller, Answered, Refused, End };
constexpr storage::Columns<MinuteColumn> minuteColumns{{{MinuteColumn::Minute, "minute"},
                                                        {MinuteColumn::Caller, "caller"},
                                                        {MinuteColumn::Answered, "answered"},
                                                        {MinuteColumn::Refused, "refused"}}};
constexpr auto minutesOfRule =
    storage::select(minuteColumns, "FROM rate_minutes WHERE rule = $1 AND minute >= $2 ORDER BY caller, minute");

enum class HourColumn { Rule, Hour, Refused, Noted, Peaks, End };
constexpr storage::Columns<HourColumn> hourColumns{{{HourColumn::Rule, "rule"},
                                                    {HourColumn::Hour, "hour"},
                                                    {HourColumn::Refused, "refused"},
                                                    {HourColumn::Noted, "noted"},
                                                    {HourColumn::Peaks, "peaks"}}};
constexpr auto hoursSince = storage::select(hourColumns, "FROM rate_hours WHERE hour >= $1");

std::int64_t minuteOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

std::int64_t hourOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::hours>(time).time_since_epoch().count();
}

void addPeaks(std::vector<std::uint32_t>& to, std::string_view text)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        std::uint32_t peak = 0;
        const auto read = std::from_chars(at, end, peak);
        if (read.ec != std::errc())
            return;
        to.push_back(peak);
        at = read.ptr + (read.ptr < end ? 1 : 0);
    }
}

struct Hour {
    RateMinute::Totals totals;
    std::uint32_t peak = 0;
};

Result<void> putMinute(storage::Transaction& transaction, const std::string& rule, std::int64_t minute, const LiveCaller& caller)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO rate_minutes (rule, minute, caller, answered, refused) VALUES ($1, $2, $3, "
                                         "$4, $5) ON CONFLICT (rule, minute, caller) DO UPDATE SET answered = "
                                         "rate_minutes.answered + excluded.answered, refused = rate_minutes.refused + "
                                         "excluded.refused"));
    const std::string text = static_cast<char>(caller.kind) + caller.text;
    put.bind(1, rule).bind(2, minute).bind(3, text).bind(4, std::int64_t{caller.answered});
    return put.bind(5, std::int64_t{caller.refused}).run();
}

Result<void> putHour(storage::Transaction& transaction, const std::string& rule, std::int64_t hour, const Hour& sums)
{
    SALLYPORT_ASSIGN(
        auto put, transaction.prepare("INSERT INTO rate_hours (rule, hour, refused, noted, peaks) VALUES ($1, $2, $3, $4, $5) "
                                      "ON CONFLICT (rule, hour) DO UPDATE SET refused = rate_hours.refused + excluded.refused, "
                                      "noted = rate_hours.noted + excluded.noted, peaks = rate_hours.peaks || excluded.peaks"));
    put.bind(1, rule).bind(2, hour).bind(3, std::int64_t{sums.totals.refused}).bind(4, std::int64_t{sums.totals.noted});
    return put.bind(5, sums.peak > 0 ? std::to_string(sums.peak) + ',' : std::string()).run();
}

} // namespace

Result<void> RateHistory::begin()
{
    // A full disk must not keep the vault closed: then it is noted the next time.
    (void) m_store.write([this](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto put,
                         transaction.prepare("INSERT INTO rate_since (id, since) VALUES (1, $1) ON CONFLICT (id) DO NOTHING"));
        return put.bind(1, m_clock.now()).run();
    });
    return {};
}

Result<void> RateHistory::add(const RateMinute& minute, const std::function<std::string(std::size_t slot)>& ruleOf)
{
    std::map<std::string, Hour> hours;
    for (std::size_t slot = 0; slot < minute.totals.size(); ++slot) {
        const RateMinute::Totals& totals = minute.totals[slot];
        if (totals.refused + totals.noted == 0)
            continue;
        if (const std::string rule = ruleOf(slot); !rule.empty()) {
            hours[rule].totals.refused += totals.refused;
            hours[rule].totals.noted += totals.noted;
        }
    }
    std::vector<const LiveCaller*> most;
    for (const LiveCaller& caller : minute.callers)
        most.push_back(&caller);
    std::ranges::sort(most, std::ranges::greater(), [](const LiveCaller* each) { return each->answered + each->refused; });
    std::vector<std::pair<std::string, const LiveCaller*>> followed;
    for (const LiveCaller* caller : most) {
        const std::string rule = ruleOf(caller->slot);
        if (rule.empty())
            continue;
        hours[rule].peak = std::max(hours[rule].peak, caller->peak);
        if (followed.size() < RateLimits::followedCallers)
            followed.emplace_back(rule, caller);
    }
    if (hours.empty())
        return {};
    const UtcTime now = m_clock.now();
    // What is told now was asked in the minute that has just ended.
    const std::int64_t ended = minuteOf(now - std::chrono::seconds(30));
    return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        for (const auto& [rule, caller] : followed)
            SALLYPORT_TRY(putMinute(transaction, rule, ended, *caller));
        for (const auto& [rule, sums] : hours)
            SALLYPORT_TRY(putHour(transaction, rule, hourOf(now - std::chrono::seconds(30)), sums));
        return {};
    });
}

Result<void> RateHistory::removeExpired(UtcTime deletable)
{
    if (deletable == UtcTime{})
        return {};
    return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        {
            SALLYPORT_ASSIGN(auto minutes, transaction.prepare("DELETE FROM rate_minutes WHERE minute < $1"));
            SALLYPORT_TRY(minutes.bind(1, minuteOf(deletable - minutesKept)).run());
        }
        SALLYPORT_ASSIGN(auto hours, transaction.prepare("DELETE FROM rate_hours WHERE hour < $1"));
        return hours.bind(1, hourOf(deletable - hoursKept)).run();
    });
}

Result<std::map<std::string, RateSums>> RateHistory::sums() const
{
    const UtcTime now = m_clock.now();
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::map<std::string, RateSums>> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(hoursSince));
        rows.bind(1, hourOf(now - week));
        std::map<std::string, RateSums> sums;
        std::map<std::string, std::vector<std::uint32_t>> peaks;
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                break;
            const auto row = rows.row();
            const std::string rule = row.text(HourColumn::Rule);
            addPeaks(peaks[rule], row.text(HourColumn::Peaks));
            if (row.integer(HourColumn::Hour) <= hourOf(now - day))
                continue;
            sums[rule].refused += row.integer(HourColumn::Refused);
            sums[rule].noted += row.integer(HourColumn::Noted);
        }
        for (auto& [rule, list] : peaks) {
            if (list.size() < minutesNeeded)
                continue;
            const std::size_t at = (list.size() * 95 + 99) / 100 - 1;
            std::ranges::nth_element(list, list.begin() + static_cast<std::ptrdiff_t>(at));
            sums[rule].p95 = list[at];
        }
        return sums;
    });
}

Result<std::vector<AskedMinute>> RateHistory::minutes(std::string_view rule) const
{
    const std::int64_t since = minuteOf(m_clock.now() - day);
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::vector<AskedMinute>> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(minutesOfRule));
        rows.bind(1, rule).bind(2, since);
        std::vector<AskedMinute> minutes;
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return minutes;
            const auto row = rows.row();
            minutes.push_back({row.integer(MinuteColumn::Minute), row.text(MinuteColumn::Caller),
                               row.integer(MinuteColumn::Answered), row.integer(MinuteColumn::Refused)});
        }
    });
}

Result<std::optional<UtcTime>> RateHistory::shortSince() const
{
    const UtcTime now = m_clock.now();
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::optional<UtcTime>> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT since FROM rate_since WHERE id = 1"));
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return std::optional(now);
        const UtcTime since = row.time();
        return since > now - day ? std::optional(since) : std::nullopt;
    });
}

} // namespace sallyport::protection
