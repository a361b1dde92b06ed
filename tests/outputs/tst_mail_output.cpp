#include "backend/audit/event_kinds.h"
#include "backend/outputs/mail_text.h"
#include "tests/outputs/support/output_stage.h"
#include "tests/outputs/support/peers.h"
#include "tests/outputs/support/received.h"
#include "tests/support/test_main.h"

#include <QJsonObject>
#include <QtTest>

namespace tst_mail_output {

using namespace sallyport;
using namespace sallyport::outputs;
using namespace Qt::StringLiterals;
using test::OutputStage;

namespace {

constexpr int patience = 30'000;

struct MailStage : OutputStage {
    explicit MailStage(const char* mode)
        : certificate(directory()), received(directory() / "received"),
          peer("mail_peer.py",
               {QString::fromStdString(certificate.certificate.string()), QString::fromStdString(certificate.key.string()),
                u"sallyport"_s, u"mail password"_s, QString::fromStdString(received.string()), QString::fromLatin1(mode)})
    {
        set("outbound.ca_file", certificate.certificate.string());
    }
    DestinationId addMail(const char* scheme, const std::string& password = "mail password")
    {
        DestinationFields mail =
            fields(DestinationKind::Mail, std::string(scheme) + "://localhost:" + std::to_string(peer.port()));
        mail.account = "sallyport";
        return add(std::move(mail), password);
    }
    test::PeerCertificate certificate;
    std::filesystem::path received;
    test::PythonPeer peer;
};

} // namespace

/// SMTP with TLS at once and with STARTTLS, to a server of ours that is strict.
class TestMailOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void events_comeAsADigest_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("STARTTLS") << u"starttls"_s << u"smtp"_s;
        QTest::newRow("TLS at once") << u"tls"_s << u"smtps"_s;
    }
    void events_comeAsADigest()
    {
        QFETCH(const QString, mode);
        QFETCH(const QString, scheme);
        MailStage stage(mode.toLatin1().constData());
        const auto id = stage.addMail(scheme.toLatin1().constData());
        audit::Event event = test::sampleEvent(audit::kind::signInSucceeded, "Elif Yıldız\r\n.\r\nMAIL FROM:<x@y>");
        event.severity = audit::Severity::Critical;
        QVERIFY(stage.journal()->record(event));
        stage.record(0, 700);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{701}, patience);
        const auto mails = test::documentsOf(stage.received);
        QVERIFY(mails.size() >= 2 && mails.size() <= 5);
        QCOMPARE(mails[0]["from"_L1].toString(), u"sallyport@northgate.example"_s);
        QCOMPARE(mails[0]["to"_L1].toArray(), (QJsonArray{u"ada@northgate.example"_s, u"security@northgate.example"_s}));
        QVERIFY2(mails[0]["subject"_L1].toString().startsWith(u"Sallyport: "_s) &&
                     mails[0]["subject"_L1].toString().endsWith(u", 1 critical"_s),
                 qPrintable(mails[0]["subject"_L1].toString()));
        const QStringList lines = mails[0]["text"_L1].toString().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.front().contains(u"Signed in; by Elif Yıldız\\r\\n.\\r\\nMAIL FROM:<x@y>; from 198.51.100.24"_s));
        qsizetype count = 0;
        for (const auto& mail : mails)
            count += mail["text"_L1].toString().count(u"Signed in"_s);
        QCOMPARE(count, 701);
    }

    void asvs_12_3_1_serverWithoutTls_getsNothing()
    {
        MailStage stage("plain");
        const auto id = stage.addMail("smtp");
        const auto tested = stage.service().test(OutputStage::somebody(), id);
        QVERIFY(tested && !tested->passed);
        QVERIFY2(tested->detail.find("mail server did not take it") != std::string::npos, tested->detail.c_str());
        QVERIFY(test::linesOf(stage.received).empty());
    }

    void wrongPassword_andUnknownCertificate_sayWhy()
    {
        MailStage stage("tls");
        const auto id = stage.addMail("smtps", "another password");
        const auto refused = stage.service().test(OutputStage::somebody(), id);
        QVERIFY(refused && !refused->passed);
        QVERIFY2(refused->detail.find("Login denied") != std::string::npos || refused->detail.find("535") != std::string::npos,
                 refused->detail.c_str());
        stage.set("outbound.ca_file", "");
        const auto unknown = stage.service().test(OutputStage::somebody(), id);
        QVERIFY2(unknown && unknown->detail.find("certificate") != std::string::npos, unknown->detail.c_str());
    }

    void alert_isAMailOfItsOwn_beforeThePauseIsOver()
    {
        MailStage stage("tls");
        stage.end();
        stage.pace.mailPause = std::chrono::hours(1);
        stage.begin();
        const auto id = stage.addMail("smtps");
        stage.record(0, 1);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{1}, patience);
        stage.record(1, 1); // waits for the hour
        QVERIFY(stage.service().send(id, "Größere Störung", "Line one\nLine two", {}));
        QTRY_COMPARE_WITH_TIMEOUT(test::documentsOf(stage.received).size(), 2, patience);
        const auto alert = test::documentsOf(stage.received).last();
        QCOMPARE(alert["subject"_L1].toString(), u"Größere Störung"_s);
        QCOMPARE(alert["text"_L1].toString().trimmed().replace(u"\r\n"_s, u"\n"_s), u"Line one\nLine two"_s);
        QCOMPARE(stage.read(id).state.sent, std::int64_t{1});
    }

    void asvs_1_3_11_mailText_subjectCannotBeginAField()
    {
        Mail mail;
        mail.from = "a@b.example";
        mail.to = {"c@d.example"};
        mail.subject = "Hello\r\nBcc: everybody@example.org\r\n\r\nbody";
        mail.text = "text";
        mail.id = "1";
        mail.at = test::at("2026-02-09T08:05:03Z");
        const std::string text = mailText(mail);
        QVERIFY(text.find("\r\nBcc:") == text.npos);
        QVERIFY(text.starts_with("Date: Mon, 09 Feb 2026 08:05:03 +0000\r\n"));
        QVERIFY(text.find("\r\nMessage-ID: <1@b.example>\r\n") != text.npos);
        mail.subject = std::string(120, 'x') + "ü" + std::string(100, 'y');
        for (const QByteArray& line : QByteArray::fromStdString(mailText(mail)).split('\n'))
            QVERIFY(line.size() <= 79);
    }
};

SALLYPORT_GUILESS_TEST(TestMailOutput)

} // namespace tst_mail_output
#include "tst_mail_output.moc"
