#include "backend/audit/event_kinds.h"
#include "tests/outputs/support/output_stage.h"
#include "tests/outputs/support/peers.h"
#include "tests/outputs/support/received.h"
#include "tests/support/test_main.h"

#include <QJsonObject>
#include <QSet>
#include <QtTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tst_hook_output {

using namespace sallyport;
using namespace sallyport::outputs;
using namespace Qt::StringLiterals;
using test::OutputStage;

namespace {

constexpr int patience = 30'000;
const std::string secret = "the receiver knows it, too";

struct HookStage : OutputStage {
    explicit HookStage(int failures, const std::string& known = secret)
        : certificate(directory()), received(directory() / "received"),
          peer("hook_peer.py",
               {QString::fromStdString(certificate.certificate.string()), QString::fromStdString(certificate.key.string()),
                QString::fromStdString(known), QString::fromStdString(received.string()), QString::number(failures)})
    {
        set("outbound.ca_file", certificate.certificate.string());
    }
    DestinationId addHook(EventFormat format = EventFormat::JsonLines)
    {
        DestinationFields hook = fields(DestinationKind::Webhook, "https://localhost:" + std::to_string(peer.port()) + "/in?x=1");
        hook.format = format;
        return add(std::move(hook), secret);
    }
    test::PeerCertificate certificate;
    std::filesystem::path received;
    test::PythonPeer peer;
};

QStringList linesOfBodies(const QJsonArray& requests, int status)
{
    QStringList lines;
    for (const auto& request : requests) {
        if (request["status"_L1].toInt() == status)
            lines += request["body"_L1].toString().split(u'\n', Qt::SkipEmptyParts);
    }
    return lines;
}

} // namespace

