#include "backend/identity/user_list.h"

#include "backend/base/encoding.h"
#include "backend/base/utf8.h"
#include "backend/identity/search_pattern.h"
#include "backend/identity/user_rows.h"

#include <array>
#include <charconv>

namespace sallyport::identity {

namespace {

constexpr std::size_t sortCount = 7;

/// The column that a sort order reads, with its index.
constexpr std::array<std::string_view, sortCount> sortColumns{
    "name_key", "email_key", "department_key", "status", "mfa_state", "last_sign_in_at", "created_at"};

constexpr bool isNumber(UserQuery::Sort sort) noexcept
{
    return sort == UserQuery::Sort::Mfa || sort == UserQuery::Sort::LastSignIn || sort == UserQuery::Sort::Created;
}

/// Parameters: $1 now, $2 search pattern or NULL, $3 role or NULL, $4 status or NULL, $5 locked only, $6 MFA state wanted
/// (2: on, 0: not on) or NULL.
constexpr std::string_view filterSql =
    " ($2 IS NULL OR f.name_key LIKE $2 ESCAPE '\\' OR f.email_key LIKE $2 ESCAPE '\\')"
    " AND ($3 IS NULL OR EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = f.id AND r.role = $3))"
    " AND ($4 IS NULL OR f.status = $4)"
    " AND ($5 = 0 OR EXISTS (SELECT 1 FROM sign_in_throttle t WHERE t.user_id = f.id AND t.blocked_until > $1))"
    " AND ($6 IS NULL OR (f.mfa_state = 2) = ($6 = 2))";

/// All statements of the list, made once from constants; no text of a query is ever part of one.
struct Statements {
    // [sort][descending][filtered][after a cursor]
    std::array<std::array<std::array<std::array<std::string, 2>, 2>, 2>, sortCount> pages;
    std::string count;

    Statements()
    {
        for (std::size_t sort = 0; sort < sortCount; ++sort)
            for (const bool descending : {false, true})
                for (const bool filtered : {false, true})
                    for (const bool after : {false, true})
                        pages[sort][descending][filtered][after] = page(sort, descending, filtered, after);
        count = "SELECT COUNT(*) FROM users f WHERE" + std::string(filterSql);
    }

    /// The ids of the page come from the index alone; only then are its rows read. $7 limit, $8 offset or the cursor's
    /// value, $9 the cursor's id. The value of the sort column comes last, for the next cursor.
    static std::string page(std::size_t sort, bool descending, bool filtered, bool after)
    {
        const std::string column(sortColumns[sort]);
        const std::string direction = descending ? " DESC" : "";
        std::string inner = "SELECT f.id FROM users f";
        if (filtered || after)
            inner += " WHERE";
        if (after)
            inner += " (f." + column + ", f.id) " + (descending ? "<" : ">") + " ($8, $9)";
        if (filtered)
            inner += (after ? " AND" : "") + std::string(filterSql);
        inner += " ORDER BY f." + column + direction + ", f.id" + direction + " LIMIT $7";
        if (!after)
            inner += " OFFSET $8";
        return "SELECT " SALLYPORT_USER_COLUMNS ", u." + column + " FROM users u WHERE u.id IN (" + inner +
               ") ORDER BY u." + column + direction + ", u.id" + direction;
    }
};

const Statements& statements()
{
    static const Statements made;
    return made;
}

/// Where the next page begins: sort order, direction, the last value and id.
struct Cursor {
    std::string value;
    std::string id;
};

char sortLetter(const UserQuery& query) noexcept
{
    return static_cast<char>((query.descending ? 'A' : 'a') + static_cast<int>(query.sort));
}

std::string encodeCursor(const UserQuery& query, const Cursor& cursor)
{
    return toBase64Url(asBytes(std::string(1, sortLetter(query)) + cursor.id + cursor.value));
}

Result<Cursor> decodeCursor(const UserQuery& query)
{
    constexpr std::size_t idLength = 26;
    constexpr std::size_t textLimit = 1024;
    const Error bad(ErrorCode::InvalidArgument, "This is not a cursor of this list and order.");
    if (query.cursor.size() > textLimit)
        return bad;
    const auto bytes = fromBase64Url(query.cursor);
    if (!bytes || bytes->size() < 1 + idLength)
        return bad;
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    Cursor cursor{std::string(text.substr(1 + idLength)), std::string(text.substr(1, idLength))};
    std::int64_t number = 0;
    const char* end = cursor.value.data() + cursor.value.size();
    const bool numeric = std::from_chars(cursor.value.data(), end, number).ptr == end && !cursor.value.empty();
    if (text.front() != sortLetter(query) || !isIdText(cursor.id) || (isNumber(query.sort) && !numeric) ||
        !codePointCount(cursor.value))
        return bad;
    return cursor;
}

bool isFiltered(const UserQuery& query) noexcept
{
    return !query.text.empty() || query.role || query.status || query.lockedOnly || query.mfa != UserQuery::Mfa::Any;
}

void bindFilter(storage::Statement& statement, const UserQuery& query, UtcTime now)
{
    statement.bind(1, now);
    if (!isFiltered(query))
        return;
    statement.bind(2, query.text.empty() ? std::nullopt : std::optional(searchPattern(query.text)));
    statement.bind(3, query.role);
    statement.bind(4, query.status ? std::optional(std::string(statusWord(*query.status))) : std::nullopt);
    statement.bind(5, query.lockedOnly);
    std::optional<std::int64_t> mfa;
    if (query.mfa != UserQuery::Mfa::Any)
        mfa = static_cast<std::int64_t>(query.mfa == UserQuery::Mfa::On ? MfaState::On : MfaState::None);
    statement.bind(6, mfa);
}

Result<void> checkQuery(const UserQuery& query)
{
    if (query.limit < 1 || query.limit > userPageLimit)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (query.text.size() > userSearchLimit || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    if (query.offset > INT64_MAX)
        return makeError(ErrorCode::InvalidArgument, "offset is too large.");
    return {};
}

Result<UserPage> readPage(storage::Transaction& transaction, const UserQuery& query, UtcTime now)
{
    const bool after = !query.cursor.empty();
    const auto sort = static_cast<std::size_t>(query.sort);
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(
                                    statements().pages[sort][query.descending][isFiltered(query)][after]));
    bindFilter(rows, query, now);
    rows.bind(7, std::int64_t{query.limit} + 1); // one more tells whether there is another page
    if (after) {
        SALLYPORT_ASSIGN(const Cursor cursor, decodeCursor(query));
        if (isNumber(query.sort)) {
            std::int64_t number = 0;
            std::from_chars(cursor.value.data(), cursor.value.data() + cursor.value.size(), number);
            rows.bind(8, number);
        } else {
            rows.bind(8, cursor.value);
        }
        rows.bind(9, cursor.id);
    } else {
        rows.bind(8, static_cast<std::int64_t>(query.offset));
    }
    constexpr int sortValueColumn = 16;
    UserPage page;
    Cursor last;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            break;
        if (page.users.size() == query.limit) {
            page.nextCursor = encodeCursor(query, last);
            break;
        }
        page.users.push_back(readUserColumns(rows));
        last = {rows.text(sortValueColumn), page.users.back().id.text()};
    }
    for (User& user : page.users) {
        SALLYPORT_ASSIGN(user.roles, rows::roles(transaction, user.id));
    }
    return page;
}

} // namespace

