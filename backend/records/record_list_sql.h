#pragma once

#include "backend/access/decisions.h"
#include "backend/records/record.h"
#include "backend/storage/columns.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/sql_text.h"

#include <cstdint>

namespace sallyport::records {

/// What a page is chosen from: all that a scope may ask for, and the value that the list is sorted by.
enum class CandidateColumn { Id, OwnerId, Department, Classification, CreatedAt, ChangedAt, Place, End };
inline constexpr storage::Columns<CandidateColumn> candidateColumns{{{CandidateColumn::Id, "f.id"},
                                                                     {CandidateColumn::OwnerId, "f.owner_id"},
                                                                     {CandidateColumn::Department, "f.department"},
                                                                     {CandidateColumn::Classification, "f.classification"},
                                                                     {CandidateColumn::CreatedAt, "f.created_at"},
                                                                     {CandidateColumn::ChangedAt, "f.changed_at"},
                                                                     {CandidateColumn::Place, "f.place"}}};

/// The same for a scope that asks nothing: what the page needs, so that an index may have it all.
inline constexpr storage::Columns<CandidateColumn> placeColumns{{{CandidateColumn::Id, "f.id"},
                                                                 {CandidateColumn::OwnerId, "NULL"},
                                                                 {CandidateColumn::Department, "NULL"},
                                                                 {CandidateColumn::Classification, "''"},
                                                                 {CandidateColumn::CreatedAt, "0"},
                                                                 {CandidateColumn::ChangedAt, "0"},
                                                                 {CandidateColumn::Place, "f.place"}}};
/// Those that candidatesSql selects.
inline const storage::Columns<CandidateColumn>& columnsFor(const access::Scope& scope)
{
    return scope.exact() ? placeColumns : candidateColumns;
}

/// How the rows of a page are found.
enum class FindBy : std::uint8_t {
    Order,   ///< walk the sort order's index, from which all conditions are answered: good if many match
    Matches, ///< collect all matches from the indexes of the conditions, then sort: good if few match
};

// Put together from constants of the program: what a query asks for decides which of them, none of its texts is part of one.

/// In the list's order, after `after` (without an id: from its beginning); `most` rows after `skipped` ones, all if it is 0.
storage::SqlText candidatesSql(const RecordQuery& query, const access::Scope& scope, FindBy findBy, UtcTime now,
                               const storage::PageCursor& after, std::int64_t most, std::uint64_t skipped);
/// How many there are, up to `most`.
storage::SqlText countSql(const RecordQuery& query, const access::Scope& scope, std::int64_t most, UtcTime now);

/// Dates and classifications are numbers, the others texts.
bool sortsByNumber(RecordQuery::Sort sort) noexcept;

} // namespace sallyport::records
