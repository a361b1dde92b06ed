#include "backend/outbound/connection.h"

#include "backend/outbound/client.h"
#include "backend/outbound/resolver.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport::outbound {
namespace {

constexpr char clientSuites12[] = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr char clientSuites13[] = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr std::array<unsigned char, 9> http11{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

Error untrusted(std::string why)
{
    ERR_clear_error();
    return outboundError(failure::untrusted, std::move(why));
}

/// What a server says of the certificate that it was shown, or of none.
bool wantsAnotherCertificate(int reason)
{
    constexpr std::array reasons{SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED,
                                 SSL_R_SSLV3_ALERT_BAD_CERTIFICATE,
                                 SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED,
                                 SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED,
                                 SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN,
                                 SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE,
                                 SSL_R_TLSV1_ALERT_UNKNOWN_CA,
                                 SSL_R_TLSV1_ALERT_ACCESS_DENIED};
    return std::ranges::find(reasons, reason) != reasons.end();
}

std::pair<sockaddr_storage, socklen_t> socketAddress(const IpAddress& address, std::uint16_t port)
{
    sockaddr_storage storage{};
    if (address.isV4()) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&v4.sin_addr, address.bytes().data(), sizeof v4.sin_addr);
        std::memcpy(&storage, &v4, sizeof v4);
        return {storage, sizeof v4};
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    std::memcpy(&v6.sin6_addr, address.bytes().data(), sizeof v6.sin6_addr);
    std::memcpy(&storage, &v6, sizeof v6);
    return {storage, sizeof v6};
}

Error unreachable(int code)
{
    return outboundError(failure::unreachable, std::string("The other side cannot be reached: ") + std::strerror(code) + ".");
}

bool configureClient(SSL_CTX* context)
{
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 && SSL_CTX_set_cipher_list(context, clientSuites12) == 1 &&
           SSL_CTX_set_ciphersuites(context, clientSuites13) == 1 && SSL_CTX_set_default_verify_paths(context) == 1;
}

/// The name or the address that the certificate must be for.
bool expect(SSL* ssl, const Url& url)
{
    if (url.address)
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), url.address->text().c_str()) == 1;
    SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    // SSL_set_tlsext_host_name without its cast.
    std::string name = url.host;
    return SSL_set1_host(ssl, name.c_str()) == 1 &&
           SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) == 1;
}

} // namespace

void Connection::FreeContext::operator()(SSL_CTX* context) const noexcept
{
    SSL_CTX_free(context);
}

void Connection::FreeSsl::operator()(SSL* ssl) const noexcept
{
    SSL_free(ssl);
}

Connection::~Connection()
{
    m_ssl.reset();
    if (m_socket >= 0)
        close(m_socket);
}

Result<void> Connection::wait(short events, Deadline deadline)
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return outboundError(failure::timedOut, "The other side took too long.");
        std::array<pollfd, 2> waited{pollfd{m_socket, events, 0}, pollfd{m_stopFd, POLLIN, 0}};
        const int ready = poll(waited.data(), waited.size(), static_cast<int>(std::min<std::int64_t>(left.count(), 60'000)));
        if (ready < 0 && errno != EINTR)
            return unreachable(errno);
        if (ready > 0 && waited[1].revents != 0)
            return outboundError(failure::stopped, "The program is closing.");
        if (ready > 0 && waited[0].revents != 0)
            return {};
    }
}

Result<void> Connection::connect(const IpAddress& address, std::uint16_t port, Deadline deadline)
{
    if (m_socket >= 0)
        close(m_socket);
    m_socket = socket(address.isV4() ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0)
        return unreachable(errno);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const auto [storage, length] = socketAddress(address, port);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&storage), length) == 0)
        return {};
    if (errno != EINPROGRESS)
        return unreachable(errno);
    SALLYPORT_TRY(wait(POLLOUT, deadline));
    int code = 0;
    socklen_t size = sizeof code;
    if (getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &code, &size) != 0 || code != 0)
        return unreachable(code != 0 ? code : errno);
    return {};
}

/// Nothing: try again. An error: it is over.
Result<void> Connection::waitForTls(int outcome, Deadline deadline, std::string_view doing)
{
    const int error = SSL_get_error(m_ssl.get(), outcome);
    if (error == SSL_ERROR_WANT_READ)
        return wait(POLLIN, deadline);
    if (error == SSL_ERROR_WANT_WRITE)
        return wait(POLLOUT, deadline);
    if (const long verdict = SSL_get_verify_result(m_ssl.get()); verdict != X509_V_OK) {
        return untrusted(std::string("The certificate of the other side is not trusted: ") +
                         X509_verify_cert_error_string(verdict) + ".");
    }
    if (wantsAnotherCertificate(ERR_GET_REASON(ERR_peek_last_error()))) {
        ERR_clear_error();
        return outboundError(failure::clientRefused, m_chainPem.empty()
                                                         ? "The other side wants a certificate of this side."
                                                         : "The other side does not take the certificate of this side.");
    }
    if (!SSL_is_init_finished(m_ssl.get()))
        return untrusted("TLS could not be agreed on (1.2 or 1.3 is needed).");
    ERR_clear_error();
    return outboundError(failure::malformed, "The connection was cut while " + std::string(doing) + ".");
}

void Connection::present(std::string chainPem, SecretBytes keyPem)
{
    m_chainPem = std::move(chainPem);
    m_keyPem = std::move(keyPem);
}

