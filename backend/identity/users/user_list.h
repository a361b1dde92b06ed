#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/core/user.h"
#include "backend/identity/users/user_list_sql.h"
#include "backend/identity/users/user_search_index.h"

#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace sallyport::identity {

/// Pages and figures of the users. Each sort order has an index of its own, pages after a cursor start in it. Totals
/// and figures are counted once an epoch of changes; with a filter, the total also decides how the page is found. Who
/// reads page after page by offset, as the window does, goes on where the last page ended. Thread-safe.
class UserList {
public:
    explicit UserList(Core& core) : m_core(core) {}

    /// InvalidArgument for a limit beyond 1..200 or a cursor that isn't ours.
    Result<UserPage> page(const UserQuery& query);
    Result<UserStatistics> statistics();

private:
    Result<UserStatistics> countAll(storage::Transaction& transaction) const;
    /// What is known about a filter.
    struct Matches {
        std::uint64_t epoch = 0;
        std::int64_t total = 0;
        FindBy findBy = FindBy::Matches;
    };
    Result<std::string> searchGroups(storage::Transaction& transaction, const UserQuery& query, std::int64_t users);
    Result<std::int64_t> countMatches(storage::Transaction& transaction, const UserQuery& query, FindBy findBy,
                                      const Given& given) const;
    Result<UserPage> filteredPage(storage::Transaction& transaction, const UserQuery& query, std::int64_t users, Given given);
    Result<UserPage> readPage(storage::Transaction& transaction, const UserQuery& query, FindBy findBy, const Given& given) const;
    /// Whose period of grace began then or before is overdue.
    UtcTime graceCutoff(UtcTime now) const;
    static std::string startKey(const UserQuery& query, std::uint64_t offset, UtcTime now);
    /// The cursor of the page at the query's offset, if the page before it was read and nothing has changed since.
    std::string knownStart(const UserQuery& query, std::uint64_t version, UtcTime now);

    Core& m_core;
    std::mutex m_mutex;
    std::uint64_t m_countedEpoch = 0; ///< 0: never
    UserStatistics m_counted;         ///< without `locked`, which changes with time
    std::shared_ptr<const GroupSample> m_sample;
    std::int64_t m_sampledUsers = 0;                                                   ///< how many users there were then
    BoundedCache<std::string, Matches> m_matches{64, 1};                               ///< by filter
    BoundedCache<std::string, std::pair<std::uint64_t, std::string>> m_starts{256, 1}; ///< version and cursor
};

} // namespace sallyport::identity
