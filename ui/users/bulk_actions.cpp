#include "ui/parts/role_choices.h"
#include "ui/users/failures_dialog.h"
#include "ui/users/user_actions.h"
#include "ui/words/user_text.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <QMenu>

// The part of UserActions that works on many users.

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::BulkAction;
using identity::RoleChange;
using identity::UserAction;

namespace {

/// What takes back what `action` did to those who weren't so before; nothing if something is lost.
std::optional<BulkAction> opposite(const BulkAction& action)
{
    if (const auto* change = std::get_if<RoleChange>(&action.what))
        return BulkAction{*change == RoleChange::Give ? RoleChange::Take : RoleChange::Give, action.role};
    switch (std::get<UserAction>(action.what)) {
    case UserAction::Disable: return BulkAction{UserAction::Enable};
    case UserAction::Enable: return BulkAction{UserAction::Disable};
    default: return {};
    }
}

} // namespace

void UserActions::fillBulkMenu(QMenu* menu, int count, const std::function<void(const BulkAction&)>& run)
{
    const auto put = [&](const QString& words, access::Permission permission, UserAction action) {
        auto* entry = menu->addAction(words);
        allow(entry, lacks(m_console, permission));
        connect(entry, &QAction::triggered, this, [run, action] { run({action}); });
    };
    menu->addAction(tr("%Ln users selected", nullptr, count))->setEnabled(false);
    menu->addSeparator();
    put(tr("Disable…"), access::Permission::UsersUpdate, UserAction::Disable);
    put(tr("Enable"), access::Permission::UsersUpdate, UserAction::Enable);
    put(tr("Unlock"), access::Permission::UsersUpdate, UserAction::Unlock);
    put(tr("Reset MFA…"), access::Permission::UsersResetMfa, UserAction::ResetMfa);
    put(tr("End all sessions…"), access::Permission::UsersRevokeSessions, UserAction::RevokeSessions);
    menu->addSeparator();
    fillRoleMenu(menu->addMenu(tr("Give role")), RoleChange::Give, run);
    fillRoleMenu(menu->addMenu(tr("Take role")), RoleChange::Take, run);
    menu->addSeparator();
    put(tr("Delete…"), access::Permission::UsersDelete, UserAction::Delete);
}

void UserActions::fillRoleMenu(QMenu* menu, RoleChange change, const std::function<void(const BulkAction&)>& run)
{
    allow(menu->menuAction(), lacks(m_console, access::Permission::RolesAssign));
    for (const RoleChoices::Choice& role : m_roles->choices()) {
        auto* entry = menu->addAction(u"%1…"_s.arg(role.title));
        allow(entry, m_console.holdsAllOf({role.name}) ? QString() : tr("It allows more than your own role"));
        connect(entry, &QAction::triggered, this, [run, change, name = role.name] { run({change, name}); });
    }
}

