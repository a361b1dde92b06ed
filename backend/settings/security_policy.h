#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>

namespace sallyport::settings {

/// A Content-Security-Policy (CSP Level 3) that is one for an API's answers: visible ASCII, with default-src and frame-ancestors,
/// and without what voids it: 'unsafe-inline', 'unsafe-eval', any host (`*`, `https://*`, `*.com`), whole schemes (`https:`,
/// `data:`), hosts without TLS, a nonce (which a header that is always the same gives away), 'none' beside other sources, and
/// what browsers would pass over: unknown directives, words without their quotes, broken hashes. Where default-src names hosts,
/// object-src has to be there. Empty for the product's own. InvalidArgument with a sentence that says what would be accepted;
/// the rejected text is not repeated.
Result<std::string> parseSecurityPolicy(std::string_view text);

/// What could be narrower in a policy that is accepted.
enum class PolicyWeakness {
    None,
    AllowsSources,     ///< default-src is not 'none'
    ScriptsFollowBase, ///< scripts are allowed, and base-uri doesn't say where their relative addresses lead
};
PolicyWeakness weaknessOf(std::string_view policy);

inline constexpr std::size_t securityPolicyLimit = 1'024; ///< bytes

} // namespace sallyport::settings
