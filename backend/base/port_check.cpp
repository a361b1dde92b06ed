#include "backend/base/port_check.h"

#include "backend/base/descriptor.h"
#include "backend/base/ip_address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace sallyport {

namespace {

socklen_t fill(sockaddr_storage& storage, const IpAddress& address, std::uint16_t port)
{
    if (address.isV4()) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&v4.sin_addr, address.bytes().data(), sizeof v4.sin_addr);
        std::memcpy(&storage, &v4, sizeof v4);
        return sizeof v4;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    std::memcpy(&v6.sin6_addr, address.bytes().data(), sizeof v6.sin6_addr);
    std::memcpy(&storage, &v6, sizeof v6);
    return sizeof v6;
}

PortCheck::State stateOf(int reason)
{
    switch (reason) {
    case EADDRINUSE: return PortCheck::State::Taken;
    case EACCES:
    case EPERM: return PortCheck::State::NotAllowed;
    default: return PortCheck::State::NoAddress;
    }
}

} // namespace

PortCheck checkPort(std::string_view address, std::uint16_t port)
{
    const auto parsed = IpAddress::parse(address);
    if (!parsed)
        return {PortCheck::State::NoAddress, "not an address"};
    const Descriptor descriptor(socket(parsed->isV4() ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int on = 1; // as the server listens: connections that are just ending don't count
    sockaddr_storage storage{};
    const socklen_t length = fill(storage, *parsed, port);
    if (descriptor.get() >= 0 && setsockopt(descriptor.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        bind(descriptor.get(), reinterpret_cast<const sockaddr*>(&storage), length) == 0)
        return {};
    const int reason = errno;
    return {stateOf(reason), std::strerror(reason)};
}

} // namespace sallyport
