#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sallyport::http {

/// The methods that a route can name. Everything else is `Unknown`; `RequestHead::methodText` has it as sent.
enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Trace, Connect, Unknown };

/// `GET`.. (RFC 9110 §9); empty for Unknown. Methods are case-sensitive: `get` is Unknown.
std::string_view methodName(Method method) noexcept;
Method methodFromText(std::string_view text) noexcept;

/// One field line, value without the surrounding white space. Duplicates stay separate lines.
struct HeaderField {
    std::string_view name;
    std::string_view value;
};

/// What was agreed in the handshake. The views live as long as the process (`TLSv1.3`, `TLS_AES_256_GCM_SHA384`).
struct TlsInfo {
    std::string_view version;
    std::string_view cipher;
    bool resumed = false;
    /// SHA-256 in hex of the certificate whose key the client has proven to hold; empty: none was asked for or shown, or it
    /// isn't valid now, or its key is too weak. Nobody has vouched for it: who knows the certificate compares this.
    std::string clientCertificate = {};
};

/// ASCII case-insensitive equality, for field names and tokens.
bool equalsIgnoreCase(std::string_view a, std::string_view b) noexcept;

/// A request without its body. It passed every check of head_check.h, so its framing is unambiguous, it has exactly one
/// valid Host (HTTP/1.1) and no control characters anywhere. All views live as long as the Exchange it belongs to.
struct RequestHead {
    Method method = Method::Unknown;
    std::string_view methodText;
    std::string_view target; ///< as sent
    std::string_view path;   ///< raw, still percent-encoded; empty for `*` and for CONNECT
    std::string_view query;  ///< raw, after the first `?`, without it
    std::string_view host;   ///< of an absolute target, else the Host field (with port if sent); empty if HTTP/1.0 sent none
    std::vector<HeaderField> fields;
    IpAddress peer; ///< address of the TCP connection, never taken from a field
    std::uint16_t peerPort = 0;
    bool proxyTold = false; ///< the connection began with the PROXY protocol: `peer` is all that its proxy says of the client
    bool http10 = false;
    bool keepAlive = true; ///< the client is willing to go on with this connection
    TlsInfo tls;
    std::uint64_t connectionId = 0;
    std::uint64_t contentLength = 0; ///< announced length; 0 if chunked
    bool chunked = false;
    SteadyTime received; ///< when the head was complete (ServerOptions::clock)

    /// The first field of that name (any case).
    std::optional<std::string_view> header(std::string_view name) const noexcept;
    /// How often a field was sent; what must be unique is refused by its reader if this is above 1.
    std::size_t headerCount(std::string_view name) const noexcept;
    const std::vector<HeaderField>& headers() const noexcept { return fields; }
    bool hasBody() const noexcept { return chunked || contentLength > 0; }
};

/// A whole request: the body is complete, decoded from chunks, and within the limit that the handler set.
struct Request : RequestHead {
    std::string_view body;
};

} // namespace sallyport::http
