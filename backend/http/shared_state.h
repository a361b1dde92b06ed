#pragma once

#include "backend/http/address_caps.h"
#include "backend/http/server.h"
#include "backend/http/ticket_keys.h"

#include <atomic>

namespace sallyport::http {

/// What the loops of one server have in common. Lives until the last connection object is gone.
struct SharedState {
    SharedState(const ServerLimits& serverLimits, const Clock& serverClock, Handler& serverHandler,
                std::chrono::minutes ticketRotation)
        : limits(serverLimits), clock(serverClock), handler(serverHandler), tickets(serverClock, ticketRotation),
          caps(serverLimits.connectionsPerAddress), handshakes(serverLimits.handshakesPerAddress),
          connections(serverLimits.connections), idle(serverLimits.idle), header(serverLimits.header), rate(serverLimits.bodyRate)
    {
    }

    const ServerLimits limits; ///< but for those below, and the caps of an address, as they were at the start
    const Clock& clock;
    Handler& handler;
    TicketKeys tickets;
    AddressCaps caps;
    HandshakeCaps handshakes;
    std::atomic<std::size_t> connections;
    std::atomic<std::chrono::milliseconds> idle, header;
    std::atomic<std::uint64_t> rate; ///< bytes a second that a body, or a client that reads, must keep up; 0: any

    /// What so many bytes are worth of time at that rate.
    std::chrono::seconds earned(std::uint64_t bytes) const noexcept
    {
        const std::uint64_t least = rate.load(std::memory_order_relaxed);
        return least == 0 ? std::chrono::seconds(24 * 3600) : std::chrono::seconds(bytes / least);
    }

    /// Tells the exception that is being handled.
    void tellFault() noexcept
    {
        sallyport::tellFault([this](const Fault& fault) { handler.onFault(fault); }, "http");
    }

    std::atomic<std::uint64_t> open{0};
    std::atomic<std::uint64_t> mostOpen{0}; ///< since memory was last given back
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<std::uint64_t> failedHandshakes{0};
    std::atomic<std::uint64_t> resumedHandshakes{0};
    std::atomic<std::uint64_t> bufferedBodies{0};
};

/// Counters of one loop; written by its thread, read by any.
struct LoopCounters {
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> rejected{0};
    std::atomic<std::uint64_t> bytesIn{0};
    std::atomic<std::uint64_t> bytesOut{0};
};

/// Adds without the price of an atomic read-modify-write: there is one writer.
inline void add(std::atomic<std::uint64_t>& counter, std::uint64_t value) noexcept
{
    counter.store(counter.load(std::memory_order_relaxed) + value, std::memory_order_relaxed);
}

} // namespace sallyport::http
