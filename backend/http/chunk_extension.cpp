#include "backend/http/chunk_extension.h"

#include "backend/http/characters.h"

namespace sallyport::http {
namespace {

constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t';
}

} // namespace

/// Behind the size, a name or a value: another extension, the name's value, white space before either, or the end.
ChunkExtension::Outcome ChunkExtension::afterPart(char c, State blank, bool mayHaveValue, bool mayEnd) noexcept
{
    if (c == ';')
        return moveTo(State::BeforeName);
    if (c == '=' && mayHaveValue)
        return moveTo(State::BeforeValue);
    if (isBlank(c))
        return moveTo(blank);
    return c == '\r' && mayEnd ? Outcome::LineEnd : Outcome::Malformed;
}

ChunkExtension::Outcome ChunkExtension::take(char c) noexcept
{
    switch (m_state) {
    case State::Start: return afterPart(c, State::AfterValue, false, true);
    case State::BeforeName:
        if (isBlank(c))
            return Outcome::NeedMore;
        return isTokenChar(c) ? moveTo(State::Name) : Outcome::Malformed;
    case State::Name: return isTokenChar(c) ? Outcome::NeedMore : afterPart(c, State::AfterName, true, true);
    case State::AfterName: return afterPart(c, State::AfterName, true, false);
    case State::BeforeValue:
        if (isBlank(c))
            return Outcome::NeedMore;
        if (c == '"')
            return moveTo(State::Quoted);
        return isTokenChar(c) ? moveTo(State::Token) : Outcome::Malformed;
    case State::Token: return isTokenChar(c) ? Outcome::NeedMore : afterPart(c, State::AfterValue, false, true);
    case State::Quoted:
        if (c == '"')
            return moveTo(State::QuotedEnd);
        if (c == '\\')
            return moveTo(State::Escaped);
        return isValueChar(c) ? Outcome::NeedMore : Outcome::Malformed;
    case State::Escaped: return isValueChar(c) ? moveTo(State::Quoted) : Outcome::Malformed;
    case State::QuotedEnd: return afterPart(c, State::AfterValue, false, true);
    case State::AfterValue: return afterPart(c, State::AfterValue, false, false);
    }
    return Outcome::Malformed;
}

} // namespace sallyport::http
