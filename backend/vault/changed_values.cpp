#include "backend/vault/changed_values.h"

#include <boost/json.hpp>

namespace sallyport {

namespace json = boost::json;

std::string changedValuesText(const ChangedValues& values)
{
    json::object object;
    for (const auto& [name, value] : values)
        object[name] = {value.before, value.after};
    return json::serialize(object);
}

ChangedValues readChangedValues(std::string_view text)
{
    ChangedValues values;
    boost::system::error_code failure;
    const json::value document = json::parse(text, failure);
    if (failure || !document.is_object())
        return values;
    for (const auto& member : document.get_object()) {
        const json::array& both = member.value().as_array();
        values[std::string(member.key())] = {std::string(both.at(0).as_string()), std::string(both.at(1).as_string())};
    }
    return values;
}

bool goFurtherBack(ChangedValues& later, const ChangedValues& takenBack)
{
    bool altered = false;
    for (auto& [name, value] : later) {
        const auto earlier = takenBack.find(name);
        if (earlier == takenBack.end() || value.before != earlier->second.after)
            continue;
        value.before = earlier->second.before;
        altered = true;
    }
    return altered;
}

} // namespace sallyport
