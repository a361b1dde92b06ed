#include "ui/users/users_panel.h"

#include "ui/look/shortcut.h"
#include "ui/parts/role_choices.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/users/bulk_conduct.h"
#include "ui/users/bulk_pane.h"
#include "ui/users/user_actions.h"
#include "ui/users/user_pane.h"
#include "ui/users/users_model.h"
#include "ui/words/user_text.h"

#include <QMenu>
#include <QPushButton>

// The part of UsersPanel that turns keys, menus and buttons into actions.

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::User;
using identity::UserAction;

void UsersPanel::addShortcuts()
{
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            m_actions->add();
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        if (console().may(access::Permission::UsersUpdate))
            withUser([this](const User& user) { m_actions->edit(user); });
    });
}

void UsersPanel::removeSelected()
{
    if (!console().may(access::Permission::UsersDelete))
        return;
    if (table()->selectedRows().size() > 1)
        return m_conduct->run({UserAction::Delete});
    withUser([this](const User& user) { m_actions->remove(user); });
}

void UsersPanel::connectActions()
{
    connect(m_actions, &UserActions::changed, this, &UsersPanel::refresh);
    connect(m_actions, &UserActions::created, this, [this](const User& user) {
        refresh();
        openPane(user);
        m_list->reveal(text(user.id.text()));
    });
    connect(m_actions, &UserActions::removed, this, [this](const UserId& id) {
        if (m_pane->hasUser() && m_pane->user().id == id)
            m_list->closePane();
    });
}

void UsersPanel::connectPane()
{
    connect(m_pane, &UserPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &UserPane::vanished, m_list, &ListPanel::closePane);
    connect(m_list, &ListPanel::paneClosed, m_pane, &UserPane::clear);
    m_actions->serve(m_pane);
    connect(m_pane, &UserPane::keyRequested, this, [this](const KeyId& id) { Q_EMIT navigate(u"keys"_s, text(id.text())); });
    connect(m_pane, &UserPane::keysRequested, this,
            [this] { Q_EMIT navigate(u"keys"_s, u"owner:"_s + text(m_pane->user().id.text())); });
    connect(m_pane, &UserPane::eventsRequested, this, [this] { showEventsOf(m_pane->user().name); });
}

void UsersPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    // `ID`, or `ID COMMAND` to begin what is to be done to them (UserCommand::id).
    console().run(
        this,
        [id = UserId(argument.section(u' ', 0, 0).toStdString())](Services& services, const access::Actor& actor) {
            return services.users.read(actor, id);
        },
        [this, command = argument.section(u' ', 1).toStdString()](const Result<User>& user) {
            if (!user)
                return;
            openPane(*user);
            m_list->reveal(text(user->id.text()));
            m_actions->run(command, *user);
        });
}

void UsersPanel::refresh()
{
    m_model->refresh();
    m_actions->roles()->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void UsersPanel::withUser(const std::function<void(const User&)>& then)
{
    if (const auto* user = m_model->rowAt(m_list->currentRow()))
        then(*user);
    else if (m_pane->isVisible() && m_pane->hasUser())
        then(m_pane->user());
}

void UsersPanel::fillMenu(QMenu* menu, int row)
{
    const auto* user = m_model->rowAt(row);
    const auto selected = static_cast<int>(table()->selectedRows().size());
    if (m_bulk->isRunning() || (selected <= 1 && !user))
        return;
    if (selected > 1)
        m_actions->fillBulkMenu(menu, selected, [this](const identity::BulkAction& action) { m_conduct->run(action); });
    else
        m_actions->fillContextMenu(menu, *user);
}

} // namespace sallyport::ui
