#include "tests/ui/support/open_console.h"
#include "tests/ui/support/scene_events.h"
#include "ui/coverage/coverage_model.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/events_panel.h"
#include "ui/events/filter_editor.h"
#include "ui/events/filter_line.h"
#include "ui/keys/accounts_model.h"
#include "ui/keys/keys_model.h"
#include "ui/keys/keys_panel.h"
#include "ui/keys/new_key_banner.h"
#include "ui/keys/service_accounts_panel.h"
#include "ui/policy/measure_box.h"
#include "ui/policy/policy_panel.h"
#include "ui/policy/try_password.h"
#include "ui/providers/login_test_dialog.h"
#include "ui/providers/providers_model.h"
#include "ui/providers/providers_panel.h"
#include "ui/reports/chain_card.h"
#include "ui/reports/report_form.h"
#include "ui/reports/reports_panel.h"
#include "ui/sessions/sessions_model.h"
#include "ui/sessions/sessions_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/settings/setting_inputs.h"
#include "ui/shell/language.h"
#include "ui/signing/lab_result.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QTextStream>

using namespace sallyport;
using namespace sallyport::ui;
using namespace std::chrono_literals;

namespace {

constexpr QSize small(1072, 772);   ///< what the shell leaves of 1280x800
constexpr QSize large(1712, 1052);  ///< and of 1920x1080

/// A picture is taken in any case; one that shows the wrong state tells more than none.
template <typename Condition>
void waitFor(Condition condition)
{
    if (!QTest::qWaitFor(condition))
        QTextStream(stderr) << "waited in vain\n";
}

class Camera {
public:
    Camera(QDir folder, QString suffix)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
    {
    }
    /// In both sizes, the small one last: what follows goes on from it.
    void take(QWidget& widget, const QString& name)
    {
        shoot(widget, name + QStringLiteral("-1920"), large);
        shoot(widget, name, small);
    }

    void takeDialog(QWidget& dialog, const QString& name)
    {
        QTest::qWait(100);
        dialog.grab().save(m_folder.filePath(name + m_suffix + QStringLiteral(".png")));
    }

private:
    void shoot(QWidget& widget, const QString& name, QSize size)
    {
        widget.resize(size);
        widget.show();
        // Nobody is at the keyboard unless the picture is about it.
        if (const auto* header = widget.findChild<PageHeader*>(); header && header->isAncestorOf(widget.focusWidget()))
            widget.focusWidget()->clearFocus();
        QTest::qWait(60);
        widget.grab().save(m_folder.filePath(name + m_suffix + QStringLiteral(".png")));
    }

