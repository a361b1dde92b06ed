// Whatever parseStrictJson takes must survive being written and read again, and must keep its limits.
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport;
namespace json = boost::json;

constexpr std::size_t maxBytes = 64 * 1024;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const json::value& value, std::size_t depth)
{
    require(depth <= jsonDepthLimit);
    if (const json::string* text = value.if_string()) {
        require(codePointCount({text->data(), text->size()}).has_value());
    } else if (const double* number = value.if_double()) {
        require(std::isfinite(*number));
    } else if (const json::array* array = value.if_array()) {
        for (const json::value& element : *array)
            check(element, depth + 1);
    } else if (const json::object* object = value.if_object()) {
        require(object->size() <= jsonMemberLimit);
        for (const auto& member : *object) {
            require(codePointCount({member.key().data(), member.key().size()}).has_value());
            check(member.value(), depth + 1);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<json::value> value = parseStrictJson(text, maxBytes);
    if (!value) {
        require(value.error().code == ErrorCode::BadRequest);
        return 0;
    }
    require(size <= maxBytes);
    check(*value, 0);
    const std::string again = json::serialize(*value);
    require(parseStrictJson(again, again.size()).has_value());
    return 0;
}