void UserActions::bulk(const BulkAction& action, BulkSelection selection)
{
    const int count = static_cast<int>(selection.size());
    Confirmation words;
    words.danger = true;
    const auto ask = [&](std::function<void()> then) { askConfirmation(m_panel, u"bulk"_s, words, std::move(then)); };
    if (const auto* change = std::get_if<RoleChange>(&action.what)) {
        const bool give = *change == RoleChange::Give;
        words.danger = false;
        words.title =
            (give ? tr("Give %Ln users the role %1?", nullptr, count) : tr("Take the role %1 from %Ln users?", nullptr, count))
                .arg(m_roles->title(action.role));
        words.text = give ? tr("They may do at once what it allows. Their other roles stay.")
                          : tr("What it allows ends at once. Their other roles stay; who has no other keeps it.");
        words.verb = give ? tr("Give role") : tr("Take role");
        return ask([this, action, selection = std::move(selection)] { startBulk(action, selection); });
    }
    const auto one = std::get<UserAction>(action.what);
    switch (one) {
    case UserAction::Disable:
        words.title = tr("Disable %Ln users?", nullptr, count);
        words.text = tr("They are signed out everywhere and cannot sign in until you enable them again.");
        words.verb = tr("Disable");
        break;
    case UserAction::Delete:
        words.title = tr("Delete %Ln users?", nullptr, count);
        words.text = tr("Accounts, sessions and second factors are gone for good. The events keep the names.");
        words.verb = tr("Delete");
        break;
    case UserAction::ResetMfa:
        words.title = tr("Reset MFA of %Ln users?", nullptr, count);
        words.text = tr("Authenticators and recovery codes stop working, and every session ends. Until new ones are "
                        "set up the password alone is enough.");
        words.verb = tr("Reset MFA");
        break;
    case UserAction::RevokeSessions:
        words.title = tr("Sign %Ln users out everywhere?", nullptr, count);
        words.text = tr("Every session ends at once. They can sign in again.");
        words.verb = tr("End sessions");
        break;
    case UserAction::Enable:
    case UserAction::Unlock: return startBulk(action, std::move(selection));
    }
    ask([this, action, one, selection = std::move(selection)] {
        // Each of them would be refused: one code for all, and first.
        const auto& shown = m_console.actor().mfaAt;
        const Clock* clock = m_console.clock();
        if (one == UserAction::ResetMfa && shown && clock && clock->now() - *shown > m_console.settings()->stepUpMaxAge)
            return askStepUp(m_console, m_panel, [this, action, selection] { startBulk(action, selection); });
        startBulk(action, selection);
    });
}

void UserActions::startBulk(const BulkAction& action, BulkSelection selection)
{
    auto* job = new BulkJob(m_console, action, this);
    connect(job, &BulkJob::finished, this, [this, job, action](const BulkJob::Outcome& outcome) {
        job->deleteLater();
        finishBulk(action, outcome);
    });
    connect(job, &BulkJob::failed, this, [this, job](const Error& error) {
        job->deleteLater();
        m_undo = {};
        m_toast->say(Tone::Danger, errorLine(error));
        Q_EMIT changed();
    });
    Q_EMIT bulkStarted(job);
    job->start(std::move(selection));
}

QString UserActions::bulkDone(const BulkAction& action, int count) const
{
    if (const auto* change = std::get_if<RoleChange>(&action.what))
        return (*change == RoleChange::Give ? tr("%Ln users have the role %1", nullptr, count)
                                            : tr("%Ln users don’t have the role %1", nullptr, count))
            .arg(m_roles->title(action.role));
    switch (std::get<UserAction>(action.what)) {
    case UserAction::Disable: return tr("%Ln users disabled", nullptr, count);
    case UserAction::Enable: return tr("%Ln users enabled", nullptr, count);
    case UserAction::Unlock: return tr("%Ln users unlocked", nullptr, count);
    case UserAction::Delete: return tr("%Ln users deleted", nullptr, count);
    case UserAction::ResetMfa: return tr("MFA of %Ln users is off", nullptr, count);
    case UserAction::RevokeSessions: return tr("%Ln users are signed out everywhere", nullptr, count);
    }
    return {};
}

void UserActions::finishBulk(const BulkAction& action, const BulkJob::Outcome& outcome)
{
    m_undo = {};
    const auto back = opposite(action);
    const bool canUndo = back && !outcome.changed.empty();
    if (canUndo) {
        m_undo = [this, changed = outcome.changed, back = *back] {
            BulkSelection selection;
            selection.known = changed;
            startBulk(back, std::move(selection));
        };
    }
    const QString done = bulkDone(action, static_cast<int>(outcome.done.size()));
    m_toast->say(outcome.failures.empty() ? Tone::Success : Tone::Warning, done, canUndo ? tr("Undo") : QString());
    if (!outcome.failures.empty()) {
        const int failed = static_cast<int>(outcome.failures.size());
        (new FailuresDialog(tr("%Ln users could not be changed", nullptr, failed), outcome, m_panel))->open();
    }
    Q_EMIT changed();
}

} // namespace sallyport::ui
