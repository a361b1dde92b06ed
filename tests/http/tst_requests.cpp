// Requests and answers over real TLS sockets.
#include "tests/http/ambiguous_requests.h"
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <future>
#include <stdexcept>
#include <thread>

namespace tst_requests {

using namespace sallyport;
using namespace sallyport::http;
using namespace sallyport::http::test;

class TestRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void get_plain_answeredWithDateAndLength();
    void request_properties_visibleToHandler();
    void asvs_4_2_1_ambiguous_onTheWire_refusedAndClosed_data();
    void asvs_4_2_1_ambiguous_onTheWire_refusedAndClosed();
    void anySplit_ofTwoRequests_sameAnswers_data();
    void anySplit_ofTwoRequests_sameAnswers();
    void pipelined_many_answeredInOrder();
    void pipelined_slowFirst_answeredInOrder();
    void asvs_4_2_2_head_request_bodiless();
    void head_refused_bodiless();
    void expect_continue_sentOnlyIfBodyIsWelcome();
    void expect_tooLong_refusedWithoutContinue();
    void expect_http10_ignored();
    void body_announcedTooLong_413WithoutReading();
    void body_chunkedTooLong_413();
    void body_exactLimit_accepted();
    void body_large_arrivesWhole();
    void body_serverMemoryExhausted_503();
    void answer_large_arrivesWhole();
    void answer_fromOtherThread_arrives();
    void asvs_4_2_2_answer_204and304_bodiless();
    void connection_closeAsked_closes();
    void connection_closedByHandler_closes();
    void connection_http10_closes();
    void exchange_dropped_500();
    void exchange_droppedOnOtherThread_500();
    void exchange_answeredTwice_firstCounts();
    void exchange_afterServer_harmless();
    void handler_throws_500();
    void unknownMethod_reachesHandler();
    void absoluteForm_ofOurselves_countsBeforeHost_data();
    void absoluteForm_ofOurselves_countsBeforeHost();
    void stats_count();

private:
    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Server> m_server;
};

void TestRequests::init()
{
    m_handler = std::make_unique<TestHandler>();
    m_server = startServer(*m_handler);
    QVERIFY(m_server);
}

void TestRequests::cleanup()
{
    m_server.reset();
    m_handler.reset();
}

void TestRequests::get_plain_answeredWithDateAndLength()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, std::string("/a"));
    QCOMPARE(answer->header("Content-Length").value_or(""), std::string("2"));
    QVERIFY(answer->header("Date").value_or("").ends_with(" GMT"));
    QVERIFY(!answer->header("Server"));
    QVERIFY(!answer->header("Connection"));
    QVERIFY(client.send("GET /b HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/b"));
}

void TestRequests::request_properties_visibleToHandler()
{
    m_handler->onRequest = [](const std::shared_ptr<Exchange>& exchange) {
        const Request& request = exchange->request();
        Response response(200);
        response.setBody(request.peer.text() + " " + std::string(request.tls.version) + " " + std::string(request.tls.cipher) +
                         " " + std::to_string(request.connectionId) + " " + std::string(request.header("x-test").value_or("")) +
                         " " + (request.peerPort > 0 ? "port" : "") + " " + std::string(request.query));
        exchange->respond(std::move(response));
        return true;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /a?b=c HTTP/1.1\r\nHost: localhost\r\nX-Test: yes\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("127.0.0.1 TLSv1.3 TLS_AES_256_GCM_SHA384 1 yes port b=c"));
}

void TestRequests::asvs_4_2_1_ambiguous_onTheWire_refusedAndClosed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    for (const AmbiguousRequest& row : ambiguousRequests())
        QTest::newRow(row.name) << QByteArray::fromStdString(row.bytes) << row.status;
}

