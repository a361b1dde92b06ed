#pragma once

#include "backend/access/policies/policy_set.h"
#include "backend/audit/details.h"
#include "backend/authorization/policies.h"
#include "backend/base/error.h"

#include <string_view>
#include <vector>

namespace sallyport::authorization {

/// A policy of words, without id, version and dates; each mistake goes to `errors`.
access::Policy policyOf(const NewPolicy& words, std::vector<FieldError>& errors);
NewPolicy wordsOf(const access::Policy& policy);
/// `words` with what the patch sets.
NewPolicy patched(NewPolicy words, const PolicyPatch& patch);
/// What an event says of a change.
audit::Details policyDetails(const NewPolicy& before, const NewPolicy& after);
/// By id or by name without regard to case; null: there is none.
const access::Policy* findPolicy(const access::policies::PolicySet& set, std::string_view idOrName);

} // namespace sallyport::authorization
