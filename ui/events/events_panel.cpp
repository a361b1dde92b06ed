#include "ui/events/events_panel.h"

#include "ui/console/permit.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/filter_editor.h"
#include "ui/events/filter_line.h"
#include "ui/events/histogram_reader.h"
#include "ui/events/search_list.h"
#include "ui/events/top_view.h"
#include "ui/events/waiting_bar.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr auto histogramInterval = 5s;
constexpr std::uint32_t knownEvents = 1000;
constexpr int topEvery = 3; ///< rounds of the histogram

} // namespace

EventsPanel::EventsPanel(Console& console, PreferenceStore preferences, QWidget* parent)
    : Panel(console, parent), m_history(preferences), m_colours(preferences), m_preferences(std::move(preferences))
{
    setObjectName(QStringLiteral("events"));
    m_model = new EventModel(console, this);
    m_model->setColours(&m_colours);
    m_searches = new SearchList(console, this);
    build();
    connectParts();
    m_histogramTimer.setInterval(histogramInterval);
    m_rateTimer.setInterval(1s);
    m_histogramTimer.start();
    m_rateTimer.start();
    onRetranslate(this, [this] { setTexts(); });
}

EventsPanel::~EventsPanel() = default;

void EventsPanel::build()
{
    m_filter = new FilterLine(m_history, this);
    m_filter->setKnowledge(&m_known);
    auto* toolbar = new Surface(Token::Surface, this);
    toolbar->setHairlines(Qt::BottomEdge);
    auto* toolbarRow = new QVBoxLayout(toolbar);
    toolbarRow->setContentsMargins(16, 12, 16, 12);
    toolbarRow->addWidget(m_filter);

    m_pane = new QStackedWidget(this);
    m_details = new EventDetails(console(), m_pane);
    m_top = new TopView(console(), m_pane);
    m_pane->addWidget(m_details);
    m_pane->addWidget(m_top);
    m_splitter = new SideSplitter(QStringLiteral("events.split"), this);
    m_splitter->setParts(makeList(), m_pane);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(toolbar);
    column->addWidget(m_splitter, 1);
}

QWidget* EventsPanel::makeHeader()
{
    m_header = new PageHeader(this);
    m_export = makeButton(ButtonKind::Secondary, QStringLiteral("events.export"), this, Icon::Export);
    m_pause = makeButton(ButtonKind::Primary, QStringLiteral("events.pause"), this, Icon::Pause);
    m_view = makeIconButton(Icon::Columns, QStringLiteral("events.view"), this, ButtonSize::Normal);
    m_header->addAction(m_view);
    m_header->addAction(m_export);
    m_header->addAction(m_pause);
    return m_header;
}

QWidget* EventsPanel::makeList()
{
    auto* region = new Surface(Token::Surface, this);
    m_histogram = new EventHistogram(region);
    m_table = new EventTable(region);
    m_table->setModel(m_model);
    m_states = new StateStack(QStringLiteral("events.state"), m_table, region);
    m_states->empty()->setIcon(Icon::Activity);
    m_clearFilter = makeButton(ButtonKind::Secondary, QStringLiteral("events.empty.clear"), m_states);
    m_states->empty()->addAction(m_clearFilter);
    auto* column = new QVBoxLayout(region);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_histogram);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, region));
    column->addWidget(m_states, 1);
    return region;
}