void TestRequests::asvs_4_2_1_ambiguous_onTheWire_refusedAndClosed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    TlsClient client(m_server->port());
    QVERIFY(client.send(bytes.toStdString() + "GET /second HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything);
    QVERIFY(everything->starts_with("HTTP/1.1 " + std::to_string(status) + " "));
    QCOMPARE(everything->find("HTTP/1.1", 1), std::string::npos); // one answer, no second
    QVERIFY(everything->find("Connection: close\r\n") != std::string::npos);
    QVERIFY(everything->find("application/problem+json") != std::string::npos);
    QVERIFY(m_handler->seen().empty());
    QCOMPARE(m_handler->rules().size(), std::size_t{1});
}

void TestRequests::anySplit_ofTwoRequests_sameAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /x HTTP/1.1\r\n"
                                          "Host: a\r\n\r\n");
    QTest::newRow("chunks") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n"
                                          "3\r\nllo\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n");
}

void TestRequests::anySplit_ofTwoRequests_sameAnswers()
{
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    TlsClient client(m_server->port());
    const auto check = [&client] {
        QCOMPARE(client.read().value_or(Answer()).body, std::string("hello"));
        QCOMPARE(client.read().value_or(Answer()).body, std::string("/x"));
    };
    for (std::size_t at = 1; at < text.size(); ++at) {
        QVERIFY(client.send(text.substr(0, at)));
        QVERIFY(client.send(text.substr(at)));
        check();
    }
    for (const char byte : text)
        QVERIFY(client.send(std::string_view(&byte, 1)));
    check();
}

void TestRequests::pipelined_many_answeredInOrder()
{
    TlsClient client(m_server->port());
    std::string all;
    for (int i = 0; i < 500; ++i)
        all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    QVERIFY(client.send(all));
    for (int i = 0; i < 500; ++i)
        QCOMPARE(client.read().value_or(Answer()).body, "/" + std::to_string(i));
}

void TestRequests::pipelined_slowFirst_answeredInOrder()
{
    std::vector<std::thread> workers;
    m_handler->onRequest = [&workers](std::shared_ptr<Exchange> exchange) {
        if (exchange->request().path != "/slow")
            return false;
        workers.emplace_back([exchange = std::move(exchange)] {
            Response response(200);
            response.setBody("slow");
            exchange->respond(std::move(response));
        });
        return true;
    };
    TlsClient client(m_server->port());
    for (int round = 0; round < 20; ++round) {
        QVERIFY(client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /fast HTTP/1.1\r\nHost: a\r\n\r\n"));
        QCOMPARE(client.read().value_or(Answer()).body, std::string("slow"));
        QCOMPARE(client.read().value_or(Answer()).body, std::string("/fast"));
    }
    for (std::thread& worker : workers)
        worker.join();
}

void TestRequests::asvs_4_2_2_head_request_bodiless()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("HEAD /four HTTP/1.1\r\nHost: a\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto answer = client.read(true);
    QVERIFY(answer);
    QCOMPARE(answer->header("Content-Length").value_or(""), std::string("5"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/x"));
}

void TestRequests::head_refused_bodiless()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("HEAD / HTTP/1.1\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->starts_with("HTTP/1.1 400 "));
    QVERIFY(everything->ends_with("\r\n\r\n"));
}

void TestRequests::expect_continue_sentOnlyIfBodyIsWelcome()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).status, 100);
    QVERIFY(client.send("hello"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("hello"));
    // No body follows: nothing to invite.
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).status, 200);
    // The body is there already.
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nhi"));
    QCOMPARE(client.read().value_or(Answer()).status, 200);
}

void TestRequests::expect_tooLong_refusedWithoutContinue()
{
    m_handler->limit = 4;
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->starts_with("HTTP/1.1 413 "));
}

void TestRequests::expect_http10_ignored()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /echo HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
    QVERIFY(client.send("hello"));
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->starts_with("HTTP/1.1 200 ") && everything->ends_with("\r\n\r\nhello"));
}

void TestRequests::body_announcedTooLong_413WithoutReading()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5368709120\r\n\r\nstart"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QCOMPARE(answer->header("Connection").value_or(""), std::string("close"));
    QVERIFY(m_handler->seen().empty());
}

