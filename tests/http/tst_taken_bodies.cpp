// Bodies that are taken piece by piece while they come.
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <future>
#include <thread>

namespace tst_taken_bodies {

using namespace sallyport::http;
using namespace sallyport::http::test;
using namespace std::chrono_literals;

namespace {

/// Keeps what it is given and answers its length at the end. Says `more` from another thread, as a pool does.
class Keeper final : public BodyTaker {
public:
    struct Probe {
        std::mutex mutex;
        std::string bytes;
        std::size_t largest = 0;
        int pieces = 0;
        bool complete = false;
        bool early = false; ///< a piece came before the one before it was done
        bool busy = false;
        bool holds = false; ///< don't ask for more
        std::function<void()> held;
        std::promise<void> first;
        std::promise<void> broken;
        std::atomic<int> timesBroken{0};
        std::vector<std::thread> threads;
        std::shared_ptr<Exchange> exchange; ///< where the test answers itself

        ~Probe()
        {
            for (std::thread& thread : threads)
                thread.join();
        }
    };

    Keeper(std::shared_ptr<Exchange> exchange, std::shared_ptr<Probe> probe)
        : m_exchange(std::move(exchange)), m_probe(std::move(probe))
    {
    }

    void take(std::string bytes, std::function<void()> more) override
    {
        const std::scoped_lock lock(m_probe->mutex);
        m_probe->early = m_probe->early || m_probe->busy;
        m_probe->bytes += bytes;
        m_probe->largest = std::max(m_probe->largest, bytes.size());
        if (++m_probe->pieces == 1)
            m_probe->first.set_value();
        if (m_probe->holds) {
            m_probe->held = std::move(more);
            return;
        }
        m_probe->busy = true;
        m_probe->threads.emplace_back([probe = m_probe.get(), more = std::move(more)] {
            {
                const std::scoped_lock inner(probe->mutex);
                probe->busy = false;
            }
            more();
        });
    }
    void complete() override
    {
        {
            const std::scoped_lock lock(m_probe->mutex);
            m_probe->complete = true;
        }
        Response response(201);
        response.setBody(std::to_string(m_probe->bytes.size()));
        m_exchange->respond(std::move(response));
    }
    void broken() override
    {
        if (m_probe->timesBroken.fetch_add(1) == 0)
            m_probe->broken.set_value();
        m_exchange.reset();
    }

private:
    std::shared_ptr<Exchange> m_exchange;
    std::shared_ptr<Probe> m_probe;
};

std::string pattern(std::size_t size)
{
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        text[i] = static_cast<char>(i * 31 + i / 257);
    return text;
}
std::string chunked(const std::string& body, std::size_t size)
{
    std::string text;
    for (std::size_t at = 0; at < body.size(); at += size) {
        const std::string piece = body.substr(at, size);
        char head[32];
        std::snprintf(head, sizeof head, "%zx\r\n", piece.size());
        text += head + piece + "\r\n";
    }
    return text + "0\r\n\r\n";
}
std::string headFor(std::size_t length)
{
    return "POST /taken HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}
const std::string chunkedHead = "POST /taken HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

} // namespace

class TestTakenBodies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void body_comesWholeInPieces_andTheConnectionGoesOn();
    void body_chunked_comesWhole();
    void body_takenLater_fromAnotherThread();
    void body_none_isCompleteAtOnce();
    void body_waitsForItsTaker();
    void expectation_isAnsweredWhenTheBodyIsTaken();
    void refusal_beforeTheBody_closes();
    void answer_inTheMiddle_closes();
    void handler_givesUp_answers500();
    void client_gone_takerTold();
    void length_overLimit_isRefused();
    void chunks_overLimit_areRefused();
    void client_tooSlow_isRefused();
    void stop_takerTold();

private:
    bool toldBroken() { return m_probe->broken.get_future().wait_for(10s) == std::future_status::ready; }
    bool firstPiece() { return m_probe->first.get_future().wait_for(10s) == std::future_status::ready; }
    void start(const std::function<void(ServerOptions&)>& change = {}) { m_server = startServer(*m_handler, change); }

