#include "ui/users/user_actions.h"

#include "backend/retention/retention.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/parts/once_dialog.h"
#include "ui/parts/role_choices.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/users/add_user_dialog.h"
#include "ui/users/edit_user_dialog.h"
#include "ui/users/roles_dialog.h"
#include "ui/users/user_commands.h"
#include "ui/users/user_pane.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QMenu>
#include <QPushButton>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::User;
using identity::UserAction;

namespace {

/// Where an invitation is good for something.
OnceDialog::Server serverOf(const Console& console)
{
    const ServerStatus& status = console.serverStatus();
    return {console.vaultName(), text(status.url), text(status.fingerprint)};
}

} // namespace

UserActions::UserActions(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast), m_roles(new RoleChoices(console, this))
{
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
}

void UserActions::serve(UserPane* pane)
{
    const auto doing = [this, pane](auto action) {
        return [this, pane, action] {
            if (pane->hasUser())
                (this->*action)(pane->user());
        };
    };
    connect(pane, &UserPane::editRequested, this, doing(&UserActions::edit));
    connect(pane, &UserPane::rolesRequested, this, doing(&UserActions::changeRoles));
    connect(pane, &UserPane::mfaRequested, this, doing(&UserActions::mfa));
    connect(pane, &UserPane::toggleRequested, this, doing(&UserActions::toggle));
    connect(pane, &UserPane::unlockRequested, this, doing(&UserActions::unlock));
    connect(pane, &UserPane::endSessionsRequested, this, doing(&UserActions::endSessions));
    connect(pane, &UserPane::endSessionRequested, this,
            [this, pane](const SessionId& id, const QString& program) { endSession(pane->user(), id, program); });
    connect(pane, &UserPane::removePasskeyRequested, this,
            [this, pane](const PasskeyId& id, const QString& name) { removePasskey(pane->user(), id, name); });
    connect(pane, &UserPane::moreRequested, this, [this, pane](QPushButton* anchor) {
        auto* menu = new QMenu(anchor);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu, pane->user());
        menu->popup(anchor->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
    });
}

void UserActions::confirm(const QString& name, const QString& title, const QString& text, const QString& verb,
                          std::function<void()> confirmed)
{
    askConfirmation(m_panel, name, {title, text, verb, true}, std::move(confirmed));
}

void UserActions::say(const Error& error, const User& user)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_undo = {};
    m_toast->say(Tone::Danger, u"%1: %2"_s.arg(text(user.name), errorLine(error)));
}

void UserActions::sayUndo(const QString& message, const User& user, UserAction undo)
{
    m_undo = [this, user, undo] {
        apply(user, undo, [this, user] { m_toast->say(Tone::Success, tr("%1 is as before").arg(text(user.name))); });
    };
    m_toast->say(Tone::Success, message, tr("Undo"));
}

void UserActions::apply(const User& user, UserAction action, std::function<void()> done)
{
    m_console.run(
        this,
        [id = user.id, action](Services& services, const access::Actor& actor) {
            return services.users.apply(actor, id, action);
        },
        [this, user, action, done = std::move(done)](const Result<void>& result) {
            if (!result && wantsStepUp(result.error()))
                return askStepUp(m_console, m_panel, [this, user, action, done] { apply(user, action, done); });
            if (!result)
                say(result.error(), user);
            else
                done();
            Q_EMIT changed();
        });
}

void UserActions::add()
{
    auto* dialog = new AddUserDialog(m_console, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddUserDialog::added, this, [this](identity::Users::Created& created) {
        Q_EMIT this->created(created.user);
        if (created.invitation) {
            auto* once = new OnceDialog(OnceDialog::Kind::Invitation, text(created.user.name), std::move(*created.invitation),
                                        serverOf(m_console), m_panel);
            once->setAttribute(Qt::WA_DeleteOnClose);
            once->open();
        } else {
            m_undo = {};
            m_toast->say(Tone::Success, tr("%1 added").arg(text(created.user.name)));
        }
    });
    dialog->open();
}