    QDir m_folder;
    QString m_suffix;
};

void pictureEvents(Camera& camera)
{
    tests::OpenConsole open(1284, 100'000);
    open.house.events.emitEvents(tests::sceneEvents(open.house.clock.now()));
    if (!open.open())
        return;
    EventsPanel panel(open.console);
    panel.resize(small);
    panel.show();
    panel.activate(QStringLiteral("since:1h severity:>=notice -path:/healthz"));
    waitFor([&] { return panel.model()->total() > 0 && !panel.histogram()->columns().empty(); });
    const int row = panel.model()->rowOf(panel.model()->eventAt(0)->sequence);
    panel.table()->selectRow(row);
    std::vector<audit::Event> newer(18, tests::refusedEvent(open.house.clock.now()));
    for (audit::Event& event : newer)
        event.time = open.house.clock.now();
    open.house.events.emitEvents(std::move(newer));
    waitFor([&] { return panel.model()->waiting() == 18; });
    const auto& columns = panel.histogram()->columns();
    if (columns.size() > 30)
        panel.histogram()->setSelection(Period{columns[columns.size() * 4 / 5].start, panel.histogram()->period().until});
    camera.take(panel, QStringLiteral("events-full"));
    panel.filterLine()->editor()->setFocus();
    QTest::keyClicks(panel.filterLine()->editor(), QStringLiteral(" us"));
    camera.take(panel, QStringLiteral("events-completion"));
    QTest::keyClick(panel.filterLine()->editor(), Qt::Key_Escape);
    for (const auto& [tab, name] : {std::pair{EventDetails::Fields, "events-fields"}, std::pair{EventDetails::Nearby, "events-nearby"},
                                    std::pair{EventDetails::Raw, "events-raw"}}) {
        panel.details()->findChild<QTabBar*>(QStringLiteral("events.details.tabs"))->setCurrentIndex(tab);
        panel.details()->show();
        camera.take(panel, QLatin1StringView(name));
    }
    panel.filterLine()->setText(QStringLiteral("outcome:nothing"));
    camera.take(panel, QStringLiteral("events-mistake"));
    panel.filterLine()->setText(QStringLiteral("user:\"Nobody\""));
    waitFor([&] { return panel.model()->total() == 0; });
    camera.take(panel, QStringLiteral("events-empty"));
    open.house.events.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    panel.refresh();
    waitFor([&] { return panel.model()->state() == EventModel::State::Failed; });
    camera.take(panel, QStringLiteral("events-error"));
}

void pictureDashboard(Camera& camera)
{
    tests::OpenConsole open(1284, 0);
    open.house.events.emitEvents(tests::sceneEvents(open.house.clock.now()));
    tests::sceneTraffic(open.house);
    if (!open.open())
        return;
    DashboardPanel panel(open.console);
    panel.resize(small);
    panel.show();
    waitFor([&] { return panel.data().failedSignIns > 0; });
    camera.take(panel, QStringLiteral("dashboard-full"));

    tests::OpenConsole quiet(1, 0);
    if (!quiet.open())
        return;
    DashboardPanel empty(quiet.console);
    camera.take(empty, QStringLiteral("dashboard-empty"));
    tests::OpenConsole broken(1, 0);
    if (!broken.open())
        return;
    broken.house.users.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    DashboardPanel failed(broken.console);
    camera.take(failed, QStringLiteral("dashboard-error"));
}

void pictureSessions(Camera& camera)
{
    tests::OpenConsole open(40, 0);
    open.house.sessions.count = 100'000;
    if (!open.open())
        return;
    SessionsPanel panel(open.console);
    panel.resize(small);
    panel.show();
    waitFor([&] { return panel.model()->rowCount() == 100'000; });
    panel.table()->selectRow(2);
    camera.take(panel, QStringLiteral("sessions-full"));
    open.house.sessions.count = 0;
    panel.refresh();
    waitFor([&] { return panel.model()->rowCount() == 0; });
    camera.take(panel, QStringLiteral("sessions-empty"));
    open.house.sessions.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    SessionsPanel failed(open.console);
    camera.take(failed, QStringLiteral("sessions-error"));
}

void pictureCoverage(Camera& camera)
{
    tests::OpenConsole open(1284, 0);
    if (!open.open())
        return;
    CoveragePanel panel(open.console);
    panel.resize(small);
    panel.show();
    waitFor([&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("coverage-full"));
    panel.table()->selectRow(1);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QTest::qWait(300);
    camera.take(panel, QStringLiteral("coverage-pane"));
    open.house.users.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    open.house.mfa.coverageFailures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    CoveragePanel failed(open.console);
    camera.take(failed, QStringLiteral("coverage-error"));
}

/// Opens what the button opens, lets it be looked at, and closes it.
void pictureDialog(ProvidersPanel& panel, Camera& camera, const QString& button, const QString& dialogName, const QString& name)
{
    panel.findChild<QPushButton*>(button)->click();
    waitFor([&] { return panel.findChild<QDialog*>(dialogName) != nullptr; });
    QTest::qWait(300);
    auto* dialog = panel.findChild<QDialog*>(dialogName);
    if (dialog == nullptr)
        return;
    if (auto* test = qobject_cast<LoginTestDialog*>(dialog)) {
        dialog->findChild<QPushButton*>(QStringLiteral("login_test.open"))->click();
        waitFor([&] { return test->test().over; });
        QTest::qWait(100);
    }
    camera.takeDialog(*dialog, name);
    delete dialog;
}

void pictureProviders(Camera& camera)
{
    const BrowserOpener nowhere = [](const QString&) {};
    tests::OpenConsole open(40, 0);
    open.house.events.emitEvents(tests::sceneEvents(open.house.clock.now()));
    if (!open.open())
        return;
    ProvidersPanel panel(open.console, nowhere);
    panel.resize(small);
    panel.show();
    waitFor([&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("providers-full"));
    panel.table()->selectRow(0);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QTest::qWait(300);
    camera.take(panel, QStringLiteral("providers-pane"));
    pictureDialog(panel, camera, QStringLiteral("providers.add"), QStringLiteral("provider"), QStringLiteral("providers-add"));
    pictureDialog(panel, camera, QStringLiteral("providers.details.test"), QStringLiteral("login_test"), QStringLiteral("providers-test"));
    open.house.identityProviders.failTests = true;
    pictureDialog(panel, camera, QStringLiteral("providers.details.test"), QStringLiteral("login_test"), QStringLiteral("providers-test-failed"));
    open.house.identityProviders.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    ProvidersPanel failed(open.console, nowhere);
    camera.take(failed, QStringLiteral("providers-error"));
    tests::OpenConsole quiet(1, 0);
    quiet.house.identityProviders.providers.clear();
    if (!quiet.open())
        return;
    ProvidersPanel empty(quiet.console, nowhere);
    empty.show();
    waitFor([&] { return empty.model()->hasAnswer(); });
    camera.take(empty, QStringLiteral("providers-empty"));
}

void pictureReports(Camera& camera, const QDir& folder)
{
    tests::OpenConsole open(40, 2410);
    if (!open.open())
        return;
    ReportsPanel panel(open.console);
    panel.resize(small);
    panel.show();
    panel.activate({});
    waitFor([&] { return panel.form()->count() >= 0; });
    panel.form()->create(folder.filePath(QStringLiteral("audit-report-2026-11-24.pdf")));
    waitFor([&] { return !panel.form()->isRunning(); });
    panel.chain()->verify();
    waitFor([&] { return !panel.chain()->isRunning(); });
    camera.take(panel, QStringLiteral("reports-full"));
    open.house.events.failures.failAlways(makeError(ErrorCode::DiskFull, "full"));
    panel.form()->setPeriod(PeriodChoice::Custom);
    panel.form()->create(folder.filePath(QStringLiteral("full.pdf")));
    panel.chain()->verify();
    waitFor([&] { return !panel.form()->isRunning() && !panel.chain()->isRunning(); });
    camera.take(panel, QStringLiteral("reports-error"));
    tests::OpenConsole quiet(1, 0);
    if (!quiet.open())
        return;
    ReportsPanel empty(quiet.console);
    empty.activate({});
    camera.take(empty, QStringLiteral("reports-empty"));
}

/// A client that forgot the query string.
identity::LabReport mistakenReport()
{
    using identity::LabOutcome;
    using identity::LabStep;
    identity::LabReport report;
    report.keyPrefix = "spk_7QK3M2XA";
    report.keyName = "Billing export";
    report.canonical = "GET\n/api/users?limit=5\n1795530000\n5f0c2f1e\n";
    report.lines = {{"GET", "GET", false}, {"/api/users?limit=5", "/api/users", true}, {"1795530000", "1795530000", false},
                    {"5f0c2f1e", "5f0c2f1e", false}, {"", "", false}};
    report.checks = {{LabStep::Read, LabOutcome::Passed, {}, {}, {}}, {LabStep::Key, LabOutcome::Passed, {}, {}, {}},
                     {LabStep::Coverage, LabOutcome::Passed, {}, {}, {}},
                     {LabStep::Clock, LabOutcome::Failed, "signature_clock", {}, {"-785", "300"}},
                     {LabStep::Signature, LabOutcome::Failed, "signature_mismatch", {}, {}}, {LabStep::Digest, LabOutcome::NotAsked, {}, {}, {}}};
    report.mistakes = {"no_query"};
    return report;
}

void pictureSignatureLab(Camera& camera)
{
    tests::OpenConsole open(10, 10);
    if (!open.open())
        return;
    SignatureLabPanel panel(open.console);
    panel.resize(small);
    panel.show();
    panel.activate({});
    camera.take(panel, QStringLiteral("signing-empty"));
    open.house.signatureLab.report = mistakenReport();
    panel.activate(QStringLiteral("GET /api/users?limit=5 HTTP/1.1\nHost: 127.0.0.1:8443\nX-API-Key: spk_7QK3M2XA\nX-Timestamp: 1795530000\n"
                                  "X-Nonce: 5f0c2f1e\nX-Signature: 9b1c0f6d3fd8e0b6a0c1c9f9d4f0a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6\n\n"));
    panel.explain();
    waitFor([&] { return panel.result()->isVisible(); });
    camera.take(panel, QStringLiteral("signing-full"));
    open.house.signatureLab.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    panel.explain();
    waitFor([&] { return !panel.result()->isVisible(); });
    camera.take(panel, QStringLiteral("signing-error"));
}

void pictureSettings(Camera& camera)
{
    tests::OpenConsole open(10, 10);
    if (!open.open())
        return;
    open.house.server.set([](ServerStatus& status) { status.state = ServerStatus::State::Running; });
    open.console.refreshServerStatus();
    SettingsPanel panel(open.console);
    panel.resize(small);
    panel.show();
    panel.activate({});
    camera.take(panel, QStringLiteral("settings-full"));
    auto* port = qobject_cast<QLineEdit*>(panel.input("server.port")->editor());
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("70000"));
    camera.take(panel, QStringLiteral("settings-problem"));
    panel.activate(QStringLiteral("rate_limits.auth"));
    QTest::qWait(50);
    camera.take(panel, QStringLiteral("settings-limits"));
    panel.activate(QStringLiteral("vault.name"));
    QTest::qWait(50);
    camera.take(panel, QStringLiteral("settings-vault"));
}

void picturePolicy(Camera& camera)
{
    tests::OpenConsole open(10, 10);
    if (!open.open())
        return;
    PolicyPanel panel(open.console);
    panel.resize(small);
    panel.show();
    camera.take(panel, QStringLiteral("policy-full"));
    auto* typed = panel.findChild<QLineEdit*>(QStringLiteral("policy.try"));
    QTest::keyClicks(typed, QStringLiteral("harbour2026"));
    waitFor([&] { return !panel.tryPassword()->verdict().isEmpty(); });
    panel.findChild<QScrollArea*>(QStringLiteral("policy.page"))->ensureWidgetVisible(panel.tryPassword(), 0, 40);
    camera.take(panel, QStringLiteral("policy-try"));
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("policy.try.generate")), Qt::LeftButton);
    waitFor([&] { return typed->text().size() == 24 && panel.tryPassword()->verdict().contains(QLatin1StringView("accepted")); });
    camera.take(panel, QStringLiteral("policy-generated"));
    panel.measureBox()->measure();
    waitFor([&] { return !panel.measureBox()->isRunning(); });
    QTest::qWait(100);
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("policy.measure.use")), Qt::LeftButton);
    panel.findChild<QScrollArea*>(QStringLiteral("policy.page"))->ensureWidgetVisible(panel.measureBox(), 0, 40);
    camera.take(panel, QStringLiteral("policy-measure"));
    panel.findChild<FilterField*>(QStringLiteral("policy.filter"))->setText(QStringLiteral("zzzz"));
    QTest::qWait(300);
    camera.take(panel, QStringLiteral("policy-nothing"));
}

/// Makes a key as an operator does, and leaves it waiting to be stored.
void makeKey(KeysPanel& panel, Camera& camera, const QString& name)
{
    QTest::keyClick(panel.table(), Qt::Key_N, Qt::ControlModifier);
    waitFor([&] { return panel.findChild<QCheckBox*>(QStringLiteral("key.scopes.records:read")) != nullptr; });
    auto* dialog = panel.findChild<QWidget*>(QStringLiteral("key"));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("key.name")), name);
    auto* owner = dialog->findChild<QComboBox*>(QStringLiteral("key.owner"));
    waitFor([&] { return owner->findText(QStringLiteral("Build runner")) > 0; });
    owner->setCurrentIndex(owner->findText(QStringLiteral("Build runner")));
    waitFor([&] { return !panel.findChild<QCheckBox*>(QStringLiteral("key.scopes.users:delete")); });
    for (const char* scope : {"key.scopes.records:read", "key.scopes.records:create"})
        dialog->findChild<QCheckBox*>(QLatin1StringView(scope))->setChecked(true);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("key.requests")), QStringLiteral("600"));
    camera.takeDialog(*dialog, QStringLiteral("keys-create"));
    waitFor([&] { return dialog->findChild<QPushButton*>(QStringLiteral("key.save"))->isEnabled(); });
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("key.save")), Qt::LeftButton);
    waitFor([&] { return panel.findChild<NewKeyBanner*>() && panel.table()->selectedRows().size() == 1; });
}

