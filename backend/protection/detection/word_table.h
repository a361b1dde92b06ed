#pragma once

#include "backend/protection/detection/bytes.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sallyport::protection::detection {

/// Lower-case words, asked for in any case: a table of hashes that is made when the program is compiled.
template <std::size_t count>
class WordTable {
public:
    static constexpr std::size_t none = count;

    constexpr explicit WordTable(std::array<std::string_view, count> words) : m_words(words)
    {
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t slot = hash(words[i]);
            while (m_slots[slot] != 0)
                slot = (slot + 1) % slots;
            m_slots[slot] = static_cast<std::uint16_t>(i + 1);
        }
    }
    /// Index of a word, or `none`.
    constexpr std::size_t find(std::string_view word) const noexcept
    {
        if (word.empty())
            return none;
        for (std::size_t slot = hash(word); m_slots[slot] != 0; slot = (slot + 1) % slots) {
            if (equalsFolded(word, m_words[m_slots[slot] - 1U]))
                return m_slots[slot] - 1U;
        }
        return none;
    }
    constexpr bool has(std::string_view word) const noexcept { return find(word) != none; }
    constexpr const std::array<std::string_view, count>& words() const noexcept { return m_words; }

private:
    static constexpr std::size_t slots = std::bit_ceil(count * 3);
    static constexpr std::size_t hash(std::string_view word) noexcept
    {
        const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(lowered(word[i]))); };
        const std::size_t size = word.size();
        return (size * 37 + at(0) * 131 + at(size / 2) * 17 + at(size - 1) * 7 + at(size > 1 ? 1 : 0) * 311) % slots;
    }

    std::array<std::string_view, count> m_words;
    std::array<std::uint16_t, slots> m_slots{};
};

template <typename... Words>
constexpr auto wordTable(Words... words)
{
    return WordTable<sizeof...(Words)>(std::array<std::string_view, sizeof...(Words)>{std::string_view(words)...});
}

} // namespace sallyport::protection::detection
