#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/http/handler.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace sallyport::http {

/// Certificate chain and its private key, PEM.
struct ServerCertificate {
    std::string chainPem; ///< leaf first
    SecretBytes keyPem;
};

/// Every limit of the transport. The defaults are the product's.
struct ServerLimits {
    using Milliseconds = std::chrono::milliseconds;

    std::size_t connections = 10000;           ///< accept pauses at this many
    std::size_t connectionsPerAddress = 64;    ///< by address, by /64 for IPv6; beyond, the one that stalls longest gives way
    std::size_t handshakesPerAddress = 16;     ///< unfinished ones of an address while one of them is held up
    std::size_t headBytes = 16 * 1024;         ///< request line and fields; beyond: 431
    std::size_t requestLineBytes = 8192;       ///< beyond: 414 (RFC 9112 §3 asks for at least 8000)
    std::size_t fields = 100;                  ///< beyond: 431
    std::uint64_t bufferedBodies = 256u << 20; ///< bytes of request bodies in memory, all connections; beyond: 503
    std::size_t streamBuffer = 256 * 1024;     ///< unsent bytes a BodySink takes
    Milliseconds handshake{10000};             ///< TCP accept to end of the TLS handshake
    Milliseconds header{10000};                ///< first byte of a request to the end of its head, absolute
    Milliseconds idle{15000};                  ///< keep-alive without a byte
    Milliseconds body{300000};                 ///< whole body, absolute
    Milliseconds takenBody{6 * 3600 * 1000};   ///< the same for a body that is taken piece by piece
    Milliseconds bodyGrace{10000};             ///< time before the rate floor counts
    std::uint64_t bodyRate = 1024;             ///< bytes a second that a body must keep up
    Milliseconds write{30000};                 ///< an answer or a piece of a stream that makes no progress
    Milliseconds linger{2000};                 ///< reading on after an answer that closes, so that the client gets it
};

struct ServerOptions {
    IpAddress address = IpAddress::v4(0x7F000001);
    std::uint16_t port = 0; ///< 0: the system chooses, see Server::port()
    unsigned loops = 1;     ///< event loops, one thread each, called http-1..
    ServerLimits limits;
    ServerCertificate certificate;
    bool asksForClientCertificate = false;    ///< who has none gets in as ever, see TlsInfo::clientCertificate
    std::chrono::minutes ticketRotation{360}; ///< a session ticket key serves this long, and as long again for reading
    const Clock* clock = nullptr;             ///< Date, ticket keys, RequestHead::received; null: the system's
};

/// Counters since start; `openConnections` is now.
struct ServerStats {
    std::uint64_t openConnections = 0;
    std::uint64_t acceptedConnections = 0;
    std::uint64_t refusedConnections = 0; ///< over the cap of their address
    std::uint64_t failedHandshakes = 0;
    std::uint64_t resumedHandshakes = 0;
    std::uint64_t requests = 0;
    std::uint64_t rejectedRequests = 0; ///< answered by the transport itself (400, 408, ..)
    std::uint64_t bytesIn = 0;          ///< of HTTP, without TLS
    std::uint64_t bytesOut = 0;
};

/// An HTTPS/1.1 server: TLS 1.2 and 1.3 only, event loops on epoll, no domain knowledge.
/// The handler must outlive it. All functions are thread-safe.
class Server {
public:
    /// Binds and starts the loops. AddressInUse, AddressNotAllowed (no permission, not ours), CertificateInvalid.
    /// Ignores SIGPIPE for the process and raises the soft limit of open files towards the hard one.
    static Result<std::unique_ptr<Server>> start(ServerOptions options, Handler& handler);
    /// stop(0).
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// The bound port.
    std::uint16_t port() const noexcept;
    const IpAddress& address() const noexcept;
    /// No new connections; running requests are finished within `deadline`, then everything is closed and the loops
    /// are joined. Blocks the caller for at most about `deadline`; must not be called on a loop thread.
    void stop(std::chrono::milliseconds deadline);
    /// New handshakes use the new certificate; open connections and session tickets stay valid.
    Result<void> reloadCertificate(ServerCertificate certificate);
    /// From the next connection, the next request and the next answer on; connections that are open stay.
    struct ConnectionLimits {
        std::size_t connections, perAddress, handshakes;
        std::chrono::milliseconds idle, header;
        std::uint64_t rate; ///< bytes a second; 0: any
    };
    void setConnectionLimits(const ConnectionLimits& limits);
    ServerStats stats() const;

private:
    struct State;
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::http
