#include "backend/records/record_list.h"

#include "backend/base/limits.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/limits.h"
#include "backend/records/list_query.h"
#include "backend/records/record_limits.h"
#include "backend/records/record_list_sql.h"
#include "backend/records/record_rows.h"
#include "backend/storage/page_cursor.h"

#include <charconv>
#include <map>
#include <vector>

namespace sallyport::records {

namespace {

/// So few matches are collected, which costs a look at the row of each, and sorted. Of more, a walk along the order's index,
/// which has all that is asked for and costs a hundredth a row, meets enough for a page soon.
constexpr std::int64_t collectAtMost = 1'000;
constexpr std::size_t idLength = 26;

Result<storage::PageCursor> readCursor(const RecordQuery& query)
{
    if (query.cursor.empty())
        return storage::PageCursor();
    SALLYPORT_ASSIGN(storage::PageCursor cursor, storage::decodeCursor(query.cursor, storage::sortLetter(query), idLength));
    std::int64_t number = 0;
    const char* end = cursor.place.data() + cursor.place.size();
    const bool numeric = std::from_chars(cursor.place.data(), end, number).ptr == end && !cursor.place.empty();
    if (!isIdText(cursor.id) || (sortsByNumber(query.sort) && !numeric) || !codePointCount(cursor.place))
        return storage::notACursor();
    return cursor;
}

Result<void> checkQuery(const RecordQuery& query)
{
    SALLYPORT_TRY(checkListQuery(query));
    if (query.changedDays && (*query.changedDays < 1 || *query.changedDays > changedDaysLimit))
        return makeError(ErrorCode::InvalidArgument, "changed_days must be 1..3650.");
    return {};
}

access::Resource candidateOf(const storage::Row<CandidateColumn>& row)
{
    access::Resource resource;
    resource.id = row.text(CandidateColumn::Id);
    if (!row.isNull(CandidateColumn::OwnerId))
        resource.ownerId = row.text(CandidateColumn::OwnerId);
    if (!row.isNull(CandidateColumn::Department))
        resource.department = row.text(CandidateColumn::Department);
    resource.classification = row.text(CandidateColumn::Classification);
    resource.createdAt = row.time(CandidateColumn::CreatedAt);
    resource.changedAt = row.time(CandidateColumn::ChangedAt);
    return resource;
}

bool isNarrowed(const RecordQuery& query, const access::Scope& scope)
{
    storage::SqlText text;
    scope.narrow(text, "f");
    return !text.text().empty() || !scope.exact() || !query.text.empty() || query.department || query.classification ||
           query.owner || query.changedDays;
}

/// The ids of a page in their order, and where the next one begins.
struct Chosen {
    std::vector<std::string> ids;
    std::string nextCursor;
};

Result<Chosen> choose(storage::Transaction& transaction, const RecordQuery& query, const access::Scope& scope, FindBy findBy,
                      UtcTime now, const storage::PageCursor& after)
{
    const bool exact = scope.exact();
    const std::uint64_t skipped = query.cursor.empty() ? query.offset : 0;
    // One more tells whether there is another page. What has to be asked row by row is read until that many were found.
    const std::int64_t most = exact ? std::int64_t{query.limit} + 1 : 0;
    SALLYPORT_ASSIGN(
        auto rows,
        candidatesSql(query, scope, findBy, now, after, most, exact ? skipped : 0).prepare(transaction, columnsFor(scope)));
    std::uint64_t toSkip = exact ? 0 : skipped;
    Chosen chosen;
    storage::PageCursor last;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return chosen;
        const auto row = rows.row();
        if (!exact && !scope.admits(candidateOf(row)))
            continue;
        if (toSkip > 0) {
            --toSkip;
            continue;
        }
        if (chosen.ids.size() == query.limit) {
            chosen.nextCursor = storage::encodeCursor(storage::sortLetter(query), last);
            return chosen;
        }
        last = {row.text(CandidateColumn::Id), row.text(CandidateColumn::Place)};
        chosen.ids.push_back(last.id);
    }
}

Result<std::vector<Record>> readAll(storage::Transaction& transaction, const std::vector<std::string>& ids, bool bodies)
{
    std::map<std::string, Record> byId;
    const auto& columns = bodies ? recordColumns : lineColumns;
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const std::string> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(columns.text()).add(" FROM records u WHERE u.id IN ").bindList(some);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, columns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                return {};
            Record record = rows::readRecord(rows.row());
            std::string id = record.id.text();
            byId.emplace(std::move(id), std::move(record));
        }
    }));
    std::vector<Record> records;
    records.reserve(ids.size());
    for (const std::string& id : ids) {
        if (const auto found = byId.find(id); found != byId.end())
            records.push_back(std::move(found->second));
    }
    SALLYPORT_TRY(rows::complete(transaction, records));
    return records;
}

} // namespace

Result<RecordList::Total> RecordList::countAll(storage::Transaction& transaction, const RecordQuery& query,
                                               const access::Scope& scope, std::int64_t countTo, UtcTime now)
{
    Total total;
    if (scope.exact()) {
        SALLYPORT_ASSIGN(auto row, countSql(query, scope, countTo + 1, now).prepare(transaction));
        SALLYPORT_TRY(row.step());
        total.count = row.integer();
    } else {
        SALLYPORT_ASSIGN(auto rows,
                         candidatesSql(query, scope, FindBy::Order, now, {}, 0, 0).prepare(transaction, candidateColumns));
        while (total.count <= countTo) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            total.count += scope.admits(candidateOf(rows.row())) ? 1 : 0;
        }
    }
    if (total.count > countTo)
        total = {countTo, true};
    return total;
}

Result<RecordPage> RecordList::page(const RecordQuery& query, const access::Scope& scope, std::int64_t countTo)
{
    SALLYPORT_TRY(checkQuery(query));
    SALLYPORT_ASSIGN(const storage::PageCursor after, readCursor(query));
    // Whole hours, so that a list doesn't change while it is paged through.
    const UtcTime now = std::chrono::floor<std::chrono::hours>(m_clock.now());
    const std::uint64_t epoch = m_epoch.load(); // before the snapshot, so never newer than it
    const bool narrowed = isNarrowed(query, scope);
    // What isn't SQL may depend on anything: such a count is of this moment only.
    const std::string key = scope.exact() ? countSql(query, scope, countTo, now).key() : std::string();
    return m_store.read([&](storage::Transaction& transaction) -> Result<RecordPage> {
        Total total;
        if (const auto known = key.empty() ? std::nullopt : m_totals.find(key); known && known->first == epoch) {
            total = known->second;
        } else {
            SALLYPORT_ASSIGN(total, countAll(transaction, query, scope, countTo, now));
            if (!key.empty())
                m_totals.put(key, {epoch, total});
        }
        const bool collect = narrowed && scope.exact() && !total.about && total.count <= collectAtMost;
        SALLYPORT_ASSIGN(const Chosen chosen,
                         choose(transaction, query, scope, collect ? FindBy::Matches : FindBy::Order, now, after));
        RecordPage page;
        SALLYPORT_ASSIGN(page.records, readAll(transaction, chosen.ids, query.bodies));
        page.nextCursor = chosen.nextCursor;
        page.total = total.count;
        page.about = total.about;
        return page;
    });
}

} // namespace sallyport::records
