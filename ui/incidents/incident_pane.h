#pragma once

#include "ui/incidents/incident_facts.h"
#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/alerts/incidents.h"

class QPushButton;

namespace sallyport::ui {

class ChartLegend;
class ColumnChart;
class ConcernedList;
class IncidentActions;
class IncidentFooter;
class IncidentRule;
class PaneSection;
class Timeline;

/// One incident beside the list, in the order of the questions: how big it is, what happened, what was done by itself and how to
/// take it back, whom it is about, and why it fired. In two columns where there is room.
class IncidentPane final : public SubjectPane {
    Q_OBJECT

public:
    IncidentPane(Console& console, IncidentActions* actions, QWidget* parent = nullptr);

    void setIncident(const alerts::Incident& incident);
    void refresh() override;
    bool hasIncident() const { return m_incident.has_value(); }
    const alerts::Incident& incident() const { return *m_incident; }
    IncidentFooter* footer() const { return m_footer; }

Q_SIGNALS:
    /// It has grown since the list was read.
    void counted();
    void undoRequested(const QString& action);
    /// Events of one of those that it is about, among the incident's.
    void partRequested(const QString& filter);
    /// Something else in its own panel.
    void openRequested(const QString& panel, const QString& id);

private:
    void build();
    void buildLeading(QWidget* column);
    void buildTrailing(QWidget* column);
    void connectParts();
    void setTexts();
    void showHead();
    void showFacts();
    void showChart();
    void showActions();
    void showSteps();
    void tellTicked();
    QWidget* makeAction(const alerts::IncidentAction& action, int place);

    IncidentActions* m_actions;
    std::optional<alerts::Incident> m_incident;
    std::optional<IncidentFacts> m_found;
    int m_page;
    QPushButton* m_events = nullptr;
    PaneSection* m_chartSection = nullptr;
    ColumnChart* m_chart = nullptr;
    ChartLegend* m_legend = nullptr;
    PaneSection* m_stepsSection = nullptr;
    LinesList* m_failure = nullptr;
    Timeline* m_steps = nullptr;
    QPushButton* m_allSteps = nullptr;
    bool m_showsAllSteps = false;
    PaneSection* m_doneSection = nullptr;
    QWidget* m_done = nullptr;
    ConcernedList *m_people = nullptr, *m_addresses = nullptr, *m_keys = nullptr;
    IncidentRule* m_rule = nullptr;
    IncidentFooter* m_footer = nullptr;
};

} // namespace sallyport::ui
