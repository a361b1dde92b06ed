#pragma once

#include "app/console/app_context.h"
#include "app/console/options.h"

#include <memory>

namespace sallyport::ui {
class AutoLock;
}

namespace sallyport::app {

class DemoFlow;
class FirstRunFlow;
class ShellController;
class UnlockFlow;

/// The console program, without main(): owns window, console and flows, and moves between locked, signed out and
/// signed in. Made once; tests make it with a platform of their own.
class AppController final : public QObject {
    Q_OBJECT

public:
    AppController(Options options, const Platform& platform, QObject* parent = nullptr);
    ~AppController() override;

    /// Looks at the data directory and puts up the wizard, the unlock screen or the demo.
    void start();
    /// Locks, waits for the server to have stopped, and says `finished`.
    void quit();

    ui::MainWindow& window() { return m_window; }
    ui::Console& console() { return m_console; }

Q_SIGNALS:
    /// Everything is closed: the program may end.
    void finished();

private:
    void lookAtVault();
    void showGate(const Result<VaultInfo>& vault);
    void signedIn();
    void signOut();
    void sessionEnded();
    void locked();
    void closed();
    QStringList lostWork() const;
    void closeDialogs();
    void chooseOtherVault();
    void fillVaultMenu(QMenu* menu);
    void connectWindow();
    void showHelp(const QString& page);

    Options m_options;
    Preferences m_preferences;
    ui::Theme m_theme;
    ui::Language m_language;
    ui::MainWindow m_window;
    ui::Console m_console;
    AppContext m_context;
    ShellController* m_shell;
    UnlockFlow* m_unlock;
    FirstRunFlow* m_firstRun;
    DemoFlow* m_demo = nullptr;
    ui::AutoLock* m_autoLock;
    bool m_quitting = false;
    bool m_closing = false;
    bool m_discarded = false; ///< the operator locks and knows what isn't saved
};

} // namespace sallyport::app
