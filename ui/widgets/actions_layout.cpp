#include "ui/widgets/actions_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <numeric>

namespace sallyport::ui {

ActionsLayout::ActionsLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap) {}

ActionsLayout::~ActionsLayout()
{
    qDeleteAll(m_leading);
    delete m_danger;
}

void ActionsLayout::addItem(QLayoutItem* item)
{
    m_leading.append(item);
}

void ActionsLayout::addDanger(QWidget* widget)
{
    Q_ASSERT(!m_danger);
    addChildWidget(widget);
    m_danger = new QWidgetItem(widget);
    invalidate();
}

int ActionsLayout::count() const
{
    return static_cast<int>(m_leading.size()) + (m_danger ? 1 : 0);
}

QLayoutItem* ActionsLayout::itemAt(int index) const
{
    return index == m_leading.size() ? m_danger : m_leading.value(index);
}

QLayoutItem* ActionsLayout::takeAt(int index)
{
    if (index == m_leading.size())
        return std::exchange(m_danger, nullptr);
    return index >= 0 && index < m_leading.size() ? m_leading.takeAt(index) : nullptr;
}

QList<QLayoutItem*> ActionsLayout::shown() const
{
    QList<QLayoutItem*> items;
    std::copy_if(m_leading.cbegin(), m_leading.cend(), std::back_inserter(items),
                 [](const QLayoutItem* item) { return !item->isEmpty(); });
    return items;
}

int ActionsLayout::widthOf(const QList<QLayoutItem*>& items) const
{
    return std::accumulate(items.cbegin(), items.cend(), 0, [this](int sum, const QLayoutItem* item) {
        return sum + (sum > 0 ? m_gap : 0) + item->sizeHint().width();
    });
}

QSize ActionsLayout::sizeHint() const
{
    auto items = shown();
    if (m_danger)
        items.append(m_danger);
    const QMargins margins = contentsMargins();
    const int width = widthOf(items) + margins.left() + margins.right();
    return {width, arrange(QRect(0, 0, width, 0), false)};
}

QSize ActionsLayout::minimumSize() const
{
    auto items = shown();
    if (m_danger)
        items.append(m_danger);
    QSize size;
    for (const QLayoutItem* item : std::as_const(items))
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void ActionsLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int ActionsLayout::arrange(const QRect& rect, bool move) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const auto place = [&](QLayoutItem* item, int x, int y) {
        const QSize size = item->sizeHint().boundedTo(QSize(area.width(), item->sizeHint().height()));
        if (move)
            item->setGeometry(QStyle::visualRect(direction, area, QRect(QPoint(x, y), size)));
        return size;
    };
    QList<QList<QLayoutItem*>> lines{{}};
    const auto fits = [&](QLayoutItem* item) { return widthOf(lines.last() + QList{item}) <= area.width(); };
    for (QLayoutItem* const item : shown()) {
        if (!lines.last().isEmpty() && !fits(item))
            lines.append(QList<QLayoutItem*>());
        lines.last().append(item);
    }
    if (m_danger && !lines.last().isEmpty() && !fits(m_danger)) {
        // Down with the danger, which would look forgotten in a line of its own.
        QLayoutItem* const last = lines.last().size() > 1 ? lines.last().takeLast() : nullptr;
        lines.append(last ? QList{last} : QList<QLayoutItem*>());
        if (last && !fits(m_danger))
            lines.append(QList<QLayoutItem*>());
    }
    int y = area.y();
    int height = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            y += height + m_gap;
        height = 0;
        int x = area.x();
        for (QLayoutItem* item : std::as_const(lines[i])) {
            const QSize size = place(item, x, y);
            x += size.width() + m_gap;
            height = std::max(height, size.height());
        }
    }
    if (m_danger) {
        const int width = std::min(m_danger->sizeHint().width(), area.width());
        height = std::max(height, place(m_danger, area.x() + area.width() - width, y).height());
    }
    return y + height - rect.y() + contentsMargins().bottom();
}

} // namespace sallyport::ui
