#pragma once

#include "backend/audit/event_query.h"
#include "backend/storage/sql_text.h"

#include <functional>
#include <vector>

namespace sallyport::audit {

using storage::SqlText;
using SqlPart = std::function<void(SqlText&)>;

/// One member of a query as SQL.
struct Restriction {
    /// A condition on the row `e` that the planner cannot answer from an index, so that the driver chosen in
    /// EventSelection stays the driver (coalesce and unary plus do that in SQLite and PostgreSQL alike).
    SqlPart test;
    /// A subquery of the matching sequences that is answered from indexes alone, some of them perhaps twice; empty if
    /// there is no index for it.
    SqlPart candidates;
    /// A condition on `e` that one index answers in order of sequence; empty if it takes several values.
    SqlPart ordered;
};

/// All members but the period, in no particular order.
std::vector<Restriction> restrictionsOf(const EventQuery& query);

} // namespace sallyport::audit
