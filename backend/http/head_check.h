#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sallyport::http {

struct HeadLimits {
    std::size_t headBytes = 16 * 1024;
    std::size_t requestLineBytes = 8192;
    std::size_t fields = 100;
};

/// How a request is framed and what it asks of the transport, as far as that is decided by its head alone.
struct Framing {
    bool http10 = false;
    bool chunked = false;
    bool hasLength = false;
    std::uint64_t contentLength = 0;
    bool expectContinue = false;
};

/// Decides whether a request head is unambiguous, before any parser sees it (RFC 9112, RFC 9110). Whatever two
/// implementations could read differently is refused: bare CR or LF, obs-fold, white space before a colon, any control
/// character, Content-Length beside Transfer-Encoding, repeated or odd Content-Length, Transfer-Encoding other than one
/// `chunked`, missing, repeated or malformed Host.
///
/// It works line by line, so the outcome depends on the bytes only, never on how they were split into reads.
class HeadCheck {
public:
    enum class Outcome : std::uint8_t { NeedMore, Complete, Refused };

    explicit HeadCheck(const HeadLimits& limits) : m_limits(limits) {}

    /// `bytes` is everything from the first byte of the request on; it may hold more than the head. Continues where the
    /// last call ended; a Refused check stays Refused.
    Outcome feed(std::string_view bytes);

    /// Bytes before the request line: one empty line may precede it (RFC 9112 §2.2).
    std::size_t headStart() const noexcept { return m_start; }
    /// Length from the first byte to the end of the empty line that ends the head. Valid after Complete.
    std::size_t headEnd() const noexcept { return m_line; }
    const Framing& framing() const noexcept { return m_framing; }
    /// The status and the name of the broken rule. Valid after Refused.
    int status() const noexcept { return m_status; }
    std::string_view rule() const noexcept { return m_rule; }

private:
    bool refuse(int status, std::string_view rule);
    bool line(std::string_view text);
    bool requestLine(std::string_view text);
    bool fieldLine(std::string_view text);
    bool knownField(std::string_view name, std::string_view value);
    bool contentLength(std::string_view value);
    bool transferEncoding(std::string_view value);
    bool host(std::string_view value);
    bool absoluteForm(std::string_view target);
    bool finish();
    Outcome tooLong(std::string_view bytes);

    HeadLimits m_limits;
    Framing m_framing;
    std::string_view m_rule;
    std::size_t m_start = 0;
    std::size_t m_line = 0;   ///< offset of the line being read
    std::size_t m_search = 0; ///< where the search for its end goes on
    std::size_t m_fields = 0;
    int m_status = 0;
    unsigned m_hosts = 0;
    unsigned m_lengths = 0;
    unsigned m_codings = 0;
    bool m_unknownCoding = false;
    bool m_chunkedLast = false;
    bool m_repeatedChunked = false;
    bool m_haveRequestLine = false;
    bool m_done = false;
    bool m_wantsTrace = false;
    bool m_isConnect = false;
};

} // namespace sallyport::http
