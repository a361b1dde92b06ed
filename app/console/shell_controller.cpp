#include "app/console/shell_controller.h"

#include "app/console/panel_registry.h"
#include "backend/alerts/incidents.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/ip_address.h"
#include "ui/console/panel.h"
#include "ui/console/permit.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/dashboard/needs.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/mfa/own_factor_dialog.h"
#include "ui/notices/notices_dialog.h"
#include "ui/parts/own_password_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/duty_text.h"
#include "ui/words/user_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace sallyport::app {

using namespace Qt::StringLiterals;

namespace {

const QString startsAfterUnlock = u"server_starts_after_unlock"_s;
const QString lastPanel = u"last_panel"_s;
const QString foldedGroups = u"navigation.folded"_s;
const QString dashboardPanel = u"dashboard"_s;

ui::ServerState stateOf(ServerStatus::State state)
{
    switch (state) {
    case ServerStatus::State::Stopped: return ui::ServerState::Stopped;
    case ServerStatus::State::Starting: return ui::ServerState::Starting;
    case ServerStatus::State::Running: return ui::ServerState::Running;
    case ServerStatus::State::Stopping: return ui::ServerState::Stopping;
    case ServerStatus::State::Failed: return ui::ServerState::Failed;
    }
    return ui::ServerState::Stopped;
}

bool isLoopback(const QString& address)
{
    const auto parsed = IpAddress::parse(address.toStdString());
    return parsed ? parsed->isLoopback() : address == u"localhost";
}

} // namespace

ShellController::ShellController(AppContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_changes(context, nullptr),
      m_incidents(
          context, [this](const QString& id) { navigate(u"incidents"_s, id); }, nullptr)
{
    auto& window = context.window;
    auto& console = context.console;
    connect(&console, &ui::Console::serverStatusChanged, this, &ShellController::showState);
    connect(&console, &ui::Console::serverStatusChanged, this, &ShellController::showNeedsCount);
    connect(&console, &ui::Console::operatorChanged, this, &ShellController::showState);
    connect(&console, &ui::Console::unlocked, this, &ShellController::showState);
    connect(&console, &ui::Console::locked, this, &ShellController::showState);
    connect(&console, &ui::Console::settingsChanged, this, &ShellController::showState);
    connect(&console, &ui::Console::serverCommandFailed, this, &ShellController::sayServerFailure);
    connect(&window, &ui::MainWindow::noticesRequested, this, &ShellController::showNotices);
    connect(&window, &ui::MainWindow::ownPasswordRequested, this, &ShellController::changeOwnPassword);
    connect(&window, &ui::MainWindow::ownFactorRequested, this, &ShellController::changeOwnFactor);
    connect(&console, &ui::Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) {
        // What tells the operator something stands in the journal as about them, or as done to their keys.
        const auto& own = m_context.console.actor().id.text();
        if (std::ranges::any_of(
                events, [&](const audit::Event& event) { return event.object.id == own || event.object.kind == "api_key"; }))
            readNotices();
        if (std::ranges::any_of(events, [](const audit::Event& event) { return event.kind.starts_with("incident."); }))
            countIncidents();
        if (std::ranges::any_of(events, [](const audit::Event& event) { return event.kind == audit::kind::auditDamaged; })) {
            m_journalDamaged = true;
            showState();
        }
        if (std::ranges::any_of(events, [](const audit::Event& event) { return event.kind == audit::kind::damageAccepted; })) {
            m_journalDamaged = false;
            readDamage();
        }
    });
    connect(&window, &ui::MainWindow::verifyRequested, this, [this] { navigate(u"reports"_s, {}); });
    connect(&window, &ui::MainWindow::upkeepRequested, this, [this] { navigate(u"events"_s, u"kind:upkeep."_s); });
    connect(&window, &ui::MainWindow::clockTrusted, this, &ShellController::trustClock);
    connect(&window, &ui::MainWindow::startServerRequested, this, &ShellController::startServer);
    connect(&window, &ui::MainWindow::stopServerRequested, this, &ShellController::stopServer);
    connect(&window, &ui::MainWindow::copyRequested, this, [&window](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        window.toast()->say(ui::Tone::Success, tr("Copied"));
    });
    connect(&window, &ui::MainWindow::refreshRequested, this, [&window] {
        if (auto* panel = qobject_cast<ui::Panel*>(window.panel(window.currentPanel())))
            panel->refresh();
    });
    connect(&window, &ui::MainWindow::panelCreated, this, [this](const QString& id, QWidget* widget) {
        if (auto* panel = qobject_cast<ui::Panel*>(widget))
            connectPanel(id, panel);
    });
    connect(&window, &ui::MainWindow::foldedChanged, this,
            [this](const QStringList& groups) { m_context.preferences.setValue(foldedGroups, groups.join(u',')); });
    window.setFolded(context.preferences.value(foldedGroups).split(u',', Qt::SkipEmptyParts));
    connect(&window, &ui::MainWindow::panelChanged, this, [this, &window](const QString& id) {
        m_context.preferences.setValue(lastPanel, id);
        if (auto* panel = qobject_cast<ui::Panel*>(window.panel(id)))
            panel->activate({});
    });
}

