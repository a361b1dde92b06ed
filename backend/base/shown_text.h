#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sallyport {

// Text from elsewhere on its way out: to a terminal, into a file that somebody opens, into the journal. What could speak to
// the terminal, end the line, turn the reading direction or stand there unseen is written as an escape; everything else stays
// byte for byte. One rule for every way out: C0 and C1 controls, DEL, line and paragraph separators, format characters (bidi
// controls, zero width space, word joiner, BOM, soft hyphen, tags, ...), the fillers that show nothing, blank Braille, what is
// for private use or no character (yet), and bytes that are no UTF-8. Joiners and variation selectors stay where a script or an
// emoji needs them: behind something that they can join or vary; blank Braille between two cells.

/// For people and for CSV: `\n`, `\r`, `\t`, `\x1b`, `\u202e`, `\u{e0041}`. A backslash of the text stays as it is.
std::string shownText(std::string_view text);
void appendShownText(std::string& to, std::string_view text);

/// As a JSON string with its quotes: `\u202e`, beyond U+FFFF as a pair; what is no UTF-8 becomes U+FFFD.
void appendJsonString(std::string& to, std::string_view text);

/// A finished JSON text, in whose strings the same is escaped; its value stays the same. Line ends between members go.
void appendJsonText(std::string& to, std::string_view json);

/// A character that shows nothing, or speaks to what shows it, or a byte that is no UTF-8.
struct Unseen {
    std::size_t at = std::string_view::npos; ///< npos: there is no more
    std::size_t length = 0;
    char32_t value = 0; ///< the byte, where it is no UTF-8
    bool wellFormed = true;
};

/// Walks through a text from one unseen character to the next: the one rule for what goes out and for what a name
/// may have inside (name_text.h). Joiners and variation selectors are none where a script or an emoji needs them: between
/// characters that they can join, behind a virama, behind what they can vary. Spaces are none.
class UnseenPlaces {
public:
    explicit UnseenPlaces(std::string_view text) : m_text(text) {}

    Unseen next() noexcept;

private:
    bool isSeen(char32_t c) const noexcept;

    const std::string_view m_text;
    std::size_t m_at = 0;
    char32_t m_previous = 0; ///< 0: nothing that could be joined or varied
};

} // namespace sallyport
