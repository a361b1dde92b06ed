// Requests that are held back for a while (Exchange::wait).
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <atomic>
#include <future>

namespace tst_waiting {

using namespace sallyport::http;
using namespace sallyport::http::test;
using namespace std::chrono_literals;

namespace {

Response said(std::string_view text)
{
    Response response(200);
    response.setBody(std::string(text));
    return response;
}

constexpr std::string_view request = "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n";

} // namespace

class TstWaiting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wait_holdsTheAnswerBack_andNoThread()
    {
        TestHandler handler;
        handler.onRequest = [](const std::shared_ptr<Exchange>& exchange) {
            if (exchange->request().path != "/slow")
                return false;
            exchange->wait(200ms, [exchange](bool here) { exchange->respond(said(here ? "later" : "gone")); });
            return true;
        };
        const auto server = startServer(handler, [](ServerOptions& options) {
            options.limits.idle = 50ms; // which isn't what a request that is held back falls under
            options.loops = 1;
        });
        const auto start = std::chrono::steady_clock::now();
        TlsClient slow(server->port()), quick(server->port());
        QVERIFY(slow.send(request));
        QVERIFY(quick.send("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        const auto first = quick.read();
        QVERIFY(first);
        QCOMPARE(first->body, std::string("/quick"));
        const auto second = slow.read();
        QVERIFY(second);
        QCOMPARE(second->body, std::string("later"));
        QVERIFY(std::chrono::steady_clock::now() - start >= 195ms);
    }

    void wait_whatIsPipelinedMeanwhile_isAnsweredAfterwards()
    {
        TestHandler handler;
        handler.onRequest = [](const std::shared_ptr<Exchange>& exchange) {
            if (exchange->request().path != "/slow")
                return false;
            exchange->wait(50ms, [exchange](bool) { exchange->respond(said("later")); });
            return true;
        };
        const auto server = startServer(handler);
        TlsClient client(server->port());
        QVERIFY(client.send(std::string(request) + "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        QVERIFY(client.send("GET /third HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        for (const char* expected : {"later", "/second", "/third"}) {
            const auto answer = client.read();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string(expected));
        }
    }

    void wait_clientGoes_isToldAtOnce()
    {
        TestHandler handler;
        std::promise<bool> told;
        handler.onRequest = [&told](const std::shared_ptr<Exchange>& exchange) {
            exchange->wait(60s, [exchange, &told](bool here) { told.set_value(here); });
            return true;
        };
        const auto server = startServer(handler);
        {
            TlsClient client(server->port());
            QVERIFY(client.send(request));
            QVERIFY(eventually([&server] { return server->stats().requests == 1; }));
            client.reset();
        }
        auto future = told.get_future();
        QVERIFY(future.wait_for(10s) == std::future_status::ready);
        QVERIFY(!future.get());
        QVERIFY(eventually([&server] { return server->stats().openConnections == 0; }));
    }

    /// Nothing is read of a client while its answer is made, unless somebody watches it.
    void watch_clientGoes_isToldAtOnce()
    {
        TestHandler handler;
        std::promise<void> told;
        std::vector<std::shared_ptr<Exchange>> kept;
        handler.onRequest = [&](const std::shared_ptr<Exchange>& exchange) {
            kept.push_back(exchange);
            exchange->watch([&told] { told.set_value(); });
            return true;
        };
        const auto server = startServer(handler, [](ServerOptions& options) { options.loops = 1; });
        {
            TlsClient client(server->port());
            QVERIFY(client.send(request));
            QVERIFY(eventually([&server] { return server->stats().requests == 1; }));
            client.reset();
        }
        QVERIFY(told.get_future().wait_for(10s) == std::future_status::ready);
        QVERIFY(eventually([&server] { return server->stats().openConnections == 0; }));
        kept.front()->respond(said("nobody")); // goes nowhere
        server->stop(10s);
        kept.clear();
    }

    void watch_clientStays_isAnsweredWithWhatItPipelined()
    {
        TestHandler handler;
        std::atomic<int> gone = 0;
        std::vector<std::jthread> threads;
        handler.onRequest = [&](const std::shared_ptr<Exchange>& exchange) {
            if (exchange->request().path != "/slow")
                return false;
            threads.emplace_back([exchange, &gone] {
                exchange->watch([&gone] { ++gone; });
                exchange->respond(said("made"));
            });
            return true;
        };
        const auto server = startServer(handler, [](ServerOptions& options) { options.loops = 1; });
        TlsClient client(server->port());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(client.send(std::string(request) + "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            for (const char* expected : {"made", "/second"}) {
                const auto answer = client.read();
                QVERIFY(answer);
                QCOMPARE(answer->body, std::string(expected));
            }
        }
        QCOMPARE(gone.load(), 0);
    }

    void wait_serverStops_goesOnAtOnce()
    {
        TestHandler handler;
        handler.onRequest = [](const std::shared_ptr<Exchange>& exchange) {
            exchange->wait(60s, [exchange](bool here) { exchange->respond(said(here ? "hurried" : "gone")); });
            return true;
        };
        const auto server = startServer(handler);
        TlsClient client(server->port());
        QVERIFY(client.send(request));
        QVERIFY(eventually([&server] { return server->stats().requests == 1; }));
        const auto start = std::chrono::steady_clock::now();
        server->stop(10s);
        QVERIFY(std::chrono::steady_clock::now() - start < 9s);
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("hurried"));
    }

    /// Answered on another thread, as most of a pipeline's requests are.
    void wait_answeredElsewhere()
    {
        TestHandler handler;
        std::vector<std::jthread> threads;
        handler.onRequest = [&threads](const std::shared_ptr<Exchange>& exchange) {
            exchange->wait(
                20ms, [exchange, &threads](bool) { threads.emplace_back([exchange] { exchange->respond(said("elsewhere")); }); });
            return true;
        };
        const auto server = startServer(handler, [](ServerOptions& options) { options.loops = 1; });
        TlsClient client(server->port());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(client.send(request));
            const auto answer = client.read();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("elsewhere"));
        }
    }
};

SALLYPORT_TEST(TstWaiting)

} // namespace tst_waiting
#include "tst_waiting.moc"
