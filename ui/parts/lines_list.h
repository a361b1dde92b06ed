#pragma once

#include "ui/look/icons.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

/// Some lines one under the other: icon, text with an optional muted second line, and at the end a short text or a
/// link. For recent events and sessions; a handful, not a table.
class LinesList final : public QWidget {
    Q_OBJECT

public:
    struct Line {
        Icon icon = Icon::None;
        Tone tone = Tone::Muted;
        QString text;
        QString note;     ///< second line
        QString trailing; ///< `14:02`
        QString link;     ///< instead of `trailing`: what can be done about it
        QString toolTip;
    };

    explicit LinesList(const QString& objectName, QWidget* parent = nullptr);

    void setLines(const QList<Line>& lines);
    /// One muted sentence in place of the lines.
    void setNotice(const QString& text);

Q_SIGNALS:
    void linkActivated(int line);

private:
    void clear();
    QWidget* makeLine(const Line& line, int index);

    QVBoxLayout* m_column;
};

} // namespace sallyport::ui
