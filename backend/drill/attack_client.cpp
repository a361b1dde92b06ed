#include "backend/drill/attack_client.h"

#include "backend/base/utf8.h"

#include <boost/json.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport::drill {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::size_t answerLimit = std::size_t{4} << 20;

struct FreeSsl {
    void operator()(SSL* ssl) const noexcept { SSL_free(ssl); }
    void operator()(SSL_CTX* context) const noexcept { SSL_CTX_free(context); }
};

std::string fingerprintOf(const X509* certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (certificate == nullptr || X509_digest(certificate, EVP_sha256(), digest.data(), &length) != 1)
        return {};
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        std::array<char, 4> pair{};
        std::snprintf(pair.data(), pair.size(), i == 0 ? "%02X" : ":%02X", unsigned{digest[i]});
        text += pair.data();
    }
    return text;
}

bool sameName(std::string_view a, std::string_view b)
{
    return toLowerAscii(a) == toLowerAscii(b);
}

} // namespace

std::string_view Answer::header(std::string_view name) const
{
    for (const auto& [field, value] : headers) {
        if (sameName(field, name))
            return value;
    }
    return {};
}

std::string Answer::text(std::string_view pointer) const
{
    boost::system::error_code failed;
    const boost::json::value document = boost::json::parse(body, failed);
    if (failed)
        return {};
    const boost::json::value* const found = document.find_pointer(pointer, failed);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

struct AttackClient::State {
    State(std::string from, Target server) : source(std::move(from)), target(std::move(server)) {}
    std::string source;
    Target target;
    int socket = -1;
    std::unique_ptr<SSL_CTX, FreeSsl> context;
    std::unique_ptr<SSL, FreeSsl> ssl;
    std::string received;
    bool gaveUp = false; ///< a wait has ended before anything came

    ~State() { close(); }

    void close()
    {
        ssl.reset();
        if (socket >= 0)
            ::close(socket);
        socket = -1;
        received.clear();
    }

    bool mayGoOn() const { return target.leash == nullptr || target.leash->holds(); }

    /// Until the socket can be read (POLLIN) or written (POLLOUT). False after too long a wait, and when the leash is cut.
    bool await(short what, Steady::time_point deadline)
    {
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Steady::now());
            if (left.count() <= 0 || !mayGoOn()) {
                gaveUp = true;
                return false;
            }
            pollfd waited{socket, what, 0};
            const int ready = ::poll(&waited, 1, static_cast<int>(std::min(left, Leash::step).count()));
            if (ready > 0)
                return true;
            if (ready < 0 && errno != EINTR)
                return false;
        }
    }

    /// What OpenSSL waits for when a call of it hasn't finished; 0: nothing, it has failed.
    short waitsFor(int outcome) const
    {
        switch (SSL_get_error(ssl.get(), outcome)) {
        case SSL_ERROR_WANT_READ: return POLLIN;
        case SSL_ERROR_WANT_WRITE: return POLLOUT;
        default: return 0;
        }
    }

    /// Calls until it has succeeded (1) or failed, waiting for the socket in between.
    template <typename F>
    bool untilDone(Steady::time_point deadline, F call)
    {
        for (;;) {
            ERR_clear_error();
            const int outcome = call();
            if (outcome == 1)
                return true;
            const short what = waitsFor(outcome);
            if (what == 0 || !await(what, deadline))
                return false;
        }
    }

    bool connect()
    {
        close();
        if (!mayGoOn())
            return false;
        socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (socket < 0)
            return false;
        sockaddr_in here{};
        here.sin_family = AF_INET;
        inet_pton(AF_INET, source.c_str(), &here.sin_addr);
        sockaddr_in there{};
        there.sin_family = AF_INET;
        there.sin_port = htons(target.port);
        inet_pton(AF_INET, "127.0.0.1", &there.sin_addr);
        const int one = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
        // The interface of BSD sockets is one pointer type for all families.
        if (::bind(socket, reinterpret_cast<const sockaddr*>(&here), sizeof(here)) != 0 ||
            (::connect(socket, reinterpret_cast<const sockaddr*>(&there), sizeof(there)) != 0 && !connected())) {
            close();
            return false;
        }
        return true;
    }

    /// What was begun has become a connection.
    bool connected()
    {
        int failure = 0;
        socklen_t length = sizeof(failure);
        return errno == EINPROGRESS && await(POLLOUT, Steady::now() + patience) &&
               getsockopt(socket, SOL_SOCKET, SO_ERROR, &failure, &length) == 0 && failure == 0;
    }

    bool handshake()
    {
        if (!context)
            context.reset(SSL_CTX_new(TLS_client_method()));
        ssl.reset(context ? SSL_new(context.get()) : nullptr);
        if (!ssl || SSL_set_fd(ssl.get(), socket) != 1 ||
            !untilDone(Steady::now() + patience, [this] { return SSL_connect(ssl.get()); }) ||
            fingerprintOf(SSL_get0_peer_certificate(ssl.get())) != target.fingerprint) {
            close();
            return false;
        }
        return true;
    }

    bool write(std::string_view bytes)
    {
        const auto deadline = Steady::now() + patience;
        while (!bytes.empty()) {
            std::size_t written = 0;
            if (ssl) {
                if (!untilDone(deadline, [&] { return SSL_write_ex(ssl.get(), bytes.data(), bytes.size(), &written); }))
                    return false;
            } else {
                const ssize_t sent =
                    await(POLLOUT, deadline) ? ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) : ssize_t{-1};
                if (sent <= 0)
                    return false;
                written = static_cast<std::size_t>(sent);
            }
            bytes.remove_prefix(written);
        }
        return true;
    }

    /// False at the end of the stream, after too long a wait and after too much.
    bool more(Steady::time_point deadline)
    {
        if (socket < 0 || received.size() > answerLimit)
            return false;
        std::array<char, 16384> buffer{};
        std::size_t got = 0;
        if (ssl) {
            if (!untilDone(deadline, [&] { return SSL_read_ex(ssl.get(), buffer.data(), buffer.size(), &got); }))
                return false;
        } else {
            const ssize_t read = await(POLLIN, deadline) ? ::recv(socket, buffer.data(), buffer.size(), 0) : ssize_t{-1};
            if (read <= 0)
                return false;
            got = static_cast<std::size_t>(read);
        }
        received.append(buffer.data(), got);
        return true;
    }

    bool readHead(Answer& answer, Steady::time_point deadline)
    {
        std::size_t end = 0;
        while ((end = received.find("\r\n\r\n")) == received.npos) {
            if (!more(deadline))
                return false;
        }
        std::string_view head = std::string_view(received).substr(0, end + 2);
        const std::size_t space = head.find(' ');
        if (space == head.npos ||
            std::from_chars(head.data() + space + 1, head.data() + head.size(), answer.status).ec != std::errc())
            return false;
        head.remove_prefix(head.find("\r\n") + 2);
        while (!head.empty()) {
            const std::string_view line = head.substr(0, head.find("\r\n"));
            head.remove_prefix(line.size() + 2);
            const std::size_t colon = line.find(':');
            if (colon != line.npos)
                answer.headers.emplace_back(line.substr(0, colon), trimAscii(line.substr(colon + 1)));
        }
        received.erase(0, end + 4);
        return true;
    }

    void readBody(Answer& answer, Steady::time_point deadline)
    {
        const std::string_view length = answer.header("Content-Length");
        std::size_t wanted = 0;
        if (!length.empty() && std::from_chars(length.data(), length.data() + length.size(), wanted).ec == std::errc()) {
            while (received.size() < wanted && more(deadline)) {
            }
            answer.body = received.substr(0, wanted);
            received.erase(0, answer.body.size());
        } else if (!answer.header("Transfer-Encoding").empty()) {
            while (received.find("0\r\n\r\n") == received.npos && more(deadline)) {
            }
            answer.body.swap(received); // its pieces with their lengths: nobody here asks for more than what is in it
            close();
        }
    }
};

