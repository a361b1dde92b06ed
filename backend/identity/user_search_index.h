#pragma once

#include <string>
#include <string_view>

namespace sallyport::identity {

/// Where a part of a name or an e-mail address is looked up: which users have all of its groups of three letters. The one
/// file that knows SQLite's index of them (migration 0039); with PostgreSQL the two LIKE of the list find pg_trgm's by
/// themselves. Who has all groups need not have the whole text: LIKE has the last word.

/// What the index is asked for `text`, each group quoted, so that nothing of it is syntax. Empty if the index can't tell:
/// fewer than three letters.
std::string userSearchGroups(std::string_view text);

/// The ids of the users with all groups of $6, for `IN (..)`.
inline constexpr std::string_view userSearchIds =
    "SELECT n.user_id FROM user_search s JOIN user_search_numbers n ON n.number = s.rowid WHERE s.user_search MATCH $6";

/// How many users have all groups of $6, counted up to $7.
inline constexpr std::string_view userSearchCount =
    "SELECT COUNT(*) FROM (SELECT 1 FROM user_search s WHERE s.user_search MATCH $6 LIMIT $7)";

} // namespace sallyport::identity