void EventsPanel::connectParts()
{
    connect(m_filter, &FilterLine::filterChanged, this, &EventsPanel::applyFilter);
    connect(m_filter, &FilterLine::correctnessChanged, this, [this] {
        updateExport();
        showState();
    });
    connect(m_export, &QPushButton::clicked, this, &EventsPanel::openReports);
    connect(m_pause, &QPushButton::clicked, this, [this] { setPaused(!m_paused); });
    connectView();
    connect(m_clearFilter, &QPushButton::clicked, this, [this] { m_filter->setText({}); });
    connect(m_histogram, &EventHistogram::selected, this, &EventsPanel::applyPeriod);
    connect(&m_histogramTimer, &QTimer::timeout, this, [this] {
        if (!isVisible() || m_paused)
            return;
        readHistogram();
        if (m_topShown && ++m_topAge % topEvery == 0)
            m_top->setQuery(m_model->query());
    });
    connect(&m_rateTimer, &QTimer::timeout, this, [this] {
        m_arrivals[m_second++ % m_arrivals.size()] = std::exchange(m_arriving, 0);
        showLive();
    });

    connect(m_model, &EventModel::stateChanged, this, &EventsPanel::showState);
    connect(m_model, &EventModel::totalChanged, this, &EventsPanel::showMatches);
    connect(m_model, &EventModel::waitingChanged, this, &EventsPanel::showWaitingBar);
    connect(m_states->error(), &ErrorState::retryRequested, this, &EventsPanel::refresh);
    connect(m_states->error(), &ErrorState::copyRequested, this,
            [](const QString& details) { QGuiApplication::clipboard()->setText(details); });

    // Not the current row: the table gives itself one when it gets the focus.
    connect(m_table, &DataTable::selectedRowsChanged, this, &EventsPanel::showSelected);
    connect(m_table, &EventTable::topReached, this, &EventsPanel::updateFollowing);
    connect(m_table, &EventTable::newestRequested, this, &EventsPanel::jumpToNewest);
    connect(m_table, &EventTable::dismissed, this, &EventsPanel::closeDetails);
    connect(m_table->waitingBar()->jumpButton(), &QPushButton::clicked, this, &EventsPanel::jumpToNewest);
    connect(m_details, &EventDetails::closeRequested, this, &EventsPanel::closeDetails);
    connect(m_details, &EventDetails::navigateRequested, this, [this](const QString& panel, const QString& argument) {
        if (panel == u"events")
            m_filter->setText(argument);
        else
            Q_EMIT navigate(panel, argument);
    });
    connect(m_details, &EventDetails::eventChosen, this, [this](const audit::Event& event) {
        const int row = m_model->rowOf(event.sequence);
        if (row >= 0) {
            m_table->selectRow(row);
        } else { // the filter leaves it out: what is highlighted is another
            m_table->clearSelection();
            m_table->setCurrentIndex({});
        }
        m_details->setEvent(event);
    });

    connect(&console(), &Console::eventsArrived, this, &EventsPanel::takeEvents);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        if (m_filter->editor()->textCursor().atEnd())
            m_filter->editor()->beginWord();
    });
}

void EventsPanel::setTexts()
{
    m_header->setTitle(tr("Live events"));
    m_export->setText(tr("Export"));
    setIconButtonText(m_view, tr("View: columns, rows, colours, top lists"));
    updateExport();
    m_pause->setText(m_paused ? tr("Resume") : tr("Pause"));
    m_clearFilter->setText(tr("Clear filter"));
    m_states->loading()->setText(tr("Reading the journal"));
    m_table->setAccessibleName(tr("Events"));
    if (m_model->rowCount() > 0)
        Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, EventModel::ColumnCount - 1);
    m_table->viewport()->update();
    showState();
    showLive();
}

void EventsPanel::updateExport()
{
    allow(m_export, lacks(console(), access::Permission::EventsExport), m_filter->mistake().isEmpty(), {},
          tr("Correct the filter first"));
}

