#include "backend/retention/due_events.h"

#include "backend/audit/event_selection.h"
#include "backend/audit/event_table.h"
#include "backend/retention/event_sizes.h"
#include "backend/storage/columns.h"

#include <algorithm>

namespace sallyport::retention {
namespace {

/// The newest one always stays: the chain goes on from it.
enum class DueColumn { Count, Oldest, Newest, End };
constexpr storage::Columns<DueColumn> dueColumns{
    {{DueColumn::Count, "COUNT(*)"}, {DueColumn::Oldest, "MIN(e.time)"}, {DueColumn::Newest, "MAX(e.time)"}}};

Result<std::vector<std::string>> storedKinds(storage::Transaction& transaction)
{
    std::vector<std::string> kinds;
    std::string last;
    for (;;) {
        SALLYPORT_ASSIGN(auto next, transaction.prepare("SELECT MIN(kind) FROM events WHERE kind > $1"));
        SALLYPORT_ASSIGN(const bool row, next.bind(1, last).step());
        if (!row || next.isNull())
            return kinds;
        std::string kind = next.text();
        if (kind <= last) // what somebody has put there as bytes is greater than any text
            return kinds;
        last = std::move(kind);
        kinds.push_back(last);
    }
}

/// Where the events begin that fit into the cap; nothing younger than a week lies before it.
Result<std::int64_t> capBound(storage::Transaction& transaction, std::int64_t most, UtcTime deletable, std::int64_t head)
{
    if (most == 0)
        return 0;
    SALLYPORT_ASSIGN(auto count, transaction.prepare("SELECT COUNT(*) FROM events"));
    SALLYPORT_ASSIGN(const bool counted, count.step());
    const std::int64_t over = counted ? count.integer() - most : 0;
    if (over <= 0)
        return 0;
    SALLYPORT_ASSIGN(auto place, transaction.prepare("SELECT sequence FROM events ORDER BY sequence LIMIT 1 OFFSET $1"));
    SALLYPORT_ASSIGN(const bool there, place.bind(1, over).step());
    SALLYPORT_ASSIGN(const std::int64_t spared, firstSpared(transaction, deletable));
    return std::min(there ? place.integer() : head, spared);
}

/// The first of these that isn't due.
Result<std::optional<std::int64_t>> firstKept(storage::Transaction& transaction, const std::string& kind, UtcTime before,
                                              std::int64_t countBelow)
{
    SALLYPORT_ASSIGN(auto first, transaction.prepare("SELECT sequence FROM events WHERE kind = $1 AND sequence >= $2 AND "
                                                     "+time >= $3 ORDER BY sequence LIMIT 1"));
    SALLYPORT_ASSIGN(const bool row, first.bind(1, kind).bind(2, countBelow).bind(3, before).step());
    return row ? std::optional(first.integer()) : std::optional<std::int64_t>();
}

void addDue(storage::SqlText& sql, const DueBounds& bounds, const DueBounds::Kind& kind)
{
    sql.add(" FROM events e WHERE e.kind = ").bind(kind.word).add(" AND e.sequence < ").bind(kind.below);
    sql.add(" AND (+e.time < ").bind(toMicros(kind.before)).add(" OR e.sequence < ").bind(bounds.countBelow).add(")");
}

} // namespace

Result<std::int64_t> firstFrom(storage::Transaction& transaction, UtcTime time, std::int64_t otherwise)
{
    SALLYPORT_ASSIGN(auto first,
                     transaction.prepare("SELECT sequence FROM events WHERE time >= $1 ORDER BY time, sequence LIMIT 1"));
    SALLYPORT_ASSIGN(const bool row, first.bind(1, time).step());
    return row ? first.integer() : otherwise;
}

Result<std::int64_t> firstSpared(storage::Transaction& transaction, UtcTime deletable)
{
    SALLYPORT_ASSIGN(const audit::TableHead head, audit::readHead(transaction));
    return firstFrom(transaction, deletable - std::chrono::hours(24) * capSparesDays, head.sequence);
}

Result<DueBounds> findBounds(storage::Transaction& transaction, const Plan& plan, std::int64_t days, UtcTime deletable)
{
    DueBounds bounds;
    if (deletable == UtcTime{}) {
        bounds.waitsForClock = true;
        bounds.keepFrom = 0;
        return bounds;
    }
    const auto cutOff = [&](std::int64_t kept) { return deletable - std::chrono::hours(24 * kept); };
    bounds.before = cutOff(days);
    SALLYPORT_ASSIGN(const audit::TableHead head, audit::readHead(transaction));
    SALLYPORT_ASSIGN(bounds.countBelow, capBound(transaction, plan.mostEvents, deletable, head.sequence));
    SALLYPORT_ASSIGN(const std::vector<std::string> kinds, storedKinds(transaction));
    for (const std::string& word : kinds) {
        const std::int64_t kept = daysOf(word, days, plan.kinds);
        DueBounds::Kind kind{word, cutOff(kept), 0};
        SALLYPORT_ASSIGN(const std::int64_t first, firstFrom(transaction, kind.before, head.sequence));
        kind.below = std::min(head.sequence, std::max(first, bounds.countBelow));
        bounds.kinds.push_back(std::move(kind));
        if (kept > days) {
            SALLYPORT_ASSIGN(const auto keeps, firstKept(transaction, word, cutOff(kept), bounds.countBelow));
            bounds.keepFrom = std::min(bounds.keepFrom, keeps.value_or(bounds.keepFrom));
        }
    }
    for (const ReadyHold& hold : plan.holds) {
        // By time where the hold has a period: the first that it finds there may not be its first in the journal.
        audit::EventQuery query = hold.query;
        query.since.reset();
        query.until.reset();
        SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
        SALLYPORT_ASSIGN(const auto rows, selection.page(transaction, 1, {}, true));
        if (!rows.events.empty())
            bounds.keepFrom = std::min(bounds.keepFrom, rows.events.front().sequence);
    }
    return bounds;
}

Result<std::vector<std::int64_t>> dueOf(storage::Transaction& transaction, const Plan& plan, const DueBounds& bounds,
                                        const DueBounds::Kind& kind, std::int64_t after, std::int64_t most)
{
    storage::SqlText sql;
    sql.add("SELECT e.sequence");
    addDue(sql, bounds, kind);
    sql.add(" AND e.sequence > ").bind(after);
    addNotHeld(sql, plan.holds);
    sql.add(" ORDER BY e.sequence LIMIT ").bind(most);
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction));
    std::vector<std::int64_t> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        found.push_back(rows.integer());
    }
}

