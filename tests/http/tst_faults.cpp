// Exceptions on a loop's thread end one request or one connection, and the server goes on.
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"
#include "tests/support/thrown_rows.h"

#include <QtTest/QtTest>

#include <unistd.h>

#include <atomic>
#include <mutex>

namespace tst_faults {

using namespace sallyport;
using namespace sallyport::http;
using namespace sallyport::http::test;
using sallyport::test::throwIt;
using sallyport::test::Thrown;

namespace {

enum class Place { Nowhere, Handle, HandleKept, BodyLimit, ErrorResponse, SourceStart, SourceThen, SourceClosed, TlsFailure };

/// Throws where it is told to.
class FaultyHandler final : public TestHandler {
public:
    std::uint64_t bodyLimit(const RequestHead& head) override
    {
        throwAt(Place::BodyLimit);
        return TestHandler::bodyLimit(head);
    }
    void handle(std::shared_ptr<Exchange> exchange) override
    {
        if (place == Place::HandleKept)
            m_kept = exchange;
        throwAt(Place::Handle);
        throwAt(Place::HandleKept);
        if (exchange->request().path != "/stream")
            return TestHandler::handle(std::move(exchange));
        Response response(200);
        response.setSource(std::make_unique<Source>(*this));
        exchange->respond(std::move(response));
    }
    Response errorResponse(const TransportError& error) override
    {
        throwAt(Place::ErrorResponse);
        return TestHandler::errorResponse(error);
    }
    void onTlsFailure(const IpAddress& peer, std::string_view reason) override
    {
        TestHandler::onTlsFailure(peer, reason);
        throwAt(Place::TlsFailure);
    }
    void onFault(const Fault& fault) override
    {
        const std::lock_guard lock(m_mutex);
        m_faults.push_back(fault);
    }
    std::vector<Fault> faults() const
    {
        const std::lock_guard lock(m_mutex);
        return m_faults;
    }
    void answerKept()
    {
        Response response(200);
        response.setBody("late");
        std::exchange(m_kept, nullptr)->respond(std::move(response));
    }

    std::atomic<Place> place = Place::Nowhere;
    Thrown what = Thrown::NoMemory;

private:
    class Source final : public BodySource {
    public:
        explicit Source(FaultyHandler& handler) : m_handler(handler) {}
        void start(std::shared_ptr<BodySink> sink) override
        {
            m_handler.throwAt(Place::SourceStart);
            sink->write("one", [this](bool ok) {
                if (ok)
                    m_handler.throwAt(Place::SourceThen);
            });
        }
        void onClosed() override { m_handler.throwAt(Place::SourceClosed); }

    private:
        FaultyHandler& m_handler;
    };

    void throwAt(Place here) const
    {
        if (place == here)
            throwIt(what);
    }

