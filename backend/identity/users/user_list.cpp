#include "backend/identity/users/user_list.h"

#include "backend/base/limits.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/factors/mfa_coverage.h"
#include "backend/identity/users/user_list_sql.h"
#include "backend/identity/users/user_search_index.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"

#include <algorithm>
#include <charconv>

namespace sallyport::identity {

namespace {

enum class StatusColumn { Status, Count, End };
constexpr storage::Columns<StatusColumn> statusColumns{{{StatusColumn::Status, "status"}, {StatusColumn::Count, "COUNT(*)"}}};
constexpr auto usersByStatus = storage::select(statusColumns, "FROM users GROUP BY status");

Result<storage::PageCursor> readCursor(const UserQuery& query)
{
    constexpr std::size_t idLength = 26;
    SALLYPORT_ASSIGN(storage::PageCursor cursor, storage::decodeCursor(query.cursor, storage::sortLetter(query), idLength));
    std::int64_t number = 0;
    const char* end = cursor.place.data() + cursor.place.size();
    const bool numeric = std::from_chars(cursor.place.data(), end, number).ptr == end && !cursor.place.empty();
    if (!isIdText(cursor.id) || (sortsByNumber(query.sort) && !numeric) || !codePointCount(cursor.place))
        return storage::notACursor();
    return cursor;
}

/// Whose last use is then or before is asked for. Whole hours, so that a list doesn't change while it is paged through.
UtcTime inactiveSince(const UserQuery& query, UtcTime now)
{
    return std::chrono::floor<std::chrono::hours>(now) - std::chrono::days(query.inactiveDays.value_or(0));
}

/// Says which filter this is, with lengths, so that no two are alike.
std::string filterKey(const UserQuery& query, UtcTime now)
{
    const std::string unused = query.inactiveDays ? "u" + std::to_string(toMicros(inactiveSince(query, now))) : std::string();
    const std::string status(query.status ? statusWord(*query.status) : std::string_view());
    return std::to_string(static_cast<int>(query.mfa)) + unused + status + (query.role ? "r" : "") +
           std::to_string(query.role ? query.role->size() : 0) + ":" + query.role.value_or("") + query.text;
}

constexpr std::int64_t collectAtMost = 20'000;
/// So few candidates of a search that the page is read before its total is known: mostly it is the total.
constexpr std::int64_t readAtOnce = 1'000;

/// How many users the index of groups lets through, up to one more than are collected; nothing if it can't tell.
Result<std::optional<std::int64_t>> candidates(storage::Transaction& transaction, const std::string& groups)
{
    if (groups.empty())
        return std::optional<std::int64_t>();
    SALLYPORT_ASSIGN(const std::int64_t count, searchCount(transaction, groups, collectAtMost + 1));
    return std::optional(count);
}

/// Rows that are looked at: all matches, or as many of the sort order's as it takes to fill the page.
FindBy cheaper(const UserQuery& query, std::int64_t matches, std::int64_t users)
{
    if (matches > collectAtMost)
        return FindBy::Order;
    const std::int64_t offset = query.cursor.empty() ? static_cast<std::int64_t>(query.offset) : 0;
    const std::int64_t wanted = query.limit + std::min(offset, users);
    const std::int64_t walked = matches > wanted ? wanted * (users / matches) : users;
    return matches < walked ? FindBy::Matches : FindBy::Order;
}

Result<void> checkQuery(const UserQuery& query)
{
    if (query.limit < 1 || query.limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    if (query.offset > INT64_MAX)
        return makeError(ErrorCode::InvalidArgument, "offset is too large.");
    if (query.inactiveDays && (*query.inactiveDays < 1 || *query.inactiveDays > inactiveDaysLimit))
        return makeError(ErrorCode::InvalidArgument, "inactive_days must be 1..3650.");
    return {};
}

} // namespace

Result<UserPage> UserList::readPage(storage::Transaction& transaction, const UserQuery& query, FindBy findBy,
                                    const Given& given) const
{
    Given known = given;
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(known.after, readCursor(query));
    }
    SALLYPORT_ASSIGN(auto rows, userPageSql(query, findBy, known).prepare(transaction, userColumns));
    UserPage page;
    storage::PageCursor last;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            break;
        if (page.users.size() == query.limit) {
            page.nextCursor = storage::encodeCursor(storage::sortLetter(query), last);
            break;
        }
        page.users.push_back(readUser(rows.row()));
        last = {page.users.back().id.text(), rows.row().textBeside()}; // what the page is sorted by
    }
    std::vector<UserId> ids;
    for (const User& user : page.users)
        ids.push_back(user.id);
    SALLYPORT_ASSIGN(rows::AssignmentsOfUsers held, rows::assignmentsOf(transaction, ids, given.now));
    for (User& user : page.users) {
        user.assignments = std::move(held[user.id]);
        user.roles = rows::roleNames(user.assignments);
    }
    return page;
}

Result<UserStatistics> UserList::countAll(storage::Transaction& transaction) const
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(usersByStatus));
    UserStatistics counted;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return counted;
        const std::int64_t count = rows.row().integer(StatusColumn::Count);
        counted.total += count;
        const UserStatus status = statusOf(rows.row().text(StatusColumn::Status));
        (status == UserStatus::Active     ? counted.active
         : status == UserStatus::Disabled ? counted.disabled
                                          : counted.invited) += count;
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
        counted.locked = row.integer();
        return {};
    };
    SALLYPORT_TRY(m_core.store.read(work));
    const std::lock_guard lock(m_mutex);
    m_counted = counted;
    m_countedEpoch = epoch;
    return counted;
}

