#pragma once

#include "backend/audit/journal.h"
#include "backend/audit/upkeep.h"
#include "backend/base/fault.h"

#include <functional>
#include <memory>

namespace sallyport::audit {

/// Keeps how each duty goes, and tells the journal when one begins to fail (`upkeep.failed`) and when it works again
/// (`upkeep.recovered`): two events, however often it fails between them. What the journal says is where it goes on after
/// a restart, and where another process (`doctor`) reads it. Thread-safe.
class UpkeepLog final : public Upkeep {
public:
    /// Told when a duty begins to fail and when it works again; any thread, must not block.
    using Listener = std::function<void(const DutyState&)>;
    /// `onFault` is told what a duty throws.
    [[nodiscard]] static Result<std::unique_ptr<UpkeepLog>> open(storage::Store& store, Journal& journal,
                                                                 FaultListener onFault = {}, Listener onChange = {});

    std::vector<DutyState> states() const override;
    /// How it went just now. Doesn't wait for the disk; any thread.
    void report(Duty duty, const Result<void>& outcome);
    /// Runs it, reports how it went and gives that back; an exception is a failure like others, Internal.
    Result<void> run(Duty duty, const std::function<Result<void>()>& work);
    /// For those who report from elsewhere. The log must outlive it.
    std::function<void(const Result<void>&)> reporter(Duty duty)
    {
        return [this, duty](const Result<void>& outcome) { report(duty, outcome); };
    }

private:
    struct State;
    UpkeepLog(Journal& journal, FaultListener onFault, Listener onChange);
    Result<void> readOn(storage::Store& store);

    Journal& m_journal;
    const FaultListener m_onFault;
    const Listener m_onChange;
    const std::shared_ptr<State> m_state; ///< shared with events that wait to be written
};

} // namespace sallyport::audit
