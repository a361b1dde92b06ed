#pragma once

#include "backend/authorization/policies.h"
#include "backend/storage/store.h"

#include <map>
#include <string>

namespace sallyport::authorization::rows {

/// All, in the order of their names.
[[nodiscard]] Result<std::vector<access::Policy>> allPolicies(storage::Transaction& transaction);
/// Adds it or what it is now, and keeps it as a version; older ones than policyVersionsKept go.
[[nodiscard]] Result<void> putPolicy(storage::Transaction& transaction, const access::Policy& policy);
[[nodiscard]] Result<void> removePolicy(storage::Transaction& transaction, const access::PolicyId& id);
/// The newest first.
[[nodiscard]] Result<std::vector<access::Policy>> versionsOf(storage::Transaction& transaction, const access::PolicyId& id);
[[nodiscard]] Result<std::vector<PolicyTest>> testsOf(storage::Transaction& transaction, const access::PolicyId& id);
/// Of every policy that has some, by its id.
using TestsByPolicy = std::map<std::string, std::vector<PolicyTest>>;
[[nodiscard]] Result<TestsByPolicy> allTests(storage::Transaction& transaction);
[[nodiscard]] Result<void> setTests(storage::Transaction& transaction, const access::PolicyId& id,
                                    const std::vector<PolicyTest>& tests);

} // namespace sallyport::authorization::rows
