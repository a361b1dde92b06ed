// Dashboard, live events, reports, settings.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/scene_events.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/events_panel.h"
#include "ui/events/filter_editor.h"
#include "ui/events/filter_line.h"
#include "ui/reports/chain_card.h"
#include "ui/reports/report_form.h"
#include "ui/reports/reports_panel.h"
#include "ui/settings/import_certificate_dialog.h"
#include "ui/settings/passphrase_dialog.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_panel.h"

#include <QLineEdit>
#include <QTabBar>

namespace sallyport::tests {

using namespace ui;

namespace {

void open(OpenConsole& house)
{
    if (!house.open())
        throw Missing("the console did not open");
}

void takeTabs(Camera& camera, EventsPanel& panel)
{
    for (const auto& [tab, name] :
         {std::pair{EventDetails::Fields, "events-fields"}, std::pair{EventDetails::Nearby, "events-nearby"},
          std::pair{EventDetails::Raw, "events-raw"}}) {
        need<QTabBar>(*panel.details(), "events.details.tabs").setCurrentIndex(tab);
        panel.details()->show();
        camera.take(panel, QLatin1StringView(name));
    }
}

} // namespace

void pictureEvents(Camera& camera)
{
    OpenConsole house(1284, 100'000);
    house.house.events.emitEvents(sceneEvents(house.house.clock.now()));
    open(house);
    EventsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    panel.activate(QStringLiteral("since:1h severity:>=notice -path:/healthz"));
    waitFor("events and their histogram", [&] { return panel.model()->total() > 0 && !panel.histogram()->columns().empty(); });
    const int row = panel.model()->rowOf(panel.model()->eventAt(0)->sequence);
    panel.table()->selectRow(row);
    std::vector<audit::Event> newer(18, refusedEvent(house.house.clock.now()));
    for (audit::Event& event : newer)
        event.time = house.house.clock.now();
    house.house.events.emitEvents(std::move(newer));
    waitFor("the newer events", [&] { return panel.model()->waiting() == 18; });
    const auto& columns = panel.histogram()->columns();
    if (columns.size() > 30)
        panel.histogram()->setSelection(Period{columns[columns.size() * 4 / 5].start, panel.histogram()->period().until});
    camera.take(panel, QStringLiteral("events-full"));
    panel.filterLine()->editor()->setFocus();
    QTest::keyClicks(panel.filterLine()->editor(), QStringLiteral(" us"));
    camera.take(panel, QStringLiteral("events-completion"));
    QTest::keyClick(panel.filterLine()->editor(), Qt::Key_Escape);
    takeTabs(camera, panel);
    panel.filterLine()->setText(QStringLiteral("outcome:nothing"));
    camera.take(panel, QStringLiteral("events-mistake"));
    panel.filterLine()->setText(QStringLiteral("user:\"Nobody\""));
    waitFor("the empty list of events", [&] { return panel.model()->total() == 0; });
    camera.take(panel, QStringLiteral("events-empty"));
    house.house.events.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    panel.refresh();
    waitFor("the events' error", [&] { return panel.model()->state() == EventModel::State::Failed; });
    camera.take(panel, QStringLiteral("events-error"));
}

void pictureDashboard(Camera& camera)
{
    OpenConsole house(1284, 0);
    house.house.events.emitEvents(sceneEvents(house.house.clock.now()));
    sceneTraffic(house.house);
    open(house);
    DashboardPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("the dashboard's figures", [&] { return panel.data().failedSignIns > 0; });
    camera.take(panel, QStringLiteral("dashboard-full"));

    OpenConsole quiet(1, 0);
    quiet.house.apiKeys.keys.clear();
    open(quiet);
    DashboardPanel empty(quiet.console);
    camera.take(empty, QStringLiteral("dashboard-empty"));
    OpenConsole broken(1, 0);
    open(broken);
    broken.house.users.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    DashboardPanel failed(broken.console);
    camera.take(failed, QStringLiteral("dashboard-error"));
}

void pictureReports(Camera& camera)
{
    OpenConsole house(40, 2410);
    open(house);
    ReportsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    panel.activate({});
    waitFor("the report's count", [&] { return panel.form()->count() >= 0; });
    panel.form()->create(camera.pathOf(QStringLiteral("audit-report-2026-11-24.pdf")));
    waitFor("the report", [&] { return !panel.form()->isRunning(); });
    panel.chain()->verify();
    waitFor("the chain's verification", [&] { return !panel.chain()->isRunning(); });
    camera.take(panel, QStringLiteral("reports-full"));
    house.house.events.failures.failAlways(makeError(ErrorCode::DiskFull, "full"));
    panel.form()->setPeriod(PeriodChoice::Custom);
    panel.form()->create(camera.pathOf(QStringLiteral("full.pdf")));
    panel.chain()->verify();
    waitFor("the failed report", [&] { return !panel.form()->isRunning() && !panel.chain()->isRunning(); });
    camera.take(panel, QStringLiteral("reports-error"));
    OpenConsole quiet(1, 0);
    open(quiet);
    ReportsPanel empty(quiet.console);
    empty.activate({});
    camera.take(empty, QStringLiteral("reports-empty"));
}

void pictureSettings(Camera& camera)
{
    OpenConsole house(10, 10);
    open(house);
    house.house.server.set([](ServerStatus& status) { status.state = ServerStatus::State::Running; });
    house.console.refreshServerStatus();
    SettingsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    panel.activate({});
    camera.take(panel, QStringLiteral("settings-full"));
    auto* port = qobject_cast<QLineEdit*>(panel.input("server.port")->editor());
    if (port == nullptr)
        throw Missing("there is no field for the port");
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("70000"));
    camera.take(panel, QStringLiteral("settings-problem"));
    for (const auto& [setting, name] :
         {std::pair{"rate_limits.auth", "settings-limits"}, std::pair{"mfa.required_roles", "settings-factors"},
          std::pair{"vault.name", "settings-vault"}}) {
        panel.activate(QLatin1StringView(setting));
        QTest::qWait(50);
        camera.take(panel, QLatin1StringView(name));
    }
    auto* import = new ImportCertificateDialog(house.console, &panel);
    import->open();
    camera.takeDialog(*import, QStringLiteral("settings-import-certificate"));
    delete import;
    auto& certificates = house.house.certificateImports;
    BroughtCertificate brought;
    brought.key = SecretBytes::fromText("PRIVATE KEY");
    if (!certificates.importCertificate(house.house.administrator(), std::move(brought)))
        throw Missing("the certificate was not taken");
    panel.refresh();
    panel.activate(QStringLiteral("server.certificate"));
    QTest::qWait(100);
    camera.take(panel, QStringLiteral("settings-certificate"));
    auto* passphrase = new PassphraseDialog(house.console, &panel);
    passphrase->open();
    camera.takeDialog(*passphrase, QStringLiteral("settings-passphrase"));
    delete passphrase;
}

} // namespace sallyport::tests
