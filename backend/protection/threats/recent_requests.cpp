#include "backend/protection/threats/recent_requests.h"

#include <algorithm>

namespace sallyport::protection {

void RecentRequests::dropOldest() noexcept
{
    m_distinct -= newest()[m_first];
    m_first = place(1);
    --m_size;
}

void RecentRequests::expire(std::uint32_t nowMs) noexcept
{
    while (m_size > 0 && nowMs - times()[m_first] >= windowMs)
        dropOldest();
}

/// 8, 32, 96.
void RecentRequests::grow()
{
    const std::uint32_t wanted = m_capacity == 0 ? 8 : m_capacity == 8 ? 32 : most;
    auto block = std::make_unique<std::uint32_t[]>(std::size_t{wanted} * 2 + wanted / 4);
    auto* flags = reinterpret_cast<std::uint8_t*>(block.get() + 2 * wanted);
    for (std::uint32_t i = 0; i < m_size; ++i) {
        block[i] = hashes()[place(i)];
        block[wanted + i] = times()[place(i)];
        flags[i] = newest()[place(i)];
    }
    m_block = std::move(block);
    m_capacity = wanted;
    m_first = 0;
}

RecentRequests::Counts RecentRequests::add(std::uint32_t hash, std::uint32_t nowMs)
{
    if (m_size > 0)
        expire(nowMs);
    if (m_size == m_capacity) {
        if (m_capacity < most)
            grow();
        else
            dropOldest();
    }
    Counts counts;
    counts.alike = 1;
    bool known = false;
    const std::uint32_t* all = hashes();
    for (std::uint32_t i = 0; i < m_size; ++i) {
        const std::uint32_t at = place(i);
        if (all[at] != hash)
            continue;
        ++counts.alike;
        known = true;
        newest()[at] = 0;
    }
    const std::uint32_t at = place(m_size);
    hashes()[at] = hash;
    times()[at] = nowMs;
    newest()[at] = 1;
    ++m_size;
    m_distinct += known ? 0 : 1;
    counts.size = m_size;
    counts.distinct = m_distinct;
    return counts;
}

} // namespace sallyport::protection
