#include "backend/services/provisional_changes.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace tst_safe_listening {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;
namespace json = boost::json;

/// A port that the system has just given away, and takes back when this goes.
class TakenPort {
public:
    TakenPort()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), size) != 0 || ::listen(m_socket, 1) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error("no port");
        port = ntohs(address.sin_port);
    }
    TakenPort(const TakenPort&) = delete;
    TakenPort& operator=(const TakenPort&) = delete;
    ~TakenPort() { ::close(m_socket); }
    std::uint16_t port = 0;

private:
    const int m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

std::uint16_t freePort()
{
    return TakenPort().port;
}

/// Where the server listens changes at once when somebody who comes by it says so, and changes back unless they come by the new
/// place and confirm it.
class SafeListeningTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        server = std::make_unique<TestServer>();
        token = server->adminToken();
        old = server->port();
    }

    void newPort_answersAtOnce_withTheSameToken_andStays_whenConfirmedThere()
    {
        const std::uint16_t port = freePort();
        const Reply changed = setPort(port);
        QCOMPARE(changed.status, 200);
        const std::string id = changed.text("/confirm/id");
        QVERIFY(!id.empty());
        QVERIFY(answersAt(port));
        QVERIFY(leaves(old));
        QCOMPARE(at(port, "GET", "/api/changes").text("/data/0/kind"), std::string("listening"));
        QCOMPARE(at(port, "POST", "/api/changes/" + id + "/confirm", json::object{}).status, 200);
        server->clock().advance(61s);
        QCOMPARE(at(port, "GET", "/api/changes").status, 200);
        QCOMPARE(setting("server.port"), std::to_string(port));
        QCOMPARE(server->services().server.status().url, "https://127.0.0.1:" + std::to_string(port));
        const audit::Event moved = server->events("server.moved").front();
        QCOMPARE(json::parse(moved.detailsJson).at("before").as_string(), "https://127.0.0.1:" + std::to_string(old));
    }

    /// Where nothing listens the status says where it will: a vault that was just made gets its port after it was opened.
    void whileNothingListens_theStatusNamesTheConfiguredAddress()
    {
        auto& services = server->services();
        QVERIFY(services.server.stop(access::Actor::system()));
        const std::uint16_t port = freePort();
        QVERIFY(services.settings.change(access::Actor::system(), {{"server.port", std::to_string(port)}}));
        QCOMPARE(services.server.status().url, "https://127.0.0.1:" + std::to_string(port));
    }

    void unconfirmed_comesBackToWhereItWas()
    {
        const std::uint16_t port = freePort();
        QCOMPARE(setPort(port).status, 200);
        QVERIFY(answersAt(port));
        server->clock().advance(60s);
        at(port, "GET", "/api/changes"); // whoever asks, or the time itself
        QVERIFY(answersAt(old));
        QVERIFY(leaves(port));
        QCOMPARE(setting("server.port"), std::string("0"));
        QCOMPARE(at(old, "GET", "/api/settings").status, 200);
    }

    void placeThatCannotBeHad_isTakenBackAtOnce()
    {
        const TakenPort taken;
        const std::string id = setPort(taken.port).text("/confirm/id");
        QTRY_COMPARE(at(old, "GET", "/api/changes/" + id).text("/data/state"), std::string("taken_back"));
        QCOMPARE(setting("server.port"), std::string("0"));
        QVERIFY(answersAt(old));
        QCOMPARE(server->events("server.failed").size(), std::size_t(1));
    }

    void twoInARow_goBackToWhatWasBeforeBoth()
    {
        const std::uint16_t first = freePort(), second = freePort();
        QCOMPARE(setPort(first).status, 200);
        QVERIFY(answersAt(first));
        server->clock().advance(30s);
        QCOMPARE(at(first, "PATCH", "/api/settings", {{"server.port", second}}).status, 200);
        QVERIFY(answersAt(second));
        server->clock().advance(30s);
        QCOMPARE(at(second, "GET", "/api/changes").json().at_pointer("/page/total").as_int64(), 1);
        QCOMPARE(setting("server.port"), std::to_string(second)); // somebody has changed it since
        server->clock().advance(30s);
        at(second, "GET", "/api/changes");
        QVERIFY(answersAt(old));
        QCOMPARE(setting("server.port"), std::string("0"));
    }

    void byConsoleAndCommandLine_isForTheNextStart_asBefore()
    {
        QVERIFY(server->services().settings.change(TestServer::system(), {{"server.port", std::to_string(freePort())}}));
        QCOMPARE(server->services().provisionalChanges.list(TestServer::system())->size(), std::size_t(0));
        QVERIFY(answersAt(old));
    }

    void commandLine_mayAskForIt_andConfirmIt()
    {
        ProvisionalChanges& changes = server->services().provisionalChanges;
        const std::uint16_t port = freePort();
        const auto made = changes.provisionally([&]() -> Result<void> {
            return server->services().settings.change(TestServer::system(), {{"server.port", std::to_string(port)}});
        });
        QVERIFY(made && *made);
        QVERIFY(answersAt(port));
        QCOMPARE(changes.list(TestServer::system())->size(), std::size_t(1));
        QVERIFY(changes.confirm(TestServer::system(), (*made)->id));
        server->clock().advance(61s);
        QCOMPARE(changes.list(TestServer::system())->size(), std::size_t(0));
        QCOMPARE(setting("server.port"), std::to_string(port));
    }

private:
    Reply at(std::uint16_t port, const std::string& method, const std::string& path, const json::value& body = {})
    {
        HttpsClient client(port);
        const Headers headers = TestServer::bearer(token);
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
    }
    Reply setPort(std::uint16_t port) { return at(old, "PATCH", "/api/settings", {{"server.port", port}}); }
    bool answersAt(std::uint16_t port)
    {
        return QTest::qWaitFor([&] { return at(port, "GET", "/healthz").status == 200; }, 10'000);
    }
    bool leaves(std::uint16_t port)
    {
        return QTest::qWaitFor([&] { return at(port, "GET", "/healthz").status == 0; }, 10'000);
    }
    std::string setting(std::string_view key)
    {
        return settings::findDefinition(key)->get(*server->services().settings.values());
    }

    std::unique_ptr<TestServer> server;
    std::string token;
    std::uint16_t old = 0;
};

SALLYPORT_GUILESS_TEST(SafeListeningTest)

} // namespace tst_safe_listening
#include "tst_safe_listening.moc"
