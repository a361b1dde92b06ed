#pragma once

#include "backend/protection/lists/address_rules.h"
#include "backend/protection/threats/threats_service.h"

namespace sallyport {

/// What the address lists are to the threat scores; neither knows the other. `rules` must outlive what this gives.
protection::ThreatLists threatListsOf(protection::AddressRules& rules);

} // namespace sallyport
