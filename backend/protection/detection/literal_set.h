#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// Finds any of many literals in one pass over a text, whatever the case of its ASCII letters (Aho and Corasick's automaton, with
/// bytes that no literal has folded into one column). Immutable once built; any thread.
class LiteralSet {
public:
    /// Literal `i` is known by its index. Empty ones are left out.
    explicit LiteralSet(const std::vector<std::string>& literals);

    /// Calls `found(index, end)` for each occurrence, `end` being the offset behind it. Linear in the text and what it finds.
    template <typename Found>
    void search(std::string_view text, Found&& found) const
    {
        const std::uint16_t* const table = m_next.data();
        std::uint32_t state = 0;
        const std::uint8_t* const columns = m_columns.data();
        const char* const bytes = text.data();
        const std::size_t size = text.size();
        for (std::size_t i = 0; i < size; ++i) {
            state = std::uint32_t{table[state + columns[static_cast<unsigned char>(bytes[i])]]} << rowBits;
            if (state >= m_firstEnd) [[unlikely]] {
                for (const std::uint16_t index : endsAt(state))
                    found(index, i + 1);
            }
        }
    }

private:
    std::span<const std::uint16_t> endsAt(std::uint32_t state) const noexcept;

    /// A row has room for every byte that literals may have: where it begins is a shift away, which is what each byte waits for.
    static constexpr std::uint32_t rowBits = 7;

    std::array<std::uint8_t, 256> m_columns{};
    std::uint32_t m_width = 1;    ///< columns in use
    std::uint32_t m_firstEnd = 0; ///< states from here on end a literal
    std::vector<std::uint16_t> m_next;
    std::vector<std::vector<std::uint16_t>> m_ends; ///< by state, from the first that ends one
};

} // namespace sallyport::protection::detection
