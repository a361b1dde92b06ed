#include "backend/audit/event_selection.h"

#include "backend/audit/event_table.h"
#include "backend/base/time_format.h"
#include "backend/storage/page_cursor.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sallyport::audit {

namespace {

/// As many candidates are looked up and sorted in some 50 ms. If every restriction has more, each is frequent enough
/// that reading in order finds a page soon.
constexpr std::int64_t candidateLimit = 50'000;

/// Parameter 1 is where the chart begins, 2 how long a column of it is.
enum class ChartColumn { Slot, Severity, Count, End };
constexpr storage::Columns<ChartColumn> chartColumns{
    {{ChartColumn::Slot, "(e.time - $1) / $2 AS slot"}, {ChartColumn::Severity, "e.severity"}, {ChartColumn::Count, "COUNT(*)"}}};

/// One of a sample, and whether the query takes it in.
enum class SampleColumn { Time, Severity, Taken, End };
constexpr storage::Columns<SampleColumn> sampleColumns{
    {{SampleColumn::Time, "e.time"}, {SampleColumn::Severity, "e.severity"}, {SampleColumn::Taken, "CASE WHEN 1 = 1"}}};
constexpr std::int64_t sampleParts = 4, sampleEvents = 100;

/// Of those that were counted, by their `place`.
enum class CountedColumn { Count, Oldest, Newest, End };
constexpr storage::Columns<CountedColumn> countedColumns{
    {{CountedColumn::Count, "COUNT(*)"}, {CountedColumn::Oldest, "MIN(c.place)"}, {CountedColumn::Newest, "MAX(c.place)"}}};

struct Position {
    std::int64_t time = 0, sequence = 0;
};

/// `t<time>.<sequence>` or `s<sequence>`.
std::optional<Position> parseCursor(std::string_view cursor, bool byTime)
{
    Position position;
    const char* const end = cursor.data() + cursor.size();
    const char* at = cursor.data();
    if (cursor.empty() || *at++ != (byTime ? 't' : 's'))
        return std::nullopt;
    if (byTime) {
        const auto time = std::from_chars(at, end, position.time);
        if (time.ec != std::errc{} || time.ptr == end || *time.ptr != '.')
            return std::nullopt;
        at = time.ptr + 1;
    }
    const auto sequence = std::from_chars(at, end, position.sequence);
    if (sequence.ec != std::errc{} || sequence.ptr != end)
        return std::nullopt;
    return position;
}

std::string cursorAt(const Event& event, bool byTime)
{
    if (byTime)
        return 't' + std::to_string(toMicros(event.time)) + '.' + std::to_string(event.sequence);
    return 's' + std::to_string(event.sequence);
}

void addPosition(SqlText& sql, const Position& after, bool byTime, bool oldestFirst)
{
    const std::string_view beyond = oldestFirst ? " > " : " < ";
    if (!byTime) {
        sql.add(" AND e.sequence").add(beyond).bind(after.sequence);
        return;
    }
    // The first part bounds the index, the second decides among equal times.
    sql.add(" AND e.time").add(oldestFirst ? " >= " : " <= ").bind(after.time);
    sql.add(" AND (e.time").add(beyond).bind(after.time).add(" OR e.sequence").add(beyond).bind(after.sequence).add(")");
}

/// A day before the first of these sessions was begun, as their ids tell: a clock may have been set. Nothing without any.
std::optional<UtcTime> sessionsBegin(const std::vector<std::string>& sessions)
{
    constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr std::size_t timeDigits = 10;
    std::optional<std::int64_t> first; // milliseconds
    for (const std::string& session : sessions) {
        std::int64_t at = 0;
        for (const char c : session.substr(0, timeDigits))
            at = at * 32 + static_cast<std::int64_t>(digits.find(c) & 31);
        first = std::min(first.value_or(at), at);
    }
    return first ? std::optional(UtcTime(std::chrono::milliseconds(*first)) - std::chrono::hours(24)) : std::nullopt;
}

Result<std::int64_t> single(storage::Transaction& transaction, const SqlText& sql)
{
    SALLYPORT_ASSIGN(auto statement, sql.prepare(transaction));
    SALLYPORT_ASSIGN(const bool row, statement.step());
    return row ? statement.integer() : 0;
}

} // namespace

Result<EventSelection> EventSelection::make(storage::Transaction& transaction, const EventQuery& query, std::int64_t lastSequence)
{
    EventSelection selection;
    selection.m_restrictions = restrictionsOf(query);
    selection.m_since = query.since;
    selection.m_until = query.until;
    // Nothing tells of a session before it is: no index knows the details, so the whole journal would be looked through.
    if (const auto begin = sessionsBegin(query.sessions); begin && (!query.since || *query.since < *begin))
        selection.m_since = begin;
    selection.m_lastSequence = lastSequence;
    SALLYPORT_TRY(selection.chooseDriver(transaction));
    return selection;
}

