// Decisions and access review.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "ui/access/access_model.h"
#include "ui/access/access_pane.h"
#include "ui/access/access_panel.h"
#include "ui/decisions/decision_pane.h"
#include "ui/decisions/decisions_model.h"
#include "ui/decisions/decisions_panel.h"
#include "ui/tables/data_table.h"

#include <QTest>

namespace sallyport::tests {

using ui::DecisionPane;
using ui::DecisionsPanel;

void pictureDecisions(Camera& camera)
{
    OpenConsole house(40, 0);
    house.house.decisionLog.count = 9'000;
    if (!house.open())
        throw Missing("the console did not open");
    DecisionsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("decisions", [&] { return panel.model()->rowCount() == 9'000; });
    camera.take(panel, QStringLiteral("decisions-full"));
    panel.activate(QStringLiteral("decision-1"));
    const auto* pane = panel.findChild<DecisionPane*>();
    waitFor("the decision", [&] { return pane->isVisible() && pane->hasDecision() && !pane->decision().trace.empty(); });
    camera.take(panel, QStringLiteral("decisions-pane"));
    house.house.decisionLog.count = 0;
    DecisionsPanel none(house.console);
    none.resize(Camera::small);
    none.show();
    waitFor("the empty list of decisions", [&] { return none.model()->hasAnswer() && none.model()->rowCount() == 0; });
    camera.take(none, QStringLiteral("decisions-empty"));
    house.house.decisionLog.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    DecisionsPanel failed(house.console);
    camera.take(failed, QStringLiteral("decisions-error"));
}

void pictureAccess(Camera& camera)
{
    OpenConsole house(40, 0);
    if (!house.open())
        throw Missing("the console did not open");
    ui::AccessPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("who has what", [&] { return panel.model()->rowCount() == 62; });
    camera.take(panel, QStringLiteral("access-full"));
    panel.table()->setFocus();
    panel.table()->selectRow(3);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    const auto* pane = panel.findChild<ui::AccessPane*>();
    waitFor("the pane", [&] { return pane->isVisible() && pane->hasHeld(); });
    camera.take(panel, QStringLiteral("access-pane"));
    house.house.accessReview.rows.clear();
    ui::AccessPanel none(house.console);
    none.resize(Camera::small);
    none.show();
    waitFor("the empty list", [&] { return none.model()->hasAnswer() && none.model()->rowCount() == 0; });
    camera.take(none, QStringLiteral("access-empty"));
    house.house.accessReview.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    ui::AccessPanel failed(house.console);
    camera.take(failed, QStringLiteral("access-error"));
}

} // namespace sallyport::tests
