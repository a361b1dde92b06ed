#include "backend/alerts/alert_rules_service.h"

#include "backend/alerts/rule_check.h"
#include "backend/alerts/rule_rows.h"
#include "backend/alerts/rule_text.h"
#include "backend/alerts/shipped_rules.h"
#include "backend/alerts/trial.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_fields.h"

namespace sallyport::alerts {
namespace {

using access::Actor;
using access::Permission;

constexpr std::chrono::days muteLongest{366};

Error ruleConflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

Error noSuchAlertRule()
{
    return makeError(ErrorCode::NotFound, "There is no such alert rule");
}

std::string muteText(const std::optional<UtcTime>& until)
{
    return until ? toRfc3339(*until) : std::string();
}

audit::Details changesOf(const AlertRule& before, const AlertRule& after)
{
    const AlertDraft &was = before.what, &is = after.what;
    audit::Details details;
    details.change("name", was.name, is.name).change("note", was.note, is.note);
    details.change("enabled", was.enabled ? "yes" : "no", is.enabled ? "yes" : "no");
    details.change("kinds", joinedKinds(was.kinds), joinedKinds(is.kinds)).change("filter", was.filter, is.filter);
    details.change("threshold", std::to_string(was.threshold), std::to_string(is.threshold));
    details.change("window_seconds", std::to_string(was.window.count()), std::to_string(is.window.count()));
    details.change("counted", countedWord(was.counted), countedWord(is.counted));
    details.change("group_by", groupWord(was.groupBy), groupWord(is.groupBy));
    details.change("severity", audit::severityWord(was.severity), audit::severityWord(is.severity));
    details.change("schedule", shownSchedule(was.schedule), shownSchedule(is.schedule));
    details.change("actions", shownActions(was.actions), shownActions(is.actions));
    details.change("muted_until", muteText(before.mutedUntil), muteText(after.mutedUntil));
    return details;
}

} // namespace

Result<Actor> AlertRulesService::authorize(const Actor& actor, Permission permission) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

Result<std::vector<AlertRule>> AlertRulesService::list(const Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, Permission::AlertsRead));
    return m_parts.store.read(rows::allRules);
}

Result<AlertRule> AlertRulesService::read(const Actor& actor, const AlertRuleId& id)
{
    SALLYPORT_TRY(authorize(actor, Permission::AlertsRead));
    SALLYPORT_ASSIGN(auto found,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::rule(transaction, id); }));
    return found ? Result<AlertRule>(std::move(*found)) : noSuchAlertRule();
}

Result<void> AlertRulesService::tell(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(std::vector<AlertRule> all, rows::allRules(transaction));
    transaction.changed(alertRulesTopic, {}, std::make_shared<const std::vector<AlertRule>>(std::move(all)));
    return {};
}

Result<void> AlertRulesService::requireFreeName(storage::Transaction& transaction, const AlertRule& rule)
{
    SALLYPORT_ASSIGN(const auto taken, rows::ruleNamed(transaction, rule.what.name));
    if (taken && *taken != rule.id)
        return ruleConflict("There is an alert rule of this name already.", "name_taken");
    return {};
}

Result<void> AlertRulesService::put(storage::Transaction& transaction, const Actor& actor, std::string_view kind,
                                    const AlertRule* before, const AlertRule& after)
{
    SALLYPORT_TRY(requireFreeName(transaction, after));
    SALLYPORT_TRY(rows::putRule(transaction, after));
    SALLYPORT_TRY(tell(transaction));
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"alert_rule", after.id.text(), after.what.name};
    event.detailsJson = changesOf(before != nullptr ? *before : AlertRule(), after).json();
    return m_parts.journal.append(transaction, std::move(event));
}

Result<AlertRule> AlertRulesService::create(const Actor& actor, const AlertDraft& draft)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::AlertsUpdate));
    AlertRule rule;
    rule.what = draft;
    SALLYPORT_TRY(requireActions(current, draft));
    SALLYPORT_TRY(checkDraft(rule.what, m_parts.actions.notifier()));
    rule.id = AlertRuleId(m_parts.ids.next());
    rule.author = access::authorOf(current);
    rule.changedAt = m_parts.store.now();
    SALLYPORT_TRY(m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const std::int64_t count, rows::countRules(transaction));
        if (count >= static_cast<std::int64_t>(alertRulesMost))
            return makeError(ErrorCode::LimitReached, "A vault has at most 200 alert rules.");
        return put(transaction, current, audit::kind::alertRuleCreated, nullptr, rule);
    }));
    return rule;
}

