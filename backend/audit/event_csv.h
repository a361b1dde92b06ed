#pragma once

#include "backend/audit/event.h"
#include "backend/base/time_zone.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// RFC 4180: the names of the columns, then one record an event, each ended by CRLF; UTF-8. Times are RFC 3339 in `zone`.
void appendCsvHead(std::string& to);
void appendCsvEvent(std::string& to, const Event& event, const TimeZone& zone);

} // namespace sallyport::audit
