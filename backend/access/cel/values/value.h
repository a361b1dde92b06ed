#pragma once

#include "backend/base/ip_address.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace sallyport::access::cel {

/// What a value is at run time. `Absent` is an attribute that nobody has set, `Error` why there is no value; neither can be
/// written in an expression.
enum class Kind : std::uint8_t {
    Absent,
    Error,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    List,
    Map,
    Timestamp,
    Duration,
    Ip,
    Cidr,
    Type,
};
/// As `type(x)` names it: `int`, `google.protobuf.Timestamp`, `net.IP`.
std::string_view kindName(Kind kind) noexcept;

/// Why an evaluation gave no value.
enum class Failure : std::uint8_t {
    MissingAttribute, ///< declared, and not set for this request
    UnknownName,
    UnknownFunction,
    NoSuchOverload, ///< the function or operator takes no values of these types
    NoSuchKey,
    DuplicateKey,
    UnsupportedKey,
    IndexOutOfRange,
    DivisionByZero,
    Overflow, ///< beyond the range of the type
    InvalidText,
    Steps,  ///< more work than an evaluation may do
    Memory, ///< more memory than an evaluation may have
};
/// A word for machines: `missing_attribute`.
std::string_view failureWord(Failure failure) noexcept;

/// An address, or a network with its prefix: what Kind::Ip and Kind::Cidr point to.
struct Network {
    IpAddress address;
    int prefix = 0; ///< of a network; its address keeps the bits behind it
    bool operator==(const Network&) const = default;
};

class MapData;

/// A value of 16 bytes. Scalars are in it; texts, lists, maps and networks belong to somebody else (the program's constants,
/// the scratch of an evaluation, whoever gave the attributes), who must live as long.
class Value {
public:
    constexpr Value() noexcept = default;
    static constexpr Value null() noexcept { return Value(Kind::Null); }
    static constexpr Value boolean(bool value) noexcept
    {
        Value made(Kind::Bool);
        made.m_payload.integer = value ? 1 : 0;
        return made;
    }
    static constexpr Value integer(std::int64_t value) noexcept
    {
        Value made(Kind::Int);
        made.m_payload.integer = value;
        return made;
    }
    static constexpr Value natural(std::uint64_t value) noexcept
    {
        Value made(Kind::Uint);
        made.m_payload.natural = value;
        return made;
    }
    static constexpr Value real(double value) noexcept
    {
        Value made(Kind::Double);
        made.m_payload.real = value;
        return made;
    }
    /// Well-formed UTF-8.
    static constexpr Value string(std::string_view text) noexcept { return Value(Kind::String, text); }
    static constexpr Value bytes(std::string_view text) noexcept { return Value(Kind::Bytes, text); }
    static constexpr Value list(std::span<const Value> items) noexcept
    {
        Value made(Kind::List);
        made.setLength(static_cast<std::uint32_t>(items.size()));
        made.m_payload.items = items.data();
        return made;
    }
    static constexpr Value map(const MapData& data) noexcept
    {
        Value made(Kind::Map);
        made.m_payload.map = &data;
        return made;
    }
    /// Seconds since 1970 and nanoseconds from 0 to 999,999,999.
    static constexpr Value timestamp(std::int64_t seconds, std::uint32_t nanos) noexcept
    {
        Value made(Kind::Timestamp);
        made.setLength(nanos);
        made.m_payload.integer = seconds;
        return made;
    }
    static constexpr Value duration(std::int64_t nanos) noexcept
    {
        Value made(Kind::Duration);
        made.m_payload.integer = nanos;
        return made;
    }
    static constexpr Value ip(const Network& network) noexcept { return Value(Kind::Ip, network); }
    static constexpr Value cidr(const Network& network) noexcept { return Value(Kind::Cidr, network); }
    static constexpr Value type(Kind kind) noexcept
    {
        Value made(Kind::Type);
        made.setCode(static_cast<std::uint8_t>(kind));
        return made;
    }
    /// `node` is the program's node in which it happened; `detail` (ends with NUL) is of somebody who lives as long as the value.
    static constexpr Value error(Failure failure, std::uint32_t node, const char* detail = "") noexcept
    {
        Value made(Kind::Error);
        made.setCode(static_cast<std::uint8_t>(failure));
        made.setLength(node);
        made.m_payload.text = detail;
        return made;
    }

