#pragma once

#include "backend/base/ip_address.h"

#include <chrono>
#include <mutex>
#include <set>
#include <unordered_map>

namespace sallyport::http {

/// How many connections each address has open; IPv6 counts by /64. Never holds more entries than there are
/// connections. Thread-safe.
class AddressCaps {
public:
    explicit AddressCaps(std::size_t perAddress) : m_perAddress(perAddress) {}

    /// From the next connection on; those that are open stay.
    void setPerAddress(std::size_t perAddress);
    /// False if the address has as many as it may.
    bool enter(const IpAddress& address);
    void leave(const IpAddress& address);

private:
    std::mutex m_mutex;
    std::size_t m_perAddress;
    std::unordered_map<IpAddress, std::size_t> m_open;
};

/// The connections of each address whose TLS handshake isn't finished. An address may have many at once, as a program has that
/// begins; only while the oldest of them doesn't come to its end are no more let in than so many. Thread-safe.
class HandshakeCaps {
public:
    using Time = std::chrono::steady_clock::time_point;
    /// A handshake that takes so long is being held up.
    static constexpr std::chrono::seconds stalledAfter{2};

    explicit HandshakeCaps(std::size_t perAddress) : m_perAddress(perAddress) {}

    void setPerAddress(std::size_t perAddress);
    /// False if the address has as many as it may and holds one up. Otherwise to be left with the same time.
    bool enter(const IpAddress& address, Time begun);
    void leave(const IpAddress& address, Time begun);

private:
    std::mutex m_mutex;
    std::size_t m_perAddress;
    std::unordered_map<IpAddress, std::multiset<Time>> m_open;
};

} // namespace sallyport::http
