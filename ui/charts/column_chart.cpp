#include "ui/charts/column_chart.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sallyport::ui {

namespace {

constexpr int axisWidth = 26; ///< room for the captions of the grid
constexpr int axisHeight = 24;
constexpr int topRoom = 20; ///< for the annotation
constexpr int legendMark = 10;
constexpr int legendMarkGap = 6;
constexpr int legendTotalGap = 5;
constexpr int legendGap = 12;

double sumOf(const ChartColumn& column)
{
    return std::accumulate(column.values.cbegin(), column.values.cend(), 0.0);
}

/// As many digits after the point as tell two lines apart.
QString gridText(double value, double step)
{
    const int digits = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    return QLocale().toString(value, 'f', digits);
}

double advance(const QString& text, const QFont& font)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text));
}

} // namespace

ColumnChart::ColumnChart(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ColumnChart::setSeries(const QList<ChartSeries>& series)
{
    m_series = series;
    update();
}

void ColumnChart::setColumns(const QList<ChartColumn>& columns)
{
    m_columns = columns;
    update();
}

void ColumnChart::setAxisLabels(const QList<QPair<int, QString>>& labels)
{
    m_labels = labels;
    update();
}

void ColumnChart::setAnnotation(int column, Icon icon, const QString& strong, const QString& text)
{
    m_annotated = column;
    m_annotationIcon = icon;
    m_annotationStrong = strong;
    m_annotationText = text;
    update();
}

double ColumnChart::highest() const
{
    double most = 0;
    for (const ChartColumn& column : m_columns)
        most = std::max(most, sumOf(column));
    for (const ChartLevel& level : m_levels)
        most = std::max(most, level.value);
    return most;
}

/// The value at the upper edge and the distance between two grid lines.
QPair<double, double> ColumnChart::grid() const
{
    const double most = std::max(highest(), m_tight);
    const auto [top, step] = gridFor(most, m_whole);
    return {m_tight < 0 || highest() <= 0 ? top : most, step};
}

void ColumnChart::setLevels(const QList<ChartLevel>& levels)
{
    m_levels = levels;
    update();
}

void ColumnChart::setTight(double least)
{
    m_tight = std::max(0.0, least);
    update();
}

void ColumnChart::setParted(bool parted)
{
    m_parted = parted;
    update();
}

void ColumnChart::setWhole(bool whole)
{
    m_whole = whole;
    update();
}

QPair<double, double> ColumnChart::gridFor(double highest, bool whole)
{
    // Nothing yet, or a few: lines that a count can reach.
    if (highest <= 0 || (whole && highest <= 3))
        return {3, 1};
    // Three steps of 1, 2, 2.5 or 5 times a power of ten.
    const double least = highest / 3;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        if (step * 3 >= highest && (factor != 2.5 || power >= 10))
            return {step * 3, step};
    }
    return {highest, highest / 3};
}

QRect ColumnChart::plot() const
{
    const QFont font = textFont(TextStyle::Caption);
    const auto [top, step] = grid();
    double widest = 0; // not always the highest: `0.05` takes more than `0.15`
    for (double value = 0; value <= top * 1.001; value += step)
        widest = std::max(widest, advance(gridText(value, step), font));
    const int caption = static_cast<int>(widest) + 8;
    return rect().adjusted(std::max(axisWidth, caption), topRoom, 0, -axisHeight);
}

QRectF ColumnChart::columnRect(int index, const QRect& area) const
{
    const double step = static_cast<double>(area.width()) / static_cast<double>(m_columns.size());
    // Whole pixels, and the same width everywhere: calm matters more than a column's exact place.
    const double width = std::max(1.0, std::floor(step * 0.72));
    const double x = area.x() + std::round(index * step + (step - width) / 2);
    return {x, static_cast<double>(area.y()), width, static_cast<double>(area.height())};
}