void TestRequests::body_chunkedTooLong_413()
{
    m_handler->limit = 100;
    TlsClient client(m_server->port());
    const std::string chunk = "32\r\n" + std::string(50, 'x') + "\r\n";
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk));
    QCOMPARE(client.read().value_or(Answer()).status, 413);
}

void TestRequests::body_exactLimit_accepted()
{
    m_handler->limit = 5;
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("hello"));
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("hello"));
}

void TestRequests::body_large_arrivesWhole()
{
    m_handler->limit = 8 << 20;
    std::string body(5 << 20, '\0');
    for (std::size_t i = 0; i < body.size(); ++i)
        body[i] = static_cast<char>('a' + i % 23);
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"));
    QVERIFY(client.send(body));
    const auto answer = client.read();
    QVERIFY(answer && answer->body == body);
}

void TestRequests::body_serverMemoryExhausted_503()
{
    const auto server = startServer(*m_handler, [](ServerOptions& options) { options.limits.bufferedBodies = 1000; });
    TlsClient client(server->port());
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n" + std::string(2000, 'x')));
    QCOMPARE(client.read().value_or(Answer()).status, 503);
    TlsClient second(server->port()); // what was counted is given back
    QVERIFY(second.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n" + std::string(900, 'x')));
    QCOMPARE(second.read().value_or(Answer()).status, 200);
}

void TestRequests::answer_large_arrivesWhole()
{
    const std::string body(3 << 20, 'z');
    m_handler->onRequest = [&body](const std::shared_ptr<Exchange>& exchange) {
        Response response(200);
        response.setBody(body);
        exchange->respond(std::move(response));
        return true;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n"));
    for (int i = 0; i < 2; ++i) {
        const auto answer = client.read();
        QVERIFY(answer && answer->body == body);
    }
}

void TestRequests::answer_fromOtherThread_arrives()
{
    std::vector<std::thread> workers;
    m_handler->onRequest = [&workers](std::shared_ptr<Exchange> exchange) {
        workers.emplace_back([exchange = std::move(exchange)] {
            Response response(200);
            response.setBody("from elsewhere");
            exchange->respond(std::move(response));
        });
        return true;
    };
    TlsClient client(m_server->port());
    for (int i = 0; i < 50; ++i) {
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        QCOMPARE(client.read().value_or(Answer()).body, std::string("from elsewhere"));
    }
    for (std::thread& worker : workers)
        worker.join();
}

void TestRequests::asvs_4_2_2_answer_204and304_bodiless()
{
    m_handler->onRequest = [](const std::shared_ptr<Exchange>& exchange) {
        Response response(exchange->request().path == "/204" ? 204 : 304);
        response.setBody("must not be sent");
        exchange->respond(std::move(response));
        return true;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /204 HTTP/1.1\r\nHost: a\r\n\r\nGET /304 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything);
    QCOMPARE(everything->find("must not"), std::string::npos);
    QCOMPARE(everything->find("Content-Length"), std::string::npos);
    QVERIFY(everything->find("HTTP/1.1 304 Not Modified\r\n") != std::string::npos);
}

void TestRequests::connection_closeAsked_closes()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->find("Connection: close\r\n") != std::string::npos);
    QCOMPARE(m_handler->seen().size(), std::size_t{1});
}

void TestRequests::connection_closedByHandler_closes()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /close HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->find("Connection: close\r\n") != std::string::npos);
}

void TestRequests::connection_http10_closes()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->ends_with("\r\n\r\n/old"));
}

void TestRequests::exchange_dropped_500()
{
    m_handler->onRequest = [](const std::shared_ptr<Exchange>& exchange) { return exchange->request().path == "/drop"; };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /drop HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).status, 500);
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/next"));
}

void TestRequests::exchange_droppedOnOtherThread_500()
{
    std::thread worker;
    m_handler->onRequest = [&worker](std::shared_ptr<Exchange> exchange) {
        worker = std::thread([exchange = std::move(exchange)]() mutable { exchange.reset(); });
        return true;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).status, 500);
    worker.join();
}

