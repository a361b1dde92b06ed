#pragma once

#include "backend/base/ip_address.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/outbound/url.h"

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <openssl/types.h>

namespace sallyport::outbound {

using Deadline = std::chrono::steady_clock::time_point;

/// One TCP connection, with TLS over it or without, on a non-blocking socket that is waited for with a deadline.
/// Not thread-safe.
class Connection {
public:
    /// `stopFd`: readable once everything must end.
    explicit Connection(int stopFd) : m_stopFd(stopFd) {}
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Result<void> connect(const IpAddress& address, std::uint16_t port, Deadline deadline);
    /// What is spoken over TLS, as ALPN says it.
    enum class Spoken { Http, Anything };
    /// Verifies the chain and the name (RFC 9525). `caFile` may be empty.
    [[nodiscard]] Result<void> startTls(const Url& url, const std::string& caFile, Deadline deadline,
                                        Spoken spoken = Spoken::Http);
    /// Shown in startTls() to a server that asks for one: the chain in PEM, the client's own first, and its key.
    void present(std::string chainPem, SecretBytes keyPem);
    [[nodiscard]] Result<void> write(std::span<const std::byte> bytes, Deadline deadline);
    /// 0: the other side has ended the stream in an orderly way.
    [[nodiscard]] Result<std::size_t> read(std::span<char> into, Deadline deadline);
    /// Says that nothing more comes, and waits until the other side has said the same: TLS' close_notify, then the end of
    /// the stream, with every byte of ours taken by its system. Who answers so has read everything that was written; an
    /// error means that nobody knows. For protocols without acknowledgements. What it sends meanwhile is thrown away.
    [[nodiscard]] Result<void> finish(Deadline deadline);

private:
    bool usePair(SSL_CTX* context) const;
    Result<void> awaitEndOfStream(Deadline deadline);
    Result<void> wait(short events, Deadline deadline);
    Result<void> waitForTls(int outcome, Deadline deadline, std::string_view doing);

    struct FreeContext {
        void operator()(SSL_CTX* context) const noexcept;
    };
    struct FreeSsl {
        void operator()(SSL* ssl) const noexcept;
    };

    int m_stopFd;
    int m_socket = -1;
    std::string m_chainPem; ///< empty: none is shown
    SecretBytes m_keyPem;
    std::unique_ptr<SSL_CTX, FreeContext> m_context;
    std::unique_ptr<SSL, FreeSsl> m_ssl;
};

} // namespace sallyport::outbound
