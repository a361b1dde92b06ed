// Bodies that are made while they are sent.
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <future>
#include <thread>

namespace tst_streaming {

using namespace sallyport::http;
using namespace sallyport::http::test;
using namespace std::chrono_literals;

namespace {

/// A source whose life the test sees from outside.
class ProbeSource final : public BodySource {
public:
    struct Probe {
        std::promise<std::shared_ptr<BodySink>> started;
        std::promise<void> closed;
        std::atomic<bool> wasClosed{false};
        bool endsByItself = true;
    };
    explicit ProbeSource(std::shared_ptr<Probe> probe) : m_probe(std::move(probe)) {}
    void start(std::shared_ptr<BodySink> sink) override { m_probe->started.set_value(std::move(sink)); }
    void onClosed() override
    {
        m_probe->wasClosed = true;
        m_probe->closed.set_value();
    }
    bool endsByItself() const override { return m_probe->endsByItself; }

private:
    std::shared_ptr<Probe> m_probe;
};

/// Writes `chunks` chunks of `size` bytes, each when the one before was taken.
class CountingSource final : public BodySource {
public:
    CountingSource(int chunks, std::size_t size) : m_chunks(chunks), m_size(size) {}
    void start(std::shared_ptr<BodySink> sink) override { next(sink, m_chunks, m_size); }
    void onClosed() override {}

private:
    static void next(const std::shared_ptr<BodySink>& sink, int left, std::size_t size)
    {
        if (left == 0) {
            sink->finish();
            return;
        }
        sink->write(std::string(size, static_cast<char>('a' + left % 26)), [sink, left, size](bool ok) {
            if (ok)
                next(sink, left - 1, size);
        });
    }

    int m_chunks;
    std::size_t m_size;
};

} // namespace

class TestStreaming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stream_chunks_arriveAndConnectionGoesOn();
    void stream_large_arrivesWholeWithBackpressure();
    void stream_fromOtherThread_arrivesAsWritten();
    void stream_http10_endsWithConnection();
    void stream_head_notStarted();
    void stream_slowReader_bufferBounded();
    void stream_clientGone_sourceTold();
    void stream_aborted_clientSeesTruncation();
    void stream_pipelinedRequest_answeredAfter();
    void stream_endless_endedByStop();
    void stream_sinkAfterEnd_refuses();

private:
    std::shared_ptr<ProbeSource::Probe> m_probe;
    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Server> m_server;
};

void TestStreaming::init()
{
    m_probe = std::make_shared<ProbeSource::Probe>();
    m_handler = std::make_unique<TestHandler>();
    m_handler->onRequest = [probe = m_probe](const std::shared_ptr<Exchange>& exchange) {
        Response response(200);
        if (exchange->request().path == "/probe")
            response.setSource(std::make_unique<ProbeSource>(probe));
        else if (exchange->request().path == "/small")
            response.setSource(std::make_unique<CountingSource>(3, 2));
        else if (exchange->request().path == "/large")
            response.setSource(std::make_unique<CountingSource>(200, 50000));
        else
            return false;
        exchange->respond(std::move(response));
        return true;
    };
    m_server = startServer(*m_handler, [](ServerOptions& options) { options.limits.streamBuffer = 64 * 1024; });
    QVERIFY(m_server);
}

void TestStreaming::cleanup()
{
    m_server.reset();
    m_handler.reset();
}

void TestStreaming::stream_chunks_arriveAndConnectionGoesOn()
{
    TlsClient client(m_server->port());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(client.send("GET /small HTTP/1.1\r\nHost: a\r\n\r\n"));
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->header("Transfer-Encoding").value_or(""), std::string("chunked"));
        QVERIFY(!answer->header("Content-Length"));
        QCOMPARE(answer->body, std::string("ddccbb"));
    }
    QVERIFY(client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/x"));
}

void TestStreaming::stream_large_arrivesWholeWithBackpressure()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->body.size(), std::size_t{200 * 50000});
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/x"));
}