/// A receiver over TLS that checks the signature and fails the first tries.
class TestHookOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asvs_16_5_2_firstTriesFail_thenEachEventIsTakenOnce()
    {
        HookStage stage(4);
        const auto id = stage.addHook();
        stage.record(0, 1200);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{1200}, patience);
        const auto requests = test::documentsOf(stage.received);
        const QStringList taken = linesOfBodies(requests, 204);
        QCOMPARE(taken.size(), 1200);
        QCOMPARE(QSet<QString>(taken.begin(), taken.end()).size(), 1200);
        QCOMPARE(requests[0]["status"_L1].toInt(), 503);
        QCOMPARE(requests[0]["kind"_L1].toString(), u"events"_s);
        QCOMPARE(requests[0]["path"_L1].toString(), u"/in?x=1"_s);
        QVERIFY(requests[0]["type"_L1].toString().startsWith(u"application/jsonl"_s));
        QCOMPARE(requests[0]["delivery"_L1].toString(), requests[3]["delivery"_L1].toString()); // what was refused, again
        QCOMPARE(requests[0]["time"_L1].toInteger(), qint64(1795521600));
        QVERIFY(stage.read(id).state.lastError.find("503") != std::string::npos);
        QCOMPARE(stage.events(audit::kind::outputFailed).size(), std::size_t{1});
        QCOMPARE(stage.events(audit::kind::outputRecovered).size(), std::size_t{1});
    }

    /// A receiver that leaves out the deliveries that it has had loses nothing of what happens between two tries.
    void whatHappensBetweenTries_isInADeliveryOfItsOwn()
    {
        HookStage stage(3);
        const auto id = stage.addHook();
        stage.record(0, 1);
        for (int failures = 1; failures <= 3; ++failures) {
            QTRY_VERIFY_WITH_TIMEOUT(test::documentsOf(stage.received).size() >= failures, patience);
            stage.record(failures, 1);
        }
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{4}, patience);
        QHash<QString, QString> bodies;
        for (const auto& request : test::documentsOf(stage.received)) {
            const QString delivery = request["delivery"_L1].toString(), body = request["body"_L1].toString();
            QVERIFY(!delivery.isEmpty());
            QCOMPARE(bodies.value(delivery, body), body);
            bodies.insert(delivery, body);
        }
        QCOMPARE(test::documentsOf(stage.received).first()["body"_L1].toString().count(u'\n'), qsizetype{1});
        QCOMPARE(test::documentsOf(stage.received)[3]["delivery"_L1], test::documentsOf(stage.received)[0]["delivery"_L1]);
        QVERIFY(bodies.size() >= 2);
    }

    /// The page isn't kept over a restart, so it may be a larger one then.
    void aLargerPageAfterARestart_isAnotherDelivery()
    {
        HookStage stage(1);
        stage.pace.firstRetry = std::chrono::hours(1);
        stage.end();
        stage.begin();
        const auto id = stage.addHook();
        stage.record(0, 1);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.failures, std::int64_t{1}, patience);
        stage.end();
        stage.record(1, 2);
        stage.begin();
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{3}, patience);
        const auto requests = test::documentsOf(stage.received);
        QCOMPARE(requests.size(), 2);
        QVERIFY(requests[0]["delivery"_L1] != requests[1]["delivery"_L1]);
    }

    void eachTest_isADeliveryOfItsOwn()
    {
        HookStage stage(0);
        const auto id = stage.addHook();
        for (int i = 0; i < 2; ++i) {
            const auto tested = stage.service().test(OutputStage::somebody(), id);
            QVERIFY(tested && tested->passed);
        }
        const auto requests = test::documentsOf(stage.received);
        QVERIFY(requests[0]["delivery"_L1].toString().startsWith(u"test_"_s));
        QVERIFY(requests[0]["delivery"_L1] != requests[1]["delivery"_L1]);
    }

    void wrongSecret_isRefusedByTheReceiver()
    {
        HookStage stage(0, "another secret altogether");
        const auto id = stage.addHook();
        const auto tested = stage.service().test(OutputStage::somebody(), id);
        QVERIFY(tested && !tested->passed);
        QVERIFY2(tested->detail.find("401") != std::string::npos, tested->detail.c_str());
    }

    void test_sendsOneEvent_pastWhatWaits()
    {
        HookStage stage(0);
        const auto id = stage.addHook(EventFormat::Ocsf);
        const auto tested = stage.service().test(OutputStage::somebody(), id);
        QVERIFY2(tested && tested->passed, tested ? tested->detail.c_str() : "");
        const QStringList lines = linesOfBodies(test::documentsOf(stage.received), 204);
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.front().contains(u"\"event_code\":\"output.tested\""_s));
        QCOMPARE(stage.read(id).state.sent, std::int64_t{0});
    }

    void alerts_areSignedToo()
    {
        HookStage stage(1);
        const auto id = stage.addHook();
        QVERIFY(stage.service().send(id, "Brute force", "12 failures", R"({"incident":"01J"})"));
        QTRY_COMPARE_WITH_TIMEOUT(linesOfBodies(test::documentsOf(stage.received), 204).size(), 1, patience);
        const auto requests = test::documentsOf(stage.received);
        QCOMPARE(requests.last()["kind"_L1].toString(), u"alert"_s);
        QCOMPARE(requests.first()["delivery"_L1].toString(), requests.last()["delivery"_L1].toString());
        QVERIFY(requests.last()["body"_L1].toString().contains(u"\"incident\":\"01J\""_s));
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.waiting, std::int64_t{0}, patience);
    }

    void stop_endsACallThatHangs()
    {
        HookStage stage(0);
        // Accepts and never answers: nobody is behind it.
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        QCOMPARE(::listen(listener, 8), 0);
        socklen_t length = sizeof address;
        QCOMPARE(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length), 0);
        stage.add(OutputStage::fields(DestinationKind::Webhook, "https://127.0.0.1:" + std::to_string(ntohs(address.sin_port))),
                  secret);
        stage.record(0, 1);
        pollfd waiting{listener, POLLIN, 0};
        QCOMPARE(::poll(&waiting, 1, patience), 1); // it has called
        QElapsedTimer timer;
        timer.start();
        stage.end();
        QVERIFY(timer.elapsed() < 3'000);
        ::close(listener);
    }
};

SALLYPORT_GUILESS_TEST(TestHookOutput)

} // namespace tst_hook_output
#include "tst_hook_output.moc"
