#pragma once

#include "app/console/demo/demo_records.h"
#include "app/console/demo/demo_vault.h"

namespace sallyport::app {

/// Two weeks of a clinic: second factors are set up, people sign in and out, mistype, get locked out, are disabled.
/// Records are read and changed meanwhile. Every one of them through the services. Ends with the clock at `today`.
Result<void> makeDemoHistory(Services& services, const access::Actor& admin, std::vector<DemoAccount>& accounts,
                             DemoRecords& records, DemoClock& clock, UtcTime today, int days, RandomSource& random);

} // namespace sallyport::app
