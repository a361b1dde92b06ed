#pragma once

#include "backend/protection/detection/bytes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// Where some words stand in a text, in any case: found in one pass when it is first asked for, however often that is. The
/// words don't overlap each other.
class Marks {
public:
    Marks(std::string_view text, std::span<const std::string_view> lower) : m_text(text), m_words(lower) {}

    /// Whether one of them stands in `part`, a piece of the text.
    bool in(std::string_view part)
    {
        if (!m_known)
            find();
        const auto begin = static_cast<std::size_t>(part.data() - m_text.data());
        const auto mark = std::ranges::lower_bound(m_marks, begin, {}, &Mark::begin);
        return mark != m_marks.end() && mark->begin + mark->length <= begin + part.size();
    }

private:
    struct Mark {
        std::size_t begin;
        std::size_t length;
    };
    void find()
    {
        m_known = true;
        std::array<bool, 256> first{};
        for (const auto word : m_words)
            first[static_cast<unsigned char>(word.front())] = true;
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            if (!first[static_cast<unsigned char>(lowered(m_text[at]))])
                continue;
            const auto* const word =
                std::ranges::find_if(m_words.data(), m_words.data() + m_words.size(),
                                     [&](std::string_view known) { return startsFolded(m_text.substr(at), known); });
            if (word != m_words.data() + m_words.size())
                m_marks.push_back({at, word->size()});
        }
    }

    std::string_view m_text;
    std::span<const std::string_view> m_words;
    std::vector<Mark> m_marks; ///< in their order
    bool m_known = false;
};

} // namespace sallyport::protection::detection
