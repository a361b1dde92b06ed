#include "backend/http/chunk_decoder.h"

#include "backend/http/characters.h"

#include <algorithm>

namespace sallyport::http {
namespace {

constexpr unsigned sizeDigits = 15;             ///< hexadecimal digits: fits 60 bits, cannot overflow
constexpr std::size_t overheadLimit = 8 * 1024; ///< bytes of extensions and trailers a body may carry in all

} // namespace

bool ChunkDecoder::refuse(int status, std::string_view rule)
{
    m_status = status;
    m_rule = rule;
    return false;
}

ChunkDecoder::Outcome ChunkDecoder::feed(std::string_view bytes, std::uint64_t limit, std::string& body, std::size_t& used)
{
    used = 0;
    if (m_status != 0)
        return Outcome::Refused;
    while (used < bytes.size() && m_state != State::Done) {
        if (m_state == State::Data) {
            const auto take = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size() - used));
            body.append(bytes.substr(used, take));
            used += take;
            m_left -= take;
            if (m_left == 0)
                m_state = State::DataCarriageReturn;
            continue;
        }
        if (!step(bytes[used], limit, body.size()))
            return Outcome::Refused;
        ++used;
    }
    return m_state == State::Done ? Outcome::Complete : Outcome::NeedMore;
}

bool ChunkDecoder::step(char c, std::uint64_t limit, std::uint64_t have)
{
    switch (m_state) {
    case State::Size: return size(c);
    case State::Extension: return extension(c);
    case State::SizeLineFeed:
        if (c != '\n')
            return refuse(400, "chunk_line_end");
        if (m_left > limit - std::min(limit, have))
            return refuse(413, "body_too_long");
        m_state = m_left == 0 ? State::TrailerStart : State::Data;
        m_digits = 0;
        return true;
    case State::DataCarriageReturn: m_state = State::DataLineFeed; return c == '\r' || refuse(400, "chunk_data_end");
    case State::DataLineFeed: m_state = State::Size; return c == '\n' || refuse(400, "chunk_data_end");
    default: return trailer(c);
    }
}

bool ChunkDecoder::size(char c)
{
    if (const int digit = hexValue(c); digit >= 0) {
        if (++m_digits > sizeDigits)
            return refuse(400, "chunk_size_overflow");
        m_left = m_left * 16 + static_cast<std::uint64_t>(digit);
        return true;
    }
    if (m_digits == 0)
        return refuse(400, "chunk_size_malformed");
    if (c == '\r') {
        m_state = State::SizeLineFeed;
        return true;
    }
    m_state = State::Extension;
    m_extension = {};
    return extension(c);
}

bool ChunkDecoder::extension(char c)
{
    switch (m_extension.take(c)) {
    case ChunkExtension::Outcome::NeedMore: break;
    case ChunkExtension::Outcome::Malformed: return refuse(400, "chunk_extension_malformed");
    case ChunkExtension::Outcome::LineEnd: m_state = State::SizeLineFeed; return true;
    }
    return ++m_overhead <= overheadLimit || refuse(400, "chunk_extension_too_long");
}

bool ChunkDecoder::trailer(char c)
{
    if (++m_overhead > overheadLimit + 2)
        return refuse(431, "trailer_too_long");
    switch (m_state) {
    case State::TrailerStart:
        m_state = c == '\r' ? State::EndLineFeed : State::TrailerName;
        return c == '\r' || isTokenChar(c) || refuse(400, "trailer_malformed");
    case State::TrailerName:
        if (c == ':')
            m_state = State::TrailerValue;
        return c == ':' || isTokenChar(c) || refuse(400, "trailer_malformed");
    case State::TrailerValue:
        if (c == '\r')
            m_state = State::TrailerLineFeed;
        return c == '\r' || isValueChar(c) || refuse(400, "trailer_malformed");
    case State::TrailerLineFeed: m_state = State::TrailerStart; return c == '\n' || refuse(400, "trailer_malformed");
    default: m_state = State::Done; return c == '\n' || refuse(400, "trailer_malformed");
    }
}

} // namespace sallyport::http
