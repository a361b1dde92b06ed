// What a client sees of the transport with the API behind it.
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <set>

namespace tst_wire {

using namespace sallyport;
using namespace sallyport::test;

namespace {

/// What comes back for bytes that are sent without TLS, up to the end.
std::string inClearText(std::uint16_t port, std::string_view bytes)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{10, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string received;
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0) {
        ::shutdown(socket, SHUT_WR);
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof buffer, 0)) > 0;)
            received.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(socket);
    return received;
}

std::string fieldOf(const std::string& head, const std::string& name)
{
    const std::size_t at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    const std::size_t start = at + name.size() + 4;
    return head.substr(start, head.find("\r\n", start) - start);
}

/// `;q=5` of the only item of a limit's field (RFC 9651), or -1.
std::int64_t parameter(const std::string& field, const std::string& name)
{
    const std::size_t at = field.find(";" + name + "=");
    return at == std::string::npos ? -1 : std::stoll(field.substr(at + name.size() + 2));
}

} // namespace

class WireTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_4_1_2_clearText_isToldWhatToDo_andNotLedOn()
    {
        TestServer server;
        const std::string answer =
            inClearText(server.port(), "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                       "Content-Length: 40\r\n\r\n{\"email\":\"a@x.example\",\"password\":\"x\"}");
        QVERIFY2(answer.starts_with("HTTP/1.1 400 Bad Request\r\n"), answer.c_str());
        const std::string head = answer.substr(0, answer.find("\r\n\r\n") + 2);
        QCOMPARE(fieldOf(head, "Content-Type"), std::string("application/problem+json"));
        QCOMPARE(fieldOf(head, "Connection"), std::string("close"));
        QCOMPARE(fieldOf(head, "Cache-Control"), std::string("no-store"));
        QCOMPARE(fieldOf(head, "X-Content-Type-Options"), std::string("nosniff"));
        QCOMPARE(fieldOf(head, "Location"), std::string());                  // nobody is led on, or secrets go on in clear text
        QCOMPARE(fieldOf(head, "Strict-Transport-Security"), std::string()); // RFC 6797 §7.2
        const boost::json::value problem = boost::json::parse(answer.substr(head.size() + 2));
        QVERIFY(problem.at("code") == "https_required");
        QVERIFY(problem.at("status") == 400);
        QVERIFY(std::string(problem.at("detail").as_string()).find("https://") != std::string::npos);
        QVERIFY(std::string(problem.at("error").as_string()).find("HTTPS") != std::string::npos);
        const std::string id = fieldOf(head, "X-Request-Id");
        QCOMPARE(std::string(problem.at("instance").as_string()), id);

        // The record of the next request is behind the one of this.
        QCOMPARE(HttpsClient(server.port()).send("GET", "/api/protected").status, 401);
        const auto events = server.events("tls.handshake_failed");
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events.front().reason, std::string("cleartext_http"));
        QCOMPARE(events.front().requestId, id);
        QCOMPARE(events.front().address, std::string("127.0.0.1"));
        QCOMPARE(events.front().status, 400);
    }

    void clearText_head_hasNoBody()
    {
        TestServer server;
        const std::string answer = inClearText(server.port(), "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(answer.starts_with("HTTP/1.1 400 "));
        QVERIFY(answer.ends_with("\r\n\r\n"));
    }

    void absoluteTarget_ofThisServer_isServed_whateverHostSays()
    {
        TestServer server;
        const std::string port = std::to_string(server.port());
        const auto status = [&](const std::string& authority, const std::string& host) {
            return HttpsClient(server.port())
                .sendRaw("GET https://" + authority + "/healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                .status;
        };
        for (const std::string& ours :
             {std::string("localhost"), std::string("localhost:443"), "localhost:" + port, "127.0.0.1:" + port}) {
            QCOMPARE(status(ours, "localhost"), 200);
            QCOMPARE(status(ours, ours), 200);
            QCOMPARE(status(ours, "proxy.example"), 200);
        }
        QCOMPARE(status("elsewhere.example", "localhost"), 400);
        QCOMPARE(status("elsewhere.example:443", "elsewhere.example"), 200);
    }

    /// What tells a client when to come back says the same in each place, is a whole number of 1 to the window's length, and is
    /// right: at its end the next one is let in.
    void limit_reached_fieldsAgree()
    {
        TestServer server;
        server.set("rate_limits.api_read", "3/20"); // short, so that the token outlives all rounds
        const std::string token = server.adminToken();
        HttpsClient client(server.port());
        const auto ask = [&] { return client.send("GET", "/api/auth/me", TestServer::bearer(token)); };
        Reply reply = ask();
        while (reply.status == 200) {
            QCOMPARE(reply.header("Retry-After"), std::string());
            QVERIFY(parameter(reply.header("RateLimit"), "t") >= 1 && parameter(reply.header("RateLimit"), "t") <= 20);
            server.clock().advance(std::chrono::milliseconds(1700));
            reply = ask();
        }
        for (int round = 0; round < 20; ++round) {
            QCOMPARE(reply.status, 429);
            const std::int64_t wait = std::stoll(reply.header("Retry-After"));
            QVERIFY(wait >= 1 && wait <= 20);
            QCOMPARE(parameter(reply.header("RateLimit"), "t"), wait);
            QCOMPARE(parameter(reply.header("RateLimit"), "r"), std::int64_t{0});
            QCOMPARE(parameter(reply.header("RateLimit-Policy"), "q"), std::int64_t{3});
            QCOMPARE(parameter(reply.header("RateLimit-Policy"), "w"), std::int64_t{20});
            QCOMPARE(reply.json().at("retry_after").as_int64(), wait);
            server.clock().advance(std::chrono::seconds(wait));
            QCOMPARE(ask().status, 200);
            server.clock().advance(std::chrono::milliseconds(10));
            for (reply = ask(); reply.status == 200;)
                reply = ask();
        }
    }

    /// Failed sign-ins hold back by a count of their own; what the class has left must not invite anybody back sooner.
    void signIn_heldBack_fieldsAgree()
    {
        TestServer server;
        server.set("rate_limits.auth", "1000/600");
        HttpsClient client(server.port());
        Reply reply;
        for (int i = 0; i < 20 && reply.status != 429; ++i) {
            reply = client.send("POST", "/api/auth/login", TestServer::jsonAnd({}),
                                R"({"email":"ada@sallyport.example","password":"wrong one"})");
        }
        QCOMPARE(reply.status, 429);
        const std::int64_t wait = std::stoll(reply.header("Retry-After"));
        QVERIFY(wait >= 1 && wait <= 600);
        QCOMPARE(parameter(reply.header("RateLimit"), "t"), wait);
        QCOMPARE(parameter(reply.header("RateLimit"), "r"), std::int64_t{0});
        QCOMPARE(parameter(reply.header("RateLimit-Policy"), "w"), std::int64_t{600});
    }

    /// The contract names what is passed over after `?`, and probes are not among it.
    void probes_takeNoParameters()
    {
        TestServer server;
        HttpsClient client(server.port());
        for (const char* path : {"/healthz", "/readyz"}) {
            QCOMPARE(client.send("GET", path).status, 200);
            QCOMPARE(client.send("GET", std::string(path) + "?").status, 200);
            const Reply reply = client.send("GET", std::string(path) + "?x=1");
            QCOMPARE(reply.status, 400);
            QVERIFY(reply.json().at("details").at(0).at("rule") == "unknown");
        }
    }
};

SALLYPORT_GUILESS_TEST(WireTest)

} // namespace tst_wire
#include "tst_wire.moc"
