#include "backend/protection/lists/ban_memory.h"

#include <algorithm>
#include <ranges>

namespace sallyport::protection {

void BanMemory::replace(Bans bans)
{
    const std::lock_guard lock(m_mutex);
    m_bans = std::move(bans);
}

void BanMemory::add(const IpAddress& address, const Ban& ban)
{
    const std::lock_guard lock(m_mutex);
    const auto [begin, end] = m_bans.equal_range(address);
    if (std::none_of(begin, end, [&](const auto& known) { return known.second.ends == ban.ends; }))
        m_bans.emplace(address, ban);
}

void BanMemory::lift(const IpAddress& address, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto [begin, end] = m_bans.equal_range(address);
    for (auto known = begin; known != end;)
        known = known->second.ends > now ? m_bans.erase(known) : std::next(known);
}

void BanMemory::forget(UtcTime before)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_bans, [&](const auto& known) { return known.second.from < before; });
}

std::size_t BanMemory::count(const IpAddress& address, UtcTime since) const
{
    const std::lock_guard lock(m_mutex);
    const auto [begin, end] = m_bans.equal_range(address);
    return static_cast<std::size_t>(std::count_if(begin, end, [&](const auto& known) { return known.second.from >= since; }));
}

std::size_t BanMemory::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_bans.size();
}

} // namespace sallyport::protection