void ShellController::stopServer()
{
    ui::Confirmation words;
    words.title = tr("Stop the server?");
    words.text = tr("Programs and people get no answers until it is started again, and open event streams end. The vault stays "
                    "open.");
    words.verb = tr("Stop server");
    words.danger = true;
    ui::askConfirmation(&m_context.window, u"server.stop"_s, words, [this] { m_context.console.stopServer(); });
}

void ShellController::connectPanel(const QString& id, ui::Panel* panel)
{
    connect(panel, &ui::Panel::navigate, this, &ShellController::navigate);
    // The window may live longer than this: a panel counts while the console closes.
    auto* window = &m_context.window;
    const auto* dashboard = qobject_cast<ui::DashboardPanel*>(panel);
    connect(panel, &ui::Panel::countChanged, window, [window, id, dashboard](int count) {
        window->setPanelCount(id, count, dashboard ? dashboard->countedElsewhere() : 0);
    });
}

void ShellController::navigate(const QString& id, const QString& argument)
{
    if (id == u"notices")
        return showNotices();
    m_context.window.showPanel(id);
    if (auto* panel = qobject_cast<ui::Panel*>(m_context.window.panel(id)); panel && !argument.isEmpty())
        panel->activate(argument);
}

void ShellController::showLocked(const VaultInfo& vault)
{
    m_lockedVault = vault;
    showState();
}

void ShellController::showState()
{
    const auto& console = m_context.console;
    ui::ShellState state;
    state.demo = m_context.demo;
    state.locked = console.state() == ui::Console::State::Locked;
    if (state.locked) {
        state.vaultName = QString::fromStdString(m_lockedVault.name);
        state.url = QString::fromStdString(m_lockedVault.url);
        state.fingerprint = QString::fromStdString(m_lockedVault.fingerprint);
        if (m_lockedVault.exists && m_context.preferences.value(startsAfterUnlock, u"1"_s) == u"1")
            state.serverNote = tr("starts after unlock");
    } else {
        const auto& status = console.serverStatus();
        state.vaultName = console.vaultName();
        state.server = stateOf(status.state);
        state.url = QString::fromStdString(status.url);
        state.fingerprint = QString::fromStdString(status.fingerprint);
        state.requestsPerSecond = status.requestsPerSecond;
        if (status.state == ServerStatus::State::Failed)
            state.serverNote = ui::errorText(Error(status.problemCode, {})).what;
        m_context.preferences.setValue(startsAfterUnlock, console.settings()->serverStartWithConsole ? u"1"_s : u"0"_s);
    }
    if (console.state() == ui::Console::State::SignedIn) {
        state.operatorName = QString::fromStdString(console.actor().name);
        const QString roles = ui::rolesText(console.actor().roles);
        state.operatorRole = QLocale().language() == QLocale::German ? roles : roles.toLower(); // its nouns stay capital
        state.unreadNotices = m_unreadNotices;
        state.journalDamaged = m_journalDamaged;
        for (const audit::DutyState& duty : console.failingUpkeep())
            state.failingUpkeep << ui::dutyProblem(duty);
        state.clockWaits = std::ranges::any_of(console.failingUpkeep(), [&](const audit::DutyState& duty) {
            return duty.duty == audit::Duty::Clock && console.may(access::Permission::SettingsUpdate);
        });
        state.serverRefusal = ui::lacks(console, access::Permission::ServerControl);
    }
    if (state != m_context.window.state())
        m_context.window.setState(state);
}

void ShellController::rebuild()
{
    auto& window = m_context.window;
    QString before = window.currentPanel();
    if (before.isEmpty())
        before = m_context.preferences.value(lastPanel);
    window.clearPanels();
    registerPanels(m_context);
    window.showPanels();
    if (!before.isEmpty())
        window.showPanel(before);
    for (const PanelInfo& panel : panels()) // the first one that is there
        if (window.currentPanel().isEmpty())
            window.showPanel(panel.id);
    showState();
    countIncidents();
    countNeeds();
}

void ShellController::enter()
{
    m_context.window.clearPanels();
    rebuild();
    readNotices();
    readDamage();
    m_changes.look();
    const auto& status = m_context.console.serverStatus();
    if (m_context.console.settings()->serverStartWithConsole && status.state != ServerStatus::State::Running &&
        m_context.console.may(access::Permission::ServerControl))
        startServer();
}

void ShellController::readNotices()
{
    m_context.console.run(
        this, [](Services& services, const access::Actor& actor) { return services.notices.unread(actor); },
        [this](const Result<std::int64_t>& unread) {
            if (!unread)
                return;
            m_unreadNotices = static_cast<int>(*unread);
            showState();
        });
}