Result<DueEvents> countDue(storage::Transaction& transaction, const Plan& plan, const DueBounds& bounds)
{
    DueEvents due;
    due.waitsForClock = bounds.waitsForClock;
    if (plan.mostBytes > 0) {
        SALLYPORT_ASSIGN(const StoredSize size, storedSize(transaction));
        due.overBytes = std::max<std::int64_t>(0, size.bytes - plan.mostBytes);
    }
    for (const DueBounds::Kind& kind : bounds.kinds) {
        const auto count = [&](bool unheld) -> Result<std::int64_t> {
            storage::SqlText sql;
            sql.add("SELECT ").add(dueColumns.text());
            addDue(sql, bounds, kind);
            if (unheld)
                addNotHeld(sql, plan.holds);
            SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, dueColumns));
            SALLYPORT_ASSIGN(const bool there, rows.step());
            if (!there)
                return 0;
            const auto row = rows.row();
            const std::int64_t events = row.integer(DueColumn::Count);
            if (unheld && events > 0) {
                const UtcTime oldest = row.time(DueColumn::Oldest), newest = row.time(DueColumn::Newest);
                due.oldest = std::min(due.oldest.value_or(oldest), oldest);
                due.newest = std::max(due.newest.value_or(newest), newest);
            }
            return events;
        };
        SALLYPORT_ASSIGN(const std::int64_t free, count(true));
        std::int64_t all = free;
        if (!plan.holds.empty()) {
            SALLYPORT_ASSIGN(all, count(false));
        }
        due.held += all - free;
        due.events += free;
        if (free > 0)
            due.kinds.emplace_back(kind.word, free);
    }
    std::ranges::stable_sort(due.kinds, [](const auto& a, const auto& b) { return a.second > b.second; });
    return due;
}

} // namespace sallyport::retention
