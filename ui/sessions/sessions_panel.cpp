#include "ui/sessions/sessions_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/sessions/sessions_model.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::Session;

namespace {

constexpr int RefreshDelay = 2000;       // ms; many events of one moment become one refresh
constexpr std::size_t EndedAtOnce = 200; // what Sessions::endMany takes

} // namespace

SessionsPanel::SessionsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new SessionsModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"sessions"_s);
    build();
    connectParts();
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(RefreshDelay);
    connect(&m_refreshLater, &QTimer::timeout, this, &SessionsPanel::refresh);
    connect(&console, &Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) { eventsArrived(events); });
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    m_model->reload();
}

SessionsPanel::~SessionsPanel() = default;

void SessionsPanel::build()
{
    m_endAll = makeButton(ButtonKind::Danger, u"sessions.end_all"_s, m_header);
    m_header->addAction(m_endAll);
    m_filter = new FilterBar(u"sessions.filter"_s, this);
    m_end = makeButton(ButtonKind::Secondary, u"sessions.end"_s, m_filter, Icon::None, ButtonSize::Tool);
    m_end->setEnabled(false);
    m_filter->addTool(m_end);
    m_table = new DataTable(u"sessions.table"_s, this);
    m_table->setModel(m_model);
    m_table->setColumns(SessionsModel::columns());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setSortIndicator(SessionsModel::LastUsed, Qt::DescendingOrder);
    m_states = new StateStack(u"sessions.list"_s, m_table, this);
    m_states->empty()->setIcon(Icon::Monitor);
    m_clear = makeButton(ButtonKind::Secondary, u"sessions.clear_filter"_s, m_states->empty());
    m_states->empty()->addAction(m_clear);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
}

void SessionsPanel::connectParts()
{
    connect(m_filter->field(), &FilterField::filterChanged, this, [this](const QString& text) {
        m_table->clearSelection();
        m_model->search(text);
        showState();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_filter->field()->clear();
        m_model->search({});
        m_filter->field()->setFocus();
    });
    auto* head = m_table->horizontalHeader();
    connect(head, &QHeaderView::sortIndicatorChanged, this, [this, head](int column, Qt::SortOrder order) {
        if (m_table->isSortable(column)) {
            m_table->clearSelection();
            m_model->sort(column, order);
            return showState();
        }
        const QSignalBlocker quiet(head);
        head->setSortIndicator(m_model->sortedColumn(), m_model->query().descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_model, &PagedModel::totalChanged, this, &SessionsPanel::showState);
    connect(m_model, &PagedModel::failed, this, &SessionsPanel::showError);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        m_model->reload();
    });
    connect(m_table, &DataTable::selectedRowsChanged, this, &SessionsPanel::selectionChanged);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (const Session* session = m_model->rowAt(row))
            Q_EMIT navigate(u"users"_s, text(session->user.text()));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &SessionsPanel::contextMenu);
    connect(m_end, &QPushButton::clicked, this, &SessionsPanel::endSelected);
    connect(m_endAll, &QPushButton::clicked, this, &SessionsPanel::endEverybodys);
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->field()->setFocus();
        m_filter->field()->selectAll();
    });
}

void SessionsPanel::setTexts()
{
    m_header->setTitle(tr("Sessions"));
    m_endAll->setText(tr("End all"));
    m_end->setText(tr("End session"));
    m_filter->field()->setPlaceholderText(tr("Filter sessions"));
    m_filter->field()->setAccessibleName(tr("Filter sessions by user, address or program"));
    m_table->setAccessibleName(tr("Sessions"));
    m_clear->setText(tr("Clear filter"));
    m_states->loading()->setText(tr("Loading sessions"));
    showState();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, SessionsModel::ColumnCount - 1);
}

void SessionsPanel::showState()
{
    m_header->setCount(m_model->hasAnswer() ? tr("%L1").arg(m_model->rowCount()) : QString());
    const bool filtered = !m_model->query().text.empty();
    m_clear->setVisible(filtered);
    if (filtered)
        m_states->empty()->setTexts(tr("No session matches"), tr("No user, address or program has this text."));
    else
        m_states->empty()->setTexts(tr("Nobody is signed in"), tr("Who signs in over HTTPS or at the console stands here "
                                                                  "until the session ends."));
    if (!m_model->hasAnswer())
        m_states->showLoading();
    else if (m_model->rowCount() == 0)
        m_states->showEmpty();
    else
        m_states->showContent();
    allow(m_endAll, lacks(console(), access::Permission::UsersRevokeSessions), m_model->hasAnswer() && m_model->rowCount() > 0,
          tr("Signs everybody out but you and those who may do more"));
    selectionChanged();
}

