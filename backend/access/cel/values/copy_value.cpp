#include "backend/access/cel/values/copy_value.h"

#include <new>

namespace sallyport::access::cel {
namespace {

std::optional<Value> copyMap(Scratch& scratch, const MapData& map)
{
    const std::size_t size = map.size();
    MapEntry* const entries = scratch.array<MapEntry>(size);
    std::size_t made = 0;
    if (entries == nullptr)
        return {};
    for (const MapEntry& entry : map.entries()) {
        const std::optional<Value> key = copyValue(scratch, entry.key), value = copyValue(scratch, entry.value);
        if (!key || !value)
            return {};
        new (entries + made++) MapEntry{*key, *value};
    }
    return makeMap(scratch, {entries, made});
}

} // namespace

std::optional<Value> copyValue(Scratch& scratch, const Value& value)
{
    switch (value.kind()) {
    case Kind::String:
    case Kind::Bytes: {
        const std::string_view text = scratch.copy(value.asText());
        if (text.data() == nullptr)
            return {};
        return value.is(Kind::String) ? Value::string(text) : Value::bytes(text);
    }
    case Kind::List: {
        Value* const items = scratch.array<Value>(value.asList().size());
        std::size_t made = 0;
        if (items == nullptr)
            return {};
        for (const Value& item : value.asList()) {
            const std::optional<Value> copy = copyValue(scratch, item);
            if (!copy)
                return {};
            new (items + made++) Value(*copy);
        }
        return Value::list({items, made});
    }
    case Kind::Map: return copyMap(scratch, value.asMap());
    case Kind::Ip:
    case Kind::Cidr: {
        Network* const network = scratch.array<Network>(1);
        if (network == nullptr)
            return {};
        new (network) Network(value.asNetwork());
        return value.is(Kind::Ip) ? Value::ip(*network) : Value::cidr(*network);
    }
    case Kind::Error: return Value::error(value.failure(), value.failedNode(), scratch.copyTerminated(value.failureDetail()));
    default: return value;
    }
}

} // namespace sallyport::access::cel
