#pragma once

#include "backend/base/time_zone.h"

#include <string>

namespace sallyport::daemon {

/// A time as a command shows it to people: RFC 3339 in the zone that the vault's settings say, the system's before one is open.
/// JSON always has UTC.
std::string shownTime(UtcTime time);
/// For the rest of this process, which runs one command. The main thread.
void showTimesIn(const TimeZone& zone);

} // namespace sallyport::daemon