void SessionsPanel::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (m_model->hasAnswer())
        return m_toast->say(Tone::Danger, tr("The list could not be read again. What you see may be old."));
    m_header->setCount({});
    m_endAll->setEnabled(false);
    m_states->showError(error, tr("Nothing is lost and the server keeps running."));
}

void SessionsPanel::selectionChanged()
{
    allow(m_end, lacks(console(), access::Permission::UsersRevokeSessions), !m_table->selectedRows().isEmpty(),
          tr("Ends the selected sessions (Delete)"));
}

void SessionsPanel::contextMenu(const QPoint& at)
{
    const Session* session = m_model->rowAt(m_table->rowAt(at.y()));
    if (!session)
        return;
    auto* menu = new QMenu(m_table);
    menu->setObjectName(u"sessions.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    if (mayOpenPanel(console(), u"users"_s))
        put(tr("Show user"), [this, id = text(session->user.text())] { Q_EMIT navigate(u"users"_s, id); });
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Show events"), [this, name = text(session->userName)]() mutable {
            Q_EMIT navigate(u"events"_s, u"user:\"%1\""_s.arg(name.remove(u'"')));
        });
    menu->addSeparator();
    allow(put(tr("End session…"), [this] { endSelected(); }), lacks(console(), access::Permission::UsersRevokeSessions));
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void SessionsPanel::endSelected()
{
    std::vector<SessionId> ids;
    QString who;
    int unloaded = 0;
    for (const int row : m_table->selectedRows()) {
        const Session* session = m_model->rowAt(row);
        if (!session) {
            ++unloaded; // asking by its place in the list could end another's: the order changes with every request
            continue;
        }
        ids.push_back(session->id);
        who = text(session->userName);
    }
    if (ids.empty())
        return;
    const int count = static_cast<int>(ids.size());
    Confirmation words;
    words.title = count == 1 ? tr("End this session of %1?").arg(who) : tr("End %n sessions?", nullptr, count);
    words.text = tr("Its tokens stop at once. Whoever used it can sign in again.");
    if (unloaded > 0)
        words.text += u' ' + tr("%n of the selected rows were not loaded yet and stay.", nullptr, unloaded);
    words.verb = count == 1 ? tr("End session") : tr("End sessions");
    words.danger = true;
    askConfirmation(this, u"end_sessions"_s, words, [this, ids] { end(ids, 0); });
}

void SessionsPanel::end(std::vector<SessionId> ids, std::int64_t endedBefore)
{
    std::vector<SessionId> rest;
    if (ids.size() > EndedAtOnce) {
        rest.assign(ids.begin() + EndedAtOnce, ids.end());
        ids.resize(EndedAtOnce);
    }
    console().run(
        this, [ids](Services& services, const access::Actor& actor) { return services.sessions.endMany(actor, ids); },
        [this, rest, endedBefore](const Result<std::int64_t>& ended) {
            if (!ended) {
                m_toast->say(Tone::Danger, errorLine(ended.error()));
                return refresh();
            }
            const std::int64_t all = endedBefore + *ended;
            if (!rest.empty())
                return end(rest, all);
            m_table->clearSelection();
            m_toast->say(Tone::Success, tr("%n sessions ended", nullptr, static_cast<int>(all)));
            refresh();
        });
}

void SessionsPanel::endEverybodys()
{
    Confirmation words;
    words.title = tr("End everybody's sessions?");
    words.text = tr("Everybody but you and those who may do more is signed out at once, on every device, and can sign in again.");
    words.verb = tr("End all");
    words.danger = true;
    askConfirmation(this, u"end_all_sessions"_s, words, [this] {
        console().run(
            this, [](Services& services, const access::Actor& actor) { return services.sessions.endEverybodys(actor); },
            [this](const Result<std::int64_t>& ended) {
                if (ended)
                    m_toast->say(Tone::Success, tr("%n sessions ended", nullptr, static_cast<int>(*ended)));
                else
                    m_toast->say(Tone::Danger, errorLine(ended.error()));
                refresh();
            });
    });
}

void SessionsPanel::activate(const QString& argument)
{
    if (!argument.isEmpty())
        m_filter->field()->setText(argument);
    m_table->setFocus();
}

void SessionsPanel::refresh()
{
    m_model->refresh();
}

void SessionsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && m_table->hasFocus() && console().may(access::Permission::UsersRevokeSessions))
        return endSelected();
    Panel::keyPressEvent(event);
}

void SessionsPanel::eventsArrived(const std::vector<audit::Event>& events)
{
    const bool ours = std::ranges::any_of(events, [](const audit::Event& event) {
        return event.kind.starts_with("auth.log") || event.kind.starts_with("console.log") ||
               event.kind.starts_with("session.") || event.kind.starts_with("user.") || event.kind.starts_with("password.");
    });
    if (ours && !m_refreshLater.isActive())
        m_refreshLater.start();
}

} // namespace sallyport::ui
