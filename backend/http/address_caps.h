#pragma once

#include "backend/base/ip_address.h"

#include <mutex>
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

} // namespace sallyport::http
