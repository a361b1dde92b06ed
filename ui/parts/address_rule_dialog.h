#pragma once

#include "ui/parts/rule_frame.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/protection/lists/address_rule.h"

class QComboBox;
class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class SegmentedControl;

/// Puts an address or a range on the block or the allow list, or changes reason and end of a rule.
class AddressRuleDialog final : public RuleFrame {
    Q_OBJECT

public:
    /// A new one; what is known already stands in the fields.
    AddressRuleDialog(Console& console, const QString& address, protection::AddressAction action, QWidget* parent);
    AddressRuleDialog(Console& console, const protection::AddressRule& rule, QWidget* parent);

Q_SIGNALS:
    /// Added or changed.
    void saved(const sallyport::protection::AddressRule& rule);

private:
    void build();
    void setTexts();
    void fillTimes();
    void updateState() override;
    void submit() override;
    void showFailure(const Error& error) override;
    protection::AddressAction action() const;

    std::optional<protection::AddressRule> m_rule;
    SegmentedControl* m_action;
    QLineEdit* m_address;
    Field* m_addressField;
    QLineEdit* m_reason;
    Field* m_reasonField;
    QComboBox* m_time;
    Field* m_timeField;
};

} // namespace sallyport::ui
