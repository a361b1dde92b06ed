#include "backend/access/cel/values/value.h"

#include <array>
#include <cmath>
#include <limits>

namespace sallyport::access::cel {
namespace {

constexpr std::array<std::string_view, 16> kindNames{
    "absent",
    "error",
    "null_type",
    "bool",
    "int",
    "uint",
    "double",
    "string",
    "bytes",
    "list",
    "map",
    "google.protobuf.Timestamp",
    "google.protobuf.Duration",
    "net.IP",
    "net.CIDR",
    "type",
};
constexpr std::array<std::string_view, 13> failureWords{
    "missing_attribute", "unknown_name",    "unknown_function", "no_such_overload", "no_such_key",
    "duplicate_key",     "unsupported_key", "index_range",      "division_by_zero", "overflow",
    "invalid_text",      "too_many_steps",  "too_much_memory",
};

constexpr int rank(Kind kind) noexcept
{
    return kind == Kind::Bool ? 0 : kind == Kind::String ? 2 : 1;
}

template <typename Number>
constexpr int threeWay(Number a, Number b) noexcept
{
    return a < b ? -1 : a > b ? 1 : 0;
}

int compareNumberKeys(const Value& a, const Value& b) noexcept
{
    if (a.is(Kind::Int) && b.is(Kind::Int))
        return threeWay(a.asInt(), b.asInt());
    if (a.is(Kind::Int) && a.asInt() < 0)
        return -1;
    if (b.is(Kind::Int) && b.asInt() < 0)
        return 1;
    return threeWay(a.asUint(), b.asUint());
}

/// The whole number that a double equals, or Absent.
Value wholeNumber(double value) noexcept
{
    constexpr double belowUint = 18446744073709551616.0, leastInt = -9223372036854775808.0;
    if (std::trunc(value) != value || value < leastInt || value >= belowUint)
        return {};
    return value < 0 ? Value::integer(static_cast<std::int64_t>(value)) : Value::natural(static_cast<std::uint64_t>(value));
}

} // namespace

std::string_view kindName(Kind kind) noexcept
{
    return kindNames[static_cast<std::size_t>(kind)];
}

std::string_view failureWord(Failure failure) noexcept
{
    return failureWords[static_cast<std::size_t>(failure)];
}

int compareKeys(const Value& a, const Value& b) noexcept
{
    if (const int ranks = threeWay(rank(a.kind()), rank(b.kind())); ranks != 0)
        return ranks;
    if (a.is(Kind::String))
        return threeWay(a.asText().compare(b.asText()), 0);
    return a.is(Kind::Bool) ? threeWay(a.asInt(), b.asInt()) : compareNumberKeys(a, b);
}

const Value* MapData::find(const Value& key) const noexcept
{
    if (key.is(Kind::Double)) {
        const Value whole = wholeNumber(key.asDouble());
        return whole.is(Kind::Absent) ? nullptr : find(whole);
    }
    if (!isKey(key))
        return nullptr;
    if (m_order == nullptr) {
        for (const MapEntry& entry : m_entries)
            if (compareKeys(entry.key, key) == 0)
                return &entry.value;
        return nullptr;
    }
    std::size_t low = 0, high = m_entries.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const MapEntry& entry = m_entries[m_order[middle]];
        const int order = compareKeys(entry.key, key);
        if (order == 0)
            return &entry.value;
        (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
    }
    return nullptr;
}

} // namespace sallyport::access::cel
