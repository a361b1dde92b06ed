#include "ui/events/event_table.h"

#include "ui/events/waiting_bar.h"
#include "ui/look/text_style.h"
#include "ui/tables/table_header.h"
#include "ui/words/event_text.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace sallyport::ui {

EventTable::EventTable(QWidget* parent) : DataTable(QStringLiteral("events.list"), parent), m_bar(new WaitingBar(this))
{
    setCompact(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    fitColumns();
    setFixedSort(0, Qt::DescendingOrder);
    m_bar->hide();
}

void EventTable::fitColumns()
{
    // The words of a language decide how wide the columns with few words are.
    const QFontMetrics body(textFont(TextStyle::Body));
    int severity = 52, outcome = 52;
    for (const auto one : {audit::Severity::Info, audit::Severity::Notice, audit::Severity::Warning, audit::Severity::Critical})
        severity = std::max(severity, body.horizontalAdvance(severityText(one)));
    for (const auto one : {audit::Outcome::Success, audit::Outcome::Failure, audit::Outcome::Refused, audit::Outcome::Blocked})
        outcome = std::max(outcome, body.horizontalAdvance(outcomeText(one)));
    setColumns({{QStringLiteral("time"), 80, 0, 0, false, false, true},
                {QStringLiteral("severity"), severity + 34, 2, 0, false, false, true},
                {QStringLiteral("event"), 168, 0, 3, false, false, true},
                {QStringLiteral("who"), 124, 1, 1, false, false, true},
                {QStringLiteral("address"), 116, 3, 0, false, false, true},
                {QStringLiteral("outcome"), outcome + 20, 1, 0, false, false, true}});
}

void EventTable::changeEvent(QEvent* event)
{
    DataTable::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        fitColumns();
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
