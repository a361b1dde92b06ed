#pragma once

#include "backend/services/services.h"

#include <functional>

namespace sallyport {

/// What is ruled here and is no setting (limits with their own rules, detection with its rules and exclusions), read now, to be
/// made in a sandbox. What this needs of `ours` is read before it returns. Blocks.
[[nodiscard]] Result<std::function<Result<void>(Services& sandbox)>> rulesForSandbox(protection::RateLimits& limits,
                                                                                     protection::DetectionRules& detection);

} // namespace sallyport
