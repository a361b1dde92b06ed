#include "ui/roles/role_matrix_parts.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/roles/role_matrix_model.h"

#include <QAbstractItemView>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

namespace sallyport::ui {

namespace {

constexpr int rowHeightPx = 28;
constexpr int headHeightPx = 32;
constexpr int tallHeadPx = 40;
constexpr double dotSide = 10;
constexpr int boxSide = 20;
constexpr int leadingInset = 16;
constexpr int groupInset = 8; // before the arrow

void drawBoxed(QPainter* painter, Icon icon, Token tint, Token ink, const QRect& rect)
{
    const QRectF box(rect.center().x() - boxSide / 2.0 + 0.5, rect.center().y() - boxSide / 2.0 + 0.5, boxSide, boxSide);
    drawBox(painter, box, isHighContrast() ? QColor() : color(tint), isHighContrast() ? color(ink) : QColor(), chipRadius);
    drawIcon(painter, icon, box, color(ink), 14);
}

/// The lines of a head, at most two; the last one is elided.
QStringList headLines(const QString& title, const QFont& font, int width)
{
    QTextLayout layout(title, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (!first.isValid()) {
        layout.endLayout();
        return {};
    }
    first.setLineWidth(width);
    const int end = first.textStart() + first.textLength();
    layout.endLayout();
    QStringList lines{title.left(end).trimmed()};
    const QFontMetrics metrics(font);
    if (end < title.size())
        lines << metrics.elidedText(title.mid(end).trimmed(), Qt::ElideRight, width);
    lines.first() = metrics.elidedText(lines.first(), Qt::ElideRight, width);
    return lines;
}

} // namespace

void drawHolding(QPainter* painter, Holding holding, const QRect& rect)
{
    const QRectF dot(rect.center().x() - dotSide / 2 + 0.5, rect.center().y() - dotSide / 2 + 0.5, dotSide, dotSide);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (holding) {
    case Holding::None: break;
    case Holding::Own:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::TextMuted));
        painter->drawEllipse(dot);
        break;
    case Holding::Inherited:
        painter->setPen(QPen(color(Token::TextMuted), 1.4));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(dot.adjusted(0.7, 0.7, -0.7, -0.7));
        break;
    case Holding::Added: drawBoxed(painter, Icon::Plus, Token::SuccessTint, Token::Success, rect); break;
    case Holding::Removed: drawBoxed(painter, Icon::Dash, Token::DangerTint, Token::Danger, rect); break;
    }
    painter->restore();
}

void drawDiffers(QPainter* painter, const QRect& rect)
{
    drawBoxed(painter, Icon::NotEqual, Token::InfoTint, Token::Info, rect);
}

void RoleMatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool rtl = option.direction == Qt::RightToLeft;
    const bool group = index.data(RoleMatrixModel::GroupRole).toBool();
    const bool current = option.state & QStyle::State_Selected;
    const int column = index.column();
    const QColor fill = column == RoleMatrixModel::Selected ? color(Token::Hover)
                        : group                             ? color(Token::Raised)
                                                            : color(Token::Surface);
    painter->fillRect(option.rect, fill);
    drawHairline(painter, option.rect.left(), option.rect.right(), option.rect.bottom(), color(Token::Grid));
    if (column == RoleMatrixModel::Title || column == RoleMatrixModel::Compared) {
        const int edge = rtl ? option.rect.left() : option.rect.right();
        painter->fillRect(edge, option.rect.top(), 1, option.rect.height(), color(Token::Border));
    }
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (column == RoleMatrixModel::Title) {
        const int lead = scaled(leadingInset, option.widget) + (group ? 0 : scaled(16, option.widget));
        QRect area = option.rect.adjusted(rtl ? 4 : lead, 0, rtl ? -lead : -4, 0);
        if (group) {
            const auto* tree = qobject_cast<const QTreeView*>(option.widget);
            const bool open = tree && tree->isExpanded(index);
            const QRect arrow(rtl ? area.right() - 13 : area.left() - groupInset / 2, area.top(), 14, area.height());
            drawIcon(painter,
                     open  ? Icon::ChevronDown
                     : rtl ? Icon::ChevronLeft
                           : Icon::ChevronRight,
                     arrow, color(Token::TextMuted), 14);
            rtl ? area.setRight(arrow.left() - 4) : area.setLeft(arrow.right() + 4);
            const QFont strong = textFont(TextStyle::Heading);
            const QString name = index.data().toString();
            const QString count = QLocale().toString(index.data(RoleMatrixModel::TotalRole).toInt());
            const int width = std::min(QFontMetrics(strong).horizontalAdvance(name) + 1, area.width());
            drawLine(painter,
                     rtl ? QRect(area.right() - width + 1, area.top(), width, area.height())
                         : QRect(area.left(), area.top(), width, area.height()),
                     name, strong, color(Token::Text));
            rtl ? area.setRight(area.right() - width - 6) : area.setLeft(area.left() + width + 6);
            drawLine(painter, area, count, textFont(TextStyle::Small), color(Token::TextMuted));
        } else {
            drawLine(painter, area, index.data().toString(), textFont(TextStyle::Body), color(Token::Text));
        }
    } else if (group) {
        const bool differs = column == RoleMatrixModel::Differs;
        drawLine(painter, option.rect, index.data().toString(), textFont(differs ? TextStyle::SmallStrong : TextStyle::Small),
                 color(differs ? Token::Info : Token::TextMuted), Qt::AlignHCenter);
    } else if (column == RoleMatrixModel::Differs) {
        if (index.data(RoleMatrixModel::DiffersRole).toBool())
            drawDiffers(painter, option.rect);
    } else {
        drawHolding(painter, static_cast<Holding>(index.data(RoleMatrixModel::HoldingRole).toInt()), option.rect);
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (current && view && view->window()->focusWidget() && view->parentWidget()->isAncestorOf(view->window()->focusWidget()))
        drawRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -2), chipRadius);
    painter->restore();
}

