#pragma once

#include "backend/protection/limits/rate_shape.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sallyport::protection {

/// Whose numbers are others than their rule's, by the caller's tag. Every check reads it: without a lock, in a few steps however
/// many there are, and in none where there is nobody. One writer at a time, which replaces all.
class RateOverrideTable {
public:
    static constexpr std::size_t most = 1'000;

    struct Entry {
        std::uint64_t tag = 0; ///< never 0
        std::uint32_t requests = 0, windowSeconds = 0;
        std::int64_t until = INT64_MAX; ///< on the limiter's clock
    };
    /// Those beyond `most` are left out.
    void set(std::span<const Entry> entries) noexcept;

    bool any() const noexcept { return m_count.load(std::memory_order_relaxed) > 0; }
    /// The rule's shape with the caller's numbers; nothing: they have none, or not any more.
    std::optional<RateShape> of(std::uint64_t tag, const RateShape& rule, std::int64_t now) const noexcept;

private:
    static constexpr std::size_t places = 2'048; ///< at most half full
    static_assert(most * 2 <= places && (places & (places - 1)) == 0);
    struct Place {
        std::atomic<std::uint64_t> tag{0}, numbers{0};
        std::atomic<std::int64_t> until{0};
    };
    static std::size_t placeOf(std::uint64_t tag) noexcept { return (tag * 0x9e3779b97f4a7c15u) >> 53; }
    static_assert(places == std::size_t{1} << (64 - 53));

    std::array<Place, places> m_places{};
    std::atomic<std::uint32_t> m_turn{0}; ///< odd: being changed; who reads sees the same even number before and after
    std::atomic<std::uint32_t> m_count{0};
};

} // namespace sallyport::protection
