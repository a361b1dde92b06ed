#pragma once

#include <QHeaderView>
#include <QSlider>

namespace sallyport::ui {

class DataTable;

/// The head of the score's column: a ruler from 0 on, with a handle in it that is the threshold. Dragged, or moved with the arrow
/// keys by one; Escape takes back what isn't saved. To everybody else it is a slider.
class ScoreRuler final : public QSlider {
    Q_OBJECT

public:
    explicit ScoreRuler(const QString& objectName, QWidget* parent = nullptr);

    /// What is in force: its number stands on the ruler while the handle is elsewhere.
    void setInForce(int threshold);
    int inForce() const { return m_inForce; }
    bool isChanged() const { return value() != m_inForce; }
    /// Pixels from the leading edge of the ruler's column to that score.
    int pixelOf(int score) const;
    /// Where 0 stands, and how many pixels a point is.
    static int inset(const QWidget* widget);
    double perPoint() const;
    /// The highest score that is on the ruler.
    int top() const;
    /// The trailing end of the ruler: the widget reaches before its column, so that a handle at 0 is whole.
    static constexpr int before = 24;

Q_SIGNALS:
    /// Escape was pressed, or it has been taken back otherwise.
    void takenBack();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect handle() const;
    int valueAt(int x) const;
    int placeOf(int score) const;

    int m_inForce = 80;
    bool m_dragging = false;
};

/// 40 px: muted heads, and the ruler over the column of the scores' bars.
class ScoreHeader final : public QHeaderView {
    Q_OBJECT

public:
    ScoreHeader(int rulerColumn, int strongColumn, DataTable* table);
    ScoreRuler* ruler() const { return m_ruler; }
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeRuler();

    DataTable* m_table;
    int m_rulerColumn, m_strongColumn;
    ScoreRuler* m_ruler;
};

} // namespace sallyport::ui