Result<AlertRule> AlertRulesService::change(const Actor& actor, const AlertRuleId& id, const AlertPatch& patch)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::AlertsUpdate));
    std::optional<AlertDraft> wanted = patch.what;
    if (wanted)
        SALLYPORT_TRY(checkDraft(*wanted, m_parts.actions.notifier()));
    const UtcTime now = m_parts.store.now();
    if (patch.mutedUntil && *patch.mutedUntil && **patch.mutedUntil > now + muteLongest)
        return identity::validationError({{"muted_until", "At most 366 days ahead.", "range"}});
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<AlertRule> {
        SALLYPORT_ASSIGN(const auto before, rows::rule(transaction, id));
        if (!before)
            return noSuchAlertRule();
        if (patch.expectedVersion && *patch.expectedVersion != before->version)
            return makeError(ErrorCode::PreconditionFailed, "The rule was changed meanwhile.");
        AlertRule after = *before;
        if (wanted)
            after.what = *wanted;
        if (patch.enabled)
            after.what.enabled = *patch.enabled;
        if (patch.mutedUntil)
            after.mutedUntil = *patch.mutedUntil && **patch.mutedUntil > now ? *patch.mutedUntil : std::nullopt;
        if (after.what == before->what && after.mutedUntil == before->mutedUntil)
            return after;
        // Who only silences a rule lends it nothing; whoever does more answers for what it does.
        AlertDraft silenced = before->what;
        silenced.enabled = false;
        if (after.what != before->what && after.what != silenced) {
            SALLYPORT_TRY(requireActions(current, after.what));
            after.author = access::authorOf(current);
        }
        after.version = before->version + 1;
        after.changedAt = now;
        SALLYPORT_TRY(put(transaction, current, audit::kind::alertRuleChanged, &*before, after));
        if (const AlertDraft* const shipped = shippedRule(after.shipped))
            after.asShipped = *shipped == after.what;
        return after;
    });
}

Result<void> AlertRulesService::remove(const Actor& actor, const AlertRuleId& id)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::AlertsUpdate));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto before, rows::rule(transaction, id));
        if (!before)
            return noSuchAlertRule();
        if (!before->shipped.empty())
            return ruleConflict("This rule came with the product: it can be switched off, not deleted.", "shipped_rule");
        SALLYPORT_TRY(rows::removeRule(transaction, id));
        SALLYPORT_TRY(tell(transaction));
        audit::Event event = access::eventBy(current, audit::kind::alertRuleDeleted);
        event.object = {"alert_rule", id.text(), before->what.name};
        return m_parts.journal.append(transaction, std::move(event));
    });
}

Result<AlertRule> AlertRulesService::reset(const Actor& actor, const AlertRuleId& id)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::AlertsUpdate));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<AlertRule> {
        SALLYPORT_ASSIGN(const auto before, rows::rule(transaction, id));
        if (!before)
            return noSuchAlertRule();
        const AlertDraft* const shipped = shippedRule(before->shipped);
        if (shipped == nullptr)
            return ruleConflict("This rule did not come with the product.", "own_rule");
        AlertRule after = *before;
        after.what = *shipped;
        after.mutedUntil.reset();
        after.author = {AlertAuthor::Kind::Product, {}, {}, "Sallyport"};
        after.asShipped = true;
        if (before->what == after.what && !before->mutedUntil)
            return after;
        after.version = before->version + 1;
        after.changedAt = m_parts.store.now();
        SALLYPORT_TRY(put(transaction, current, audit::kind::alertRuleChanged, &*before, after));
        return after;
    });
}

Result<AlertTrial> AlertRulesService::test(const Actor& actor, const AlertDraft& draft, UtcTime since, UtcTime until,
                                           const audit::Progress& progress)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::AlertsRead));
    SALLYPORT_TRY(access::require(current, Permission::EventsRead));
    AlertDraft checked = draft;
    checked.actions.clear(); // nothing is done
    if (checked.name.empty())
        checked.name = "trial";
    SALLYPORT_TRY(checkDraft(checked, m_parts.actions.notifier()));
    if (until <= since || until - since > trialLongest)
        return identity::validationError({{"since", "Before `until`, and at most 92 days.", "range"}});
    return tryOut(m_parts.store, checked, m_parts.settings.values()->timesZone, since, until, progress);
}

std::vector<ActionKind> AlertRulesService::offered(const Actor& actor) const
{
    std::vector<ActionKind> all;
    for (const ActionKind kind : actionKinds) {
        const auto needed = permissionOf(kind);
        if ((!needed || actor.permissions.has(*needed)) &&
            (kind != ActionKind::Destination || m_parts.actions.notifier().offered()))
            all.push_back(kind);
    }
    return all;
}

} // namespace sallyport::alerts