void ColumnChart::paintGrid(QPainter* painter, const QRect& area, double top, double step) const
{
    const QFont font = textFont(TextStyle::Caption);
    for (double value = 0; value <= top * 1.001; value += step) {
        const int y = area.bottom() - static_cast<int>(std::round(area.height() * value / top)) + 1;
        drawHairline(painter, area.left(), area.right(), y, color(value == 0 ? Token::BorderStrong : Token::Grid));
        drawLine(painter, QRectF(0, y - 8, area.left() - 8, 16), gridText(value, step), font, color(Token::TextMuted),
                 Qt::AlignTrailing);
    }
    double free = -1;
    for (const auto& [index, text] : m_labels) {
        if (index < 0 || index >= m_columns.size())
            continue;
        const double width = advance(text, font);
        double x = columnRect(index, area).center().x() - width / 2;
        x = std::clamp(x, static_cast<double>(area.left()), area.right() + 1 - width);
        if (x < free)
            continue;
        drawLine(painter, QRectF(x, area.bottom() + 5, width + 1, 16), text, font, color(Token::TextMuted));
        free = x + width + 12;
    }
}

void ColumnChart::paintColumns(QPainter* painter, const QRect& area, double top) const
{
    for (int i = 0; i < m_columns.size(); ++i) {
        const QRectF box = columnRect(i, area);
        double below = 0;
        for (int s = 0; s < m_columns.at(i).values.size() && s < m_series.size(); ++s) {
            const double value = m_columns.at(i).values.at(s);
            if (value <= 0)
                continue;
            const double from = std::round(area.height() * below / top);
            below += value;
            // At least one pixel: an exception must not vanish beside many normal requests.
            const double to = std::max(from + 1, std::round(area.height() * below / top));
            const double gap = m_parted && from > 0 && to - from > 2 ? 1 : 0;
            painter->fillRect(QRectF(box.x(), area.bottom() + 1 - to, box.width(), to - from - gap), color(m_series.at(s).fill));
        }
    }
}

void ColumnChart::paintAnnotation(QPainter* painter, const QRect& area, double top) const
{
    if (m_annotated < 0 || m_annotated >= m_columns.size())
        return;
    const QFont strong = textFont(TextStyle::SmallStrong);
    QFont heavy = strong;
    heavy.setWeight(QFont::DemiBold);
    const QFont plain = textFont(TextStyle::Small);
    const double strongWidth = advance(m_annotationStrong, heavy);
    const double textWidth = advance(m_annotationText, plain);
    const double width = 8 + 14 + 6 + strongWidth + 4 + textWidth + 8;
    const QRectF column = columnRect(m_annotated, area);
    const double x = std::clamp(column.center().x() - width / 2, static_cast<double>(area.left()),
                                std::max<double>(area.left(), area.right() + 1 - width));
    const QRectF box(std::round(x), area.top() - 14, width, 22);
    const double from = area.bottom() + 1 - std::round(area.height() * sumOf(m_columns.at(m_annotated)) / top);
    painter->fillRect(QRectF(std::floor(column.center().x()), box.bottom(), 1, std::max(0.0, from - box.bottom())),
                      color(Token::Danger));
    drawBox(painter, box, color(Token::DangerTint), isHighContrast() ? color(Token::Danger) : QColor(), chipRadius);
    drawIcon(painter, m_annotationIcon, QRectF(box.x() + 8, box.y(), 14, box.height()), color(Token::Danger), 14);
    drawLine(painter, QRectF(box.x() + 28, box.y(), strongWidth + 1, box.height()), m_annotationStrong, heavy,
             color(Token::Danger));
    drawLine(painter, QRectF(box.x() + 32 + strongWidth, box.y(), textWidth + 1, box.height()), m_annotationText, plain,
             color(Token::Danger));
}

/// Where a text of that width stands in no column's way: from a quarter on, else from the start.
double ColumnChart::levelTextAt(const QRect& area, double top, double y, double width) const
{
    const auto isFree = [&](double x) {
        for (int i = 0; i < m_columns.size(); ++i) {
            const QRectF column = columnRect(i, area);
            const double high = area.bottom() + 1 - area.height() * sumOf(m_columns.at(i)) / top;
            if (column.right() > x - 2 && column.left() < x + width + 2 && high < y + 14)
                return false;
        }
        return true;
    };
    constexpr int tries = 24;
    const double room = std::max(0.0, area.width() - width - 4);
    for (int i = 0; i <= tries; ++i) {
        const double x = area.x() + 4 + room * ((i + tries / 4) % (tries + 1)) / tries;
        if (isFree(x))
            return std::round(x);
    }
    return area.x() + 4;
}

