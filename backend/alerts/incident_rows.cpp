#include "backend/alerts/incident_rows.h"

#include "backend/base/case_fold.h"
#include "backend/base/time_format.h"
#include "backend/storage/columns.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <charconv>

namespace sallyport::alerts::rows {
namespace {

using storage::SqlText;

constexpr char incidentsNewestFirst = 'i', incidentsOldestFirst = 'I';
constexpr std::size_t incidentIdLength = 26;
constexpr std::uint32_t incidentPageMost = 200;

enum class IncidentColumn {
    Id,
    Rule,
    RuleName,
    Shipped,
    GroupBy,
    GroupValue,
    GroupName,
    Severity,
    State,
    FirstAt,
    LastAt,
    OpenedAt,
    Count,
    People,
    AssigneeId,
    AssigneeName,
    AcknowledgedAt,
    AcknowledgedBy,
    ClosedAt,
    ClosedBy,
    Outcome,
    Filter,
    Version,
    End
};
constexpr storage::Columns<IncidentColumn> incidentColumns{
    {{IncidentColumn::Id, "i.id"},
     {IncidentColumn::Rule, "i.rule_id"},
     {IncidentColumn::RuleName, "i.rule_name"},
     {IncidentColumn::Shipped, "i.shipped"},
     {IncidentColumn::GroupBy, "i.group_by"},
     {IncidentColumn::GroupValue, "i.group_value"},
     {IncidentColumn::GroupName, "i.group_name"},
     {IncidentColumn::Severity, "i.severity"},
     {IncidentColumn::State, "i.state"},
     {IncidentColumn::FirstAt, "i.first_at"},
     {IncidentColumn::LastAt, "i.last_at"},
     {IncidentColumn::OpenedAt, "i.opened_at"},
     {IncidentColumn::Count, "i.event_count"},
     {IncidentColumn::People, "(SELECT count(*) FROM incident_people p WHERE p.incident_id = i.id)"},
     {IncidentColumn::AssigneeId, "i.assignee_id"},
     {IncidentColumn::AssigneeName, "i.assignee_name"},
     {IncidentColumn::AcknowledgedAt, "i.acknowledged_at"},
     {IncidentColumn::AcknowledgedBy, "i.acknowledged_by"},
     {IncidentColumn::ClosedAt, "i.closed_at"},
     {IncidentColumn::ClosedBy, "i.closed_by"},
     {IncidentColumn::Outcome, "i.outcome"},
     {IncidentColumn::Filter, "i.filter"},
     {IncidentColumn::Version, "i.version"}}};
constexpr auto incidentById = storage::select(incidentColumns, "FROM incidents i WHERE i.id = $1");
constexpr auto unclosedOfGroup =
    storage::select(incidentColumns, "FROM incidents i WHERE i.rule_id = $1 AND i.group_value = $2 AND i.state <> 'closed'");

constexpr auto unclosedRecently = storage::select(
    incidentColumns, "FROM incidents i WHERE i.state <> 'closed' AND i.last_at >= $1 ORDER BY i.last_at DESC LIMIT 20000");

Incident readIncident(const storage::Row<IncidentColumn>& row)
{
    Incident one;
    one.id = IncidentId(row.text(IncidentColumn::Id));
    one.rule = AlertRuleId(row.text(IncidentColumn::Rule));
    one.ruleName = row.text(IncidentColumn::RuleName);
    one.shipped = row.text(IncidentColumn::Shipped);
    one.groupBy = findGroup(row.text(IncidentColumn::GroupBy)).value_or(GroupBy::None);
    one.groupValue = row.text(IncidentColumn::GroupValue);
    one.groupName = row.text(IncidentColumn::GroupName);
    one.severity = audit::findSeverity(row.text(IncidentColumn::Severity)).value_or(audit::Severity::Warning);
    one.state = findIncidentState(row.text(IncidentColumn::State)).value_or(IncidentState::Open);
    one.firstAt = row.time(IncidentColumn::FirstAt);
    one.lastAt = row.time(IncidentColumn::LastAt);
    one.openedAt = row.time(IncidentColumn::OpenedAt);
    one.count = row.integer(IncidentColumn::Count);
    one.people = row.integer(IncidentColumn::People);
    one.assigneeId = row.text(IncidentColumn::AssigneeId);
    one.assigneeName = row.text(IncidentColumn::AssigneeName);
    one.acknowledgedAt = row.optionalTime(IncidentColumn::AcknowledgedAt);
    one.acknowledgedBy = row.text(IncidentColumn::AcknowledgedBy);
    one.closedAt = row.optionalTime(IncidentColumn::ClosedAt);
    one.closedBy = row.text(IncidentColumn::ClosedBy);
    one.outcome = row.text(IncidentColumn::Outcome);
    one.filter = row.text(IncidentColumn::Filter);
    one.version = row.integer(IncidentColumn::Version);
    return one;
}

/// What can be found: by the words of rule, group and whoever has it.
std::string searchOf(const Incident& incident)
{
    return searchKey(incident.ruleName + " " + incident.groupName + " " + incident.groupValue + " " + incident.assigneeName);
}

void incidentConditions(SqlText& sql, const IncidentQuery& query, std::string_view asker)
{
    sql.add(" FROM incidents i WHERE (1 = 1)");
    if (query.state)
        sql.add(" AND i.state = ").bind(std::string(incidentStateWord(*query.state)));
    if (query.unclosed)
        sql.add(" AND i.state <> 'closed'");
    if (!query.rule.empty())
        sql.add(" AND i.rule_id = ").bind(query.rule);
    if (query.mine)
        sql.add(" AND i.assignee_id = ").bind(std::string(asker));
    if (!query.text.empty())
        sql.add(" AND i.search LIKE ").bind(storage::searchPattern(query.text)).add(" ESCAPE '\\'");
    if (query.atLeast) {
        std::vector<std::string> words;
        for (const auto severity :
             {audit::Severity::Info, audit::Severity::Notice, audit::Severity::Warning, audit::Severity::Critical}) {
            if (severity >= *query.atLeast)
                words.emplace_back(audit::severityWord(severity));
        }
        sql.add(" AND i.severity IN ").bindList(words);
    }
}

} // namespace

Result<std::optional<Incident>> incident(storage::Transaction& transaction, const IncidentId& id)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(incidentById));
    found.bind(1, id);
    SALLYPORT_ASSIGN(const bool is, found.step());
    return is ? std::optional(readIncident(found.row())) : std::nullopt;
}

