#pragma once

#include "app/console/demo/demo_clock.h"
#include "backend/base/random.h"
#include "backend/protection/traffic/traffic.h"

namespace sallyport::app {

/// Counts a day of requests before `today`, as the sample traffic makes them: few at night, some of them refused. The
/// dashboard's charts show them. Leaves the clock held.
void makeDemoRequests(protection::Traffic& traffic, DemoClock& clock, UtcTime today, RandomSource& random);

} // namespace sallyport::app
