#pragma once

#include "backend/audit/event.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// RFC 4180: the names of the columns, then one record an event, each ended by CRLF; UTF-8 without a byte order mark.
void appendCsvHead(std::string& to);
void appendCsvEvent(std::string& to, const Event& event);

/// One field. What a spreadsheet would take for a formula gets a `'` before it; controls (line ends too, so that each
/// event stays on its line) become `\n`, `\t`, `\x1b`, `\u0085`; quoted if it holds a comma or a quotation mark.
void appendCsvField(std::string& to, std::string_view text);

} // namespace sallyport::audit
