#pragma once

#include "backend/authorization/access_checks.h"
#include "backend/services/services.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::ui {

/// What the tests of a stored policy give with a draft in its place, as if that were enforced. Blocks; workers only.
Result<std::vector<authorization::PolicyTestResult>> tryTests(Services& services, const access::Actor& actor,
                                                              const access::Policy& policy, authorization::NewPolicy draft);

/// A draft that counts in the place of the stored policy, whatever it is called by now.
authorization::CheckOptions withDraft(const std::optional<access::Policy>& stored, authorization::NewPolicy draft, bool trace);

} // namespace sallyport::ui