void UserActions::edit(const User& user)
{
    auto* dialog = new EditUserDialog(m_console, user, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EditUserDialog::saved, this, &UserActions::changed);
    dialog->open();
}

void UserActions::changeRoles(const User& user)
{
    auto* dialog = new RolesDialog(m_console, user, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RolesDialog::saved, this, &UserActions::changed);
    dialog->open();
}

void UserActions::toggle(const User& user)
{
    const auto name = text(user.name);
    if (user.status == identity::UserStatus::Disabled) {
        apply(user, UserAction::Enable, [this, user, name] { sayUndo(tr("%1 enabled").arg(name), user, UserAction::Disable); });
        return;
    }
    confirm(u"disable_user"_s, tr("Disable %1?").arg(name),
            tr("They are signed out everywhere and cannot sign in until you enable them again."), tr("Disable"),
            [this, user, name] {
                apply(user, UserAction::Disable,
                      [this, user, name] { sayUndo(tr("%1 disabled").arg(name), user, UserAction::Enable); });
            });
}

void UserActions::unlock(const User& user)
{
    apply(user, UserAction::Unlock, [this, user] {
        m_undo = {};
        m_toast->say(Tone::Success, tr("%1 can sign in again").arg(text(user.name)));
    });
}

void UserActions::remove(const User& user)
{
    const auto name = text(user.name);
    confirm(u"delete_user"_s, tr("Delete %1?").arg(name),
            tr("The account, its sessions and its second factor are gone for good. The events keep the name."), tr("Delete"),
            [this, user, name] {
                apply(user, UserAction::Delete, [this, user, name] {
                    m_undo = {};
                    m_toast->say(Tone::Success, tr("%1 deleted").arg(name));
                    Q_EMIT removed(user.id);
                });
            });
}

void UserActions::erase(const User& user)
{
    askTyped(
        m_panel, u"erase_user"_s,
        {tr("Erase what is known of %1?").arg(text(user.name)),
         tr("The account is deleted, and in every event a pseudonym takes the place of name, e-mail, addresses and browsers. "
            "Nobody can undo that. A legal hold prevents it."),
         tr("Erase"), true},
        text(user.email), tr("Type %1 to go on").arg(text(user.email)), [this, user] { eraseNow(user); });
}

void UserActions::eraseNow(const User& user)
{
    m_console.run(
        this, [id = user.id](Services& services, const access::Actor& actor) { return services.retention.erase(actor, id); },
        [this, user](const Result<retention::Erasure>& erased) {
            if (!erased && wantsStepUp(erased.error()))
                return askStepUp(m_console, m_panel, [this, user] { eraseNow(user); });
            m_undo = {};
            if (!erased) {
                if (erased.error().word == "held")
                    m_toast->say(Tone::Danger, tr("A legal hold keeps what is known of %1").arg(text(user.name)));
                else
                    say(erased.error(), user);
                return;
            }
            m_toast->say(
                Tone::Success,
                tr("%Ln events stand under “%1”", nullptr, static_cast<int>(erased->events)).arg(text(erased->pseudonym)));
            Q_EMIT changed();
            Q_EMIT removed(user.id);
        });
}

void UserActions::resetPassword(const User& user)
{
    m_console.run(
        this, [id = user.id](Services& services, const access::Actor& actor) { return services.users.resetPassword(actor, id); },
        [this, user](Result<identity::OneTimeLink> link) {
            if (!link)
                return say(link.error(), user);
            auto* once =
                new OnceDialog(OnceDialog::Kind::PasswordReset, text(user.name), std::move(*link), serverOf(m_console), m_panel);
            once->setAttribute(Qt::WA_DeleteOnClose);
            once->open();
            Q_EMIT changed();
        });
}

void UserActions::endSessions(const User& user)
{
    const auto name = text(user.name);
    confirm(u"end_sessions"_s, tr("Sign %1 out everywhere?").arg(name), tr("Every session ends at once. They can sign in again."),
            tr("End sessions"), [this, user, name] {
                apply(user, UserAction::RevokeSessions, [this, name] {
                    m_undo = {};
                    m_toast->say(Tone::Success, tr("%1 is signed out everywhere").arg(name));
                });
            });
}

