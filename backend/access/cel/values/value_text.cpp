#include "backend/access/cel/values/value_text.h"

#include "backend/access/cel/values/time.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sallyport::access::cel {

std::string doubleText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-Infinity" : "Infinity";
    // Digits up to 21 places before the point and 7 behind it, an exponent beyond.
    constexpr double mostPlain = 1e21, leastPlain = 1e-6;
    const double size = std::abs(value);
    std::array<char, 64> text;
    const bool plain = size == 0 || (size >= leastPlain && size < mostPlain);
    const auto [end, failure] = std::to_chars(text.data(), text.data() + text.size(), value,
                                              plain ? std::chars_format::fixed : std::chars_format::scientific);
    return failure == std::errc() ? std::string(text.data(), end) : std::string();
}

std::optional<std::string> textOf(const Value& value)
{
    switch (value.kind()) {
    case Kind::String: return std::string(value.asText());
    case Kind::Bool: return value.asBool() ? "true" : "false";
    case Kind::Int: return std::to_string(value.asInt());
    case Kind::Uint: return std::to_string(value.asUint());
    case Kind::Double: return doubleText(value.asDouble());
    case Kind::Timestamp: return timeText(value);
    case Kind::Duration: return durationText(value);
    case Kind::Ip:
    case Kind::Cidr: return networkText(value);
    default: return {};
    }
}

std::string networkText(const Value& network)
{
    const Network& of = network.asNetwork();
    return network.is(Kind::Ip) ? of.address.text() : of.address.text() + '/' + std::to_string(of.prefix);
}

} // namespace sallyport::access::cel
