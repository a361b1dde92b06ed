#pragma once

#include "backend/identity/passkeys/passkeys.h"
#include "ui/users/bulk_job.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <string_view>

class QMenu;
class QWidget;

namespace sallyport::ui {

class Console;
class RoleChoices;
class Toast;
class UserPane;
struct UserCommand;

/// What an operator can do to users: asks first where it is hard to undo, does it, says what was done and offers to
/// undo it where that is possible. The panel's commands; it owns no list.
class UserActions final : public QObject {
    Q_OBJECT

public:
    UserActions(Console& console, QWidget* panel, Toast* toast);

    void add();
    void edit(const identity::User& user);
    void changeRoles(const identity::User& user);
    /// Disable, or enable if disabled.
    void toggle(const identity::User& user);
    void unlock(const identity::User& user);
    void remove(const identity::User& user);
    /// Deletes the account and puts a pseudonym in place of the person in all events, once the e-mail has been typed.
    void erase(const identity::User& user);
    void resetPassword(const identity::User& user);
    void endSessions(const identity::User& user);
    void endSession(const identity::User& user, const SessionId& session, const QString& program);
    /// Resets the second factor, or opens the enrolment if there is none.
    void mfa(const identity::User& user);
    void enrol(const identity::User& user);
    void removePasskey(const identity::User& user, const PasskeyId& id, const QString& name);

    /// Asks about many, then hands out a job that was started (or nothing if the operator changed their mind).
    void bulk(const identity::BulkAction& action, BulkSelection selection);

    /// Does what `pane` is asked for; it must not outlive the panel.
    void serve(UserPane* pane);

    /// Does what a UserCommand of that id is; nothing if there is none. Who may is asked before it is offered, and by the
    /// services.
    void run(std::string_view command, const identity::User& user);
    /// Adds the actions that the pane has no button for.
    void fillMenu(QMenu* menu, const identity::User& user);
    /// Adds every action, as the list's context menu has them.
    void fillContextMenu(QMenu* menu, const identity::User& user);
    /// Adds what can be done to `count` selected users; `run` is told which.
    void fillBulkMenu(QMenu* menu, int count, const std::function<void(const identity::BulkAction&)>& run);

    /// The roles that menus offer.
    RoleChoices* roles() const { return m_roles; }

Q_SIGNALS:
    /// Users were changed: the list and the pane read anew.
    void changed();
    void created(const sallyport::identity::User& user);
    void removed(const sallyport::UserId& id);
    void bulkStarted(sallyport::ui::BulkJob* job);

private:
    void put(QMenu* menu, const QList<UserCommand>& commands, const identity::User& user);
    void removePasskeyNow(const identity::User& user, const PasskeyId& id, const QString& name);
    void apply(const identity::User& user, identity::UserAction action, std::function<void()> done);
    void eraseNow(const identity::User& user);
    void confirm(const QString& name, const QString& title, const QString& text, const QString& verb,
                 std::function<void()> confirmed);
    void say(const Error& error, const identity::User& user);
    void sayUndo(const QString& text, const identity::User& user, identity::UserAction undo);
    void fillRoleMenu(QMenu* menu, identity::RoleChange change, const std::function<void(const identity::BulkAction&)>& run);
    void startBulk(const identity::BulkAction& action, BulkSelection selection);
    QString bulkDone(const identity::BulkAction& action, int count) const;
    void finishBulk(const identity::BulkAction& action, const BulkJob::Outcome& outcome);

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;
    RoleChoices* m_roles;
    std::function<void()> m_undo;
};

} // namespace sallyport::ui
