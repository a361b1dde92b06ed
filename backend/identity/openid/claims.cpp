#include "backend/identity/openid/claims.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace sallyport::identity::outside {
namespace {

namespace json = boost::json;

const json::value* findClaim(const json::object& claims, std::string_view path)
{
    if (const json::value* value = claims.if_contains(path))
        return value;
    const std::size_t dot = path.find('.');
    if (dot == path.npos)
        return nullptr;
    const json::value* inner = claims.if_contains(path.substr(0, dot));
    return inner != nullptr && inner->is_object() ? findClaim(inner->get_object(), path.substr(dot + 1)) : nullptr;
}

bool says(const json::value& claim, std::string_view value)
{
    if (claim.is_string())
        return std::string_view(claim.get_string()) == value;
    if (claim.is_bool() || claim.is_int64() || claim.is_uint64())
        return json::serialize(claim) == value;
    return false;
}

} // namespace

std::optional<std::string> textClaim(const json::object& claims, std::string_view name)
{
    const json::value* value = claims.if_contains(name);
    if (value == nullptr || !value->is_string() || value->get_string().empty())
        return std::nullopt;
    return std::string(value->get_string());
}

std::optional<std::int64_t> timeClaim(const json::object& claims, std::string_view name)
{
    constexpr double latest = 253'402'300'799; // the end of year 9999
    const json::value* value = claims.if_contains(name);
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    const double seconds = value->to_number<double>();
    if (!(seconds >= 0 && seconds <= latest))
        return std::nullopt;
    return static_cast<std::int64_t>(std::floor(seconds));
}

std::vector<std::string> textsClaim(const json::object& claims, std::string_view name)
{
    std::vector<std::string> texts;
    const json::value* value = claims.if_contains(name);
    if (value != nullptr && value->is_string())
        texts.emplace_back(value->get_string());
    if (value != nullptr && value->is_array()) {
        for (const json::value& entry : value->get_array()) {
            if (entry.is_string())
                texts.emplace_back(entry.get_string());
        }
    }
    return texts;
}

bool claimSays(const json::object& claims, std::string_view name, std::string_view value)
{
    const json::value* claim = findClaim(claims, name);
    if (claim == nullptr)
        return false;
    if (claim->is_array())
        return std::ranges::any_of(claim->get_array(), [&](const json::value& entry) { return says(entry, value); });
    return says(*claim, value);
}

} // namespace sallyport::identity::outside
