#include "backend/audit/chain/period_check.h"

#include "backend/storage/columns.h"
#include "backend/storage/sql_text.h"

namespace sallyport::audit {
namespace {

enum class BoundsColumn { First, Last, End };
constexpr storage::Columns<BoundsColumn> boundsColumns{
    {{BoundsColumn::First, "MIN(e.sequence)"}, {BoundsColumn::Last, "MAX(e.sequence)"}}};

/// Of all that came before: each is looked up at its end of an index, where both in one question would read every entry.
constexpr storage::Columns<BoundsColumn> endsColumns{
    {{BoundsColumn::First, "(SELECT MIN(e.sequence) FROM events e WHERE e.sequence <= $1)"},
     {BoundsColumn::Last, "(SELECT MAX(e.sequence) FROM events e WHERE e.sequence <= $1)"}}};
constexpr auto ends = storage::select(endsColumns, "FROM (SELECT 1) AS one");

/// Up to so many events, some seconds' work, a report of a period looks at all of the journal: whoever asks for one hour hears of
/// what is wrong in another.
constexpr std::int64_t wholeMost = 200'000;

} // namespace

Result<PeriodBounds> periodBounds(storage::Transaction& transaction, std::optional<UtcTime> since, std::optional<UtcTime> until,
                                  std::int64_t end)
{
    PeriodBounds bounds;
    bounds.end = end;
    bounds.whole = (!since && !until) || end <= wholeMost;
    const auto take = [&bounds](const storage::Row<BoundsColumn>& row) {
        bounds.first = row.integer(BoundsColumn::First);
        bounds.last = row.integer(BoundsColumn::Last);
    };
    if (!since && !until) {
        SALLYPORT_ASSIGN(auto row, transaction.prepare(ends));
        SALLYPORT_ASSIGN(const bool found, row.bind(1, end).step());
        if (found)
            take(row.row());
        return bounds;
    }
    storage::SqlText sql;
    sql.add("SELECT ").add(boundsColumns.text()).add(" FROM events e WHERE e.sequence <= ").bind(end);
    if (since)
        sql.add(" AND e.time >= ").bind(std::int64_t{since->time_since_epoch().count()});
    if (until)
        sql.add(" AND e.time < ").bind(std::int64_t{until->time_since_epoch().count()});
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, boundsColumns));
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (found)
        take(rows.row());
    return bounds;
}

Result<ChainReport> checkPeriod(Journal& journal, const PeriodBounds& bounds, const Progress& progress)
{
    // Without a period it's the whole chain, and then the anchor can tell whether its end is there. A period without
    // events has its first one nowhere.
    const std::int64_t first = bounds.first > 0 ? bounds.first : bounds.end + 1;
    const std::int64_t last = bounds.first > 0 ? bounds.last : bounds.end;
    SALLYPORT_ASSIGN(ChainReport chain, bounds.whole ? journal.verify(progress) : journal.verifyRange(first, last, progress));
    if (const auto damage = journal.damage(); damage && chain.intact) {
        chain.intact = false;
        chain.firstBad = damage->anchored > damage->found ? damage->found + 1 : damage->found;
        const bool ofAnchor = damage->problem == ChainProblem::Earlier || problemInfo(damage->problem).of == ProblemOf::Anchor;
        chain.problem = ofAnchor ? ChainProblem::AnchorDamaged : damage->problem;
    }
    if (chain.head.sequence == 0)
        chain.head = journal.head();
    return chain;
}

} // namespace sallyport::audit
