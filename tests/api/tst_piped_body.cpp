#include "backend/api/piped_body.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <stdexcept>
#include <vector>

namespace tst_piped_body {

using namespace sallyport;
using namespace sallyport::api;

namespace {

/// Takes everything at once and writes down what it was told.
class Sink final : public http::BodySink {
public:
    bool write(std::string chunk, std::function<void(bool ok)> then) override
    {
        told.push_back(std::move(chunk));
        then(true);
        return true;
    }
    void finish() override { told.emplace_back("finish"); }
    void abort() override { told.emplace_back("abort"); }
    std::size_t buffered() const override { return 0; }
    std::vector<std::string> told;
};

} // namespace

/// Nobody takes half a file for the whole, whatever ended the work on it.
class TestPipedBody : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finished_isWhole()
    {
        const auto sink = std::make_shared<Sink>();
        std::unique_ptr<http::BodySource> source;
        {
            PipedBody body;
            source = body.takeSource();
            source->start(sink);
            QVERIFY(body.write("one"));
            body.finish();
        }
        QCOMPARE(sink->told, (std::vector<std::string>{"one", "finish"}));
    }

    void exception_aborts()
    {
        const auto sink = std::make_shared<Sink>();
        std::unique_ptr<http::BodySource> source;
        try {
            PipedBody body;
            source = body.takeSource();
            source->start(sink);
            QVERIFY(body.write("one"));
            throw std::bad_alloc();
        } catch (const std::bad_alloc&) {
            sink->told.emplace_back("caught");
        }
        QCOMPARE(sink->told, (std::vector<std::string>{"one", "abort", "caught"}));
    }

    void neverBegun_saysNothing()
    {
        const PipedBody body; // and does not wait for a sink that never comes
    }
};

SALLYPORT_TEST(TestPipedBody)

} // namespace tst_piped_body
#include "tst_piped_body.moc"
