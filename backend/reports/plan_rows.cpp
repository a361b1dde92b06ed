#include "backend/reports/report_rows.h"

#include "backend/storage/columns.h"

namespace sallyport::reports {

namespace {

enum class PlanColumn {
    Id,
    Name,
    Template,
    Period,
    Filter,
    Format,
    Language,
    Frequency,
    Hour,
    Keep,
    AuthorId,
    AuthorKey,
    AuthorName,
    Rights,
    CreatedAt,
    NextAt,
    LastAt,
    LastProblem,
    Version,
    End
};
constexpr storage::Columns<PlanColumn> planColumns{{{PlanColumn::Id, "id"},
                                                    {PlanColumn::Name, "name"},
                                                    {PlanColumn::Template, "template"},
                                                    {PlanColumn::Period, "period"},
                                                    {PlanColumn::Filter, "filter"},
                                                    {PlanColumn::Format, "format"},
                                                    {PlanColumn::Language, "language"},
                                                    {PlanColumn::Frequency, "frequency"},
                                                    {PlanColumn::Hour, "hour"},
                                                    {PlanColumn::Keep, "keep"},
                                                    {PlanColumn::AuthorId, "author_id"},
                                                    {PlanColumn::AuthorKey, "author_key"},
                                                    {PlanColumn::AuthorName, "author_name"},
                                                    {PlanColumn::Rights, "rights"},
                                                    {PlanColumn::CreatedAt, "created_at"},
                                                    {PlanColumn::NextAt, "next_at"},
                                                    {PlanColumn::LastAt, "last_at"},
                                                    {PlanColumn::LastProblem, "last_problem"},
                                                    {PlanColumn::Version, "version"}}};
constexpr auto allPlans = storage::select(planColumns, "FROM report_plans ORDER BY name, id");
constexpr auto onePlan = storage::select(planColumns, "FROM report_plans WHERE id = $1");
constexpr auto duePlans = storage::select(planColumns, "FROM report_plans WHERE next_at <= $1 ORDER BY next_at, id");

PlanRow readPlan(const storage::Row<PlanColumn>& row)
{
    PlanRow read;
    Plan& plan = read.plan;
    plan.id = PlanId(row.text(PlanColumn::Id));
    plan.fields.name = row.text(PlanColumn::Name);
    plan.fields.report = findTemplate(row.text(PlanColumn::Template)).value_or(Template::Activity);
    plan.fields.period = findPeriod(row.text(PlanColumn::Period)).value_or(Period::Week);
    plan.fields.filter = row.text(PlanColumn::Filter);
    plan.fields.format = findFormat(row.text(PlanColumn::Format)).value_or(Format::Pdf);
    plan.fields.language = row.text(PlanColumn::Language);
    plan.fields.frequency = findFrequency(row.text(PlanColumn::Frequency)).value_or(Frequency::Weekly);
    plan.fields.hour = static_cast<int>(row.integer(PlanColumn::Hour));
    plan.fields.keep = static_cast<int>(row.integer(PlanColumn::Keep));
    plan.author = row.text(PlanColumn::AuthorName);
    read.author = {access::Author::Kind::User, row.text(PlanColumn::AuthorId), row.text(PlanColumn::AuthorKey), plan.author};
    if (read.author.id.empty())
        read.author.kind = access::Author::Kind::System;
    read.rights = splitWords(row.text(PlanColumn::Rights));
    plan.createdAt = row.time(PlanColumn::CreatedAt);
    plan.nextAt = row.optionalTime(PlanColumn::NextAt);
    plan.fields.enabled = plan.nextAt.has_value();
    plan.lastAt = row.optionalTime(PlanColumn::LastAt);
    plan.lastProblem = row.text(PlanColumn::LastProblem);
    plan.version = row.integer(PlanColumn::Version);
    return read;
}

Result<std::vector<PlanRow>> readPlans(storage::Rows<PlanColumn> found)
{
    std::vector<PlanRow> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, found.step());
        if (!more)
            return all;
        all.push_back(readPlan(found.row()));
    }
}

} // namespace

namespace rows {

Result<std::vector<PlanRow>> plans(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(allPlans));
    return readPlans(std::move(found));
}

Result<PlanRow> plan(storage::Transaction& transaction, const PlanId& id)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(onePlan));
    found.bind(1, id);
    SALLYPORT_ASSIGN(const bool there, found.step());
    if (!there)
        return makeError(ErrorCode::NotFound, "There is no such plan.");
    return readPlan(found.row());
}

Result<std::vector<PlanRow>> plansDue(storage::Transaction& transaction, UtcTime now)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(duePlans));
    found.bind(1, now);
    return readPlans(std::move(found));
}

Result<std::int64_t> countPlans(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM report_plans"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> putPlan(storage::Transaction& transaction, const PlanRow& row)
{
    SALLYPORT_TRY(removePlan(transaction, row.plan.id));
    const PlanFields& fields = row.plan.fields;
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare(
                         "INSERT INTO report_plans (id, name, template, period, filter, format, language, frequency, hour, "
                         "keep, author_id, author_name, rights, created_at, next_at, last_at, last_problem, version, author_key) "
                         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"));
    put.bind(1, row.plan.id).bind(2, fields.name).bind(3, info(fields.report).word).bind(4, periodWord(fields.period));
    put.bind(5, fields.filter)
        .bind(6, formatWord(fields.format))
        .bind(7, fields.language)
        .bind(8, frequencyWord(fields.frequency));
    put.bind(9, fields.hour).bind(10, fields.keep);
    put.bind(11, row.author.id.empty() ? std::nullopt : std::optional(row.author.id)).bind(12, row.plan.author);
    put.bind(13, joinedWords(row.rights)).bind(14, row.plan.createdAt).bind(15, row.plan.nextAt).bind(16, row.plan.lastAt);
    put.bind(17, row.plan.lastProblem).bind(18, row.plan.version).bind(19, row.author.key);
    return put.run();
}

Result<void> removePlan(storage::Transaction& transaction, const PlanId& id)
{
    SALLYPORT_ASSIGN(auto drop, transaction.prepare("DELETE FROM report_plans WHERE id = $1"));
    drop.bind(1, id);
    return drop.run();
}

Result<void> notePlan(storage::Transaction& transaction, const PlanId& id, std::optional<UtcTime> nextAt, UtcTime lastAt,
                      const std::string& problem)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("UPDATE report_plans SET next_at = $2, last_at = $3, last_problem = $4 WHERE id = $1"));
    put.bind(1, id).bind(2, nextAt).bind(3, lastAt).bind(4, problem);
    return put.run();
}

} // namespace rows

} // namespace sallyport::reports
