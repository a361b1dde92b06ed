#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/access_policies/cel_text.h"
#include "ui/access_policies/condition_row.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/policy_trial.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

namespace tst_policy_form {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// A form that isn't finished says so, and nothing of it is stored.
class TstPolicyForm final : public QObject {
    Q_OBJECT

    /// The policy whose condition is that its owner asks, as form and text.
    struct Open {
        Open()
        {
            tests::theme();
            if (!stage.open())
                return;
            panel = new PoliciesPanel(*stage.console);
            stage.show(panel);
            edit();
        }
        void edit()
        {
            const auto found = stage.house.policies.read(stage.house.administrator(), "Owner may always read");
            QVERIFY(found);
            panel->edit(*found);
            settle();
        }
        /// Adds a line for an address, which is empty at first.
        void addAddress()
        {
            button("policy.condition.add")->click();
            auto* menu = panel->findChild<QMenu*>(u"policy.condition_menu"_s);
            QVERIFY(menu);
            menu->actions().at(6)->trigger();
            menu->close();
            settle();
        }
        void settle() { QTRY_VERIFY(!panel->editor()->isChecking()); }
        QPushButton* button(const char* name) { return tests::find<QPushButton>(panel, QString::fromLatin1(name)); }
        QString words() { return QString::fromStdString(panel->editor()->draft()->words().condition); }
        tests::PanelStage stage{40, 0};
        PoliciesPanel* panel = nullptr;
    };

private Q_SLOTS:
    void unfinishedCondition_isMarked_andNothingIsStored()
    {
        Open open;
        open.addAddress();
        const auto rows = open.panel->findChildren<QWidget*>(u"policy.condition"_s);
        auto* row = static_cast<ConditionRow*>(rows.last());
        QCOMPARE(row->missing(), u"Enter an address or a network"_s);
        auto* error = row->findChild<QLabel*>(u"policy.condition.error"_s);
        QVERIFY(error && error->isVisible());
        QCOMPARE(error->text(), row->missing());
        for (const char* button : {"policies.save", "policies.publish"}) {
            QVERIFY(!open.button(button)->isEnabled());
            QCOMPARE(open.button(button)->toolTip(), u"Address: Enter an address or a network"_s);
        }
        // The keyboard is where something is missing.
        QTRY_COMPARE(open.panel->window()->focusWidget(), row->findChild<QLineEdit*>(u"policy.condition.networks"_s));
        auto* typed = row->findChild<QLineEdit*>(u"policy.condition.networks"_s);
        QTest::keyClicks(typed, u"clinic"_s);
        open.settle();
        QVERIFY(row->missing().startsWith(u"This is no address"_s));
        QVERIFY(!open.button("policies.publish")->isEnabled());
        typed->selectAll();
        QTest::keyClicks(typed, u"10.0.0.0/8"_s);
        open.settle();
        QTRY_COMPARE(row->missing(), QString());
        QTRY_VERIFY(!error->isVisible());
        QVERIFY(open.words().contains(u"10.0.0.0/8"_s));
        QTRY_VERIFY(open.button("policies.publish")->isEnabled());
        QVERIFY(open.button("policies.save")->isEnabled());
    }

    void unfinishedCondition_ofOneDraft_isNotInTheNext()
    {
        Open open;
        open.addAddress();
        open.edit();
        QTRY_COMPARE(open.panel->findChildren<QPushButton*>(u"policy.condition.remove"_s).size(), 1);
        QVERIFY(open.panel->editor()->missing().isEmpty());
    }

    void draftWithoutAName_isThisPolicy()
    {
        QCOMPARE(withDraft({}, {}, true).drafts.front().name, std::string("This policy"));
        authorization::NewPolicy named;
        named.name = "Night shift";
        QCOMPARE(withDraft({}, named, true).drafts.front().name, std::string("Night shift"));
    }

    void conditionThatAlwaysFails_saysWhyInWordsOfTheWindow()
    {
        access::cel::Problem always;
        always.message = "a map with the same key twice at line 1, column 1";
        access::cel::Problem written;
        written.message = "this text has no end";
        const auto marks = celMarks(u"{1: 2, 1: 3}"_s, {always, written});
        QCOMPARE(marks.at(0).message, u"A map has the same key twice."_s);
        QCOMPARE(marks.at(1).message, u"This text has no end."_s);
    }

    void conditionRow_saysWhatIsMissing()
    {
        using Part = access::policies::ConditionPart;
        tests::theme();
        Part part = firstPart(Part::Kind::Department);
        ConditionRow department(part);
        QVERIFY(department.missing().isEmpty());
        auto* value = department.findChild<QComboBox*>(u"policy.condition.value"_s);
        value->setEditText({}); // not the user's department: nobody has chosen that
        QCOMPARE(department.missing(), u"Enter a department"_s);
        value->setEditText(u"Cardiology"_s);
        QVERIFY(department.missing().isEmpty());
        part = firstPart(Part::Kind::Time);
        part.time.days = 0;
        QCOMPARE(ConditionRow(part).missing(), u"Choose at least one day"_s);
        part.time = {};
        QVERIFY(ConditionRow(part).missing().startsWith(u"This is always"_s));
        part = firstPart(Part::Kind::Role);
        QCOMPARE(ConditionRow(part).missing(), u"Enter a role"_s);
    }

    /// Where the lines of a condition have no room beside each other they stand one under the other, each whole.
    void conditions_inANarrowerWindow_areWhole()
    {
        Open open;
        open.addAddress();
        for (const int width : {1900, 1072, 1500, 1072}) {
            open.panel->resize(width, 772);
            const auto squeezed = [&] {
                for (QWidget* row : open.panel->findChildren<QWidget*>(u"policy.condition"_s))
                    for (QWidget* input : row->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
                        if (input->isVisible() && input->height() < input->minimumSizeHint().height())
                            return true;
                return false;
            };
            QTRY_VERIFY(!squeezed());
        }
    }

    void policyWithoutAKind_saysSoBesideTheField_andIsNotPublished()
    {
        Open open;
        const auto kinds = {u"policy.kind.record"_s, u"policy.kind.comment"_s, u"policy.kind.file"_s};
        for (const QString& kind : kinds)
            open.panel->findChild<QCheckBox*>(kind)->setChecked(false);
        open.settle();
        QVERIFY(!open.button("policies.publish")->isEnabled());
        QCOMPARE(open.button("policies.publish")->toolTip(), u"Choose at least one of records, comments and files"_s);
        open.panel->findChild<QCheckBox*>(u"policy.kind.record"_s)->setChecked(true);
        open.settle();
        QTRY_VERIFY(open.panel->editor()->missing().isEmpty());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstPolicyForm)

} // namespace tst_policy_form
#include "tst_policy_form.moc"
