#pragma once

#include "backend/base/random.h"
#include "backend/records/upload/file_store.h"
#include "backend/reports/plan_runner.h"
#include "backend/reports/report_rows.h"
#include "backend/reports/reports.h"
#include "backend/reports/templates/template.h"
#include "backend/storage/store.h"

#include <functional>
#include <mutex>

namespace sallyport::reports {

/// What the service is made of; everything outlives it.
struct ReportsParts {
    storage::Store& store;
    audit::Journal& journal;
    const Clock& clock;
    RandomSource& random;
    ReportSources sources;
    /// The actor as of this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor& actor)> now;
    /// Who has written a plan, as they are now; an error if they or their key are gone or end.
    std::function<Result<access::Actor>(const access::Author& author)> author;
    std::function<std::string()> vaultName;
    std::filesystem::path folder;        ///< of the files
    std::filesystem::path reportProgram; ///< draws PDFs; empty: beside the running program
    /// Conflict (`held`) if a legal hold matches one of the events.
    std::function<Result<void>(storage::Transaction& transaction, const audit::EventQuery& query)> held = {};
};

/// The one implementation of Reports.
class ReportsService final : public Reports {
public:
    explicit ReportsService(ReportsParts parts);
    ~ReportsService() override;

    Result<std::vector<Template>> available(const access::Actor& actor) override;
    Result<ReportDone> exportTo(const access::Actor& actor, const ReportQuery& query, const Sink& sink,
                                const audit::Progress& progress) override;
    Result<ReportDone> exportToFile(const access::Actor& actor, const ReportQuery& query, const std::filesystem::path& file,
                                    const audit::Progress& progress, journal::ExistingFile existing) override;
    Result<std::string> preview(const access::Actor& actor, const ReportQuery& query, const audit::Progress& progress) override;
    Result<MadeReport> make(const access::Actor& actor, const ReportQuery& query, const audit::Progress& progress) override;
    Result<std::vector<MadeReport>> list(const access::Actor& actor) override;
    Result<MadeReport> read(const access::Actor& actor, const ReportId& id) override;
    Result<MadeReport> open(const access::Actor& actor, const ReportId& id, const Sink& sink) override;
    Result<void> remove(const access::Actor& actor, const ReportId& id) override;
    Result<std::vector<Plan>> plans(const access::Actor& actor) override;
    Result<Plan> createPlan(const access::Actor& actor, const PlanFields& fields) override;
    Result<Plan> changePlan(const access::Actor& actor, const PlanId& id, const PlanPatch& patch) override;
    Result<void> removePlan(const access::Actor& actor, const PlanId& id) override;

    /// Makes what is due, one after the other. `goOn` is asked often: false stops. On the runner's thread, or a test's.
    [[nodiscard]] Result<void> makeDue(const std::function<bool()>& goOn);
    /// From now on plans are made on a thread of their own when wake() is called. Of the process that serves.
    void start(std::function<void(const Result<void>&)> watcher, FaultListener onFault);
    void wake();
    void stop();
    /// Files that no row names any more go.
    [[nodiscard]] Result<void> sweep();

private:
    /// The actor as of now, who may make this.
    Result<access::Actor> mayMake(const access::Actor& actor, Template report) const;
    Result<access::Actor> mayList(const access::Actor& actor) const;
    Result<audit::EventQuery> eventsOf(const ReportQuery& query) const;
    Result<ReportDone> write(const access::Actor& actor, const ReportQuery& query, const Sink& sink,
                             const audit::Progress& progress);
    Result<std::string> damageOf(const access::Actor& actor, const ReportQuery& query, const audit::EventQuery& events,
                                 const audit::Progress& progress);
    Result<ReportDone> writeDocument(const access::Actor& actor, const ReportQuery& query, const audit::EventQuery& events,
                                     audit::DocumentWriter& writer, const audit::Progress& progress);
    Result<ReportDone> recorded(const access::Actor& actor, const ReportQuery& query, const Sink& sink,
                                const audit::Progress& progress, const std::filesystem::path& file);
    Result<MadeReport> keep(const access::Actor& actor, const ReportQuery& query, const audit::Progress& progress,
                            const Plan* plan);
    Result<void> store(const access::Actor& actor, const MadeRow& row, const Plan* plan);
    Result<void> makeOne(const PlanRow& row, const std::function<bool()>& goOn);
    Result<access::Actor> authorOf(const PlanRow& row) const;
    Result<void> mayTake(const access::Actor& current, const PlanRow& row) const;
    Result<void> checkPlan(const access::Actor& current, PlanFields& fields) const;
    void removeFiles(const std::vector<ReportId>& ids);
    bool mayOpen(const access::Actor& current, const MadeRow& row) const;
    Result<void> refuseHeld(storage::Transaction& transaction, const MadeReport& report) const;

    const ReportsParts m_parts;
    records::FileStore m_files;
    std::mutex m_making; ///< of plans: one round at a time
    std::unique_ptr<PlanRunner> m_runner;
};

} // namespace sallyport::reports