void pictureKeys(Camera& camera)
{
    tests::OpenConsole open(40, 200);
    open.house.apiKeys.keys.resize(14);
    std::erase_if(open.house.apiKeys.keys, [](const identity::ApiKey& key) { return key.name == "CI deploy, staging"; });
    if (!open.open())
        return;
    KeysPanel panel(open.console, KeysPanel::desktopChooser());
    panel.resize(small);
    panel.show();
    waitFor([&] { return panel.model()->rowAt(0) != nullptr; });
    makeKey(panel, camera, QStringLiteral("CI deploy, staging"));
    camera.take(panel, QStringLiteral("keys-new"));
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("keys.new.stored")), Qt::LeftButton);
    waitFor([&] { return !panel.findChild<NewKeyBanner*>(); });
    camera.take(panel, QStringLiteral("keys-full"));
    for (const auto& [name, row] : {std::pair{"keys-rotating", "Lab gateway"}, std::pair{"keys-over-scoped", "Research extract"}}) {
        if (const auto at = panel.model()->findRow(open.house.apiKeys.idOf(row))) {
            panel.table()->selectRow(*at);
            QTest::keyClick(panel.table(), Qt::Key_Return);
        }
        QTest::qWait(100);
        camera.take(panel, QLatin1StringView(name));
    }
    QTest::keyClick(panel.table(), Qt::Key_Escape);
    panel.findChild<FilterField*>(QStringLiteral("keys.filter"))->setText(QStringLiteral("zzzz"));
    waitFor([&] { return panel.model()->hasAnswer() && panel.model()->rowCount() == 0; });
    camera.take(panel, QStringLiteral("keys-nothing"));
    open.house.apiKeys.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    panel.model()->reload();
    QTest::qWait(300);
    camera.take(panel, QStringLiteral("keys-error"));

    tests::OpenConsole quiet(1, 0);
    quiet.house.apiKeys.keys.clear();
    if (!quiet.open())
        return;
    KeysPanel empty(quiet.console, KeysPanel::desktopChooser());
    empty.show();
    waitFor([&] { return empty.model()->hasAnswer(); });
    camera.take(empty, QStringLiteral("keys-empty"));
}

