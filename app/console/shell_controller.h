#pragma once

#include "app/console/app_context.h"
#include "app/console/change_watch.h"
#include "app/console/incident_watch.h"
#include "ui/dashboard/dashboard_data.h"

#include <QObject>

#include <optional>

namespace sallyport::ui {
class Panel;
}

namespace sallyport::app {

/// Keeps the shell true: status strip, panels, navigation between them, starting and stopping the server.
class ShellController final : public QObject {
    Q_OBJECT

public:
    ShellController(AppContext& context, QObject* parent);

    /// What can be said of a vault that is still locked.
    void showLocked(const VaultInfo& vault);
    /// Shows the panels of the operator who has just signed in; starts the server if the settings say so.
    void enter();
    /// The panels that the operator may open now.
    void rebuild();
    void leave();
    /// Leads to a panel; `argument` is what it shows there, empty for nothing special.
    void navigate(const QString& id, const QString& argument);
    /// Starts the server; asks first if it would be reachable from outside this machine.
    /// Asks first: whoever uses the server notices.
    void stopServer();
    void startServer();

private:
    void showState();
    void connectPanel(const QString& id, ui::Panel* panel);
    void readNotices();
    void readDamage();
    /// For the navigation, before the panel that counts them itself was opened.
    void countIncidents();
    void countNeeds();
    void showNeedsCount();
    void trustClock();
    void showNotices();
    void changeOwnPassword();
    void changeOwnFactor();
    void askPublic(const QString& address);
    void sayServerFailure(const Error& error);

    AppContext& m_context;
    ChangeWatch m_changes;
    IncidentWatch m_incidents;
    VaultInfo m_lockedVault;
    int m_unreadNotices = 0;
    bool m_journalDamaged = false;
    std::optional<ui::DashboardData> m_dashboard; ///< until the panel is opened
};

} // namespace sallyport::app
