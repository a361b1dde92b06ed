#include "tests/ui/support/fake_alerts.h"

#include "backend/alerts/shipped_rules.h"
#include "backend/base/case_fold.h"

#include <algorithm>

namespace sallyport::tests {

using namespace alerts;
using access::Permission;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

Error noAlert()
{
    return makeError(ErrorCode::NotFound, "There is no such rule or incident");
}

} // namespace

FakeAlertRules::FakeAlertRules(Clock& clock) : m_clock(clock)
{
    int number = 0;
    for (const auto& [word, draft] : shippedRules()) {
        AlertRule rule;
        rule.id = AlertRuleId("ar-" + std::to_string(++number));
        rule.what = draft;
        rule.shipped = word;
        rule.asShipped = true;
        rule.author.name = "Sallyport";
        rule.changedAt = clock.now() - std::chrono::days(30);
        rules.push_back(std::move(rule));
    }
    AlertRule own;
    own.id = AlertRuleId("ar-own");
    own.what.name = "Export outside hours";
    own.what.kinds = {"record.exported", "report.exported", "user.exported"};
    own.what.groupBy = GroupBy::User;
    own.what.schedule = {0b0011111, 7 * 60, 19 * 60, {}, true};
    own.what.actions = {{ActionKind::Notice, {}, {}}, {ActionKind::RevokeSessions, {}, {}}};
    own.author = {AlertAuthor::Kind::User, "u1", {}, "Ingrid Solheim"};
    own.changedAt = clock.now() - std::chrono::days(3);
    rules.push_back(std::move(own));
    std::ranges::sort(rules, {}, [](const AlertRule& rule) { return rule.what.name; });
}

AlertRule* FakeAlertRules::find(const AlertRuleId& id)
{
    const auto found = std::ranges::find(rules, id, &AlertRule::id);
    return found == rules.end() ? nullptr : &*found;
}

Result<std::vector<AlertRule>> FakeAlertRules::list(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, Permission::AlertsRead));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    return rules;
}

Result<AlertRule> FakeAlertRules::read(const access::Actor& actor, const AlertRuleId& id)
{
    SALLYPORT_TRY(access::require(actor, Permission::AlertsRead));
    const std::lock_guard lock(mutex);
    AlertRule* const rule = find(id);
    return rule ? Result<AlertRule>(*rule) : noAlert();
}

Result<AlertRule> FakeAlertRules::create(const access::Actor& actor, const AlertDraft& draft)
{
    SALLYPORT_TRY(access::require(actor, Permission::AlertsUpdate));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    AlertRule rule;
    rule.id = AlertRuleId("ar-new-" + std::to_string(rules.size()));
    rule.what = draft;
    rule.author = {AlertAuthor::Kind::User, actor.id.text(), {}, actor.name};
    rule.changedAt = m_clock.now();
    rules.insert(rules.begin(), rule);
    return rule;
}

Result<AlertRule> FakeAlertRules::change(const access::Actor& actor, const AlertRuleId& id, const AlertPatch& patch)
{
    SALLYPORT_TRY(access::require(actor, Permission::AlertsUpdate));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    AlertRule* const rule = find(id);
    if (!rule)
        return noAlert();
    if (patch.what)
        rule->what = *patch.what;
    if (patch.enabled)
        rule->what.enabled = *patch.enabled;
    if (patch.mutedUntil)
        rule->mutedUntil = *patch.mutedUntil;
    ++rule->version;
    const AlertDraft* const shipped = shippedRule(rule->shipped);
    rule->asShipped = shipped && *shipped == rule->what;
    return *rule;
}

Result<void> FakeAlertRules::remove(const access::Actor& actor, const AlertRuleId& id)
{
    SALLYPORT_TRY(access::require(actor, Permission::AlertsUpdate));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    std::erase_if(rules, [&](const AlertRule& rule) { return rule.id == id; });
    return {};
}

Result<AlertRule> FakeAlertRules::reset(const access::Actor& actor, const AlertRuleId& id)
{
    SALLYPORT_TRY(access::require(actor, Permission::AlertsUpdate));
    const std::lock_guard lock(mutex);
    AlertRule* const rule = find(id);
    const AlertDraft* const shipped = rule ? shippedRule(rule->shipped) : nullptr;
    if (!shipped)
        return noAlert();
    rule->what = *shipped;
    rule->asShipped = true;
    ++rule->version;
    return *rule;
}

