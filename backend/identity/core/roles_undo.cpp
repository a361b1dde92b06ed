#include "backend/identity/core/roles_undo.h"

#include "backend/base/time_format.h"

#include <boost/json.hpp>

namespace sallyport::identity {

namespace {

namespace json = boost::json;

json::value timeOf(const std::optional<UtcTime>& time)
{
    return time ? json::value(toMicros(*time)) : json::value(nullptr);
}

std::optional<UtcTime> timeOf(const json::value& value)
{
    return value.is_int64() ? std::optional(fromMicros(value.get_int64())) : std::nullopt;
}

} // namespace

std::string rolesUndo(const std::vector<RoleAssignment>& before, const std::vector<WantedRole>& after)
{
    json::array had, left;
    for (const RoleAssignment& one : before)
        had.push_back({{"role", one.role}, {"until", timeOf(one.until)}, {"since", toMicros(one.since)}, {"by", one.by}});
    for (const WantedRole& one : after)
        left.push_back({{"role", one.role}, {"until", timeOf(one.until)}});
    return json::serialize(json::object{{"before", std::move(had)}, {"after", std::move(left)}});
}

RolesUndo readRolesUndo(std::string_view text)
{
    RolesUndo undo;
    boost::system::error_code failure;
    const json::value document = json::parse(text, failure);
    if (failure)
        return undo;
    for (const json::value& one : document.at("before").as_array())
        undo.before.push_back({std::string(one.at("role").as_string()), timeOf(one.at("until")),
                               fromMicros(one.at("since").to_number<std::int64_t>()), std::string(one.at("by").as_string())});
    for (const json::value& one : document.at("after").as_array())
        undo.after.emplace_back(std::string(one.at("role").as_string()), timeOf(one.at("until")));
    return undo;
}

} // namespace sallyport::identity
