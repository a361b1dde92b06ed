#include "backend/audit/event_kinds.h"
#include "backend/audit/formats/rfc5424.h"
#include "tests/outputs/support/output_stage.h"
#include "tests/outputs/support/peers.h"
#include "tests/outputs/support/received.h"
#include "tests/outputs/support/syslog_message.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QMap>
#include <QtTest>

namespace tst_syslog_output {

using namespace sallyport;
using namespace sallyport::outputs;
using namespace Qt::StringLiterals;
using test::OutputStage;

namespace {

constexpr int patience = 30'000;

/// How often each user came.
QMap<QString, int> usersIn(const std::filesystem::path& file)
{
    QMap<QString, int> users;
    for (const QByteArray& line : test::linesOf(file)) {
        const auto read = test::readSyslog(line);
        if (!read)
            qWarning("not RFC 5424: %s", line.constData());
        else
            ++users[read->data.value(u"actor"_s)];
    }
    return users;
}

bool eachOnce(const QMap<QString, int>& users, int count)
{
    if (users.size() != count)
        return false;
    return std::all_of(users.begin(), users.end(), [](int times) { return times == 1; });
}

struct SyslogStage : OutputStage {
    SyslogStage() : certificate(directory()), rsyslog(directory() / "rsyslog", certificate)
    {
        set("outbound.ca_file", certificate.certificate.string());
    }
    DestinationId addSyslog() { return add(fields(DestinationKind::Syslog, "localhost:" + std::to_string(rsyslog.port()))); }
    test::PeerCertificate certificate;
    test::Rsyslog rsyslog;
};

} // namespace

/// RFC 5424 over TLS to Debian's rsyslog.
class TestSyslogOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asvs_16_4_1_message_hostileText_staysInItsPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("line") << u"a\r\n<110>1 2026-11-24T12:00:00Z host other - x - forged"_s
                              << u"a\\r\\n<110>1 2026-11-24T12:00:00Z host other - x - forged"_s;
        QTest::newRow("ends the element") << u"x\"] [forged@1 a=\"b"_s << u"x\"] [forged@1 a=\"b"_s;
        QTest::newRow("backslash") << u"x\\"_s << u"x\\"_s;
        QTest::newRow("bracket") << u"]"_s << u"]"_s;
        QTest::newRow("octet count") << u"\n17 <110>1 - - - - - -"_s << u"\\n17 <110>1 - - - - - -"_s;
        QTest::newRow("escape") << u"\x1b[31m"_s << u"\\x1b[31m"_s;
        QTest::newRow("direction") << u"\u202eabc"_s << u"\\u202eabc"_s;
        QTest::newRow("Yıldız") << u"Elif Yıldız"_s << u"Elif Yıldız"_s;
    }
    void asvs_16_4_1_message_hostileText_staysInItsPlace()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, shown);
        audit::Event event = test::sampleEvent(audit::kind::signInFailed, name.toStdString());
        event.time = test::at("2026-11-24T12:00:00Z");
        event.userAgent = name.toStdString();
        std::string line;
        audit::appendRfc5424(line, event, name.toStdString(), audit::SyslogBody::Text);
        QVERIFY(line.find('\n') == line.npos && line.find('\r') == line.npos && line.find('\x1b') == line.npos);
        const auto read = test::readSyslog(QByteArray::fromStdString(line));
        QVERIFY2(read, line.c_str());
        QCOMPARE(read->header[0], u"108"_s); // facility 13, warning
        QCOMPARE(read->header[1], u"2026-11-24T12:00:00.000Z"_s);
        QCOMPARE(read->header[5], u"auth.login_failed"_s);
        QCOMPARE(read->data.value(u"actor"_s), shown);
        QCOMPARE(read->data.value(u"user_agent"_s), shown);
        QCOMPARE(read->message.startsWith(QChar(0xfeff)), shown.contains(u'ı'));
        QVERIFY(read->message.contains(shown));
    }

    void message_otherBodies_areWhole()
    {
        const audit::Event event = test::sampleEvent();
        for (const auto& [body, begin] :
             {std::pair(audit::SyslogBody::Cef, "CEF:0|Sallyport|"), std::pair(audit::SyslogBody::Ocsf, "{\"class_uid\":3002,"),
              std::pair(audit::SyslogBody::JsonLine, "{\"sequence\":0,")}) {
            std::string line;
            audit::appendRfc5424(line, event, "", body);
            const auto read = test::readSyslog(QByteArray::fromStdString(line));
            QVERIFY2(read, line.c_str());
            QCOMPARE(read->header[2], u"-"_s);
            QVERIFY2(read->message.startsWith(QLatin1StringView(begin)), line.c_str());
        }
    }

    void events_arriveOnceEach()
    {
        SyslogStage stage;
        QVERIFY(stage.rsyslog.start());
        const auto id = stage.addSyslog();
        stage.record(0, 1700);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{1700}, patience);
        QVERIFY(eachOnce(usersIn(stage.rsyslog.file()), 1700)); // acknowledged is written: nothing to wait for
        const auto tested = stage.service().test(OutputStage::somebody(), id);
        QVERIFY2(tested && tested->passed, tested ? tested->detail.c_str() : "");
        QTRY_COMPARE_WITH_TIMEOUT(test::linesOf(stage.rsyslog.file()).size(), 1701, patience);
    }

    void asvs_16_4_3_killedAndRestarted_nothingIsLostOrDoubled()
    {
        SyslogStage stage;
        QVERIFY(stage.rsyslog.start());
        const auto id = stage.addSyslog();
        stage.record(0, 800);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{800}, patience);
        stage.rsyslog.kill();
        stage.record(800, 900);
        QTRY_VERIFY_WITH_TIMEOUT(stage.read(id).state.failures >= 3, patience);
        QTRY_COMPARE_WITH_TIMEOUT(stage.events(audit::kind::outputFailed).size(), std::size_t{1}, patience);
        QVERIFY(stage.rsyslog.start());
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{1700}, patience);
        QVERIFY(eachOnce(usersIn(stage.rsyslog.file()), 1700));
        QTRY_COMPARE_WITH_TIMEOUT(stage.events(audit::kind::outputRecovered).size(), std::size_t{1}, patience);
    }

    /// Where it is killed while a batch is under way, nobody knows what of it was written: it comes again, by the same ids.
    void killedInTheMiddle_losesNothing_andDoublesOneBatchAtMost()
    {
        SyslogStage stage;
        QVERIFY(stage.rsyslog.start());
        const auto id = stage.addSyslog();
        stage.record(0, 6000);
        QTRY_VERIFY_WITH_TIMEOUT(test::linesOf(stage.rsyslog.file()).size() > 1200, patience);
        stage.rsyslog.kill();
        QVERIFY(stage.rsyslog.start());
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{6000}, patience);
        const auto users = usersIn(stage.rsyslog.file());
        QCOMPARE(users.size(), 6000);
        QVERIFY(std::count_if(users.begin(), users.end(), [](int times) { return times > 1; }) <= int(eventsAtOnce));
        QVERIFY(std::all_of(users.begin(), users.end(), [](int times) { return times <= 2; }));
    }

    void asvs_12_3_2_unknownCertificate_isRefused()
    {
        SyslogStage stage;
        QVERIFY(stage.rsyslog.start());
        stage.set("outbound.ca_file", "");
        const auto id = stage.addSyslog();
        const auto tested = stage.service().test(OutputStage::somebody(), id);
        QVERIFY(tested && !tested->passed);
        QVERIFY2(tested->detail.find("not trusted") != std::string::npos, tested->detail.c_str());
        QVERIFY(test::linesOf(stage.rsyslog.file()).empty());
    }

    void clientCertificate_isShownToWhoAsksForOne()
    {
        OutputStage stage;
        const test::PeerCertificate server(stage.directory()), own(stage.directory(), "sallyport.clinic.example");
        stage.set("outbound.ca_file", server.certificate.string());
        test::Rsyslog rsyslog(stage.directory() / "rsyslog", server, "sallyport.clinic.example", own.certificate);
        QVERIFY(rsyslog.start());
        const auto read = [](const std::filesystem::path& path) {
            QFile file(QString::fromStdString(path.string()));
            return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
        };
        const auto passes = [&](const DestinationId& id) {
            const auto tested = stage.service().test(OutputStage::somebody(), id);
            return tested && tested->passed ? std::string("passed") : tested ? tested->word + ": " + tested->detail : "error";
        };
        // Without one, and with another, nobody is let in.
        DestinationFields fields = OutputStage::fields(DestinationKind::Syslog, "localhost:" + std::to_string(rsyslog.port()));
        const auto id = stage.add(fields);
        QVERIFY2(passes(id) != "passed", passes(id).c_str());
        const test::PeerCertificate other(stage.directory(), "other.clinic.example");
        const auto change = [&](std::string certificate, std::optional<std::string> key) {
            DestinationPatch patch;
            patch.fields = stage.read(id).fields;
            patch.fields->certificate = std::move(certificate);
            if (key)
                patch.secret = SecretBytes::fromText(*key);
            return stage.service().change(OutputStage::somebody(), id, std::move(patch));
        };
        QVERIFY(change(read(other.certificate) + read(other.key), {}));
        QVERIFY2(passes(id) != "passed", passes(id).c_str());
        QVERIFY(test::linesOf(rsyslog.file()).empty());
        // With its own, and the key beside it.
        const auto changed = change(read(own.certificate), read(own.key));
        QVERIFY2(changed, changed ? "" : changed.error().detail.c_str());
        QCOMPARE(passes(id), std::string("passed"));
        QVERIFY(changed->hasSecret);
        QVERIFY(changed->fields.certificate.find("BEGIN CERTIFICATE") != std::string::npos);
        QVERIFY(changed->fields.certificate.find("PRIVATE") == std::string::npos);
        stage.record(0, 700);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{700}, patience);
        QVERIFY(usersIn(rsyslog.file()).size() >= 700);
        // The key is nowhere but sealed, and the journal tells the certificate by its fingerprint.
        for (const audit::Event& event : stage.events("output.changed"))
            QVERIFY2(event.detailsJson.find("PRIVATE") == std::string::npos, event.detailsJson.c_str());
        QVERIFY(stage.events("output.changed").back().detailsJson.find("sallyport.clinic.example") != std::string::npos);
    }

    void clientCertificate_isChecked()
    {
        OutputStage stage;
        const test::PeerCertificate own(stage.directory(), "sallyport.clinic.example"),
            other(stage.directory(), "other.clinic.example");
        const auto read = [](const std::filesystem::path& path) {
            QFile file(QString::fromStdString(path.string()));
            return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
        };
        const auto tried = [&](DestinationKind kind, std::string certificate, const std::string& key) {
            NewDestination wanted;
            wanted.fields = OutputStage::fields(kind, kind == DestinationKind::File ? "events" : "localhost:6514");
            wanted.fields.certificate = std::move(certificate);
            if (!key.empty())
                wanted.secret = SecretBytes::fromText(key);
            const auto made = stage.service().create(OutputStage::somebody(), std::move(wanted));
            return made ? std::string("ok") : made.error().fields.front().field + " " + made.error().fields.front().rule;
        };
        QCOMPARE(tried(DestinationKind::Syslog, "no certificate", ""), std::string("certificate no_certificate"));
        QCOMPARE(tried(DestinationKind::Syslog, read(own.certificate), ""), std::string("certificate no_key"));
        QCOMPARE(tried(DestinationKind::Syslog, read(own.certificate), read(other.key)), std::string("certificate other_key"));
        QCOMPARE(tried(DestinationKind::Syslog, "", read(own.key)), std::string("secret required"));
        QCOMPARE(tried(DestinationKind::File, read(own.certificate) + read(own.key), ""), std::string("certificate unused"));
        QCOMPARE(tried(DestinationKind::Syslog, std::string(40'000, 'x'), ""), std::string("certificate maxLength"));
        QCOMPARE(tried(DestinationKind::Syslog, read(own.key) + read(own.certificate), ""), std::string("ok"));
        const DestinationId id = stage.service().list(OutputStage::somebody())->front().id;
        DestinationPatch patch;
        patch.fields = stage.read(id).fields;
        QVERIFY(stage.service().change(OutputStage::somebody(), id, std::move(patch)));
        QVERIFY(stage.read(id).hasSecret); // what isn't changed stays
        patch = {};
        patch.fields = stage.read(id).fields;
        patch.fields->certificate.clear();
        QVERIFY(stage.service().change(OutputStage::somebody(), id, std::move(patch)));
        QVERIFY(!stage.read(id).hasSecret);
    }

    void alert_comesAsAMessage()
    {
        SyslogStage stage;
        QVERIFY(stage.rsyslog.start());
        const auto id = stage.addSyslog();
        QVERIFY(stage.service().send(id, "Too many failures", "12 in a minute", {}));
        QTRY_COMPARE_WITH_TIMEOUT(test::linesOf(stage.rsyslog.file()).size(), 1, patience);
        const auto read = test::readSyslog(test::linesOf(stage.rsyslog.file()).front());
        QVERIFY(read);
        QCOMPARE(read->header[5], u"alert"_s);
        QCOMPARE(read->message, u"Too many failures: 12 in a minute"_s);
    }
};

SALLYPORT_GUILESS_TEST(TestSyslogOutput)

} // namespace tst_syslog_output
#include "tst_syslog_output.moc"
