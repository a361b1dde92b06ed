#include "app/daemon/shown_time.h"

namespace sallyport::daemon {
namespace {

TimeZone& zone()
{
    static TimeZone chosen = TimeZone::system();
    return chosen;
}

} // namespace

std::string shownTime(UtcTime time)
{
    return zone().rfc3339(time);
}

void showTimesIn(const TimeZone& chosen)
{
    zone() = chosen;
}

} // namespace sallyport::daemon
