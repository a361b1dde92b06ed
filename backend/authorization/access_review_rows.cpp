#include "backend/authorization/access_review_rows.h"

#include "backend/base/utf8.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/api_keys/key_text.h"
#include "backend/identity/core/email_address.h"
#include "backend/storage/columns.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string_view>

namespace sallyport::authorization::rows {

namespace {

using storage::SqlText;

/// Where what is held comes from; in this order it stands below one holder.
enum class From : std::int64_t { UserRoles, AccountRoles, UserKeys, AccountKeys };
constexpr std::array allSources{From::UserRoles, From::AccountRoles, From::UserKeys, From::AccountKeys};

constexpr bool isKey(From from)
{
    return from == From::UserKeys || from == From::AccountKeys;
}
constexpr bool isService(From from)
{
    return from == From::AccountRoles || from == From::AccountKeys;
}
constexpr std::size_t at(From from)
{
    return static_cast<std::size_t>(from);
}

// The holder is `h` everywhere, a role that somebody has `r`, a key `k`.
constexpr std::array<std::string_view, 4> tables{
    "user_roles r JOIN users h ON h.id = r.user_id", "service_account_roles r JOIN service_accounts h ON h.id = r.account_id",
    "api_keys k JOIN users h ON h.id = k.user_id", "api_keys k JOIN service_accounts h ON h.id = k.service_account_id"};
constexpr std::array<std::string_view, 4> items{"r.role", "r.role", "k.id", "k.id"};

// What a row is sorted by. The holder's activity is that of sessions or of keys, whichever is later.
#define KEY_OF_USER "(SELECT MAX(x.last_used_at) FROM api_keys x WHERE x.user_id = h.id)"
#define KEY_OF_ACCOUNT "(SELECT MAX(x.last_used_at) FROM api_keys x WHERE x.service_account_id = h.id)"
#define SEEN_HERE "CASE WHEN h.last_sign_in_at > 0 THEN h.active_at ELSE 0 END"
constexpr std::array<std::array<std::string_view, 4>, 5> places{{
    {"h.name_key", "h.name_key", "h.name_key", "h.name_key"},
    {"r.role", "r.role", "k.name", "k.name"},
    {"r.assigned_at", "r.assigned_at", "k.created_at", "k.created_at"},
    {"COALESCE(r.expires_at, 9223372036854775807)", "CAST(9223372036854775807 AS BIGINT)", "k.expires_at", "k.expires_at"},
    {"CASE WHEN COALESCE(" KEY_OF_USER ", 0) > " SEEN_HERE " THEN " KEY_OF_USER " ELSE " SEEN_HERE " END",
     "COALESCE(" KEY_OF_ACCOUNT ", 0)", "k.last_used_at", "k.last_used_at"},
}};

std::string_view placeOf(const AccessReviewQuery& query, From from)
{
    return places[static_cast<std::size_t>(query.sort)][at(from)];
}

bool sortsByText(const AccessReviewQuery& query)
{
    return query.sort == AccessReviewQuery::Sort::Holder || query.sort == AccessReviewQuery::Sort::Access;
}

enum class KeyColumn { From, Holder, Item, End };
constexpr std::array<storage::Columns<KeyColumn>, 4> keys{{
    {{{KeyColumn::From, "0 AS source"}, {KeyColumn::Holder, "h.id AS holder"}, {KeyColumn::Item, "r.role AS item"}}},
    {{{KeyColumn::From, "1 AS source"}, {KeyColumn::Holder, "h.id AS holder"}, {KeyColumn::Item, "r.role AS item"}}},
    {{{KeyColumn::From, "2 AS source"}, {KeyColumn::Holder, "h.id AS holder"}, {KeyColumn::Item, "k.id AS item"}}},
    {{{KeyColumn::From, "3 AS source"}, {KeyColumn::Holder, "h.id AS holder"}, {KeyColumn::Item, "k.id AS item"}}},
}};
constexpr storage::Columns<KeyColumn> foundKeys{
    {{KeyColumn::From, "source"}, {KeyColumn::Holder, "holder"}, {KeyColumn::Item, "item"}}};

/// The place of a row in the order.
struct Place {
    From from{};
    std::string holder, item, place;
};

/// Which of them the query asks for at all.
bool asksFor(From from, const AccessReviewQuery& query, const ReviewGiven& given)
{
    if (query.kind && isKey(from) != (*query.kind == HeldAccess::Kind::Key))
        return false;
    if (query.service && isService(from) != *query.service)
        return false;
    if ((isKey(from) && !given.withKeys) || (isService(from) && !given.withAccounts))
        return false;
    if (given.roles && isKey(from))
        return false; // a key is no role
    const bool nobody = (given.giving && given.giving->empty()) || (given.roles && given.roles->empty());
    // Only the roles of users end.
    return !nobody && !(query.endsDays && from == From::AccountRoles);
}

void addText(SqlText& sql, From from, const AccessReviewQuery& query, const ReviewGiven& given)
{
    const std::string pattern = sql.parameter(storage::searchPattern(query.text));
    const auto like = [&](std::string_view what) { sql.add(what).add(" LIKE ").add(pattern).add(" ESCAPE '\\'"); };
    like(" AND (h.name_key");
    if (!isService(from))
        like(" OR h.email_key");
    if (isKey(from))
        like(" OR search_key(k.name || ' spk_' || k.id)");
    else if (!given.named.empty())
        sql.add(" OR r.role IN ").bindList(given.named);
    sql.add(")");
}

void addUnused(SqlText& sql, From from, const ReviewGiven& given)
{
    const std::string since = sql.parameter(toMicros(given.unusedSince));
    const auto before = [&](std::string_view what) { sql.add(what).add(" <= ").add(since); };
    if (isKey(from)) {
        before(" AND k.created_at");
        before(" AND COALESCE(k.rotated_at, 0)");
        before(" AND k.last_used_at");
        return;
    }
    before(" AND r.assigned_at");
    before(isService(from) ? " AND h.created_at" : " AND h.active_at");
    sql.add(isService(from) ? " AND NOT EXISTS (SELECT 1 FROM api_keys x WHERE x.service_account_id = h.id AND x.last_used_at > "
                            : " AND NOT EXISTS (SELECT 1 FROM api_keys x WHERE x.user_id = h.id AND x.last_used_at > ");
    sql.add(since).add(")");
}

/// A key gives what its scopes name and its holder has.
void addPermission(SqlText& sql, From from, const AccessReviewQuery& query, const ReviewGiven& given)
{
    if (!isKey(from)) {
        sql.add(" AND r.role IN ").bindList(*given.giving);
        return;
    }
    const std::string word(access::info(*query.permission).word);
    sql.add(" AND ' ' || k.scopes || ' ' LIKE ").bind(storage::searchPattern(' ' + word + ' ')).add(" ESCAPE '\\'");
    if (isService(from)) {
        sql.add(" AND EXISTS (SELECT 1 FROM service_account_roles o WHERE o.account_id = h.id AND o.role IN ");
        sql.bindList(*given.giving).add(")");
        return;
    }
    sql.add(" AND EXISTS (SELECT 1 FROM user_roles o WHERE o.user_id = h.id AND o.role IN ").bindList(*given.giving);
    sql.add(" AND (o.expires_at IS NULL OR o.expires_at > ").bind(toMicros(given.now)).add("))");
}

/// Behind a condition that holds.
void addFilter(SqlText& sql, From from, const AccessReviewQuery& query, const ReviewGiven& given)
{
    if (isKey(from))
        sql.add(" AND k.revoked_at IS NULL AND k.expires_at > ").bind(toMicros(given.now));
    else if (from == From::UserRoles)
        sql.add(" AND (r.expires_at IS NULL OR r.expires_at > ").bind(toMicros(given.now)).add(")");
    if (!query.holder.empty())
        sql.add(" AND h.id = ").bind(query.holder);
    if (given.roles)
        sql.add(" AND r.role IN ").bindList(*given.roles);
    if (given.giving)
        addPermission(sql, from, query, given);
    if (query.endsDays)
        sql.add(isKey(from) ? " AND k.expires_at <= " : " AND r.expires_at <= ")
            .bind(toMicros(given.now + std::chrono::days(*query.endsDays)));
    if (query.unusedDays)
        addUnused(sql, from, given);
    if (!query.text.empty())
        addText(sql, from, query, given);
}

/// What stands behind `after` in the order, of one source.
void addRange(SqlText& sql, From from, const AccessReviewQuery& query, const Place& after)
{
    const std::string_view way = query.descending ? " <" : " >";
    const std::string_view place = placeOf(query, from);
    const bool same = from == after.from;
    const bool later = query.descending ? from < after.from : from > after.from; // below one holder
    std::string value;
    if (sortsByText(query)) {
        value = sql.parameter(after.place);
    } else {
        std::int64_t number = 0;
        std::from_chars(after.place.data(), after.place.data() + after.place.size(), number);
        value = sql.parameter(number);
    }
    // Once more, so that an index begins there.
    sql.add(" AND ").add(place).add(way).add("= ").add(value);
    sql.add(" AND (").add(place).add(", h.id");
    if (same)
        sql.add(", ").add(items[at(from)]);
    sql.add(")").add(way).add(!same && later ? "= (" : " (").add(value).add(", ").bind(after.holder);
    if (same)
        sql.add(", ").bind(after.item);
    sql.add(")");
}

constexpr std::uint64_t farAway = 2'000;

bool isNarrowedByMore(const AccessReviewQuery& query, const ReviewGiven& given)
{
    return !query.holder.empty() || given.roles || given.giving || query.endsDays || query.unusedDays;
}

/// Whether the roles of users are walked along in their own order, which an index has for each of these.
bool walksAlongRoles(const AccessReviewQuery& query, const ReviewGiven& given)
{
    using Sort = AccessReviewQuery::Sort;
    const bool ordered = query.sort == Sort::Since || query.sort == Sort::Until || query.sort == Sort::Access;
    return ordered && !isNarrowedByMore(query, given) && query.text.empty() && (!query.cursor.empty() || query.offset < farAway);
}

/// Whether the page is found by walking along the names, which an index has: good if many match and it isn't far.
bool walksAlong(const AccessReviewQuery& query, const ReviewGiven& given, std::int64_t matches)
{
    constexpr std::int64_t many = 20'000;
    return query.sort == AccessReviewQuery::Sort::Holder && !isNarrowedByMore(query, given) &&
           (!query.cursor.empty() || query.offset < farAway) && (query.text.empty() || matches > many);
}

/// The places of the page: of each source as many as could be in it, then the first of all these.
SqlText pageSql(const AccessReviewQuery& query, const ReviewGiven& given, const std::vector<From>& asked,
                const std::optional<Place>& after, bool alongNames)
{
    const std::string direction = query.descending ? " DESC" : "";
    const std::int64_t rows = std::int64_t{query.limit} + 1; // one more tells whether there is another page
    const std::int64_t offset = after ? 0 : static_cast<std::int64_t>(query.offset);
    SqlText sql;
    sql.add("SELECT ").add(foundKeys.text()).add(", place FROM (");
    std::string_view between;
    for (const From from : asked) {
        const std::string place(placeOf(query, from));
        sql.add(between).add("SELECT ").add(foundKeys.text()).add(", place FROM (SELECT ").add(keys[at(from)].text());
        sql.add(", ").add(place).add(" AS place FROM ");
        // Along the names, which an index has; where few are looked for, from these.
        const bool along = alongNames && from == From::UserRoles;
        const bool alongRoles = from == From::UserRoles && walksAlongRoles(query, given);
        sql.add(along        ? "users h CROSS JOIN user_roles r WHERE r.user_id = h.id"
                : alongRoles ? "user_roles r CROSS JOIN users h WHERE h.id = r.user_id"
                             : std::string(tables[at(from)]) + " WHERE 1 = 1");
        addFilter(sql, from, query, given);
        if (after)
            addRange(sql, from, query, *after);
        sql.add(" ORDER BY ")
            .add(place)
            .add(direction)
            .add(alongRoles ? ", r.user_id" : ", h.id")
            .add(direction)
            .add(", ")
            .add(items[at(from)])
            .add(direction);
        sql.add(" LIMIT ").bind(rows > std::numeric_limits<std::int64_t>::max() - offset ? rows : rows + offset);
        sql.add(") s").add(std::to_string(at(from)));
        between = " UNION ALL ";
    }
    sql.add(") a ORDER BY place").add(direction).add(", holder").add(direction).add(", source").add(direction);
    sql.add(", item").add(direction).add(" LIMIT ").bind(rows).add(" OFFSET ").bind(offset);
    return sql;
}

Result<std::int64_t> countOf(storage::Transaction& transaction, From from, const AccessReviewQuery& query,
                             const ReviewGiven& given)
{
    SqlText sql;
    // Who has a role is there: roles of nobody go with who had them.
    const bool alone = from == From::UserRoles && query.text.empty() && query.holder.empty() && !query.unusedDays;
    sql.add("SELECT COUNT(*) FROM ").add(alone ? "user_roles r" : tables[at(from)]).add(" WHERE 1 = 1");
    addFilter(sql, from, query, given);
    SALLYPORT_ASSIGN(auto count, sql.prepare(transaction));
    SALLYPORT_TRY(count.step());
    return count.integer();
}

constexpr std::size_t holderIdLength = 26;

/// `0|viewer|ada`: source, item, place.
std::string cursorAt(const AccessReviewQuery& query, const Place& last)
{
    return storage::encodeCursor(storage::sortLetter(query),
                                 {last.holder, std::to_string(at(last.from)) + '|' + last.item + '|' + last.place});
}

Result<Place> readCursor(const AccessReviewQuery& query)
{
    SALLYPORT_ASSIGN(const storage::PageCursor cursor,
                     storage::decodeCursor(query.cursor, storage::sortLetter(query), holderIdLength));
    const std::string& text = cursor.place;
    const std::size_t first = text.find('|'), second = text.find('|', first + 1);
    if (!isIdText(cursor.id) || first != 1 || second == text.npos || text[0] < '0' || text[0] > '3' || !codePointCount(text))
        return storage::notACursor();
    Place place{static_cast<From>(text[0] - '0'), cursor.id, text.substr(first + 1, second - first - 1), text.substr(second + 1)};
    std::int64_t number = 0;
    const char* const end = place.place.data() + place.place.size();
    if (!sortsByText(query) && (place.place.empty() || std::from_chars(place.place.data(), end, number).ptr != end))
        return storage::notACursor();
    return place;
}

enum class Column { Holder, Name, Email, Status, Item, Title, Scopes, Since, By, Until, SeenAt, KeyUsedAt, End };
#define HOLDER_COLUMNS                                                                                                           \
    {Column::Holder, "h.id"},                                                                                                    \
    {                                                                                                                            \
        Column::Name, "h.name"                                                                                                   \
    }
#define ROLE_COLUMNS                                                                                                             \
    {Column::Item, "r.role"}, {Column::Title, "''"}, {Column::Scopes, "''"}, {Column::Since, "r.assigned_at"},                   \
    {                                                                                                                            \
        Column::By, "r.assigned_by"                                                                                              \
    }
#define KEY_COLUMNS                                                                                                              \
    {Column::Item, "k.id"}, {Column::Title, "k.name"}, {Column::Scopes, "k.scopes"}, {Column::Since, "k.created_at"},            \
        {Column::By, "k.created_by"}, {Column::Until, "k.expires_at"}, {Column::SeenAt, "CAST(0 AS BIGINT)"},                    \
    {                                                                                                                            \
        Column::KeyUsedAt, "k.last_used_at"                                                                                      \
    }
#define OF_USER                                                                                                                  \
    {Column::Email, "h.email"},                                                                                                  \
    {                                                                                                                            \
        Column::Status, "h.status"                                                                                               \
    }
#define OF_ACCOUNT                                                                                                               \
    {Column::Email, "''"},                                                                                                       \
    {                                                                                                                            \
        Column::Status, "h.status"                                                                                               \
    }
constexpr std::array<storage::Columns<Column>, 4> columns{{
    {{HOLDER_COLUMNS,
      OF_USER,
      ROLE_COLUMNS,
      {Column::Until, "r.expires_at"},
      {Column::SeenAt, SEEN_HERE},
      {Column::KeyUsedAt, "COALESCE(" KEY_OF_USER ", 0)"}}},
    {{HOLDER_COLUMNS,
      OF_ACCOUNT,
      ROLE_COLUMNS,
      {Column::Until, "CAST(NULL AS BIGINT)"},
      {Column::SeenAt, "CAST(0 AS BIGINT)"},
      {Column::KeyUsedAt, "COALESCE(" KEY_OF_ACCOUNT ", 0)"}}},
    {{HOLDER_COLUMNS, OF_USER, KEY_COLUMNS}},
    {{HOLDER_COLUMNS, OF_ACCOUNT, KEY_COLUMNS}},
}};

std::optional<UtcTime> timeOf(std::int64_t micros)
{
    return micros == 0 ? std::nullopt : std::optional(fromMicros(micros));
}

HeldAccess readHeld(const storage::Row<Column>& row, From from)
{
    HeldAccess held;
    held.kind = isKey(from) ? HeldAccess::Kind::Key : HeldAccess::Kind::Role;
    held.service = isService(from);
    held.holder = UserId(row.text(Column::Holder));
    held.name = row.text(Column::Name);
    held.email = row.text(Column::Email);
    held.status = row.text(Column::Status);
    held.item = row.text(Column::Item);
    held.title = row.text(Column::Title);
    if (isKey(from))
        held.prefix = identity::keyPrefix(KeyId(held.item));
    held.scopes = identity::splitWords(row.text(Column::Scopes));
    held.since = timeOf(row.integer(Column::Since));
    held.by = row.text(Column::By);
    held.until = row.optionalTime(Column::Until);
    held.activeAt = timeOf(std::max(row.integer(Column::SeenAt), row.integer(Column::KeyUsedAt)));
    return held;
}

using Found = std::map<std::pair<std::string, std::string>, HeldAccess>;

/// The rows of one source, by holder and item.
Result<void> readRows(storage::Transaction& transaction, From from, const std::vector<Place>& wanted, Found& found)
{
    return storage::inPortions(wanted, 2, [&](std::span<const Place> some) -> Result<void> {
        SqlText sql;
        sql.add("SELECT ").add(columns[at(from)].text()).add(" FROM ").add(tables[at(from)]);
        if (isKey(from)) {
            std::vector<std::string> ids;
            for (const Place& place : some)
                ids.push_back(place.item);
            sql.add(" WHERE k.id IN ").bindList(ids);
        } else {
            sql.add(isService(from) ? " WHERE (r.account_id, r.role) IN (VALUES " : " WHERE (r.user_id, r.role) IN (VALUES ");
            for (std::string_view lead = "("; const Place& place : some) {
                sql.add(lead).bind(place.holder).add(", ").bind(place.item).add(")");
                lead = ", (";
            }
            sql.add(")");
        }
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, columns[at(from)]));
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return {};
            HeldAccess held = readHeld(rows.row(), from);
            std::pair key(held.holder.text(), held.item);
            found.insert_or_assign(std::move(key), std::move(held));
        }
    });
}

