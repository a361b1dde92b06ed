#pragma once

#include "backend/protection/detection/bytes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::protection::detection {

/// Lower-case words, asked for in any case. Sorted when the program is compiled.
template <std::size_t count>
class WordTable {
public:
    constexpr explicit WordTable(std::array<std::string_view, count> words) : m_words(words) { std::ranges::sort(m_words); }
    bool has(std::string_view word) const noexcept
    {
        std::array<char, longest> folded{};
        if (word.empty() || word.size() > longest)
            return false;
        std::ranges::transform(word, folded.begin(), lowered);
        return std::ranges::binary_search(m_words, std::string_view(folded.data(), word.size()));
    }

    constexpr const std::array<std::string_view, count>& words() const noexcept { return m_words; }

private:
    static constexpr std::size_t longest = 40;
    std::array<std::string_view, count> m_words;
};

template <typename... Words>
constexpr auto wordTable(Words... words)
{
    return WordTable<sizeof...(Words)>(std::array<std::string_view, sizeof...(Words)>{std::string_view(words)...});
}

} // namespace sallyport::protection::detection
