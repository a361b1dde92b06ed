#include "ui/parts/runs_label.h"

#include "ui/look/paint.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

double advanceOf(const Run& run)
{
    return std::ceil(QFontMetricsF(textFont(run.style)).horizontalAdvance(run.text));
}

} // namespace

QString runsText(const QList<Run>& runs)
{
    QString all;
    for (const Run& run : runs)
        all += run.text;
    return all;
}

double runsWidth(const QList<Run>& runs)
{
    double width = 0;
    for (const Run& run : runs)
        width += advanceOf(run);
    return width;
}

void drawRuns(QPainter* painter, const QRectF& rect, const QList<Run>& runs, bool rightToLeft)
{
    double from = 0;
    for (const Run& run : runs) {
        const double room = rect.width() - from;
        if (room < 8)
            return;
        const double wanted = advanceOf(run);
        const double width = std::min(wanted + 1, room);
        const double x = rightToLeft ? rect.right() - from - width : rect.left() + from;
        drawLine(painter, QRectF(x, rect.top(), width, rect.height()), run.text, textFont(run.style), color(toneText(run.tone)));
        if (wanted > room)
            return;
        from += wanted;
    }
}

RunsLabel::RunsLabel(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RunsLabel::setRuns(const QList<Run>& runs)
{
    m_runs = runs;
    setAccessibleName(text());
    updateGeometry();
    update();
}

void RunsLabel::prepare(QTextLayout* lines) const
{
    QList<QTextLayout::FormatRange> ranges;
    int start = 0;
    for (const Run& run : m_runs) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = static_cast<int>(run.text.size());
        range.format.setFont(textFont(run.style));
        range.format.setForeground(color(toneText(run.tone)));
        ranges.append(range);
        start += range.length;
    }
    lines->setText(text());
    lines->setFont(textFont(TextStyle::Body));
    lines->setFormats(ranges);
    QTextOption option;
    option.setTextDirection(layoutDirection());
    option.setWrapMode(QTextOption::WordWrap);
    lines->setTextOption(option);
}

double RunsLabel::layOut(QTextLayout* lines, double width) const
{
    prepare(lines);
    double height = 0;
    lines->beginLayout();
    for (QTextLine line = lines->createLine(); line.isValid(); line = lines->createLine()) {
        line.setLineWidth(std::max(1.0, width));
        const double room = std::max<double>(lineHeight(TextStyle::Body), line.height());
        line.setPosition({0, height + std::floor((room - line.height()) / 2)});
        height += room;
    }
    lines->endLayout();
    return height;
}

int RunsLabel::heightForWidth(int width) const
{
    QTextLayout lines;
    return static_cast<int>(std::ceil(layOut(&lines, width)));
}

QSize RunsLabel::sizeHint() const
{
    return {static_cast<int>(runsWidth(m_runs)) + 2, lineHeight(TextStyle::Body)};
}

QSize RunsLabel::minimumSizeHint() const
{
    return {40, lineHeight(TextStyle::Body)};
}

void RunsLabel::paintEvent(QPaintEvent*)
{
    QTextLayout lines;
    layOut(&lines, width());
    QPainter painter(this);
    lines.draw(&painter, {0, 0});
}

} // namespace sallyport::ui