Result<std::vector<Place>> placesOf(storage::Transaction& transaction, const SqlText& sql)
{
    std::vector<Place> found;
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, foundKeys));
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            return found;
        const auto row = rows.row();
        found.push_back({static_cast<From>(row.integer(KeyColumn::From)), row.text(KeyColumn::Holder), row.text(KeyColumn::Item),
                         row.textBeside()});
    }
}

} // namespace

Result<AccessReviewPage> heldAccess(storage::Transaction& transaction, const AccessReviewQuery& query, const ReviewGiven& given,
                                    bool counts)
{
    AccessReviewPage page;
    std::optional<Place> after;
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(after, readCursor(query));
    }
    std::vector<From> asked;
    for (const From from : allSources) {
        if (!asksFor(from, query, given))
            continue;
        asked.push_back(from);
        if (!counts)
            continue;
        SALLYPORT_ASSIGN(const std::int64_t count, countOf(transaction, from, query, given));
        (isKey(from) ? page.keys : isService(from) ? page.accountRoles : page.userRoles) += count;
    }
    page.total = page.userRoles + page.accountRoles + page.keys;
    if (asked.empty())
        return page;
    SALLYPORT_ASSIGN(std::vector<Place> found,
                     placesOf(transaction, pageSql(query, given, asked, after, walksAlong(query, given, page.userRoles))));
    if (found.size() > query.limit) {
        found.resize(query.limit);
        page.nextCursor = cursorAt(query, found.back());
    }
    std::array<std::vector<Place>, allSources.size()> wanted;
    for (const Place& place : found)
        wanted[at(place.from)].push_back(place);
    Found rows;
    for (const From from : asked)
        SALLYPORT_TRY(readRows(transaction, from, wanted[at(from)], rows));
    for (const Place& place : found)
        if (const auto held = rows.find({place.holder, place.item}); held != rows.end())
            page.rows.push_back(std::move(held->second));
    return page;
}

