#pragma once

#include "backend/base/result.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// What must follow a literal: a sequence of items without going back, so that a match costs at most its own length.
/// An item is a byte, `\s` `\d` `\w` `\W`, `.`, a set `[a-f0-9_]` or `[^...]`, or words `(one|two)`; behind it `?`, `*` or `+`,
/// which take all they can (at most 200 bytes) and never give back; `~(one|two)` is one of the words somewhere in the next 64
/// bytes; `!(one|two)` is a place where none of the words begins; `$` is the end of the text and `\b` a place where no word goes
/// on.
class Pattern {
public:
    static Result<Pattern> parse(std::string_view source);

    /// Where the match that begins at `at` ends, if there is one.
    std::optional<std::size_t> match(std::string_view text, std::size_t at) const noexcept;
    /// False if no match begins at `at`: a look at one byte.
    bool mayBegin(std::string_view text, std::size_t at) const noexcept
    {
        return m_mayBeEmpty || (at >= text.size() ? m_anyFirst : m_first[static_cast<unsigned char>(text[at])]);
    }
    /// Bytes for which that is true.
    std::bitset<256> first() const noexcept { return m_mayBeEmpty ? std::bitset<256>().set() : m_first; }
    bool empty() const noexcept { return m_items.empty(); }

private:
    struct Item {
        /// How long the first of the words is that stands at `at`; 0: none.
        std::size_t wordAt(std::string_view text, std::size_t at) const noexcept;

        enum class Kind : std::uint8_t { Set, Words, Somewhere, Without, End, Boundary };
        Kind kind = Kind::Set;
        std::bitset<256> set;           ///< of words: what one of them begins with, in both cases
        std::vector<std::string> words; ///< lower case, by their first byte, otherwise in their order
        bool mayBeMissing = false;      ///< one of the words was empty
        std::size_t least = 1;
        std::size_t most = 1;
    };
    std::vector<Item> m_items;
    std::bitset<256> m_first; ///< bytes that a match may begin with
    bool m_anyFirst = false;
    bool m_mayBeEmpty = false;
};

} // namespace sallyport::protection::detection