void pictureAccounts(Camera& camera)
{
    tests::OpenConsole open(40, 200);
    if (!open.open())
        return;
    ServiceAccountsPanel panel(open.console);
    panel.resize(small);
    panel.show();
    waitFor([&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("accounts-full"));
    panel.table()->selectRow(1);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QTest::qWait(100);
    camera.take(panel, QStringLiteral("accounts-pane"));
    QTest::keyClick(panel.table(), Qt::Key_F2);
    QTest::qWait(200);
    if (auto* dialog = panel.findChild<QWidget*>(QStringLiteral("account")))
        camera.takeDialog(*dialog, QStringLiteral("accounts-edit"));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: ui_panel_pictures FOLDER [en|de|fr]\n";
        return 2;
    }
    const QDir folder(arguments[1]);
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    Theme theme;
    Language language;
    language.set(arguments.value(2, QStringLiteral("en")));
    const QString suffix = arguments.size() > 2 ? QString(u'-' + arguments[2]) : QString();
    for (const auto& [mode, name] : {std::pair{ThemeMode::Light, "-light"}, std::pair{ThemeMode::Dark, "-dark"}}) {
        theme.setMode(mode);
        Camera camera(folder, QLatin1StringView(name) + suffix);
        pictureEvents(camera);
        pictureDashboard(camera);
        pictureSessions(camera);
        pictureCoverage(camera);
        pictureProviders(camera);
        pictureReports(camera, folder);
        pictureSettings(camera);
        picturePolicy(camera);
        pictureSignatureLab(camera);
        pictureKeys(camera);
        pictureAccounts(camera);
    }
    return 0;
}
