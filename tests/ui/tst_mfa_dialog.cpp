#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/qr_view.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_mfa_dialog {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TestMfaDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<tests::PanelStage>(40, 10);
        QVERIFY(m_stage->open());
        m_stage->show(new QWidget);
        m_user = m_stage->house.users.idOf("Jonas Weber");
        m_dialog = new MfaDialog(*m_stage->console, m_user, u"Jonas Weber"_s, u"jonas.weber@northgate.example"_s, &m_stage->host);
        m_dialog->open();
        QTRY_COMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Scan);
    }
    void cleanup()
    {
        tests::pictureIfFailed(&m_stage->host);
        delete m_dialog;
        m_stage.reset();
    }

    void opened_showsCodeKeyAndDigits()
    {
        QVERIFY(!tests::find<QrView>(m_dialog, u"mfa.qr"_s)->isBlank());
        QCOMPARE(tests::find<QLabel>(m_dialog, u"mfa.key.text"_s)->text(), u"JBQX 2UKZ 4MTW 7H3N"_s);
        QCOMPARE(tests::find<QLabel>(m_dialog, u"mfa.key.text_2"_s)->text(), u"SC5L RV6E DPGA 3OYF"_s);
        QVERIFY(!next()->isEnabled());
        tests::picture(&m_stage->host, u"mfa-scan"_s);
    }

    void sixthDigit_rightCode_continuesByItself()
    {
        QSignalSpy enabled(m_dialog, &MfaDialog::enabled);
        type(tests::FakeMfa::rightCode);
        QTRY_COMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Codes);
        QCOMPARE(enabled.count(), 1);
        QVERIFY(tests::find<QrView>(m_dialog, u"mfa.qr"_s)->isBlank());
        QVERIFY(tests::find<QLabel>(m_dialog, u"mfa.key.text"_s)->text().isEmpty());
        QVERIFY(tests::find<QLabel>(m_dialog, u"mfa.key.text_2"_s)->text().isEmpty());
        QVERIFY(m_dialog->findChild<QLabel*>(u"mfa.codes.10"_s));
        tests::picture(&m_stage->host, u"mfa-codes"_s);
        // Whoever presses Enter by habit keeps them: it copies, and nothing goes on before they are said to be stored.
        QCOMPARE(m_dialog->focusWidget()->objectName(), u"mfa.codes.copy"_s);
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QTest::keyClick(m_dialog, Qt::Key_Enter);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!next()->isEnabled() && m_dialog->isVisible());
        QCOMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Codes);
        QVERIFY(m_dialog->findChild<QLabel*>(u"mfa.codes.10"_s));
        tests::find<QCheckBox>(m_dialog, u"mfa.codes.stored"_s)->click();
        QVERIFY(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QCOMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Done);
        QVERIFY(!m_dialog->findChild<QLabel*>(u"mfa.codes.1"_s));
        tests::picture(&m_stage->host, u"mfa-done"_s);
        QTest::mouseClick(next(), Qt::LeftButton);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_stage->house.mfa.abandoned, 0);
    }

    void wrongCode_saysHowManyTriesAreLeft()
    {
        type("000000");
        QTRY_VERIFY(message().contains(u"4"));
        QCOMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Scan);
        QVERIFY(digits()->code().isEmpty());
        tests::picture(&m_stage->host, u"mfa-wrong"_s);
        type(tests::FakeMfa::rightCode);
        QTRY_COMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Codes);
    }

    void fiveWrongCodes_endTheKeyAndOfferANewOne()
    {
        for (int tries = 0; tries < 5; ++tries) {
            QTRY_VERIFY(!m_dialog->flow().isBusy());
            digits()->clear();
            type("000000");
            QTRY_VERIFY(!m_dialog->flow().isBusy());
        }
        QTRY_COMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Ended);
        tests::picture(&m_stage->host, u"mfa-ended"_s);
    }

    void cancel_beforeConfirming_abandons()
    {
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QTRY_COMPARE(m_stage->house.mfa.abandoned, 1);
    }

    void twoMinutes_closeByThemselves()
    {
        for (int second = 0; second < 119; ++second)
            m_dialog->flow().tick();
        QVERIFY(m_dialog->isVisible());
        m_dialog->flow().tick();
        QVERIFY(!m_dialog->isVisible());
        QTRY_COMPARE(m_stage->house.mfa.abandoned, 1);
    }

    void copyKey_putsItOnTheClipboardWithoutSpaces()
    {
        QTest::mouseClick(tests::find<QPushButton>(m_dialog, u"mfa.key.copy"_s), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"JBQX2UKZ4MTW7H3NSC5LRV6EDPGA3OYF"_s);
    }

    void recoveryCodes_cannotBeDismissedByEscape()
    {
        type(tests::FakeMfa::rightCode);
        QTRY_COMPARE(m_dialog->flow().step(), EnrolmentFlow::Step::Codes);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
    }

private:
    DigitField* digits() { return tests::find<DigitField>(m_dialog, u"mfa.code"_s); }
    QPushButton* next() { return tests::find<QPushButton>(m_dialog, u"mfa.continue"_s); }
    QString message() { return tests::find<QLabel>(m_dialog, u"mfa.message"_s)->text(); }
    void type(const char* code) { QTest::keyClicks(digits(), QString::fromLatin1(code)); }

    std::unique_ptr<tests::PanelStage> m_stage;
    MfaDialog* m_dialog = nullptr;
    UserId m_user;
};

} // namespace

SALLYPORT_GUI_TEST(TestMfaDialog)

} // namespace tst_mfa_dialog
#include "tst_mfa_dialog.moc"