UtcTime EventsPanel::now() const
{
    if (const Clock* clock = console().clock())
        return clock->now();
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

void EventsPanel::activate(const QString& argument)
{
    if (m_known.isEmpty())
        readKnowledge();
    readSearches();
    if (argument.startsWith(u"evt_"))
        return showOne(argument.toStdString());
    if (!argument.isEmpty()) {
        closeDetails();
        m_filter->setText(argument);
        m_history.use(argument);
    } else if (!m_queryOpen) {
        m_filter->setText(QStringLiteral("since:24h"));
    }
    m_table->setFocus();
}

/// One event among its neighbours: those of its request, or of its second.
void EventsPanel::showOne(const std::string& id)
{
    m_table->setFocus();
    console().run(
        this, [id](Services& services, const access::Actor& actor) { return services.events.readById(actor, id); },
        [this](const Result<audit::Event>& event) {
            if (!event)
                return;
            const auto second = std::chrono::floor<std::chrono::seconds>(event->time);
            const QString around =
                QStringLiteral("since:%1 until:%2").arg(toQString(toRfc3339(second)), toQString(toRfc3339(second + 1s)));
            m_wanted = event->sequence;
            const QString filter =
                event->requestId.empty() ? around : QString(QStringLiteral("request:") + toQString(event->requestId));
            closeDetails();
            if (m_filter->text() == filter)
                applyFilter();
            else
                m_filter->setText(filter);
        });
}

void EventsPanel::selectWanted()
{
    if (!m_wanted || m_model->state() != EventModel::State::Ready)
        return;
    const int row = m_model->rowOf(*std::exchange(m_wanted, std::nullopt));
    if (row >= 0)
        m_table->selectRow(row);
}

void EventsPanel::refresh()
{
    applyFilter();
}

void EventsPanel::applyFilter()
{
    const auto parsed = audit::parseFilter(toUtf8(m_filter->text()), now(), shownZone());
    if (!parsed)
        return; // the line says what is wrong and the list stays as it was
    m_query = *parsed;
    m_queryOpen = true;
    m_histogram->setSelection(std::nullopt);
    applyPeriod();
    readHistogram();
}

void EventsPanel::applyPeriod()
{
    audit::EventQuery query = m_query;
    if (const auto period = m_histogram->selection()) {
        query.since = period->since;
        // The last column ends now: what comes next belongs to it.
        if (period->until < m_histogram->period().until || m_query.until)
            query.until = period->until;
    }
    // What is being read stays beside the list while it is among the events.
    const auto& read = m_details->event();
    if (isReading() && read && audit::matches(query, *read))
        m_wanted = read->sequence;
    else
        closeDetails();
    m_model->setQuery(query);
    if (m_topShown)
        m_top->setQuery(query);
}

void EventsPanel::readHistogram()
{
    if (!m_queryOpen || m_histogram->selection())
        return; // the columns stay still under a chosen period
    auto query = m_query;
    if (const auto parsed = audit::parseFilter(toUtf8(m_filter->text()), now(), shownZone()))
        query = *parsed; // `since:1h` moves on with the clock
    const auto generation = ++m_histogramGeneration;
    console().run(
        this,
        [query, columns = m_histogram->columnsThatFit()](Services& services, const access::Actor& actor) {
            return readColumns(services, actor, query, columns);
        },
        [this, generation](Result<HistogramAnswer> answer) {
            if (generation == m_histogramGeneration && answer)
                m_histogram->setData(answer->period, std::move(answer->columns), answer->closer);
        });
}

void EventsPanel::readKnowledge()
{
    struct Known {
        std::vector<audit::Event> events;
        std::vector<std::string> users;
    };
    console().run(
        this,
        [](Services& services, const access::Actor& actor) -> Result<Known> {
            Known known;
            SALLYPORT_ASSIGN(journal::EventPage page, services.events.list(actor, {}, knownEvents, {}, false));
            known.events = std::move(page.events);
            if (actor.permissions.has(access::Permission::UsersRead)) {
                identity::UserQuery query;
                query.limit = 200;
                SALLYPORT_ASSIGN(const identity::UserPage users, services.users.list(actor, query));
                for (const identity::User& user : users.users)
                    known.users.push_back(user.name);
            }
            return known;
        },
        [this](const Result<Known>& known) {
            if (!known)
                return;
            for (const audit::Event& event : known->events)
                m_known.learn(event);
            for (const std::string& user : known->users) {
                const QString name = toQString(user);
                if (!m_known.users.contains(name))
                    m_known.users.insert(name, 0);
            }
        });
}

void EventsPanel::takeEvents(const std::vector<audit::Event>& events, quint64 dropped)
{
    m_arriving += static_cast<std::uint32_t>(events.size());
    m_dropped += dropped;
    for (const audit::Event& event : events)
        m_known.learn(event);
    if (std::ranges::any_of(events, [](const audit::Event& event) { return event.kind.starts_with("search."); }))
        m_searches->reload();
    if (!m_queryOpen)
        return;
    if (dropped > 0 && m_model->following())
        m_model->reloadQuietly(); // some never reached the window: read them from the journal
    else
        m_model->append(events);
}

void EventsPanel::showState()
{
    const bool filtered = !m_filter->text().trimmed().isEmpty() || m_histogram->selection().has_value();
    if (!m_filter->mistake().isEmpty()) // what nothing was found for isn't what stands in the line
        m_states->empty()->setTexts(tr("The filter has a mistake"), tr("The last one without a mistake is still in use."));
    else
        m_states->empty()->setTexts(filtered ? tr("No event matches") : tr("No events yet"),
                                    filtered ? tr("Nothing in the journal fits the filter. New events appear here at once.")
                                             : tr("Everything that matters for security is recorded here as it happens."));
    m_clearFilter->setVisible(filtered);
    switch (m_model->state()) {
    case EventModel::State::Loading:
        if (m_model->rowCount() == 0)
            m_states->showLoading();
        break;
    case EventModel::State::Failed: m_states->showError(m_model->error(), tr("Recording goes on. Nothing is lost.")); break;
    case EventModel::State::Ready:
        if (m_model->rowCount() == 0 && m_model->waiting() == 0)
            m_states->showEmpty();
        else
            m_states->showContent();
        break;
    }
    showMatches();
    selectWanted();
}

void EventsPanel::showMatches()
{
    m_filter->setMatches(m_model->state() == EventModel::State::Ready ? m_model->total() : -1, m_model->isAbout());
    if (m_model->state() == EventModel::State::Ready && m_states->currentWidget() != m_table && m_model->rowCount() > 0)
        m_states->showContent();
}

void EventsPanel::showLive()
{
    if (m_paused) {
        m_header->setNote(Icon::Pause, tr("Paused"), Tone::Muted);
        return;
    }
    const auto sum = std::accumulate(m_arrivals.begin(), m_arrivals.end(), 0U);
    const double perSecond = static_cast<double>(sum) / static_cast<double>(m_arrivals.size());
    if (sum == 0)
        m_header->setNote(Icon::Live, tr("Live"), Tone::Success);
    else
        m_header->setNote(Icon::Live, tr("Live, %1 per second").arg(QLocale().toString(perSecond, 'f', perSecond < 9.5 ? 1 : 0)),
                          Tone::Success);
}

void EventsPanel::setPaused(bool paused)
{
    m_paused = paused;
    setButtonIcon(m_pause, paused ? Icon::Play : Icon::Pause);
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    updateFollowing();
    showLive();
    if (!paused)
        readHistogram();
}

void EventsPanel::updateFollowing()
{
    const bool reading = m_table->selectionModel() && m_table->selectionModel()->hasSelection();
    m_model->setFollowing(!m_paused && !reading && m_table->isAtTop());
    showWaitingBar();
}

void EventsPanel::showWaitingBar()
{
    m_table->waitingBar()->setWaiting(m_model->waiting(), m_paused);
    m_table->setBarVisible(m_model->waiting() > 0);
    if (m_model->waiting() > 0 && m_states->currentWidget() != m_table)
        m_states->showContent();
}

void EventsPanel::jumpToNewest()
{
    closeDetails();
    m_table->scrollToTop();
    if (m_paused)
        setPaused(false);
    m_model->showWaiting();
    updateFollowing();
    m_table->setFocus();
}

void EventsPanel::showSelected()
{
    updateFollowing();
    const QList<int> rows = m_table->selectedRows();
    if (rows.size() == 1)
        showRow(rows.first());
}

void EventsPanel::showRow(int row)
{
    const audit::Event* event = m_model->eventAt(row);
    if (event == nullptr)
        return;
    m_details->setEvent(*event);
    m_pane->setCurrentWidget(m_details);
    m_splitter->openPane();
}

bool EventsPanel::isReading() const
{
    return m_splitter->isPaneOpen() && m_pane->currentWidget() == m_details;
}

void EventsPanel::closeDetails()
{
    if (m_topShown)
        m_pane->setCurrentWidget(m_top);
    else
        m_splitter->closePane();
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    updateFollowing();
}

void EventsPanel::openReports()
{
    QString filter = m_filter->text();
    if (const auto period = m_histogram->selection()) {
        filter = withTerm(filter, QStringLiteral("since"), toQString(shownZone().rfc3339(period->since)));
        filter = withTerm(filter, QStringLiteral("until"), toQString(shownZone().rfc3339(period->until)));
    }
    Q_EMIT navigate(QStringLiteral("reports"), filter);
}

void EventsPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    readHistogram();
}

} // namespace sallyport::ui
