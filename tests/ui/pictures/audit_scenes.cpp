// Incidents, alert rules, integrity, history, retention.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "ui/alert_rules/alert_rules_model.h"
#include "ui/alert_rules/alert_rules_panel.h"
#include "ui/history/history_model.h"
#include "ui/history/history_panel.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incidents_model.h"
#include "ui/incidents/incidents_panel.h"
#include "ui/integrity/integrity_panel.h"
#include "ui/retention/retention_panel.h"
#include "ui/tables/data_table.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>

namespace sallyport::tests {

using namespace ui;

namespace {

Error busy()
{
    return makeError(ErrorCode::Unavailable, "busy");
}

void open(OpenConsole& house)
{
    if (!house.open())
        throw Missing("the console did not open");
}

template <typename Panel>
std::unique_ptr<Panel> shown(OpenConsole& house)
{
    auto panel = std::make_unique<Panel>(house.console);
    panel->resize(Camera::small);
    panel->setVisible(true);
    panel->activate({});
    waitFor("its answers", [&] { return house.console.waiting() == 0; });
    return panel;
}

} // namespace

void pictureIncidents(Camera& camera)
{
    OpenConsole house(40, 300);
    open(house);
    auto panel = shown<IncidentsPanel>(house);
    camera.take(*panel, QStringLiteral("incidents-list"));
    for (const auto& [id, name] :
         {std::pair{"in-1", "incidents-new"}, std::pair{"in-5", "incidents-closed"}, std::pair{"in-3", "incidents-full"}}) {
        panel->activate(QLatin1StringView(id));
        waitFor("the incident", [&] { return panel->pane()->isVisible() && house.console.waiting() == 0; });
        if (auto* first = panel->findChild<QCheckBox*>(QStringLiteral("incidents.details.people.0")))
            first->setChecked(true);
        camera.take(*panel, QLatin1StringView(name));
    }
    need<QCheckBox>(*panel, "incidents.details.addresses.0").setChecked(true);
    camera.take(*panel, QStringLiteral("incidents-ticked"));
    need<QPushButton>(*panel, "incidents.details.note").click();
    camera.takeDialog(needDialog("incident_note"), QStringLiteral("incidents-note"));
    needDialog("incident_note").close();
    house.house.incidents.all.clear();
    auto none = shown<IncidentsPanel>(house);
    camera.take(*none, QStringLiteral("incidents-empty"));
    house.house.incidents.failures.failAlways(busy());
    auto failed = shown<IncidentsPanel>(house);
    camera.take(*failed, QStringLiteral("incidents-error"));
}

void pictureAlertRules(Camera& camera)
{
    OpenConsole house(40, 300);
    open(house);
    auto panel = shown<AlertRulesPanel>(house);
    camera.take(*panel, QStringLiteral("alert_rules-list"));
    panel->activate(QStringLiteral("ar-1"));
    waitFor("the rule", [&] { return house.console.waiting() == 0; });
    camera.take(*panel, QStringLiteral("alert_rules-full"));
    house.house.alertRules.rules.clear();
    auto none = shown<AlertRulesPanel>(house);
    camera.take(*none, QStringLiteral("alert_rules-empty"));
    house.house.alertRules.failures.failAlways(busy());
    auto failed = shown<AlertRulesPanel>(house);
    camera.take(*failed, QStringLiteral("alert_rules-error"));
}

void pictureIntegrity(Camera& camera)
{
    OpenConsole house(40, 300);
    open(house);
    const auto show = [&] {
        auto panel = std::make_unique<IntegrityPanel>(house.console, ReportHost::desktop());
        panel->resize(Camera::small);
        panel->show();
        panel->activate({});
        waitFor("its answers", [&] { return house.console.waiting() == 0; });
        return panel;
    };
    auto panel = show();
    camera.take(*panel, QStringLiteral("integrity-full"));
    house.house.evidence.packs.clear();
    house.house.evidence.signedHeads.clear();
    auto none = show();
    camera.take(*none, QStringLiteral("integrity-empty"));
    house.house.evidence.failures.failAlways(busy());
    auto failed = show();
    camera.take(*failed, QStringLiteral("integrity-error"));
}

void pictureHistory(Camera& camera)
{
    OpenConsole house(40, 0);
    open(house);
    auto panel = shown<HistoryPanel>(house);
    camera.take(*panel, QStringLiteral("history-list"));
    panel->activate(QStringLiteral("evt_899"));
    waitFor("the change", [&] { return house.console.waiting() == 0; });
    camera.take(*panel, QStringLiteral("history-full"));
    need<QPushButton>(*panel, "history.who").click();
    camera.takeDialog(needDialog("who_could"), QStringLiteral("history-who"));
    needDialog("who_could").close();
    house.house.history.versions.clear();
    auto none = shown<HistoryPanel>(house);
    camera.take(*none, QStringLiteral("history-empty"));
    house.house.history.failures.failAlways(busy());
    auto failed = shown<HistoryPanel>(house);
    camera.take(*failed, QStringLiteral("history-error"));
}

void pictureRetention(Camera& camera)
{
    OpenConsole house(40, 0);
    open(house);
    auto panel = shown<RetentionPanel>(house);
    camera.take(*panel, QStringLiteral("retention-full"));
    need<QPushButton>(*panel, "retention.change").click();
    QWidget& rules = needDialog("retention_rules");
    waitFor("what goes", [&] { return house.console.waiting() == 0; });
    camera.takeDialog(rules, QStringLiteral("retention-rules"));
    need<QPushButton>(rules, "retention_rules.add").click();
    need<QPushButton>(rules, "retention_rules.save").click();
    camera.takeDialog(rules, QStringLiteral("retention-rules-wrong"));
    rules.close();
    need<QPushButton>(*panel, "retention.place").click();
    camera.takeDialog(needDialog("hold"), QStringLiteral("retention-hold"));
    needDialog("hold").close();
    house.house.retention.state_ = {};
    auto none = shown<RetentionPanel>(house);
    camera.take(*none, QStringLiteral("retention-empty"));
    house.house.retention.failures.failAlways(busy());
    auto failed = shown<RetentionPanel>(house);
    camera.take(*failed, QStringLiteral("retention-error"));
}

} // namespace sallyport::tests
