#include "backend/protection/lists/trusted_proxies.h"

#include <cstdlib>
#include <string_view>

/// Any bytes as Forwarded and X-Forwarded-For: an address comes out, and nobody else's than what a trusted hop has written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sallyport;
    using namespace sallyport::protection;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t half = size / 2;
    const std::string_view first = bytes.substr(0, half), second = bytes.substr(half);
    static const TrustedProxies trusted("192.0.2.0/24");
    const auto isTrusted = [](const IpAddress& address) { return trusted.contains(address); };
    const IpAddress proxy = IpAddress::v4(0xC0000201), stranger = IpAddress::v4(0xCB007101);
    if (clientAddress(stranger, std::span(&first, 1), std::span(&second, 1), isTrusted).address != stranger)
        std::abort();
    const ClientAddress told = clientAddress(proxy, std::span(&first, 1), std::span(&second, 1), isTrusted);
    if (told.source == ClientAddress::Source::Unreadable && !trusted.contains(told.address))
        std::abort();
    return 0;
}
