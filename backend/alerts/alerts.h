#pragma once

#include "backend/access/roles.h"
#include "backend/alerts/alert_rules.h"
#include "backend/alerts/incidents.h"
#include "backend/alerts/notifier.h"
#include "backend/audit/journal.h"
#include "backend/base/fault.h"
#include "backend/base/random.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/users/joined_action.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"

#include <functional>
#include <memory>

namespace sallyport::alerts {

/// What the alerts of a vault are made of. Everything outlives them.
struct AlertsParts {
    storage::Store& store;
    audit::Journal& journal;
    settings::Settings& settings;
    access::Roles& roles;
    identity::Users& users;
    identity::JoinedUserActions& userActions;
    identity::ApiKeys& apiKeys;
    protection::AddressRules& addressRules;
    const Clock& clock;
    RandomSource& random;
    std::function<Result<access::Actor>(const access::Actor&)> now; ///< identity::Identity::now
    bool watches = true;                                            ///< false: the command line beside a server, which watches
    std::function<void(const Result<void>&)> report = {};           ///< how watching goes; any thread
    FaultListener onFault = {};
};

/// The roof of this module: rules, incidents, and the thread that leads from the ones to the others. Thread-safe.
class Alerts {
public:
    virtual ~Alerts() = default;

    virtual AlertRules& rules() = 0;
    virtual Incidents& incidents() = 0;

    /// Through which destinations are told; null: none. It outlives this, or is taken away before it goes.
    virtual void setNotifier(Notifier* notifier) = 0;
    /// Reads the rules again (another process changed them). Blocks.
    [[nodiscard]] virtual Result<void> reload() = 0;
    /// Once a minute: stores how far the rules have read, ends what was done for a time. Never blocks.
    virtual void keep() = 0;
    /// Closed incidents that were closed before, and the oldest above incidentsClosedKept. Blocks.
    [[nodiscard]] virtual Result<void> removeExpired(UtcTime before) = 0;
    /// Returns when all that is recorded by now has been looked at and acted upon; false if nobody watches, or it fails. Blocks.
    virtual bool settle() = 0;
    /// Nothing is watched any more. Blocks for what is being done just now.
    virtual void stop() = 0;
};

/// Adds the rules that come with the product, and begins to watch. Blocks.
[[nodiscard]] Result<std::unique_ptr<Alerts>> openAlerts(AlertsParts parts);

} // namespace sallyport::alerts
