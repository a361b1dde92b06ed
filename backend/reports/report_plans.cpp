#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/reports/plan_times.h"
#include "backend/reports/reports_service.h"

#include <algorithm>

namespace sallyport::reports {

namespace {

using access::Actor;
using access::Permission;

std::vector<std::string> wordsOf(const access::PermissionSet& set)
{
    std::vector<std::string> words;
    for (const access::PermissionInfo& one : access::permissions())
        if (set.has(one.permission))
            words.emplace_back(one.word);
    return words;
}

access::PermissionSet setOf(const std::vector<std::string>& words)
{
    access::PermissionSet set;
    for (const std::string& word : words)
        if (const auto permission = access::findPermission(word))
            set.add(*permission);
    return set;
}

audit::Event planEvent(const Actor& actor, std::string_view kind, const Plan& plan, const audit::Details& details)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"report_plan", plan.id.text(), plan.fields.name};
    event.detailsJson = details.json();
    return event;
}

audit::Details fieldsIn(const PlanFields& fields)
{
    audit::Details details;
    details.text("template", info(fields.report).word)
        .text("period", periodWord(fields.period))
        .text("format", formatWord(fields.format));
    details.text("frequency", frequencyWord(fields.frequency)).number("hour", fields.hour).number("keep", fields.keep);
    if (!fields.filter.empty())
        details.text("filter", fields.filter);
    return details;
}

std::string onOff(bool on)
{
    return on ? "on" : "off";
}

audit::Details changesOf(const PlanFields& before, const PlanFields& after)
{
    audit::Details details;
    details.change("name", before.name, after.name).change("filter", before.filter, after.filter);
    details.change("period", periodWord(before.period), periodWord(after.period));
    details.change("format", formatWord(before.format), formatWord(after.format));
    details.change("language", before.language, after.language);
    details.change("frequency", frequencyWord(before.frequency), frequencyWord(after.frequency));
    details.change("hour", std::to_string(before.hour), std::to_string(after.hour));
    details.change("keep", std::to_string(before.keep), std::to_string(after.keep));
    details.change("enabled", onOff(before.enabled), onOff(after.enabled));
    return details;
}

template <typename Value>
void take(Value& to, const std::optional<Value>& from)
{
    if (from)
        to = *from;
}

} // namespace

Result<void> ReportsService::checkPlan(const Actor& current, PlanFields& fields) const
{
    SALLYPORT_TRY(mayMake(current, fields.report));
    Error error(ErrorCode::ValidationFailed, "Validation failed");
    tidyName("name", fields.name, 1, planNameLimit, error.fields);
    if (fields.hour < 0 || fields.hour > 23)
        error.fields.push_back({"hour", "Must be 0 to 23", "range"});
    if (fields.keep < 1 || fields.keep > planKeepMost)
        error.fields.push_back({"keep", "Must be 1 to 100", "range"});
    ReportQuery query;
    query.report = fields.report;
    query.filter = fields.filter;
    query.language = fields.language;
    if (const auto events = eventsOf(query); !events)
        for (const FieldError& wrong : events.error().fields)
            error.fields.push_back({wrong.field == "language" ? "language" : "q", wrong.message, wrong.rule});
    if (!error.fields.empty())
        return error;
    return {};
}

/// To change or delete it. Who may not make what it makes finds no such plan.
Result<void> ReportsService::mayTake(const Actor& current, const PlanRow& row) const
{
    for (const Permission needed : info(row.plan.fields.report).needs)
        if (!current.permissions.has(needed))
            return makeError(ErrorCode::NotFound, "There is no such plan.");
    return access::requireMaker(current, UserId(row.author.id));
}

Result<std::vector<Plan>> ReportsService::plans(const Actor& actor)
{
    SALLYPORT_ASSIGN(const std::vector<Template> mine, available(actor));
    SALLYPORT_ASSIGN(const std::vector<PlanRow> all,
                     m_parts.store.read([](storage::Transaction& transaction) { return rows::plans(transaction); }));
    std::vector<Plan> shown;
    for (const PlanRow& row : all)
        if (std::ranges::find(mine, row.plan.fields.report) != mine.end())
            shown.push_back(row.plan);
    return shown;
}

Result<Plan> ReportsService::createPlan(const Actor& actor, const PlanFields& fields)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    PlanRow row;
    row.plan.fields = fields;
    SALLYPORT_TRY(checkPlan(current, row.plan.fields));
    row.plan.id = PlanId(newIdText(m_parts.random, m_parts.clock));
    row.plan.author = access::nameOf(current);
    row.author = access::authorOf(current);
    row.rights = wordsOf(current.permissions);
    row.plan.createdAt = m_parts.store.now();
    if (fields.enabled)
        row.plan.nextAt =
            nextDue(fields.frequency, fields.hour, m_parts.sources.settings.values()->timesZone, row.plan.createdAt);
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const std::int64_t count, rows::countPlans(transaction));
        if (count >= static_cast<std::int64_t>(planLimit))
            return makeError(ErrorCode::LimitReached, "There are as many plans as there may be: delete one first");
        SALLYPORT_TRY(rows::putPlan(transaction, row));
        return m_parts.journal.append(transaction,
                                      planEvent(current, audit::kind::reportPlanCreated, row.plan, fieldsIn(row.plan.fields)));
    });
    SALLYPORT_TRY(stored);
    return row.plan;
}

