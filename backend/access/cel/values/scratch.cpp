#include "backend/access/cel/values/scratch.h"

#include <algorithm>
#include <new>
#include <numeric>

namespace sallyport::access::cel {

Scratch::Scratch(const Bounds& bounds)
    : m_bounds(bounds), m_stepsLeft(bounds.steps), m_firstBlock(std::make_unique_for_overwrite<std::byte[]>(firstBlock)),
      m_first(m_firstBlock.get()), m_firstEnd(m_first + firstBlock)
{
    begin();
}

bool Scratch::outOfSteps() noexcept
{
    m_stepsLeft = 0;
    m_outOfSteps = true;
    return false;
}

void* Scratch::allocate(std::size_t bytes) noexcept
{
    const std::size_t rounded = (bytes + alignment - 1) / alignment * alignment;
    if (m_outOfMemory || rounded > m_bounds.bytes - m_used) {
        m_outOfMemory = true;
        return nullptr;
    }
    m_used += rounded;
    if (rounded > static_cast<std::size_t>(m_end - m_next))
        return allocateInNewBlock(rounded);
    std::byte* const start = m_next;
    m_next += rounded;
    return start;
}

void* Scratch::allocateInNewBlock(std::size_t bytes) noexcept
{
    const std::size_t size = std::max(bytes, m_blocks.empty() ? firstBlock * 2 : m_blockSize * 2);
    std::unique_ptr<std::byte[]> block(new (std::nothrow) std::byte[size]);
    if (!block) {
        m_outOfMemory = true;
        return nullptr;
    }
    m_next = block.get();
    m_end = m_next + size;
    m_blocks.push_back(std::move(block));
    m_blockSize = size;
    std::byte* const start = m_next;
    m_next += bytes;
    return start;
}

std::string_view Scratch::copy(std::string_view text) noexcept
{
    char* const made = array<char>(std::max<std::size_t>(text.size(), 1));
    if (made == nullptr)
        return {};
    std::copy(text.begin(), text.end(), made);
    return {made, text.size()};
}

const char* Scratch::copyTerminated(std::string_view text) noexcept
{
    char* const made = array<char>(text.size() + 1);
    if (made == nullptr)
        return "";
    *std::copy(text.begin(), text.end(), made) = '\0';
    return made;
}

namespace {

/// Without an order: each with each.
std::optional<std::size_t> repeatedOfFew(std::span<const MapEntry> entries)
{
    for (std::size_t i = 1; i < entries.size(); ++i)
        for (std::size_t earlier = 0; earlier < i; ++earlier)
            if (compareKeys(entries[earlier].key, entries[i].key) == 0)
                return i;
    return {};
}

std::optional<std::size_t> repeatedInOrder(std::span<const MapEntry> entries, std::span<std::uint32_t> order)
{
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const int keys = compareKeys(entries[a].key, entries[b].key);
        return keys != 0 ? keys < 0 : a < b;
    });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (compareKeys(entries[order[i - 1]].key, entries[order[i]].key) == 0)
            return order[i];
    return {};
}

} // namespace

std::optional<Value> makeMap(Scratch& scratch, std::span<const MapEntry> entries, std::size_t* duplicate)
{
    std::uint32_t* order = nullptr;
    std::optional<std::size_t> repeated;
    if (entries.size() <= MapData::searchedInOrder) {
        repeated = repeatedOfFew(entries);
    } else {
        order = scratch.array<std::uint32_t>(entries.size());
        if (order == nullptr || !scratch.charge(entries.size()))
            return {};
        repeated = repeatedInOrder(entries, {order, entries.size()});
    }
    if (repeated) {
        if (duplicate != nullptr)
            *duplicate = *repeated;
        return {};
    }
    MapData* const data = scratch.array<MapData>(1);
    if (data == nullptr)
        return {};
    return Value::map(*new (data) MapData(entries, order));
}

} // namespace sallyport::access::cel
