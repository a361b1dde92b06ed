#include "backend/access/cel/values/value_json.h"

#include "backend/access/cel/values/network.h"
#include "backend/access/cel/values/time.h"
#include "backend/access/cel/values/value_text.h"
#include "backend/base/encoding.h"

#include <boost/json.hpp>

#include <charconv>
#include <cmath>
#include <new>

namespace sallyport::access::cel {
namespace {

namespace json = boost::json;

Error notAValue(std::string_view kind)
{
    return makeError(ErrorCode::InvalidArgument, "this is no value of the kind '" + std::string(kind) + "'");
}

Error noMemory()
{
    return makeError(ErrorCode::LimitReached, "these values take too much memory");
}

json::value moment(std::int64_t seconds, std::int64_t nanos)
{
    return json::object{{"seconds", seconds}, {"nanos", nanos}};
}

std::string_view jsonWord(Kind kind)
{
    switch (kind) {
    case Kind::Null: return "null";
    case Kind::Timestamp: return "timestamp";
    case Kind::Duration: return "duration";
    case Kind::Ip: return "ip";
    case Kind::Cidr: return "cidr";
    default: return kindName(kind);
    }
}

/// Writes a value within a number of bytes; once there is no room it writes nothing more. Recurses as deep as the value is.
class Writer {
public:
    explicit Writer(std::size_t mostBytes) : m_left(mostBytes) {}
    bool full() const noexcept { return m_full; }

    json::value write(const Value& value)
    {
        constexpr std::size_t each = 48; // about what one takes while it is put together
        const std::size_t size = each + (value.isText() ? value.asText().size() : 0);
        m_full = m_full || size > m_left;
        if (m_full)
            return nullptr;
        m_left -= size;
        return json::object{{jsonWord(value.kind()), part(value)}};
    }

private:
    json::value part(const Value& value)
    {
        switch (value.kind()) {
        case Kind::Bool: return value.asBool();
        case Kind::Int: return json::value(std::to_string(value.asInt()));
        case Kind::Uint: return json::value(std::to_string(value.asUint()));
        case Kind::Double: return json::value(doubleText(value.asDouble()));
        case Kind::String: return json::value(value.asText());
        case Kind::Bytes: return json::value(toBase64(std::as_bytes(std::span(value.asText()))));
        case Kind::List: return list(value.asList());
        case Kind::Map: return map(value.asMap());
        case Kind::Timestamp: return moment(value.seconds(), value.nanos());
        case Kind::Duration: return moment(value.durationNanos() / nanosPerSecond, value.durationNanos() % nanosPerSecond);
        case Kind::Ip:
        case Kind::Cidr: return json::value(networkText(value));
        case Kind::Type: return json::value(kindName(value.asType()));
        default: return true;
        }
    }
    json::value list(std::span<const Value> items)
    {
        json::array array;
        for (std::size_t i = 0; i < items.size() && !m_full; ++i)
            array.push_back(write(items[i]));
        return array;
    }
    json::value map(const MapData& map)
    {
        json::array array;
        for (std::size_t i = 0; i < map.size() && !m_full; ++i)
            array.push_back(json::array{write(map.entries()[i].key), write(map.entries()[i].value)});
        return array;
    }

