#include "ui/access/access_actions.h"

#include "ui/access/access_words.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using authorization::HeldAccess;

namespace {

bool isKey(const HeldAccess& held)
{
    return held.kind == HeldAccess::Kind::Key;
}

/// On a worker: a service account with one role more, or one less, whatever the others are by then.
Result<void> changeAccount(Services& services, const access::Actor& actor, const HeldAccess& held, identity::RoleChange change)
{
    SALLYPORT_ASSIGN(const identity::ServiceAccount account, services.serviceAccounts.read(actor, held.holder));
    identity::ServiceAccountPatch patch;
    patch.expectedVersion = account.version;
    patch.roles = account.roles;
    std::erase(*patch.roles, held.item);
    if (change == identity::RoleChange::Give)
        patch.roles->push_back(held.item);
    SALLYPORT_TRY(services.serviceAccounts.change(actor, held.holder, patch));
    return {};
}

Result<void> changeHeld(Services& services, const access::Actor& actor, const HeldAccess& held, identity::RoleChange change)
{
    if (isKey(held)) {
        SALLYPORT_TRY(services.apiKeys.revoke(actor, KeyId(held.item)));
        return {};
    }
    if (held.service)
        return changeAccount(services, actor, held, change);
    SALLYPORT_TRY(services.users.changeRole(actor, held.holder, {held.item, held.until}, change));
    return {};
}

} // namespace

AccessActions::AccessActions(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast)
{
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
}

QString AccessActions::against(const HeldAccess& held) const
{
    if (isKey(held)) {
        const bool own = held.holder == m_console.actor().id && m_console.may(Permission::KeysOwn);
        return own ? QString() : lacks(m_console, Permission::KeysDelete);
    }
    return lacks(m_console, held.service ? Permission::ServiceAccountsUpdate : Permission::RolesAssign);
}

void AccessActions::revoke(const HeldAccess& held)
{
    if (!against(held).isEmpty())
        return;
    const QString name = text(held.name), what = heldTitle(held);
    const Confirmation words =
        isKey(held)
            ? Confirmation{tr("Revoke the key %1?").arg(what),
                           tr("Programs that use it are refused from the next request on. It cannot be undone."), tr("Revoke"),
                           true}
            : Confirmation{tr("Take “%1” from %2?").arg(what, name),
                           tr("They may no more what only this role allows, from their next request on. You can undo it."),
                           tr("Revoke"), true};
    askConfirmation(m_panel, u"revoke_access"_s, words, [this, held] { take(held); });
}

void AccessActions::take(const HeldAccess& held)
{
    m_console.run(
        this,
        [held](Services& services, const access::Actor& actor) {
            return changeHeld(services, actor, held, identity::RoleChange::Take);
        },
        [this, held](const Result<void>& taken) {
            if (!taken && wantsStepUp(taken.error()))
                return askStepUp(m_console, m_panel, [this, held] { take(held); });
            m_undo = {};
            if (!taken) {
                say(taken.error(), held);
            } else if (isKey(held)) {
                m_toast->say(Tone::Success, tr("%1 revoked").arg(heldTitle(held)));
            } else {
                m_undo = [this, held] { giveBack(held); };
                m_toast->say(Tone::Success, tr("%1 has “%2” no more").arg(text(held.name), heldTitle(held)), tr("Undo"));
            }
            Q_EMIT changed();
        });
}

void AccessActions::giveBack(const HeldAccess& held)
{
    m_console.run(
        this,
        [held](Services& services, const access::Actor& actor) {
            return changeHeld(services, actor, held, identity::RoleChange::Give);
        },
        [this, held](const Result<void>& given) {
            if (!given && wantsStepUp(given.error()))
                return askStepUp(m_console, m_panel, [this, held] { giveBack(held); });
            if (!given)
                say(given.error(), held);
            else
                m_toast->say(Tone::Success, tr("%1 has “%2” again").arg(text(held.name), heldTitle(held)));
            Q_EMIT changed();
        });
}

void AccessActions::say(const Error& error, const HeldAccess& held)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    const QString name = text(held.name);
    if (error.word == "last_role")
        return m_toast->say(Tone::Danger,
                            tr("“%1” is the only role of %2: disable the account instead.").arg(heldTitle(held), name));
    if (error.word == "last_administrator")
        return m_toast->say(Tone::Danger, tr("%1 is the last active administrator.").arg(name));
    m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(error)));
}

} // namespace sallyport::ui
