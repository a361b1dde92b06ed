#pragma once

#include "backend/storage/store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sallyport::identity {

/// Where a part of a name or an e-mail address is looked up: which users have all of its groups of three letters. The one
/// file that knows SQLite's index of them (migration 0039); with PostgreSQL the two LIKE of the list find pg_trgm's by
/// themselves. Who has all groups need not have the whole text: LIKE has the last word.

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

/// The ids of the users with all groups of $6, for `IN (..)`.
inline constexpr std::string_view userSearchIds =
    "SELECT n.user_id FROM user_search s JOIN user_search_numbers n ON n.number = s.rowid WHERE s.user_search MATCH $6";

/// The numbers of the users with all groups of $6, at most $7.
inline constexpr std::string_view userSearchNumbers = "SELECT s.rowid FROM user_search s WHERE s.user_search MATCH $6 LIMIT $7";

/// The ids of the users with the numbers in $6, a JSON array, for `IN (..)`.
inline constexpr std::string_view userSearchNumberedIds =
    "SELECT n.user_id FROM user_search_numbers n WHERE n.number IN (SELECT value FROM json_each($6))";

/// How many users have all groups of $6, counted up to $7.
inline constexpr std::string_view userSearchCount =
    "SELECT COUNT(*) FROM (SELECT 1 FROM user_search s WHERE s.user_search MATCH $6 LIMIT $7)";

} // namespace sallyport::identity
