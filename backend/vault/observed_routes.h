#pragma once

#include "backend/settings/settings.h"

namespace sallyport {

/// Refuses a change of `validation.observe` that names a route which there is not, until the token goes.
[[nodiscard]] settings::Settings::Subscription refuseUnknownRoutes(settings::Settings& settings);

} // namespace sallyport
