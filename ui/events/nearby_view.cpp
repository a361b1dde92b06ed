#include "ui/events/nearby_view.h"

#include "ui/console/console.h"
#include "ui/events/event_trace.h"
#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"
#include "ui/words/text_helpers.h"

#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr auto around = 60s;
constexpr std::uint32_t most = 100;
constexpr int rowHeight = 28;
constexpr int inset = 21;

/// The session that an event is about, or began; empty if none.
std::string sessionOf(const audit::Event& event)
{
    if (event.object.kind == "session")
        return event.object.id;
    for (const auto& [name, value] : eventDetails(event))
        if (name == u"session")
            return toUtf8(value);
    return {};
}

enum Role { TimeRole = Qt::UserRole, IconRole, ToneRole };

class NearbyDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {100, scaled(rowHeight, option.widget)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool current = (option.state & QStyle::State_Selected) != 0;
        if (current || (option.state & QStyle::State_MouseOver) != 0)
            painter->fillRect(option.rect, color(current ? Token::Selection : Token::Hover));
        painter->setLayoutDirection(option.direction);
        const auto place = [&option](int from, int to) {
            const QRect part(option.rect.left() + from, option.rect.top(), to - from, option.rect.height());
            return QStyle::visualRect(option.direction, option.rect, part);
        };
        const QString time = index.data(TimeRole).toString();
        const QFont body = textFont(TextStyle::Body);
        const int timeWidth = QFontMetrics(body).horizontalAdvance(time) + 2;
        drawLine(painter, place(inset, inset + timeWidth), time, body, color(Token::TextMuted));
        const int iconAt = inset + timeWidth + 8;
        drawIcon(painter, static_cast<Icon>(index.data(IconRole).toInt()), place(iconAt, iconAt + 16),
                 color(toneText(static_cast<Tone>(index.data(ToneRole).toInt()))), 14);
        drawLine(painter, place(iconAt + 24, option.rect.width() - 16), index.data().toString(), body, color(Token::Text));
    }
};

} // namespace

NearbyView::NearbyView(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_message(makeLabel(TextStyle::Body, Tone::Muted, this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("events.nearby"));
    m_list->setObjectName(QStringLiteral("events.nearby.list"));
    m_list->setAccessibleName(tr("Events within a minute"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NearbyDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(leadingMargins(inset, 12, 19, 0));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        if (index.row() < static_cast<int>(m_events.size()))
            Q_EMIT eventChosen(m_events[static_cast<std::size_t>(index.row())]);
    });
}

void NearbyView::say(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_list->setVisible(text.isEmpty());
}

void NearbyView::setEvent(const audit::Event& event)
{
    m_sequence = event.sequence;
    m_count = -1;
    const auto generation = ++m_generation;
    m_model->clear();
    say(tr("Reading…"));
    audit::EventQuery query;
    query.since = event.time - around;
    query.until = event.time + around;
    m_console.run(
        this,
        [query, address = event.address, user = event.actor.id.empty() ? event.actor.name : event.actor.id,
         request = event.requestId, session = sessionOf(event),
         sequence = event.sequence](Services& services, const access::Actor& actor) -> Result<std::vector<audit::Event>> {
            std::map<std::int64_t, audit::Event, std::greater<>> found;
            const auto collect = [&](const audit::EventQuery& wanted) -> Result<void> {
                SALLYPORT_ASSIGN(journal::EventPage page, services.events.list(actor, wanted, most, {}, false));
                for (audit::Event& one : page.events) {
                    if (one.sequence != sequence)
                        found.emplace(one.sequence, std::move(one));
                }
                return {};
            };
            if (!address.empty()) {
                audit::EventQuery wanted = query;
                wanted.addresses = {address};
                SALLYPORT_TRY(collect(wanted));
            }
            if (!user.empty()) {
                audit::EventQuery wanted = query;
                wanted.users = {user};
                SALLYPORT_TRY(collect(wanted));
            }
            if (!request.empty()) {
                audit::EventQuery wanted;
                wanted.requestIds = {request};
                SALLYPORT_TRY(collect(wanted));
            }
            if (!session.empty()) {
                audit::EventQuery wanted;
                wanted.sessions = {session};
                SALLYPORT_TRY(collect(wanted));
            }
            std::vector<audit::Event> events;
            for (auto& [number, one] : found)
                events.push_back(std::move(one));
            return events;
        },
        [this, generation](Result<std::vector<audit::Event>> found) {
            if (generation == m_generation)
                show(std::move(found));
        });
}

void NearbyView::show(Result<std::vector<audit::Event>> found)
{
    if (!found) {
        say(tr("Nearby events can’t be read right now."));
        return;
    }
    m_events = std::move(*found);
    for (const audit::Event& event : m_events) {
        auto* item = new QStandardItem(eventTitle(event));
        const EventMark mark = severityMark(event.severity);
        item->setData(clockText(event.time), TimeRole);
        item->setData(static_cast<int>(mark.icon), IconRole);
        item->setData(static_cast<int>(mark.tone), ToneRole);
        item->setData(QStringList{clockText(event.time), severityText(event.severity), eventTitle(event), eventWho(event)}.join(
                          QStringLiteral(", ")),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_count = static_cast<int>(m_events.size());
    say(m_events.empty() ? tr("Nothing else from this address or user within a minute.") : QString());
    Q_EMIT countChanged(m_count);
}

} // namespace sallyport::ui