void TestStreaming::stream_fromOtherThread_arrivesAsWritten()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto sink = m_probe->started.get_future().get();
    for (int i = 0; i < 10; ++i) {
        QVERIFY(sink->write("event " + std::to_string(i) + "\n", {}));
        while (client.buffer().find("event " + std::to_string(i)) == std::string::npos)
            QVERIFY(client.fill()); // each comes at once, not when the body ends
    }
    sink->finish();
    QCOMPARE(client.read().value_or(Answer()).body.size(), std::size_t{80});
    QVERIFY(!m_probe->wasClosed);
}

void TestStreaming::stream_http10_endsWithConnection()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /small HTTP/1.0\r\n\r\n"));
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->ends_with("\r\n\r\nddccbb"));
    QCOMPARE(everything->find("chunked"), std::string::npos);
}

void TestStreaming::stream_head_notStarted()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("HEAD /probe HTTP/1.1\r\nHost: a\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read(true).value_or(Answer()).status, 200);
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/x"));
    QVERIFY(m_probe->started.get_future().wait_for(0s) != std::future_status::ready);
}

void TestStreaming::stream_slowReader_bufferBounded()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto sink = m_probe->started.get_future().get();
    std::size_t taken = 0;
    // The client does not read: kernel buffers fill, then the sink.
    QVERIFY(eventually([&] {
        if (!sink->write(std::string(16 * 1024, 'x'), {}))
            return sink->buffered() > 48 * 1024 - 1;
        taken += 16 * 1024;
        return false;
    }));
    QVERIFY(sink->buffered() <= 80 * 1024);
    sink->finish();
    const auto answer = client.read();
    QVERIFY(answer && answer->body.size() >= taken);
}

void TestStreaming::stream_clientGone_sourceTold()
{
    {
        TlsClient client(m_server->port());
        QVERIFY(client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n"));
        m_probe->started.get_future().wait();
    }
    QVERIFY(m_probe->closed.get_future().wait_for(10s) == std::future_status::ready);
    QVERIFY(eventually([this] { return m_server->stats().openConnections == 0; }));
}

void TestStreaming::stream_aborted_clientSeesTruncation()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto sink = m_probe->started.get_future().get();
    QVERIFY(sink->write("half", {}));
    sink->abort();
    const auto everything = client.readToEnd();
    QVERIFY(everything);
    QCOMPARE(everything->find("0\r\n\r\n"), std::string::npos);
    QVERIFY(m_probe->closed.get_future().wait_for(10s) == std::future_status::ready);
}

void TestStreaming::stream_pipelinedRequest_answeredAfter()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto sink = m_probe->started.get_future().get();
    QVERIFY(client.send("GET /after HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(sink->write("one", {}));
    sink->finish();
    QCOMPARE(client.read().value_or(Answer()).body, std::string("one"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/after"));
}

void TestStreaming::stream_endless_endedByStop()
{
    m_probe->endsByItself = false;
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto sink = m_probe->started.get_future().get();
    QVERIFY(sink->write("live", {}));
    auto stopped = std::async(std::launch::async, [this] { m_server->stop(60s); });
    const auto everything = client.readToEnd();
    QVERIFY(everything && everything->ends_with("0\r\n\r\n")); // a clean end, not a cut
    client.reset();
    QVERIFY(stopped.wait_for(10s) == std::future_status::ready);
    QVERIFY(m_probe->wasClosed);
    QVERIFY(!sink->write("late", {}));
}

void TestStreaming::stream_sinkAfterEnd_refuses()
{
    TlsClient client(m_server->port());
    QVERIFY(client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto sink = m_probe->started.get_future().get();
    sink->finish();
    QVERIFY(client.read());
    QVERIFY(!sink->write("late", {}));
    sink->finish();
    sink->abort();
    QVERIFY(client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/x"));
}

SALLYPORT_TEST(TestStreaming)

} // namespace tst_streaming
#include "tst_streaming.moc"
