#pragma once

#include "backend/access/policies/explain.h"

#include <string>

namespace sallyport::authorization {

/// An explanation as one JSON object: `roles`, `policies` with the value of each sub-expression, `nearest`, `summary`. At most
/// tracedPolicies policies, those that decided first.
std::string traceText(const access::policies::Explanation& explanation);
inline constexpr std::size_t tracedPolicies = 100;

/// One sentence in English: `Denied by the policy 'Night shift'.`
std::string summaryOf(const access::policies::Judgement& judgement, access::Permission action);

} // namespace sallyport::authorization