enum class AllowedColumn { Subject, Action, At, End };
constexpr storage::Columns<AllowedColumn> allowedColumns{
    {{AllowedColumn::Subject, "s.id"},
     {AllowedColumn::Action, "a.word"},
     {AllowedColumn::At,
      "(SELECT d.decided_at FROM decisions d WHERE d.subject_id = s.id AND d.action = a.word AND d.allowed = 1 "
      "AND d.source IN ('request', 'list') ORDER BY d.decided_at DESC LIMIT 1)"}}};

Result<LastAllowed> lastAllowed(storage::Transaction& transaction, const std::vector<std::string>& subjects,
                                const std::vector<std::string>& actions)
{
    LastAllowed found;
    if (actions.empty())
        return found;
    const auto table = [](SqlText& sql, std::string_view name, const auto& values) {
        std::string_view lead = "(SELECT CAST(";
        for (const std::string& value : values) {
            sql.add(lead).bind(value).add(" AS TEXT) AS ").add(name);
            lead = " UNION ALL SELECT CAST(";
        }
        sql.add(")");
    };
    constexpr std::size_t few = 10; // SQLite puts at most 500 of them together
    SALLYPORT_TRY(storage::inPortions(subjects, few, [&](std::span<const std::string> some) -> Result<void> {
        SqlText sql;
        sql.add("SELECT ").add(allowedColumns.text()).add(" FROM ");
        table(sql, "id", some);
        sql.add(" s CROSS JOIN ");
        table(sql, "word", actions);
        sql.add(" a");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, allowedColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return {};
            const auto row = rows.row();
            if (const auto time = row.optionalTime(AllowedColumn::At))
                found.insert_or_assign({row.text(AllowedColumn::Subject), row.text(AllowedColumn::Action)}, *time);
        }
    }));
    return found;
}

Result<std::optional<std::string>> holderId(storage::Transaction& transaction, const std::string& idOrEmail, bool accounts)
{
    SqlText sql;
    sql.add("SELECT id FROM users WHERE id = ").bind(idOrEmail);
    sql.add(" OR email_key = ").bind(identity::emailKey(idOrEmail));
    if (accounts)
        sql.add(" UNION ALL SELECT id FROM service_accounts WHERE id = ").bind(idOrEmail);
    SALLYPORT_ASSIGN(auto row, sql.prepare(transaction));
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? std::optional(std::string(row.text())) : std::nullopt;
}

} // namespace sallyport::authorization::rows
