#include "app/console/app_controller.h"

#include "app/console/appearance.h"
#include "app/console/demo/demo_flow.h"
#include "app/console/first_run_flow.h"
#include "app/console/palette_search.h"
#include "app/console/shell_controller.h"
#include "app/console/tray_watch.h"
#include "app/console/unlock_flow.h"
#include "ui/guide/guide.h"
#include "ui/guide/guide_dialog.h"
#include "ui/shell/auto_lock.h"
#include "ui/shell/shell_menus.h"
#include "ui/translations/translations.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMenu>

namespace sallyport::app {

using namespace Qt::StringLiterals;

QString productVersion()
{
    return u"Sallyport "_s + QCoreApplication::applicationVersion().section(u'.', 0, 1);
}

AppController::AppController(Options options, const Platform& platform, QObject* parent)
    : QObject(parent), m_options(std::move(options)),
      m_preferences(m_options.demo ? std::filesystem::path() : m_options.dataDirectory),
      m_context{m_console, m_window, m_language, m_theme, m_preferences, platform, m_options.dataDirectory, m_options.demo, {}},
      m_shell(new ShellController(m_context, this)), m_unlock(new UnlockFlow(m_context, this)),
      m_firstRun(new FirstRunFlow(m_context, this)), m_autoLock(new ui::AutoLock(this))
{
    ui::initTranslations();
    new Appearance(m_context, this);
    if (m_options.demo) {
        m_demo = new DemoFlow(m_context, this);
        connect(m_demo, &DemoFlow::signedIn, this, &AppController::signedIn);
    }
    connectWindow();
    new PaletteSearch(
        m_context, [this](const QString& panel, const QString& argument) { m_shell->navigate(panel, argument); },
        [this](const QString& page) { showHelp(page); }, this);
    new TrayWatch(
        m_context, std::make_unique<ui::SystemTray>(),
        [this](const QString& panel, const QString& argument) { m_shell->navigate(panel, argument); }, this);
    connect(m_unlock, &UnlockFlow::signedIn, this, &AppController::signedIn);
    connect(m_firstRun, &FirstRunFlow::signedIn, this, &AppController::signedIn);
    connect(m_unlock, &UnlockFlow::otherVaultRequested, this, &AppController::chooseOtherVault);
    connect(m_firstRun, &FirstRunFlow::otherVaultRequested, this, &AppController::chooseOtherVault);
    connect(&m_console, &ui::Console::permissionsChanged, this, [this] {
        const QStringList lost = lostWork();
        closeDialogs();
        m_shell->rebuild();
        if (!lost.isEmpty())
            m_window.toast()->say(ui::Tone::Warning,
                                  tr("What you may do has changed. Not saved and gone: %1").arg(lost.join(u", "_s)));
    });
    connect(&m_console, &ui::Console::sessionEnded, this, &AppController::sessionEnded);
    connect(&m_console, &ui::Console::locked, this, &AppController::locked);
    connect(&m_console, &ui::Console::closed, this, &AppController::closed);
    const auto autoLock = [this] { m_autoLock->setTimeout(m_console.settings()->consoleAutoLock); };
    connect(&m_console, &ui::Console::unlocked, this, autoLock);
    connect(&m_console, &ui::Console::settingsChanged, this, autoLock);
    connect(m_autoLock, &ui::AutoLock::timedOut, &m_console, &ui::Console::lock);
}

AppController::~AppController()
{
    m_console.disconnect();
    m_window.disconnect();
    closeDialogs();
    m_window.clearPanels();
}

void AppController::connectWindow()
{
    m_window.setVaultMenu([this](QMenu* menu) { fillVaultMenu(menu); });
    connect(&m_window, &ui::MainWindow::lockRequested, this, [this] {
        m_discarded = true; // the window has asked
        m_console.lock();
    });
    connect(&m_window, &ui::MainWindow::signOutRequested, this, &AppController::signOut);
    connect(&m_window, &ui::MainWindow::helpRequested, this, [this] { showHelp(ui::guidePageOf(m_window.currentPanel())); });
    connect(&m_window, &ui::MainWindow::closing, this, &AppController::quit);
    const auto geometry = QByteArray::fromBase64(m_preferences.value(u"window"_s).toLatin1());
    if (!geometry.isEmpty())
        m_window.restoreGeometry(geometry);
}

void AppController::showHelp(const QString& page)
{
    auto* dialog = new ui::GuideDialog(&m_window);
    dialog->showPage(page);
    dialog->open();
}

void AppController::start()
{
    m_window.show();
    if (m_demo)
        m_demo->begin();
    else
        lookAtVault();
}

void AppController::lookAtVault()
{
    m_console.runAside(
        this, [directory = m_context.dataDirectory] { return inspectVault(directory); },
        [this](const Result<VaultInfo>& vault) { showGate(vault); });
}

void AppController::showGate(const Result<VaultInfo>& found)
{
    VaultInfo vault;
    if (found)
        vault = *found;
    else
        vault.exists = true; // something is there and cannot be read: never a reason to make a new one over it
    m_shell->showLocked(vault);
    if (!vault.exists && !m_options.locked)
        return m_firstRun->begin();
    m_unlock->begin(vault);
    if (!found)
        m_window.toast()->say(ui::Tone::Danger, ui::errorLine(found.error()));
    else if (!vault.exists)
        m_window.toast()->say(ui::Tone::Warning,
                              tr("There is no vault in %1").arg(QString::fromStdString(m_context.dataDirectory.string())));
}

void AppController::signedIn()
{
    m_autoLock->setArmed(true);
    m_unlock->setLost({});
    m_shell->enter();
    if (m_demo)
        m_demo->entered();
}

void AppController::signOut()
{
    if (m_console.state() != ui::Console::State::SignedIn)
        return;
    if (m_demo) {
        m_discarded = true;
        return m_console.lock(); // its one operator has no password that anybody knows
    }
    m_console.signOut();
    m_shell->leave();
    m_unlock->askWhoIsThere();
}

void AppController::sessionEnded()
{
    if (m_demo)
        return m_console.lock();
    m_unlock->setLost(lostWork());
    closeDialogs();
    m_shell->leave();
    m_unlock->askWhoIsThere(true);
}

void AppController::locked()
{
    m_closing = true;
    m_autoLock->setArmed(false);
    const QStringList lost = lostWork();
    m_unlock->setLost(std::exchange(m_discarded, false) ? QStringList() : lost);
    if (m_demo)
        m_demo->left();
    m_shell->leave();
    closeDialogs();
    if (!m_quitting)
        lookAtVault();
}

/// Where something wasn't saved, by the panels' names: what it was is not for everybody who sees the unlock screen.
QStringList AppController::lostWork() const
{
    QStringList places;
    for (const ui::UnsavedPart& part : m_window.unsavedWork())
        if (!part.panel.isEmpty() && !places.contains(part.panel))
            places << part.panel;
    return places;
}

void AppController::closeDialogs()
{
    // Dialogs show data too.
    const auto dialogs = m_window.findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly);
    for (auto* dialog : dialogs)
        delete dialog;
}

