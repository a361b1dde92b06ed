#pragma once

#include "backend/access/roles.h"
#include "backend/alerts/incident_parts.h"
#include "backend/alerts/notifier.h"
#include "backend/audit/journal.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/users/users.h"
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
    identity::ApiKeys& apiKeys;
    protection::AddressRules& addressRules;
};

/// Does what rules do by themselves, never more than the rule's author may do at that moment, and takes it back. Each is
/// recorded. What was stored as pending is done at least once, and twice is once. Blocks; one thread for what is pending, any for
/// `undo`.
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
    Result<void> act(rows::StoredAction& stored, const AlertRule& rule, const Incident& incident);
    Result<void> ban(const access::Actor& actor, rows::StoredAction& stored, const Incident& incident);
    Result<void> disable(const access::Actor& actor, rows::StoredAction& stored);
    Result<bool> takeBack(const access::Actor& actor, const rows::StoredAction& stored);
    Result<void> keep(const rows::StoredAction& stored, const Incident& incident, std::string_view kind, const std::string& by,
                      const access::Actor& actor);

    const AlertActionsParts m_parts;
    NoNotifier m_none;
    std::atomic<Notifier*> m_notifier;
};

} // namespace sallyport::alerts
