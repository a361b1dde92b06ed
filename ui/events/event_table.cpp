#include "ui/events/event_table.h"

#include "ui/events/event_model.h"
#include "ui/events/waiting_bar.h"
#include "ui/look/text_style.h"
#include "ui/tables/table_header.h"
#include "ui/words/event_text.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr double widestPart = 0.55; ///< of the list, for a title: beside a longer one there would be no room for anything else
constexpr double widestNamePart = 0.2;

} // namespace

EventTable::EventTable(QWidget* parent) : DataTable(QStringLiteral("events.list"), parent), m_bar(new WaitingBar(this))
{
    setCompact(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    m_fitting.setSingleShot(true);
    m_fitting.setInterval(0);
    connect(&m_fitting, &QTimer::timeout, this, &EventTable::fitTitles);
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
    const QStringList chosen = chosenColumns();
    setColumns({{QStringLiteral("time"), 80, 0, 0, false, false, true},
                {QStringLiteral("severity"), severity + 34, 3, 0, false, false, true},
                {QStringLiteral("event"), 168, 0, 3, false, false, true, [this] { return QStringList(m_widestTitle); }},
                {QStringLiteral("who"), 124, 1, 1, false, false, true, [this] { return QStringList(m_widestName); }},
                {QStringLiteral("address"), 116, 4, 0, false, false, true},
                {QStringLiteral("outcome"), outcome + 20, 2, 0, false, false, true},
                {QStringLiteral("target"), 124, 5, 1, false, false, false},
                {QStringLiteral("kind"), 150, 8, 0, false, false, false},
                {QStringLiteral("request"), 210, 10, 0, false, false, false},
                {QStringLiteral("path"), 160, 6, 1, false, false, false},
                {QStringLiteral("status"), 60, 7, 0, false, false, false},
                {QStringLiteral("reason"), 140, 9, 1, false, false, false}});
    if (!chosen.isEmpty())
        setChosenColumns(chosen);
}

void EventTable::setModel(QAbstractItemModel* model)
{
    DataTable::setModel(model);
    setColumnsMovable(true);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_widestTitle.clear();
        m_widestName.clear();
        m_fitting.start();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { m_fitting.start(); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { m_fitting.start(); });
}

QString EventTable::widest(const QString& one, const QString& other) const
{
    const QFontMetrics body(textFont(TextStyle::Body));
    return body.horizontalAdvance(other) > body.horizontalAdvance(one) ? other : one;
}

void EventTable::fitTitles()
{
    if (!model() || model()->rowCount() == 0)
        return;
    const QFontMetrics body(textFont(TextStyle::Body));
    const int room = viewport()->width();
    const auto within = [&](const QString& text, double part) {
        return body.elidedText(text, Qt::ElideRight, static_cast<int>(room * part));
    };
    const bool anew = room != m_fittedFor; // another part of it is another text
    QString title = anew ? QString() : m_widestTitle, name = anew ? QString() : m_widestName;
    const int first = std::max(0, rowAt(0)), below = rowAt(viewport()->height() - 1);
    const int last = below < 0 ? model()->rowCount() - 1 : below;
    for (int row = first; row <= last; ++row) {
        title = widest(title, within(model()->index(row, EventModel::What).data().toString(), widestPart));
        name = widest(name, within(model()->index(row, EventModel::Who).data().toString(), widestNamePart));
    }
    m_fittedFor = room;
    if (title == m_widestTitle && name == m_widestName)
        return;
    m_widestTitle = title;
    m_widestName = name;
    fitColumns();
}

void EventTable::changeEvent(QEvent* event)
{
    DataTable::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        fitColumns();
    if (event->type() == QEvent::LanguageChange)
        m_fitting.start();
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
    m_fitting.start();
    placeBar();
}

void EventTable::scrollContentsBy(int dx, int dy)
{
    DataTable::scrollContentsBy(dx, dy);
    m_fitting.start();
    if (m_atTop != isAtTop()) {
        m_atTop = isAtTop();
        Q_EMIT topReached(m_atTop);
    }
}

} // namespace sallyport::ui
