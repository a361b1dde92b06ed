#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/authorization/decision_log.h"

class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One decision beside the list: who asked for what, why it came out so, and what would have changed it.
class DecisionPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit DecisionPane(Console& console, QWidget* parent = nullptr);

    void setDecision(const authorization::RecordedDecision& decision);
    void refresh() override;
    bool hasDecision() const { return m_decision.has_value(); }
    const authorization::RecordedDecision& decision() const { return *m_decision; }

Q_SIGNALS:
    void userRequested();
    void simulationRequested();
    void policyRequested(const QString& id);

private:
    void build();
    void setTexts();
    void showFacts();
    void showTrace(const std::string& trace);

    std::optional<authorization::RecordedDecision> m_decision;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_reason = nullptr;
    ElideLabel* m_who = nullptr;
    ElideLabel* m_what = nullptr;
    ElideLabel* m_on = nullptr;
    ElideLabel* m_when = nullptr;
    ElideLabel* m_source = nullptr;
    ElideLabel* m_request = nullptr;
    ElideLabel* m_id = nullptr;
    QPushButton* m_copy = nullptr;
    PaneSection* m_whySection = nullptr;
    LinesList* m_why = nullptr;
    PaneSection* m_nearestSection = nullptr;
    LinesList* m_nearest = nullptr;
    QPushButton* m_event = nullptr;
    QPushButton* m_user = nullptr;
    QPushButton* m_simulate = nullptr;
    QStringList m_policies; ///< of the lines that say why
};

} // namespace sallyport::ui
