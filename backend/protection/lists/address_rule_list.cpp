#include "backend/base/utf8.h"
#include "backend/protection/lists/address_rule_rows.h"
#include "backend/protection/lists/rule_columns.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <charconv>

namespace sallyport::protection::rows {
namespace {

using Sort = AddressRuleQuery::Sort;
using storage::SqlText;

constexpr std::size_t idLength = 26;
constexpr std::uint32_t pageMost = 200;

constexpr std::string_view columnOf(Sort sort) noexcept
{
    switch (sort) {
    case Sort::Address: return "r.first_address";
    case Sort::Expires: return "r.ends_at";
    case Sort::Hits: return "r.hits";
    case Sort::LastHit: return "r.last_hit";
    case Sort::Created: break;
    }
    return "r.created_at";
}

void conditions(SqlText& sql, const AddressRuleQuery& query, UtcTime now)
{
    sql.add(" FROM address_rules r WHERE r.ends_at > ").bind(toMicros(now));
    if (query.action)
        sql.add(" AND r.action = ").bind(std::string(actionWord(*query.action)));
    if (query.byScore)
        sql.add(" AND r.by_score = ").bind(std::int64_t{*query.byScore ? 1 : 0});
    if (query.text.empty())
        return;
    sql.add(" AND (r.search LIKE ").bind(storage::searchPattern(query.text)).add(" ESCAPE '\\'");
    if (const auto range = AddressRange::parse(query.text)) {
        sql.add(" OR (r.first_address <= ").bind(range->firstKey());
        sql.add(" AND r.last_address >= ").bind(range->lastKey()).add(")");
    }
    sql.add(")");
}

SqlText::Value placeValue(Sort sort, const std::string& place)
{
    if (sort == Sort::Address)
        return place;
    std::int64_t number = 0;
    std::from_chars(place.data(), place.data() + place.size(), number);
    return number;
}

Result<void> checkCursor(const AddressRuleQuery& query, const storage::PageCursor& cursor)
{
    std::int64_t number = 0;
    const char* end = cursor.place.data() + cursor.place.size();
    const bool numeric = std::from_chars(cursor.place.data(), end, number).ptr == end && !cursor.place.empty();
    if (!isIdText(cursor.id) || (query.sort != Sort::Address && !numeric) || !codePointCount(cursor.place))
        return storage::notACursor();
    return {};
}

} // namespace

Result<AddressRulePage> page(storage::Transaction& transaction, const AddressRuleQuery& query, UtcTime now)
{
    if (query.limit < 1 || query.limit > pageMost)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    storage::PageCursor after;
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(after, storage::decodeCursor(query.cursor, storage::sortLetter(query), idLength));
        SALLYPORT_TRY(checkCursor(query, after));
    }
    AddressRulePage page;
    SqlText count;
    count.add("SELECT count(*)");
    conditions(count, query, now);
    SALLYPORT_ASSIGN(auto counted, count.prepare(transaction));
    SALLYPORT_TRY(counted.step());
    page.total = counted.integer();

    const std::string_view place = columnOf(query.sort), direction = query.descending ? " DESC" : " ASC";
    SqlText sql;
    sql.add("SELECT ").add(ruleColumns.text()).add(", ").add(place);
    conditions(sql, query, now);
    if (!query.cursor.empty()) {
        sql.add(" AND (").add(place).add(query.descending ? " < " : " > ").bind(placeValue(query.sort, after.place));
        sql.add(" OR (").add(place).add(" = ").bind(placeValue(query.sort, after.place));
        sql.add(" AND r.id").add(query.descending ? " < " : " > ").bind(after.id).add("))");
    }
    sql.add(" ORDER BY ").add(place).add(direction).add(", r.id").add(direction);
    sql.add(" LIMIT ").bind(std::int64_t{query.limit} + 1);
    if (query.cursor.empty() && query.offset > 0)
        sql.add(" OFFSET ").bind(static_cast<std::int64_t>(query.offset));
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, ruleColumns));
    std::string lastPlace;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return page;
        if (page.rules.size() == query.limit) {
            page.nextCursor = storage::encodeCursor(storage::sortLetter(query), {page.rules.back().id.text(), lastPlace});
            return page;
        }
        lastPlace = rows.row().textBeside();
        page.rules.push_back(readRule(rows.row()).rule);
    }
}

Result<std::vector<AddressRuleId>> found(storage::Transaction& transaction, const AddressRuleQuery& query, UtcTime now)
{
    SqlText sql;
    sql.add("SELECT r.id");
    conditions(sql, query, now);
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction));
    std::vector<AddressRuleId> ids;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, rows.step());
        if (!another)
            return ids;
        ids.emplace_back(rows.text());
    }
}

} // namespace sallyport::protection::rows
