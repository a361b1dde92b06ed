#include "backend/identity/users/user_list_sql.h"

#include "backend/base/time_format.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/factors/mfa_coverage.h"
#include "backend/identity/users/user_search_index.h"
#include "backend/storage/search_pattern.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace sallyport::identity {

namespace {

/// The column that a sort order reads, with its index.
constexpr std::array<std::string_view, 7> sortColumns{"name_key",  "email_key",       "department_key", "status",
                                                      "mfa_state", "last_sign_in_at", "created_at"};

/// A member of a role that requires a second factor, without one; Given::graceCutoff is when a period of grace began that
/// ends now.
void addMissing(storage::SqlText& sql, const UserQuery& query, bool start, const Given& given)
{
    const std::string members = "FROM mfa_rules m JOIN user_roles r ON r.role = m.role WHERE r.active = 1 AND r.factor = 0";
    const std::string cutoff = sql.parameter(toMicros(given.graceCutoff));
    const std::string late = " AND m.since <= " + cutoff + " AND r.assigned_at <= " + cutoff;
    const auto of = [&](const std::string& rows) {
        return start ? "f.id IN (SELECT r.user_id " + rows + ")" : "EXISTS (SELECT 1 " + rows + " AND r.user_id = f.id)";
    };
    if (query.mfa == UserQuery::Mfa::Due)
        sql.add(of(members)).add(" AND NOT ");
    sql.add(of(members + late));
}

/// Not used since then. In order of the last sign-in the database may skip those who have signed in since: active_at is
/// never before it.
void addInactive(storage::SqlText& sql, const UserQuery& query, bool start, const Given& given)
{
    const std::string since = sql.parameter(toMicros(given.inactiveSince));
    sql.add(start ? "f.status IN ('active', 'invited') AND f.active_at <= "
                  : "f.status || '' IN ('active', 'invited') AND f.active_at + 0 <= ");
    sql.add(since);
    if (!start && query.sort == UserQuery::Sort::LastSignIn)
        sql.add(" AND f.last_sign_in_at <= ").add(since);
}

/// What is true for the users `f` that the query asks for; nothing if it asks for all. `lead` comes before it. To find
/// matches each condition stands so that the database can start from its index; on the way along a sort order so that it
/// cannot, since it knows too little about the data to choose.
void addFilter(storage::SqlText& sql, std::string_view lead, const UserQuery& query, FindBy findBy, const Given& given)
{
    const bool start = findBy != FindBy::Order;
    const auto next = [&]() -> storage::SqlText& { return sql.add(std::exchange(lead, " AND ")); };
    if (findBy == FindBy::Groups)
        addSearchIds(next(), given.groups);
    if (findBy == FindBy::Numbers)
        addNumberedIds(next(), given.numbers);
    if (!query.text.empty()) {
        const std::string pattern = sql.parameter(storage::searchPattern(query.text));
        next().add("(f.name_key LIKE ").add(pattern).add(" ESCAPE '\\' OR f.email_key LIKE ").add(pattern).add(" ESCAPE '\\')");
    }
    if (query.role)
        next()
            .add(start ? "f.id IN (SELECT r.user_id FROM user_roles r WHERE r.role = "
                       : "EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = f.id AND r.role = ")
            .bind(*query.role)
            .add(" AND (r.expires_at IS NULL OR r.expires_at > ")
            .bind(toMicros(given.now))
            .add("))");
    if (query.status)
        next().add(start ? "f.status = " : "f.status || '' = ").bind(std::string(statusWord(*query.status)));
    if (query.lockedOnly)
        next()
            .add(start ? "f.id IN (SELECT t.user_id FROM sign_in_throttle t WHERE t.user_id IS NOT NULL AND t.blocked_until > "
                       : "EXISTS (SELECT 1 FROM sign_in_throttle t WHERE t.user_id = f.id AND t.blocked_until > ")
            .bind(toMicros(given.now))
            .add(")");
    if (query.mfa == UserQuery::Mfa::On || query.mfa == UserQuery::Mfa::Off)
        next().add(start ? "f.mfa_state" : "f.mfa_state + 0").add(query.mfa == UserQuery::Mfa::On ? " >= 2" : " < 2");
    if (query.mfa == UserQuery::Mfa::FewCodes)
        next()
            .add(start ? "f.mfa_state" : "f.mfa_state + 0")
            .add(" >= 2 AND f.recovery_left < ")
            .bind(std::int64_t{fewRecoveryCodes});
    if (query.mfa == UserQuery::Mfa::Due || query.mfa == UserQuery::Mfa::Overdue)
        addMissing(next(), query, start, given);
    if (query.inactiveDays)
        addInactive(next(), query, start, given);
}

/// Where a page begins that comes after another.
void addRange(storage::SqlText& sql, const std::string& column, const UserQuery& query, const Given& given)
{
    sql.add("(f.").add(column).add(", f.id) ").add(query.descending ? "<" : ">").add(" (");
    if (sortsByNumber(query.sort)) {
        std::int64_t number = 0;
        std::from_chars(given.after.place.data(), given.after.place.data() + given.after.place.size(), number);
        sql.bind(number);
    } else {
        sql.bind(given.after.place);
    }
    sql.add(", ").bind(given.after.id).add(")");
}

} // namespace