AttackClient::AttackClient(std::string source, Target target)
    : m_state(std::make_unique<State>(std::move(source), std::move(target)))
{
}

AttackClient::~AttackClient() = default;
AttackClient::AttackClient(AttackClient&&) noexcept = default;

void AttackClient::close()
{
    m_state->close();
}

bool AttackClient::openPlain()
{
    return m_state->connect();
}

bool AttackClient::open()
{
    return m_state->connect() && m_state->handshake();
}

bool AttackClient::write(std::string_view bytes)
{
    return m_state->socket >= 0 && m_state->write(bytes);
}

Answer AttackClient::read()
{
    const auto begin = Steady::now();
    const auto deadline = begin + patience;
    Answer answer;
    if (!m_state->readHead(answer, deadline))
        answer.status = 0;
    else
        m_state->readBody(answer, deadline);
    if (answer.status == 0 || sameName(answer.header("Connection"), "close"))
        close();
    answer.took = std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - begin);
    return answer;
}

Answer AttackClient::sendRaw(std::string_view bytes)
{
    const bool kept = m_state->socket >= 0;
    if (!kept && !open())
        return {};
    Answer answer = write(bytes) ? read() : Answer{};
    // A kept connection may have ended in between: once more on a new one.
    if (answer.status == 0 && kept && open() && write(bytes))
        answer = read();
    return answer;
}

Answer AttackClient::send(std::string_view method, std::string_view target, const Headers& headers, std::string_view body)
{
    std::string request;
    request.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:");
    request.append(std::to_string(m_state->target.port)).append("\r\n");
    for (const auto& [name, value] : headers)
        request.append(name).append(": ").append(value).append("\r\n");
    if (!body.empty() || method == "POST" || method == "PUT" || method == "PATCH")
        request.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    request.append("\r\n").append(body);
    return sendRaw(request);
}

Answer AttackClient::sendJson(std::string_view method, std::string_view target, Headers headers, std::string_view body)
{
    headers.emplace_back("Content-Type", "application/json");
    return send(method, target, headers, body);
}

bool AttackClient::endsWithin(std::chrono::milliseconds time)
{
    const auto deadline = Steady::now() + time;
    m_state->gaveUp = false;
    while (m_state->socket >= 0) {
        m_state->received.clear();
        if (!m_state->more(deadline)) {
            if (m_state->gaveUp)
                return false; // nothing came, not even the end
            close();
        }
    }
    return true;
}

} // namespace sallyport::drill
