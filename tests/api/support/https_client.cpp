#include "tests/api/support/https_client.h"

#include "tests/api/support/answer_contract.h"

#include <QTest>

#include <boost/json.hpp>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <csignal>

namespace sallyport::test {
namespace {

bool sameName(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

/// A signal that comes meanwhile ends no wait: with a limit of time the system doesn't go on by itself (signal(7)).
template <typename Call>
int again(Call call)
{
    for (;;) {
        errno = 0;
        const int result = call();
        if (result > 0 || errno != EINTR)
            return result;
    }
}

} // namespace

std::string Reply::header(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (sameName(key, name))
            return value;
    }
    return {};
}

std::size_t Reply::count(std::string_view name) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(headers, [&](const auto& field) { return sameName(field.first, name); }));
}

boost::json::value Reply::json() const
{
    boost::system::error_code failure;
    boost::json::value value = boost::json::parse(body, failure);
    return failure ? boost::json::value() : value;
}

std::string Reply::text(std::string_view pointer) const
{
    const boost::json::value document = json();
    boost::system::error_code failure;
    const boost::json::value* value = document.find_pointer(pointer, failure);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

struct HttpsClient::State {
    std::uint16_t port = 0;
    std::string from, preamble;
    int descriptor = -1;
    SSL_CTX* context = nullptr;
    SSL* ssl = nullptr;
    std::string input;

    void close()
    {
        SSL_free(ssl);
        ssl = nullptr;
        if (descriptor >= 0)
            ::close(descriptor);
        descriptor = -1;
        input.clear();
    }
};

namespace {

/// Whatever a test is about, an answer that the OpenAPI document doesn't tell of fails it.
void holdToContract(std::string_view method, std::string_view target, const Reply& reply)
{
    if (const std::string breach = breachOf(method, target, reply); !breach.empty())
        QTest::qFail(("not as the OpenAPI document says: " + breach).c_str(), __FILE__, __LINE__);
}

} // namespace

HttpsClient::HttpsClient(std::uint16_t port, std::string from, std::string preamble) : m_state(std::make_unique<State>())
{
    // OpenSSL writes with write(2), and a server may close on what it refuses. QtTest's own handler would end the test.
    std::signal(SIGPIPE, SIG_IGN);
    m_state->port = port;
    m_state->from = std::move(from);
    m_state->preamble = std::move(preamble);
    m_state->context = SSL_CTX_new(TLS_client_method());
}

HttpsClient::~HttpsClient()
{
    m_state->close();
    SSL_CTX_free(m_state->context);
}

bool HttpsClient::connect()
{
    if (m_state->ssl != nullptr)
        return true;
    m_state->descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval limit{10, 0};
    setsockopt(m_state->descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(m_state->descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_state->port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (!m_state->from.empty()) {
        sockaddr_in own = address;
        own.sin_port = 0;
        inet_pton(AF_INET, m_state->from.c_str(), &own.sin_addr);
        if (::bind(m_state->descriptor, reinterpret_cast<const sockaddr*>(&own), sizeof own) != 0) {
            m_state->close();
            return false;
        }
    }
    if (::connect(m_state->descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        m_state->close();
        return false;
    }
    if (!m_state->preamble.empty())
        (void) ::send(m_state->descriptor, m_state->preamble.data(), m_state->preamble.size(), MSG_NOSIGNAL);
    m_state->ssl = SSL_new(m_state->context);
    SSL_set_fd(m_state->ssl, m_state->descriptor);
    if (again([this] { return SSL_connect(m_state->ssl); }) == 1)
        return true;
    m_state->close();
    return false;
}

bool HttpsClient::more()
{
    std::array<char, 16384> buffer;
    const int got = again([&] { return SSL_read(m_state->ssl, buffer.data(), static_cast<int>(buffer.size())); });
    if (got <= 0)
        return false;
    m_state->input.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

Reply HttpsClient::readHead()
{
    Reply reply;
    std::size_t end = 0;
    while ((end = m_state->input.find("\r\n\r\n")) == std::string::npos) {
        if (!more())
            return reply;
    }
    std::string_view head = std::string_view(m_state->input).substr(0, end + 2);
    reply.status = std::stoi(std::string(head.substr(9, 3)));
    head.remove_prefix(head.find("\r\n") + 2);
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find("\r\n"));
        const std::size_t colon = line.find(": ");
        reply.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        head.remove_prefix(line.size() + 2);
    }
    m_state->input.erase(0, end + 4);
    return reply;
}

void HttpsClient::readBody(Reply& reply, bool head)
{
    std::string& input = m_state->input;
    if (head || reply.status == 204 || reply.status == 304 || reply.status == 0)
        return;
    if (reply.header("Transfer-Encoding") == "chunked") {
        for (;;) {
            std::size_t line = 0;
            while ((line = input.find("\r\n")) == std::string::npos) {
                if (!more())
                    return;
            }
            const std::size_t size = std::stoul(input.substr(0, line), nullptr, 16);
            while (input.size() < line + 2 + size + 2) {
                if (!more())
                    return;
            }
            reply.body.append(input, line + 2, size);
            input.erase(0, line + 2 + size + 2);
            if (size == 0)
                return;
        }
    }
    const std::size_t length = std::stoul(reply.header("Content-Length"));
    while (input.size() < length) {
        if (!more())
            break;
    }
    reply.body = input.substr(0, length);
    input.erase(0, length);
}

bool HttpsClient::write(std::string_view bytes)
{
    return connect() && SSL_write(m_state->ssl, bytes.data(), static_cast<int>(bytes.size())) > 0;
}

Reply HttpsClient::readReply()
{
    Reply reply = readHead();
    readBody(reply, false);
    return reply;
}

void HttpsClient::leave()
{
    m_state->close();
}

Reply HttpsClient::sendRaw(std::string_view bytes, bool head)
{
    if (!write(bytes))
        return {};
    Reply reply = readHead();
    readBody(reply, head);
    if (reply.status == 0 || reply.header("Connection") == "close")
        m_state->close();
    return reply;
}

Reply HttpsClient::send(std::string_view method, std::string_view target, const Headers& headers, std::string_view body)
{
    std::string request = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.empty() || method == "POST" || method == "PUT" || method == "PATCH")
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    request += "\r\n";
    request += body;
    Reply reply = sendRaw(request, method == "HEAD");
    holdToContract(method, target, reply);
    return reply;
}

Reply HttpsClient::begin(std::string_view target, const Headers& headers)
{
    std::string request = "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    request += "\r\n";
    if (!connect() || SSL_write(m_state->ssl, request.data(), static_cast<int>(request.size())) <= 0)
        return {};
    Reply reply = readHead();
    holdToContract("GET", target, reply);
    return reply;
}

std::string HttpsClient::readUntil(std::string_view text)
{
    while (m_state->input.find(text) == std::string::npos && more()) {
    }
    return m_state->input;
}

bool HttpsClient::endsByServer()
{
    while (m_state->input.find("\r\n0\r\n\r\n") == std::string::npos) {
        const std::size_t before = m_state->input.size();
        if (!more())
            return SSL_get_shutdown(m_state->ssl) == SSL_RECEIVED_SHUTDOWN && before > 0;
    }
    return true;
}

} // namespace sallyport::test