bool changesWithTime(const UserQuery& query) noexcept
{
    return query.lockedOnly || query.mfa == UserQuery::Mfa::Due || query.mfa == UserQuery::Mfa::Overdue;
}

bool isFiltered(const UserQuery& query) noexcept
{
    return !query.text.empty() || query.role || query.status || query.lockedOnly || query.mfa != UserQuery::Mfa::Any ||
           query.inactiveDays;
}

bool sortsByNumber(UserQuery::Sort sort) noexcept
{
    return sort == UserQuery::Sort::Mfa || sort == UserQuery::Sort::LastSignIn || sort == UserQuery::Sort::Created;
}

storage::SqlText userPageSql(const UserQuery& query, FindBy findBy, const Given& given)
{
    const bool after = !query.cursor.empty();
    const std::string column(sortColumns[static_cast<std::size_t>(query.sort)]);
    const std::string direction = query.descending ? " DESC" : "";
    std::string key = "f." + column;
    storage::SqlText sql;
    static_cast<void>(sql.parameter(toMicros(given.now))); // $1, which the columns name
    sql.add("SELECT ").add(userColumns.text()).add(", u.").add(column).add(" FROM users u WHERE u.id IN (");
    // The ids of the page come first, from indexes as far as they can; only then are its rows read.
    sql.add("SELECT f.id FROM users f");
    if (after)
        addRange(sql.add(" WHERE "), column, query, given);
    const std::string_view lead = after ? " AND " : " WHERE ";
    if (findBy == FindBy::Order) {
        addFilter(sql, lead, query, findBy, given);
    } else {
        // The matches come from what the filter's indexes hold, and an expression is in no index, so that the sort
        // order's is not walked instead.
        sql.add(lead).add("f.id IN (SELECT f.id FROM users f");
        addFilter(sql, " WHERE ", query, findBy, given);
        sql.add(")");
        key += sortsByNumber(query.sort) ? " + 0" : " || ''";
    }
    sql.add(" ORDER BY ").add(key).add(direction).add(", f.id").add(direction);
    sql.add(" LIMIT ").bind(std::int64_t{query.limit} + 1); // one more tells whether there is another page
    if (!after)
        sql.add(" OFFSET ").bind(static_cast<std::int64_t>(query.offset));
    sql.add(") ORDER BY u.").add(column).add(direction).add(", u.id").add(direction);
    return sql;
}

storage::SqlText userCountSql(const UserQuery& query, FindBy findBy, const Given& given)
{
    const bool roleOnly = query.role && query.text.empty() && !query.status && !query.lockedOnly &&
                          query.mfa == UserQuery::Mfa::Any && !query.inactiveDays;
    storage::SqlText sql;
    if (roleOnly) { // each user has a role once, and roles have no users that are gone
        sql.add("SELECT COUNT(*) FROM user_roles r WHERE r.role = ").bind(*query.role);
        sql.add(" AND (r.expires_at IS NULL OR r.expires_at > ").bind(toMicros(given.now)).add(")");
        return sql;
    }
    sql.add("SELECT COUNT(*) FROM users f");
    addFilter(sql, " WHERE ", query, findBy, given);
    return sql;
}

} // namespace sallyport::identity
