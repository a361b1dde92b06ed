#include "ui/keys/key_actions.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/keys/key_dialog.h"
#include "ui/keys/key_pane.h"
#include "ui/keys/rotate_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/key_text.h"

#include <QMenu>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::ApiKey;

KeyActions::KeyActions(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast)
{
}

void KeyActions::say(const Error& error, const QString& name)
{
    if (error.code != ErrorCode::Cancelled)
        m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(error)));
}

void KeyActions::create(const UserId& owner)
{
    auto* dialog = new KeyDialog(m_console, owner, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::created, this, [this](identity::IssuedKey& key) { Q_EMIT issued(key, false); });
    dialog->open();
}

void KeyActions::edit(const ApiKey& key)
{
    auto* dialog = new KeyDialog(m_console, key, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::saved, this, &KeyActions::changed);
    dialog->open();
}

void KeyActions::rotate(const ApiKey& key)
{
    auto* dialog = new RotateDialog(m_console, key, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RotateDialog::rotated, this, [this](identity::IssuedKey& fresh) { Q_EMIT issued(fresh, true); });
    dialog->open();
}

void KeyActions::revoke(const std::vector<ApiKey>& keys)
{
    std::vector<ApiKey> usable;
    std::ranges::copy_if(keys, std::back_inserter(usable),
                         [this](const ApiKey& key) { return !key.ended() && mayOnKey(m_console, key, Permission::KeysDelete); });
    if (usable.empty())
        return;
    const auto count = static_cast<int>(usable.size());
    const auto title = count == 1 ? tr("Revoke %1?").arg(text(usable.front().name)) : tr("Revoke %Ln keys?", nullptr, count);
    const auto words = count == 1 ? tr("Programs that use it are refused from the next request on. It cannot be undone.")
                                  : tr("Programs that use them are refused from the next request on. It cannot be undone.");
    askConfirmation(m_panel, u"revoke_key"_s, {title, words, tr("Revoke"), true}, [this, usable] { startRevoking(usable); });
}

void KeyActions::startRevoking(const std::vector<ApiKey>& keys)
{
    struct Outcome {
        std::vector<KeyId> done;
        std::string failedName;
        std::optional<Error> firstError;
    };
    m_console.run(
        this,
        [keys](Services& services, const access::Actor& actor) -> Result<Outcome> {
            Outcome outcome;
            for (const ApiKey& key : keys) {
                const auto revoked = services.apiKeys.revoke(actor, key.id);
                if (revoked)
                    outcome.done.push_back(key.id);
                else if (!outcome.firstError) {
                    outcome.firstError = revoked.error();
                    outcome.failedName = key.name;
                }
            }
            return outcome;
        },
        [this, name = text(keys.front().name)](const Result<Outcome>& outcome) {
            if (!outcome)
                say(outcome.error(), name);
            else if (outcome->firstError)
                say(*outcome->firstError, text(outcome->failedName));
            else
                m_toast->say(Tone::Success, outcome->done.size() == 1
                                                ? tr("%1 revoked").arg(name)
                                                : tr("%Ln keys revoked", nullptr, static_cast<int>(outcome->done.size())));
            if (outcome && !outcome->done.empty())
                Q_EMIT revoked(outcome->done);
            Q_EMIT changed();
        });
}

void KeyActions::narrow(const ApiKey& key)
{
    identity::ApiKeyPatch patch;
    patch.scopes.emplace();
    for (const auto& scope : key.scopes)
        if (std::ranges::find(key.beyondOwner, scope) == key.beyondOwner.end())
            patch.scopes->push_back(scope);
    patch.expectedVersion = key.version;
    m_console.run(
        this,
        [id = key.id, patch](Services& services, const access::Actor& actor) {
            return services.apiKeys.change(actor, id, patch);
        },
        [this, name = text(key.name)](const Result<ApiKey>& changedKey) {
            if (!changedKey)
                say(changedKey.error(), name);
            else
                m_toast->say(Tone::Success, tr("%1 may no more than its owner").arg(name));
            Q_EMIT changed();
        });
}

void KeyActions::fillMenu(QMenu* menu, const std::vector<ApiKey>& keys)
{
    if (keys.empty())
        return;
    const auto put = [&](const QString& words, Permission permission, bool possible, auto then) {
        auto* action = menu->addAction(words);
        const bool may = std::ranges::any_of(keys, [&](const ApiKey& each) { return mayOnKey(m_console, each, permission); });
        allow(action, may ? QString() : lacks(m_console, permission), possible);
        connect(action, &QAction::triggered, this, then);
    };
    const ApiKey key = keys.front();
    if (keys.size() == 1) {
        const bool changeable = !key.ended() && mayOnKey(m_console, key, Permission::KeysUpdate);
        put(tr("Edit…"), Permission::KeysUpdate, changeable, [this, key] { edit(key); });
        put(tr("Rotate…"), Permission::KeysUpdate, changeable, [this, key] { rotate(key); });
        menu->addSeparator();
    }
    const bool any = std::ranges::any_of(
        keys, [this](const ApiKey& each) { return !each.ended() && mayOnKey(m_console, each, Permission::KeysDelete); });
    put(keys.size() == 1 ? tr("Revoke…") : tr("Revoke %Ln keys…", nullptr, static_cast<int>(keys.size())), Permission::KeysDelete,
        any, [this, keys] { revoke(keys); });
}

} // namespace sallyport::ui