void ColumnChart::paintLevels(QPainter* painter, const QRect& area, double top) const
{
    const QFont font = textFont(TextStyle::Caption);
    for (const ChartLevel& level : m_levels) {
        if (level.value < 0 || level.value > top)
            continue;
        const QColor ink = color(level.ink);
        const int y = area.bottom() + 1 - static_cast<int>(std::round(area.height() * level.value / top));
        if (level.dashed) {
            for (int x = area.left(); x <= area.right(); x += 6)
                painter->fillRect(x, y, std::min(4, area.right() + 1 - x), 1, ink);
        } else {
            painter->fillRect(area.left(), y - 1, area.width(), 2, ink);
        }
        const double width = advance(level.text, font);
        const double textTop = level.below ? y + 2 : y - 17;
        const double x = level.below ? area.x() + 4 : levelTextAt(area, top, textTop, width);
        drawLine(painter, QRectF(x, textTop, width + 1, 16), level.text, font, ink);
    }
}

void ColumnChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = plot();
    if (area.width() < 10 || area.height() < 10)
        return;
    const auto [top, step] = grid();
    paintRange(&painter, area);
    paintGrid(&painter, area, top, step);
    paintColumns(&painter, area, top);
    paintLevels(&painter, area, top);
    paintAnnotation(&painter, area, top);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_choosable && hasFocus())
        drawRing(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), boxRadius);
}

void ColumnChart::setChoosable(bool choosable)
{
    m_choosable = choosable;
    setFocusPolicy(choosable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(choosable ? Qt::CrossCursor : Qt::ArrowCursor);
}

QPair<int, int> ColumnChart::range() const
{
    const int count = static_cast<int>(m_columns.size());
    if (m_anchor < 0 || m_caret < 0 || std::max(m_anchor, m_caret) >= count)
        return {-1, -1};
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
}

void ColumnChart::choose(int anchor, int caret)
{
    m_anchor = anchor;
    m_caret = caret;
    const auto [first, last] = range();
    setAccessibleDescription(first < 0       ? QString()
                             : first == last ? m_columns.at(first).label
                                             : QString(m_columns.at(first).label + u" – " + m_columns.at(last).label));
    update();
}

void ColumnChart::tellRange()
{
    const auto [first, last] = range();
    choose(-1, -1);
    if (first >= 0)
        Q_EMIT rangeChosen(first, last);
}

void ColumnChart::paintRange(QPainter* painter, const QRect& area) const
{
    const auto [first, last] = range();
    if (first < 0)
        return;
    const double step = static_cast<double>(area.width()) / static_cast<double>(m_columns.size());
    const QRectF band(area.x() + first * step, area.y(), (last - first + 1) * step, area.height());
    painter->fillRect(band, color(Token::Selection));
    painter->fillRect(QRectF(band.x(), band.y(), 2, band.height()), color(Token::Accent));
    painter->fillRect(QRectF(band.right() - 2, band.y(), 2, band.height()), color(Token::Accent));
}

void ColumnChart::mousePressEvent(QMouseEvent* event)
{
    const int column = m_choosable && event->button() == Qt::LeftButton ? columnAt(event->position().toPoint()) : -1;
    if (column < 0)
        return QWidget::mousePressEvent(event);
    choose(column, column);
}

void ColumnChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_anchor < 0 || (event->buttons() & Qt::LeftButton) == 0)
        return QWidget::mouseMoveEvent(event);
    const QRect area = plot();
    const QPoint inside(std::clamp(event->position().toPoint().x(), area.left(), area.right()), area.center().y());
    if (const int column = columnAt(inside); column >= 0)
        choose(m_anchor, column);
}

void ColumnChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_anchor < 0 || event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    tellRange();
}

