// Deadlines, caps and the end: what a slow, greedy or vanishing client can and cannot do.
#include "backend/http/address_caps.h"
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <thread>

namespace tst_limits {

using namespace sallyport;
using namespace sallyport::http;
using namespace sallyport::http::test;
using namespace std::chrono_literals;

namespace {

std::size_t openFiles()
{
    const std::filesystem::directory_iterator entries("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

std::int64_t elapsedMs(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - since).count();
}

} // namespace

class TestLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handshake_silent_closed();
    void handshake_halfway_closed();
    void head_dripped_408AtAbsoluteDeadline();
    void idle_connection_closedWithoutAnswer();
    void idle_countsFromLastAnswer();
    void body_stalled_408();
    void body_slowButSteady_accepted();
    void answer_neverRead_connectionCut();
    void handler_slow_isNotCutOff();
    void connections_overAddressCap_closed();
    void asvs_15_4_4_connections_thatStall_giveWay_toOthersOfTheirAddress();
    void handshakes_areRefused_onlyWhileOneIsHeldUp();
    void connections_overTotalCap_waitUntilOneEnds();
    void asvs_1_4_3_connections_comeAndGo_filesStayFlat();
    void stop_idleConnections_closedAtOnce();
    void stop_runningRequest_finishedFirst();
    void stop_deadline_cutsWhatHangs();
    void stop_twice_harmless();
    void start_portTaken_addressInUse_data();
    void start_portTaken_addressInUse();
    void start_foreignAddress_notAllowed();
    void start_badCertificate_refused();
    void loops_several_shareThePort();
};

void TestLimits::handshake_silent_closed()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.handshake = 50ms; });
    const int socket = connectTcp(server->port());
    std::string received;
    QVERIFY(waitForClose(socket, &received));
    QCOMPARE(received, std::string());
    QCOMPARE(handler.waitForTlsFailure(), std::string("timeout"));
    ::close(socket);
    QCOMPARE(server->stats().failedHandshakes, std::uint64_t{1});
}

void TestLimits::handshake_halfway_closed()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.handshake = 50ms; });
    const int socket = connectTcp(server->port());
    QCOMPARE(::send(socket, "\x16\x03\x01\x02\x00\x01\x00", 7, MSG_NOSIGNAL), ssize_t{7});
    QVERIFY(waitForClose(socket));
    ::close(socket);
}

void TestLimits::head_dripped_408AtAbsoluteDeadline()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.header = 80ms; });
    const auto start = std::chrono::steady_clock::now();
    TlsClient client(server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "));
    // A byte every few milliseconds, until the server hangs up, must not move the deadline.
    const std::jthread dripper([&client](const std::stop_token& stop) {
        pollfd hangUp{client.socket(), POLLRDHUP, 0};
        while (!stop.stop_requested() && ::poll(&hangUp, 1, 5) == 0 && client.send("a")) {
        }
    });
    QVERIFY(eventually([&server] { return server->stats().rejectedRequests == 1 || server->stats().openConnections == 0; }));
    QVERIFY(elapsedMs(start) >= 75);
    QVERIFY(elapsedMs(start) < 5000);
    const auto rules = handler.rules();
    QVERIFY(!rules.empty());
    QCOMPARE(rules.front(), std::string("head_timeout"));
}

void TestLimits::idle_connection_closedWithoutAnswer()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.idle = 50ms; });
    TlsClient client(server->port());
    QVERIFY(client.connected());
    QCOMPARE(client.readToEnd().value_or("not closed"), std::string());
}

void TestLimits::idle_countsFromLastAnswer()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.idle = 100ms; });
    TlsClient client(server->port());
    std::chrono::steady_clock::time_point last;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        last = std::chrono::steady_clock::now();
        QVERIFY(client.read());
    }
    QCOMPARE(client.readToEnd().value_or("not closed"), std::string());
    QVERIFY(elapsedMs(last) >= 95);
}

void TestLimits::body_stalled_408()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.bodyGrace = 60ms; });
    TlsClient client(server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nstart"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(client.readToEnd());
    QCOMPARE(handler.rules().front(), std::string("body_timeout"));
    QVERIFY(handler.seen().empty());
}

void TestLimits::body_slowButSteady_accepted()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) {
        options.limits.bodyGrace = 60ms;
        options.limits.bodyRate = 1; // each byte earns a second
    });
    TlsClient client(server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\n"));
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i)
        QVERIFY(client.send("a"));
    QVERIFY(eventually([start] { return elapsedMs(start) > 150; }));
    QVERIFY(client.send(std::string(10, 'b')));
    QCOMPARE(client.read().value_or(Answer()).status, 200);
}

