#include "backend/records/record_list_sql.h"

#include "backend/base/time_format.h"
#include "backend/storage/search_pattern.h"

#include <array>
#include <charconv>
#include <string_view>

namespace sallyport::records {

namespace {

/// In the order of RecordQuery::Sort; each leads an index.
constexpr std::array<std::string_view, 5> sortColumns{"title_key", "department_key", "secrecy", "created_at", "changed_at"};

std::string_view sortColumn(const RecordQuery& query) noexcept
{
    return sortColumns[static_cast<std::size_t>(query.sort)];
}

/// The records with these names for what may be asked for. As expressions they are in no index that a condition could begin with,
/// so that the order's own is walked, which has them all.
void addWalk(storage::SqlText& sql, const RecordQuery& query)
{
    sql.add("(SELECT r.id AS id, r.owner_id || '' AS owner_id, r.department || '' AS department, r.classification || '' AS "
            "classification, r.created_at + 0 AS created_at, r.changed_at + 0 AS changed_at, r.title_key || '' AS title_key, r.")
        .add(sortColumn(query))
        .add(" AS place FROM records r) f");
}

/// The same, for conditions to begin with their indexes. The usual order stands in these, too; another one is hidden, so that its
/// index isn't walked for a few matches, and so is the usual one from a search, which no index but that of titles can answer.
void addCollection(storage::SqlText& sql, const RecordQuery& query)
{
    const bool hidden = query.sort != RecordQuery::Sort::Changed || !query.text.empty();
    sql.add("(SELECT r.id AS id, r.owner_id AS owner_id, r.department AS department, r.classification AS classification, "
            "r.created_at AS created_at, r.changed_at AS changed_at, r.title_key AS title_key, r.")
        .add(sortColumn(query))
        .add(!hidden                     ? ""
             : sortsByNumber(query.sort) ? " + 0"
                                         : " || ''")
        .add(" AS place FROM records r) f");
}

/// Each condition begins with AND.
void addConditions(storage::SqlText& sql, const RecordQuery& query, const access::Scope& scope, UtcTime now)
{
    if (!query.text.empty())
        sql.add(" AND f.title_key LIKE ").bind(storage::searchPattern(query.text)).add(" ESCAPE '\\'");
    if (query.department)
        sql.add(" AND f.department = ").bind(*query.department);
    if (query.classification)
        sql.add(" AND f.classification = ").bind(std::string(classificationWord(*query.classification)));
    if (query.owner)
        sql.add(" AND f.owner_id = ").bind(query.owner->text());
    if (query.changedDays)
        sql.add(" AND f.changed_at >= ").bind(toMicros(now - std::chrono::days(*query.changedDays)));
    scope.narrow(sql, "f");
}

void addRange(storage::SqlText& sql, const RecordQuery& query, const storage::PageCursor& after)
{
    sql.add(" AND (f.place, f.id) ").add(query.descending ? "<" : ">").add(" (");
    if (sortsByNumber(query.sort)) {
        std::int64_t number = 0;
        std::from_chars(after.place.data(), after.place.data() + after.place.size(), number);
        sql.bind(number);
    } else {
        sql.bind(after.place);
    }
    sql.add(", ").bind(after.id).add(")");
}

} // namespace

bool sortsByNumber(RecordQuery::Sort sort) noexcept
{
    return sort != RecordQuery::Sort::Title && sort != RecordQuery::Sort::Department;
}

storage::SqlText candidatesSql(const RecordQuery& query, const access::Scope& scope, FindBy findBy, UtcTime now,
                               const storage::PageCursor& after, std::int64_t most, std::uint64_t skipped)
{
    const std::string_view direction = query.descending ? " DESC" : "";
    storage::SqlText sql;
    sql.add("SELECT ").add(columnsFor(scope).text()).add(" FROM ");
    if (findBy == FindBy::Order)
        addWalk(sql, query);
    else
        addCollection(sql, query);
    sql.add(" WHERE 1 = 1");
    if (!after.id.empty())
        addRange(sql, query, after);
    addConditions(sql, query, scope, now);
    sql.add(" ORDER BY f.place").add(direction).add(", f.id").add(direction);
    if (most > 0)
        sql.add(" LIMIT ").bind(most).add(" OFFSET ").bind(static_cast<std::int64_t>(skipped));
    return sql;
}

storage::SqlText countSql(const RecordQuery& query, const access::Scope& scope, std::int64_t most, UtcTime now)
{
    storage::SqlText sql;
    sql.add("SELECT COUNT(*) FROM (SELECT 1 FROM records f WHERE 1 = 1");
    addConditions(sql, query, scope, now);
    sql.add(" LIMIT ").bind(most).add(") c");
    return sql;
}

} // namespace sallyport::records
