// Rate limits, threats and bans.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "ui/bans/ban_pane.h"
#include "ui/bans/bans_model.h"
#include "ui/bans/bans_panel.h"
#include "ui/charts/column_chart.h"
#include "ui/limits/limit_chart.h"
#include "ui/limits/limit_pane.h"
#include "ui/limits/limits_model.h"
#include "ui/limits/limits_panel.h"
#include "ui/tables/data_table.h"
#include "ui/threats/score_ruler.h"
#include "ui/threats/score_table.h"
#include "ui/threats/threat_pane.h"
#include "ui/threats/threats_model.h"
#include "ui/threats/threats_panel.h"
#include "ui/widgets/error_state.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace sallyport::tests {

namespace {

/// Nothing is under way any more.
void settle(OpenConsole& house)
{
    QTest::qWait(250); // what waits for the last key
    waitFor("its answers", [&] { return house.console.waiting() == 0; });
}

} // namespace

void pictureLimits(Camera& camera)
{
    OpenConsole house(40, 0);
    if (!house.open())
        throw Missing("the console did not open");
    ui::LimitsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("the rules", [&] { return panel.model()->rowCount() == 13; });
    camera.take(panel, QStringLiteral("limits-full"));
    panel.activate(QStringLiteral("api_write"));
    waitFor("the rule", [&] { return panel.pane()->isVisible() && panel.chart()->chart()->columns().size() == 24; });
    auto& requests = need<QSpinBox>(panel, "limits.details.requests");
    requests.setFocus();
    requests.setValue(110);
    settle(house);
    camera.take(panel, QStringLiteral("limits-pane"));
    panel.activate(QStringLiteral("address"));
    settle(house);
    camera.take(panel, QStringLiteral("limits-pane-address"));
    panel.activate(QStringLiteral("01JRATERVLE000000000000004"));
    settle(house);
    camera.take(panel, QStringLiteral("limits-pane-own"));
    need<QPushButton>(panel, "limits.add").click();
    camera.takeDialog(needDialog("rate_rule"), QStringLiteral("limits-add"));
    needDialog("rate_rule").close();
    need<QPushButton>(panel, "limits.exempt").click();
    settle(house);
    camera.takeDialog(needDialog("exempt"), QStringLiteral("limits-exempt"));
    needDialog("exempt").close();
    house.house.rateLimits.quiet = true;
    ui::LimitsPanel quiet(house.console);
    quiet.resize(Camera::small);
    quiet.show();
    quiet.activate(QStringLiteral("api_write"));
    waitFor("the quiet rule", [&] { return quiet.pane()->isVisible(); });
    settle(house);
    camera.take(quiet, QStringLiteral("limits-quiet"));
    house.house.rateLimits.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    ui::LimitsPanel failed(house.console);
    camera.take(failed, QStringLiteral("limits-error"));
}

void pictureThreats(Camera& camera)
{
    OpenConsole house(40, 0);
    if (!house.open())
        throw Missing("the console did not open");
    ui::ThreatsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("the scores", [&] { return panel.model()->rowCount() == 7; });
    settle(house);
    camera.take(panel, QStringLiteral("threats-full"));
    panel.activate(QStringLiteral("2001:db8:77::/64"));
    waitFor("the address", [&] { return panel.pane()->isVisible() && panel.pane()->chart()->columns().size() >= 15; });
    panel.table()->ruler()->setValue(70);
    settle(house);
    camera.take(panel, QStringLiteral("threats-pane"));
    need<QPushButton>(panel, "threats.weights").click();
    camera.takeDialog(needDialog("weights"), QStringLiteral("threats-weights"));
    need<QAbstractButton>(needDialog("weights"), "weights.parts.bans").click();
    camera.takeDialog(needDialog("weights"), QStringLiteral("threats-weights-bans"));
    need<QAbstractButton>(needDialog("weights"), "weights.parts.slow_down").click();
    camera.takeDialog(needDialog("weights"), QStringLiteral("threats-weights-slow"));
    needDialog("weights").close();
    house.house.threats.rows.clear();
    house.house.addressRules.rules.clear();
    ui::ThreatsPanel none(house.console);
    none.resize(Camera::small);
    none.show();
    settle(house);
    camera.take(none, QStringLiteral("threats-empty"));
    house.house.threats.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    ui::ThreatsPanel failed(house.console);
    camera.take(failed, QStringLiteral("threats-error"));
}

void pictureBans(Camera& camera)
{
    OpenConsole house(40, 0);
    if (!house.open())
        throw Missing("the console did not open");
    ui::BansPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("the bans", [&] { return panel.model()->rowCount() == 16; });
    camera.take(panel, QStringLiteral("bans-full"));
    panel.table()->setFocus();
    panel.table()->selectRow(3);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    const auto* pane = panel.findChild<ui::BanPane*>();
    waitFor("the rule", [&] { return pane->isVisible() && pane->hasRule(); });
    settle(house);
    camera.take(panel, QStringLiteral("bans-pane"));
    QTest::keyClick(panel.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(panel.table(), Qt::Key_Down, Qt::ShiftModifier);
    camera.take(panel, QStringLiteral("bans-several"));
    need<QPushButton>(panel, "bans.add").click();
    camera.takeDialog(needDialog("address_rule"), QStringLiteral("bans-add"));
    needDialog("address_rule").close();
    need<QPushButton>(panel, "bans.import").click();
    need<QPlainTextEdit>(needDialog("import_list"), "import_list.text")
        .setPlainText(QStringLiteral("# a friend's list\n192.0.2.200\n192.0.2.0/28 # scans\nnothing at all\n"));
    QTest::qWait(400);
    settle(house);
    camera.takeDialog(needDialog("import_list"), QStringLiteral("bans-import"));
    needDialog("import_list").close();
    house.house.addressRules.rules.clear();
    ui::BansPanel none(house.console);
    none.resize(Camera::small);
    none.show();
    waitFor("the empty list", [&] { return none.model()->hasAnswer() && none.model()->rowCount() == 0; });
    camera.take(none, QStringLiteral("bans-empty"));
    house.house.addressRules.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    ui::BansPanel failed(house.console);
    camera.take(failed, QStringLiteral("bans-error"));
}

} // namespace sallyport::tests