void AppController::closed()
{
    m_closing = false;
    if (m_quitting)
        Q_EMIT finished();
}

void AppController::quit()
{
    if (m_quitting)
        return;
    m_quitting = true;
    m_preferences.setValue(u"window"_s, QString::fromLatin1(m_window.saveGeometry().toBase64()));
    m_window.hide();
    if (m_demo)
        m_demo->left();
    if (m_console.state() != ui::Console::State::Locked)
        m_console.lock();
    else if (!m_closing)
        Q_EMIT finished();
}

void AppController::chooseOtherVault()
{
    auto* dialog = new QFileDialog(&m_window, tr("Open a vault’s folder"),
                                   QString::fromStdString(m_context.dataDirectory.parent_path().string()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_context.dataDirectory = folder.toStdString();
        m_preferences = Preferences(m_context.dataDirectory);
        m_options.locked = true; // a folder without a vault is a mistake, not a wish for a new one
        lookAtVault();
    });
    dialog->open();
}

void AppController::fillVaultMenu(QMenu* menu)
{
    ui::addThemeMenu(menu, &m_theme);
    ui::addLanguageMenu(menu, &m_language);
    menu->addSeparator();
    connect(menu->addAction(tr("Keyboard and help") + u"\tF1"_s), &QAction::triggered, &m_window, &ui::MainWindow::helpRequested);
    connect(menu->addAction(tr("Quit")), &QAction::triggered, &m_window, &QWidget::close);
}

} // namespace sallyport::app
