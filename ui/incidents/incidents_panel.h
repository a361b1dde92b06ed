#pragma once

#include "ui/console/panel.h"

#include "backend/alerts/incidents.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class DataTable;
class IncidentPane;
class IncidentsModel;
class ListPanel;
class NoteDialog;
class PageHeader;
class SegmentedControl;
class Toast;

/// Incidents: what the alert rules have found, until somebody has dealt with it.
class IncidentsPanel final : public Panel {
    Q_OBJECT

public:
    explicit IncidentsPanel(Console& console, QWidget* parent = nullptr);
    ~IncidentsPanel() override;

    /// `open`, `mine`, `closed`, `all`, or an incident's id.
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
    void change(const alerts::IncidentId& id, alerts::IncidentPatch patch, const QString& done, NoteDialog* dialog = nullptr);
    void setState(const alerts::Incident& incident, alerts::IncidentState state);
    void assign(const alerts::Incident& incident);
    void write(const alerts::Incident& incident, bool closes);
    void undo(const alerts::IncidentId& id, const QString& action);
    void countOpen();

    IncidentsModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    ListPanel* m_list = nullptr;
    SegmentedControl* m_which = nullptr;
    IncidentPane* m_pane = nullptr;
    QPushButton* m_rules = nullptr;
};

} // namespace sallyport::ui
