#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/alerts/incidents.h"

class QPushButton;

namespace sallyport::ui {

class ColumnChart;
class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One incident beside the list, in the order of the questions: how big it is, what happened, what was done by itself and how to
/// take it back, whom it is about, and why it fired.
class IncidentPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit IncidentPane(Console& console, QWidget* parent = nullptr);

    void setIncident(const alerts::Incident& incident);
    void refresh() override;
    bool hasIncident() const { return m_incident.has_value(); }
    const alerts::Incident& incident() const { return *m_incident; }

Q_SIGNALS:
    void acknowledgeRequested();
    void assignRequested();
    void noteRequested();
    void closingRequested();
    void reopenRequested();
    void undoRequested(const QString& action);
    void userRequested(const QString& id);
    void ruleRequested(const QString& id);

private:
    struct Background {
        alerts::IncidentDetail detail;
        std::vector<journal::EventColumn> columns; ///< empty: may not be read
        UtcTime since, until;
    };

    void build();
    void connectParts();
    void setTexts();
    void showHead();
    void showChart();
    void showDetail();
    void showActions();
    void showSteps();
    void showPeople();

    std::optional<alerts::Incident> m_incident;
    std::optional<Background> m_found;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_count = nullptr;
    ElideLabel* m_first = nullptr;
    ElideLabel* m_last = nullptr;
    ElideLabel* m_assignee = nullptr;
    ElideLabel* m_outcome = nullptr;
    QPushButton* m_assign = nullptr;
    PaneSection* m_chartSection = nullptr;
    ColumnChart* m_chart = nullptr;
    PaneSection* m_actionsSection = nullptr;
    LinesList* m_actions = nullptr;
    PaneSection* m_stepsSection = nullptr;
    LinesList* m_steps = nullptr;
    PaneSection* m_peopleSection = nullptr;
    LinesList* m_people = nullptr;
    PaneSection* m_ruleSection = nullptr;
    QPushButton* m_rule = nullptr;
    LinesList* m_why = nullptr;
    QPushButton* m_events = nullptr;
    QPushButton* m_note = nullptr;
    QPushButton* m_acknowledge = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace sallyport::ui
