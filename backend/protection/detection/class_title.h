#pragma once

#include "backend/protection/detection/attack_class.h"

namespace sallyport::protection::detection {

/// `SQL injection`: English, for people; translated by context "Detection". Any thread.
const char* classTitle(AttackClass attackClass) noexcept;

} // namespace sallyport::protection::detection
