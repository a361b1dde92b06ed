#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport {

/// Whether a server could listen at an address and port now. Nobody keeps the place: it may be taken the next moment.
struct PortCheck {
    enum class State {
        Free,
        Taken,      ///< somebody listens there
        NotAllowed, ///< a port below 1024 that this user may not use
        NoAddress,  ///< no address, or none of this machine
    };
    State state = State::Free;
    std::string reason; ///< the system's, English; empty if it is free
};

/// Opens a socket and closes it; doesn't block. Port 0 is free if the address is this machine's.
PortCheck checkPort(std::string_view address, std::uint16_t port);

} // namespace sallyport
