#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/alerts/alert_rules.h"

class QPushButton;

namespace sallyport::ui {

class AlertTrialLine;
class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One alert rule beside the list: what it looks at, when it fires, what it does, and what it would have done last week.
class AlertRulePane final : public SubjectPane {
    Q_OBJECT

public:
    explicit AlertRulePane(Console& console, QWidget* parent = nullptr);

    void setRule(const alerts::AlertRule& rule);
    void refresh() override;
    bool hasRule() const { return m_rule.has_value(); }
    const alerts::AlertRule& rule() const { return *m_rule; }

Q_SIGNALS:
    void editRequested();
    void switchRequested();
    void muteRequested();
    void removeRequested();

private:
    void build();
    void setTexts();
    void showRule();

    std::optional<alerts::AlertRule> m_rule;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_fires = nullptr;
    ElideLabel* m_kinds = nullptr;
    ElideLabel* m_filter = nullptr;
    ElideLabel* m_schedule = nullptr;
    ElideLabel* m_author = nullptr;
    ElideLabel* m_note = nullptr;
    PaneSection* m_actionsSection = nullptr;
    LinesList* m_actions = nullptr;
    PaneSection* m_trialSection = nullptr;
    AlertTrialLine* m_trial = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_switch = nullptr;
    QPushButton* m_mute = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace sallyport::ui
