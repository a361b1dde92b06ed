#pragma once

#include "backend/base/clock.h"
#include "backend/identity/core/user.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/sql_text.h"

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

/// What the statements need beside the query.
struct Given {
    UtcTime now = {};
    std::uint64_t epoch = 0;        ///< of what the query's filter looks at
    UtcTime graceCutoff = {};       ///< whose period of grace began then or before is overdue
    UtcTime inactiveSince = {};     ///< whose last use is then or before is inactive
    std::string groups = {};        ///< what the search index is asked; empty if it can't help
    std::string numbers = {};       ///< what it answered; empty if that were too many
    storage::PageCursor after = {}; ///< what the query's cursor says; without an id if there is none
};

// The statements of the list, put together from constants of the program: what a query asks for decides which of them,
// none of its texts is ever part of one.

/// A page and one row more. The columns are userColumns, then the value of the sort column, for the next cursor.
storage::SqlText userPageSql(const UserQuery& query, FindBy findBy, const Given& given = {});
/// Not for FindBy::Order.
storage::SqlText userCountSql(const UserQuery& query, FindBy findBy, const Given& given = {});

/// Last sign-in, factor and creation are numbers, the others texts.
bool sortsByNumber(UserQuery::Sort sort) noexcept;
bool isFiltered(const UserQuery& query) noexcept;
/// Who matches changes without any user changing: counts are not kept.
bool changesWithTime(const UserQuery& query) noexcept;

} // namespace sallyport::identity
