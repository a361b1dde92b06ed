#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace sallyport::ui {

class IconLabel;
class Pill;

/// An input with its label above and, when there is something to say, a line below: an error with an icon, a
/// warning, a hint. The label names the input for assistive technology.
class Field final : public QWidget {
    Q_OBJECT

public:
    /// Takes the input; its objectName gives the parts theirs.
    explicit Field(QWidget* input, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// A mark after the label, such as “Needs a restart”; an empty text takes it away.
    void setPill(Tone tone, Icon icon, const QString& text);
    /// A muted line below while there is no error or warning.
    void setHint(const QString& hint);
    /// A line below with an icon; empty takes it away. Marks the input.
    void setError(const QString& error);
    void setWarning(const QString& warning);
    /// Keeps the line's room while there is nothing to say, so that nothing below jumps.
    void setReserveLine(bool reserve);
    bool hasError() const { return !m_error.isEmpty(); }
    QWidget* input() const { return m_input; }

private:
    void showLine();

    QWidget* m_input;
    QLabel* m_label;
    Pill* m_pill = nullptr;
    QHBoxLayout* m_head;
    IconLabel* m_lineIcon;
    QLabel* m_line;
    QWidget* m_lineBox;
    QString m_hint;
    QString m_error;
    QString m_warning;
    bool m_reserveLine = false;
};

} // namespace sallyport::ui
