#include "backend/access/cel/values/network.h"

#include <algorithm>
#include <charconv>

namespace sallyport::access::cel {
namespace {

std::array<std::uint8_t, 16> maskedBytes(std::array<std::uint8_t, 16> bytes, int prefix) noexcept
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int kept = std::clamp(prefix - static_cast<int>(i) * 8, 0, 8);
        bytes[i] = static_cast<std::uint8_t>(bytes[i] & (0xff00 >> kept));
    }
    return bytes;
}

bool isV4InV6(std::string_view text)
{
    return text.find(':') != text.npos && text.find('.') != text.npos;
}

} // namespace

int fullPrefix(const IpAddress& address) noexcept
{
    return address.isV4() ? 32 : 128;
}

std::optional<Network> readAddress(std::string_view text)
{
    const Result<IpAddress> address = IpAddress::parse(text);
    if (!address || (isV4InV6(text) && address->isV4()))
        return {};
    return Network{*address, fullPrefix(*address)};
}

std::optional<Network> readNetwork(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == text.npos)
        return {};
    std::optional<Network> network = readAddress(text.substr(0, slash));
    const std::string_view digits = text.substr(slash + 1);
    const bool plain =
        !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos && (digits[0] != '0' || digits.size() == 1);
    int prefix = 0;
    if (!network || !plain || std::from_chars(digits.data(), digits.data() + digits.size(), prefix).ec != std::errc())
        return {};
    if (network->address.isV4() && text.find(':') != text.npos) // ::ffff:c000:201/120 counts the bits of IPv6
        prefix -= 96;
    if (prefix < 0 || prefix > network->prefix)
        return {};
    network->prefix = prefix;
    return network;
}

bool containsNetwork(const Network& outer, const Network& inner) noexcept
{
    return outer.address.isV4() == inner.address.isV4() && inner.prefix >= outer.prefix &&
           maskedBytes(outer.address.bytes(), outer.prefix) == maskedBytes(inner.address.bytes(), outer.prefix);
}

Network maskedNetwork(const Network& network) noexcept
{
    const auto bytes = maskedBytes(network.address.bytes(), network.prefix);
    if (!network.address.isV4())
        return {IpAddress::v6(bytes), network.prefix};
    const std::uint32_t host =
        (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) | bytes[3];
    return {IpAddress::v4(host), network.prefix};
}

} // namespace sallyport::access::cel
