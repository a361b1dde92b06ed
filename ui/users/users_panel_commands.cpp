#include "ui/users/users_panel.h"

#include "ui/tables/data_table.h"
#include "ui/users/bulk_bar.h"
#include "ui/users/bulk_job.h"
#include "ui/users/user_actions.h"
#include "ui/users/user_pane.h"
#include "ui/users/users_model.h"
#include "ui/widgets/filter_bar.h"
#include "ui/words/user_text.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>
#include <array>

// The part of UsersPanel that turns keys, menus and buttons into actions.

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::User;
using identity::UserAction;

void UsersPanel::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto then) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, then);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            m_actions->add();
    });
    add(QKeySequence(Qt::Key_F2), [this] {
        if (console().may(access::Permission::UsersUpdate))
            withUser([this](const User& user) { m_actions->edit(user); });
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->field()->setFocus();
        m_filter->field()->selectAll();
    });
}

void UsersPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pane->isVisible())
        return closePane();
    if (event->key() == Qt::Key_Delete && m_table->hasFocus() && console().may(access::Permission::UsersDelete)) {
        if (m_table->selectedRows().size() > 1)
            return runBulk({UserAction::Delete});
        return withUser([this](const User& user) { m_actions->remove(user); });
    }
    Panel::keyPressEvent(event);
}

void UsersPanel::connectActions()
{
    connect(m_actions, &UserActions::changed, this, &UsersPanel::refresh);
    connect(m_actions, &UserActions::created, this, [this](const User& user) {
        refresh();
        openPane(user);
    });
    connect(m_actions, &UserActions::removed, this, [this](const UserId& id) {
        if (m_pane->hasUser() && m_pane->user().id == id)
            closePane();
    });
    connect(m_actions, &UserActions::bulkStarted, this, &UsersPanel::watch);
    connect(m_bulk, &BulkBar::actionRequested, this, [this](UserAction action) { runBulk({action}); });
    connect(m_bulk, &BulkBar::clearRequested, m_table, &QAbstractItemView::clearSelection);
}

void UsersPanel::connectPane()
{
    connect(m_pane, &UserPane::closeRequested, this, &UsersPanel::closePane);
    connect(m_pane, &UserPane::vanished, this, &UsersPanel::closePane);
    m_actions->serve(m_pane);
    connect(m_pane, &UserPane::keyRequested, this, [this](const KeyId& id) { Q_EMIT navigate(u"keys"_s, text(id.text())); });
    connect(m_pane, &UserPane::keysRequested, this,
            [this] { Q_EMIT navigate(u"keys"_s, u"owner:"_s + text(m_pane->user().id.text())); });
    connect(m_pane, &UserPane::eventsRequested, this, [this] {
        // In the filter language of the events, by name: people read it in the field.
        auto name = text(m_pane->user().name);
        Q_EMIT navigate(u"events"_s, u"user:\"%1\""_s.arg(name.remove(u'"')));
    });
}

void UsersPanel::activate(const QString& argument)
{
    m_table->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = UserId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.users.read(actor, id);
        },
        [this](const Result<User>& user) {
            if (user)
                openPane(*user);
        });
}

void UsersPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void UsersPanel::withUser(const std::function<void(const User&)>& then)
{
    if (const auto* user = currentUser())
        then(*user);
    else if (m_pane->isVisible() && m_pane->hasUser())
        then(m_pane->user());
}

const User* UsersPanel::currentUser() const
{
    const auto rows = m_table->selectedRows();
    return rows.size() == 1 ? m_model->rowAt(rows.front()) : nullptr;
}

void UsersPanel::followRow(int row)
{
    if (!m_pane->isVisible())
        return;
    const auto* user = m_model->rowAt(row);
    if (user && !(m_pane->hasUser() && m_pane->user().id == user->id))
        m_pane->setUser(*user);
}

void UsersPanel::selectionChanged()
{
    if (m_bulk->isRunning())
        return;
    const auto count = m_table->selectedRows().size();
    m_bulk->setSelected(static_cast<int>(count));
    m_bars->setCurrentWidget(count > 1 ? static_cast<QWidget*>(m_bulk) : m_filter);
}

void UsersPanel::runBulk(const identity::BulkAction& action)
{
    BulkSelection selection;
    selection.query = m_model->query();
    for (const int row : m_table->selectedRows()) {
        if (const auto* user = m_model->rowAt(row)) {
            selection.known.push_back({user->id, user->name});
            continue;
        }
        const auto at = static_cast<std::uint64_t>(row);
        if (!selection.rows.empty() && selection.rows.back().second + 1 == at)
            selection.rows.back().second = at;
        else
            selection.rows.emplace_back(at, at);
    }
    m_actions->bulk(action, std::move(selection));
}

void UsersPanel::watch(BulkJob* job)
{
    const std::array titles{tr("Disabling"), tr("Enabling"),      tr("Unlocking"),
                            tr("Deleting"),  tr("Resetting MFA"), tr("Ending sessions")};
    const auto* one = std::get_if<UserAction>(&job->action().what);
    const auto title = one ? titles.at(static_cast<std::size_t>(*one)) : tr("Changing roles");
    m_bars->setCurrentWidget(m_bulk);
    m_bulk->showProgress(title, 0, 1);
    m_table->setEnabled(false);
    connect(job, &BulkJob::progress, this,
            [this, title](quint64 done, quint64 total) { m_bulk->showProgress(title, done, total); });
    connect(m_bulk, &BulkBar::cancelRequested, job, &BulkJob::cancel);
    const auto end = [this] {
        m_table->setEnabled(true);
        m_bulk->endProgress();
        m_table->clearSelection();
        selectionChanged();
    };
    connect(job, &BulkJob::finished, this, end);
    connect(job, &BulkJob::failed, this, end);
}

void UsersPanel::contextMenu(const QPoint& at)
{
    const auto* user = m_model->rowAt(m_table->rowAt(at.y()));
    const auto selected = static_cast<int>(m_table->selectedRows().size());
    if (m_bulk->isRunning() || (selected <= 1 && !user))
        return;
    auto* menu = new QMenu(m_table);
    menu->setObjectName(u"users.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (selected > 1)
        m_actions->fillBulkMenu(menu, selected, [this](const identity::BulkAction& action) { runBulk(action); });
    else
        m_actions->fillContextMenu(menu, *user);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void UsersPanel::eventsArrived(const std::vector<audit::Event>& events)
{
    const bool ours = std::any_of(events.begin(), events.end(), [](const audit::Event& event) {
        return event.kind.starts_with("user.") || event.kind.starts_with("mfa.") || event.kind.starts_with("auth.login") ||
               event.kind.starts_with("session.") || event.kind.starts_with("password.");
    });
    if (ours && !m_refreshLater.isActive())
        m_refreshLater.start();
}

} // namespace sallyport::ui
