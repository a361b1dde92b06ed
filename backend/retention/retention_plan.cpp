#include "backend/retention/retention_plan.h"

#include "backend/audit/restrictions.h"
#include "backend/base/time_format.h"
#include "backend/storage/columns.h"

namespace sallyport::retention {
namespace {

enum class PlanColumn { Version, Most, MostBytes, LastRun, LastRemoved, End };
constexpr storage::Columns<PlanColumn> planColumns{{{PlanColumn::Version, "version"},
                                                    {PlanColumn::Most, "most_events"},
                                                    {PlanColumn::MostBytes, "most_bytes"},
                                                    {PlanColumn::LastRun, "last_run"},
                                                    {PlanColumn::LastRemoved, "last_removed"}}};
constexpr auto storedPlan = storage::select(planColumns, "FROM retention_plan WHERE id = 1");

enum class RuleColumn { Kind, Days, End };
constexpr storage::Columns<RuleColumn> ruleColumns{{{RuleColumn::Kind, "kind"}, {RuleColumn::Days, "days"}}};
constexpr auto storedRules = storage::select(ruleColumns, "FROM retention_rules ORDER BY kind");

enum class HoldColumn { Id, Filter, PersonId, PersonName, PersonEmail, Reason, PlacedBy, PlacedAt, End };
constexpr storage::Columns<HoldColumn> holdColumns{{{HoldColumn::Id, "id"},
                                                    {HoldColumn::Filter, "filter"},
                                                    {HoldColumn::PersonId, "person_id"},
                                                    {HoldColumn::PersonName, "person_name"},
                                                    {HoldColumn::PersonEmail, "person_email"},
                                                    {HoldColumn::Reason, "reason"},
                                                    {HoldColumn::PlacedBy, "placed_by"},
                                                    {HoldColumn::PlacedAt, "placed_at"}}};
constexpr auto storedHolds = storage::select(holdColumns, "FROM legal_holds ORDER BY placed_at DESC, id DESC");

Result<void> raiseVersion(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto raise, transaction.prepare("UPDATE retention_plan SET version = version + 1 WHERE id = 1"));
    return raise.run();
}

} // namespace

Result<Plan> readPlan(storage::Transaction& transaction)
{
    Plan plan;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(storedPlan));
    SALLYPORT_ASSIGN(const bool there, rows.step());
    if (!there)
        return makeError(ErrorCode::Internal, "There is no plan of what is kept.");
    const auto row = rows.row();
    plan.version = row.integer(PlanColumn::Version);
    plan.mostEvents = row.integer(PlanColumn::Most);
    plan.mostBytes = row.integer(PlanColumn::MostBytes);
    plan.lastRun = row.optionalTime(PlanColumn::LastRun);
    plan.lastRemoved = row.integer(PlanColumn::LastRemoved);
    SALLYPORT_ASSIGN(auto rules, transaction.prepare(storedRules));
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rules.step());
        if (!more)
            break;
        const auto rule = rules.row();
        plan.kinds.push_back({rule.text(RuleColumn::Kind), rule.integer(RuleColumn::Days)});
    }
    SALLYPORT_ASSIGN(auto holds, transaction.prepare(storedHolds));
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, holds.step());
        if (!more)
            return plan;
        const auto hold = holds.row();
        ReadyHold ready;
        ready.hold = {
            hold.text(HoldColumn::Id),         hold.text(HoldColumn::Filter),      UserId(hold.text(HoldColumn::PersonId)),
            hold.text(HoldColumn::PersonName), hold.text(HoldColumn::PersonEmail), hold.text(HoldColumn::Reason),
            hold.text(HoldColumn::PlacedBy),   hold.time(HoldColumn::PlacedAt)};
        // One that can't be read any more stops all removal, rather than holding nothing.
        SALLYPORT_ASSIGN(ready.query, queryOf(ready.hold));
        plan.holds.push_back(std::move(ready));
    }
}

Result<std::int64_t> readPlanVersion(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto version, transaction.prepare("SELECT version FROM retention_plan WHERE id = 1"));
    SALLYPORT_ASSIGN(const bool there, version.step());
    return there ? version.integer() : 0;
}