void TestRequests::exchange_answeredTwice_firstCounts()
{
    m_handler->onRequest = [](const std::shared_ptr<Exchange>& exchange) {
        for (const char* text : {"first", "second"}) {
            Response response(200);
            response.setBody(text);
            exchange->respond(std::move(response));
        }
        return true;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything);
    QCOMPARE(everything->find("second"), std::string::npos);
}

void TestRequests::exchange_afterServer_harmless()
{
    std::promise<std::shared_ptr<Exchange>> promise;
    m_handler->onRequest = [&promise](const std::shared_ptr<Exchange>& exchange) {
        promise.set_value(exchange);
        return true;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n"));
    std::shared_ptr<Exchange> kept = promise.get_future().get();
    m_server.reset();
    QCOMPARE(kept->request().path, std::string_view("/kept")); // its bytes live as long as it does
    kept->respond(Response(200));
    kept.reset();
    QVERIFY(client.readToEnd());
}

void TestRequests::handler_throws_500()
{
    m_handler->onRequest = [](const std::shared_ptr<Exchange>& exchange) -> bool {
        if (exchange->request().path == "/throw")
            throw std::runtime_error("planted");
        return false;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /throw HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).status, 500);
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/next"));
}

void TestRequests::unknownMethod_reachesHandler()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("get / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).status, 200);
    QCOMPARE(m_handler->seen().front(), std::string("get /"));
}

void TestRequests::absoluteForm_ofOurselves_countsBeforeHost_data()
{
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    const auto row = [](const char* authority, const char* host, int status) {
        QTest::newRow((std::string(authority) + " and " + host).c_str()) << QByteArray(authority) << QByteArray(host) << status;
    };
    row("localhost:443", "localhost", 200); // the same place, written otherwise
    row("elsewhere.example:443", "elsewhere.example", 200);
    row("localhost", "elsewhere.example", 200); // what the certificate is for, at https's own port
    row("LOCALHOST:443", "elsewhere.example:8443", 200);
    row("localhost:PORT", "elsewhere.example", 200); // and at the one that we listen at
    row("127.0.0.1:PORT", "localhost", 200);         // the address that the client came to
    row("127.0.0.1", "localhost:PORT", 200);
    row("localhost:1", "localhost", 400); // another server's port
    row("elsewhere.example", "localhost", 400);
    row("127.0.0.2:PORT", "localhost", 400);
    row("xlocalhost", "localhost", 400);
}

void TestRequests::absoluteForm_ofOurselves_countsBeforeHost()
{
    QFETCH(QByteArray, authority);
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    const QByteArray port = QByteArray::number(m_server->port());
    authority.replace("PORT", port);
    host.replace("PORT", port);
    m_handler->onRequest = [](const std::shared_ptr<Exchange>& exchange) {
        Response response(200);
        response.setBody(std::string(exchange->request().host) + " " + std::string(exchange->request().path));
        exchange->respond(std::move(response));
        return true;
    };
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET https://" + authority.toStdString() + "/x?y HTTP/1.1\r\nHost: " + host.toStdString() + "\r\n\r\n"));
    const Answer answer = client.read().value_or(Answer());
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(answer.body, authority.toStdString() + " /x");
    else
        QCOMPARE(answer.header("X-Rule").value_or(""), std::string("host_differs_from_target"));
}

void TestRequests::stats_count()
{
    {
        TlsClient client(m_server->port());
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"));
        QVERIFY(client.read());
        QCOMPARE(m_server->stats().openConnections, std::uint64_t{1});
        QVERIFY(client.send("bad\r\n\r\n"));
        QVERIFY(client.readToEnd());
    }
    QVERIFY(eventually([this] { return m_server->stats().openConnections == 0; }));
    const ServerStats stats = m_server->stats();
    QCOMPARE(stats.acceptedConnections, std::uint64_t{1});
    QCOMPARE(stats.requests, std::uint64_t{1});
    QCOMPARE(stats.rejectedRequests, std::uint64_t{1});
    QVERIFY(stats.bytesIn > 60 && stats.bytesOut > 60);
}

SALLYPORT_TEST(TestRequests)

} // namespace tst_requests
#include "tst_requests.moc"
