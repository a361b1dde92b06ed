#include "backend/access/cel/library.h"
#include "backend/access/cel/values/network.h"

#include <new>

namespace sallyport::access::cel {
namespace {

constexpr const char* noAddress = "this is no IP address";
constexpr const char* noNetwork = "this is no network such as 192.0.2.0/24";

Value made(const Call& call, const Network& network, bool isNetwork)
{
    Network* const kept = call.scratch.array<Network>(1);
    if (kept == nullptr)
        return call.fail(Failure::Memory);
    new (kept) Network(network);
    return isNetwork ? Value::cidr(*kept) : Value::ip(*kept);
}

Value contains(const Call& call, Kind kind)
{
    if (call.takes(1, kind))
        return Value::boolean(containsNetwork(call[0].asNetwork(), call[1].asNetwork()));
    if (!call.takes(1, Kind::String))
        return call.noOverload();
    const std::string_view text = call[1].asText();
    const std::optional<Network> inner = kind == Kind::Ip ? readAddress(text) : readNetwork(text);
    if (!inner)
        return call.fail(Failure::InvalidText, kind == Kind::Ip ? noAddress : noNetwork);
    return Value::boolean(containsNetwork(call[0].asNetwork(), *inner));
}

/// Those that read a text.
Value ofText(FunctionId function, const Call& call)
{
    const bool wantsNetwork = function == FunctionId::Cidr || function == FunctionId::IsCidr;
    const std::string_view text = call[0].asText();
    const std::optional<Network> read = wantsNetwork ? readNetwork(text) : readAddress(text);
    switch (function) {
    case FunctionId::IsIp:
    case FunctionId::IsCidr: return Value::boolean(read.has_value());
    case FunctionId::IsCanonical:
        return read ? Value::boolean(read->address.text() == text) : call.fail(Failure::InvalidText, noAddress);
    case FunctionId::Ip:
    case FunctionId::Cidr:
        return read ? made(call, *read, wantsNetwork) : call.fail(Failure::InvalidText, wantsNetwork ? noNetwork : noAddress);
    default: return call.noOverload();
    }
}

bool isMulticast(const IpAddress& address)
{
    return address.isV4() ? (address.bytes()[0] & 0xf0U) == 0xe0U : address.bytes()[0] == 0xff;
}

bool isLinkLocal(const IpAddress& address)
{
    const auto& bytes = address.bytes();
    return address.isV4() ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xfe && (bytes[1] & 0xc0U) == 0x80U;
}

bool isLinkLocalMulticast(const IpAddress& address)
{
    const auto& bytes = address.bytes();
    return address.isV4() ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xff && (bytes[1] & 0x0fU) == 2;
}

bool isLoopback(const IpAddress& address)
{
    return address.isV4() ? address.bytes()[0] == 127 : address.isLoopback();
}

Value ofAddress(FunctionId function, const Call& call)
{
    const IpAddress& address = call[0].asNetwork().address;
    const IpAddress broadcast = IpAddress::v4(0xffffffff);
    switch (function) {
    case FunctionId::Family: return Value::integer(address.isV4() ? 4 : 6);
    case FunctionId::IsUnspecified: return Value::boolean(address.isUnspecified());
    case FunctionId::IsLoopback: return Value::boolean(isLoopback(address));
    case FunctionId::IsLinkLocalUnicast: return Value::boolean(isLinkLocal(address));
    case FunctionId::IsLinkLocalMulticast: return Value::boolean(isLinkLocalMulticast(address));
    case FunctionId::IsGlobalUnicast:
        return Value::boolean(!address.isUnspecified() && !isLoopback(address) && !isMulticast(address) &&
                              !isLinkLocal(address) && address != broadcast);
    default: return call.noOverload();
    }
}

Value ofNetwork(FunctionId function, const Call& call)
{
    const Network& network = call[0].asNetwork();
    switch (function) {
    case FunctionId::IpOf: return made(call, {network.address, fullPrefix(network.address)}, false);
    case FunctionId::Masked: return made(call, maskedNetwork(network), true);
    case FunctionId::PrefixLength: return Value::integer(network.prefix);
    case FunctionId::ContainsIp: return contains(call, Kind::Ip);
    case FunctionId::ContainsCidr: return contains(call, Kind::Cidr);
    default: return call.noOverload();
    }
}

} // namespace

Value networkFunction(FunctionId function, const Call& call)
{
    switch (call[0].kind()) {
    case Kind::String: return ofText(function, call);
    case Kind::Ip: return ofAddress(function, call);
    case Kind::Cidr: return ofNetwork(function, call);
    default: return call.noOverload();
    }
}

} // namespace sallyport::access::cel
