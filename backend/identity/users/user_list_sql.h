#pragma once

#include "backend/identity/core/user.h"

#include <cstdint>
#include <string>

namespace sallyport::identity {

/// How the rows of a filtered page are found.
enum class FindBy : std::uint8_t {
    Order,   ///< walk the sort order's index until the page is full: good if many match
    Matches, ///< collect all matches first, then sort them: good if few match
    Groups,  ///< the same, and the index of groups of letters knows who may match: good if it knows few
    Numbers, ///< the same, and it was asked before: good if it knows very few
};

/// The statements of the list, put together from constants of the program: what a query asks for decides which of them,
/// none of its texts is ever part of one. Parameters: $1 now, $2 search pattern, $3 role, $4 status, $6 groups or numbers, $7
/// limit, $8 offset or the cursor's value, $9 the cursor's id, $10 the end of inactivity. Only those that a statement names may
/// be bound.
///
/// The value of the sort column comes last in a page, for the next cursor.
std::string userPageSql(const UserQuery& query, FindBy findBy);
/// Uses $1 if `lockedOnly` and never $7 to $9. Not for FindBy::Order.
std::string userCountSql(const UserQuery& query, FindBy findBy);

bool isFiltered(const UserQuery& query) noexcept;
/// Who matches changes without any user changing: counts are not kept.
bool changesWithTime(const UserQuery& query) noexcept;

} // namespace sallyport::identity
