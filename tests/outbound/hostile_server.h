#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace sallyport::test {

/// Accepts one connection on a port of the system's choice, reads the request's head, and then does what a test says.
class HostileServer {
public:
    using Behaviour = std::function<void(int socket)>;

    explicit HostileServer(Behaviour behaviour)
    {
        m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        listen(m_listener, 8);
        socklen_t length = sizeof address;
        getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this, behaviour = std::move(behaviour)] {
            const int client = accept(m_listener, nullptr, nullptr);
            if (client < 0)
                return;
            char part[4096];
            while (m_request.find("\r\n\r\n") == std::string::npos) {
                const ssize_t count = recv(client, part, sizeof part, 0);
                if (count <= 0)
                    break;
                m_request.append(part, static_cast<std::size_t>(count));
            }
            behaviour(client);
            close(client);
        });
    }
    ~HostileServer()
    {
        shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        close(m_listener);
    }
    HostileServer(const HostileServer&) = delete;
    HostileServer& operator=(const HostileServer&) = delete;

    std::string url(std::string_view path = "/") const
    {
        return "http://127.0.0.1:" + std::to_string(m_port) + std::string(path);
    }
    std::uint16_t port() const { return m_port; }
    /// After the server has read it: once the client's call has returned.
    const std::string& request() const { return m_request; }

    /// False once the client has gone.
    static bool say(int socket, std::string_view text)
    {
        return send(socket, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }
    static Behaviour answer(std::string text)
    {
        return [text = std::move(text)](int socket) { say(socket, text); };
    }
    /// Until the client goes.
    static void waitForEnd(int socket)
    {
        char byte;
        while (recv(socket, &byte, 1, 0) > 0) {
        }
    }

private:
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::string m_request;
    std::thread m_thread;
};

} // namespace sallyport::test