void ShellController::readDamage()
{
    m_context.console.run(
        this, [](Services& services, const access::Actor&) -> Result<bool> { return services.events.damage().has_value(); },
        [this](const Result<bool>& damaged) {
            m_journalDamaged = m_journalDamaged || (damaged && *damaged);
            showState();
        });
}

void ShellController::countIncidents()
{
    if (!ui::mayOpenPanel(m_context.console, u"incidents"_s))
        return;
    m_context.console.run(
        this, [](Services& services, const access::Actor& actor) { return services.incidents.counts(actor); },
        [this](const Result<alerts::IncidentCounts>& counts) {
            if (counts)
                m_context.window.setPanelCount(u"incidents"_s, static_cast<int>(counts->open + counts->acknowledged));
        });
}

void ShellController::countNeeds()
{
    m_dashboard.reset();
    if (!ui::mayOpenPanel(m_context.console, dashboardPanel) || m_context.window.panel(dashboardPanel))
        return;
    m_context.console.run(
        this, [](Services& services, const access::Actor& actor) { return ui::readDashboard(services, actor); },
        [this](Result<ui::DashboardData> data) {
            if (!data)
                return;
            m_dashboard = std::move(*data);
            showNeedsCount();
        });
}

/// Some of them are of the server, which starts and stops meanwhile.
void ShellController::showNeedsCount()
{
    if (m_context.window.panel(dashboardPanel) || m_context.console.state() != ui::Console::State::SignedIn)
        m_dashboard.reset(); // the panel counts them itself, or nobody is there to be told
    if (!m_dashboard)
        return;
    const auto needs = ui::needsFor(m_context.console, *m_dashboard, m_dashboard->readAt);
    m_context.window.setPanelCount(dashboardPanel, static_cast<int>(needs.size()), ui::countedElsewhere(needs));
}

void ShellController::trustClock()
{
    m_context.console.run(
        this,
        [](Services& services, const access::Actor& actor) -> Result<bool> {
            SALLYPORT_TRY(services.events.trustClock(actor));
            return true;
        },
        [this](const Result<bool>& done) {
            if (!done)
                return sayServerFailure(done.error());
            m_context.window.toast()->say(ui::Tone::Success, tr("What has expired is deleted again"));
            m_context.console.refreshServerStatus();
        });
}

void ShellController::showNotices()
{
    auto* dialog = new ui::NoticesDialog(m_context.console, &m_context.window);
    connect(dialog, &ui::NoticesDialog::changed, this, [this] {
        readNotices();
        if (auto* panel = qobject_cast<ui::Panel*>(m_context.window.panel(m_context.window.currentPanel())))
            panel->refresh();
    });
    dialog->open();
}

void ShellController::changeOwnPassword()
{
    auto* dialog = new ui::OwnPasswordDialog(m_context.console, &m_context.window);
    connect(dialog, &ui::OwnPasswordDialog::changed, this,
            [this] { m_context.window.toast()->say(ui::Tone::Success, tr("Your password is changed")); });
    dialog->open();
}

void ShellController::changeOwnFactor()
{
    auto& console = m_context.console;
    console.run(
        this, [](Services& services, const access::Actor& actor) { return services.users.read(actor, actor.id); },
        [this, &console](const Result<identity::User>& self) {
            if (!self)
                return sayServerFailure(self.error());
            if (!self->mfaEnabled) {
                auto* dialog =
                    new ui::MfaDialog(console, self->id, ui::text(self->name), ui::text(self->email), &m_context.window);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                return dialog->open();
            }
            auto* dialog = new ui::OwnFactorDialog(console, *self, &m_context.window);
            connect(dialog, &ui::OwnFactorDialog::turnedOff, this,
                    [this] { m_context.window.toast()->say(ui::Tone::Success, tr("Your second factor is off")); });
            dialog->open();
        });
}

void ShellController::leave()
{
    m_unreadNotices = 0;
    m_journalDamaged = false;
    m_dashboard.reset();
    m_changes.forget();
    m_context.window.clearPanels();
}

void ShellController::startServer()
{
    const auto address = QString::fromStdString(m_context.console.settings()->serverAddress);
    if (isLoopback(address) || m_context.preferences.value(PublicAddressKey) == address)
        return m_context.console.startServer();
    askPublic(address);
}

void ShellController::askPublic(const QString& address)
{
    ui::Confirmation words;
    words.title = tr("Open the server to the network?");
    words.text = tr("It listens on %1: other machines will reach it, not only this one. The address stands in "
                    "Settings.")
                     .arg(address);
    words.verb = tr("Open and start");
    ui::askConfirmation(&m_context.window, u"public_bind"_s, words, [this, address] {
        m_context.preferences.setValue(PublicAddressKey, address);
        m_context.console.startServer();
    });
}

void ShellController::sayServerFailure(const Error& error)
{
    m_context.window.toast()->say(ui::Tone::Danger, ui::errorLine(error));
}

} // namespace sallyport::app
