#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace sallyport::audit {

/// How long this machine has run, sleep included: time that passes whatever the clock says, over restarts of a process, too.
struct BootTime {
    std::string id; ///< of this boot; another one begins anew
    std::chrono::microseconds since{};
};
/// Nothing if the system doesn't tell.
using BootClock = std::function<std::optional<BootTime>()>;

/// What Linux tells under /proc, which nobody sets. Any thread.
std::optional<BootTime> systemBootTime();

} // namespace sallyport::audit
