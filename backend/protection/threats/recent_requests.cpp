#include "backend/protection/threats/recent_requests.h"

namespace sallyport::protection {

void RecentRequests::dropOldest() noexcept
{
    m_distinct -= newest()[m_first];
    hashes()[m_first] = 0; // no request's
    m_first = place(1);
    --m_size;
}

void RecentRequests::makeRoom(std::uint32_t nowMs)
{
    while (m_size > 0 && nowMs - times()[m_first] >= windowMs)
        dropOldest();
    if (m_size < m_capacity)
        return;
    if (m_capacity < most)
        grow();
    else
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

void RecentRequests::push(std::uint32_t hash, std::uint32_t nowMs, bool isNew) noexcept
{
    const std::uint32_t at = place(m_size);
    hashes()[at] = hash;
    times()[at] = nowMs;
    newest()[at] = isNew ? 1 : 0;
    m_distinct += isNew ? 1 : 0;
    ++m_size;
}

RecentRequests::Counts RecentRequests::addAlike(std::uint32_t hash, std::uint32_t nowMs)
{
    hash |= 1;
    makeRoom(nowMs);
    push(hash, nowMs, false);
    // The whole block, in whatever order it lies: cells that aren't in use hold no hash.
    std::uint32_t alike = 0;
    const std::uint32_t* const all = hashes();
    for (std::uint32_t i = 0; i < m_capacity; ++i)
        alike += all[i] == hash ? 1U : 0U;
    return {m_size, alike};
}

/// The newest of each hash is marked: when it goes, the hash does.
RecentRequests::Counts RecentRequests::addDistinct(std::uint32_t hash, std::uint32_t nowMs)
{
    hash |= 1;
    makeRoom(nowMs);
    for (std::uint32_t i = m_size; i > 0; --i) {
        const std::uint32_t at = place(i - 1);
        if (hashes()[at] != hash || newest()[at] == 0)
            continue;
        newest()[at] = 0;
        --m_distinct;
        break;
    }
    push(hash, nowMs, true);
    return {m_size, m_distinct};
}

} // namespace sallyport::protection