Result<UserStatistics> UserList::countAll(storage::Transaction& transaction) const
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT status, mfa_state, COUNT(*) FROM users GROUP BY status, mfa_state"));
    UserStatistics counted;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return counted;
        const std::int64_t count = row.integer(2);
        counted.total += count;
        const UserStatus status = statusOf(row.text(0));
        (status == UserStatus::Active     ? counted.active
         : status == UserStatus::Disabled ? counted.disabled
                                          : counted.invited) += count;
        if (row.integer(1) == static_cast<std::int64_t>(MfaState::On))
            counted.withMfa += count;
    }
}

Result<UserStatistics> UserList::statistics()
{
    // The epoch is read first: a change that comes meanwhile makes the figures stale, never too new.
    const std::uint64_t epoch = m_core.usersEpoch.load();
    UserStatistics counted;
    bool known = false;
    {
        const std::lock_guard lock(m_mutex);
        known = m_countedEpoch == epoch;
        counted = m_counted;
    }
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        if (!known) {
            SALLYPORT_ASSIGN(counted, countAll(transaction));
        }
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(DISTINCT user_id) FROM sign_in_throttle WHERE "
                                                       "user_id IS NOT NULL AND blocked_until > $1"));
        row.bind(1, m_core.clock.now());
        SALLYPORT_TRY(row.step());
        counted.locked = row.integer(0);
        return {};
    };
    SALLYPORT_TRY(m_core.store.read(work));
    const std::lock_guard lock(m_mutex);
    m_counted = counted;
    m_countedEpoch = epoch;
    return counted;
}

Result<UserPage> UserList::page(const UserQuery& query)
{
    SALLYPORT_TRY(checkQuery(query));
    const UtcTime now = m_core.clock.now();
    std::optional<std::int64_t> total;
    if (!isFiltered(query)) {
        SALLYPORT_ASSIGN(const UserStatistics counted, statistics());
        total = counted.total;
    }
    return m_core.store.read([&](storage::Transaction& transaction) -> Result<UserPage> {
        SALLYPORT_ASSIGN(UserPage page, readPage(transaction, query, now));
        if (!total) {
            SALLYPORT_ASSIGN(auto count, transaction.prepare(statements().count));
            bindFilter(count, query, now);
            SALLYPORT_TRY(count.step());
            total = count.integer(0);
        }
        page.total = *total;
        return page;
    });
}

} // namespace sallyport::identity
