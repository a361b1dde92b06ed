#pragma once

#include "ui/console/panel.h"

#include <QHash>

#include <optional>

#include "ui/retention/rule_authors.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class ElideLabel;
class FactRows;
class KeyValueGrid;
class PageHeader;
class PaneSection;
class StateStack;
class Toast;

/// How long events are kept, what is kept whatever that says, and what the next run removes.
class RetentionPanel final : public Panel {
    Q_OBJECT

public:
    explicit RetentionPanel(Console& console, QWidget* parent = nullptr);
    ~RetentionPanel() override;

    void activate(const QString& argument) override;
    void refresh() override;

    const retention::RetentionState& state() const { return m_state; }

private:
    struct Read {
        retention::RetentionState state;
        RuleAuthors authors;
    };

    void build();
    void connectParts();
    void setTexts();
    void load();
    void show(const retention::RetentionState& state);
    void showNext();
    void showRules();
    void showHolds();
    void changeRules();
    void takeBack(const retention::RetentionRules& rules);
    void placeHold();
    void askToLift(const retention::LegalHold& hold);
    void lift(const std::string& id);

    PageHeader* m_header;
    Toast* m_toast;
    StateStack* m_states = nullptr;
    QPushButton* m_change = nullptr;
    QPushButton* m_place = nullptr;
    PaneSection *m_nextPart = nullptr, *m_rulesPart = nullptr, *m_holdsPart = nullptr;
    KeyValueGrid* m_next = nullptr;
    FactRows* m_rules = nullptr;
    QWidget* m_holds = nullptr;
    QVBoxLayout* m_holdLines = nullptr;
    QLabel* m_noHolds = nullptr;
    QHash<QString, ElideLabel*> m_values;
    retention::RetentionState m_state;
    RuleAuthors m_authors;
    std::optional<retention::RetentionRules> m_undo; ///< what the toast brings back
    bool m_loaded = false;
};

} // namespace sallyport::ui