    constexpr Kind kind() const noexcept { return static_cast<Kind>(m_head & 0xffU); }
    constexpr bool is(Kind kind) const noexcept { return this->kind() == kind; }
    constexpr bool isError() const noexcept { return is(Kind::Error); }
    constexpr bool isText() const noexcept { return is(Kind::String) || is(Kind::Bytes); }
    constexpr bool isNumber() const noexcept { return kind() >= Kind::Int && kind() <= Kind::Double; }

    // Each only of the kinds that it names.
    constexpr bool asBool() const noexcept { return m_payload.integer != 0; }
    constexpr std::int64_t asInt() const noexcept { return m_payload.integer; }
    constexpr std::uint64_t asUint() const noexcept { return m_payload.natural; }
    constexpr double asDouble() const noexcept { return m_payload.real; }
    constexpr std::string_view asText() const noexcept { return {m_payload.text, length()}; } ///< String, Bytes
    constexpr std::span<const Value> asList() const noexcept { return {m_payload.items, length()}; }
    constexpr const MapData& asMap() const noexcept { return *m_payload.map; }
    constexpr std::int64_t seconds() const noexcept { return m_payload.integer; }       ///< Timestamp
    constexpr std::uint32_t nanos() const noexcept { return length(); }                 ///< Timestamp
    constexpr std::int64_t durationNanos() const noexcept { return m_payload.integer; } ///< Duration
    constexpr const Network& asNetwork() const noexcept { return *m_payload.network; }  ///< Ip, Cidr
    constexpr Kind asType() const noexcept { return static_cast<Kind>(code()); }        ///< Type
    constexpr Failure failure() const noexcept { return static_cast<Failure>(code()); } ///< Error
    constexpr std::uint32_t failedNode() const noexcept { return length(); }            ///< Error
    constexpr const char* failureDetail() const noexcept { return m_payload.text; }     ///< Error

private:
    constexpr explicit Value(Kind kind) noexcept : m_head(static_cast<std::uint64_t>(kind)) {}
    constexpr Value(Kind kind, std::string_view text) noexcept : Value(kind)
    {
        setLength(static_cast<std::uint32_t>(text.size()));
        m_payload.text = text.data();
    }
    constexpr Value(Kind kind, const Network& network) noexcept : Value(kind) { m_payload.network = &network; }
    constexpr void setCode(std::uint8_t code) noexcept { m_head |= std::uint64_t{code} << 8U; }
    constexpr void setLength(std::uint32_t length) noexcept { m_head |= std::uint64_t{length} << 32U; }
    constexpr std::uint8_t code() const noexcept { return static_cast<std::uint8_t>(m_head >> 8U); }
    constexpr std::uint32_t length() const noexcept { return static_cast<std::uint32_t>(m_head >> 32U); }

    /// Kind, code and length in one word: written by parts and read as a whole, a value would wait for its own parts.
    std::uint64_t m_head = 0;
    union {
        std::int64_t integer = 0;
        std::uint64_t natural;
        double real;
        const char* text;
        const Value* items;
        const MapData* map;
        const Network* network;
    } m_payload;
};
static_assert(sizeof(Value) == 16);

struct MapEntry {
    Value key;
    Value value;
};

/// The entries of a map in the order in which they were written. Keys are bool, int, uint and string; numbers that are equal are
/// one key, whatever their type.
class MapData {
public:
    /// Maps with more entries are searched by `order`, indices of the entries in the order of their keys.
    static constexpr std::size_t searchedInOrder = 8;
    MapData(std::span<const MapEntry> entries, const std::uint32_t* order) noexcept : m_entries(entries), m_order(order) {}

    std::span<const MapEntry> entries() const noexcept { return m_entries; }
    std::size_t size() const noexcept { return m_entries.size(); }
    /// Null if there is none. Of any kind: a double finds the whole number that it equals, other kinds nothing.
    const Value* find(const Value& key) const noexcept;
    const Value* find(std::string_view key) const noexcept { return find(Value::string(key)); }

private:
    std::span<const MapEntry> m_entries;
    const std::uint32_t* m_order;
};

/// May be the key of a map.
constexpr bool isKey(const Value& value) noexcept
{
    return value.is(Kind::String) || value.is(Kind::Int) || value.is(Kind::Uint) || value.is(Kind::Bool);
}
/// A total order of keys: bool, numbers, string.
int compareKeys(const Value& a, const Value& b) noexcept;

} // namespace sallyport::access::cel