QSize RoleMatrixDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {40, scaled(rowHeightPx, option.widget)};
}

RoleMatrixHeader::RoleMatrixHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setStretchLastSection(false);
    setHighlightSections(false);
    setMinimumSectionSize(16);
    setFocusPolicy(Qt::NoFocus);
}

QSize RoleMatrixHeader::sizeHint() const
{
    // Of one height in both trees: as tall as the longest name needs it.
    const QFont font = textFont(TextStyle::SmallStrong);
    const QFontMetrics metrics(font);
    bool tall = false;
    if (const auto* roles = qobject_cast<const RoleMatrixModel*>(model()))
        for (const RoleTable::Column& role : roles->table().roles)
            tall = tall || metrics.horizontalAdvance(role.title) > scaled(82, this);
    return {QHeaderView::sizeHint().width(),
            std::max(scaled(tall ? tallHeadPx : headHeightPx, this), metrics.height() * (tall ? 2 : 1) + 8)};
}

void RoleMatrixHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const bool rtl = isRightToLeft();
    const bool selected = logicalIndex == RoleMatrixModel::Selected;
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    painter->fillRect(rect, color(selected ? Token::Selection : Token::Surface));
    drawHairline(painter, rect.left(), rect.right(), rect.bottom(), color(Token::Border));
    if (logicalIndex == RoleMatrixModel::Title || logicalIndex == RoleMatrixModel::Compared)
        painter->fillRect(rtl ? rect.left() : rect.right(), rect.top(), 1, rect.height(), color(Token::Border));
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const QFont font = textFont(TextStyle::SmallStrong);
    if (logicalIndex == RoleMatrixModel::Title) {
        const int lead = scaled(leadingInset, this);
        QRect area = rect.adjusted(rtl ? 4 : lead, 0, rtl ? -lead : -4, 0);
        const int width = std::min(QFontMetrics(font).horizontalAdvance(title) + 1, area.width());
        drawLine(painter, area, title, font, color(Token::TextMuted));
        rtl ? area.setRight(area.right() - width - 6) : area.setLeft(area.left() + width + 6);
        if (const auto* roles = qobject_cast<const RoleMatrixModel*>(model()))
            drawLine(painter, area, QLocale().toString(roles->permissionCount()), textFont(TextStyle::Small),
                     color(Token::TextMuted));
    } else if (logicalIndex == RoleMatrixModel::Differs) {
        drawIcon(painter, Icon::NotEqual, rect, color(Token::TextMuted), 14);
    } else {
        const bool strong = selected || logicalIndex == RoleMatrixModel::Compared;
        const QStringList lines = headLines(title, font, rect.width() - 8);
        const int height = QFontMetrics(font).height();
        int y = rect.center().y() - height * static_cast<int>(lines.size()) / 2 + 1;
        for (const QString& line : lines) {
            drawLine(painter, QRect(rect.left() + 4, y, rect.width() - 8, height), line, font,
                     color(strong ? Token::Text : Token::TextMuted), Qt::AlignHCenter);
            y += height;
        }
    }
    if (selected)
        painter->fillRect(rect.left(), rect.bottom() - 2, rect.width(), 3, color(Token::Accent));
    painter->restore();
}

} // namespace sallyport::ui
