#include "backend/api/address_refusals.h"

#include <limits>

namespace sallyport::api {

std::uint64_t AddressRefusals::pack(const Place& place) noexcept
{
    return (std::uint64_t{place.tag} << 32) | (std::uint64_t{place.minute} << 16) | place.count;
}

AddressRefusals::Place AddressRefusals::unpack(std::uint64_t bits) noexcept
{
    return {static_cast<std::uint32_t>(bits >> 32), static_cast<std::uint16_t>(bits >> 16), static_cast<std::uint16_t>(bits)};
}

/// Never 0, which stands for no minute.
std::uint16_t AddressRefusals::minute() const noexcept
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(m_clock.steady().time_since_epoch()).count();
    return static_cast<std::uint16_t>(minutes % 65'000 + 1);
}

bool AddressRefusals::count(const IpAddress& address) noexcept
{
    const std::uint64_t hash = std::hash<IpAddress>{}(address);
    std::atomic<std::uint64_t>& bits = m_places[hash % places];
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const std::uint16_t now = minute();
    std::uint64_t before = bits.load(std::memory_order_relaxed);
    Place place;
    bool first = false;
    do {
        place = unpack(before);
        first = place.tag != tag || place.minute != now;
        if (first)
            place = {tag, now, 0};
        if (place.count < std::numeric_limits<std::uint16_t>::max())
            ++place.count;
    } while (!bits.compare_exchange_weak(before, pack(place), std::memory_order_relaxed));
    if (!first)
        return false;
    std::uint64_t recorded = m_recorded.load(std::memory_order_relaxed);
    std::uint64_t next = 0;
    do {
        const bool same = recorded >> 32 == now;
        if (same && (recorded & 0xffff'ffff) >= recordedAMinute)
            return false;
        next = same ? recorded + 1 : (std::uint64_t{now} << 32) | 1;
    } while (!m_recorded.compare_exchange_weak(recorded, next, std::memory_order_relaxed));
    return true;
}

bool AddressRefusals::isTiresome(const IpAddress& address) const noexcept
{
    const std::uint64_t hash = std::hash<IpAddress>{}(address);
    const Place place = unpack(m_places[hash % places].load(std::memory_order_relaxed));
    return place.count >= answeredAMinute && place.tag == static_cast<std::uint32_t>(hash >> 32) && place.minute == minute();
}

} // namespace sallyport::api
