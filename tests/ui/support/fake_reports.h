#pragma once

#include "backend/reports/reports.h"
#include "tests/ui/support/failures.h"

#include <algorithm>
#include <mutex>

namespace sallyport::tests {

/// Reports that take no time: two that are kept, one plan.
class FakeReports final : public reports::Reports {
public:
    explicit FakeReports(const Clock& clock) : m_clock(clock)
    {
        reports::MadeReport review;
        review.id = reports::ReportId("report-1");
        review.report = reports::Template::AccessReview;
        review.madeAt = clock.now() - std::chrono::hours(26);
        review.madeBy = "Ingrid Solheim";
        review.rows = 214;
        review.size = 88'412;
        review.sha256 = std::string(64, 'a');
        kept.push_back(review);
        review.id = reports::ReportId("report-2");
        review.report = reports::Template::Activity;
        review.format = reports::Format::Csv;
        review.madeAt = clock.now() - std::chrono::hours(50);
        kept.push_back(review);
        reports::Plan plan;
        plan.id = reports::PlanId("plan-1");
        plan.fields.name = "Access every month";
        plan.fields.report = reports::Template::AccessReview;
        plan.fields.frequency = reports::Frequency::Monthly;
        plan.fields.period = reports::Period::Month;
        plan.author = "Ingrid Solheim";
        plan.createdAt = clock.now() - std::chrono::hours(2400);
        plan.nextAt = clock.now() + std::chrono::hours(100);
        planned.push_back(plan);
    }

    Result<std::vector<reports::Template>> available(const access::Actor& actor) override
    {
        SALLYPORT_TRY(mayExport(actor));
        std::vector<reports::Template> all;
        for (const reports::TemplateInfo& one : reports::templates())
            if (std::ranges::all_of(one.needs, [&](access::Permission needed) { return actor.permissions.has(needed); }))
                all.push_back(one.report);
        return all;
    }
    Result<reports::ReportDone> exportTo(const access::Actor& actor, const reports::ReportQuery&, const Sink& sink,
                                         const audit::Progress& progress) override
    {
        SALLYPORT_TRY(mayExport(actor));
        if ((progress && !progress(0, 1)) || !sink("report"))
            return makeError(ErrorCode::Cancelled, "The report was cancelled.");
        return reports::ReportDone{1, 6};
    }
    Result<reports::ReportDone> exportToFile(const access::Actor& actor, const reports::ReportQuery& query,
                                             const std::filesystem::path& file, const audit::Progress& progress,
                                             journal::ExistingFile existing) override
    {
        SALLYPORT_ASSIGN(journal::ReportFile target, journal::ReportFile::create(file, existing));
        SALLYPORT_ASSIGN(const reports::ReportDone done,
                         exportTo(
                             actor, query, [&](std::string_view piece) { return target.write(piece).has_value(); }, progress));
        SALLYPORT_TRY(target.publish());
        return done;
    }
    Result<std::string> preview(const access::Actor& actor, const reports::ReportQuery& query, const audit::Progress&) override
    {
        SALLYPORT_TRY(mayExport(actor));
        return "<html><body><h1>" + std::string(reports::info(query.report).title) + "</h1></body></html>";
    }
    Result<reports::MadeReport> make(const access::Actor& actor, const reports::ReportQuery& query,
                                     const audit::Progress& progress) override
    {
        SALLYPORT_TRY(mayExport(actor));
        if (progress && !progress(0, 1))
            return makeError(ErrorCode::Cancelled, "The report was cancelled.");
        const std::lock_guard lock(mutex);
        reports::MadeReport made;
        made.id = reports::ReportId("report-" + std::to_string(kept.size() + 1));
        made.report = query.report;
        made.format = query.format;
        made.madeAt = m_clock.now();
        made.madeBy = access::nameOf(actor);
        made.rows = 12;
        made.size = 4'096;
        kept.insert(kept.begin(), made);
        return made;
    }
    Result<std::vector<reports::MadeReport>> list(const access::Actor& actor) override
    {
        SALLYPORT_TRY(mayExport(actor));
        const std::lock_guard lock(mutex);
        return kept;
    }
    Result<reports::MadeReport> read(const access::Actor& actor, const reports::ReportId& id) override
    {
        SALLYPORT_TRY(mayExport(actor));
        const std::lock_guard lock(mutex);
        const auto found = std::ranges::find(kept, id, &reports::MadeReport::id);
        return found == kept.end() ? Result<reports::MadeReport>(makeError(ErrorCode::NotFound, "There is no such report."))
                                   : *found;
    }
    Result<reports::MadeReport> open(const access::Actor& actor, const reports::ReportId& id, const Sink& sink) override
    {
        SALLYPORT_ASSIGN(reports::MadeReport found, read(actor, id));
        sink("report");
        return found;
    }
    Result<void> remove(const access::Actor& actor, const reports::ReportId& id) override
    {
        SALLYPORT_TRY(read(actor, id));
        const std::lock_guard lock(mutex);
        std::erase_if(kept, [&](const reports::MadeReport& one) { return one.id == id; });
        return {};
    }
    Result<std::vector<reports::Plan>> plans(const access::Actor& actor) override
    {
        SALLYPORT_TRY(mayExport(actor));
        const std::lock_guard lock(mutex);
        return planned;
    }
    Result<reports::Plan> createPlan(const access::Actor& actor, const reports::PlanFields& fields) override
    {
        SALLYPORT_TRY(mayExport(actor));
        const std::lock_guard lock(mutex);
        reports::Plan plan;
        plan.id = reports::PlanId("plan-" + std::to_string(planned.size() + 1));
        plan.fields = fields;
        plan.author = access::nameOf(actor);
        plan.createdAt = m_clock.now();
        if (fields.enabled)
            plan.nextAt = m_clock.now() + std::chrono::hours(24);
        planned.push_back(plan);
        return plan;
    }
    Result<reports::Plan> changePlan(const access::Actor& actor, const reports::PlanId& id,
                                     const reports::PlanPatch& patch) override
    {
        SALLYPORT_TRY(mayExport(actor));
        const std::lock_guard lock(mutex);
        const auto found = std::ranges::find(planned, id, &reports::Plan::id);
        if (found == planned.end())
            return makeError(ErrorCode::NotFound, "There is no such plan.");
        if (patch.enabled) {
            found->fields.enabled = *patch.enabled;
            found->nextAt = *patch.enabled ? std::optional(m_clock.now() + std::chrono::hours(24)) : std::nullopt;
        }
        ++found->version;
        return *found;
    }
    Result<void> removePlan(const access::Actor& actor, const reports::PlanId& id) override
    {
        SALLYPORT_TRY(mayExport(actor));
        const std::lock_guard lock(mutex);
        std::erase_if(planned, [&](const reports::Plan& one) { return one.id == id; });
        return {};
    }

    Failures failures;
    std::mutex mutex;
    std::vector<reports::MadeReport> kept;
    std::vector<reports::Plan> planned;

private:
    Result<void> mayExport(const access::Actor& actor)
    {
        SALLYPORT_TRY(access::require(actor, access::Permission::EventsExport));
        if (auto failure = failures.take())
            return *failure;
        return {};
    }

    const Clock& m_clock;
};

} // namespace sallyport::tests
