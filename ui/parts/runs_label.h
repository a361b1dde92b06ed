#pragma once

#include "ui/look/text_style.h"

#include <QList>
#include <QWidget>

class QPainter;
class QTextLayout;

namespace sallyport::ui {

/// A piece of a line in a style and tone of its own: `+40`, ` failed sign-ins 12`.
struct Run {
    QString text;
    TextStyle style = TextStyle::Body;
    Tone tone = Tone::Normal;
};

/// The text of all of them.
QString runsText(const QList<Run>& runs);
/// What they take on one line.
double runsWidth(const QList<Run>& runs);
/// On one line from the leading edge of `rect`, in the middle of its height. What has no room is left out from the first run
/// that would be cut, which elides.
void drawRuns(QPainter* painter, const QRectF& rect, const QList<Run>& runs, bool rightToLeft);

/// Words in several styles, in as many lines as it takes.
class RunsLabel final : public QWidget {
    Q_OBJECT

public:
    explicit RunsLabel(const QString& objectName, QWidget* parent = nullptr);
    void setRuns(const QList<Run>& runs);
    QString text() const { return runsText(m_runs); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Lays the lines out for `width` and returns their height.
    double layOut(QTextLayout* lines, double width) const;
    void prepare(QTextLayout* lines) const;

    QList<Run> m_runs;
};

} // namespace sallyport::ui
