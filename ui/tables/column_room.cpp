#include "ui/tables/column_room.h"

#include "ui/look/text_style.h"
#include "ui/tables/table_cells.h"
#include "ui/tables/table_metrics.h"
#include "ui/widgets/small_parts.h"

#include <QFontMetricsF>
#include <QModelIndex>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

int advance(const QString& text, const QFont& font)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

} // namespace

QFont cellFont(const QModelIndex& index)
{
    if (index.data(CellMonoRole).toBool())
        return textFont(TextStyle::Mono);
    return textFont(index.data(CellStrongRole).toBool() ? TextStyle::BodyStrong : TextStyle::Body);
}

int cellWidth(const QModelIndex& index, bool compact)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto icon = static_cast<Icon>(index.data(CellIconRole).toInt());
    int width = 0;
    if (index.data(CellAvatarRole).isValid())
        width += cellAvatarSide(compact) + cellAvatarGap;
    if (index.data(CellPillRole).toBool())
        return width + pillWidth(icon, text);
    if (icon != Icon::None)
        width += cellIconSide + cellIconGap(compact);
    width += advance(text, cellFont(index)) + 1;
    if (const QString secondary = index.data(CellSecondaryRole).toString(); !secondary.isEmpty())
        width += cellSecondaryGap + advance(secondary, textFont(TextStyle::Body));
    return width;
}

void evenOut(QList<ColumnRoom>& columns)
{
    const auto lacking = [](const ColumnRoom& one) { return one.fixed ? 0 : std::max(0, one.wanted - one.width); };
    const auto spare = [](const ColumnRoom& one) {
        return one.fixed ? 0 : std::max(0, one.width - std::max(one.least, one.wanted));
    };
    QList<ColumnRoom*> squeezed;
    for (ColumnRoom& one : columns)
        if (lacking(one) > 0)
            squeezed << &one;
    // Who lacks least first: so most are whole.
    std::ranges::stable_sort(squeezed, {}, [&](const ColumnRoom* one) { return lacking(*one); });
    for (ColumnRoom* taker : std::as_const(squeezed)) {
        while (lacking(*taker) > 0) {
            ColumnRoom& giver = *std::ranges::max_element(columns, {}, spare);
            const int given = std::min(lacking(*taker), spare(giver));
            if (given == 0)
                return;
            giver.width -= given;
            taker->width += given;
        }
    }
}

} // namespace sallyport::ui
