#include "ui/users/failures_dialog.h"
#include "ui/users/user_actions.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/mfa/step_up_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <QMenu>

// The part of UserActions that works on many users.

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::UserAction;

void UserActions::fillBulkMenu(QMenu* menu, int count, const std::function<void(UserAction)>& run) {
    const auto put = [&](const QString& words, access::Permission permission, UserAction action) {
        auto* entry = menu->addAction(words);
        allow(entry, lacks(m_console, permission));
        connect(entry, &QAction::triggered, this, [run, action] { run(action); });
    };
    menu->addAction(tr("%n users selected", nullptr, count))->setEnabled(false);
    menu->addSeparator();
    put(tr("Disable…"), access::Permission::UsersUpdate, UserAction::Disable);
    put(tr("Enable"), access::Permission::UsersUpdate, UserAction::Enable);
    put(tr("Unlock"), access::Permission::UsersUpdate, UserAction::Unlock);
    put(tr("Reset MFA…"), access::Permission::UsersResetMfa, UserAction::ResetMfa);
    put(tr("End all sessions…"), access::Permission::UsersRevokeSessions, UserAction::RevokeSessions);
    menu->addSeparator();
    put(tr("Delete…"), access::Permission::UsersDelete, UserAction::Delete);
}

void UserActions::bulk(UserAction action, BulkSelection selection) {
    const int count = static_cast<int>(selection.size());
    Confirmation words;
    words.danger = true;
    switch (action) {
    case UserAction::Disable:
        words.title = tr("Disable %n users?", nullptr, count);
        words.text = tr("They are signed out everywhere and cannot sign in until you enable them again.");
        words.verb = tr("Disable");
        break;
    case UserAction::Delete:
        words.title = tr("Delete %n users?", nullptr, count);
        words.text = tr("Accounts, sessions and second factors are gone for good. The events keep the names.");
        words.verb = tr("Delete");
        break;
    case UserAction::ResetMfa:
        words.title = tr("Reset MFA of %n users?", nullptr, count);
        words.text = tr("Authenticators and recovery codes stop working, and every session ends. Until new ones are "
                        "set up the password alone is enough.");
        words.verb = tr("Reset MFA");
        break;
    case UserAction::RevokeSessions:
        words.title = tr("Sign %n users out everywhere?", nullptr, count);
        words.text = tr("Every session ends at once. They can sign in again.");
        words.verb = tr("End sessions");
        break;
    case UserAction::Enable:
    case UserAction::Unlock: return startBulk(action, std::move(selection));
    }
    askConfirmation(m_panel, u"bulk"_s, words, [this, action, selection = std::move(selection)] {
        // Each of them would be refused: one code for all, and first.
        const auto& shown = m_console.actor().mfaAt;
        const Clock* clock = m_console.clock();
        if (action == UserAction::ResetMfa && shown && clock && clock->now() - *shown > m_console.settings()->stepUpMaxAge)
            return askStepUp(m_console, m_panel, [this, action, selection] { startBulk(action, selection); });
        startBulk(action, selection);
    });
}

void UserActions::startBulk(UserAction action, BulkSelection selection) {
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

void UserActions::finishBulk(UserAction action, const BulkJob::Outcome& outcome) {
    const int count = static_cast<int>(outcome.done.size());
    QString done;
    switch (action) {
    case UserAction::Disable: done = tr("%n users disabled", nullptr, count); break;
    case UserAction::Enable: done = tr("%n users enabled", nullptr, count); break;
    case UserAction::Unlock: done = tr("%n users unlocked", nullptr, count); break;
    case UserAction::Delete: done = tr("%n users deleted", nullptr, count); break;
    case UserAction::ResetMfa: done = tr("MFA of %n users is off", nullptr, count); break;
    case UserAction::RevokeSessions: done = tr("%n users are signed out everywhere", nullptr, count); break;
    }
    m_undo = {};
    const bool canUndo = count > 0 && (action == UserAction::Disable || action == UserAction::Enable);
    if (canUndo) {
        const auto back = action == UserAction::Disable ? UserAction::Enable : UserAction::Disable;
        m_undo = [this, done = outcome.done, back] {
            BulkSelection selection;
            selection.known = done;
            startBulk(back, std::move(selection));
        };
    }
    m_toast->say(outcome.failures.empty() ? Tone::Success : Tone::Warning, done, canUndo ? tr("Undo") : QString());
    if (!outcome.failures.empty()) {
        const int failed = static_cast<int>(outcome.failures.size());
        (new FailuresDialog(tr("%n users could not be changed", nullptr, failed), outcome, m_panel))->open();
    }
    Q_EMIT changed();
}

} // namespace sallyport::ui
