#pragma once

#include "backend/base/encoding.h"
#include "backend/crypto/signing_key.h"

#include <boost/json.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace sallyport::test {

/// An OpenID provider on a port of this machine, in clear text as only this machine may have it: one connection after the other,
/// one request each. Answers what a test has set by path, and remembers what it was sent.
class LocalIssuer {
public:
    LocalIssuer()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        ::listen(m_listener, 16);
        socklen_t length = sizeof address;
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length);
        m_url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        answer("/.well-known/openid-configuration", {{"issuer", m_url},
                                                     {"authorization_endpoint", m_url + "/authorize"},
                                                     {"token_endpoint", m_url + "/token"},
                                                     {"jwks_uri", m_url + "/keys"}});
        answer("/keys", boost::json::object{{"keys", boost::json::array{boost::json::object{{"kty", "EC"},
                                                                                            {"crv", "P-256"},
                                                                                            {"kid", "k1"},
                                                                                            {"use", "sig"},
                                                                                            {"alg", "ES256"},
                                                                                            {"x", m_key.publicKey().x()},
                                                                                            {"y", m_key.publicKey().y()}}}}});
        m_thread = std::thread([this] { serve(); });
    }
    ~LocalIssuer()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    LocalIssuer(const LocalIssuer&) = delete;
    LocalIssuer& operator=(const LocalIssuer&) = delete;

    const std::string& url() const { return m_url; }
    void answer(const std::string& path, const boost::json::value& body)
    {
        const std::lock_guard lock(m_mutex);
        m_answers[path] = boost::json::serialize(body);
    }
    void answerTokens(const boost::json::object& claims)
    {
        std::string token = toBase64Url(asBytes(boost::json::serialize(boost::json::object{{"alg", "ES256"}, {"kid", "k1"}}))) +
                            "." + toBase64Url(asBytes(boost::json::serialize(claims)));
        token += "." + toBase64Url(*m_key.sign(asBytes(token)));
        answer("/token", {{"access_token", "at"}, {"token_type", "Bearer"}, {"id_token", token}});
    }
    /// The body of the last request to that path.
    std::string sentTo(const std::string& path) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_sent.find(path);
        return found != m_sent.end() ? found->second : std::string();
    }

private:
    void serve()
    {
        for (int client = 0; (client = ::accept(m_listener, nullptr, nullptr)) >= 0; ::close(client)) {
            const timeval patience{10, 0};
            ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            std::string request;
            while (!isWhole(request)) {
                char part[4096];
                const ssize_t got = ::recv(client, part, sizeof part, 0);
                if (got <= 0)
                    break;
                request.append(part, static_cast<std::size_t>(got));
            }
            const std::string text = answerTo(request);
            for (std::string_view rest = text; !rest.empty();) {
                const ssize_t sent = ::send(client, rest.data(), rest.size(), MSG_NOSIGNAL);
                if (sent <= 0)
                    break;
                rest.remove_prefix(static_cast<std::size_t>(sent));
            }
        }
    }

    static bool isWhole(const std::string& request)
    {
        const std::size_t end = request.find("\r\n\r\n");
        if (end == std::string::npos)
            return false;
        const std::size_t length = request.find("Content-Length: ");
        return length > end || request.size() >= end + 4 + std::stoul(request.substr(length + 16));
    }

    std::string answerTo(const std::string& request)
    {
        const std::size_t first = request.find(' ') + 1;
        const std::string path = request.substr(first, request.find_first_of(" ?", first) - first);
        const std::lock_guard lock(m_mutex);
        m_sent[path] = request.substr(std::min(request.find("\r\n\r\n") + 4, request.size()));
        const auto found = m_answers.find(path);
        const std::string body = found != m_answers.end() ? found->second : std::string("{}");
        return std::string(found != m_answers.end() ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found") +
               "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body;
    }

    const crypto::SigningKey m_key = *crypto::SigningKey::generate();
    std::string m_url;
    int m_listener = -1;
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_answers, m_sent;
    std::thread m_thread;
};

} // namespace sallyport::test
