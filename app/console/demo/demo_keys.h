#pragma once

#include "app/console/demo/demo_vault.h"

namespace sallyport::app {

/// The sample vault's service accounts and API keys, good ones and those that the reports are for, and its identity
/// provider. `clock` stands in the past.
Result<std::vector<DemoKey>> makeDemoKeys(Services& services, const access::Actor& admin,
                                          const std::vector<DemoAccount>& accounts);
/// What happened to them lately: one is being rotated.
Result<void> ageDemoKeys(Services& services, const access::Actor& admin, std::vector<DemoKey>& keys);

} // namespace sallyport::app