Result<void> writeRules(storage::Transaction& transaction, const RetentionRules& rules)
{
    SALLYPORT_ASSIGN(auto clear, transaction.prepare("DELETE FROM retention_rules"));
    SALLYPORT_TRY(clear.run());
    for (const KindRule& rule : rules.kinds) {
        SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO retention_rules (kind, days) VALUES ($1, $2)"));
        SALLYPORT_TRY(put.bind(1, rule.kind).bind(2, rule.days).run());
    }
    SALLYPORT_ASSIGN(auto plan, transaction.prepare("UPDATE retention_plan SET most_events = $1, most_bytes = $2 WHERE id = 1"));
    SALLYPORT_TRY(plan.bind(1, rules.mostEvents).bind(2, rules.mostBytes).run());
    return raiseVersion(transaction);
}

Result<void> insertHold(storage::Transaction& transaction, const LegalHold& hold)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO legal_holds (id, filter, person_id, person_name, person_email, reason, "
                                         "placed_by, placed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"));
    put.bind(1, hold.id).bind(2, hold.filter).bind(3, hold.person).bind(4, hold.personName).bind(5, hold.personEmail);
    SALLYPORT_TRY(put.bind(6, hold.reason).bind(7, hold.placedBy).bind(8, hold.placedAt).run());
    return raiseVersion(transaction);
}

Result<bool> deleteHold(storage::Transaction& transaction, const std::string& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM legal_holds WHERE id = $1"));
    SALLYPORT_TRY(remove.bind(1, id).run());
    if (transaction.changes() == 0)
        return false;
    SALLYPORT_TRY(raiseVersion(transaction));
    return true;
}

Result<void> writeLastRun(storage::Transaction& transaction, UtcTime at, std::int64_t removed)
{
    SALLYPORT_ASSIGN(auto run, transaction.prepare("UPDATE retention_plan SET last_run = $1, last_removed = $2 WHERE id = 1"));
    return run.bind(1, at).bind(2, removed).run();
}

std::int64_t daysOf(std::string_view kind, std::int64_t otherwise, const std::vector<KindRule>& rules)
{
    const KindRule* best = nullptr;
    for (const KindRule& rule : rules) {
        const bool family = rule.kind.ends_with(".*");
        const std::string_view named(rule.kind.data(), rule.kind.size() - (family ? 1 : 0));
        if (family ? !kind.starts_with(named) : kind != named)
            continue;
        // A word says more than any family, a longer family more than a shorter one.
        if (best == nullptr || !family || (best->kind.ends_with(".*") && rule.kind.size() > best->kind.size()))
            best = &rule;
    }
    return best != nullptr ? best->days : otherwise;
}

Result<audit::EventQuery> queryOf(const LegalHold& hold)
{
    if (hold.person.empty())
        return audit::parseFilter(hold.filter, hold.placedAt, TimeZone());
    audit::EventQuery query;
    query.users = {hold.person.text()};
    if (!hold.personEmail.empty())
        query.users.push_back(hold.personEmail);
    return query;
}

void addMatches(storage::SqlText& sql, const audit::EventQuery& query)
{
    sql.add("(1 = 1");
    for (const audit::Restriction& restriction : audit::restrictionsOf(query)) {
        sql.add(" AND ");
        restriction.test(sql);
    }
    if (query.since)
        sql.add(" AND +e.time >= ").bind(toMicros(*query.since));
    if (query.until)
        sql.add(" AND +e.time < ").bind(toMicros(*query.until));
    sql.add(")");
}

void addNotHeld(storage::SqlText& sql, const std::vector<ReadyHold>& holds)
{
    for (const ReadyHold& hold : holds) {
        sql.add(" AND NOT coalesce(");
        addMatches(sql, hold.query);
        sql.add(", 1 = 0)");
    }
}

Result<void> refuseHeld(storage::Transaction& transaction, const audit::EventQuery& query)
{
    SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
    for (const ReadyHold& ready : plan.holds) {
        storage::SqlText sql;
        sql.add("SELECT e.sequence FROM events e WHERE ");
        addMatches(sql, query);
        sql.add(" AND ");
        addMatches(sql, ready.query);
        sql.add(" LIMIT 1");
        SALLYPORT_ASSIGN(auto held, sql.prepare(transaction));
        SALLYPORT_ASSIGN(const bool any, held.step());
        if (!any)
            continue;
        Error error(ErrorCode::Conflict, "A legal hold keeps these events: " + ready.hold.reason);
        error.word = "held";
        return error;
    }
    return {};
}

} // namespace sallyport::retention
