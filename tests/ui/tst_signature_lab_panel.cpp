#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "ui/signing/lab_result.h"
#include "ui/signing/lab_samples.h"
#include "ui/signing/lab_text.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_signature_lab_panel {

using namespace sallyport;
using namespace sallyport::ui;
using identity::LabOutcome;
using identity::LabStep;

namespace {

const QString request =
    QStringLiteral("POST /api/users?x='1' HTTP/1.1\nHost: 127.0.0.1:8443\nX-API-Key: spk_7QK3M2XA\n\n{\"a\": 1}");

identity::LabReport passing()
{
    identity::LabReport report;
    report.keyPrefix = "spk_1234ABCD";
    report.keyName = "<b>CI</b>";
    report.canonical = "POST\n/api/users\n1\nn\n";
    for (const LabStep step :
         {LabStep::Read, LabStep::Key, LabStep::Coverage, LabStep::Clock, LabStep::Signature, LabStep::Digest})
        report.checks.push_back({step, step == LabStep::Digest ? LabOutcome::NotAsked : LabOutcome::Passed, {}, {}, {}});
    return report;
}

class TestSignatureLabPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_open = std::make_unique<tests::OpenConsole>(40, 100);
        QVERIFY(m_open->open());
        m_open->house.signatureLab.report = passing();
        m_panel = std::make_unique<SignatureLabPanel>(m_open->console);
        m_panel->resize(1072, 772);
        m_panel->show();
        m_panel->activate({});
    }
    void cleanup()
    {
        m_panel.reset();
        m_open.reset();
    }

    void empty_cannotBeExplained()
    {
        QVERIFY(!button("signing.explain")->isEnabled());
        QVERIFY(!m_panel->result()->isVisible());
        m_panel->activate(request);
        QVERIFY(button("signing.explain")->isEnabled());
    }

    void good_isAccepted_andTheSampleIsOfTheRequest()
    {
        explain();
        QCOMPARE(m_open->house.signatureLab.asked, request.toStdString());
        QVERIFY(m_panel->result()->isVisible());
        QVERIFY(!m_panel->result()->verdict()->title().isEmpty());
        // Names are data, never markup.
        const auto* key = m_panel->findChild<QLabel*>(QStringLiteral("signing.key"));
        QVERIFY(key->text().contains(QStringLiteral("<b>CI</b>")));
        QCOMPARE(key->textFormat(), Qt::PlainText);
        QVERIFY(m_panel->samples()->text().contains(QStringLiteral("spk_1234ABCD")));
        QVERIFY(m_panel->samples()->text().contains(QStringLiteral("'/api/users?x='\\''1'\\'''")));
        click("signing.copySample");
        QCOMPARE(QGuiApplication::clipboard()->text(), m_panel->samples()->text());
        click("signing.copyText");
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("POST\n/api/users\n1\nn\n"));
    }

    // The algorithm is the key's: one who has a secret may choose the form, a key pair has one.
    void sample_isOfTheKeysAlgorithm_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<bool>("rfc9421");
        QTest::addColumn<QString>("inIt");
        QTest::newRow("no key, guide") << QString() << false << QStringLiteral("X-Signature: ");
        QTest::newRow("secret, guide") << QStringLiteral("hmac-sha256") << false << QStringLiteral("X-Signature: ");
        QTest::newRow("secret, RFC 9421") << QStringLiteral("hmac-sha256") << true << QStringLiteral("alg=\\\"hmac-sha256\\\"");
        QTest::newRow("Ed25519") << QStringLiteral("ed25519") << true << QStringLiteral("alg=\\\"ed25519\\\"");
        QTest::newRow("ECDSA") << QStringLiteral("ecdsa-p256-sha256") << true << QStringLiteral("alg=\\\"ecdsa-p256-sha256\\\"");
        QTest::newRow("Ed25519, sent with the guide's headers")
            << QStringLiteral("ed25519") << false << QStringLiteral("alg=\\\"ed25519\\\"");
    }
    void sample_isOfTheKeysAlgorithm()
    {
        QFETCH(QString, algorithm);
        QFETCH(bool, rfc9421);
        QFETCH(QString, inIt);
        auto& report = m_open->house.signatureLab.report;
        report.keyAlgorithm = algorithm.toStdString();
        report.scheme = rfc9421 ? identity::SignatureScheme::Rfc9421 : identity::SignatureScheme::Guide;
        explain();
        QVERIFY2(m_panel->samples()->text().contains(inIt), qPrintable(m_panel->samples()->text()));
        auto* form = m_panel->findChild<QWidget*>(QStringLiteral("signing.form"));
        const bool pair = algorithm == QStringLiteral("ed25519") || algorithm == QStringLiteral("ecdsa-p256-sha256");
        QCOMPARE(form->isHidden(), pair);
        QCOMPARE(m_panel->samples()->text().contains(QStringLiteral("SALLYPORT_PRIVATE_KEY")), pair);
        if (!pair) {
            click(rfc9421 ? "signing.form.guide" : "signing.form.rfc9421");
            QCOMPARE(m_panel->samples()->text().contains(QStringLiteral("Signature-Input")), !rfc9421);
        }
    }

    void clock_saysByHowMuch()
    {
        auto& report = m_open->house.signatureLab.report;
        report.checks[3] = {LabStep::Clock, LabOutcome::Failed, "signature_clock", "", {"-7200", "300"}};
        explain();
        QVERIFY(text("signing.check.clock").contains(QLocale().toString(7200)));
        QVERIFY(m_panel->result()->verdict()->title().contains(QLocale().toString(7200)));
    }

    void mistake_isTheVerdict()
    {
        auto& report = m_open->house.signatureLab.report;
        report.checks[4] = {LabStep::Signature, LabOutcome::Failed, "signature_mismatch", "", {}};
        report.mistakes = {"no_query"};
        report.lines = {{"POST", "POST", false}, {"/api/users?x=1", "/api/users", true}, {"", "", true}};
        explain();
        QCOMPARE(m_panel->result()->verdict()->title(), labMistakeText(QStringLiteral("no_query")));
        QCOMPARE(text("signing.line.1"), QStringLiteral("/api/users"));
        QVERIFY(!text("signing.line.2").isEmpty()); // an empty line is named
        QVERIFY(m_panel->findChild<QLabel*>(QStringLiteral("signing.line.0")) == nullptr);
        // The next answer takes its place.
        report = passing();
        explain();
        QTRY_VERIFY(m_panel->findChild<QLabel*>(QStringLiteral("signing.line.1")) == nullptr);
    }

    void noRequest_isSaidAtTheField()
    {
        m_open->house.signatureLab.failures.failNext(makeError(ErrorCode::InvalidArgument, "x"));
        explain();
        QVERIFY(!m_panel->result()->isVisible());
        QVERIFY(!m_panel->findChild<ErrorState*>(QStringLiteral("signing.error"))->isVisible());
    }

    void failure_isShown_andCanBeTriedAgain()
    {
        m_open->house.signatureLab.failures.failNext(makeError(ErrorCode::Unavailable, "x"));
        explain();
        auto* error = m_panel->findChild<ErrorState*>(QStringLiteral("signing.error"));
        QVERIFY(error->isVisible());
        QSignalSpy explained(m_panel.get(), &SignatureLabPanel::explained);
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(explained.count(), 1);
        QVERIFY(!error->isVisible());
        QVERIFY(m_panel->result()->isVisible());
    }

    void everyMistakeOfTheServer_hasAText()
    {
        for (const char* word : {"api_key_as_secret", "base64_hash",        "body_line_feed",
                                 "body_without_hash", "compact_body",       "crlf",
                                 "decoded_target",    "default_port",       "hash_of_empty_object",
                                 "hash_of_nothing",   "line_feed_at_end",   "lower_method",
                                 "no_body_hash",      "no_last_line",       "no_line_feeds",
                                 "no_port",           "no_query",           "no_signature_params",
                                 "path_with_query",   "query_without_mark", "sorted_query",
                                 "trailing_slash",    "upper_hash",         "whole_url"})
            QVERIFY2(!labMistakeText(QLatin1StringView(word)).isEmpty(), word);
        QVERIFY(labMistakeText(QStringLiteral("unheard_of")).isEmpty());
    }

private:
    void explain()
    {
        m_panel->activate(request);
        QSignalSpy explained(m_panel.get(), &SignatureLabPanel::explained);
        click("signing.explain");
        QTRY_COMPARE(explained.count(), 1);
    }
    QAbstractButton* button(const char* name) const { return m_panel->findChild<QAbstractButton*>(QLatin1StringView(name)); }
    void click(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QString text(const char* name) const { return m_panel->findChild<QLabel*>(QLatin1StringView(name))->text(); }

    std::unique_ptr<tests::OpenConsole> m_open;
    std::unique_ptr<SignatureLabPanel> m_panel;
};

} // namespace

SALLYPORT_GUI_TEST(TestSignatureLabPanel)

} // namespace tst_signature_lab_panel
#include "tst_signature_lab_panel.moc"
