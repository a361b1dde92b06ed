#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace sallyport::protection {

/// The last requests of a client within a minute, as hashes: how many there are, and how many are alike or how many differ. Exact
/// up to `most`; grows with what it holds. An object is asked for the one or for the other, always. One thread at a time.
class RecentRequests {
public:
    static constexpr std::uint32_t most = 96;
    static constexpr std::uint32_t windowMs = 60'000;

    struct Counts {
        std::uint32_t size = 0;  ///< requests of the last minute, the new one too; `most` at most
        std::uint32_t count = 0; ///< of them with this hash; or different hashes
    };
    /// `nowMs`: milliseconds that only grow (mod 2^32).
    Counts addAlike(std::uint32_t hash, std::uint32_t nowMs);
    Counts addDistinct(std::uint32_t hash, std::uint32_t nowMs);
    std::size_t bytes() const noexcept { return m_capacity * 9; }

private:
    void makeRoom(std::uint32_t nowMs);
    void push(std::uint32_t hash, std::uint32_t nowMs, bool isNew) noexcept;
    void dropOldest() noexcept;
    void grow();
    std::uint32_t* hashes() const noexcept { return m_block.get(); }
    std::uint32_t* times() const noexcept { return m_block.get() + m_capacity; }
    /// Newest of its hash: one byte each, behind the times.
    std::uint8_t* newest() const noexcept { return reinterpret_cast<std::uint8_t*>(m_block.get() + 2 * m_capacity); }
    std::uint32_t place(std::uint32_t index) const noexcept
    {
        const std::uint32_t at = m_first + index;
        return at >= m_capacity ? at - m_capacity : at;
    }

    std::unique_ptr<std::uint32_t[]> m_block;
    std::uint32_t m_capacity = 0, m_first = 0, m_size = 0, m_distinct = 0;
};

} // namespace sallyport::protection
