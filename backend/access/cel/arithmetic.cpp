#include "backend/access/cel/arithmetic.h"

#include "backend/access/cel/values/time.h"

#include <algorithm>
#include <limits>
#include <new>
#include <optional>

namespace sallyport::access::cel {
namespace {

using Index = std::uint32_t;

template <typename Number>
Value whole(Op op, Index node, Number a, Number b, Value (*make)(Number))
{
    Number result = 0;
    bool overflow = false;
    switch (op) {
    case Op::Add: overflow = __builtin_add_overflow(a, b, &result); break;
    case Op::Subtract: overflow = __builtin_sub_overflow(a, b, &result); break;
    case Op::Multiply: overflow = __builtin_mul_overflow(a, b, &result); break;
    default:
        if (b == 0)
            return Value::error(Failure::DivisionByZero, node);
        overflow =
            std::numeric_limits<Number>::is_signed && a == std::numeric_limits<Number>::min() && b == static_cast<Number>(-1);
        if (!overflow)
            result = static_cast<Number>(op == Op::Divide ? a / b : a % b);
    }
    return overflow ? Value::error(Failure::Overflow, node) : make(result);
}

Value real(Op op, Index node, double a, double b)
{
    switch (op) {
    case Op::Add: return Value::real(a + b);
    case Op::Subtract: return Value::real(a - b);
    case Op::Multiply: return Value::real(a * b);
    case Op::Divide: return Value::real(a / b);
    default: return Value::error(Failure::NoSuchOverload, node);
    }
}

Value concatenated(Scratch& scratch, Index node, const Value& a, const Value& b)
{
    const std::string_view first = a.asText(), second = b.asText();
    if (!scratch.chargeBytes(first.size() + second.size()))
        return Value::error(Failure::Steps, node);
    char* const made = scratch.array<char>(first.size() + second.size());
    if (made == nullptr)
        return Value::error(Failure::Memory, node);
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), made));
    const std::string_view text(made, first.size() + second.size());
    return a.is(Kind::String) ? Value::string(text) : Value::bytes(text);
}

Value joined(Scratch& scratch, Index node, std::span<const Value> a, std::span<const Value> b)
{
    if (!scratch.charge(a.size() + b.size()))
        return Value::error(Failure::Steps, node);
    Value* const items = scratch.array<Value>(a.size() + b.size());
    if (items == nullptr)
        return Value::error(Failure::Memory, node);
    std::uninitialized_copy(b.begin(), b.end(), std::uninitialized_copy(a.begin(), a.end(), items));
    return Value::list({items, a.size() + b.size()});
}

Value orOverflow(const std::optional<Value>& value, Index node)
{
    return value ? *value : Value::error(Failure::Overflow, node);
}

Value ofOneKind(Scratch& scratch, Op op, Index node, const Value& a, const Value& b)
{
    switch (a.kind()) {
    case Kind::Int: return whole<std::int64_t>(op, node, a.asInt(), b.asInt(), &Value::integer);
    case Kind::Uint: return whole<std::uint64_t>(op, node, a.asUint(), b.asUint(), &Value::natural);
    case Kind::Double: return real(op, node, a.asDouble(), b.asDouble());
    case Kind::Duration:
        if (op == Op::Add || op == Op::Subtract)
            return whole<std::int64_t>(op, node, a.durationNanos(), b.durationNanos(), &Value::duration);
        break;
    case Kind::Timestamp:
        if (op == Op::Subtract)
            return orOverflow(timeBetween(b, a), node);
        break;
    case Kind::String:
    case Kind::Bytes:
        if (op == Op::Add)
            return concatenated(scratch, node, a, b);
        break;
    case Kind::List:
        if (op == Op::Add)
            return joined(scratch, node, a.asList(), b.asList());
        break;
    default: break;
    }
    return Value::error(Failure::NoSuchOverload, node);
}

} // namespace

Value calculate(Scratch& scratch, Op op, std::uint32_t node, const Value& a, const Value& b)
{
    if (a.kind() == b.kind())
        return ofOneKind(scratch, op, node, a, b);
    if (a.is(Kind::Timestamp) && b.is(Kind::Duration) && (op == Op::Add || op == Op::Subtract))
        return orOverflow(timeAfter(a, b.durationNanos(), op == Op::Subtract), node);
    if (a.is(Kind::Duration) && b.is(Kind::Timestamp) && op == Op::Add)
        return orOverflow(timeAfter(b, a.durationNanos(), false), node);
    return Value::error(Failure::NoSuchOverload, node);
}

} // namespace sallyport::access::cel
