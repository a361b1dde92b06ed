#pragma once

#include "app/console/demo/demo_clock.h"
#include "backend/base/random.h"
#include "backend/protection/traffic/traffic.h"

namespace sallyport::app {

/// Counts a day of requests up to now, as the sample traffic makes them: fewer at night, some of them refused. The
/// dashboard's charts show them. Takes the clock back for it and releases it.
void makeDemoRequests(protection::Traffic& traffic, DemoClock& clock, RandomSource& random);

} // namespace sallyport::app