    std::shared_ptr<Keeper::Probe> m_probe;
    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Server> m_server;
};

void TestTakenBodies::init()
{
    m_probe = std::make_shared<Keeper::Probe>();
    m_handler = std::make_unique<TestHandler>();
    m_handler->limit = 8 << 20;
    m_handler->onRequest = [probe = m_probe](const std::shared_ptr<Exchange>& exchange) {
        if (exchange->request().path != "/taken")
            return false;
        exchange->takeBody(std::make_shared<Keeper>(exchange, probe));
        return true;
    };
}

void TestTakenBodies::cleanup()
{
    m_server.reset();
    m_handler.reset();
    m_probe.reset();
}

void TestTakenBodies::body_comesWholeInPieces_andTheConnectionGoesOn()
{
    start();
    const std::string body = pattern((3 << 20) + 17);
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(body.size()) + body + "GET /next HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->body, std::to_string(body.size()));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/next"));
    QVERIFY(m_probe->bytes == body);
    QVERIFY(m_probe->complete && !m_probe->early && m_probe->timesBroken == 0);
    QVERIFY(m_probe->pieces > 10);
    QVERIFY2(m_probe->largest <= 64 * 1024 + 16 * 1024, std::to_string(m_probe->largest).c_str());
}

void TestTakenBodies::body_chunked_comesWhole()
{
    start();
    const std::string body = pattern(1 << 20);
    for (const std::size_t size : {std::size_t(100), std::size_t(70'000)}) {
        m_probe = std::make_shared<Keeper::Probe>();
        m_handler->onRequest = [probe = m_probe](const std::shared_ptr<Exchange>& exchange) {
            exchange->takeBody(std::make_shared<Keeper>(exchange, probe));
            return true;
        };
        TlsClient client(m_server->port());
        QVERIFY(client.send(chunkedHead + chunked(body, size)));
        QCOMPARE(client.read().value_or(Answer()).body, std::to_string(body.size()));
        QVERIFY(m_probe->bytes == body && !m_probe->early);
    }
}

void TestTakenBodies::body_takenLater_fromAnotherThread()
{
    std::promise<std::shared_ptr<Exchange>> came;
    m_handler->onRequest = [&came](const std::shared_ptr<Exchange>& exchange) {
        came.set_value(exchange);
        return true;
    };
    start();
    const std::string body = pattern(200'000);
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(body.size())));
    std::shared_ptr<Exchange> exchange = came.get_future().get();
    QVERIFY(exchange->request().body.empty());
    QVERIFY(client.send(body));
    exchange->takeBody(std::make_shared<Keeper>(exchange, m_probe));
    exchange.reset();
    QCOMPARE(client.read().value_or(Answer()).status, 201);
    QVERIFY(m_probe->bytes == body);
}

void TestTakenBodies::body_none_isCompleteAtOnce()
{
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /taken HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n" + chunkedHead + "0\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("0"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("0"));
    QCOMPARE(m_probe->pieces, 0);
}

void TestTakenBodies::body_waitsForItsTaker()
{
    m_probe->holds = true;
    start();
    const std::string body = pattern(1 << 20);
    TlsClient client(m_server->port());
    std::thread sender([&] { client.send(headFor(body.size()) + body); });
    QVERIFY(firstPiece());
    // A request on another connection is served meanwhile, and of this body no more than a piece and a read is taken.
    TlsClient other(m_server->port());
    QVERIFY(other.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(other.read().value_or(Answer()).body, std::string("/x"));
    QVERIFY(m_server->stats().bytesIn < 128 * 1024);
    std::function<void()> more;
    {
        const std::scoped_lock lock(m_probe->mutex);
        QCOMPARE(m_probe->pieces, 1);
        m_probe->holds = false;
        more = m_probe->held;
    }
    more();
    more(); // a second time does no harm
    sender.join();
    QCOMPARE(client.read().value_or(Answer()).body, std::to_string(body.size()));
    QVERIFY(m_probe->bytes == body && !m_probe->early);
}

void TestTakenBodies::expectation_isAnsweredWhenTheBodyIsTaken()
{
    std::promise<std::shared_ptr<Exchange>> came;
    m_handler->onRequest = [&came](const std::shared_ptr<Exchange>& exchange) {
        came.set_value(exchange);
        return true;
    };
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send("POST /taken HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
    std::shared_ptr<Exchange> exchange = came.get_future().get();
    QVERIFY(client.buffer().empty());
    exchange->takeBody(std::make_shared<Keeper>(exchange, m_probe));
    exchange.reset();
    QVERIFY(client.fill());
    QCOMPARE(client.buffer(), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
    client.buffer().clear();
    QVERIFY(client.send("hello"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("5"));
}

void TestTakenBodies::refusal_beforeTheBody_closes()
{
    m_handler->onRequest = [](const std::shared_ptr<Exchange>& exchange) {
        exchange->respond(Response(403));
        return true;
    };
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(1000) + "begin"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 403);
    QCOMPARE(answer->header("Connection").value_or(""), std::string("close"));
    QCOMPARE(client.readToEnd().value_or("?"), std::string());
}

void TestTakenBodies::answer_inTheMiddle_closes()
{
    m_probe->holds = true;
    m_handler->onRequest = [probe = m_probe](const std::shared_ptr<Exchange>& exchange) {
        probe->exchange = exchange;
        exchange->takeBody(std::make_shared<Keeper>(exchange, probe));
        return true;
    };
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(1'000'000) + pattern(100'000)));
    QVERIFY(firstPiece());
    m_probe->exchange->respond(Response(400));
    m_probe->exchange.reset();
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 400);
    QCOMPARE(answer->header("Connection").value_or(""), std::string("close"));
    QVERIFY(toldBroken());
    m_probe->held(); // too late, and no harm
    QVERIFY(!m_probe->complete);
}

void TestTakenBodies::handler_givesUp_answers500()
{
    m_handler->onRequest = [](const std::shared_ptr<Exchange>&) { return true; };
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(1000)));
    QCOMPARE(client.read().value_or(Answer()).status, 500);
}

void TestTakenBodies::client_gone_takerTold()
{
    start();
    {
        TlsClient client(m_server->port());
        QVERIFY(client.send(headFor(1'000'000) + pattern(100'000)));
        QVERIFY(firstPiece());
        client.reset();
    }
    QVERIFY(toldBroken());
    QVERIFY(!m_probe->complete);
    QVERIFY(eventually([&] { return m_server->stats().openConnections == 0; })); // nothing holds it
    QCOMPARE(m_probe->timesBroken.load(), 1);
}

void TestTakenBodies::length_overLimit_isRefused()
{
    m_handler->limit = 1000;
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(1001)));
    QCOMPARE(client.read().value_or(Answer()).status, 413);
    QVERIFY(m_handler->seen().empty());
}

void TestTakenBodies::chunks_overLimit_areRefused()
{
    m_handler->limit = 150'000; // more than a piece: what was handed over counts
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send(chunkedHead + chunked(pattern(200'000), 1000)));
    QCOMPARE(client.read().value_or(Answer()).status, 413);
    QVERIFY(toldBroken());
    QVERIFY(!m_probe->complete && m_probe->bytes.size() <= 150'000);
}

void TestTakenBodies::client_tooSlow_isRefused()
{
    start([](ServerOptions& options) {
        options.limits.bodyGrace = 200ms;
        options.limits.bodyRate = 1 << 20;
    });
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(1000) + "begin"));
    QCOMPARE(client.read().value_or(Answer()).status, 408);
    QVERIFY(toldBroken());
}

void TestTakenBodies::stop_takerTold()
{
    start();
    TlsClient client(m_server->port());
    QVERIFY(client.send(headFor(1'000'000) + pattern(100'000)));
    QVERIFY(firstPiece());
    m_server.reset();
    QVERIFY(toldBroken());
    QVERIFY(!m_probe->complete);
}

} // namespace tst_taken_bodies

SALLYPORT_GUILESS_TEST(tst_taken_bodies::TestTakenBodies)
#include "tst_taken_bodies.moc"