Result<void> EventSelection::chooseDriver(storage::Transaction& transaction)
{
    std::int64_t fewest = candidateLimit + 1;
    for (std::size_t i = 0; i < m_restrictions.size(); ++i) {
        if (!m_restrictions[i].candidates)
            continue;
        SqlText sql;
        sql.add("SELECT COUNT(*) FROM (SELECT 1 FROM (");
        m_restrictions[i].candidates(sql);
        sql.add(") AS found LIMIT ").bind(fewest).add(") AS c");
        SALLYPORT_ASSIGN(const std::int64_t count, single(transaction, sql));
        if (count < fewest) {
            fewest = count;
            m_driver = i;
        }
    }
    // A short time is looked through sooner than what is spread over the whole journal.
    if (m_driver && byTime() && fewest > 0) {
        SqlText sql;
        sql.add("SELECT COUNT(*) FROM (SELECT 1 FROM events e WHERE 1 = 1");
        addPeriod(sql, "e.time");
        sql.add(" LIMIT ").bind(fewest).add(") AS c");
        SALLYPORT_ASSIGN(const std::int64_t count, single(transaction, sql));
        if (count < fewest)
            m_driver.reset();
    }
    // Too frequent to be looked up: then the first that comes in order by itself, unless the period leads.
    for (std::size_t i = 0; !m_driver && !byTime() && !m_ordered && i < m_restrictions.size(); ++i)
        if (m_restrictions[i].ordered)
            m_ordered = i;
    return {};
}

void EventSelection::addSource(SqlText& sql) const
{
    sql.add(" FROM events e WHERE 1 = 1");
    for (std::size_t i = 0; i < m_restrictions.size(); ++i) {
        sql.add(" AND ");
        if (m_driver == i) {
            sql.add("e.sequence IN (");
            m_restrictions[i].candidates(sql);
            sql.add(")");
        } else {
            (m_ordered == i ? m_restrictions[i].ordered : m_restrictions[i].test)(sql);
        }
    }
    // With a driver, the period is only tested.
    addPeriod(sql, m_driver ? "+e.time" : "e.time");
    if (m_lastSequence > 0)
        sql.add(" AND e.sequence <= ").bind(m_lastSequence);
}

void EventSelection::addPeriod(SqlText& sql, std::string_view time) const
{
    if (m_since)
        sql.add(" AND ").add(time).add(" >= ").bind(toMicros(*m_since));
    if (m_until)
        sql.add(" AND ").add(time).add(" < ").bind(toMicros(*m_until));
}

void EventSelection::addNewest(SqlText& sql, std::int64_t most) const
{
    sql.add(byTime() ? " ORDER BY e.time DESC, e.sequence DESC LIMIT " : " ORDER BY e.sequence DESC LIMIT ").bind(most);
}

Result<EventRows> EventSelection::page(storage::Transaction& transaction, std::uint32_t limit, const std::string& cursor,
                                       bool oldestFirst) const
{
    SqlText sql;
    sql.add("SELECT ").add(storedColumns.text());
    addSource(sql);
    if (!cursor.empty()) {
        const auto after = parseCursor(cursor, byTime());
        if (!after)
            return storage::notACursor();
        addPosition(sql, *after, byTime(), oldestFirst);
    }
    const std::string_view direction = oldestFirst ? "" : " DESC";
    sql.add(" ORDER BY ");
    if (byTime())
        sql.add("e.time").add(direction).add(", ");
    // One more than asked for tells whether there is another page.
    sql.add("e.sequence").add(direction).add(" LIMIT ").bind(std::int64_t{limit} + 1);

    SALLYPORT_ASSIGN(auto statement, sql.prepare(transaction, storedColumns));
    EventRows rows;
    rows.events.reserve(limit);
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, statement.step());
        if (!row)
            return rows;
        if (rows.events.size() == limit) {
            rows.nextCursor = cursorAt(rows.events.back(), byTime());
            return rows;
        }
        rows.events.push_back(shownEvent(statement.row()));
    }
}

Result<std::int64_t> EventSelection::count(storage::Transaction& transaction) const
{
    SqlText sql;
    // One restriction alone is counted in its index.
    if (m_restrictions.size() == 1 && m_restrictions.front().candidates && !byTime() && m_lastSequence == 0) {
        sql.add("SELECT COUNT(DISTINCT found.sequence) FROM (");
        m_restrictions.front().candidates(sql);
        sql.add(") AS found");
    } else {
        sql.add("SELECT COUNT(*)");
        addSource(sql);
    }
    return single(transaction, sql);
}