void ColumnChart::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_columns.size());
    const bool left = event->key() == Qt::Key_Left, right = event->key() == Qt::Key_Right;
    if (!m_choosable || count == 0)
        return QWidget::keyPressEvent(event);
    if (left || right) {
        const int caret = m_caret < 0 ? count - 1 : std::clamp(m_caret + (left ? -1 : 1), 0, count - 1);
        choose((event->modifiers() & Qt::ShiftModifier) != 0 && m_anchor >= 0 ? m_anchor : caret, caret);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_anchor >= 0) {
        tellRange();
    } else if (event->key() == Qt::Key_Escape && m_anchor >= 0) {
        choose(-1, -1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ColumnChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ColumnChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    choose(-1, -1);
}

int ColumnChart::columnAt(const QPoint& position) const
{
    const QRect area = plot();
    if (!area.contains(position) || m_columns.isEmpty())
        return -1;
    const auto index = static_cast<int>((position.x() - area.x()) * m_columns.size() / area.width());
    return std::clamp(index, 0, static_cast<int>(m_columns.size()) - 1);
}

bool ColumnChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = columnAt(help->pos());
    if (index < 0) {
        QToolTip::hideText();
        return true;
    }
    const ChartColumn& column = m_columns.at(index);
    QString text = column.label;
    for (qsizetype i = 0; i < column.values.size() && i < m_series.size(); ++i)
        text += u'\n' + m_series.at(i).name + u' ' + QLocale().toString(column.values.at(i), 'f', m_decimals);
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

ChartLegend::ChartLegend(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(const QList<Entry>& entries)
{
    m_entries = entries;
    QStringList texts;
    for (const Entry& entry : entries)
        texts << QString(entry.name + u' ' + entry.total);
    setAccessibleName(texts.join(QStringLiteral(", ")));
    showToolTip();
    updateGeometry();
    update();
}

double ChartLegend::widthOf(const Entry& entry, bool withTotal)
{
    const QFont font = textFont(TextStyle::Small);
    const double total = withTotal && !entry.total.isEmpty() ? legendTotalGap + advance(entry.total, font) + 1 : 0;
    return legendMark + legendMarkGap + advance(entry.name, font) + 1 + total;
}

double ChartLegend::widthOfAll(const QList<Shown>& shown) const
{
    double width = 0;
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (shown.at(i).name)
            width += (width > 0 ? legendGap : 0) + widthOf(m_entries.at(i), shown.at(i).total);
    return width;
}

QList<ChartLegend::Shown> ChartLegend::shown() const
{
    QList<Shown> shown(m_entries.size());
    QList<qsizetype> byWorth(m_entries.size()); // what can go first stands first
    std::iota(byWorth.begin(), byWorth.end(), 0);
    std::ranges::sort(byWorth, [this](qsizetype a, qsizetype b) {
        return std::pair(m_entries.at(a).matters, -a) < std::pair(m_entries.at(b).matters, -b);
    });
    if (m_entries.isEmpty())
        return shown;
    const int least = m_entries.at(byWorth.front()).matters, most = m_entries.at(byWorth.back()).matters;
    for (qsizetype i = 0; i < byWorth.size() && widthOfAll(shown) > width(); ++i) {
        const int level = m_entries.at(byWorth.at(i)).matters;
        if (level == most && least != most)
            break;
        for (qsizetype entry = 0; entry < m_entries.size(); ++entry) // one total beside others without would look like a choice
            if (m_entries.at(entry).matters == level)
                shown[entry].total = false;
    }
    for (qsizetype i = 0; i + 1 < byWorth.size() && widthOfAll(shown) > width(); ++i)
        shown[byWorth.at(i)].name = false;
    return shown;
}

QSize ChartLegend::sizeHint() const
{
    return {static_cast<int>(std::ceil(widthOfAll(QList<Shown>(m_entries.size())))), std::max(20, fontMetrics().height())};
}

void ChartLegend::showToolTip()
{
    const QList<Shown> parts = shown();
    const bool all = std::ranges::all_of(parts, [](const Shown& part) { return part.name && part.total; });
    setToolTip(all ? QString() : accessibleName()); // as it is: plain_tips.h keeps it from being read as marked up
}

void ChartLegend::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showToolTip();
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QFont font = textFont(TextStyle::Small);
    const QList<Shown> parts = shown();
    double x = 0;
    const auto place = [this, &x](double width) {
        const QRect box(static_cast<int>(x), 0, static_cast<int>(width), height());
        x += width;
        return QRectF(mirrored(this, rect(), box));
    };
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries.at(i);
        if (!parts.at(i).name || x + widthOf(entry, parts.at(i).total) > width())
            continue;
        const QRectF mark = place(legendMark);
        drawBox(&painter, QRectF(mark.x(), (height() - legendMark) / 2, legendMark, legendMark), color(entry.fill), QColor(), 2);
        x += legendMarkGap;
        drawLine(&painter, place(advance(entry.name, font) + 1), entry.name, font, color(Token::Text));
        if (parts.at(i).total && !entry.total.isEmpty()) {
            x += legendTotalGap;
            drawLine(&painter, place(advance(entry.total, font) + 1), entry.total, font, color(Token::TextMuted));
        }
        x += legendGap;
    }
}

} // namespace sallyport::ui
