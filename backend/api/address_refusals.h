#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace sallyport::api {

/// Counts what is refused to addresses that are kept out, minute by minute, in constant memory: to record the first refusal of an
/// address in a minute, and to know who comes so often that not even the answer is worth a handshake. Two addresses that share a
/// place take each other's count away: then somebody is recorded once more. Thread-safe, without locks.
class AddressRefusals {
public:
    /// Refusals of one address in a minute, after which its new connections are closed unanswered.
    static constexpr std::uint32_t answeredAMinute = 300;
    /// Refusals recorded in a minute, of all addresses together; all are counted.
    static constexpr std::uint32_t recordedAMinute = 300;

    explicit AddressRefusals(const Clock& clock) : m_clock(clock) {}

    /// Counts one. True if it is to be recorded.
    bool count(const IpAddress& address) noexcept;
    /// True if the address has had its answers for this minute.
    bool isTiresome(const IpAddress& address) const noexcept;

private:
    static constexpr std::size_t places = 8192;

    struct Place {
        std::uint32_t tag = 0; ///< of the address
        std::uint16_t minute = 0;
        std::uint16_t count = 0;
    };
    static std::uint64_t pack(const Place& place) noexcept;
    static Place unpack(std::uint64_t bits) noexcept;
    std::uint16_t minute() const noexcept;

    const Clock& m_clock;
    std::array<std::atomic<std::uint64_t>, places> m_places{};
    std::atomic<std::uint64_t> m_recorded{0}; ///< minute and how many
};

} // namespace sallyport::api
