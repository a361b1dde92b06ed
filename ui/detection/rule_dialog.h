#pragma once

#include "ui/parts/rule_frame.h"

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace sallyport::ui {

class Banner;
class Console;
class Field;

/// A rule of one's own: what it looks for, what it adds, and lines that it must find or must pass before it is saved.
class RuleDialog final : public RuleFrame {
    Q_OBJECT

public:
    RuleDialog(Console& console, QWidget* parent);

Q_SIGNALS:
    void added(const QString& title);

private:
    void setTexts();
    void submit() override;
    void showFailure(const Error& error) override;
    protection::detection::OwnRule rule() const;

    QLineEdit *m_title, *m_pattern;
    QCheckBox *m_expression, *m_case;
    QSpinBox* m_points;
    QPlainTextEdit *m_finds, *m_passes;
    Field *m_titleField, *m_patternField, *m_pointsField, *m_findsField, *m_passesField;
};

} // namespace sallyport::ui