Result<AlertTrial> FakeAlertRules::test(const access::Actor& actor, const AlertDraft& draft, UtcTime since, UtcTime until,
                                        const audit::Progress& progress)
{
    SALLYPORT_TRY(access::require(actor, Permission::AlertsRead));
    if (auto failure = failures.take())
        return *failure;
    if (progress && !progress(1, 1))
        return makeError(ErrorCode::Cancelled, "Stopped");
    AlertTrial trial;
    trial.since = since;
    trial.until = until;
    trial.read = 2410;
    trial.fired = draft.threshold > 100 ? 0 : 4;
    for (int i = 0; i < trial.fired; ++i)
        trial.firings.push_back({until - std::chrono::hours(20 + 31 * i), "203.0.113.47", "203.0.113.47", draft.threshold + i});
    trial.matched = trial.fired * draft.threshold;
    return trial;
}

FakeIncidents::FakeIncidents(Clock& clock) : m_clock(clock)
{
    const UtcTime now = clock.now();
    const auto add = [&](std::string word, std::string group, IncidentState state, minutes ago, std::int64_t count,
                         std::string with, std::string outcome) -> IncidentDetail& {
        IncidentDetail detail;
        Incident& one = detail.incident;
        one.id = IncidentId("in-" + std::to_string(all.size() + 1));
        const AlertDraft* const rule = shippedRule(word);
        one.rule = AlertRuleId("ar-1");
        one.ruleName = rule->name;
        one.shipped = word;
        one.groupBy = rule->groupBy;
        one.groupValue = one.groupName = group;
        one.severity = rule->severity;
        one.state = state;
        one.lastAt = now - ago;
        one.firstAt = one.lastAt - minutes(11);
        one.openedAt = one.firstAt + minutes(3) + seconds(35);
        one.count = count;
        one.assigneeName = with;
        one.assigneeId = with.empty() ? "" : "u-" + with;
        one.outcome = std::move(outcome);
        one.filter = "kind:" + rule->kinds.front();
        detail.steps.push_back({one.openedAt, "opened", one.ruleName, {}});
        if (state != IncidentState::Open) {
            one.acknowledgedBy = with;
            detail.steps.push_back({one.openedAt + minutes(2), "acknowledged", with, {}});
        }
        if (state == IncidentState::Closed) {
            one.closedAt = one.lastAt + minutes(20);
            one.closedBy = with;
            detail.steps.push_back({*one.closedAt, "closed", with, one.outcome});
        }
        all.push_back(std::move(detail));
        return all.back();
    };
    add("keys_refused", "192.0.2.18", IncidentState::Open, minutes(3), 12, {}, {});
    add("malformed", "2001:db8:77::9", IncidentState::Open, minutes(10), 36, {}, {});
    {
        IncidentDetail& detail =
            add("credential_stuffing", "203.0.113.47", IncidentState::Acknowledged, minutes(11), 212, "Hana Suzuki", {});
        detail.incident.people = 38;
        const char* names[] = {"Kavya Raghunathan", "Giulia Moretti", "Mei Tanaka", "Amara Okafor", "Leilani Kahale"};
        for (int i = 0; i < 5; ++i)
            detail.people.push_back({"u" + std::to_string(i + 1), names[i], 7 - i});
        IncidentAction ban;
        ban.id = IncidentActionId("ac-1");
        ban.kind = ActionKind::BanAddress;
        ban.targetId = ban.targetName = "203.0.113.47";
        ban.state = ActionState::Done;
        ban.at = detail.incident.openedAt + seconds(1);
        ban.until = *ban.at + std::chrono::hours(1);
        ban.undoable = true;
        detail.actions.push_back(ban);
        detail.steps.insert(detail.steps.begin() + 1, {*ban.at, "acted", "Alert rule", "ban_address: 203.0.113.47"});
        IncidentAction notice;
        notice.id = IncidentActionId("ac-2");
        notice.state = ActionState::Done;
        notice.at = ban.at;
        detail.actions.push_back(notice);
        detail.steps.push_back({now - minutes(7), "noted", "Hana Suzuki", "Called Kavya: not her. New password set."});
    }
    add("refresh_reused", "Giulia Moretti", IncidentState::Closed, minutes(260), 2, "Hana Suzuki", "Two tabs, one old");
    add("attacks", "203.0.113.88", IncidentState::Closed, minutes(1700), 6, "Ingrid Solheim", "A scanner");
    add("key_leaked", "Old intranet", IncidentState::Closed, minutes(3100), 1, "Ingrid Solheim", "Revoked");
    add("password_guessing", "198.51.100.7", IncidentState::Closed, minutes(4200), 31, "Hana Suzuki", {});
}