Result<Plan> ReportsService::changePlan(const Actor& actor, const PlanId& id, const PlanPatch& patch)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    PlanRow row;
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(row, rows::plan(transaction, id));
        SALLYPORT_TRY(mayTake(current, row));
        if (patch.expectedVersion && *patch.expectedVersion != row.plan.version)
            return makeError(ErrorCode::PreconditionFailed, "Somebody has changed the plan meanwhile.");
        PlanFields& fields = row.plan.fields;
        const PlanFields before = fields;
        take(fields.name, patch.name);
        take(fields.filter, patch.filter);
        take(fields.language, patch.language);
        take(fields.period, patch.period);
        take(fields.format, patch.format);
        take(fields.frequency, patch.frequency);
        take(fields.hour, patch.hour);
        take(fields.keep, patch.keep);
        take(fields.enabled, patch.enabled);
        SALLYPORT_TRY(checkPlan(current, fields));
        const audit::Details changes = changesOf(before, fields);
        row.plan.author = access::nameOf(current);
        row.author = access::authorOf(current);
        row.rights = wordsOf(current.permissions);
        ++row.plan.version;
        row.plan.nextAt = fields.enabled
                              ? std::optional(nextDue(fields.frequency, fields.hour, m_parts.sources.settings.values()->timesZone,
                                                      m_parts.store.now()))
                              : std::nullopt;
        SALLYPORT_TRY(rows::putPlan(transaction, row));
        return m_parts.journal.append(transaction, planEvent(current, audit::kind::reportPlanChanged, row.plan, changes));
    });
    SALLYPORT_TRY(stored);
    return row.plan;
}

Result<void> ReportsService::removePlan(const Actor& actor, const PlanId& id)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const PlanRow row, rows::plan(transaction, id));
        SALLYPORT_TRY(mayTake(current, row));
        SALLYPORT_TRY(rows::removePlan(transaction, id));
        return m_parts.journal.append(transaction,
                                      planEvent(current, audit::kind::reportPlanDeleted, row.plan, fieldsIn(row.plan.fields)));
    });
}

Result<Actor> ReportsService::authorOf(const PlanRow& row) const
{
    if (row.author.kind == access::Author::Kind::System)
        return Actor::system(row.plan.author);
    SALLYPORT_ASSIGN(Actor author, m_parts.author(row.author));
    author.permissions.restrictTo(setOf(row.rights));
    author.key = {}; // what the key may by now isn't what the plan was written with
    return author;
}

Result<void> ReportsService::makeOne(const PlanRow& row, const std::function<bool()>& goOn)
{
    const Plan& plan = row.plan;
    const UtcTime now = m_parts.store.now();
    const TimeZone zone = m_parts.sources.settings.values()->timesZone;
    const UtcTime next = nextDue(plan.fields.frequency, plan.fields.hour, zone, now);
    // First of all, so that what ends the process doesn't do so every minute.
    SALLYPORT_TRY(m_parts.store.write([&](storage::Transaction& transaction) {
        return rows::notePlan(transaction, plan.id, next, now, "The report was not finished.");
    }));
    ReportQuery query;
    query.report = plan.fields.report;
    query.filter = plan.fields.filter;
    query.format = plan.fields.format;
    query.language = plan.fields.language;
    if (info(query.report).hasPeriod) {
        const Span span = lastWhole(plan.fields.period, zone, now);
        query.since = span.since;
        query.until = span.until;
    }
    const auto made = [&]() -> Result<MadeReport> {
        SALLYPORT_ASSIGN(const Actor author, authorOf(row));
        Result<void> allowed;
        auto kept = keep(
            author, query,
            [&](std::int64_t, std::int64_t) {
                if (const Result<Actor> still = authorOf(row); !still)
                    allowed = still.error();
                return allowed.has_value() && goOn();
            },
            &plan);
        SALLYPORT_TRY(allowed); // whose account or key ended meanwhile
        return kept;
    }();
    const std::string problem = made ? std::string() : made.error().detail;
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(rows::notePlan(transaction, plan.id, next, now, problem));
        if (made)
            return {};
        Actor product = Actor::system();
        audit::Event event = planEvent(product, audit::kind::reportFailed, plan, fieldsIn(plan.fields));
        event.outcome = audit::Outcome::Failure;
        event.reason = errorWord(made.error().code);
        return m_parts.journal.append(transaction, std::move(event));
    });
    SALLYPORT_TRY(stored);
    return made ? Result<void>() : Result<void>(made.error());
}

Result<void> ReportsService::makeDue(const std::function<bool()>& goOn)
{
    const std::lock_guard lock(m_making);
    SALLYPORT_ASSIGN(const std::vector<PlanRow> due, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::plansDue(transaction, m_parts.store.now());
    }));
    Result<void> all;
    for (const PlanRow& row : due) {
        if (!goOn())
            break;
        if (const Result<void> one = makeOne(row, goOn); !one)
            all = one;
    }
    return all;
}

void ReportsService::start(std::function<void(const Result<void>&)> watcher, FaultListener onFault)
{
    m_runner = std::make_unique<PlanRunner>([this](const std::function<bool()>& goOn) { return makeDue(goOn); },
                                            std::move(watcher), std::move(onFault));
}

void ReportsService::wake()
{
    if (m_runner)
        m_runner->wake();
}

void ReportsService::stop()
{
    m_runner.reset();
}

} // namespace sallyport::reports
