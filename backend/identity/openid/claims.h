#pragma once

#include <boost/json/fwd.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
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

/// What a path names; nothing if there is no such claim. A path is a member's name, or names with dots between them
/// (`realm_access.roles`). A name may itself have dots (`https://idp.example/roles`, `resource_access.my.app.roles`): every way
/// to split the path is tried, the longest first name before shorter ones. A path that begins with `/` is a JSON pointer
/// (RFC 6901), which leaves nothing open.
const boost::json::value* claimAt(const boost::json::object& claims, std::string_view path);
/// False for a JSON pointer in which a `~` stands for nothing, and for an empty path.
bool isClaimPath(std::string_view path) noexcept;

/// True if the claim says this: equal to it, or an array that holds it. Numbers and booleans are compared as JSON writes
/// them. `name` is a path.
bool claimSays(const boost::json::object& claims, std::string_view name, std::string_view value);
/// The same of a claim that was found, for roles: an object says the names of its members, too, unless their value is `false`
/// or `null` (`"roles": {"admin": {"4711": "acme.example"}}`), and so do the objects of an array.
bool claimGives(const boost::json::value& claim, std::string_view value);

} // namespace sallyport::identity::outside
