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

void HandshakeCaps::setPerAddress(std::size_t perAddress)
{
    const std::scoped_lock lock(m_mutex);
    m_perAddress = perAddress;
}

bool HandshakeCaps::enter(const IpAddress& address, Time begun)
{
    const std::scoped_lock lock(m_mutex);
    std::multiset<Time>& open = m_open[address.network()];
    if (open.size() >= m_perAddress && begun - *open.begin() >= stalledAfter)
        return false;
    open.insert(begun);
    return true;
}

void HandshakeCaps::leave(const IpAddress& address, Time begun)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_open.find(address.network());
    if (found == m_open.end())
        return;
    if (const auto one = found->second.find(begun); one != found->second.end())
        found->second.erase(one);
    if (found->second.empty())
        m_open.erase(found);
}

} // namespace sallyport::http