    mutable std::mutex m_mutex;
    std::vector<Fault> m_faults;
    std::shared_ptr<Exchange> m_kept;
};

} // namespace

class TestHttpFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_handler = std::make_unique<FaultyHandler>();
        m_server = startServer(*m_handler, [](ServerOptions& options) { options.loops = 1; });
        QVERIFY(m_server);
    }
    void cleanup()
    {
        m_handler->place = Place::Nowhere;
        m_server.reset();
        m_handler.reset();
    }

    void asvs_16_5_4_handle_throws_thatRequestGets500AndTheConnectionGoesOn_data() { sallyport::test::thrownRows(); }
    void asvs_16_5_4_handle_throws_thatRequestGets500AndTheConnectionGoesOn()
    {
        arm(Place::Handle);
        TlsClient client(m_server->port());
        QVERIFY(client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n"));
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 500);
        QCOMPARE(answer->header("Content-Type").value_or(""), std::string("application/problem+json"));
        m_handler->place = Place::Nowhere;
        QVERIFY(client.send("GET /b HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(client.read().value().body, std::string("/b"));
        checkTold();
    }

    void handle_throwsAndKeepsTheExchange_theLateAnswerIsTheAnswer_data() { sallyport::test::thrownRows(); }
    void handle_throwsAndKeepsTheExchange_theLateAnswerIsTheAnswer()
    {
        arm(Place::HandleKept);
        TlsClient client(m_server->port());
        QVERIFY(client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n"));
        QVERIFY(eventually([this] { return !m_handler->faults().empty(); }));
        m_handler->place = Place::Nowhere;
        m_handler->answerKept();
        QCOMPARE(client.read().value().body, std::string("late"));
        checkTold();
    }

    void bodyLimit_throws_thatRequestGets500_data() { sallyport::test::thrownRows(); }
    void bodyLimit_throws_thatRequestGets500()
    {
        arm(Place::BodyLimit);
        TlsClient client(m_server->port());
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"));
        QCOMPARE(client.read().value().status, 500);
        checkOthersGoOn();
        checkTold();
    }

    void errorResponse_throws_theAnswerIsBare_data() { sallyport::test::thrownRows(); }
    void errorResponse_throws_theAnswerIsBare()
    {
        arm(Place::ErrorResponse);
        TlsClient client(m_server->port());
        QVERIFY(client.send("GET /a HTTP/1.1\r\n\r\n")); // no Host
        QCOMPARE(client.read().value().status, 400);
        checkOthersGoOn();
        checkTold();
    }

    void source_throws_thatConnectionEnds_data()
    {
        QTest::addColumn<int>("thrown");
        QTest::addColumn<int>("place");
        for (const Thrown what : sallyport::test::allThrown)
            for (const Place place : {Place::SourceStart, Place::SourceThen})
                QTest::addRow("%s at %d", sallyport::test::nameOf(what), static_cast<int>(place))
                    << static_cast<int>(what) << static_cast<int>(place);
    }
    void source_throws_thatConnectionEnds()
    {
        QFETCH(int, place);
        arm(static_cast<Place>(place));
        TlsClient client(m_server->port());
        QVERIFY(client.send("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n"));
        while (client.fill()) {
        }
        QVERIFY(client.buffer().find("\r\n0\r\n\r\n") == std::string::npos); // not taken for a whole body
        checkOthersGoOn();
        checkTold();
    }

    void source_throwsWhenTheClientGoes_theServerGoesOn_data() { sallyport::test::thrownRows(); }
    void source_throwsWhenTheClientGoes_theServerGoesOn()
    {
        arm(Place::SourceClosed);
        TlsClient client(m_server->port());
        QVERIFY(client.send("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n"));
        QVERIFY(client.fill());
        client.reset();
        QVERIFY(eventually([this] { return !m_handler->faults().empty(); }));
        checkOthersGoOn();
        checkTold();
    }

    void tlsFailure_throws_theServerGoesOn_data() { sallyport::test::thrownRows(); }
    void tlsFailure_throws_theServerGoesOn()
    {
        arm(Place::TlsFailure);
        const int plain = connectTcp(m_server->port());
        QVERIFY(plain >= 0);
        QCOMPARE(::write(plain, "GET / HTTP/1.1\r\n\r\n", 18), ssize_t{18});
        QVERIFY(waitForClose(plain));
        ::close(plain);
        checkOthersGoOn();
        checkTold();
    }

private:
    void arm(Place place)
    {
        QFETCH(int, thrown);
        m_handler->what = static_cast<Thrown>(thrown);
        m_handler->place = place;
    }
    /// Another connection of the same loop is answered.
    void checkOthersGoOn()
    {
        m_handler->place = Place::Nowhere;
        TlsClient other(m_server->port());
        QVERIFY(other.send("GET /other HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(other.read().value().body, std::string("/other"));
    }
    void checkTold()
    {
        QFETCH(int, thrown);
        const auto faults = m_handler->faults();
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].where, std::string("http"));
        QCOMPARE(faults[0].what, std::string(sallyport::test::nameOf(static_cast<Thrown>(thrown))));
    }

    std::unique_ptr<FaultyHandler> m_handler;
    std::unique_ptr<Server> m_server;
};

SALLYPORT_GUILESS_TEST(TestHttpFaults)

} // namespace tst_faults
#include "tst_faults.moc"
