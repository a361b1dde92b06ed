#include "backend/audit/event_kinds.h"
#include "backend/audit/formats/otlp.h"
#include "backend/base/strict_json.h"
#include "tests/outputs/support/output_stage.h"
#include "tests/outputs/support/peers.h"
#include "tests/outputs/support/received.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QtTest>

namespace tst_otlp_output {

using namespace sallyport;
using namespace sallyport::outputs;
using namespace Qt::StringLiterals;
using test::OutputStage;

namespace {

constexpr int patience = 30'000;
const std::string token = "a-token-of-the-receiver";

struct OtlpStage : OutputStage {
    explicit OtlpStage(const QString& plan, const QString& poison = {})
        : certificate(directory()), received(directory() / "received"),
          peer("otlp_peer.py", QStringList{QString::fromStdString(certificate.certificate.string()),
                                           QString::fromStdString(certificate.key.string()), QString::fromStdString(token),
                                           QString::fromStdString(received.string()), plan} +
                                   (poison.isEmpty() ? QStringList() : QStringList{poison}))
    {
        set("outbound.ca_file", certificate.certificate.string());
    }
    DestinationId addOtlp(const std::string& secret = token)
    {
        return add(fields(DestinationKind::Otlp, "https://localhost:" + std::to_string(peer.port()) + "/v1/logs"), secret);
    }
    QMap<QString, int> users() const
    {
        QMap<QString, int> found;
        for (const auto& request : test::documentsOf(received))
            for (const auto& user : request["users"_L1].toArray())
                ++found[user.toString()];
        return found;
    }
    QList<int> statuses() const
    {
        QList<int> all;
        for (const auto& request : test::documentsOf(received))
            all << request["status"_L1].toInt();
        return all;
    }
    /// The receiver found nothing that breaks the encoding.
    bool allWellFormed() const
    {
        for (const auto& request : test::documentsOf(received)) {
            if (!request["why"_L1].toString().isEmpty()) {
                qWarning("%s", qPrintable(request["why"_L1].toString()));
                return false;
            }
        }
        return true;
    }
    test::PeerCertificate certificate;
    std::filesystem::path received;
    test::PythonPeer peer;
};

} // namespace

/// OpenTelemetry logs to a receiver that takes nothing but OTLP's JSON.
class TestOtlpOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void events_arriveOnceEach_inTheEncoding()
    {
        OtlpStage stage({});
        const auto id = stage.addOtlp();
        stage.record(0, 1'200);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{1'200}, patience);
        QVERIFY(stage.allWellFormed());
        const auto users = stage.users();
        QCOMPARE(users.size(), 1'200);
        QVERIFY(std::all_of(users.begin(), users.end(), [](int times) { return times == 1; }));
        const QJsonObject first = test::documentsOf(stage.received)[0]["first"_L1].toObject();
        QCOMPARE(first["severityNumber"_L1].toInt(), 9);
        QCOMPARE(first["severityText"_L1].toString(), u"info"_s);
        QCOMPARE(first["eventName"_L1].toString(), u"auth.login"_s);
        QCOMPARE(first["timeUnixNano"_L1].toString().size(), 19);
        const auto tested = stage.service().test(OutputStage::somebody(), id);
        QVERIFY2(tested && tested->passed, tested ? tested->detail.c_str() : "");
        QVERIFY(stage.service().send(id, "Too many failures", "12 in a minute", R"({"incident":"01J"})"));
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.waiting, std::int64_t{0}, patience);
        QVERIFY(stage.allWellFormed());
    }

    void whoAsksToWait_isLeftAloneSoLong()
    {
        OtlpStage stage(u"503,429/2,503"_s);
        const auto id = stage.addOtlp();
        const auto begin = std::chrono::steady_clock::now();
        stage.record(0, 40);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{40}, patience);
        QVERIFY(std::chrono::steady_clock::now() - begin >= std::chrono::seconds(2));
        QCOMPARE(stage.statuses(), (QList<int>{503, 429, 503, 200}));
        QCOMPARE(stage.users().size(), 40);
        QCOMPARE(stage.read(id).state.dropped, std::int64_t{0});
    }

    void whatIsLeftOutOfASuccess_isToldAndNotSentAgain()
    {
        OtlpStage stage(u"partial/3"_s);
        const auto id = stage.addOtlp();
        stage.record(0, 40);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{37}, patience);
        QCOMPARE(stage.read(id).state.dropped, std::int64_t{3});
        QCOMPARE(stage.statuses(), QList<int>{200});
        const auto told = stage.events(audit::kind::outputDropped);
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told.front().reason, std::string("rejected"));
        QVERIFY(told.front().detailsJson.find("too old") != std::string::npos);
    }

    void oneThatIsNeverTaken_holdsNothingUp()
    {
        OtlpStage stage({}, u"User 77"_s);
        const auto id = stage.addOtlp();
        stage.record(0, 200);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{199}, patience);
        QCOMPARE(stage.read(id).state.dropped, std::int64_t{1});
        QVERIFY(stage.allWellFormed());
        const auto users = stage.users();
        QCOMPARE(users.size(), 199);
        QVERIFY(!users.contains(u"User 77"_s));
        QCOMPARE(stage.events(audit::kind::outputDropped).size(), std::size_t{1});
    }

    void aReceiverThatTakesNothing_losesNothing()
    {
        OtlpStage stage(u"400,400,400,400,400,400,400"_s); // four events: the page, its halves, each by itself
        const auto id = stage.addOtlp();
        stage.record(0, 4);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{4}, patience);
        QCOMPARE(stage.read(id).state.dropped, std::int64_t{0});
        QCOMPARE(stage.users().size(), 4);
        QVERIFY(stage.read(id).state.lastError.find("400") != std::string::npos);
    }

    void anotherToken_isRefused()
    {
        OtlpStage stage({});
        const auto id = stage.addOtlp("another-token");
        const auto tested = stage.service().test(OutputStage::somebody(), id);
        QVERIFY(tested && !tested->passed);
        QCOMPARE(tested->word, std::string("otlp_refused"));
        QVERIFY2(tested->detail.find("401") != std::string::npos, tested->detail.c_str());
        NewDestination wanted;
        wanted.fields = OutputStage::fields(DestinationKind::Otlp, "https://localhost/v1/logs");
        wanted.fields.name = "Another";
        wanted.secret = SecretBytes::fromText("two words");
        QVERIFY(!stage.service().create(OutputStage::somebody(), std::move(wanted)));
    }

    void asvs_16_4_1_hostileText_staysInItsPlace()
    {
        for (const char* hostile : {"a\r\n\"},{\"key\":\"x\"", "\\", "\x1b[31m", "\u202eabc", "\x01\x7f", "\xff\xfe",
                                    "]}]}]}]}{\"resourceLogs\":[]}"}) {
            audit::Event event = test::sampleEvent(audit::kind::signInFailed, hostile);
            event.userAgent = event.path = event.reason = hostile;
            event.object = {"user", hostile, hostile, hostile};
            event.detailsJson = hostile;
            std::string record;
            audit::appendOtlpRecord(record, event, event.time);
            const std::string request = audit::otlpRequest(record, hostile);
            QVERIFY(std::ranges::none_of(request, [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
            const auto read = parseStrictJson(request, 64 * 1024);
            QVERIFY2(read, request.c_str());
            const auto& records =
                read->at("resourceLogs").as_array().front().at("scopeLogs").as_array().front().at("logRecords").as_array();
            QCOMPARE(records.size(), std::size_t{1});
            QVERIFY(records.front().at("attributes").as_array().size() < 21);
        }
    }
};

SALLYPORT_GUILESS_TEST(TestOtlpOutput)

} // namespace tst_otlp_output
#include "tst_otlp_output.moc"
