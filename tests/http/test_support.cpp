#include "tests/http/test_support.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <charconv>
#include <thread>

namespace sallyport::http::test {
namespace {

using namespace std::chrono_literals;

std::string takeBio(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string text(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return text;
}

} // namespace

ServerCertificate makeCertificate(long from, long to)
{
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate), to);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    BIO* chain = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(chain, certificate);
    BIO* secret = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(secret, key, nullptr, nullptr, 0, nullptr, nullptr);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return {takeBio(chain), SecretBytes::fromText(takeBio(secret))};
}

std::uint64_t TestHandler::bodyLimit(const RequestHead&)
{
    return limit;
}

bool TestHandler::takesBody(const RequestHead& head)
{
    return head.path == "/taken";
}

void TestHandler::handle(std::shared_ptr<Exchange> exchange)
{
    const Request& request = exchange->request();
    {
        const std::scoped_lock lock(m_mutex);
        m_seen.emplace_back(std::string(request.methodText) + " " + std::string(request.target));
    }
    if (onRequest && onRequest(exchange))
        return;
    Response response(200);
    response.addHeader("Content-Type", "text/plain");
    response.setBody(request.path == "/echo" ? std::string(request.body) : std::string(request.path));
    response.setClose(request.path == "/close");
    exchange->respond(std::move(response));
}

Response TestHandler::errorResponse(const TransportError& error)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_rules.emplace_back(error.rule);
    }
    Response response(error.status);
    response.addHeader("Content-Type", "application/problem+json");
    response.addHeader("X-Rule", error.rule);
    response.setBody("{\"code\":\"" + std::string(error.word) + "\"}");
    return response;
}

void TestHandler::onTlsFailure(const IpAddress&, std::string_view reason)
{
    const std::scoped_lock lock(m_mutex);
    m_tlsFailures.emplace_back(reason);
    m_changed.notify_all();
}

std::vector<std::string> TestHandler::seen() const
{
    const std::scoped_lock lock(m_mutex);
    return m_seen;
}

std::vector<std::string> TestHandler::rules() const
{
    const std::scoped_lock lock(m_mutex);
    return m_rules;
}

std::string TestHandler::waitForTlsFailure()
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_for(lock, 10s, [this] { return !m_tlsFailures.empty(); }))
        return {};
    return m_tlsFailures.front();
}

std::optional<std::string> Answer::header(std::string_view name) const
{
    std::string_view rest = head;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find("\r\n"));
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && equalsIgnoreCase(line.substr(0, colon), name))
            return std::string(line.substr(colon + 2));
        rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    }
    return std::nullopt;
}

int connectTcp(std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(fd);
        return -1;
    }
    const timeval patience{10, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return fd;
}

bool waitForClose(int socket, std::string* received)
{
    char buffer[4096];
    while (true) {
        const ssize_t got = ::recv(socket, buffer, sizeof buffer, 0);
        if (got > 0) {
            if (received != nullptr)
                received->append(buffer, static_cast<std::size_t>(got));
            continue;
        }
        return got == 0 || errno == ECONNRESET;
    }
}

static void useCertificate(SSL_CTX* context, const ServerCertificate& owned)
{
    BIO* chain = BIO_new_mem_buf(owned.chainPem.data(), static_cast<int>(owned.chainPem.size()));
    X509* certificate = PEM_read_bio_X509(chain, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, certificate);
    BIO* secret = BIO_new_mem_buf(owned.keyPem.view().data(), static_cast<int>(owned.keyPem.view().size()));
    EVP_PKEY* key = PEM_read_bio_PrivateKey(secret, nullptr, nullptr, nullptr);
    SSL_CTX_use_PrivateKey(context, key);
    EVP_PKEY_free(key);
    X509_free(certificate);
    BIO_free(secret);
    BIO_free(chain);
}

