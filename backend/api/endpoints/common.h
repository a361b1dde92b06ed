#pragma once

#include "backend/api/answer.h"
#include "backend/api/call.h"
#include "backend/api/endpoints/all_routes.h"
#include "backend/api/endpoints/json_of.h"

#include <boost/json.hpp>

namespace sallyport::api {

/// Bytes of a body that holds a handful of short members.
inline constexpr std::uint32_t kSmallBody = 16 * 1024;

using access::Permission;
using http::Method;
using protection::RateClass;
namespace json = boost::json;

inline UserId userIdOf(const Call& call) { return UserId(std::string(call.match.parameter)); }

/// `?limit=` as every list takes it.
inline Result<std::uint32_t> pageLimit(const Call& call) { return call.queryNumber("limit", 1, 200, 50); }

inline constexpr QueryParameter kLimit{"limit", "How many at most.", R"({"type":"integer","minimum":1,"maximum":200,"default":50})"};
inline constexpr QueryParameter kCursor{"cursor", "`page.next` of the page before.", R"({"type":"string","maxLength":1024})"};

/// InvalidArgument for one query parameter.
inline Error badQuery(std::string_view name, std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, "A query parameter is not acceptable");
    error.fields.push_back({std::string(name), std::move(message), std::string(rule)});
    return error;
}

} // namespace sallyport::api
