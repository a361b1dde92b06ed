#pragma once

#include "ui/console/panel.h"

#include <optional>

#include "backend/alerts/incidents.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class DataTable;
class IncidentActions;
class IncidentPane;
class IncidentsModel;
class ListPanel;
class PageHeader;
class SegmentedControl;
class Toast;

/// Incidents: what the alert rules have found, until somebody has dealt with it.
class IncidentsPanel final : public Panel {
    Q_OBJECT

public:
    explicit IncidentsPanel(Console& console, QWidget* parent = nullptr);
    ~IncidentsPanel() override;

    /// `all` (`closed` is the same), `open`, `mine`, or an incident's id.
    void activate(const QString& argument) override;
    void refresh() override;

    IncidentsModel* model() const { return m_model; }
    DataTable* table() const;
    IncidentPane* pane() const { return m_pane; }

private:
    void build();
    void connectParts();
    void setTexts();
    void showState();
    void fillMenu(QMenu* menu, int row);
    void openPane(const alerts::Incident& incident);
    void openEvents(const alerts::Incident& incident);
    /// `dialog` stays open and says why if it can't be kept.
    template <typename Dialog>
    void change(const alerts::IncidentId& id, alerts::IncidentPatch patch, const QString& done, Dialog* dialog = nullptr);
    void setState(const alerts::Incident& incident, alerts::IncidentState state);
    void take(const alerts::Incident& incident);
    void assign(const alerts::Incident& incident);
    void write(const alerts::Incident& incident, bool closes);
    void undo(const alerts::IncidentId& id, const QString& action);
    void countOpen();
    void showCounts();

    IncidentsModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    IncidentActions* m_actions;
    std::optional<alerts::IncidentCounts> m_counts;
    ListPanel* m_list = nullptr;
    SegmentedControl* m_which = nullptr;
    IncidentPane* m_pane = nullptr;
    QPushButton* m_rules = nullptr;
};

} // namespace sallyport::ui
