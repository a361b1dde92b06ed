#pragma once

#include "backend/services/drills.h"

namespace sallyport {

/// False if the drill's time was over before this check, or while it ran: then it has tried nothing, and its note says so.
inline bool wasRun(const DrillCheck& check) noexcept
{
    return check.tried > 0;
}

/// Checks that the drill's time didn't suffice for. Zero: it is whole.
inline std::uint32_t notRun(const DrillReport& report) noexcept
{
    std::uint32_t sum = 0;
    for (const DrillCheck& check : report.checks)
        sum += wasRun(check) ? 0 : 1;
    return sum;
}

} // namespace sallyport