void TestLimits::answer_neverRead_connectionCut()
{
    TestHandler handler;
    handler.onRequest = [](const std::shared_ptr<Exchange>& exchange) {
        Response response(200);
        response.setBody(std::string(16 << 20, 'x'));
        exchange->respond(std::move(response));
        return true;
    };
    const auto server = startServer(handler, [](ServerOptions& options) {
        options.limits.write = 60ms;
        options.limits.bodyRate = 1u << 30;
    });
    TlsClient client(server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(eventually([&server] { return server->stats().requests == 1 && server->stats().openConnections == 0; }));
}

void TestLimits::handler_slow_isNotCutOff()
{
    TestHandler handler;
    std::promise<std::shared_ptr<Exchange>> promise;
    handler.onRequest = [&promise](const std::shared_ptr<Exchange>& exchange) {
        promise.set_value(exchange);
        return true;
    };
    const auto server = startServer(
        handler, [](ServerOptions& options) { options.limits.idle = options.limits.header = options.limits.write = 20ms; });
    TlsClient client(server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto exchange = promise.get_future().get();
    const auto start = std::chrono::steady_clock::now();
    QVERIFY(eventually([start] { return elapsedMs(start) > 150; }));
    exchange->respond(Response(200));
    QCOMPARE(client.read().value_or(Answer()).status, 200);
}

void TestLimits::connections_overAddressCap_closed()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.connectionsPerAddress = 2; });
    TlsClient first(server->port());
    auto second = std::make_unique<TlsClient>(server->port());
    QVERIFY(first.connected() && second->connected());
    QVERIFY(!TlsClient(server->port()).connected());
    QCOMPARE(server->stats().refusedConnections, std::uint64_t{1});
    second.reset();
    QVERIFY(eventually([&server] { return server->stats().openConnections == 1; }));
    TlsClient again(server->port());
    QVERIFY(again.connected());
    QVERIFY(first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(first.read());
}

void TestLimits::asvs_15_4_4_connections_thatStall_giveWay_toOthersOfTheirAddress()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.connectionsPerAddress = 3; });
    TlsClient honest(server->port()), slow(server->port());
    QVERIFY(honest.connected() && slow.connected());
    QVERIFY(slow.send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "));
    const int silent = connectTcp(server->port());
    // Both that hold a place without asking for anything lose it, whoever comes meanwhile; who asks keeps it.
    for (int i = 0; i < 2; ++i)
        QVERIFY(eventually([&] {
            if (!honest.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") || honest.read().value_or(Answer()).status != 200)
                return false;
            return TlsClient(server->port()).connected();
        }));
    QVERIFY(eventually([&] { return TlsClient(server->port()).connected() && waitForClose(silent); }));
    ::close(silent);
}

void TestLimits::handshakes_areRefused_onlyWhileOneIsHeldUp()
{
    HandshakeCaps caps(2);
    const auto address = IpAddress::v4(0xCB007107), other = IpAddress::v4(0xCB007108);
    const std::chrono::steady_clock::time_point start(1h);
    for (int i = 0; i < 50; ++i)
        QVERIFY(caps.enter(address, start + std::chrono::milliseconds(i))); // a program that begins
    QVERIFY(!caps.enter(address, start + 2s));
    QVERIFY(caps.enter(other, start + 2s));
    for (int i = 0; i < 49; ++i)
        caps.leave(address, start + std::chrono::milliseconds(i));
    QVERIFY(caps.enter(address, start + 3s)); // one is left, and there may be two
    QVERIFY(!caps.enter(address, start + 3s));
    caps.leave(address, start + 49ms);
    QVERIFY(caps.enter(address, start + 4s));
}

void TestLimits::connections_overTotalCap_waitUntilOneEnds()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.limits.connections = 2; });
    auto first = std::make_unique<TlsClient>(server->port());
    TlsClient second(server->port());
    QVERIFY(first->connected() && second.connected());
    auto third = std::async(std::launch::async, [&server] {
        TlsClient client(server->port());
        return client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") && client.read().has_value();
    });
    QVERIFY(second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(second.read()); // those inside are served while one waits outside
    QVERIFY(third.wait_for(0ms) != std::future_status::ready);
    QCOMPARE(server->stats().acceptedConnections, std::uint64_t{2});
    first.reset();
    QVERIFY(third.get());
}

