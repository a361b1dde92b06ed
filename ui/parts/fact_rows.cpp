#include "ui/parts/fact_rows.h"

#include "ui/look/paint.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QStringList>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

constexpr int factGap = 8, factIcon = 16, factMark = 8;

double wordsWidth(const FactRows::Cell& cell)
{
    return std::ceil(QFontMetricsF(textFont(cell.style)).horizontalAdvance(cell.text)) + 1;
}

} // namespace

FactRows::FactRows(const QString& objectName, const QList<Column>& columns, int height, QWidget* parent)
    : QWidget(parent), m_columns(columns), m_height(height)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FactRows::setRows(const QList<Row>& rows)
{
    m_rows = rows;
    QStringList told;
    for (int row = 0; row < count(); ++row)
        told << textOf(row);
    setAccessibleName(told.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QString FactRows::textOf(int row) const
{
    QStringList words;
    const Row cells = m_rows.value(row);
    for (const Cell& cell : cells)
        if (!cell.text.isEmpty())
            words << cell.text;
    return words.join(QStringLiteral(", "));
}

int FactRows::rowHeight() const
{
    return std::max(scaled(m_height, this), lineHeight(TextStyle::Body));
}

QSize FactRows::sizeHint() const
{
    return {scaled(240, this), rowHeight() * count()};
}

/// Trailing ones are never narrower than what stands in them, the last one in each row by itself; the one without a width takes
/// the rest.
int FactRows::widthOf(int column, int row) const
{
    const auto fixed = [this, row](int at) {
        double most = 0;
        if (!m_columns.at(at).trailing)
            return static_cast<double>(scaled(m_columns.at(at).width, this));
        const bool last = at + 1 == m_columns.size();
        for (int each = last ? row : 0; each < (last ? row + 1 : count()); ++each)
            if (at < m_rows.at(each).size())
                most = std::max(most, wordsWidth(m_rows.at(each).at(at)));
        return std::max(most, static_cast<double>(scaled(m_columns.at(at).width, this)));
    };
    if (m_columns.at(column).width > 0 || m_columns.at(column).trailing)
        return static_cast<int>(fixed(column));
    double taken = 0;
    for (int at = 0; at < m_columns.size(); ++at)
        if (at != column)
            taken += fixed(at) + factGap;
    return std::max(0, width() - static_cast<int>(taken));
}

bool FactRows::isCut(int row) const
{
    const Row cells = m_rows.value(row);
    for (int at = 0; at < cells.size() && at < m_columns.size(); ++at)
        if (wordsWidth(cells.at(at)) > widthOf(at, row) + 1 && cells.at(at).icon == Icon::None && !cells.at(at).mark)
            return true;
    return false;
}

void FactRows::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const int height = rowHeight();
    for (int row = 0; row < count(); ++row) {
        int from = 0;
        for (int at = 0; at < m_columns.size(); ++at) {
            const int wide = widthOf(at, row);
            const QRect box = mirrored(this, rect(), QRect(from, row * height, wide, height));
            from += wide + factGap;
            if (at >= m_rows.at(row).size())
                continue;
            const Cell& cell = m_rows.at(row).at(at);
            if (cell.mark)
                drawBox(&painter,
                        QRectF(mirrored(this, box, QRect(box.x(), box.y() + (height - factMark) / 2, factMark, factMark))),
                        color(*cell.mark), QColor(), 2);
            else if (cell.icon != Icon::None)
                drawIcon(&painter, cell.icon, mirrored(this, box, QRect(box.x(), box.y(), factIcon, height)),
                         color(toneText(cell.tone)), factIcon);
            else
                drawLine(&painter, box, cell.text, textFont(cell.style), color(toneText(cell.tone)),
                         m_columns.at(at).trailing ? Qt::AlignTrailing : Qt::AlignLeading);
        }
    }
}

bool FactRows::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = help->pos().y() / std::max(1, rowHeight());
    if (row < count() && isCut(row))
        QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(textOf(row), Qt::WhiteSpaceNormal), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace sallyport::ui
