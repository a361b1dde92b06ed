#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QList>
#include <QWidget>

namespace sallyport::ui {

/// One named part of the stacked columns.
struct ChartSeries {
    QString name;
    Token fill = Token::ChartNormal;
};

/// One column: a value for each series, bottom first.
struct ChartColumn {
    QString label; ///< for the tool tip and the table: `14:21`
    QList<double> values;
};

/// A level across all columns: a limit, a threshold; `text` stands over its line, or below it.
struct ChartLevel {
    double value = 0;
    QString text;
    Token ink = Token::Accent;
    bool dashed = true;
    bool below = false;
};

/// Stacked columns over a horizontal grid of three or four lines, captions at both axes, a tool tip for the column under
/// the mouse and at most one annotation. Time runs from left to right in every language.
class ColumnChart final : public QWidget {
    Q_OBJECT

public:
    explicit ColumnChart(const QString& objectName, QWidget* parent = nullptr);

    void setSeries(const QList<ChartSeries>& series);
    void setColumns(const QList<ChartColumn>& columns);
    /// Captions under the columns: (column index, text).
    void setAxisLabels(const QList<QPair<int, QString>>& labels);
    /// A mark above one column; an index below zero takes it away. `strong` is shown in 600 before `text`.
    void setAnnotation(int column, Icon icon, const QString& strong, const QString& text);
    /// Lines across the columns; the grid reaches at least as high as they are.
    void setLevels(const QList<ChartLevel>& levels);
    const QList<ChartLevel>& levels() const { return m_levels; }
    /// The highest column ends just below the upper edge, instead of below the next grid line; the edge is at `least` or higher.
    void setTight(double least);
    /// One pixel between the parts of a column.
    void setParted(bool parted);
    /// Digits after the point in tool tips.
    void setDecimals(int decimals) { m_decimals = decimals; }

    /// Dragging across the columns, or arrow keys with Shift and Enter, chooses a range of them.
    void setChoosable(bool choosable);
    /// First and last of the columns that are being chosen; -1 and -1: none.
    QPair<int, int> range() const;

    const QList<ChartSeries>& series() const { return m_series; }
    const QList<ChartColumn>& columns() const { return m_columns; }
    /// The values are counts: no grid line stands between two whole numbers.
    void setWhole(bool whole);
    /// The highest grid line and the distance between two, for a highest column of `highest`.
    static QPair<double, double> gridFor(double highest, bool whole = false);

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    /// The reader has chosen these columns, the last included.
    void rangeChosen(int first, int last);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void choose(int anchor, int caret);
    void tellRange();
    void paintRange(QPainter* painter, const QRect& area) const;
    QRect plot() const;
    int columnAt(const QPoint& position) const;
    double highest() const;
    QPair<double, double> grid() const;
    QRectF columnRect(int index, const QRect& area) const;
    void paintGrid(QPainter* painter, const QRect& area, double top, double step) const;
    void paintColumns(QPainter* painter, const QRect& area, double top) const;
    void paintAnnotation(QPainter* painter, const QRect& area, double top) const;
    void paintLevels(QPainter* painter, const QRect& area, double top) const;
    double levelTextAt(const QRect& area, double top, double y, double width) const;

    QList<ChartSeries> m_series;
    QList<ChartColumn> m_columns;
    QList<QPair<int, QString>> m_labels;
    QList<ChartLevel> m_levels;
    int m_annotated = -1;
    Icon m_annotationIcon = Icon::None;
    QString m_annotationStrong;
    QString m_annotationText;
    int m_decimals = 0;
    double m_tight = -1; ///< below zero: a grid line is the upper edge
    bool m_whole = false;
    bool m_parted = false;
    bool m_choosable = false;
    int m_anchor = -1; ///< where the choice began
    int m_caret = -1;
};

/// `▪ Answered 139,764`: colour, name and total of each series in a line. Where there is no room for all, the totals of what
/// matters least go first, then those series; the total of what matters most stays. The tool tip has them all.
class ChartLegend final : public QWidget {
    Q_OBJECT

public:
    explicit ChartLegend(const QString& objectName, QWidget* parent = nullptr);
    struct Entry {
        QString name;
        Token fill;
        QString total;
        int matters = 0; ///< more than those with a lower number; where all are the same all totals go, then the last names
    };
    /// What there is room for.
    struct Shown {
        bool name = true, total = true;
    };
    void setEntries(const QList<Entry>& entries);
    QList<Shown> shown() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What the entry takes, without the gap to the next.
    static double widthOf(const Entry& entry, bool withTotal);
    double widthOfAll(const QList<Shown>& shown) const;
    void showToolTip();

    QList<Entry> m_entries;
};

} // namespace sallyport::ui
