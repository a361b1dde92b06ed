#pragma once

#include "app/console/app_context.h"

namespace sallyport::app {

/// Every panel that exists, in the order of the navigation. The operator sees those that their permissions open.
void registerPanels(AppContext& context);

} // namespace sallyport::app
