#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::http {

/// Where a BodySource writes to. Thread-safe; a call from a foreign thread is posted to the connection's loop.
class BodySink {
public:
    virtual ~BodySink() = default;

    /// Takes the chunk and calls `then(true)` on the loop thread when there is room for the next one, or `then(false)`
    /// when the connection ended. Returns false, takes nothing and never calls `then` if the connection is gone or more
    /// than ServerOptions::streamBuffer bytes are still waiting: write again after the earlier `then`.
    virtual bool write(std::string chunk, std::function<void(bool ok)> then) = 0;
    /// The body is complete.
    virtual void finish() = 0;
    /// The body cannot be completed: the connection is cut without the last chunk, so that the client sees it.
    virtual void abort() = 0;
    /// Bytes taken but not yet handed to the kernel.
    virtual std::size_t buffered() const = 0;
};

/// A body that is made while it is sent (exports, server-sent events). Sent chunked; to HTTP/1.0 until close.
/// Owned by the connection, destroyed when the body is over. Not started for HEAD.
class BodySource {
public:
    virtual ~BodySource() = default;

    /// On the loop thread, after the head was sent. Must not block; it may keep the sink and write from any thread.
    virtual void start(std::shared_ptr<BodySink> sink) = 0;
    /// On the loop thread, at most once: the body ended before finish() (client gone, deadline, server stopping).
    virtual void onClosed() = 0;
    /// False for an endless body (a live stream): a stopping server ends it at once instead of waiting for it.
    virtual bool endsByItself() const { return true; }
};

/// What goes back. The transport adds Date, Content-Length or Transfer-Encoding, and Connection where it closes; set
/// none of them yourself. For HEAD, 204 and 304 the body is left out on the wire.
class Response {
public:
    Response() = default;
    explicit Response(int status) : m_status(status) {}

    int status() const noexcept { return m_status; }
    void setStatus(int status) noexcept { m_status = status; }

    /// Appends one field line. A name that is no token or a value with CR, LF, NUL or another control character is
    /// dropped and answers false: what a client sent can never start a new line.
    bool addHeader(std::string_view name, std::string_view value);
    /// The value of a field added with addHeader (any case).
    std::optional<std::string_view> header(std::string_view name) const noexcept;
    /// The lines added so far, each with its CRLF.
    const std::string& headerBlock() const noexcept { return m_headerBlock; }

    /// Lines that are the same for every answer (security headers), already serialised with CRLF at each end.
    void setCommonHeaders(std::shared_ptr<const std::string> block) { m_commonHeaders = std::move(block); }
    const std::shared_ptr<const std::string>& commonHeaders() const noexcept { return m_commonHeaders; }

    void setBody(std::string body) { m_body = std::move(body); }
    /// A body that many answers share (OpenAPI document, JWKS); copied nowhere.
    void setSharedBody(std::shared_ptr<const std::string> body) { m_sharedBody = std::move(body); }
    std::string_view body() const noexcept { return m_sharedBody ? std::string_view(*m_sharedBody) : std::string_view(m_body); }

    void setSource(std::unique_ptr<BodySource> source) { m_source = std::move(source); }
    bool streams() const noexcept { return m_source != nullptr; }
    std::unique_ptr<BodySource> takeSource() noexcept { return std::move(m_source); }

    /// Ends the connection after this answer.
    void setClose(bool close = true) noexcept { m_close = close; }
    bool close() const noexcept { return m_close; }

private:
    int m_status = 200;
    bool m_close = false;
    std::string m_headerBlock;
    std::string m_body;
    std::shared_ptr<const std::string> m_commonHeaders;
    std::shared_ptr<const std::string> m_sharedBody;
    std::unique_ptr<BodySource> m_source;
};

/// `Not Found` (RFC 9110 §15); empty for an unregistered status.
std::string_view reasonPhrase(int status) noexcept;

} // namespace sallyport::http
