#include "ui/parts/step_column.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int markLength = 10, markHeight = 6, markGap = 2, afterMarks = 8;

} // namespace

void StepColumn::paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                           const QRect& area) const
{
    QRect rest = area;
    if (const int step = std::min(index.data(StepRole).toInt(), marks); step > 0) {
        for (int i = 0; i < marks; ++i) {
            const QRect mark = takeLeading(&rest, markLength, i + 1 < marks ? markGap : afterMarks, option.direction);
            const QRectF box(mark.x(), mark.y() + (mark.height() - markHeight) / 2, markLength, markHeight);
            const bool filled = i < step;
            drawBox(painter, box, color(filled ? Token::TextMuted : Token::Avatar),
                    isHighContrast() && !filled ? color(Token::Text) : QColor(), 1);
        }
    }
    drawLine(painter, rest, index.data(StepTextRole).toString(), textFont(TextStyle::Small), color(Token::TextMuted));
}

} // namespace sallyport::ui