Result<std::optional<Incident>> unclosed(storage::Transaction& transaction, const AlertRuleId& rule, std::string_view group)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(unclosedOfGroup));
    found.bind(1, rule).bind(2, group);
    SALLYPORT_ASSIGN(const bool is, found.step());
    return is ? std::optional(readIncident(found.row())) : std::nullopt;
}

Result<std::int64_t> countUnclosed(storage::Transaction& transaction, const AlertRuleId& rule)
{
    SALLYPORT_ASSIGN(auto counted,
                     transaction.prepare("SELECT count(*) FROM incidents WHERE rule_id = $1 AND state <> 'closed'"));
    counted.bind(1, rule);
    SALLYPORT_TRY(counted.step());
    return counted.integer();
}

Result<IncidentPage> page(storage::Transaction& transaction, const IncidentQuery& query, std::string_view asker)
{
    if (query.limit < 1 || query.limit > incidentPageMost)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    const char order = query.oldestFirst ? incidentsOldestFirst : incidentsNewestFirst;
    storage::PageCursor after;
    std::int64_t afterTime = 0;
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(after, storage::decodeCursor(query.cursor, order, incidentIdLength));
        const char* const end = after.place.data() + after.place.size();
        if (!isIdText(after.id) || after.place.empty() || std::from_chars(after.place.data(), end, afterTime).ptr != end)
            return storage::notACursor();
    }
    IncidentPage page;
    SqlText count;
    count.add("SELECT count(*)");
    incidentConditions(count, query, asker);
    SALLYPORT_ASSIGN(auto counted, count.prepare(transaction));
    SALLYPORT_TRY(counted.step());
    page.total = counted.integer();

    SqlText sql;
    sql.add("SELECT ").add(incidentColumns.text());
    incidentConditions(sql, query, asker);
    if (!query.cursor.empty()) {
        const std::string_view beyond = query.oldestFirst ? " > " : " < ";
        sql.add(" AND (i.last_at").add(beyond).bind(afterTime).add(" OR (i.last_at = ").bind(afterTime);
        sql.add(" AND i.id").add(beyond).bind(after.id).add("))");
    }
    sql.add(query.oldestFirst ? " ORDER BY i.last_at, i.id LIMIT " : " ORDER BY i.last_at DESC, i.id DESC LIMIT ");
    sql.bind(std::int64_t{query.limit} + 1);
    if (query.cursor.empty() && query.offset > 0)
        sql.add(" OFFSET ").bind(static_cast<std::int64_t>(query.offset));
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, incidentColumns));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return page;
        if (page.incidents.size() == query.limit) {
            const Incident& last = page.incidents.back();
            page.nextCursor = storage::encodeCursor(order, {last.id.text(), std::to_string(toMicros(last.lastAt))});
            return page;
        }
        page.incidents.push_back(readIncident(rows.row()));
    }
}

Result<IncidentCounts> counts(storage::Transaction& transaction, std::string_view asker)
{
    IncidentCounts all;
    const auto count = [&](IncidentQuery query) -> Result<std::int64_t> {
        SqlText sql;
        sql.add("SELECT count(*)");
        incidentConditions(sql, query, asker);
        SALLYPORT_ASSIGN(auto counted, sql.prepare(transaction));
        SALLYPORT_TRY(counted.step());
        return counted.integer();
    };
    IncidentQuery query;
    query.state = IncidentState::Open;
    SALLYPORT_ASSIGN(all.open, count(query));
    query.state = IncidentState::Acknowledged;
    SALLYPORT_ASSIGN(all.acknowledged, count(query));
    query.state = IncidentState::Closed;
    SALLYPORT_ASSIGN(all.closed, count(query));
    query.state.reset();
    query.unclosed = query.mine = true;
    if (!asker.empty()) {
        SALLYPORT_ASSIGN(all.mine, count(query));
    }
    return all;
}

