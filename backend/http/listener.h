#pragma once

#include "backend/base/descriptor.h"
#include "backend/base/ip_address.h"
#include "backend/base/result.h"

#include <cstdint>

namespace sallyport::http {

struct PeerAddress {
    IpAddress address;
    std::uint16_t port = 0;
};

/// A listening, non-blocking socket. With `shared`, other sockets of this process may listen on the same port
/// (SO_REUSEPORT) and the kernel spreads the connections.
Result<Descriptor> listenOn(const IpAddress& address, std::uint16_t port, bool shared);

/// AddressInUse if anything listens there. SO_REUSEPORT would not notice a second instance of the same user.
Result<void> checkPortFree(const IpAddress& address, std::uint16_t port);

/// Where a socket is bound to, of a connection the address that the peer has connected to.
PeerAddress localEnd(int socket);

/// accept4, non-blocking. The descriptor, or -1 with errno set.
int acceptPeer(int listener, PeerAddress& peer);

/// Lets the process have up to `wanted` open files, as far as the hard limit permits.
void raiseFileLimit(std::size_t wanted);

} // namespace sallyport::http