void TestLimits::asvs_1_4_3_connections_comeAndGo_filesStayFlat()
{
    TestHandler handler;
    const auto server = startServer(handler);
    {
        TlsClient warmUp(server->port());
        QVERIFY(warmUp.connected());
    }
    QVERIFY(eventually([&server] { return server->stats().openConnections == 0; }));
    const std::size_t before = openFiles();
    for (int i = 0; i < 2000; ++i) {
        switch (i % 4) {
        case 0: { // gone before the handshake
            const int socket = connectTcp(server->port());
            ::close(socket);
            break;
        }
        case 1: { // reset in the middle of it
            const int socket = connectTcp(server->port());
            ::send(socket, "\x16\x03\x01", 3, MSG_NOSIGNAL);
            const linger hard{1, 0};
            ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
            ::close(socket);
            break;
        }
        default: {
            if (i % 8 > 3)
                break; // handshakes are dear
            TlsClient client(server->port());
            QVERIFY(client.send(i % 4 == 2 ? "GET / HTTP/1.1\r\nHost" : "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
            client.reset();
        }
        }
    }
    QVERIFY(eventually([&server] { return server->stats().openConnections == 0; }));
    QVERIFY(eventually([before] { return openFiles() <= before; }));
    TlsClient client(server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(client.read());
}

void TestLimits::stop_idleConnections_closedAtOnce()
{
    TestHandler handler;
    const auto server = startServer(handler);
    TlsClient client(server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(client.read());
    const std::uint16_t port = server->port();
    auto stopped = std::async(std::launch::async, [&server] { server->stop(60s); });
    QCOMPARE(client.readToEnd().value_or("not closed"), std::string());
    client.reset();
    QVERIFY(stopped.wait_for(10s) == std::future_status::ready);
    QCOMPARE(connectTcp(port), -1);
}

void TestLimits::stop_runningRequest_finishedFirst()
{
    TestHandler handler;
    std::promise<std::shared_ptr<Exchange>> promise;
    handler.onRequest = [&promise](const std::shared_ptr<Exchange>& exchange) {
        promise.set_value(exchange);
        return true;
    };
    const auto server = startServer(handler);
    TlsClient client(server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    auto exchange = promise.get_future().get();
    auto stopped = std::async(std::launch::async, [&server] { server->stop(60s); });
    const std::uint16_t port = server->port();
    QVERIFY(eventually([port] { // the drain has begun once nobody listens
        const int socket = connectTcp(port);
        if (socket >= 0)
            ::close(socket);
        return socket < 0;
    }));
    Response response(200);
    response.setBody("last words");
    exchange->respond(std::move(response));
    exchange.reset();
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->ends_with("last words"));
    QVERIFY(everything->find("Connection: close\r\n") != std::string::npos);
    client.reset();
    QVERIFY(stopped.wait_for(10s) == std::future_status::ready);
}

void TestLimits::stop_deadline_cutsWhatHangs()
{
    TestHandler handler;
    std::promise<std::shared_ptr<Exchange>> promise;
    handler.onRequest = [&promise](const std::shared_ptr<Exchange>& exchange) {
        promise.set_value(exchange);
        return true;
    };
    const auto server = startServer(handler);
    TlsClient client(server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto exchange = promise.get_future().get();
    const auto start = std::chrono::steady_clock::now();
    server->stop(50ms);
    QVERIFY(elapsedMs(start) >= 45 && elapsedMs(start) < 5000);
    QCOMPARE(client.readToEnd().value_or("not closed"), std::string());
    QCOMPARE(server->stats().openConnections, std::uint64_t{0});
}

void TestLimits::stop_twice_harmless()
{
    TestHandler handler;
    const auto server = startServer(handler);
    server->stop(1s);
    server->stop(1s);
    QCOMPARE(server->stats().openConnections, std::uint64_t{0});
}

void TestLimits::start_portTaken_addressInUse_data()
{
    QTest::addColumn<unsigned>("loops");
    QTest::newRow("one loop") << 1u;
    QTest::newRow("two loops") << 2u; // SO_REUSEPORT alone would let a second server in
}

void TestLimits::start_portTaken_addressInUse()
{
    QFETCH(unsigned, loops);
    TestHandler handler;
    const auto first = startServer(handler, [loops](ServerOptions& options) { options.loops = loops; });
    ServerOptions options;
    options.loops = loops;
    options.port = first->port();
    options.certificate = makeCertificate();
    const auto second = Server::start(std::move(options), handler);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::AddressInUse);
}

void TestLimits::start_foreignAddress_notAllowed()
{
    TestHandler handler;
    ServerOptions options;
    options.address = IpAddress::v4(0xC0000201); // 192.0.2.1, documentation
    options.certificate = makeCertificate();
    const auto server = Server::start(std::move(options), handler);
    QVERIFY(!server);
    QCOMPARE(server.error().code, ErrorCode::AddressNotAllowed);
}

void TestLimits::start_badCertificate_refused()
{
    TestHandler handler;
    for (int kind = 0; kind < 4; ++kind) {
        ServerOptions options;
        options.certificate = makeCertificate();
        if (kind == 0)
            options.certificate.chainPem.clear();
        if (kind == 1)
            options.certificate.chainPem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        if (kind == 2)
            options.certificate.keyPem = SecretBytes::fromText("no key");
        if (kind == 3)
            options.certificate.keyPem = makeCertificate().keyPem.clone(); // of another certificate
        const auto server = Server::start(std::move(options), handler);
        QVERIFY(!server);
        QCOMPARE(server.error().code, ErrorCode::CertificateInvalid);
    }
}

void TestLimits::loops_several_shareThePort()
{
    TestHandler handler;
    const auto server = startServer(handler, [](ServerOptions& options) { options.loops = 3; });
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 24; ++i) {
        clients.push_back(std::make_unique<TlsClient>(server->port()));
        QVERIFY(clients.back()->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    for (const auto& client : clients)
        QVERIFY(client->read());
    QCOMPARE(server->stats().requests, std::uint64_t{24});
}

SALLYPORT_TEST(TestLimits)

} // namespace tst_limits
#include "tst_limits.moc"
