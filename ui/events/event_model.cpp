#include "ui/events/event_model.h"

#include "ui/console/console.h"
#include "ui/events/colour_rules.h"
#include "ui/tables/table_cells.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <algorithm>
#include <utility>

namespace sallyport::ui {

namespace {

QString orDash(const std::string& text)
{
    return text.empty() ? QStringLiteral("–") : toQString(text);
}

QString text(const audit::Event& event, int column)
{
    switch (column) {
    case EventModel::Time: return clockText(event.time);
    case EventModel::Severity: return severityText(event.severity);
    case EventModel::What: return eventTitle(event);
    case EventModel::Who: return eventWho(event);
    case EventModel::Address: return event.address.empty() ? QStringLiteral("–") : toQString(event.address);
    case EventModel::Outcome: return outcomeText(event.outcome);
    case EventModel::Target: return orDash(event.object.name);
    case EventModel::Kind: return toQString(event.kind);
    case EventModel::Request: return orDash(event.requestId);
    case EventModel::Path: return orDash(event.path);
    case EventModel::Status: return event.status == 0 ? QStringLiteral("–") : QString::number(event.status);
    case EventModel::Reason: return event.reason.empty() ? QStringLiteral("–") : reasonText(event.reason);
    default: return {};
    }
}

Tone tone(const audit::Event& event, int column)
{
    if (column == EventModel::Severity && event.severity == audit::Severity::Critical)
        return Tone::Danger;
    const bool quiet = column == EventModel::Time || column == EventModel::Address || column > EventModel::Outcome ||
                       (column == EventModel::Who && event.actor.name.empty() && event.object.name.empty());
    return quiet ? Tone::Muted : Tone::Normal;
}

} // namespace

/// What a walk along the cursors brings back: the page that was wanted and the cursors passed on the way.
struct EventModel::Walk {
    std::size_t page = 0;
    std::size_t first = 0;            ///< page that `cursors[0]` begins
    std::vector<std::string> cursors; ///< of the pages after `first`
    std::vector<audit::Event> events;
    bool last = false;
};

EventModel::EventModel(Console& console, QObject* parent) : QAbstractTableModel(parent), m_console(console) {}

void EventModel::setQuery(const audit::EventQuery& query)
{
    m_query = query;
    reload();
}

void EventModel::reload()
{
    ++m_generation;
    beginResetModel();
    m_pages.clear();
    m_cursors.assign(1, std::string());
    m_live.clear();
    m_waiting.clear();
    m_waitingCount = 0;
    m_pagedRows = m_pagedTotal = 0;
    m_placed = rowsAtOnce;
    m_reloading = false;
    m_head = 0;
    m_counted = false;
    m_about = false;
    m_wanted.reset();
    m_fetching = false;
    m_state = State::Loading;
    endResetModel();
    Q_EMIT stateChanged();
    Q_EMIT waitingChanged();
    readFirst();
}

void EventModel::reloadQuietly()
{
    if (m_state != State::Ready || !m_following)
        return reload();
    if (std::exchange(m_reloading, true))
        return;
    ++m_generation;
    m_wanted.reset();
    m_fetching = false;
    readFirst();
}

void EventModel::readFirst()
{
    const auto generation = m_generation;
    m_console.run(
        this,
        [query = m_query](Services& services, const access::Actor& actor) {
            return services.events.list(actor, query, pageSize, {}, false);
        },
        [this, generation](Result<journal::EventPage> page) {
            if (generation != m_generation)
                return;
            if (m_reloading && !m_following) {
                m_reloading = false; // somebody has begun to read: what is in sight stays
                return;
            }
            if (page)
                takeFirst(std::move(*page));
            else
                fail(std::move(page).error());
        });
}

void EventModel::takeFirst(journal::EventPage page)
{
    beginResetModel();
    m_state = State::Ready;
    const std::int64_t before = std::exchange(m_reloading, false) ? total() : -1;
    m_pages.clear();
    m_cursors.assign(1, std::string());
    m_placed = rowsAtOnce;
    m_head = 0;
    for (const audit::Event& event : page.events)
        m_head = std::max(m_head, event.sequence); // with a period the order is that of time
    const bool all = page.nextCursor.empty();
    if (!all)
        m_cursors.push_back(page.nextCursor);
    const auto total = page.total;
    m_pagedRows = m_pagedTotal = static_cast<std::int64_t>(page.events.size());
    m_pages[0] = {std::move(page.events), ++m_tick};
    // What came in while the first page was being read is either in it or newer.
    std::erase_if(m_live, [this](const audit::Event& event) { return event.sequence <= m_head; });
    std::erase_if(m_waiting, [this](const audit::Event& event) { return event.sequence <= m_head; });
    m_waitingCount = static_cast<std::int64_t>(m_waiting.size());
    for (const auto* newer : {&m_live, &m_waiting}) {
        if (!newer->empty())
            m_head = std::max(m_head, newer->front().sequence);
    }
    endResetModel();
    m_counted = all || before >= 0;
    m_about = m_about && !all;
    if (!all && before >= 0) // until it is counted anew
        m_pagedTotal = std::max(m_pagedRows, before - static_cast<std::int64_t>(m_live.size()) - m_waitingCount);
    Q_EMIT stateChanged();
    Q_EMIT totalChanged();
    if (all)
        return;
    if (total >= 0) {
        takeCount({total});
        return;
    }
    const auto generation = m_generation;
    m_console.run(
        this, [query = m_query](Services& services, const access::Actor& actor) { return services.events.total(actor, query); },
        [this, generation](const Result<audit::EventTotal>& count) {
            if (generation == m_generation && count)
                takeCount(*count);
        });
}

void EventModel::takeCount(const audit::EventTotal& total)
{
    // Counted a moment after the first page was read: newer ones among them are shown above it.
    m_counted = true;
    m_about = total.about;
    m_pagedTotal = std::max(m_pagedRows, total.count - static_cast<std::int64_t>(m_live.size()) - m_waitingCount);
    setPagedRows(m_pagedTotal);
    Q_EMIT totalChanged();
}

void EventModel::setPagedRows(std::int64_t rows)
{
    // A view that places ten million rows is slow with each that comes.
    rows = std::min(rows, m_placed);
    const int live = static_cast<int>(m_live.size());
    if (rows > m_pagedRows) {
        beginInsertRows({}, live + static_cast<int>(m_pagedRows), live + static_cast<int>(rows) - 1);
        m_pagedRows = rows;
        endInsertRows();
    } else if (rows < m_pagedRows) {
        beginRemoveRows({}, live + static_cast<int>(rows), live + static_cast<int>(m_pagedRows) - 1);
        m_pagedRows = rows;
        endRemoveRows();
    }
}

void EventModel::placeMore() const
{
    if (std::exchange(m_placing, true))
        return;
    auto* self = const_cast<EventModel*>(this);
    QMetaObject::invokeMethod(
        self,
        [self] {
            self->m_placing = false;
            self->m_placed += rowsAtOnce;
            self->setPagedRows(self->m_pagedTotal);
        },
        Qt::QueuedConnection);
}

void EventModel::fail(Error error)
{
    m_reloading = false;
    m_error = std::move(error);
    m_state = State::Failed;
    Q_EMIT stateChanged();
}

std::int64_t EventModel::total() const
{
    return m_counted ? m_pagedTotal + static_cast<std::int64_t>(m_live.size()) + m_waitingCount : -1;
}

void EventModel::append(const std::vector<audit::Event>& events)
{
    std::vector<audit::Event> taken;
    for (const audit::Event& event : events) {
        if (event.sequence > m_head && audit::matches(m_query, event))
            taken.push_back(event);
    }
    if (taken.empty() || m_state == State::Failed)
        return;
    if (m_state == State::Ready)
        m_head = taken.back().sequence;
    if (!m_following) {
        for (const audit::Event& event : taken)
            m_waiting.push_front(event);
        m_waitingCount += static_cast<std::int64_t>(taken.size());
        if (m_waiting.size() > mostWaiting)
            m_waiting.resize(mostWaiting);
        Q_EMIT waitingChanged();
    } else if (m_live.size() + taken.size() > 2 * mostLive && m_state == State::Ready) {
        reload(); // nobody answers
        return;
    } else {
        if (m_live.size() + taken.size() > mostLive && m_state == State::Ready)
            reloadQuietly();
        beginInsertRows({}, 0, static_cast<int>(taken.size()) - 1);
        for (const audit::Event& event : taken)
            m_live.push_front(event);
        endInsertRows();
    }
    Q_EMIT matched(taken);
    Q_EMIT totalChanged();
}

void EventModel::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    if (following)
        showWaiting();
}