Result<void> addIncident(storage::Transaction& transaction, const Incident& incident)
{
    SALLYPORT_ASSIGN(auto add, transaction.prepare(
                                   "INSERT INTO incidents (id, rule_id, rule_name, shipped, group_by, group_value, group_name, "
                                   "severity, state, first_at, last_at, opened_at, event_count, assignee_id, assignee_name, "
                                   "acknowledged_by, closed_by, closed_through, outcome, filter, search, version) VALUES ($1, "
                                   "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', '', '', 0, '', $14, $15, 1)"));
    add.bind(1, incident.id).bind(2, incident.rule).bind(3, incident.ruleName).bind(4, incident.shipped);
    add.bind(5, groupWord(incident.groupBy)).bind(6, incident.groupValue).bind(7, incident.groupName);
    add.bind(8, audit::severityWord(incident.severity)).bind(9, incidentStateWord(incident.state));
    add.bind(10, incident.firstAt).bind(11, incident.lastAt).bind(12, incident.openedAt).bind(13, incident.count);
    return add.bind(14, incident.filter).bind(15, searchOf(incident)).run();
}

Result<void> changeIncident(storage::Transaction& transaction, const Incident& incident, std::int64_t through)
{
    SALLYPORT_ASSIGN(auto change,
                     transaction.prepare("UPDATE incidents SET state = $2, assignee_id = $3, assignee_name = $4, acknowledged_at "
                                         "= $5, acknowledged_by = $6, closed_at = $7, closed_by = $8, closed_through = $9, "
                                         "outcome = $10, search = $11, version = version + 1 WHERE id = $1"));
    change.bind(1, incident.id).bind(2, incidentStateWord(incident.state)).bind(3, incident.assigneeId);
    change.bind(4, incident.assigneeName).bind(5, incident.acknowledgedAt).bind(6, incident.acknowledgedBy);
    change.bind(7, incident.closedAt).bind(8, incident.closedBy).bind(9, through).bind(10, incident.outcome);
    return change.bind(11, searchOf(incident)).run();
}

Result<void> addEvents(storage::Transaction& transaction, const IncidentId& id, std::int64_t count, UtcTime lastAt)
{
    SALLYPORT_ASSIGN(auto change, transaction.prepare("UPDATE incidents SET event_count = event_count + $2, last_at = CASE WHEN "
                                                      "last_at < $3 THEN $3 ELSE last_at END WHERE id = $1"));
    return change.bind(1, id).bind(2, count).bind(3, lastAt).run();
}

Result<std::vector<ClosedGroup>> closedSince(storage::Transaction& transaction, UtcTime since)
{
    enum class ClosedColumn { Rule, Group, Through, End };
    static constexpr storage::Columns<ClosedColumn> closedColumns{
        {{ClosedColumn::Rule, "rule_id"}, {ClosedColumn::Group, "group_value"}, {ClosedColumn::Through, "closed_through"}}};
    static constexpr auto closed = storage::select(
        closedColumns, "FROM incidents WHERE state = 'closed' AND closed_at >= $1 ORDER BY closed_through LIMIT 20000");
    SALLYPORT_ASSIGN(auto found, transaction.prepare(closed));
    found.bind(1, since);
    std::vector<ClosedGroup> groups;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, found.step());
        if (!another)
            return groups;
        groups.push_back({found.row().text(ClosedColumn::Rule), found.row().text(ClosedColumn::Group),
                          found.row().integer(ClosedColumn::Through)});
    }
}

Result<std::vector<Incident>> unclosedSince(storage::Transaction& transaction, UtcTime since)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(unclosedRecently));
    found.bind(1, since);
    std::vector<Incident> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, found.step());
        if (!another)
            return all;
        all.push_back(readIncident(found.row()));
    }
}

Result<void> removeClosed(storage::Transaction& transaction, UtcTime before)
{
    SALLYPORT_ASSIGN(auto old, transaction.prepare("DELETE FROM incidents WHERE state = 'closed' AND closed_at < $1"));
    SALLYPORT_TRY(old.bind(1, before).run());
    SALLYPORT_ASSIGN(auto many, transaction.prepare("DELETE FROM incidents WHERE id IN (SELECT id FROM incidents WHERE state = "
                                                    "'closed' ORDER BY last_at DESC, id DESC LIMIT 1000000000 OFFSET $1)"));
    return many.bind(1, incidentsClosedKept).run();
}

} // namespace sallyport::alerts::rows