Result<std::string> UserList::searchGroups(storage::Transaction& transaction, const UserQuery& query, std::int64_t users)
{
    if (query.text.empty())
        return std::string();
    std::shared_ptr<const GroupSample> sample;
    {
        const std::lock_guard lock(m_mutex);
        if (m_sample && users / 2 <= m_sampledUsers && m_sampledUsers / 2 <= users)
            sample = m_sample;
    }
    if (!sample) {
        SALLYPORT_ASSIGN(GroupSample taken, GroupSample::take(transaction));
        sample = std::make_shared<const GroupSample>(std::move(taken));
        const std::lock_guard lock(m_mutex);
        m_sample = sample;
        m_sampledUsers = users;
    }
    return userSearchGroups(query.text, *sample);
}

Result<std::int64_t> UserList::countMatches(storage::Transaction& transaction, const UserQuery& query, FindBy findBy,
                                            const Given& given) const
{
    SALLYPORT_ASSIGN(auto count, userCountSql(query, findBy, given).prepare(transaction));
    SALLYPORT_TRY(count.step());
    return count.integer();
}

Result<UserPage> UserList::filteredPage(storage::Transaction& transaction, const UserQuery& query, std::int64_t users,
                                        Given given)
{
    // Who is locked out changes with time alone, so that is counted every time.
    const bool keeps = !changesWithTime(query);
    const std::string key = filterKey(query, given.now);
    SALLYPORT_ASSIGN(given.groups, searchGroups(transaction, query, users));
    Matches matches;
    if (const auto known = keeps ? m_matches.find(key) : std::nullopt; known && known->epoch == given.epoch) {
        matches = *known;
    } else {
        matches.epoch = given.epoch;
        if (!given.groups.empty() && query.cursor.empty() && query.offset == 0) {
            SALLYPORT_ASSIGN(given.numbers, searchNumbers(transaction, given.groups, readAtOnce));
        }
        if (!given.numbers.empty()) {
            SALLYPORT_ASSIGN(UserPage page, readPage(transaction, query, FindBy::Numbers, given));
            page.total = static_cast<std::int64_t>(page.users.size());
            if (!page.nextCursor.empty()) {
                SALLYPORT_ASSIGN(page.total, countMatches(transaction, query, FindBy::Numbers, given));
            }
            matches.total = page.total;
            matches.findBy = FindBy::Groups;
            if (keeps)
                m_matches.put(key, matches);
            return page;
        }
        SALLYPORT_ASSIGN(const auto few, candidates(transaction, given.groups));
        matches.findBy = few && *few <= collectAtMost ? FindBy::Groups : FindBy::Matches;
        SALLYPORT_ASSIGN(matches.total, countMatches(transaction, query, matches.findBy, given));
        if (keeps)
            m_matches.put(key, matches);
    }
    const bool collect = cheaper(query, matches.total, users) != FindBy::Order;
    SALLYPORT_ASSIGN(UserPage page, readPage(transaction, query, collect ? matches.findBy : FindBy::Order, given));
    page.total = matches.total;
    return page;
}

UtcTime UserList::graceCutoff(UtcTime now) const
{
    return now - std::chrono::days(m_core.settings.values()->mfaGraceDays);
}

Result<UserPage> UserList::page(const UserQuery& query)
{
    SALLYPORT_TRY(checkQuery(query));
    const UtcTime now = m_core.clock.now();
    SALLYPORT_ASSIGN(const UserStatistics counted, statistics());
    // Both before the snapshot, so never newer than it.
    const std::uint64_t epoch = m_core.usersEpoch.load();
    const std::uint64_t version = m_core.store.version();
    // A sign-in is no new epoch, and changes who hasn't signed in.
    Given given{.now = now, .epoch = query.inactiveDays ? version : epoch};
    given.graceCutoff = graceCutoff(now);
    given.inactiveSince = inactiveSince(query, now);
    UserQuery wanted = query;
    wanted.text = emailSearchText(query.text);
    if (query.cursor.empty() && query.offset > 0)
        wanted.cursor = knownStart(query, version, now);
    SALLYPORT_ASSIGN(UserPage page, m_core.store.read([&](storage::Transaction& transaction) -> Result<UserPage> {
        if (isFiltered(query))
            return filteredPage(transaction, wanted, counted.total, given);
        SALLYPORT_ASSIGN(UserPage read, readPage(transaction, wanted, FindBy::Order, given));
        read.total = counted.total;
        return read;
    }));
    if (query.cursor.empty() && !page.nextCursor.empty() && !changesWithTime(query))
        m_starts.put(startKey(query, query.offset + query.limit, now), {version, page.nextCursor});
    return page;
}

std::string UserList::startKey(const UserQuery& query, std::uint64_t offset, UtcTime now)
{
    return std::to_string(offset) + storage::sortLetter(query) + filterKey(query, now);
}

std::string UserList::knownStart(const UserQuery& query, std::uint64_t version, UtcTime now)
{
    const auto known = changesWithTime(query) ? std::nullopt : m_starts.find(startKey(query, query.offset, now));
    return known && known->first == version ? known->second : std::string();
}

} // namespace sallyport::identity
