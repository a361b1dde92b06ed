#include "backend/access/cel/library.h"

#include "backend/access/cel/values/time.h"
#include "backend/access/cel/values/value_text.h"
#include "backend/base/utf8.h"

#include <charconv>
#include <limits>

namespace sallyport::access::cel {
namespace {

constexpr double belowInt = 9223372036854775808.0, belowUint = 18446744073709551616.0;

template <typename Number>
std::optional<Number> wholeText(std::string_view text)
{
    Number value = 0;
    if constexpr (std::numeric_limits<Number>::is_signed)
        if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
            text.remove_prefix(1);
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Value toInt(const Call& call)
{
    const Value& of = call[0];
    switch (of.kind()) {
    case Kind::Int: return of;
    case Kind::Uint:
        return of.asUint() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())
                   ? Value::integer(static_cast<std::int64_t>(of.asUint()))
                   : call.fail(Failure::Overflow);
    case Kind::Double: // the ends aren't taken: a double there may have been rounded
        return of.asDouble() > -belowInt && of.asDouble() < belowInt ? Value::integer(static_cast<std::int64_t>(of.asDouble()))
                                                                     : call.fail(Failure::Overflow);
    case Kind::String: {
        const auto value = wholeText<std::int64_t>(of.asText());
        return value ? Value::integer(*value) : call.fail(Failure::InvalidText, "this is no int");
    }
    case Kind::Timestamp: return Value::integer(of.seconds());
    default: return call.noOverload();
    }
}

Value toUint(const Call& call)
{
    const Value& of = call[0];
    switch (of.kind()) {
    case Kind::Uint: return of;
    case Kind::Int: return of.asInt() >= 0 ? Value::natural(of.asUint()) : call.fail(Failure::Overflow);
    case Kind::Double:
        return of.asDouble() >= 0 && of.asDouble() < belowUint ? Value::natural(static_cast<std::uint64_t>(of.asDouble()))
                                                               : call.fail(Failure::Overflow);
    case Kind::String: {
        const auto value = wholeText<std::uint64_t>(of.asText());
        return value ? Value::natural(*value) : call.fail(Failure::InvalidText, "this is no uint");
    }
    default: return call.noOverload();
    }
}

/// A decimal number, or the words for what isn't finite.
std::optional<double> readDouble(std::string_view text)
{
    const std::string lower = toLowerAscii(text);
    std::string_view rest = lower;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+'))
        rest.remove_prefix(1);
    double value = 0;
    if (rest == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (rest == "inf" || rest == "infinity") {
        value = std::numeric_limits<double>::infinity();
        return negative ? -value : value;
    }
    if (rest.empty() || rest.find_first_not_of("0123456789.e+-") != rest.npos || rest[0] == '-')
        return {};
    const auto [end, failure] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (end != rest.data() + rest.size())
        return {};
    if (failure == std::errc::result_out_of_range) {
        value = std::strtod(std::string(rest).c_str(), nullptr);
        if (value > 1)
            return {};
    } else if (failure != std::errc()) {
        return {};
    }
    return negative ? -value : value;
}

Value toDouble(const Call& call)
{
    const Value& of = call[0];
    switch (of.kind()) {
    case Kind::Double: return of;
    case Kind::Int: return Value::real(static_cast<double>(of.asInt()));
    case Kind::Uint: return Value::real(static_cast<double>(of.asUint()));
    case Kind::String: {
        const auto value = call.scratch.chargeBytes(of.asText().size()) ? readDouble(of.asText()) : std::nullopt;
        return value ? Value::real(*value) : call.fail(Failure::InvalidText, "this is no double");
    }
    default: return call.noOverload();
    }
}

Value toBool(const Call& call)
{
    const Value& of = call[0];
    if (of.is(Kind::Bool))
        return of;
    if (!of.is(Kind::String))
        return call.noOverload();
    for (const std::string_view yes : {"true", "TRUE", "True", "t", "T", "1"})
        if (of.asText() == yes)
            return Value::boolean(true);
    for (const std::string_view no : {"false", "FALSE", "False", "f", "F", "0"})
        if (of.asText() == no)
            return Value::boolean(false);
    return call.fail(Failure::InvalidText, "this is no bool");
}

Value toText(const Call& call)
{
    const Value& of = call[0];
    if (of.is(Kind::String))
        return of;
    if (of.is(Kind::Bytes)) {
        if (!call.scratch.chargeBytes(of.asText().size()) || !codePointCount(of.asText()))
            return call.fail(Failure::InvalidText, "these bytes are no UTF-8");
        return Value::string(of.asText());
    }
    const std::optional<std::string> text = textOf(of);
    return text ? call.text(*text) : call.noOverload();
}

Value orInvalid(const Call& call, const std::optional<Value>& value, const char* detail)
{
    return value ? *value : call.fail(Failure::InvalidText, detail);
}

Value toTime(const Call& call)
{
    const Value& of = call[0];
    switch (of.kind()) {
    case Kind::Timestamp: return of;
    case Kind::String: return orInvalid(call, readTime(of.asText()), "this is no time of RFC 3339 from year 1 to 9999");
    case Kind::Int: {
        const auto time = makeTime(of.asInt(), 0);
        return time ? *time : call.fail(Failure::Overflow);
    }
    default: return call.noOverload();
    }
}

Value toDuration(const Call& call)
{
    const Value& of = call[0];
    if (of.is(Kind::Duration))
        return of;
    if (!of.is(Kind::String))
        return call.noOverload();
    if (!call.scratch.chargeBytes(of.asText().size()))
        return call.fail(Failure::Steps);
    return orInvalid(call, readDuration(of.asText()), "this is no duration such as 1h30m, or longer than 290 years");
}

} // namespace

Value convertTo(FunctionId function, const Call& call)
{
    switch (function) {
    case FunctionId::Int: return toInt(call);
    case FunctionId::Uint: return toUint(call);
    case FunctionId::Double: return toDouble(call);
    case FunctionId::Bool: return toBool(call);
    case FunctionId::String: return toText(call);
    case FunctionId::Timestamp: return toTime(call);
    case FunctionId::Duration: return toDuration(call);
    case FunctionId::Bytes:
        return call.takes(0, Kind::Bytes)    ? call[0]
               : call.takes(0, Kind::String) ? Value::bytes(call[0].asText())
                                             : call.noOverload();
    default: return call.noOverload();
    }
}

} // namespace sallyport::access::cel
