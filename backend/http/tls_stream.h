#pragma once

#include "backend/http/request.h"
#include "backend/http/tls_context.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::http {

enum class IoStatus : std::uint8_t {
    Done,
    WantRead,
    WantWrite,
    Closed, ///< the peer ended the stream (close_notify, or end of file without it)
    Failed,
};

struct IoResult {
    IoStatus status = IoStatus::Failed;
    std::size_t bytes = 0;
};

/// The server side of TLS straight on a non-blocking socket: OpenSSL reads and writes the descriptor itself, so that a
/// resting connection holds no buffers (docs/decisions/0001-server-transport.md). Does not own the descriptor.
class TlsStream {
public:
    TlsStream() = default;

    /// False if memory is short.
    bool open(const TlsContext& context, int descriptor);
    IoResult handshake();
    IoResult read(std::span<char> into);
    /// May write less than given.
    IoResult write(std::string_view bytes);
    /// Sends close_notify if that is possible at once; never waits for the peer's.
    void shutdown();
    /// Decrypted or received bytes are waiting inside, so that waiting for the socket could wait for ever.
    bool hasPending() const;
    /// Gives the record buffers (33 KB) back until the next record. Nothing may be pending.
    void releaseBuffers();
    TlsInfo info() const;
    /// True if the certificate that this connection was given is for the name or the address (RFC 9110 §4.3.4).
    bool certificateNames(std::string_view host) const;
    /// Why handshake() failed: a short word that holds nothing of the peer's bytes.
    std::string_view failure() const noexcept { return m_failure; }

private:
    struct Free {
        void operator()(SSL* ssl) const;
    };
    IoResult result(int code);

    std::unique_ptr<SSL, Free> m_ssl;
    std::string m_clientCertificate;
    std::string_view m_failure;
    bool m_broken = false; ///< after a fatal error OpenSSL forbids SSL_shutdown
};

} // namespace sallyport::http
