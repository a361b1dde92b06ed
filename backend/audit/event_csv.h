#pragma once

#include "backend/audit/event.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// RFC 4180: the names of the columns, then one record an event, each ended by CRLF; UTF-8 without a byte order mark.
void appendCsvHead(std::string& to);
void appendCsvEvent(std::string& to, const Event& event);

} // namespace sallyport::audit
