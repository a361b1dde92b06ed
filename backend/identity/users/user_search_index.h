#pragma once

#include "backend/storage/sql_text.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sallyport::identity {

/// Where a part of a name or an e-mail address is looked up: which users have all of its groups of three letters.
/// user_search_index_sqlite.cpp alone knows SQLite's index of them (migration 0039); with PostgreSQL the two LIKE of the list
/// find pg_trgm's by themselves. Who has all groups need not have the whole text: LIKE has the last word.

/// How common groups of three letters are, told by some of the users. A stale one makes a search slower, never wrong.
class GroupSample {
public:
    /// Of users spread evenly over all, in the order in which they came; of all of them if there are few.
    static Result<GroupSample> take(storage::Transaction& transaction);

    /// How many users of the sample have the group.
    std::uint32_t count(std::string_view group) const;

private:
    void add(std::string_view text);

    /// Which user of the sample counted it last, so that nobody counts twice.
    struct Count {
        std::uint32_t users = 0, last = 0;
    };
    std::unordered_map<std::string, Count> m_counts;
    std::uint32_t m_users = 0;
};

/// What the index is asked for `text`: its few groups that the fewest users have, each quoted, so that nothing of it is
/// syntax. Empty if the index can't tell: fewer than three letters.
std::string userSearchGroups(std::string_view text, const GroupSample& sample);

/// `f.id IN (..)` the users with all `groups`.
void addSearchIds(storage::SqlText& sql, const std::string& groups);
/// `f.id IN (..)` the users that searchNumbers() answered.
void addNumberedIds(storage::SqlText& sql, const std::string& numbers);

/// The users with all `groups`, for addNumberedIds(); empty if there are more than `most`.
Result<std::string> searchNumbers(storage::Transaction& transaction, const std::string& groups, std::int64_t most);
/// How many users have all `groups`, counted up to `most`.
Result<std::int64_t> searchCount(storage::Transaction& transaction, const std::string& groups, std::int64_t most);

} // namespace sallyport::identity
