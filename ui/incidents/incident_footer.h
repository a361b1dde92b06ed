#pragma once

#include "ui/look/surface.h"

#include <chrono>
#include <optional>
#include <vector>

#include "backend/alerts/incident.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "ui/incidents/incident_facts.h"

class QLabel;
class QPushButton;

namespace sallyport::ui {

class Console;
class IncidentActions;

/// What can be done: at the leading side to what is ticked, at the trailing one to the incident. In one line, or in two where
/// there is no room.
class IncidentFooter final : public Surface {
    Q_OBJECT

public:
    IncidentFooter(Console& console, IncidentActions* actions, QWidget* parent);

    void setIncident(const alerts::Incident& incident);
    void setTicked(std::vector<Concerned> people, std::vector<Concerned> addresses, std::vector<Concerned> keys);
    void retranslate();

Q_SIGNALS:
    void acknowledgeRequested();
    void noteRequested();
    void closingRequested();
    void reopenRequested();
    /// To whoever asks, or back to nobody.
    void takingRequested();
    void assignRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void build();
    void showTicked();
    void arrange();
    void openBanMenu();
    void openMore();
    void ban(std::chrono::seconds lasts);

    Console& m_console;
    IncidentActions* m_actions;
    std::optional<alerts::Incident> m_incident;
    std::vector<Concerned> m_people, m_addresses, m_keys;
    QWidget* m_selection;
    QLabel* m_selected;
    QPushButton *m_sessions, *m_disable, *m_ban, *m_revoke;
    QWidget* m_own;
    QPushButton *m_more, *m_note, *m_acknowledge, *m_close;
    bool m_inTwo = false;
};

} // namespace sallyport::ui
