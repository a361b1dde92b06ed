#include "backend/http/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

namespace sallyport::http {
namespace {

constexpr int backlog = 1024; ///< connections that the kernel completes before they are accepted

socklen_t toSocketAddress(const IpAddress& address, std::uint16_t port, sockaddr_storage& storage)
{
    storage = {};
    if (address.isV4()) {
        auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&v4.sin_addr, address.bytes().data(), sizeof v4.sin_addr);
        return sizeof v4;
    }
    auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    std::memcpy(&v6.sin6_addr, address.bytes().data(), sizeof v6.sin6_addr);
    return sizeof v6;
}

PeerAddress fromSocketAddress(const sockaddr_storage& storage)
{
    if (storage.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(storage);
        return {IpAddress::v4(ntohl(v4.sin_addr.s_addr)), ntohs(v4.sin_port)};
    }
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(storage);
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return {IpAddress::v6(bytes), ntohs(v6.sin6_port)};
}

void enable(int socket, int level, int option, int value = 1)
{
    setsockopt(socket, level, option, &value, sizeof value);
}

Error socketError(const char* what, int error)
{
    const auto code = error == EADDRINUSE                                                  ? ErrorCode::AddressInUse
                      : error == EACCES || error == EADDRNOTAVAIL || error == EAFNOSUPPORT ? ErrorCode::AddressNotAllowed
                                                                                           : ErrorCode::Unavailable;
    return makeError(code, std::string(what) + ": " + std::strerror(error)); // NOLINT(concurrency-mt-unsafe)
}

Result<Descriptor> boundSocket(const IpAddress& address, std::uint16_t port, bool shared)
{
    const int family = address.isV4() ? AF_INET : AF_INET6;
    Descriptor socket(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (socket.get() < 0)
        return socketError("cannot make a socket", errno);
    enable(socket.get(), SOL_SOCKET, SO_REUSEADDR);
    if (shared)
        enable(socket.get(), SOL_SOCKET, SO_REUSEPORT);
    if (!address.isV4()) // "::" means every address of the machine, IPv4 too
        enable(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, address.isUnspecified() ? 0 : 1);
    sockaddr_storage storage{};
    const socklen_t length = toSocketAddress(address, port, storage);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&storage), length) != 0)
        return socketError("cannot listen there", errno);
    return socket;
}

} // namespace

Result<Descriptor> listenOn(const IpAddress& address, std::uint16_t port, bool shared)
{
    SALLYPORT_ASSIGN(Descriptor socket, boundSocket(address, port, shared));
    enable(socket.get(), IPPROTO_TCP, TCP_NODELAY); // accepted sockets inherit it
    if (::listen(socket.get(), backlog) != 0)
        return socketError("cannot listen there", errno);
    return socket;
}

Result<void> checkPortFree(const IpAddress& address, std::uint16_t port)
{
    SALLYPORT_TRY(boundSocket(address, port, false));
    return {};
}

PeerAddress localEnd(int socket)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&storage), &length) != 0)
        return {};
    return fromSocketAddress(storage);
}

int acceptPeer(int listener, PeerAddress& peer)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    const int fd = ::accept4(listener, reinterpret_cast<sockaddr*>(&storage), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd >= 0)
        peer = fromSocketAddress(storage);
    return fd;
}

void raiseFileLimit(std::size_t wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min<rlim_t>(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace sallyport::http