    std::size_t m_left;
    bool m_full = false;
};

template <typename Number>
std::optional<Number> number(const json::value& part)
{
    Number value = 0;
    if (!part.is_string())
        return {};
    const std::string_view text = part.get_string();
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<double> real(const json::value& part)
{
    if (!part.is_string())
        return {};
    const std::string_view text = part.get_string();
    if (text == "NaN")
        return std::nan("");
    if (text == "Infinity" || text == "-Infinity")
        return text[0] == '-' ? -HUGE_VAL : HUGE_VAL;
    return number<double>(part);
}

std::optional<Value> momentValue(const json::value& part, bool isTime)
{
    const auto member = [&part](std::string_view name) {
        const json::value* const found = part.is_object() ? part.get_object().if_contains(name) : nullptr;
        return found == nullptr                                       ? std::optional<std::int64_t>()
               : json::try_value_to<std::int64_t>(*found).has_value() ? std::optional(found->to_number<std::int64_t>())
                                                                      : std::nullopt;
    };
    const auto seconds = member("seconds"), nanos = member("nanos");
    if (!seconds || !nanos || *nanos <= -nanosPerSecond || *nanos >= nanosPerSecond)
        return {};
    if (isTime)
        return *nanos < 0 ? std::nullopt : makeTime(*seconds, *nanos);
    std::int64_t all = 0;
    if (__builtin_mul_overflow(*seconds, nanosPerSecond, &all) || __builtin_add_overflow(all, *nanos, &all))
        return {};
    return Value::duration(all);
}

Result<Value> listValue(Scratch& scratch, const json::array& list)
{
    Value* const items = scratch.array<Value>(list.size());
    std::size_t made = 0;
    if (items == nullptr)
        return noMemory();
    for (const json::value& item : list) {
        SALLYPORT_ASSIGN(const Value value, fromJson(scratch, item));
        new (items + made++) Value(value);
    }
    return Value::list({items, made});
}

Result<Value> mapValue(Scratch& scratch, const json::array& list)
{
    MapEntry* const entries = scratch.array<MapEntry>(list.size());
    std::size_t made = 0;
    if (entries == nullptr)
        return noMemory();
    for (const json::value& pair : list) {
        if (!pair.is_array() || pair.get_array().size() != 2)
            return notAValue("map");
        SALLYPORT_ASSIGN(const Value key, fromJson(scratch, pair.get_array()[0]));
        SALLYPORT_ASSIGN(const Value value, fromJson(scratch, pair.get_array()[1]));
        if (!isKey(key))
            return makeError(ErrorCode::InvalidArgument, "a key is bool, int, uint or string");
        new (entries + made++) MapEntry{key, value};
    }
    const std::optional<Value> map = makeMap(scratch, {entries, made});
    return map ? Result<Value>(*map) : makeError(ErrorCode::InvalidArgument, "a map has the same key twice, or is too large");
}

Result<Value> textValue(Scratch& scratch, std::string_view kind, std::string_view text)
{
    if (kind == "ip" || kind == "cidr") {
        const std::optional<Network> read = kind == "ip" ? readAddress(text) : readNetwork(text);
        Network* const kept = read ? scratch.array<Network>(1) : nullptr;
        if (kept == nullptr)
            return notAValue(kind);
        new (kept) Network(*read);
        return kind == "ip" ? Value::ip(*kept) : Value::cidr(*kept);
    }
    std::string_view copy = text;
    Bytes bytes;
    if (kind == "bytes") {
        SALLYPORT_ASSIGN(bytes, fromBase64(text));
        copy = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    } else if (kind != "string") {
        return notAValue(kind);
    }
    const std::string_view kept = scratch.copy(copy);
    if (kept.data() == nullptr)
        return noMemory();
    return kind == "bytes" ? Value::bytes(kept) : Value::string(kept);
}

} // namespace

std::optional<json::value> toJson(const Value& value, std::size_t mostBytes)
{
    Writer writer(mostBytes);
    json::value written = writer.write(value);
    return writer.full() ? std::nullopt : std::optional(std::move(written));
}

Result<Value> fromJson(Scratch& scratch, const json::value& json)
{
    if (!json.is_object() || json.get_object().size() != 1)
        return makeError(ErrorCode::InvalidArgument, "a value is an object with one member that names its kind");
    const std::string_view kind = json.get_object().begin()->key();
    const json::value& part = json.get_object().begin()->value();
    std::optional<Value> value;
    if (kind == "null")
        value = Value::null();
    else if (kind == "bool" && part.is_bool())
        value = Value::boolean(part.get_bool());
    else if (const auto whole = kind == "int" ? number<std::int64_t>(part) : std::nullopt)
        value = Value::integer(*whole);
    else if (const auto natural = kind == "uint" ? number<std::uint64_t>(part) : std::nullopt)
        value = Value::natural(*natural);
    else if (const auto floating = kind == "double" ? real(part) : std::nullopt)
        value = Value::real(*floating);
    else if (kind == "timestamp" || kind == "duration")
        value = momentValue(part, kind == "timestamp");
    else if (kind == "list" && part.is_array())
        return listValue(scratch, part.get_array());
    else if (kind == "map" && part.is_array())
        return mapValue(scratch, part.get_array());
    else if (part.is_string())
        return textValue(scratch, kind, part.get_string());
    return value ? Result<Value>(*value) : notAValue(kind);
}

} // namespace sallyport::access::cel
