#include "ui/events/event_table.h"

#include "ui/events/waiting_bar.h"
#include "ui/widgets/table_header.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace sallyport::ui {

EventTable::EventTable(QWidget* parent)
    : DataTable(QStringLiteral("events.list"), parent)
    , m_bar(new WaitingBar(this))
{
    setCompact(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setColumns({{QStringLiteral("time"), 80, 0, 0, false, false, true},
                {QStringLiteral("severity"), 88, 2, 0, false, false, true},
                {QStringLiteral("event"), 184, 0, 3, false, false, true},
                {QStringLiteral("who"), 140, 1, 1, false, false, true},
                {QStringLiteral("address"), 120, 3, 1, false, false, true},
                {QStringLiteral("outcome"), 72, 1, 0, false, false, true}});
    horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    horizontalHeader()->setSectionsClickable(false);
    m_bar->hide();
}

void EventTable::setBarVisible(bool visible)
{
    if (m_barVisible == visible)
        return;
    m_barVisible = visible;
    auto* header = static_cast<TableHeader*>(horizontalHeader());
    header->setFootHeight(visible ? m_bar->sizeHint().height() : 0);
    m_bar->setVisible(visible);
    updateGeometries();
    placeBar();
}

void EventTable::placeBar()
{
    if (!m_barVisible)
        return;
    const QRect head = horizontalHeader()->geometry();
    const int height = m_bar->sizeHint().height();
    m_bar->setGeometry(head.left(), head.bottom() + 1 - height, head.width(), height);
    m_bar->raise();
}

bool EventTable::isAtTop() const
{
    return verticalScrollBar()->value() <= 0;
}

void EventTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Home) {
        Q_EMIT newestRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape && selectionModel() && selectionModel()->hasSelection()) {
        Q_EMIT dismissed();
        return;
    }
    if (event->key() == Qt::Key_End) {
        scrollToBottom();
        return;
    }
    DataTable::keyPressEvent(event);
}

void EventTable::resizeEvent(QResizeEvent* event)
{
    DataTable::resizeEvent(event);
    placeBar();
}

void EventTable::scrollContentsBy(int dx, int dy)
{
    DataTable::scrollContentsBy(dx, dy);
    if (m_atTop != isAtTop()) {
        m_atTop = isAtTop();
        Q_EMIT topReached(m_atTop);
    }
}

} // namespace sallyport::ui
