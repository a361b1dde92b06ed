#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/access_policies/policies_model.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/policy_pane.h"
#include "ui/tables/data_table.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace tst_added_policy {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// Who adds a policy finds it again in the list that they come back to.
class TestAddedPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void added_isTheHighlightedOne_andThePaneShowsIt()
    {
        tests::theme();
        tests::PanelStage stage{40, 0};
        QVERIFY(stage.open());
        auto* panel = new PoliciesPanel(*stage.console);
        stage.show(panel);
        QTRY_COMPARE(panel->model()->rowCount(), 5);
        const auto button = [&](const QString& name) { return tests::find<QPushButton>(panel, name); };
        button(u"policies.add"_s)->click();
        QTest::keyClicks(tests::find<QLineEdit>(panel, u"policy.name"_s), u"Night shift"_s);
        QTRY_VERIFY(button(u"policies.save"_s)->isEnabled());
        button(u"policies.save"_s)->click();
        QTRY_COMPARE(panel->model()->rowCount(), 6);
        button(u"policies.back"_s)->click();
        QVERIFY(!panel->isEditing());
        auto* table = panel->table();
        QTRY_COMPARE(table->selectedRows().size(), 1);
        QCOMPARE(panel->model()->index(table->selectedRows().front(), PoliciesModel::Name).data().toString(), u"Night shift"_s);
        const auto* pane = panel->findChild<PolicyPane*>();
        QTRY_VERIFY(pane->isVisible());
        QCOMPARE(pane->policy().name, std::string("Night shift"));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestAddedPolicy)

} // namespace tst_added_policy
#include "tst_added_policy.moc"