/// Counted backwards from the newest one; what lies before the last that is counted is taken to be as dense.
Result<EventTotal> EventSelection::total(storage::Transaction& transaction, std::int64_t exact) const
{
    const std::string_view place = byTime() ? "e.time" : "e.sequence";
    SqlText sql;
    sql.add("SELECT ").add(countedColumns.text()).add(" FROM (SELECT ").add(place).add(" AS place");
    addSource(sql);
    sql.add(" ORDER BY ").add(place).add(" DESC LIMIT ").bind(exact + 1).add(") AS c");
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, countedColumns));
    SALLYPORT_ASSIGN(const bool row, rows.step());
    const auto counted = rows.row();
    EventTotal total{row ? counted.integer(CountedColumn::Count) : 0};
    if (total.count <= exact)
        return total;
    total.about = true;
    const std::int64_t reached = counted.integer(CountedColumn::Oldest), newest = counted.integer(CountedColumn::Newest);
    SqlText first;
    first.add("SELECT MIN(").add(place).add(") FROM events e");
    SALLYPORT_ASSIGN(std::int64_t oldest, single(transaction, first));
    if (m_since)
        oldest = std::max(oldest, toMicros(*m_since));
    const auto covered = static_cast<double>(newest - reached + 1), whole = static_cast<double>(newest - oldest + 1);
    total.count = std::max<std::int64_t>(total.count, std::llround(static_cast<double>(total.count) * whole / covered));
    return total;
}

Result<std::vector<SeverityCounts>> EventSelection::histogram(storage::Transaction& transaction, UtcTime start,
                                                              std::chrono::microseconds width, int columns) const
{
    SqlText sql;
    const std::string begin = sql.parameter(toMicros(start));
    static_cast<void>(sql.parameter(std::int64_t{width.count()}));
    sql.add("SELECT ").add(chartColumns.text());
    addSource(sql);
    sql.add(" AND e.time >= ").add(begin);
    sql.add(" AND e.time < ").bind(toMicros(start + columns * width));
    sql.add(" GROUP BY slot, e.severity");
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, chartColumns));
    std::vector<SeverityCounts> counts(static_cast<std::size_t>(columns), SeverityCounts{});
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return counts;
        const auto row = rows.row();
        const std::int64_t slot = row.integer(ChartColumn::Slot), severity = row.integer(ChartColumn::Severity);
        if (slot >= 0 && slot < columns && severity >= 0 && severity < 4)
            counts[static_cast<std::size_t>(slot)][static_cast<std::size_t>(severity)] = row.integer(ChartColumn::Count);
    }
}

Result<bool> EventSelection::readsMoreThan(storage::Transaction& transaction, std::int64_t events) const
{
    if (m_driver)
        return false;
    // The sequence grows with the time, so the distance of two is how many lie between.
    const auto placeFrom = [&](UtcTime time) {
        SqlText sql;
        sql.add("SELECT e.sequence FROM events e WHERE e.time >= ").bind(toMicros(time));
        sql.add(" ORDER BY e.time, e.sequence LIMIT 1");
        return single(transaction, sql);
    };
    SqlText newest;
    newest.add("SELECT MAX(e.sequence) FROM events e");
    SALLYPORT_ASSIGN(const std::int64_t last, single(transaction, newest));
    SALLYPORT_ASSIGN(const std::int64_t first, placeFrom(m_since.value_or(UtcTime())));
    SALLYPORT_ASSIGN(const std::int64_t behind, m_until ? placeFrom(*m_until) : Result<std::int64_t>(0));
    return first > 0 && (behind > 0 ? behind : last + 1) - first > events;
}

Result<std::vector<SeverityCounts>> EventSelection::sampledHistogram(storage::Transaction& transaction, UtcTime start,
                                                                     std::chrono::microseconds width, int columns) const
{
    std::vector<SeverityCounts> counts(static_cast<std::size_t>(columns), SeverityCounts{});
    const std::int64_t begin = toMicros(start), part = std::max<std::int64_t>(1, width.count() / sampleParts);
    for (std::int64_t i = 0; i < columns * sampleParts; ++i) {
        const std::int64_t from = begin + i / sampleParts * width.count() + i % sampleParts * part;
        const std::int64_t to = i % sampleParts + 1 == sampleParts ? begin + (i / sampleParts + 1) * width.count() : from + part;
        SqlText sql;
        sql.add("SELECT ").add(sampleColumns.text());
        for (const Restriction& restriction : m_restrictions) {
            sql.add(" AND ");
            restriction.test(sql);
        }
        sql.add(" THEN 1 ELSE 0 END FROM (SELECT x.* FROM events x WHERE x.time >= ").bind(from);
        sql.add(" AND x.time < ").bind(to).add(" ORDER BY x.time, x.sequence LIMIT ").bind(sampleEvents).add(") AS e");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, sampleColumns));
        std::array<std::int64_t, 4> taken{};
        std::int64_t looked = 0, last = from;
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            const auto row = rows.row();
            const std::int64_t severity = row.integer(SampleColumn::Severity);
            ++looked;
            last = row.integer(SampleColumn::Time);
            if (row.flag(SampleColumn::Taken) && severity >= 0 && severity < 4)
                ++taken[static_cast<std::size_t>(severity)];
        }
        const double scale = looked < sampleEvents ? 1 : static_cast<double>(to - from) / static_cast<double>(last - from + 1);
        for (std::size_t severity = 0; severity < taken.size(); ++severity)
            counts[static_cast<std::size_t>(i / sampleParts)][severity] +=
                std::llround(static_cast<double>(taken[severity]) * scale);
    }
    return counts;
}

} // namespace sallyport::audit
