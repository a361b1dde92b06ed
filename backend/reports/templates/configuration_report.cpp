#include "backend/reports/templates/template.h"

namespace sallyport::reports {

namespace {

/// What changes how the vault behaves, by families of event kinds.
struct ChangeGroup {
    const char* title;
    std::vector<std::string> kinds;
};

std::vector<ChangeGroup> changeGroups()
{
    return {
        {"Settings",
         {"setting.", "change.", "server.certificate_changed", "server.certificate_created", "retention.", "history."}},
        {"Users and roles",
         {"user.created", "user.changed", "user.deleted", "user.disabled", "user.enabled", "user.erased", "user.imported",
          "user.roles_changed", "user.role_ended", "user.linked", "user.unlinked", "role."}},
        {"Keys and accounts", {"key.created", "key.changed", "key.rotated", "key.revoked", "service_account."}},
        {"Policies", {"policy.created", "policy.changed", "policy.deleted", "policy.published"}},
        {"Sign-in", {"provider.changed", "provider.created", "provider.deleted", "mfa.", "passkey."}},
        {"Protection",
         {"address.rule_added", "address.rule_changed", "address.rule_removed", "address.rules_imported", "address.rules_removed",
          "limit.rule_changed", "limit.rule_created", "limit.rule_deleted", "limit.override_set", "limit.override_removed",
          "detection.rule_changed", "detection.rule_created", "detection.rule_deleted", "detection.exclusion_added",
          "detection.exclusion_removed", "threat.weights_changed"}},
        {"Alerts and outputs",
         {"alert.rule_changed", "alert.rule_created", "alert.rule_deleted", "output.changed", "output.created", "output.deleted",
          "report.plan_changed", "report.plan_created", "report.plan_deleted"}},
    };
}

} // namespace

Result<void> writeConfiguration(Draft& draft)
{
    audit::EventQuery all = draft.events;
    all.kinds.clear();
    audit::Chart chart;
    chart.kind = audit::Chart::Kind::Bars;
    chart.title = "Changes by area";
    chart.series = {audit::Phrase("Changes")};
    std::int64_t total = 0;
    for (const ChangeGroup& group : changeGroups()) {
        audit::EventQuery query = draft.events;
        query.kinds = within(group.kinds, draft.events.kinds);
        SALLYPORT_ASSIGN(const std::int64_t count, draft.sources.events.count(draft.actor, query));
        chart.points.push_back({group.title, {count}});
        total += count;
        all.kinds.insert(all.kinds.end(), query.kinds.begin(), query.kinds.end());
    }
    chart.summary = audit::Phrase("%1 changes in %2 areas", {std::to_string(total), std::to_string(chart.points.size())});
    SALLYPORT_TRY(draft.writer.section("Summary"));
    SALLYPORT_TRY(draft.writer.figures({{"Changes", total}}));
    if (total > 0)
        SALLYPORT_TRY(draft.writer.chart(chart));
    SALLYPORT_TRY(draft.writer.note("Secrets never stand in the journal; a change of one says only that it was changed."));
    SALLYPORT_TRY(draft.writer.section("Changes"));
    return writeEventTable(draft, all, "Changes, oldest first", true);
}

} // namespace sallyport::reports
