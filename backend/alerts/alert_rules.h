#pragma once

#include "backend/access/actor.h"
#include "backend/alerts/alert_rule.h"
#include "backend/audit/journal.h"
#include "backend/base/result.h"

#include <vector>

namespace sallyport::alerts {

/// What is worth somebody's attention, and what is then done. Calls block: workers only. Thread-safe.
class AlertRules {
public:
    virtual ~AlertRules() = default;

    /// alerts:read. All of them, by name.
    [[nodiscard]] virtual Result<std::vector<AlertRule>> list(const access::Actor& actor) = 0;
    /// alerts:read; NotFound.
    [[nodiscard]] virtual Result<AlertRule> read(const access::Actor& actor, const AlertRuleId& id) = 0;
    /// alerts:update, and what the actions do: bans:create, users:revoke_sessions, users:update, keys:delete, outputs:read.
    /// ValidationFailed; Conflict (`name_taken`); LimitReached.
    [[nodiscard]] virtual Result<AlertRule> create(const access::Actor& actor, const AlertDraft& draft) = 0;
    /// The same; whoever changes what a rule does is its author then. To switch off and to mute alerts:update is enough.
    /// PreconditionFailed, NotFound.
    [[nodiscard]] virtual Result<AlertRule> change(const access::Actor& actor, const AlertRuleId& id,
                                                   const AlertPatch& patch) = 0;
    /// alerts:update. Conflict (`shipped_rule`) for one that came with the product, which may be switched off. Its incidents
    /// stay.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const AlertRuleId& id) = 0;
    /// alerts:update. As it came with the product; Conflict (`own_rule`) for others.
    [[nodiscard]] virtual Result<AlertRule> reset(const access::Actor& actor, const AlertRuleId& id) = 0;
    /// alerts:read and events:read. How often the rule would have fired from `since` up to `until`; at most trialLongest, and
    /// trialEvents events of those that it may take. What `progress` stops answers what it has found, as not complete.
    /// ValidationFailed.
    [[nodiscard]] virtual Result<AlertTrial> test(const access::Actor& actor, const AlertDraft& draft, UtcTime since,
                                                  UtcTime until, const audit::Progress& progress) = 0;
    /// What a rule of this actor may do. Memory only.
    [[nodiscard]] virtual std::vector<ActionKind> offered(const access::Actor& actor) const = 0;
};

} // namespace sallyport::alerts
