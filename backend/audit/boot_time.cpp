#include "backend/audit/boot_time.h"

#include <cmath>
#include <fstream>

namespace sallyport::audit {

std::optional<BootTime> systemBootTime()
{
    BootTime boot;
    std::ifstream id("/proc/sys/kernel/random/boot_id");
    std::ifstream uptime(
        "/proc/uptime"); // the name of the clock itself would be a system call that whoever fakes the time replaces
    double seconds = 0;
    if (!std::getline(id, boot.id) || boot.id.empty() || !(uptime >> seconds) || !std::isfinite(seconds) || seconds < 0)
        return std::nullopt;
    boot.since = std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6));
    return boot;
}

} // namespace sallyport::audit
