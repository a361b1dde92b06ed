#include "ui/sessions/sessions_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/sessions/sessions_model.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::Session;

namespace {

constexpr std::size_t endedAtOnce = 200; // what Sessions::endMany takes

} // namespace

SessionsPanel::SessionsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new SessionsModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"sessions"_s);
    m_list = new ListPanel({.name = u"sessions"_s,
                            .model = m_model,
                            .columns = SessionsModel::columns(),
                            .icon = Icon::Monitor,
                            .sortedColumn = SessionsModel::LastUsed,
                            .order = Qt::DescendingOrder,
                            .filtered = [this] { return !m_model->query().text.empty(); }},
                           m_header, m_toast, this);
    m_endAll = makeButton(ButtonKind::Danger, u"sessions.end_all"_s, m_header);
    m_header->addAction(m_endAll);
    m_end = makeButton(ButtonKind::Secondary, u"sessions.end"_s, m_list->filter(), Icon::None, ButtonSize::Tool);
    enableOr(m_end, tr("Choose a session first"));
    m_list->filter()->addTool(m_end);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connectParts();
    refreshAfter({"auth.log", "console.log", "session.", "user.", "password."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

SessionsPanel::~SessionsPanel() = default;

DataTable* SessionsPanel::table() const
{
    return m_list->table();
}

void SessionsPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &SessionsModel::search);
    connect(m_list, &ListPanel::shown, this, &SessionsPanel::showState);
    connect(m_list, &ListPanel::menuWanted, this, &SessionsPanel::fillMenu);
    connect(m_list, &ListPanel::removalRequested, this, &SessionsPanel::endSelected);
    connect(table(), &DataTable::selectedRowsChanged, this, &SessionsPanel::selectionChanged);
    connect(table(), &DataTable::rowActivated, this, [this](int row) {
        if (const Session* session = m_model->rowAt(row))
            Q_EMIT navigate(u"users"_s, text(session->user.text()));
    });
    connect(m_end, &QPushButton::clicked, this, &SessionsPanel::endSelected);
    connect(m_endAll, &QPushButton::clicked, this, &SessionsPanel::endEverybodys);
}

void SessionsPanel::setTexts()
{
    m_header->setTitle(tr("Sessions"));
    m_endAll->setText(tr("End all"));
    m_end->setText(tr("End session"));
    m_list->setTexts({.placeholder = tr("Filter sessions"),
                      .filter = tr("Filter sessions by user, address or program"),
                      .table = tr("Sessions"),
                      .clear = tr("Clear filter"),
                      .loading = tr("Loading sessions"),
                      .safe = tr("Nothing is lost and the server keeps running.")});
}

void SessionsPanel::showState()
{
    if (!m_model->query().text.empty())
        m_list->empty()->setTexts(tr("No session matches"), tr("No user, address or program has this text."));
    else
        m_list->empty()->setTexts(tr("Nobody is signed in"), tr("Who signs in over HTTPS or at the console stands here "
                                                                "until the session ends."));
    allow(m_endAll, lacks(console(), access::Permission::UsersRevokeSessions), m_model->hasAnswer() && m_model->rowCount() > 0,
          tr("Signs everybody out but you and those who may do more"),
          m_model->hasAnswer() ? tr("Nobody is signed in") : waitReason());
    selectionChanged();
}

void SessionsPanel::selectionChanged()
{
    allow(m_end, lacks(console(), access::Permission::UsersRevokeSessions), !table()->selectedRows().isEmpty(),
          tr("Ends the selected sessions (Delete)"), tr("Choose a session first"));
}

void SessionsPanel::fillMenu(QMenu* menu, int row)
{
    const Session* session = m_model->rowAt(row);
    if (!session)
        return;
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    if (mayOpenPanel(console(), u"users"_s))
        put(tr("Show user"), [this, id = text(session->user.text())] { Q_EMIT navigate(u"users"_s, id); });
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Show events"), [this, name = session->userName] { showEventsOf(name); });
    menu->addSeparator();
    allow(put(tr("End session…"), [this] { endSelected(); }), lacks(console(), access::Permission::UsersRevokeSessions));
}

void SessionsPanel::endSelected()
{
    if (!console().may(access::Permission::UsersRevokeSessions))
        return;
    std::vector<SessionId> ids;
    QString who;
    int unloaded = 0;
    for (const int row : table()->selectedRows()) {
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
    words.title = count == 1 ? tr("End this session of %1?").arg(who) : tr("End %Ln sessions?", nullptr, count);
    words.text = tr("Its tokens stop at once. Whoever used it can sign in again.");
    if (unloaded > 0)
        words.text += u' ' + tr("%Ln of the selected rows were not loaded yet and stay.", nullptr, unloaded);
    words.verb = count == 1 ? tr("End session") : tr("End sessions");
    words.danger = true;
    askConfirmation(this, u"end_sessions"_s, words, [this, ids] { end(ids, 0); });
}

void SessionsPanel::end(std::vector<SessionId> ids, std::int64_t endedBefore)
{
    std::vector<SessionId> rest;
    if (ids.size() > endedAtOnce) {
        rest.assign(ids.begin() + endedAtOnce, ids.end());
        ids.resize(endedAtOnce);
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
            table()->clearSelection();
            m_toast->say(Tone::Success, tr("%Ln sessions ended", nullptr, static_cast<int>(all)));
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
                    m_toast->say(Tone::Success, tr("%Ln sessions ended", nullptr, static_cast<int>(*ended)));
                else
                    m_toast->say(Tone::Danger, errorLine(ended.error()));
                refresh();
            });
    });
}

void SessionsPanel::activate(const QString& argument)
{
    if (!argument.isEmpty())
        m_list->filter()->field()->setText(argument);
    table()->setFocus();
}

void SessionsPanel::refresh()
{
    m_model->refresh();
}

} // namespace sallyport::ui
