#include "backend/outbound/connect.h"

#include "backend/outbound/resolver.h"

#include <algorithm>

namespace sallyport::outbound {
namespace {

constexpr std::size_t mostAddresses = 4; // that are tried for one name

} // namespace

Error addressRefused(const std::string& host, const IpAddress& address)
{
    return outboundError(failure::addressRefused, host + " is at " + address.text() + ", a " +
                                                      std::string(AddressRules::specialUse(address)) +
                                                      " address; the setting outbound.networks does not allow it.");
}

Result<IpAddress> connectTo(Connection& connection, const Url& url, const Policy& policy, Deadline deadline)
{
    std::vector<IpAddress> addresses;
    if (url.address) {
        addresses.push_back(*url.address);
    } else {
        SALLYPORT_ASSIGN(addresses, resolve(url.host, deadline));
    }
    Error last;
    std::size_t tried = 0;
    for (const IpAddress& address : addresses) {
        if (!policy.rules.allows(address)) {
            if (tried == 0) {
                last = addressRefused(url.host, address);
            }
            continue;
        }
        if (!url.tls && !address.isLoopback())
            return outboundError(failure::plainHttp, "Only https is spoken, except to this machine.");
        if (tried++ == mostAddresses)
            break;
        // An address that doesn't answer must leave time for the next.
        const auto now = std::chrono::steady_clock::now();
        const auto until = addresses.size() > 1 ? std::min(deadline, now + (deadline - now) / 2) : deadline;
        auto connected = connection.connect(address, url.port, until);
        if (connected)
            return address;
        last = std::move(connected).error();
        if (last.word == failure::stopped)
            break;
    }
    return last;
}

} // namespace sallyport::outbound
