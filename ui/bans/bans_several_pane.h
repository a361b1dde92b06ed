#pragma once

#include "backend/protection/lists/address_rule.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace sallyport::ui {

class AddressActions;
class ChipList;
class DetailsPane;

/// Stands in the place of a rule's pane while several are highlighted: how many, which, and what can be done to all of them.
class BansSeveralPane final : public QWidget {
    Q_OBJECT

public:
    explicit BansSeveralPane(AddressActions& actions, QWidget* parent = nullptr);

    /// Of `count` rows those that are loaded.
    void setRules(std::vector<protection::AddressRule> rules, qsizetype count);

Q_SIGNALS:
    void removeRequested();
    void clearRequested();

private:
    void show();

    AddressActions& m_actions;
    DetailsPane* m_pane;
    ChipList* m_addresses;
    QPushButton* m_remove;
    std::vector<protection::AddressRule> m_rules;
    qsizetype m_count = 0;
};

} // namespace sallyport::ui
