#include "backend/http/address_caps.h"

namespace sallyport::http {

void AddressCaps::setPerAddress(std::size_t perAddress)
{
    const std::scoped_lock lock(m_mutex);
    m_perAddress = perAddress;
}

bool AddressCaps::enter(const IpAddress& address)
{
    const std::scoped_lock lock(m_mutex);
    std::size_t& open = m_open[address.network()];
    if (open >= m_perAddress) {
        if (open == 0)
            m_open.erase(address.network());
        return false;
    }
    ++open;
    return true;
}

void AddressCaps::leave(const IpAddress& address)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_open.find(address.network());
    if (found != m_open.end() && --found->second == 0)
        m_open.erase(found);
}

} // namespace sallyport::http
