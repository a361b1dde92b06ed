#pragma once

#include "backend/base/ip_address.h"
#include "backend/base/result.h"

#include <cstdint>
#include <utility>

namespace sallyport::http {

/// Owns a file descriptor.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd) noexcept
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    int get() const noexcept { return m_fd; }
    int release() noexcept { return std::exchange(m_fd, -1); }

private:
    int m_fd = -1;
};

struct PeerAddress
{
    IpAddress address;
    std::uint16_t port = 0;
};

/// A listening, non-blocking socket. With `shared`, other sockets of this process may listen on the same port
/// (SO_REUSEPORT) and the kernel spreads the connections.
Result<Descriptor> listenOn(const IpAddress& address, std::uint16_t port, bool shared);

/// AddressInUse if anything listens there. SO_REUSEPORT would not notice a second instance of the same user.
Result<void> checkPortFree(const IpAddress& address, std::uint16_t port);

/// The port that a socket is bound to.
std::uint16_t boundPort(const Descriptor& socket);

/// accept4, non-blocking. The descriptor, or -1 with errno set.
int acceptPeer(int listener, PeerAddress& peer);

/// Lets the process have up to `wanted` open files, as far as the hard limit permits.
void raiseFileLimit(std::size_t wanted);

} // namespace sallyport::http
