#pragma once

#include "ui/widgets/dialog_frame.h"

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
class RuleDialog final : public DialogFrame {
    Q_OBJECT

public:
    RuleDialog(Console& console, QWidget* parent);

Q_SIGNALS:
    void added(const QString& title);

private:
    void setTexts();
    void save();
    void showFailure(const Error& error);
    protection::detection::OwnRule rule() const;

    Console& m_console;
    Banner* m_failure;
    QLineEdit *m_title, *m_pattern;
    QCheckBox *m_expression, *m_case;
    QSpinBox* m_points;
    QPlainTextEdit *m_finds, *m_passes;
    Field *m_titleField, *m_patternField, *m_pointsField, *m_findsField, *m_passesField;
    QPushButton *m_cancel, *m_add;
};

} // namespace sallyport::ui
