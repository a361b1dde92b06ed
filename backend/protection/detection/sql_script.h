#pragma once

#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/sql_reader.h"

namespace sallyport::protection::detection {

/// Whether a text that people write is one of SQL's statements itself, with nothing in it that is asked for in attacks:
/// `CREATE TABLE invoice (..)`, `SELECT city, COUNT(*) FROM customers GROUP BY city`. What is slipped into a statement begins
/// with the end of a value, not with a statement.
bool isScript(const Text& text, const SqlReader& reader);

} // namespace sallyport::protection::detection
