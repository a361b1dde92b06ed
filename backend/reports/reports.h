#pragma once

#include "backend/access/actor.h"
#include "backend/audit/journal.h"
#include "backend/journal/report_file.h"
#include "backend/reports/report.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace sallyport::reports {

/// Reports by template: written into a stream or file, or made and kept in the vault's directory, by hand or by plan. All take
/// events:export and what the template's data need, asked again while a report is written; a kept report is shown to who
/// holds what its maker needed. Blocks, workers only; constant memory. Thread-safe.
class Reports {
public:
    virtual ~Reports() = default;

    /// The templates that this actor may make, in their order.
    [[nodiscard]] virtual Result<std::vector<Template>> available(const access::Actor& actor) = 0;

    /// Takes the next bytes; false cancels.
    using Sink = std::function<bool(std::string_view chunk)>;
    /// Recorded as report.exported, also where it was cut off. InvalidArgument for a filter or a period that is none.
    [[nodiscard]] virtual Result<ReportDone> exportTo(const access::Actor& actor, const ReportQuery& query, const Sink& sink,
                                                      const audit::Progress& progress) = 0;
    /// The same into a file (journal::ReportFile).
    [[nodiscard]] virtual Result<ReportDone> exportToFile(const access::Actor& actor, const ReportQuery& query,
                                                          const std::filesystem::path& file, const audit::Progress& progress,
                                                          journal::ExistingFile existing) = 0;
    /// The first rows of the same as HTML, for who wants to see what it will be. Not recorded: it shows what its reader may read
    /// anyway.
    [[nodiscard]] virtual Result<std::string> preview(const access::Actor& actor, const ReportQuery& query,
                                                      const audit::Progress& progress) = 0;

    /// Makes a report and keeps it. Recorded with its SHA-256. LimitReached, DiskFull.
    [[nodiscard]] virtual Result<MadeReport> make(const access::Actor& actor, const ReportQuery& query,
                                                  const audit::Progress& progress) = 0;
    /// events:export. Those that the actor may open, the newest first.
    [[nodiscard]] virtual Result<std::vector<MadeReport>> list(const access::Actor& actor) = 0;
    [[nodiscard]] virtual Result<MadeReport> read(const access::Actor& actor, const ReportId& id) = 0;
    /// Its bytes. Recorded as report.exported before the first. NotFound; CryptoFailure if the file isn't what was kept.
    [[nodiscard]] virtual Result<MadeReport> open(const access::Actor& actor, const ReportId& id, const Sink& sink) = 0;
    /// Of its maker, or of who holds retention:update, too. Recorded. NotFound.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const ReportId& id) = 0;

    /// events:export. Those whose template the actor may make, by name.
    [[nodiscard]] virtual Result<std::vector<Plan>> plans(const access::Actor& actor) = 0;
    /// The reports are made with the rights that the author has when each is made. ValidationFailed, LimitReached. Recorded.
    [[nodiscard]] virtual Result<Plan> createPlan(const access::Actor& actor, const PlanFields& fields) = 0;
    /// Of its author, or of who holds retention:update, too. The plan is the actor's from then on. Recorded. NotFound,
    /// PreconditionFailed, ValidationFailed.
    [[nodiscard]] virtual Result<Plan> changePlan(const access::Actor& actor, const PlanId& id, const PlanPatch& patch) = 0;
    /// Of its author, or of who holds retention:update, too. What it has made stays. Recorded.
    [[nodiscard]] virtual Result<void> removePlan(const access::Actor& actor, const PlanId& id) = 0;
};

} // namespace sallyport::reports
