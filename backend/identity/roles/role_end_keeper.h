#pragma once

#include "backend/identity/core/core.h"

#include <chrono>
#include <functional>

namespace sallyport::identity {

/// So long before a role ends its member and those who read the journal are told: a week, and once more a day.
inline constexpr std::chrono::days roleEndToldWeek{7}, roleEndToldDay{1};

/// Roles that end: tells of it in advance, and removes what has ended. Nothing waits for it: what has ended allows nothing from
/// that moment on (inForce). Blocks; workers only.
class RoleEndKeeper {
public:
    explicit RoleEndKeeper(Core& core) : m_core(core) {}

    /// `deletable` is asked only if something has ended by the clock; what is removed was over by the time that it gives.
    [[nodiscard]] Result<void> keep(const std::function<Result<UtcTime>()>& deletable);

private:
    Result<void> tellAhead();
    Result<void> removeEnded(UtcTime deletable);

    Core& m_core;
};

} // namespace sallyport::identity
