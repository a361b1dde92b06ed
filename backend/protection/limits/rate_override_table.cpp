#include "backend/protection/limits/rate_override_table.h"

#include <algorithm>

namespace sallyport::protection {

void RateOverrideTable::set(std::span<const Entry> entries) noexcept
{
    entries = entries.first(std::min(entries.size(), most));
    m_turn.fetch_add(1, std::memory_order_acq_rel);
    for (Place& place : m_places)
        place.tag.store(0, std::memory_order_release);
    for (const Entry& entry : entries) {
        std::size_t at = placeOf(entry.tag);
        while (m_places[at].tag.load(std::memory_order_relaxed) != 0)
            at = (at + 1) % places;
        RateShape numbers;
        numbers.requests = entry.requests;
        numbers.windowSeconds = entry.windowSeconds;
        m_places[at].numbers.store(numbers.pack(), std::memory_order_release);
        m_places[at].until.store(entry.until, std::memory_order_release);
        m_places[at].tag.store(entry.tag, std::memory_order_release);
    }
    m_count.store(static_cast<std::uint32_t>(entries.size()), std::memory_order_release);
    m_turn.fetch_add(1, std::memory_order_acq_rel);
}

std::optional<RateShape> RateOverrideTable::of(std::uint64_t tag, const RateShape& rule, std::int64_t now) const noexcept
{
    while (any()) {
        const std::uint32_t turn = m_turn.load(std::memory_order_acquire);
        std::optional<RateShape> found;
        std::size_t at = placeOf(tag);
        for (std::size_t steps = 0; steps < places; ++steps, at = (at + 1) % places) {
            const std::uint64_t known = m_places[at].tag.load(std::memory_order_acquire);
            if (known == 0)
                break;
            if (known != tag)
                continue;
            if (m_places[at].until.load(std::memory_order_acquire) > now) {
                const RateShape numbers = RateShape::unpack(m_places[at].numbers.load(std::memory_order_acquire));
                found = rule;
                found->requests = numbers.requests;
                found->windowSeconds = numbers.windowSeconds;
            }
            break;
        }
        if ((turn & 1) == 0 && m_turn.load(std::memory_order_acquire) == turn)
            return found;
    }
    return std::nullopt;
}

} // namespace sallyport::protection
