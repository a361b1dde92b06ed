#pragma once

#include "backend/base/error.h"
#include "backend/protection/limits/rate_limiter.h"
#include "backend/protection/limits/rate_rule.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::protection {

/// A route as rules see it; in the order of the server's own table.
struct LimitedRoute {
    std::string method;
    std::string pattern;    ///< `/api/users/{id}`
    std::string permission; ///< word; empty: none
    std::optional<RateClass> rate;
    bool probe = false; ///< no rule is for it
};

/// Whether an own rule is for the route.
bool isFor(const RateScope& scope, const LimitedRoute& route) noexcept;
/// How many routes a rule is for: a class by what they say, `address` all but probes, an own rule by its scope.
std::uint32_t routesOf(const RateSetting& rule, const std::vector<LimitedRoute>& routes) noexcept;
/// Brings a rule into form and adds to `errors` what is wrong with it; `routes` may be empty where none are known.
void checkRule(RateSetting& rule, const std::vector<LimitedRoute>& routes, std::vector<FieldError>& errors);
/// Of the six classes, in their order.
std::string_view rateClassTitle(std::string_view id) noexcept;
std::optional<RateClass> rateClassOf(std::string_view id) noexcept;

} // namespace sallyport::protection
