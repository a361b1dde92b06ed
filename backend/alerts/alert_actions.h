#pragma once

#include "backend/access/roles.h"
#include "backend/alerts/action_log.h"
#include "backend/alerts/notifier.h"
#include "backend/audit/journal.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/users/joined_action.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/storage/store.h"

#include <atomic>

namespace sallyport::alerts {

/// What actions are done with. Everything outlives them.
struct AlertActionsParts {
    storage::Store& store;
    audit::Journal& journal;
    IdStock& ids;
    access::Roles& roles;
    identity::Users& users;
    identity::JoinedUserActions& userActions;
    identity::ApiKeys& apiKeys;
    protection::AddressRules& addressRules;
};

/// Does what rules do by themselves, never more than the rule's author may do at that moment, and takes it back. Each is
/// recorded. What was stored as pending is done at least once, and twice is once; disabling and enabling go with their record.
/// Blocks; one thread for what is pending, any for `undo`.
class AlertActions {
public:
    explicit AlertActions(AlertActionsParts parts) : m_parts(parts), m_notifier(&m_none) {}

    /// Null: none. It outlives this, or is taken away before it goes.
    void setNotifier(Notifier* notifier) { m_notifier = notifier != nullptr ? notifier : &m_none; }
    const Notifier& notifier() const { return *m_notifier.load(); }

    /// All that is pending. What can't be done just now for want of room stays.
    [[nodiscard]] Result<void> doPending();
    /// Takes back what was done for a time that is over.
    [[nodiscard]] Result<void> endTimed();
    /// For somebody, who may. Conflict (`not_undoable`).
    [[nodiscard]] Result<void> undo(const access::Actor& actor, rows::StoredAction stored);

    /// The author as of now: as whom a rule acts. Unauthenticated if there is no such user any more, or a disabled one.
    [[nodiscard]] Result<access::Actor> actorOf(const AlertRule& rule);
    static bool isUndoable(const rows::StoredAction& stored, UtcTime now);

private:
    Result<void> perform(rows::StoredAction stored);
    Result<bool> act(ActionNews& news, const AlertRule& rule);
    Result<void> ban(const access::Actor& actor, rows::StoredAction& stored, const Incident& incident);
    Result<void> disable(const access::Actor& actor, const ActionNews& acted);
    Result<bool> lift(const access::Actor& actor, const rows::StoredAction& stored);
    Result<void> prolong(const access::Actor& actor, rows::StoredAction& stored, const protection::AddressRule& known);
    enum class Others : std::uint8_t { Hold, Pass }; ///< whether other rules that keep the account disabled count
    Result<bool> enable(const access::Actor& actor, const ActionNews& undone, Others others);
    ActionNews undone(rows::StoredAction stored, const Incident& incident, const access::Actor& actor, const std::string& by);
    Result<void> end(rows::StoredAction stored, const Incident& incident);
    /// False if the action isn't as `expected` any more, and nothing is stored.
    Result<bool> keep(const ActionNews& news, ActionState expected);

    const AlertActionsParts m_parts;
    NoNotifier m_none;
    std::atomic<Notifier*> m_notifier;
};

} // namespace sallyport::alerts