TlsClient::TlsClient(std::uint16_t port, const TlsOptions& options)
{
    m_socket = connectTcp(port);
    if (m_socket < 0)
        return;
    ERR_clear_error();
    m_context = SSL_CTX_new(TLS_client_method());
    if (options.securityLevel >= 0)
        SSL_CTX_set_security_level(m_context, options.securityLevel);
    SSL_CTX_set_min_proto_version(m_context, options.minVersion);
    SSL_CTX_set_max_proto_version(m_context, options.maxVersion);
    if (!options.cipherList.empty())
        SSL_CTX_set_cipher_list(m_context, options.cipherList.c_str());
    if (!options.cipherSuites.empty())
        SSL_CTX_set_ciphersuites(m_context, options.cipherSuites.c_str());
    if (!options.groups.empty())
        SSL_CTX_set1_groups_list(m_context, options.groups.c_str());
    if (options.certificate != nullptr)
        useCertificate(m_context, *options.certificate);
    m_ssl = SSL_new(m_context);
    if (!options.alpn.empty()) {
        std::string list;
        for (const std::string& name : options.alpn)
            list.append(1, static_cast<char>(name.size())).append(name);
        SSL_set_alpn_protos(m_ssl, reinterpret_cast<const unsigned char*>(list.data()), static_cast<unsigned>(list.size()));
    }
    if (options.session != nullptr)
        SSL_set_session(m_ssl, options.session);
    SSL_set_fd(m_ssl, m_socket);
    if (!options.preamble.empty())
        (void) ::send(m_socket, options.preamble.data(), options.preamble.size(), MSG_NOSIGNAL);
    m_connected = SSL_connect(m_ssl) == 1;
}

TlsClient::~TlsClient()
{
    SSL_free(m_ssl);
    SSL_CTX_free(m_context);
    if (m_socket >= 0)
        ::close(m_socket);
}

void TlsClient::reset()
{
    const linger hard{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(m_socket);
    m_socket = -1;
}

bool TlsClient::send(std::string_view bytes)
{
    ERR_clear_error();
    return m_connected && SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size())) == static_cast<int>(bytes.size());
}

bool TlsClient::fill()
{
    char chunk[16384];
    ERR_clear_error();
    const int got = SSL_read(m_ssl, chunk, sizeof chunk);
    if (got > 0) {
        m_buffer.append(chunk, static_cast<std::size_t>(got));
        return true;
    }
    const int error = SSL_get_error(m_ssl, got);
    m_ended = error == SSL_ERROR_ZERO_RETURN || (error == SSL_ERROR_SYSCALL && (errno == 0 || errno == ECONNRESET)) ||
              error == SSL_ERROR_SSL;
    return false;
}

std::optional<std::string> TlsClient::readToEnd()
{
    while (m_connected && fill()) {
    }
    if (!m_ended)
        return std::nullopt;
    return std::exchange(m_buffer, {});
}

std::optional<Answer> TlsClient::read(bool head)
{
    while (m_buffer.find("\r\n\r\n") == std::string::npos) {
        if (!m_connected || !fill())
            return std::nullopt;
    }
    Answer answer;
    const std::size_t end = m_buffer.find("\r\n\r\n") + 4;
    answer.head = m_buffer.substr(0, end - 2);
    m_buffer.erase(0, end);
    if (answer.head.size() > 12)
        std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
    if (head || answer.status == 204 || answer.status == 304 || answer.status < 200)
        return answer;
    if (answer.header("Transfer-Encoding")) {
        while (true) {
            while (m_buffer.find("\r\n") == std::string::npos) {
                if (!fill())
                    return std::nullopt;
            }
            std::size_t size = 0;
            std::from_chars(m_buffer.data(), m_buffer.data() + m_buffer.find("\r\n"), size, 16);
            m_buffer.erase(0, m_buffer.find("\r\n") + 2);
            while (m_buffer.size() < size + 2) {
                if (!fill())
                    return std::nullopt;
            }
            answer.body.append(m_buffer, 0, size);
            m_buffer.erase(0, size + 2);
            if (size == 0)
                return answer;
        }
    }
    if (const auto length = answer.header("Content-Length")) {
        const std::size_t size = std::stoul(*length);
        while (m_buffer.size() < size) {
            if (!fill())
                return std::nullopt;
        }
        answer.body = m_buffer.substr(0, size);
        m_buffer.erase(0, size);
        return answer;
    }
    const auto rest = readToEnd();
    if (!rest)
        return std::nullopt;
    answer.body = *rest;
    return answer;
}

std::unique_ptr<Server> startServer(Handler& handler, const std::function<void(ServerOptions&)>& change)
{
    ServerOptions options;
    options.certificate = makeCertificate();
    if (change)
        change(options);
    auto server = Server::start(std::move(options), handler);
    return server ? std::move(*server) : nullptr;
}

bool eventually(const std::function<bool()>& condition)
{
    const auto until = std::chrono::steady_clock::now() + 10s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until)
            return false;
        std::this_thread::yield();
    }
    return true;
}

} // namespace sallyport::http::test
