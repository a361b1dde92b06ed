#pragma once

#include "backend/audit/event_query.h"
#include "backend/audit/restrictions.h"
#include "backend/storage/store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::audit {

/// A page of what a query selects.
struct EventRows {
    std::vector<Event> events;
    std::string nextCursor; ///< empty: there is no more
};

/// How many a query selects, for who wants to know how long a list is.
struct EventTotal {
    std::int64_t count = 0;
    bool about = false; ///< reckoned from how dense the nearest ones lie
};
inline constexpr std::int64_t exactTotal = 10'000;

/// Columns of a histogram: how many events of each severity.
using SeverityCounts = std::array<std::int64_t, 4>;

/// A query made ready: which index drives it is decided once, by counting what each would give (up to a limit), and
/// holds for all pages. Reads nothing itself; every call runs in the caller's read transaction.
class EventSelection {
public:
    /// `lastSequence`: leave out what was recorded later (0: nothing is left out).
    static Result<EventSelection> make(storage::Transaction& transaction, const EventQuery& query, std::int64_t lastSequence = 0);

    /// InvalidArgument if the cursor isn't one of ours for this kind of query. Ordered by sequence; with a period, by
    /// time and then sequence, so that the period's index bounds the search.
    Result<EventRows> page(storage::Transaction& transaction, std::uint32_t limit, const std::string& cursor,
                           bool oldestFirst) const;
    Result<std::int64_t> count(storage::Transaction& transaction) const;
    /// True if it asks for nothing: the whole journal, in order of the sequence.
    bool isEverything() const { return m_restrictions.empty() && !byTime(); }
    /// The same up to `exact`, and about that from there on, without reading more than so many.
    Result<EventTotal> total(storage::Transaction& transaction, std::int64_t exact = exactTotal) const;
    /// `columns` equal slices from `start`, `width` each.
    Result<std::vector<SeverityCounts>> histogram(storage::Transaction& transaction, UtcTime start,
                                                  std::chrono::microseconds width, int columns) const;

    /// True if so many lie in its period (of a query that has one) and no index says which of them.
    Result<bool> readsMoreThan(storage::Transaction& transaction, std::int64_t events) const;
    /// About the same as histogram(), from samples: of each column the first events of four parts of it, and how dense they lie.
    /// What it reads is bounded, however many there are.
    Result<std::vector<SeverityCounts>> sampledHistogram(storage::Transaction& transaction, UtcTime start,
                                                         std::chrono::microseconds width, int columns) const;
    /// ` ORDER BY ... DESC LIMIT most` behind addSource: the newest of them.
    void addNewest(SqlText& sql, std::int64_t most) const;
    /// What `FROM ... WHERE` selects the rows `e`; for statements of the reports.
    void addSource(SqlText& sql) const;

private:
    Result<void> chooseDriver(storage::Transaction& transaction);
    void addPeriod(SqlText& sql, std::string_view time) const;
    bool byTime() const { return m_since || m_until; }

    std::vector<Restriction> m_restrictions;
    std::optional<UtcTime> m_since, m_until;
    std::int64_t m_lastSequence = 0;
    std::optional<std::size_t> m_driver;  ///< whose candidates are looked up
    std::optional<std::size_t> m_ordered; ///< whose index is read in order
};

} // namespace sallyport::audit
