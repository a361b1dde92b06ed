#pragma once

#include "backend/protection/inspection/detection_rules.h"

#include <vector>

namespace sallyport::protection {

/// Exclusions that come with the product: members that hold code or addresses by their nature, which only who administers may
/// send. They are shown among the others; nobody can take them away.
/// One without a rule is about every rule.
std::vector<NewExclusion> naturalPlaces();

} // namespace sallyport::protection
