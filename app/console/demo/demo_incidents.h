#pragma once

#include "app/console/demo/demo_vault.h"

namespace sallyport::app {

/// How long before `today` the last hour's incidents begin: nothing else of the history may be later.
inline constexpr std::chrono::minutes incidentsBegin{50};

/// What an operator finds who opens the console: somebody guesses a password and is held back, a code is mistyped, a phone
/// is lost, a refresh token is used twice. Each through the services, in the order of time.
Result<void> makeDemoIncidents(Services& services, const access::Actor& admin, std::vector<DemoAccount>& accounts,
                               DemoClock& clock, UtcTime today);

} // namespace sallyport::app
