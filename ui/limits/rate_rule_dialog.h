#pragma once

#include "ui/parts/rule_frame.h"

#include <optional>

#include "backend/protection/limits/rate_limits.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class LimitForm;

/// An own rule: which requests it is for, what it allows, and for how many requests of its class one of them counts.
class RateRuleDialog final : public RuleFrame {
    Q_OBJECT

public:
    RateRuleDialog(Console& console, std::optional<protection::RateSetting> rule, QWidget* parent);

Q_SIGNALS:
    void saved(const sallyport::protection::RateRule& rule);

private:
    void build();
    void fill();
    void setTexts();
    void updateState() override;
    void submit() override;
    void showFailure(const Error& error) override;
    protection::RateScope scope() const;

    std::optional<protection::RateSetting> m_rule;
    QLineEdit* m_name;
    Field* m_nameField = nullptr;
    QLineEdit* m_path;
    Field* m_pathField = nullptr;
    QLabel* m_methodsLabel;
    QList<QCheckBox*> m_methods;
    QComboBox* m_permission;
    Field* m_permissionField = nullptr;
    QSpinBox* m_cost;
    Field* m_costField = nullptr;
    LimitForm* m_form;
};

} // namespace sallyport::ui
