#include "backend/protection/lists/address_range.h"

#include <charconv>

namespace sallyport::protection {
namespace {

constexpr int v4Bits = 32;
constexpr int v6Bits = 128;
constexpr int banBits = 64; // of IPv6: one subscriber commonly has a whole /64

std::string keyOf(std::array<std::uint8_t, 16> bytes, bool v4)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t count = v4 ? 4 : 16;
    std::string key(1, v4 ? '4' : '6');
    key.reserve(1 + 2 * count);
    for (std::size_t i = 0; i < count; ++i) {
        key += digits[bytes[i] >> 4];
        key += digits[bytes[i] & 0xf];
    }
    return key;
}

} // namespace

Result<AddressRange> AddressRange::parse(std::string_view text)
{
    SALLYPORT_ASSIGN(const Cidr cidr, Cidr::parse(text));
    const std::string canonical = cidr.text();
    const std::size_t slash = canonical.find('/');
    AddressRange range;
    range.cidr = cidr;
    SALLYPORT_ASSIGN(range.base, IpAddress::parse(std::string_view(canonical).substr(0, slash)));
    std::from_chars(canonical.data() + slash + 1, canonical.data() + canonical.size(), range.length);
    return range;
}

AddressRange AddressRange::of(const IpAddress& address)
{
    auto range = parse(address.text()); // which an address always is
    return range ? std::move(*range) : AddressRange();
}

AddressRange AddressRange::banOf(const IpAddress& address)
{
    if (address.isV4())
        return of(address);
    auto range = parse(address.network().text() + '/' + std::to_string(banBits));
    return range ? std::move(*range) : of(address);
}

std::string AddressRange::text() const
{
    return isOne() ? base.text() : cidr.text();
}

std::string AddressRange::firstKey() const
{
    return keyOf(base.bytes(), base.isV4());
}

std::string AddressRange::lastKey() const
{
    std::array<std::uint8_t, 16> bytes = base.bytes();
    for (int bit = length; bit < (base.isV4() ? v4Bits : v6Bits); ++bit)
        bytes[static_cast<std::size_t>(bit / 8)] |= static_cast<std::uint8_t>(0x80 >> (bit % 8));
    return keyOf(bytes, base.isV4());
}

std::string addressKey(const IpAddress& address)
{
    return keyOf(address.bytes(), address.isV4());
}

} // namespace sallyport::protection
