#pragma once

#include "backend/audit/event.h"
#include "backend/base/time_zone.h"

#include <string>

namespace sallyport::audit {

/// Appends the event as one JSON object on one line, members in a fixed order; the same object that JSON Lines reports
/// hold. Empty members are left out, `details` is an object (or a string, if somebody has written something else into
/// the table). Controls are escaped. The time is RFC 3339 in `zone`: UTC for programs, another one for the PDF.
/// `damage`, what is known of the journal's, is the last member, named as in a CSV's head; empty: there is none.
void appendEventJson(std::string& to, const Event& event, const TimeZone& zone = {}, std::string_view damage = {});

} // namespace sallyport::audit
