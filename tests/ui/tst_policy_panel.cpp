#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/policy/measure_box.h"
#include "ui/policy/policy_panel.h"
#include "ui/policy/try_password.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_form.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/filter_bar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_policy_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstPolicyPanel final : public QObject {
    Q_OBJECT

    struct Open {
        Open()
        {
            tests::theme();
            if (!stage.open())
                return;
            panel = new PolicyPanel(*stage.console);
            stage.show(panel);
        }
        void type(const std::string& key, const QString& text)
        {
            auto* edit = qobject_cast<QLineEdit*>(panel->form()->input(key)->editor());
            QVERIFY(edit);
            edit->selectAll();
            QTest::keyClicks(edit, text);
        }
        template <typename T>
        T* find(const char* name)
        {
            return tests::find<T>(panel, QLatin1StringView(name));
        }
        tests::PanelStage stage{10, 0};
        PolicyPanel* panel = nullptr;
    };

private Q_SLOTS:
    void save_changesTheSettings()
    {
        Open open;
        open.type("passwords.min_length", u"20"_s);
        QVERIFY(open.find<QWidget>("policy.unsaved")->isVisible());
        QTest::mouseClick(open.find<QPushButton>("policy.save"), Qt::LeftButton);
        QTRY_COMPARE(open.stage.house.settings.values()->passwordsMinLength, 20U);
        QTRY_VERIFY(!open.find<QWidget>("policy.unsaved")->isVisible());
    }

    void wrongValue_isSaidInPlace()
    {
        Open open;
        open.type("passwords.argon2_memory", u"8000"_s);
        QVERIFY(open.panel->form()->field("passwords.argon2_memory")->hasError());
        QVERIFY(!open.find<QPushButton>("policy.save")->isEnabled());
        open.type("passwords.argon2_passes", u"5"_s);
        QVERIFY(!open.panel->form()->field("passwords.argon2_memory")->hasError());
        open.type("passwords.breach_list", u"list.txt"_s);
        QVERIFY(open.panel->form()->field("passwords.breach_list")->hasError());
    }

    void search_showsWhatMatches_orSaysThatNothingDoes()
    {
        Open open;
        QTest::keyClick(open.panel, Qt::Key_F, Qt::ControlModifier);
        auto* filter = open.find<FilterField>("policy.filter");
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"forbidden"_s);
        const SettingsForm* form = open.panel->form();
        QTRY_VERIFY(!form->field("sessions.idle")->isVisible());
        QVERIFY(form->field("passwords.forbidden_words")->isVisible());
        filter->setText(u"zzzz"_s);
        QTRY_VERIFY(open.find<QPushButton>("policy.clear_filter")->isVisible());
        QTest::mouseClick(open.find<QPushButton>("policy.clear_filter"), Qt::LeftButton);
        QTRY_VERIFY(form->field("sessions.idle")->isVisible());
    }

    void tryPassword_saysWhatTheVaultWouldSay()
    {
        Open open;
        auto* field = open.find<QLineEdit>("policy.try");
        QTest::keyClicks(field, u"kv9#Tq2!mZ7x"_s);
        QTRY_VERIFY(open.panel->tryPassword()->verdict().contains(u"15"_s));
        open.find<QCheckBox>("policy.try.factor")->setChecked(true);
        QTRY_COMPARE(open.panel->tryPassword()->verdict(), u"It would be accepted"_s);
        field->clear();
        QTRY_VERIFY(!open.find<QLabel>("policy.try.verdict")->isVisible());
        QTest::mouseClick(open.find<QPushButton>("policy.try.generate"), Qt::LeftButton);
        QTRY_COMPARE(field->text().size(), 24);
        QCOMPARE(field->echoMode(), QLineEdit::Normal);
        QTRY_COMPARE(open.panel->tryPassword()->verdict(), u"It would be accepted"_s);
        QVERIFY(open.find<QPushButton>("policy.try.copy")->isVisible());
    }

    void measure_offersWhatItFound_andSavesNothing()
    {
        Open open;
        auto* result = open.find<QLabel>("policy.measure.result");
        QVERIFY(!result->isVisible());
        QTest::mouseClick(open.find<QPushButton>("policy.measure"), Qt::LeftButton);
        QTRY_VERIFY(!open.panel->measureBox()->isRunning());
        QTRY_VERIFY(result->isVisible());
        QTest::mouseClick(open.find<QPushButton>("policy.measure.use"), Qt::LeftButton);
        QVERIFY(open.panel->form()->draft().isChanged("passwords.argon2_memory"));
        QVERIFY(!open.panel->form()->draft().hasProblems());
        QCOMPARE(open.stage.house.settings.values()->passwordsArgon2Memory, 19'456U);
    }

    void measure_failure_isSaid()
    {
        Open open;
        open.stage.house.passwords.failures.failNext(makeError(ErrorCode::Conflict, "busy"));
        QTest::mouseClick(open.find<QPushButton>("policy.measure"), Qt::LeftButton);
        QTRY_VERIFY(open.find<QLabel>("policy.measure.result")->isVisible());
        QVERIFY(!open.find<QPushButton>("policy.measure.use")->isVisible());
    }

    void saveFailure_keepsWhatWasTyped()
    {
        Open open;
        open.stage.house.settings.failures.failNext(makeError(ErrorCode::DiskFull, "full"));
        open.type("passwords.min_length", u"20"_s);
        QTest::mouseClick(open.find<QPushButton>("policy.save"), Qt::LeftButton);
        QTRY_VERIFY(open.find<QPushButton>("policy.save")->isEnabled());
        QCOMPARE(open.panel->form()->input("passwords.min_length")->value(), u"20"_s);
    }

    void events_andReveal_goWhereTheyShould()
    {
        Open open;
        QSignalSpy there(open.panel, &Panel::navigate);
        QTest::mouseClick(open.find<QPushButton>("policy.events"), Qt::LeftButton);
        QCOMPARE(there.count(), 1);
        QCOMPARE(there[0][0].toString(), u"events"_s);
        open.panel->activate(u"sessions.absolute"_s);
        QTRY_VERIFY(open.panel->form()->input("sessions.absolute")->editor()->hasFocus());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstPolicyPanel)

} // namespace tst_policy_panel
#include "tst_policy_panel.moc"
