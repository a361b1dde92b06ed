#pragma once

#include "backend/journal/events.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sallyport::ui {

/// A stretch of time, `until` not included.
struct Period {
    UtcTime since, until;
    bool operator==(const Period&) const = default;
};

/// Events over time, stacked by severity. Dragging across it, or Shift and the arrow keys, chooses a period.
class EventHistogram final : public QWidget {
    Q_OBJECT

public:
    explicit EventHistogram(QWidget* parent = nullptr);

    /// Shows `columns` equal slices of `period`; `closer`: it is only the part of a longer one in which something happened.
    void setData(const Period& period, std::vector<journal::EventColumn> columns, bool closer = false);
    const Period& period() const { return m_period; }
    const std::vector<journal::EventColumn>& columns() const { return m_columns; }
    /// How many columns fit the width now.
    int columnsThatFit() const;

    std::optional<Period> selection() const { return m_selection; }
    void setSelection(const std::optional<Period>& selection);
    /// Events in the chosen period, counted from the columns.
    std::int64_t selectedEvents() const;
    /// `14:20 to 14:32, 231 events`; empty without a selection.
    QString selectionText() const;
    /// Where a column starts, for tests and for the accessible description.
    QRect columnRect(int column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The reader has chosen a period, or none any more.
    void selected(const std::optional<sallyport::ui::Period>& selection);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect plot() const;
    int columnAt(int x) const;
    UtcTime timeOf(int column) const;
    int indexOf(UtcTime time) const;
    void choose(int from, int to);
    void apply(const std::optional<Period>& selection);
    QString columnText(int column) const;
    QString countedText(const QString& from, const QString& to, std::int64_t events) const;
    void paintLegend(QPainter& painter) const;
    void paintSelection(QPainter& painter, const QRect& area) const;
    void paintColumns(QPainter& painter, const QRect& area) const;
    void paintAxis(QPainter& painter, const QRect& area) const;
    void describe();

    Period m_period;
    std::vector<journal::EventColumn> m_columns;
    std::optional<Period> m_selection;
    int m_anchor = -1; ///< column where the drag or the keyboard selection began
    int m_caret = -1;
    bool m_dragging = false;
    bool m_closer = false;
};

} // namespace sallyport::ui
