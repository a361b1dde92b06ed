#include "backend/http/head_check.h"

#include "backend/http/authority.h"
#include "backend/http/characters.h"
#include "backend/http/request.h"

#include <algorithm>
#include <cstring>

namespace sallyport::http {
namespace {

constexpr std::size_t methodLimit = 32;  ///< bytes; the longest registered method has 17
constexpr std::size_t lengthDigits = 18; ///< decimal digits that always fit 64 bits

std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace

HeadCheck::Outcome HeadCheck::feed(std::string_view bytes)
{
    if (m_status != 0)
        return Outcome::Refused;
    const std::string_view window = bytes.substr(0, m_limits.headBytes);
    while (!m_done) {
        const void* found =
            m_search < window.size() ? std::memchr(window.data() + m_search, '\n', window.size() - m_search) : nullptr;
        if (found == nullptr)
            return tooLong(bytes);
        const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - window.data());
        if (!m_haveRequestLine && end - m_line > m_limits.requestLineBytes + 1) {
            refuse(414, "request_line_too_long");
            return Outcome::Refused;
        }
        if (end == m_line || window[end - 1] != '\r') {
            refuse(400, "bare_line_feed");
            return Outcome::Refused;
        }
        const std::string_view text = window.substr(m_line, end - 1 - m_line);
        m_line = m_search = end + 1;
        if (!line(text))
            return Outcome::Refused;
    }
    return Outcome::Complete;
}

/// The current line has no end yet. Refuses once no end can come within the limits.
HeadCheck::Outcome HeadCheck::tooLong(std::string_view bytes)
{
    const std::size_t windowSize = std::min(bytes.size(), m_limits.headBytes);
    if (!m_haveRequestLine && windowSize - m_line > m_limits.requestLineBytes + 1) {
        refuse(414, "request_line_too_long");
        return Outcome::Refused;
    }
    if (bytes.size() >= m_limits.headBytes) {
        refuse(431, "head_too_long");
        return Outcome::Refused;
    }
    m_search = std::max(m_search, windowSize);
    return Outcome::NeedMore;
}

bool HeadCheck::refuse(int status, std::string_view rule)
{
    m_status = status;
    m_rule = rule;
    return false;
}

bool HeadCheck::line(std::string_view text)
{
    if (!m_haveRequestLine) {
        if (text.empty() && m_start == 0) {
            m_start = m_line;
            return true;
        }
        m_haveRequestLine = true;
        return requestLine(text);
    }
    return text.empty() ? finish() : fieldLine(text);
}

bool HeadCheck::requestLine(std::string_view text)
{
    const std::size_t first = text.find(' ');
    if (first == 0 || first == std::string_view::npos)
        return refuse(400, "request_line_malformed");
    const std::string_view method = text.substr(0, first);
    if (method.size() > methodLimit || !std::ranges::all_of(method, isTokenChar))
        return refuse(400, "method_malformed");
    const std::size_t second = text.find(' ', first + 1);
    if (second == std::string_view::npos)
        return refuse(400, "request_line_malformed");
    const std::string_view target = text.substr(first + 1, second - first - 1);
    const std::string_view version = text.substr(second + 1);
    if (target.empty() || !std::ranges::all_of(target, isTargetChar))
        return refuse(400, "target_malformed");

    const bool versionShape =
        version.size() == 8 && version.starts_with("HTTP/") && isDigit(version[5]) && version[6] == '.' && isDigit(version[7]);
    if (!versionShape)
        return refuse(400, "version_malformed");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refuse(505, "version_not_supported");
    m_framing.http10 = version[7] == '0';
    m_wantsTrace = method == "TRACE";
    m_isConnect = method == "CONNECT";

    // RFC 9112 §3.2: origin-form, absolute-form, authority-form (CONNECT), asterisk-form (OPTIONS).
    if (method == "CONNECT")
        return (isValidHost(target) && !splitAuthority(target).port.empty()) || refuse(400, "target_malformed");
    if (target.front() == '/' || (target == "*" && method == "OPTIONS"))
        return true;
    return absoluteForm(target);
}

bool HeadCheck::absoluteForm(std::string_view target)
{
    constexpr std::string_view scheme = "https://";
    if (!equalsIgnoreCase(target.substr(0, scheme.size()), scheme))
        return refuse(400, "target_malformed");
    target.remove_prefix(scheme.size());
    return isValidHost(target.substr(0, target.find_first_of("/?"))) || refuse(400, "target_malformed");
}

bool HeadCheck::fieldLine(std::string_view text)
{
    if (++m_fields > m_limits.fields)
        return refuse(431, "too_many_fields");
    if (text.front() == ' ' || text.front() == '\t')
        return refuse(400, m_fields == 1 ? "white_space_before_fields" : "obsolete_line_folding");
    std::size_t colon = 0;
    while (colon < text.size() && isTokenChar(text[colon]))
        ++colon;
    if (colon == 0 || colon == text.size() || text[colon] != ':')
        return refuse(400, "field_name_malformed");
    const std::string_view name = text.substr(0, colon);
    const std::string_view raw = text.substr(colon + 1);
    if (!areValueChars(raw))
        return refuse(400, "field_value_malformed");
    return knownField(name, trimmed(raw));
}

/// The fields that decide framing. Compared by length first, since almost every line is another field.
bool HeadCheck::knownField(std::string_view name, std::string_view value)
{
    switch (name.size()) {
    case 4: return !equalsIgnoreCase(name, "host") || host(value);
    case 6:
        if (!equalsIgnoreCase(name, "expect") || m_framing.http10)
            return true;
        if (!equalsIgnoreCase(value, "100-continue"))
            return refuse(417, "expectation_unknown");
        m_framing.expectContinue = true;
        return true;
    case 14: return !equalsIgnoreCase(name, "content-length") || contentLength(value);
    case 16:
        if (equalsIgnoreCase(name, "content-encoding") && !equalsIgnoreCase(value, "identity"))
            return refuse(415, "content_encoding_not_supported");
        return true;
    case 17: return !equalsIgnoreCase(name, "transfer-encoding") || transferEncoding(value);
    default: return true;
    }
}

bool HeadCheck::contentLength(std::string_view value)
{
    if (++m_lengths > 1)
        return refuse(400, "content_length_repeated");
    if (value.empty() || value.size() > lengthDigits || !std::ranges::all_of(value, isDigit))
        return refuse(400, "content_length_invalid");
    for (const char digit : value)
        m_framing.contentLength = m_framing.contentLength * 10 + static_cast<std::uint64_t>(digit - '0');
    m_framing.hasLength = true;
    return true;
}

/// RFC 9112 §6.1, §7: a list over all its lines. Judged as a whole in finish().
bool HeadCheck::transferEncoding(std::string_view value)
{
    if (m_framing.http10)
        return refuse(400, "transfer_encoding_in_http10");
    while (true) {
        const std::size_t comma = value.find(',');
        const std::string_view coding = trimmed(value.substr(0, comma));
        if (coding.empty() || !std::ranges::all_of(coding, isTokenChar))
            return refuse(400, "transfer_encoding_malformed");
        const bool chunked = equalsIgnoreCase(coding, "chunked");
        m_repeatedChunked = m_repeatedChunked || (chunked && m_framing.chunked);
        m_unknownCoding = m_unknownCoding || !chunked;
        m_framing.chunked = m_framing.chunked || chunked;
        m_chunkedLast = chunked;
        ++m_codings;
        if (comma == std::string_view::npos)
            return true;
        value.remove_prefix(comma + 1);
    }
}

bool HeadCheck::host(std::string_view value)
{
    if (++m_hosts > 1)
        return refuse(400, "host_repeated");
    if (!isValidHost(value))
        return refuse(400, "host_invalid");
    return true;
}

bool HeadCheck::finish()
{
    if (m_hosts == 0 && !m_framing.http10)
        return refuse(400, "host_missing");
    if (m_codings > 0) {
        // RFC 9112 §6.3: both, or chunked not last: the length cannot be known; unknown codings below it: 501.
        if (m_framing.hasLength)
            return refuse(400, "content_length_with_transfer_encoding");
        if (!m_chunkedLast || m_repeatedChunked)
            return refuse(400, "transfer_encoding_not_chunked");
        if (m_unknownCoding)
            return refuse(501, "transfer_coding_unknown");
    }
    const bool hasBody = m_framing.chunked || m_framing.contentLength > 0;
    if (hasBody && (m_wantsTrace || m_isConnect))
        return refuse(400, "body_not_allowed");
    m_done = true;
    return true;
}

} // namespace sallyport::http
