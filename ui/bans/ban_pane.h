#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>
#include <vector>

#include "backend/protection/lists/address_rules.h"

class QPushButton;

namespace sallyport::ui {

class AddressActions;
class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One rule beside the list: why and by whom, until when, what it has kept out or let in, and the bans before it.
class BanPane final : public SubjectPane {
    Q_OBJECT

public:
    BanPane(Console& console, AddressActions& actions, QWidget* parent = nullptr);

    void setRule(const protection::AddressRule& rule);
    void refresh() override;
    bool hasRule() const { return m_rule.has_value(); }
    const protection::AddressRule& rule() const { return *m_rule; }

Q_SIGNALS:
    void editRequested();
    void removeRequested();

private:
    struct Background {
        protection::AddressRule rule;
        std::vector<protection::EarlierBan> earlier;
    };

    void build();
    void setTexts();
    void showFacts();
    void showBackground();

    AddressActions& m_actions;
    std::optional<protection::AddressRule> m_rule;
    std::vector<protection::EarlierBan> m_earlier;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_reason = nullptr;
    ElideLabel* m_by = nullptr;
    ElideLabel* m_since = nullptr;
    ElideLabel* m_ends = nullptr;
    ElideLabel* m_hits = nullptr;
    ElideLabel* m_seen = nullptr;
    ElideLabel* m_place = nullptr;
    PaneSection* m_whySection = nullptr;
    LinesList* m_why = nullptr;
    PaneSection* m_earlierSection = nullptr;
    LinesList* m_earlierList = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_events = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace sallyport::ui