void EventModel::showWaiting()
{
    if (m_waitingCount == 0)
        return;
    if (m_waitingCount > static_cast<std::int64_t>(m_waiting.size())) {
        reload(); // more came than were kept
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(m_waiting.size()) - 1);
    m_live.insert(m_live.begin(), std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
    m_waiting.clear();
    m_waitingCount = 0;
    endInsertRows();
    Q_EMIT waitingChanged();
}

const audit::Event* EventModel::eventAt(int row) const
{
    if (row < 0)
        return nullptr;
    const auto live = m_live.size();
    auto index = static_cast<std::size_t>(row);
    if (index < live)
        return &m_live[index];
    index -= live;
    const std::size_t number = index / pageSize;
    if (m_pagedRows < m_pagedTotal && index + pageSize >= static_cast<std::size_t>(m_pagedRows))
        placeMore();
    const auto page = m_pages.find(number);
    if (page == m_pages.end()) {
        if (index < static_cast<std::size_t>(m_pagedRows))
            requestPage(number);
        return nullptr;
    }
    const_cast<Page&>(page->second).usedAt = ++m_tick;
    const std::size_t place = index % pageSize;
    return place < page->second.events.size() ? &page->second.events[place] : nullptr;
}

int EventModel::rowOf(std::int64_t sequence) const
{
    for (std::size_t i = 0; i < m_live.size(); ++i) {
        if (m_live[i].sequence == sequence)
            return static_cast<int>(i);
    }
    for (const auto& [number, page] : m_pages) {
        for (std::size_t i = 0; i < page.events.size(); ++i) {
            if (page.events[i].sequence == sequence)
                return static_cast<int>(m_live.size() + number * pageSize + i);
        }
    }
    return -1;
}

void EventModel::requestPage(std::size_t page) const
{
    m_wanted = page;
    if (m_fetching)
        return;
    m_fetching = true;
    // Painting asks; the answer must not come back inside of it. The last page asked for wins.
    auto* self = const_cast<EventModel*>(this);
    QMetaObject::invokeMethod(
        self,
        [self] {
            self->m_fetching = false;
            if (self->m_wanted)
                self->fetch(*self->m_wanted);
        },
        Qt::QueuedConnection);
}

void EventModel::fetch(std::size_t page)
{
    if (m_pages.contains(page) || m_state != State::Ready)
        return;
    m_fetching = true;
    m_wanted.reset();
    const std::size_t from = std::min(page, m_cursors.size() - 1);
    const auto generation = m_generation;
    m_console.run(
        this,
        [query = m_query, page, from, cursor = m_cursors[from]](Services& services, const access::Actor& actor,
                                                                const CancelFlag& cancelled) mutable -> Result<Walk> {
            Walk walk;
            walk.page = page;
            walk.first = from;
            for (std::size_t at = from;; ++at) {
                if (cancelled)
                    return makeError(ErrorCode::Cancelled, "the vault is being locked");
                SALLYPORT_ASSIGN(journal::EventPage read, services.events.list(actor, query, pageSize, cursor, false));
                walk.last = read.nextCursor.empty();
                cursor = read.nextCursor;
                if (!walk.last)
                    walk.cursors.push_back(cursor);
                if (at == page || walk.last) {
                    walk.page = at;
                    walk.events = std::move(read.events);
                    return walk;
                }
            }
        },
        [this, generation](Result<Walk> walk) {
            if (generation != m_generation)
                return;
            m_fetching = false;
            if (walk)
                take(std::move(*walk));
            else if (walk.error().code != ErrorCode::Cancelled)
                fail(std::move(walk).error());
        });
}

void EventModel::take(Walk walk)
{
    for (std::size_t i = 0; i < walk.cursors.size(); ++i) {
        const std::size_t page = walk.first + 1 + i;
        if (page >= m_cursors.size())
            m_cursors.push_back(walk.cursors[i]);
    }
    const auto begin = static_cast<std::int64_t>(walk.page * pageSize);
    const auto rows = static_cast<std::int64_t>(walk.events.size());
    m_pages[walk.page] = {std::move(walk.events), ++m_tick};
    forgetOldPages();
    m_pagedTotal = walk.last ? begin + rows : std::max(m_pagedTotal, begin + rows);
    m_about = m_about && !walk.last;
    setPagedRows(m_pagedTotal);
    const int live = static_cast<int>(m_live.size());
    if (rows > 0)
        Q_EMIT dataChanged(index(live + static_cast<int>(begin), 0),
                           index(live + static_cast<int>(begin + rows) - 1, ColumnCount - 1));
    Q_EMIT totalChanged();
    if (m_wanted)
        fetch(*m_wanted);
}

void EventModel::forgetOldPages()
{
    while (m_pages.size() > mostPages) {
        const auto oldest = std::min_element(m_pages.begin(), m_pages.end(),
                                             [](const auto& a, const auto& b) { return a.second.usedAt < b.second.usedAt; });
        m_pages.erase(oldest);
    }
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_live.size()) + static_cast<int>(m_pagedRows);
}

int EventModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const audit::Event* event = eventAt(index.row());
    if (event == nullptr)
        return role == CellPlaceholderRole ? QVariant(true) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return text(*event, index.column());
    case Qt::AccessibleTextRole:
        //: %1: what happened; a colour rule of the operator's marks it
        return index.column() == What && m_colours && m_colours->match(*event) ? tr("%1, marked").arg(text(*event, What))
                                                                               : text(*event, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return zonedTime(event->time);
        return index.column() == Who && !event->actor.name.empty() && eventWho(*event) != toQString(event->actor.name)
                   ? QString(eventWho(*event) + u", " + toQString(event->actor.name)) // as claimed
                   : text(*event, index.column());
    case CellIconRole:
    case CellIconToneRole: {
        if (index.column() == What) {
            const ColourRule* rule = m_colours ? m_colours->match(*event) : nullptr;
            if (role == CellIconRole)
                return static_cast<int>(rule ? rule->icon : Icon::None);
            return rule ? QVariant(static_cast<int>(rule->tone)) : QVariant();
        }
        const EventMark mark = index.column() == Severity  ? severityMark(event->severity)
                               : index.column() == Outcome ? outcomeMark(event->outcome)
                                                           : EventMark{};
        return role == CellIconRole ? static_cast<int>(mark.icon) : static_cast<int>(mark.tone);
    }
    case CellToneRole:
        if (const ColourRule* rule = index.column() == What && m_colours ? m_colours->match(*event) : nullptr)
            return static_cast<int>(rule->tone);
        return static_cast<int>(tone(*event, index.column()));
    case CellMonoRole:
        return index.column() == Address || index.column() == Kind || index.column() == Request || index.column() == Path;
    case CellStrongRole: return index.column() == What && event->severity == audit::Severity::Critical;
    case RowIdRole: return QVariant::fromValue<qint64>(event->sequence);
    default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Severity: return tr("Severity");
    case What: return tr("Event");
    case Who: return tr("Who");
    case Address: return tr("Address");
    case Outcome: return tr("Outcome");
    case Target: return tr("What", "a column: to what it was done");
    case Kind: return tr("Kind word");
    case Request: return tr("Request id");
    case Path: return tr("Path");
    case Status: return tr("Answer");
    case Reason: return tr("Reason");
    default: return {};
    }
}

} // namespace sallyport::ui
