#pragma once

#include "backend/audit/event.h"
#include "backend/base/time_zone.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// RFC 4180: the names of the columns, then one record an event, each ended by CRLF; UTF-8. Times are RFC 3339 in `zone`.
/// With what is wrong with the journal they come from, each has one column more.
void appendCsvHead(std::string& to, std::string_view damage = {});
void appendCsvEvent(std::string& to, const Event& event, const TimeZone& zone, std::string_view damage = {});

/// The last column of what was made from a damaged journal, and its field; nothing without damage.
inline constexpr std::string_view damageColumn = "journal_damage";
void appendDamageField(std::string& to, std::string_view damage);

} // namespace sallyport::audit
