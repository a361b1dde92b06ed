#pragma once

#include "backend/access/cel/values/value.h"

#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::access::cel {

/// What one evaluation may use.
struct Bounds {
    std::uint64_t steps = 100'000;            ///< a step is a node, an element that is looked at, or 64 bytes of text
    std::size_t bytes = std::size_t{1} << 20; ///< that it makes: texts, lists, maps
};

/// Memory and steps of evaluations, one after the other. What an evaluation has made is good until the next `begin()`. Never
/// gives more than its bounds: who is refused once is refused until the next begin. One thread.
class Scratch {
public:
    explicit Scratch(const Bounds& bounds = {});

    void begin() noexcept
    {
        m_next = m_first;
        m_end = m_firstEnd;
        m_used = 0;
        m_stepsLeft = m_bounds.steps;
        m_outOfSteps = m_outOfMemory = false;
        if (!m_blocks.empty())
            m_blocks.clear(); // what was larger than usual isn't kept
    }
    const Bounds& bounds() const noexcept { return m_bounds; }

    /// False if so much work isn't left.
    bool charge(std::uint64_t steps) noexcept
    {
        if (steps <= m_stepsLeft) [[likely]] {
            m_stepsLeft -= steps;
            return true;
        }
        return outOfSteps();
    }
    bool chargeBytes(std::size_t bytes) noexcept { return charge(bytes / bytesPerStep); }
    std::uint64_t stepsUsed() const noexcept { return m_bounds.steps - m_stepsLeft; }

    bool exhausted() const noexcept { return m_outOfSteps || m_outOfMemory; }
    Failure exhaustion() const noexcept { return m_outOfSteps ? Failure::Steps : Failure::Memory; }

    /// Uninitialised memory for `count` of a type that needs no destructor; null if there is no more.
    template <typename Item>
    Item* array(std::size_t count) noexcept
    {
        static_assert(std::is_trivially_destructible_v<Item> && alignof(Item) <= alignment);
        if (count > m_bounds.bytes / sizeof(Item)) {
            m_outOfMemory = true;
            return nullptr;
        }
        return static_cast<Item*>(allocate(count * sizeof(Item)));
    }
    /// False, always: somebody wants more than there is room for.
    bool refuseMemory() noexcept
    {
        m_outOfMemory = true;
        return false;
    }
    std::size_t room() const noexcept { return m_bounds.bytes - m_used; }
    /// Null data if there is no memory for it.
    std::string_view copy(std::string_view text) noexcept;
    /// The same, ending with NUL; "" without memory.
    const char* copyTerminated(std::string_view text) noexcept;

    static constexpr std::size_t bytesPerStep = 64;

private:
    static constexpr std::size_t alignment = 16;
    static constexpr std::size_t firstBlock = 4096;
    void* allocate(std::size_t bytes) noexcept;
    void* allocateInNewBlock(std::size_t bytes) noexcept;
    bool outOfSteps() noexcept;

    const Bounds m_bounds;
    std::uint64_t m_stepsLeft;
    const std::unique_ptr<std::byte[]> m_firstBlock;
    std::byte* const m_first;
    std::byte* const m_firstEnd;
    std::vector<std::unique_ptr<std::byte[]>> m_blocks; ///< further ones
    std::size_t m_blockSize = 0;                        ///< of the last
    std::byte* m_next = nullptr;
    std::byte* m_end = nullptr;
    std::size_t m_used = 0;
    bool m_outOfSteps = false, m_outOfMemory = false;
};

/// A map of `entries`, which stay where they are. `duplicate` is set to the second of two equal keys; nothing without memory or
/// with such a pair. Keys must be keys.
std::optional<Value> makeMap(Scratch& scratch, std::span<const MapEntry> entries, std::size_t* duplicate = nullptr);

} // namespace sallyport::access::cel
