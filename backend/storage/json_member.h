#pragma once

#include <boost/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport {

/// The text of that member of a document which we wrote ourselves or whose schema was checked; `otherwise` if it isn't there or
/// is none. Memory only.
inline std::string jsonText(const boost::json::object& object, std::string_view member, std::string otherwise = {})
{
    const boost::json::value* const found = object.if_contains(member);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::move(otherwise);
}

/// Likewise a whole number, also one that is written with a point: 60.0.
inline std::int64_t jsonNumber(const boost::json::object& object, std::string_view member, std::int64_t otherwise = 0)
{
    const boost::json::value* const found = object.if_contains(member);
    if (found == nullptr)
        return otherwise;
    boost::system::error_code inexact;
    const auto number = found->to_number<std::int64_t>(inexact);
    return inexact ? otherwise : number;
}

} // namespace sallyport
