#include "backend/access/cel/values/compare.h"

#include <cmath>

namespace sallyport::access::cel {
namespace {

template <typename Number>
constexpr Order ordered(Number a, Number b) noexcept
{
    return a < b ? Order::Less : a > b ? Order::Greater : a == b ? Order::Equal : Order::Unordered;
}

constexpr Order reversed(Order order) noexcept
{
    return order == Order::Less ? Order::Greater : order == Order::Greater ? Order::Less : order;
}

/// As doubles within the range of the type, as the language's other implementations do.
Order orderOfReal(double a, const Value& b) noexcept
{
    constexpr double leastInt = -9223372036854775808.0, mostInt = 9223372036854775808.0, mostUint = 18446744073709551616.0;
    if (b.is(Kind::Double))
        return ordered(a, b.asDouble());
    if (std::isnan(a))
        return Order::Unordered;
    if (b.is(Kind::Int))
        return a < leastInt ? Order::Less : a > mostInt ? Order::Greater : ordered(a, static_cast<double>(b.asInt()));
    return a < 0 ? Order::Less : a > mostUint ? Order::Greater : ordered(a, static_cast<double>(b.asUint()));
}

Order orderOfNumbers(const Value& a, const Value& b) noexcept
{
    if (a.is(Kind::Double))
        return orderOfReal(a.asDouble(), b);
    if (b.is(Kind::Double))
        return reversed(orderOfReal(b.asDouble(), a));
    if (a.is(Kind::Int) && b.is(Kind::Int))
        return ordered(a.asInt(), b.asInt());
    if (a.is(Kind::Int) && a.asInt() < 0)
        return Order::Less;
    if (b.is(Kind::Int) && b.asInt() < 0)
        return Order::Greater;
    return ordered(a.asUint(), b.asUint());
}

bool equalLists(Scratch& scratch, std::span<const Value> a, std::span<const Value> b) noexcept
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!scratch.charge(1) || !equal(scratch, a[i], b[i]))
            return false;
    return true;
}

bool equalMaps(Scratch& scratch, const MapData& a, const MapData& b) noexcept
{
    if (a.size() != b.size())
        return false;
    for (const MapEntry& entry : a.entries()) {
        const Value* const other = scratch.charge(1) ? b.find(entry.key) : nullptr;
        if (other == nullptr || !equal(scratch, entry.value, *other))
            return false;
    }
    return true;
}

} // namespace

Order order(const Value& a, const Value& b) noexcept
{
    if (a.isNumber() && b.isNumber())
        return orderOfNumbers(a, b);
    if (a.kind() != b.kind())
        return Order::None;
    switch (a.kind()) {
    case Kind::Bool:
    case Kind::Duration: return ordered(a.asInt(), b.asInt());
    case Kind::String:
    case Kind::Bytes: return ordered(a.asText().compare(b.asText()), 0);
    case Kind::Timestamp: return a.seconds() != b.seconds() ? ordered(a.seconds(), b.seconds()) : ordered(a.nanos(), b.nanos());
    default: return Order::None;
    }
}

bool equal(Scratch& scratch, const Value& a, const Value& b) noexcept
{
    if (a.kind() != b.kind())
        return a.isNumber() && b.isNumber() && orderOfNumbers(a, b) == Order::Equal;
    switch (a.kind()) {
    case Kind::String:
    case Kind::Bytes:
        return a.asText().size() == b.asText().size() && scratch.chargeBytes(a.asText().size()) && a.asText() == b.asText();
    case Kind::Null: return true;
    case Kind::List: return equalLists(scratch, a.asList(), b.asList());
    case Kind::Map: return equalMaps(scratch, a.asMap(), b.asMap());
    case Kind::Ip:
    case Kind::Cidr: return a.asNetwork() == b.asNetwork();
    case Kind::Type: return a.asType() == b.asType();
    case Kind::Int: return a.asInt() == b.asInt();
    case Kind::Uint: return a.asUint() == b.asUint();
    default: return order(a, b) == Order::Equal;
    }
}

} // namespace sallyport::access::cel
