#include "backend/identity/users/user_list_sql.h"

#include "backend/identity/core/user_rows.h"
#include "backend/identity/users/user_search_index.h"

#include <array>
#include <string_view>

namespace sallyport::identity {

namespace {

/// The column that a sort order reads, with its index.
constexpr std::array<std::string_view, 7> sortColumns{"name_key",  "email_key",       "department_key", "status",
                                                      "mfa_state", "last_sign_in_at", "created_at"};

bool sortsByNumber(UserQuery::Sort sort) noexcept
{
    return sort == UserQuery::Sort::Mfa || sort == UserQuery::Sort::LastSignIn || sort == UserQuery::Sort::Created;
}

/// A member of a role that requires a second factor, without one; $5 is when a period of grace began that ends now.
std::string missingSql(const UserQuery& query, bool start)
{
    const std::string members = "FROM mfa_rules m JOIN user_roles r ON r.role = m.role WHERE r.active = 1 AND r.factor = 0";
    const std::string late = " AND m.since <= $5 AND r.assigned_at <= $5";
    std::string overdue = start ? "f.id IN (SELECT r.user_id " + members + late + ")"
                                : "EXISTS (SELECT 1 " + members + late + " AND r.user_id = f.id)";
    if (query.mfa == UserQuery::Mfa::Overdue)
        return overdue;
    const std::string due =
        start ? "f.id IN (SELECT r.user_id " + members + ")" : "EXISTS (SELECT 1 " + members + " AND r.user_id = f.id)";
    return due + " AND NOT " + overdue;
}

/// Not used since $10. In order of the last sign-in the database may skip those who have signed in since: active_at is
/// never before it.
std::string inactiveSql(const UserQuery& query, bool start)
{
    if (start)
        return "f.status IN ('active', 'invited') AND f.active_at <= $10";
    const std::string later = query.sort == UserQuery::Sort::LastSignIn ? " AND f.last_sign_in_at <= $10" : "";
    return "f.status || '' IN ('active', 'invited') AND f.active_at + 0 <= $10" + later;
}

/// What is true for the users `f` that the query asks for; empty if it asks for all. To find matches each condition
/// stands so that the database can start from its index; on the way along a sort order so that it cannot, since it knows
/// too little about the data to choose.
std::string filterSql(const UserQuery& query, FindBy findBy)
{
    const bool start = findBy != FindBy::Order;
    std::string sql;
    const auto add = [&sql](std::string_view condition) { sql.append(sql.empty() ? "" : " AND ").append(condition); };
    if (findBy == FindBy::Groups)
        add("f.id IN (" + std::string(userSearchIds) + ")");
    if (findBy == FindBy::Numbers)
        add("f.id IN (" + std::string(userSearchNumberedIds) + ")");
    if (!query.text.empty())
        add("(f.name_key LIKE $2 ESCAPE '\\' OR f.email_key LIKE $2 ESCAPE '\\')");
    if (query.role)
        add(start ? "f.id IN (SELECT r.user_id FROM user_roles r WHERE r.role = $3)"
                  : "EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = f.id AND r.role = $3)");
    if (query.status)
        add(start ? "f.status = $4" : "f.status || '' = $4");
    if (query.lockedOnly)
        add(start ? "f.id IN (SELECT t.user_id FROM sign_in_throttle t WHERE t.user_id IS NOT NULL AND t.blocked_until > $1)"
                  : "EXISTS (SELECT 1 FROM sign_in_throttle t WHERE t.user_id = f.id AND t.blocked_until > $1)");
    if (query.mfa == UserQuery::Mfa::On || query.mfa == UserQuery::Mfa::Off)
        add(std::string("f.mfa_state").append(start ? "" : " + 0").append(query.mfa == UserQuery::Mfa::On ? " >= 2" : " < 2"));
    if (query.mfa == UserQuery::Mfa::FewCodes)
        add(std::string(start ? "f.mfa_state" : "f.mfa_state + 0") + " >= 2 AND f.recovery_left < $5");
    if (query.mfa == UserQuery::Mfa::Due || query.mfa == UserQuery::Mfa::Overdue)
        add(missingSql(query, start));
    if (query.inactiveDays)
        add(inactiveSql(query, start));
    return sql;
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

std::string userPageSql(const UserQuery& query, FindBy findBy)
{
    const bool after = !query.cursor.empty();
    const std::string column(sortColumns[static_cast<std::size_t>(query.sort)]);
    const std::string direction = query.descending ? " DESC" : "";
    const std::string range = after ? "(f." + column + ", f.id) " + (query.descending ? "<" : ">") + " ($8, $9)" : "";
    std::string filter = filterSql(query, findBy);
    std::string key = "f." + column;
    if (findBy != FindBy::Order) {
        // The matches come from what the filter's indexes hold, and an expression is in no index, so that the sort
        // order's is not walked instead.
        filter = "f.id IN (SELECT f.id FROM users f WHERE " + filter + ")";
        key += sortsByNumber(query.sort) ? " + 0" : " || ''";
    }
    // The ids of the page come first, from indexes as far as they can; only then are its rows read.
    std::string ids = "SELECT f.id FROM users f";
    if (after || !filter.empty())
        ids += " WHERE " + range + (after && !filter.empty() ? " AND " : "") + filter;
    ids += " ORDER BY " + key + direction + ", f.id" + direction + " LIMIT $7" + (after ? "" : " OFFSET $8");
    return "SELECT " SALLYPORT_USER_COLUMNS ", u." + column + " FROM users u WHERE u.id IN (" + ids + ") ORDER BY u." + column +
           direction + ", u.id" + direction;
}

std::string userCountSql(const UserQuery& query, FindBy findBy)
{
    const bool roleOnly = query.role && query.text.empty() && !query.status && !query.lockedOnly &&
                          query.mfa == UserQuery::Mfa::Any && !query.inactiveDays;
    if (roleOnly) // each user has a role once, and roles have no users that are gone
        return "SELECT COUNT(*) FROM user_roles r WHERE r.role = $3";
    return "SELECT COUNT(*) FROM users f WHERE " + filterSql(query, findBy);
}

} // namespace sallyport::identity
