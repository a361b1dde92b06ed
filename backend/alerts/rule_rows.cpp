#include "backend/alerts/rule_rows.h"

#include "backend/alerts/rule_text.h"
#include "backend/alerts/shipped_rules.h"
#include "backend/base/case_fold.h"
#include "backend/storage/columns.h"

#include <algorithm>

namespace sallyport::alerts::rows {
namespace {

enum class RuleColumn {
    Id,
    Name,
    Note,
    Shipped,
    Enabled,
    Kinds,
    Filter,
    Threshold,
    Window,
    Counted,
    GroupBy,
    Severity,
    MutedUntil,
    Schedule,
    Actions,
    AuthorKind,
    AuthorId,
    AuthorKey,
    AuthorName,
    ChangedAt,
    Version,
    End
};
constexpr storage::Columns<RuleColumn> ruleColumns{{{RuleColumn::Id, "id"},
                                                    {RuleColumn::Name, "name"},
                                                    {RuleColumn::Note, "note"},
                                                    {RuleColumn::Shipped, "shipped"},
                                                    {RuleColumn::Enabled, "enabled"},
                                                    {RuleColumn::Kinds, "kinds"},
                                                    {RuleColumn::Filter, "filter"},
                                                    {RuleColumn::Threshold, "threshold"},
                                                    {RuleColumn::Window, "window_seconds"},
                                                    {RuleColumn::Counted, "counted"},
                                                    {RuleColumn::GroupBy, "group_by"},
                                                    {RuleColumn::Severity, "severity"},
                                                    {RuleColumn::MutedUntil, "muted_until"},
                                                    {RuleColumn::Schedule, "schedule"},
                                                    {RuleColumn::Actions, "actions"},
                                                    {RuleColumn::AuthorKind, "author_kind"},
                                                    {RuleColumn::AuthorId, "author_id"},
                                                    {RuleColumn::AuthorKey, "author_key"},
                                                    {RuleColumn::AuthorName, "author_name"},
                                                    {RuleColumn::ChangedAt, "changed_at"},
                                                    {RuleColumn::Version, "version"}}};
constexpr auto rulesByName = storage::select(ruleColumns, "FROM alert_rules ORDER BY name_key, id");
constexpr auto ruleById = storage::select(ruleColumns, "FROM alert_rules WHERE id = $1");

AlertRule readRule(const storage::Row<RuleColumn>& row)
{
    AlertRule rule;
    rule.id = AlertRuleId(row.text(RuleColumn::Id));
    AlertDraft& what = rule.what;
    what.name = row.text(RuleColumn::Name);
    what.note = row.text(RuleColumn::Note);
    what.enabled = row.flag(RuleColumn::Enabled);
    what.kinds = splitKinds(row.text(RuleColumn::Kinds));
    what.filter = row.text(RuleColumn::Filter);
    what.threshold =
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(row.integer(RuleColumn::Threshold), 1, alertThresholdMost));
    what.window = std::chrono::seconds(std::clamp<std::int64_t>(row.integer(RuleColumn::Window), 1, alertWindowLongest.count()));
    what.counted = findCounted(row.text(RuleColumn::Counted)).value_or(Counted::Events);
    what.groupBy = findGroup(row.text(RuleColumn::GroupBy)).value_or(GroupBy::None);
    what.severity = audit::findSeverity(row.text(RuleColumn::Severity)).value_or(audit::Severity::Warning);
    what.schedule = scheduleOf(row.text(RuleColumn::Schedule));
    what.actions = actionsOf(row.text(RuleColumn::Actions));
    rule.shipped = row.text(RuleColumn::Shipped);
    rule.mutedUntil = row.optionalTime(RuleColumn::MutedUntil);
    rule.author = {access::authorKindOf(row.text(RuleColumn::AuthorKind)), row.text(RuleColumn::AuthorId),
                   row.text(RuleColumn::AuthorKey), row.text(RuleColumn::AuthorName)};
    rule.changedAt = row.time(RuleColumn::ChangedAt);
    rule.version = row.integer(RuleColumn::Version);
    if (const AlertDraft* const shipped = shippedRule(rule.shipped))
        rule.asShipped = *shipped == what;
    return rule;
}

} // namespace

Result<std::vector<AlertRule>> allRules(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(rulesByName));
    std::vector<AlertRule> rules;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, found.step());
        if (!another)
            return rules;
        rules.push_back(readRule(found.row()));
    }
}

Result<std::optional<AlertRule>> rule(storage::Transaction& transaction, const AlertRuleId& id)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(ruleById));
    found.bind(1, id);
    SALLYPORT_ASSIGN(const bool is, found.step());
    return is ? std::optional(readRule(found.row())) : std::nullopt;
}

Result<std::int64_t> countRules(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto counted, transaction.prepare("SELECT count(*) FROM alert_rules"));
    SALLYPORT_TRY(counted.step());
    return counted.integer();
}

Result<std::optional<AlertRuleId>> ruleNamed(storage::Transaction& transaction, std::string_view name)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare("SELECT id FROM alert_rules WHERE name_key = $1"));
    found.bind(1, textKey(name));
    SALLYPORT_ASSIGN(const bool is, found.step());
    return is ? std::optional(AlertRuleId(found.text())) : std::nullopt;
}

Result<void> putRule(storage::Transaction& transaction, const AlertRule& rule)
{
    SALLYPORT_ASSIGN(
        auto put, transaction.prepare(
                      "INSERT INTO alert_rules (id, name, name_key, note, shipped, enabled, kinds, filter, threshold, "
                      "window_seconds, counted, group_by, severity, muted_until, schedule, actions, author_kind, author_id, "
                      "author_key, author_name, changed_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
                      "$13, $14, $15, $16, $17, $18, $19, $20, $21, $22) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                      "name_key = excluded.name_key, note = excluded.note, shipped = excluded.shipped, enabled = "
                      "excluded.enabled, kinds = excluded.kinds, filter = excluded.filter, threshold = excluded.threshold, "
                      "window_seconds = excluded.window_seconds, counted = excluded.counted, group_by = excluded.group_by, "
                      "severity = excluded.severity, muted_until = excluded.muted_until, schedule = excluded.schedule, actions "
                      "= excluded.actions, author_kind = excluded.author_kind, author_id = excluded.author_id, author_key = "
                      "excluded.author_key, author_name = excluded.author_name, changed_at = excluded.changed_at, version = "
                      "excluded.version"));
    const AlertDraft& what = rule.what;
    put.bind(1, rule.id).bind(2, what.name).bind(3, textKey(what.name)).bind(4, what.note).bind(5, rule.shipped);
    put.bind(6, what.enabled).bind(7, joinedKinds(what.kinds)).bind(8, what.filter).bind(9, std::int64_t{what.threshold});
    put.bind(10, std::int64_t{what.window.count()}).bind(11, countedWord(what.counted)).bind(12, groupWord(what.groupBy));
    put.bind(13, audit::severityWord(what.severity)).bind(14, rule.mutedUntil).bind(15, scheduleText(what.schedule));
    put.bind(16, actionsText(what.actions)).bind(17, access::authorWord(rule.author.kind)).bind(18, rule.author.id);
    put.bind(19, rule.author.key).bind(20, rule.author.name).bind(21, rule.changedAt).bind(22, rule.version);
    return put.run();
}

Result<void> removeRule(storage::Transaction& transaction, const AlertRuleId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM alert_rules WHERE id = $1"));
    return remove.bind(1, id).run();
}

} // namespace sallyport::alerts::rows
