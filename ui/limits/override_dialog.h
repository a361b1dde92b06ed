#pragma once

#include "ui/parts/rule_frame.h"

#include "backend/protection/limits/rate_limits.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace sallyport::ui {

class Field;

/// Numbers of one caller in place of a rule's: who, how much, in which time and until when.
class OverrideDialog final : public RuleFrame {
    Q_OBJECT

public:
    OverrideDialog(Console& console, protection::RateSetting rule, QWidget* parent);

Q_SIGNALS:
    void saved(const sallyport::protection::RateOverride& made);

private:
    void setTexts();
    void updateState() override;
    void submit() override;
    void showFailure(const Error& error) override;

    const protection::RateSetting m_rule;
    QLineEdit* m_subject;
    Field* m_subjectField;
    QSpinBox* m_requests;
    Field* m_requestsField;
    QComboBox* m_window;
    Field* m_windowField;
    QComboBox* m_time;
    Field* m_timeField;
};

} // namespace sallyport::ui
