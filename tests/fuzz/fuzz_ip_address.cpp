// Addresses and networks: what is taken has one canonical text, which reads back as the same.
#include "backend/base/ip_address.h"

#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sallyport;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<IpAddress> address = IpAddress::parse(text);
    if (address) {
        const Result<IpAddress> again = IpAddress::parse(address->text());
        require(again.has_value() && *again == *address && again->text() == address->text());
        require(std::hash<IpAddress>{}(*again) == std::hash<IpAddress>{}(*address));
        require(address->network().network() == address->network());
    }
    const Result<Cidr> network = Cidr::parse(text);
    if (network) {
        const Result<Cidr> again = Cidr::parse(network->text());
        require(again.has_value() && again->text() == network->text());
        require(!address || network->contains(*address)); // a bare address is a network of one
    }
    return 0;
}
