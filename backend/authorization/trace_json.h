#pragma once

#include "backend/access/policies/explain.h"

#include <string>

namespace sallyport::authorization {

/// An explanation as one JSON object: `roles`, `policies` with the value of each sub-expression, `nearest`, `summary`. At most
/// tracedPolicies policies, those that decided first.
std::string traceText(const access::policies::Explanation& explanation);
inline constexpr std::size_t tracedPolicies = 100;

/// A sentence in English: `Denied by the policy 'Night shift'.` Two, if the object is hidden.
std::string summaryOf(const access::policies::Explanation& explanation);

} // namespace sallyport::authorization
