#pragma once

#include <boost/json/fwd.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity::outside {

/// A text member that isn't empty.
std::optional<std::string> textClaim(const boost::json::object& claims, std::string_view name);
/// Whole seconds of a NumericDate (RFC 7519 §2), which may have a fraction.
std::optional<std::int64_t> timeClaim(const boost::json::object& claims, std::string_view name);
/// A text, or the texts of an array; empty for everything else.
std::vector<std::string> textsClaim(const boost::json::object& claims, std::string_view name);

/// True if the claim says this: equal to it, or an array that holds it. Numbers and booleans are compared as JSON writes
/// them. `name` is a member (also one with dots), or a path `realm_access.roles`.
bool claimSays(const boost::json::object& claims, std::string_view name, std::string_view value);

} // namespace sallyport::identity::outside
