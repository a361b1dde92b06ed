#include "app/daemon/shown_time.h"

namespace sallyport::daemon {
namespace shown_time_command {
namespace {

TimeZone& zone()
{
    static TimeZone chosen = TimeZone::system();
    return chosen;
}

} // namespace
} // namespace shown_time_command

std::string shownTime(UtcTime time)
{
    using namespace shown_time_command;
    return zone().rfc3339(time);
}

void showTimesIn(const TimeZone& chosen)
{
    using namespace shown_time_command;
    zone() = chosen;
}

} // namespace sallyport::daemon
