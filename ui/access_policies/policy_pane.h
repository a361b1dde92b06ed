#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One policy beside the list: what it says, how its tests come out, and what it would have refused while it is observed.
class PolicyPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit PolicyPane(Console& console, QWidget* parent = nullptr);

    void setPolicy(const access::Policy& policy);
    void refresh() override;
    bool hasPolicy() const { return m_policy.has_value(); }
    const access::Policy& policy() const { return *m_policy; }

Q_SIGNALS:
    void editRequested();
    void historyRequested();
    void testsRequested();
    void removeRequested();
    void decisionsRequested();

private:
    struct Behind;
    void build();
    void setTexts();
    void showPolicy();

    std::optional<access::Policy> m_policy;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_effect = nullptr;
    ElideLabel* m_target = nullptr;
    ElideLabel* m_kinds = nullptr;
    ElideLabel* m_note = nullptr;
    ElideLabel* m_observed = nullptr;
    QPushButton* m_showObserved = nullptr;
    ElideLabel* m_changed = nullptr;
    ElideLabel* m_by = nullptr;
    ElideLabel* m_version = nullptr;
    PaneSection* m_conditionSection = nullptr;
    QLabel* m_condition = nullptr;
    PaneSection* m_testsSection = nullptr;
    QPushButton* m_showTests = nullptr;
    LinesList* m_tests = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_history = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace sallyport::ui
