#pragma once

#include "app/console/demo/demo_vault.h"

namespace sallyport::app {

/// What somebody tried, and what honest people wrote that looked like it: looked at by the detector itself and written down as if
/// it had come over the wire, at the time at which the clock stands.
void makeDemoHit(Services& services, const std::vector<DemoAccount>& accounts, std::size_t number);

} // namespace sallyport::app
