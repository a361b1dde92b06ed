#include "ui/incidents/incident_actions.h"

#include "backend/identity/api_keys/api_keys.h"
#include "backend/protection/lists/address_rules.h"
#include "ui/console/console.h"
#include "ui/keys/key_actions.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/users/user_actions.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <utility>

namespace sallyport::ui {

using access::Permission;
using identity::BulkAction;
using identity::UserAction;

namespace {

BulkSelection selectionOf(const std::vector<Concerned>& people)
{
    BulkSelection selection;
    for (const Concerned& one : people)
        selection.known.push_back({UserId(one.id), one.name});
    return selection;
}

} // namespace

IncidentActions::IncidentActions(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast), m_usersToast(new Toast(panel)),
      m_users(new UserActions(console, panel, m_usersToast)), m_keys(new KeyActions(console, panel, m_usersToast))
{
    connect(m_users, &UserActions::changed, this, &IncidentActions::changed);
    connect(m_keys, &KeyActions::changed, this, &IncidentActions::changed);
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (const auto banned = std::exchange(m_banned, {}); !banned.empty())
            unban(banned);
    });
}

QString IncidentActions::againstSessions() const
{
    return lacks(m_console, Permission::UsersRevokeSessions);
}

QString IncidentActions::againstDisabling() const
{
    return lacks(m_console, Permission::UsersUpdate);
}

QString IncidentActions::againstBan() const
{
    return lacks(m_console, Permission::BansCreate);
}

QString IncidentActions::againstKeys() const
{
    return lacks(m_console, Permission::KeysDelete);
}

void IncidentActions::revokeSessions(const std::vector<Concerned>& people)
{
    m_toast->hide(); // its Undo is of something else
    m_users->bulk(BulkAction{UserAction::RevokeSessions}, selectionOf(people));
}

void IncidentActions::disable(const std::vector<Concerned>& people)
{
    m_toast->hide(); // its Undo is of something else
    m_users->bulk(BulkAction{UserAction::Disable}, selectionOf(people));
}

void IncidentActions::ban(const std::vector<Concerned>& addresses, std::chrono::seconds lasts, const QString& reason)
{
    m_usersToast->hide();
    m_console.run(
        this,
        [addresses, lasts, why = reason.toStdString()](Services& services, const access::Actor& actor) -> Result<Banned> {
            Banned banned;
            for (const Concerned& one : addresses) {
                protection::NewAddressRule rule;
                rule.address = one.id;
                rule.reason = why;
                rule.expiresIn = lasts;
                if (auto added = services.addressRules.add(actor, rule))
                    banned.rules.push_back(std::move(*added));
                else if (banned.rules.empty() && banned.failures.empty() && wantsStepUp(added.error()))
                    return added.error(); // each of them would be refused
                else
                    banned.failures.emplace_back(one.id, added.error());
            }
            return banned;
        },
        [this, addresses, lasts, reason](const Result<Banned>& banned) {
            if (!banned && wantsStepUp(banned.error()))
                return askStepUp(m_console, m_panel, [this, addresses, lasts, reason] { ban(addresses, lasts, reason); });
            m_banned.clear();
            if (banned)
                sayBanned(*banned, lasts);
            else if (banned.error().code != ErrorCode::Cancelled)
                m_toast->say(Tone::Danger, errorLine(banned.error()));
            Q_EMIT changed();
        });
}

void IncidentActions::sayBanned(const Banned& banned, std::chrono::seconds lasts)
{
    const auto failed = static_cast<int>(banned.failures.size()), count = static_cast<int>(banned.rules.size());
    if (count == 0) {
        const auto& [address, error] = banned.failures.front();
        const QString known = addressRuleErrorText(error);
        return m_toast->say(Tone::Danger, tr("%1: %2").arg(text(address), known.isEmpty() ? errorLine(error) : known));
    }
    const QString length = lengthText(lasts.count());
    QString said = count == 1 ? tr("%1 is banned for %2").arg(text(banned.rules.front().address), length)
                              : tr("%Ln addresses are banned for %1", nullptr, count).arg(length);
    if (failed > 0)
        said = tr("%1; %Ln could not be", nullptr, failed).arg(said);
    const Tone tone = failed > 0 ? Tone::Warning : Tone::Success;
    if (!lacks(m_console, Permission::BansDelete).isEmpty())
        return m_toast->say(tone, said);
    for (const protection::AddressRule& rule : banned.rules)
        m_banned.push_back(rule.id);
    m_toast->say(tone, said, tr("Undo"));
}

void IncidentActions::unban(const std::vector<protection::AddressRuleId>& ids)
{
    m_console.run(
        this, [ids](Services& services, const access::Actor& actor) { return services.addressRules.removeMany(actor, ids); },
        [this, ids](const Result<std::int64_t>& removed) {
            if (!removed && wantsStepUp(removed.error()))
                return askStepUp(m_console, m_panel, [this, ids] { unban(ids); });
            if (!removed && removed.error().code != ErrorCode::Cancelled)
                m_toast->say(Tone::Danger, errorLine(removed.error()));
            else if (removed)
                m_toast->say(Tone::Success, tr("%Ln bans lifted", nullptr, static_cast<int>(*removed)));
            Q_EMIT changed();
        });
}

void IncidentActions::revokeKeys(const std::vector<Concerned>& keys)
{
    m_toast->hide();
    m_console.run(
        this,
        [keys](Services& services, const access::Actor& actor) -> Result<std::vector<identity::ApiKey>> {
            std::vector<identity::ApiKey> found;
            for (const Concerned& one : keys) {
                SALLYPORT_ASSIGN(auto key, services.apiKeys.read(actor, KeyId(one.id)));
                found.push_back(std::move(key));
            }
            return found;
        },
        [this](const Result<std::vector<identity::ApiKey>>& found) {
            if (found)
                m_keys->revoke(*found);
            else
                m_toast->say(Tone::Danger, errorLine(found.error()));
        });
}

} // namespace sallyport::ui
