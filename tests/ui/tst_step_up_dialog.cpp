#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_field.h"

#include <QLabel>
#include <QPushButton>

namespace tst_step_up_dialog {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TestStepUpDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (m_stage)
            tests::pictureIfFailed(&m_stage->host);
        m_stage.reset();
    }

    void sixthDigit_ofTheRightCode_goesOnByItself()
    {
        ask();
        QVERIFY(!confirmButton()->isEnabled());
        QTest::keyClicks(digits(), QString::fromLatin1(tests::FakeMfa::rightCode));
        QTRY_COMPARE(m_confirmed, 1);
        QTRY_VERIFY(!tests::openDialog(u"step_up"_s));
    }

    void wrongCode_isSaidUnderTheField_andTheNextOneTaken()
    {
        ask();
        auto* message = tests::find<QLabel>(dialog(), u"step_up.code.message"_s);
        const QString hint = message->text();
        QTest::keyClicks(digits(), u"000000"_s);
        QTRY_COMPARE(digits()->code(), QString());
        QVERIFY(!message->text().isEmpty() && message->text() != hint);
        QVERIFY(digits()->hasFocus());
        QCOMPARE(m_confirmed, 0);
        tests::picture(dialog(), u"step-up-wrong"_s);
        QTest::keyClicks(digits(), QString::fromLatin1(tests::FakeMfa::rightCode));
        QTRY_COMPARE(m_confirmed, 1);
    }

    void noAuthenticator_saysSoInPlace()
    {
        ask();
        m_stage->house.mfa.stepUpFailures.failNext(makeError(ErrorCode::Unavailable, "busy"));
        QTest::keyClicks(digits(), QString::fromLatin1(tests::FakeMfa::rightCode));
        auto* failure = tests::find<Banner>(dialog(), u"step_up.failure"_s);
        QTRY_VERIFY(failure->isVisible());
        QCOMPARE(m_confirmed, 0);
    }

    void escape_changesNothing()
    {
        ask();
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!tests::openDialog(u"step_up"_s));
        QCOMPARE(m_confirmed, 0);
    }

private:
    void ask()
    {
        m_confirmed = 0;
        m_stage = std::make_unique<tests::PanelStage>(3);
        QVERIFY(m_stage->open());
        m_stage->show(new QWidget);
        askStepUp(*m_stage->console, &m_stage->host, [this] { ++m_confirmed; });
        QTRY_VERIFY(tests::openDialog(u"step_up"_s) && digits()->hasFocus());
    }
    QWidget* dialog() { return tests::openDialog(u"step_up"_s); }
    DigitField* digits() { return tests::find<DigitField>(dialog(), u"step_up.code"_s); }
    QPushButton* confirmButton() { return tests::find<QPushButton>(dialog(), u"step_up.confirm"_s); }

    std::unique_ptr<tests::PanelStage> m_stage;
    int m_confirmed = 0;
};

} // namespace

SALLYPORT_GUI_TEST(TestStepUpDialog)

} // namespace tst_step_up_dialog
#include "tst_step_up_dialog.moc"
