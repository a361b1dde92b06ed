#include "ui/shell/palette_delegate.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/widgets/small_parts.h"

#include <QKeySequence>
#include <QTextLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 32;
constexpr int headHeight = 26;

/// One line with the characters at `places` in bold, elided at its end.
void drawMatched(QPainter* painter, const QRect& area, const QString& text, const QList<qsizetype>& places, const QColor& ink)
{
    const QFont font = textFont(TextStyle::Body);
    const QFont bold = textFont(TextStyle::Heading);
    const QString shown = QFontMetrics(places.isEmpty() ? font : bold).elidedText(text, Qt::ElideRight, area.width());
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    // The line begins where the window is read from; within it a text follows its own direction.
    option.setTextDirection(Qt::LayoutDirectionAuto);
    const bool turned = painter->layoutDirection() == Qt::RightToLeft;
    option.setAlignment((turned ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const qsizetype place : places) {
        if (place >= shown.size())
            break;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(place);
        range.length = 1;
        range.format.setFontWeight(bold.weight());
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    painter->setPen(ink);
    layout.draw(painter, QPointF(area.x(), area.y() + (area.height() - line.height()) / 2));
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int body = QFontMetrics(textFont(TextStyle::Body)).height();
    return {200, index.data(HeadRole).toBool() ? std::max(headHeight, body + 8) : std::max(rowHeight, body + 12)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (index.data(HeadRole).toBool())
        paintHead(painter, option, index);
    else
        paintEntry(painter, option, index);
    painter->restore();
}

void PaletteDelegate::paintHead(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QRect row = option.rect;
    if (!index.data(FirstRole).toBool())
        drawHairline(painter, row.left(), row.right(), row.top() + 1, color(Token::Border));
    const QFont font = textFont(TextStyle::CaptionStrong);
    const QRect area = row.adjusted(10, 2, -10, 0);
    drawLine(painter, area, index.data().toString(), font, color(Token::TextMuted));
    drawLine(painter, area, index.data(DetailRole).toString(), textFont(TextStyle::Caption), color(Token::TextMuted),
             Qt::AlignTrailing);
}

void PaletteDelegate::paintEntry(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const bool chosen = option.state & QStyle::State_Selected;
    const QRect row = option.rect.adjusted(4, 0, -4, 0);
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(option.direction, row, QRect(row.x() + x, row.y(), width, row.height()));
    };
    if (chosen)
        drawBox(painter, row, color(Token::Selection), isHighContrast() ? color(Token::Accent) : QColor(), chipRadius);
    const bool muted = index.data(MutedRole).toBool();
    if (const QString name = index.data(AvatarRole).toString(); !name.isEmpty()) {
        const QRect box = place(4, 20);
        drawAvatar(painter, QRectF(box.x(), box.center().y() - 9.5, 20, 20), initialsOf(name), chosen);
    } else {
        drawIcon(painter, static_cast<Icon>(index.data(IconRole).toInt()), place(6, 16), color(Token::TextMuted));
    }
    int end = row.width() - 6;
    QString keys = index.data(KeysRole).toString();
    if (chosen && keys.isEmpty())
        keys = QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText);
    if (!keys.isEmpty()) {
        const int width = keycapWidth(keys);
        const QRect cap = place(end - width, width);
        drawKeycap(painter, QRect(cap.x(), cap.center().y() - 8, width, 18), keys);
        end -= width + 10;
    }
    constexpr int start = 30;
    const QFont small = textFont(TextStyle::Small);
    const QString detail = index.data(DetailRole).toString();
    // What is found comes before what is said of it.
    const int title = QFontMetrics(textFont(TextStyle::Heading)).horizontalAdvance(index.data().toString()) + 2;
    const int room = std::max(0, end - start - std::min(title, end - start) - 12);
    const int detailWidth = std::min(QFontMetrics(small).horizontalAdvance(detail) + 2, room);
    if (detailWidth > 24)
        drawLine(painter, place(end - detailWidth, detailWidth), detail, small, color(Token::TextMuted), Qt::AlignTrailing);
    drawMatched(painter, place(start, end - start - (detailWidth > 24 ? detailWidth + 12 : 0)), index.data().toString(),
                index.data(PlacesRole).value<QList<qsizetype>>(), color(muted ? Token::TextMuted : Token::Text));
}

} // namespace sallyport::ui
