#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/mfa/own_factor_dialog.h"
#include "ui/parts/own_password_dialog.h"
#include "ui/widgets/digit_field.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_own_account {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// What operators do to their own account, from the menu at their name.
class TestOwnAccount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<tests::PanelStage>(20);
        QVERIFY(m_stage->open());
        m_stage->host.resize(1072, 772);
        m_stage->host.show();
    }
    void cleanup()
    {
        tests::pictureIfFailed(&m_stage->host);
        m_stage.reset();
    }

    void password_wrongPresentOne_isSaidAtItsField_andTheRightOneChangesIt()
    {
        auto* dialog = new ui::OwnPasswordDialog(*m_stage->console, &m_stage->host);
        QSignalSpy changed(dialog, &ui::OwnPasswordDialog::changed);
        dialog->open();
        auto* change = tests::find<QPushButton>(dialog, u"own_password.change"_s);
        const auto field = [&](const char* name) {
            return tests::find<QLineEdit>(dialog, u"own_password."_s + QLatin1StringView(name));
        };
        const QString next = u"copper kettle on the windowsill"_s;
        QVERIFY(!change->isEnabled());
        field("current")->setText(u"another one"_s);
        field("next")->setText(next);
        field("again")->setText(next.chopped(1));
        QVERIFY(!change->isEnabled()); // the two differ
        field("again")->setText(next);
        QTRY_VERIFY(change->isEnabled());
        tests::picture(&m_stage->host, u"own-password"_s);
        change->click();
        QTRY_COMPARE(tests::find<QLabel>(dialog, u"own_password.current.message"_s)->text(),
                     u"This is not your present password"_s);
        QCOMPARE(changed.size(), 0);
        field("current")->setText(u"lanterns beside a winter harbour"_s);
        QTRY_VERIFY(change->isEnabled());
        change->click();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(QString::fromStdString(m_stage->house.signIn.ownPassword), next);
    }

    void factor_codeGivesNewRecoveryCodes_whichAreNotLostByEscape()
    {
        identity::User self;
        self.name = "Ingrid Solheim";
        self.recoveryCodesLeft = 1;
        self.mfaEnabled = true;
        auto* dialog = new ui::OwnFactorDialog(*m_stage->console, self, &m_stage->host);
        dialog->open();
        auto* renew = tests::find<QPushButton>(dialog, u"own_factor.renew"_s);
        QVERIFY(!renew->isEnabled() && !tests::find<QPushButton>(dialog, u"own_factor.off"_s)->isEnabled());
        tests::find<ui::DigitField>(dialog, u"own_factor.code"_s)->setText(QString::fromLatin1(tests::FakeMfa::rightCode));
        QVERIFY(renew->isEnabled());
        tests::picture(&m_stage->host, u"own-factor"_s);
        renew->click();
        auto* done = tests::find<QPushButton>(dialog, u"own_factor.done"_s);
        QTRY_VERIFY(done->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        done->click();
        QVERIFY(!dialog->isVisible());
    }

private:
    std::unique_ptr<tests::PanelStage> m_stage;
};

} // namespace

SALLYPORT_GUI_TEST(TestOwnAccount)

} // namespace tst_own_account
#include "tst_own_account.moc"
