#pragma once

#include <cstdint>

namespace sallyport::http {

/// What may stand between the size of a chunk and the end of its line (RFC 9112 §7.1.1), byte by byte:
///
///     *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS ( token / quoted-string ) ] )
///
/// A name is never empty, nor is a value that an equals sign announces; white space stands only before something. What an
/// extension says is nothing to us.
class ChunkExtension {
public:
    enum class Outcome : std::uint8_t { NeedMore, LineEnd, Malformed };

    /// The next byte, the first one is the one after the size. LineEnd: it was the CR of the line's end.
    Outcome take(char c) noexcept;

private:
    enum class State : std::uint8_t {
        Start,
        BeforeName,
        Name,
        AfterName,
        BeforeValue,
        Token,
        Quoted,
        Escaped,
        QuotedEnd,
        AfterValue ///< white space behind the size or a value
    };

    Outcome moveTo(State state) noexcept
    {
        m_state = state;
        return Outcome::NeedMore;
    }
    Outcome afterPart(char c, State blank, bool mayHaveValue, bool mayEnd) noexcept;

    State m_state = State::Start;
};

} // namespace sallyport::http