/// The chain that present() was given, with its key.
bool Connection::usePair(SSL_CTX* context) const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> chain(BIO_new_mem_buf(m_chainPem.data(), static_cast<int>(m_chainPem.size())),
                                                          &BIO_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(
        BIO_new_mem_buf(m_keyPem.view().data(), static_cast<int>(m_keyPem.size())), &BIO_free);
    if (!chain || !text)
        return false;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(
            text.get(), nullptr, [](char*, int, int, void*) { return -1; }, nullptr),
        &EVP_PKEY_free);
    bool own = true;
    for (;;) {
        const std::unique_ptr<X509, decltype(&X509_free)> one(PEM_read_bio_X509(chain.get(), nullptr, nullptr, nullptr),
                                                              &X509_free);
        if (!one)
            break;
        if ((own ? SSL_CTX_use_certificate(context, one.get()) : SSL_CTX_add1_chain_cert(context, one.get())) != 1)
            return false;
        own = false;
    }
    return !own && key && SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1;
}

Result<void> Connection::startTls(const Url& url, const std::string& caFile, Deadline deadline, Spoken spoken)
{
    ERR_clear_error();
    m_context.reset(SSL_CTX_new(TLS_client_method()));
    if (!m_context || !configureClient(m_context.get()))
        return untrusted("TLS is not available.");
    if (spoken == Spoken::Http && SSL_CTX_set_alpn_protos(m_context.get(), http11.data(), http11.size()) != 0) // 0 is success
        return untrusted("TLS is not available.");
    if (!caFile.empty() && SSL_CTX_load_verify_file(m_context.get(), caFile.c_str()) != 1)
        return untrusted("The file of further certificate authorities cannot be read: " + caFile);
    if (!m_chainPem.empty() && !usePair(m_context.get()))
        return untrusted("The certificate of this side cannot be used.");
    ERR_clear_error();
    m_ssl.reset(SSL_new(m_context.get()));
    if (!m_ssl || !expect(m_ssl.get(), url) || SSL_set_fd(m_ssl.get(), m_socket) != 1)
        return untrusted("TLS is not available.");
    for (;;) {
        ERR_clear_error();
        const int outcome = SSL_connect(m_ssl.get());
        if (outcome == 1)
            return {};
        SALLYPORT_TRY(waitForTls(outcome, deadline, "agreeing on TLS"));
    }
}

Result<void> Connection::write(std::span<const std::byte> bytes, Deadline deadline)
{
    while (!bytes.empty()) {
        std::size_t written = 0;
        if (m_ssl) {
            ERR_clear_error();
            const int outcome = SSL_write_ex(m_ssl.get(), bytes.data(), bytes.size(), &written);
            if (outcome != 1) {
                SALLYPORT_TRY(waitForTls(outcome, deadline, "sending"));
                continue;
            }
        } else {
            const ssize_t sent = send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && (errno == EAGAIN || errno == EINTR)) {
                SALLYPORT_TRY(wait(POLLOUT, deadline));
                continue;
            }
            if (sent < 0)
                return unreachable(errno);
            written = static_cast<std::size_t>(sent);
        }
        bytes = bytes.subspan(written);
    }
    return {};
}

Result<std::size_t> Connection::read(std::span<char> into, Deadline deadline)
{
    for (;;) {
        // Asked each time: who sends a byte a second must not be read for ever.
        if (std::chrono::steady_clock::now() >= deadline)
            return outboundError(failure::timedOut, "The other side took too long.");
        std::size_t count = 0;
        if (m_ssl) {
            ERR_clear_error();
            const int outcome = SSL_read_ex(m_ssl.get(), into.data(), into.size(), &count);
            if (outcome == 1)
                return count;
            if (SSL_get_error(m_ssl.get(), outcome) == SSL_ERROR_ZERO_RETURN)
                return std::size_t{0};
            SALLYPORT_TRY(waitForTls(outcome, deadline, "answering"));
            continue;
        }
        const ssize_t received = recv(m_socket, into.data(), into.size(), 0);
        if (received >= 0)
            return static_cast<std::size_t>(received);
        if (errno != EAGAIN && errno != EINTR)
            return unreachable(errno);
        SALLYPORT_TRY(wait(POLLIN, deadline));
    }
}

Result<void> Connection::awaitEndOfStream(Deadline deadline)
{
    std::array<char, 512> rest;
    for (;;) {
        const ssize_t received = recv(m_socket, rest.data(), rest.size(), 0);
        if (received == 0)
            break;
        if (received < 0 && errno != EAGAIN && errno != EINTR)
            return unreachable(errno); // a reset: something of ours was never read
        if (std::chrono::steady_clock::now() >= deadline)
            return outboundError(failure::timedOut, "The other side took too long.");
        if (received < 0)
            SALLYPORT_TRY(wait(POLLIN, deadline));
    }
    int left = 0, code = 0;
    socklen_t size = sizeof code;
    if (ioctl(m_socket, SIOCOUTQ, &left) != 0 || left != 0 || getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &code, &size) != 0 ||
        code != 0)
        return outboundError(failure::malformed, "The other side has ended before it had taken everything.");
    return {};
}

Result<void> Connection::finish(Deadline deadline)
{
    if (!m_ssl) {
        shutdown(m_socket, SHUT_WR);
        return awaitEndOfStream(deadline);
    }
    for (;;) {
        ERR_clear_error();
        const int outcome = SSL_shutdown(m_ssl.get());
        if (outcome >= 0)
            break;
        SALLYPORT_TRY(waitForTls(outcome, deadline, "ending"));
    }
    std::array<char, 512> rest;
    for (;;) {
        SALLYPORT_ASSIGN(const std::size_t count, read(rest, deadline));
        if (count == 0)
            return awaitEndOfStream(deadline);
    }
}

} // namespace sallyport::outbound
