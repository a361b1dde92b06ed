#pragma once

#include "backend/access/policies/residual.h"
#include "backend/storage/sql_text.h"

#include <string_view>

namespace sallyport::authorization {

/// Adds a condition in parentheses over the columns of a table that `alias` names. Never unknown: true or false of each row.
void addFilter(storage::SqlText& text, const access::policies::RowFilter& filter, std::string_view alias);

} // namespace sallyport::authorization