void UserActions::endSession(const User& user, const SessionId& session, const QString& program)
{
    m_console.run(
        this, [session](Services& services, const access::Actor& actor) { return services.sessions.end(actor, session); },
        [this, user, program](const Result<void>& result) {
            m_undo = {};
            if (!result)
                say(result.error(), user);
            else
                m_toast->say(Tone::Success, tr("Session of %1 ended").arg(program));
            Q_EMIT changed();
        });
}

void UserActions::mfa(const User& user)
{
    if (!user.mfaEnabled)
        return enrol(user);
    const auto name = text(user.name);
    confirm(u"reset_mfa"_s, tr("Reset MFA of %1?").arg(name),
            tr("The authenticator and the recovery codes stop working, and every session ends. Unless a role requires a "
               "second factor, the password alone is then enough."),
            tr("Reset MFA"), [this, user, name] {
                apply(user, UserAction::ResetMfa, [this, name] {
                    m_undo = {};
                    m_toast->say(Tone::Success, tr("MFA of %1 is off").arg(name));
                });
            });
}

void UserActions::removePasskey(const User& user, const PasskeyId& id, const QString& name)
{
    confirm(u"remove_passkey"_s, tr("Remove the passkey “%1”?").arg(name),
            tr("It opens nothing any more, and every session of %1 ends.").arg(text(user.name)), tr("Remove"),
            [this, user, id, name] { removePasskeyNow(user, id, name); });
}

void UserActions::removePasskeyNow(const User& user, const PasskeyId& id, const QString& name)
{
    m_console.run(
        this, [id](Services& services, const access::Actor& actor) { return services.passkeys.remove(actor, id); },
        [this, user, id, name](const Result<void>& result) {
            if (!result && wantsStepUp(result.error()))
                return askStepUp(m_console, m_panel, [this, user, id, name] { removePasskeyNow(user, id, name); });
            m_undo = {};
            if (!result)
                say(result.error(), user);
            else
                m_toast->say(Tone::Success, tr("Passkey “%1” removed").arg(name));
            Q_EMIT changed();
        });
}

void UserActions::enrol(const User& user)
{
    auto* dialog = new MfaDialog(m_console, user.id, text(user.name), text(user.email), m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MfaDialog::enabled, this, &UserActions::changed);
    dialog->open();
}

void UserActions::run(std::string_view command, const User& user)
{
    using Action = void (UserActions::*)(const User&);
    static constexpr std::pair<std::string_view, Action> actions[]{{"edit", &UserActions::edit},
                                                                   {"roles", &UserActions::changeRoles},
                                                                   {"mfa", &UserActions::mfa},
                                                                   {"toggle", &UserActions::toggle},
                                                                   {"unlock", &UserActions::unlock},
                                                                   {"reset_password", &UserActions::resetPassword},
                                                                   {"end_sessions", &UserActions::endSessions},
                                                                   {"delete", &UserActions::remove},
                                                                   {"erase", &UserActions::erase}};
    for (const auto& [id, action] : actions)
        if (id == command)
            (this->*action)(user);
}

void UserActions::put(QMenu* menu, const QList<UserCommand>& commands, const User& user)
{
    for (const UserCommand& command : commands) {
        if (command.words.isEmpty()) {
            menu->addSeparator();
            continue;
        }
        auto* action = menu->addAction(command.words);
        allow(action, command.against);
        connect(action, &QAction::triggered, this, [this, id = command.id, user] { run(id, user); });
    }
}

void UserActions::fillMenu(QMenu* menu, const User& user)
{
    put(menu, furtherCommands(m_console, user), user);
}

void UserActions::fillContextMenu(QMenu* menu, const User& user)
{
    put(menu, userCommands(m_console, user), user);
}

} // namespace sallyport::ui