IncidentDetail* FakeIncidents::find(const IncidentId& id)
{
    const auto found = std::ranges::find(all, id, [](const IncidentDetail& one) { return one.incident.id; });
    return found == all.end() ? nullptr : &*found;
}

Result<IncidentPage> FakeIncidents::list(const access::Actor& actor, const IncidentQuery& query)
{
    SALLYPORT_TRY(access::require(actor, Permission::IncidentsRead));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    IncidentPage page;
    for (const IncidentDetail& detail : all) {
        const Incident& one = detail.incident;
        const std::string searched = searchKey(one.ruleName + " " + one.groupName + " " + one.assigneeName);
        if ((query.state && one.state != *query.state) || (query.unclosed && one.state == IncidentState::Closed) ||
            (query.mine && one.assigneeId != actor.id.text()) || searched.find(searchKey(query.text)) == std::string::npos)
            continue;
        if (page.total++ >= static_cast<std::int64_t>(query.offset) && page.incidents.size() < query.limit)
            page.incidents.push_back(one);
    }
    return page;
}

Result<IncidentCounts> FakeIncidents::counts(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, Permission::IncidentsRead));
    const std::lock_guard lock(mutex);
    IncidentCounts counts;
    for (const IncidentDetail& detail : all) {
        const IncidentState state = detail.incident.state;
        ++(state == IncidentState::Open ? counts.open : state == IncidentState::Closed ? counts.closed : counts.acknowledged);
    }
    return counts;
}

Result<IncidentDetail> FakeIncidents::read(const access::Actor& actor, const IncidentId& id)
{
    SALLYPORT_TRY(access::require(actor, Permission::IncidentsRead));
    const std::lock_guard lock(mutex);
    IncidentDetail* const detail = find(id);
    return detail ? Result<IncidentDetail>(*detail) : noAlert();
}

Result<IncidentDetail> FakeIncidents::change(const access::Actor& actor, const IncidentId& id, const IncidentPatch& patch)
{
    SALLYPORT_TRY(access::require(actor, Permission::IncidentsUpdate));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    IncidentDetail* const detail = find(id);
    if (!detail)
        return noAlert();
    Incident& one = detail->incident;
    const UtcTime now = m_clock.now();
    if (patch.state) {
        one.state = *patch.state;
        one.outcome = patch.outcome.value_or(std::string());
        detail->steps.push_back({now,
                                 *patch.state == IncidentState::Open ? "reopened" : std::string(incidentStateWord(*patch.state)),
                                 actor.name, one.outcome});
    }
    if (patch.assignee) {
        one.assigneeId = *patch.assignee;
        one.assigneeName = patch.assignee->empty() ? std::string() : actor.name;
        detail->steps.push_back({now, "assigned", actor.name, one.assigneeName});
    }
    if (patch.note)
        detail->steps.push_back({now, "noted", actor.name, *patch.note});
    ++one.version;
    return *detail;
}

Result<IncidentDetail> FakeIncidents::undo(const access::Actor& actor, const IncidentId& id, const IncidentActionId& action)
{
    SALLYPORT_TRY(access::require(actor, Permission::IncidentsUpdate));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    IncidentDetail* const detail = find(id);
    if (!detail)
        return noAlert();
    for (IncidentAction& one : detail->actions) {
        if (one.id != action)
            continue;
        one.state = ActionState::Undone;
        one.undoable = false;
        one.endedAt = m_clock.now();
        one.endedBy = actor.name;
        detail->steps.push_back({m_clock.now(), "undone", actor.name, "ban_address: " + one.targetName});
    }
    return *detail;
}

} // namespace sallyport::tests
