#include "ui/tables/table_delegate.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/tables/column_room.h"
#include "ui/tables/data_table.h"
#include "ui/tables/table_cells.h"
#include "ui/tables/table_metrics.h"
#include "ui/widgets/small_parts.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>

#include <cmath>

namespace sallyport::ui {

namespace {

bool isSelected(const QStyleOptionViewItem& option)
{
    return option.state & QStyle::State_Selected;
}

void drawPlaceholder(QPainter* painter, const QRect& area, int row, int column)
{
    // Bars of different lengths look like text; the same row always gets the same ones.
    const int share = 40 + (row * 37 + column * 53) % 45;
    const int width = std::min(area.width(), area.width() * share / 100);
    drawBox(painter, QRectF(area.x(), area.center().y() - 3, width, 8), color(Token::Border), QColor(), 4);
}

} // namespace

void TableDelegate::paintUnder(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const bool rtl = option.direction == Qt::RightToLeft;
    QColor fill = color(Token::Surface);
    if (isSelected(option))
        fill = color(Token::Selection);
    else if (index.row() == m_hoveredRow)
        fill = color(Token::Hover);
    painter->fillRect(option.rect, fill);
    drawHairline(painter, option.rect.left(), option.rect.right(), option.rect.bottom(), color(Token::Grid));

    if (table && table->isFirstColumn(index.column()) && isSelected(option)) {
        const int x = rtl ? option.rect.right() - 2 : option.rect.left();
        painter->fillRect(x, option.rect.top(), 3, option.rect.height() - 1, color(Token::Accent));
    }
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintUnder(painter, option, index);
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const bool rtl = option.direction == Qt::RightToLeft;
    const bool first = table && table->isFirstColumn(index.column());
    const bool last = table && table->isLastColumn(index.column());
    const int lead = first ? tableLeadingInset : 0;
    const int trail = last ? tableTrailingInset : tableColumnGap;
    QRect area = option.rect.adjusted(rtl ? trail : lead, 0, rtl ? -lead : -trail, 0);
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (index.data(CellPlaceholderRole).toBool())
        drawPlaceholder(painter, area, index.row(), index.column());
    else
        paintContent(painter, option, index, area);
    painter->restore();
}

void TableDelegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                 QRect area) const
{
    const bool rtl = option.direction == Qt::RightToLeft;
    const auto takeLeading = [&area, rtl](int width, int gap) {
        const QRect part(rtl ? area.right() - width + 1 : area.left(), area.top(), width, area.height());
        rtl ? area.setRight(part.left() - gap - 1) : area.setLeft(part.right() + gap + 1);
        return part;
    };
    const auto tone = static_cast<Tone>(index.data(CellToneRole).toInt());
    const QColor ink = color(option.state & QStyle::State_Enabled ? toneText(tone) : Token::Control);
    const QVariant avatar = index.data(CellAvatarRole);
    if (avatar.isValid()) {
        const int side = cellAvatarSide(m_compact);
        const QRect box = takeLeading(side, cellAvatarGap);
        const QRectF circle(box.x(), box.y() + (box.height() - side) / 2, side, side);
        drawAvatar(painter, circle, initialsOf(avatar.toString()), isSelected(option));
    }
    const auto icon = static_cast<Icon>(index.data(CellIconRole).toInt());
    if (index.data(CellPillRole).toBool())
        return drawPill(painter, area, tone, icon, index.data(Qt::DisplayRole).toString());
    if (icon != Icon::None) {
        const QVariant iconTone = index.data(CellIconToneRole);
        const Token token = iconTone.isValid()     ? toneText(static_cast<Tone>(iconTone.toInt()))
                            : tone == Tone::Normal ? Token::TextMuted
                                                   : toneText(tone);
        drawIcon(painter, icon, takeLeading(cellIconSide, cellIconGap(m_compact)), color(token), m_compact ? 14 : cellIconSide);
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFont font = cellFont(index);
    const bool trailing = index.data(Qt::TextAlignmentRole).toInt() & (Qt::AlignRight | Qt::AlignTrailing);
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const bool atEnd = trailing || (table && table->isTrailing(index.column()));
    const QString secondary = index.data(CellSecondaryRole).toString();
    if (!secondary.isEmpty()) {
        const int width = static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
        drawLine(painter, takeLeading(std::min(width, area.width()), cellSecondaryGap), text, font, ink);
        drawLine(painter, area, secondary, textFont(TextStyle::Body), color(Token::TextMuted));
        return;
    }
    drawLine(painter, area, text, font, ink, atEnd ? Qt::AlignTrailing : Qt::AlignLeading);
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {40, DataTable::rowHeight(m_compact, option.widget)};
}

} // namespace sallyport::ui
