#pragma once

#include "backend/http/server.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <openssl/types.h>

struct ssl_session_st;

namespace sallyport::http::test {

/// A fresh self-signed P-256 certificate for localhost.
/// Valid from then to then, in seconds from now.
ServerCertificate makeCertificate(long from = -60, long to = 24 * 3600);

/// Answers by path and remembers what came. `/echo` answers the body, `/close` closes, everything else answers its
/// path. Bodies for `/taken` come piece by piece. A test can put its own function in front.
class TestHandler : public Handler {
public:
    std::uint64_t bodyLimit(const RequestHead& head) override;
    bool takesBody(const RequestHead& head) override;
    void handle(std::shared_ptr<Exchange> exchange) override;
    Response errorResponse(const TransportError& error) override;
    void onTlsFailure(const IpAddress& peer, std::string_view reason) override;

    std::vector<std::string> seen() const;
    std::vector<std::string> rules() const;
    /// Waits until at least one handshake failed and tells why; empty after 10 s.
    std::string waitForTlsFailure();

    std::function<bool(std::shared_ptr<Exchange>)> onRequest; ///< true: it took the request
    std::uint64_t limit = 64 * 1024;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_seen;
    std::vector<std::string> m_rules;
    std::vector<std::string> m_tlsFailures;
};

struct TlsOptions {
    int minVersion = 0; ///< TLS1_2_VERSION, ..; 0: the library's default
    int maxVersion = 0;
    std::string cipherList;   ///< TLS 1.2
    std::string cipherSuites; ///< TLS 1.3
    std::string groups;
    std::vector<std::string> alpn;     ///< protocol names, the preferred one first
    ssl_session_st* session = nullptr; ///< SSL_SESSION, to resume
    int securityLevel = -1;
    const ServerCertificate* certificate = nullptr; ///< the client's own, if it is asked for one
    std::string preamble = {};                      ///< sent before TLS begins
};

struct Answer {
    int status = 0;
    std::string head;
    std::string body;
    std::optional<std::string> header(std::string_view name) const;
};

/// A blocking TLS client. Every read gives up after 10 s.
class TlsClient {
public:
    explicit TlsClient(std::uint16_t port, const TlsOptions& options = {});
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    bool connected() const { return m_connected; }
    SSL* ssl() const { return m_ssl; }
    int socket() const { return m_socket; }
    bool send(std::string_view bytes);
    /// One answer, framed by Content-Length, chunks, or the end of the stream. `head`: no body follows.
    std::optional<Answer> read(bool head = false);
    /// Everything until the server ends the stream. Nothing if it did not.
    std::optional<std::string> readToEnd();
    /// At least one more byte from the server, appended to the buffer.
    bool fill();
    std::string& buffer() { return m_buffer; }
    /// Cuts the connection with a reset.
    void reset();

private:
    SSL_CTX* m_context = nullptr;
    SSL* m_ssl = nullptr;
    int m_socket = -1;
    bool m_connected = false;
    bool m_ended = false;
    std::string m_buffer;
};

/// A TCP connection without TLS; -1 if refused.
int connectTcp(std::uint16_t port);
/// Waits until the peer closes or resets; false after 10 s. What comes before is appended to `received`.
bool waitForClose(int socket, std::string* received = nullptr);

/// A server with short deadlines where a test asks for them.
std::unique_ptr<Server> startServer(Handler& handler, const std::function<void(ServerOptions&)>& change = {});

/// Calls `condition` until it holds, yielding in between; false after 10 s. For counters that nothing announces.
bool eventually(const std::function<bool()>& condition);

} // namespace sallyport::http::test
