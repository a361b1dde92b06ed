#pragma once

#include "backend/audit/journal.h"
#include "backend/audit/seen_time.h"
#include "backend/base/random.h"
#include "backend/identity/users/joined_action.h"
#include "backend/retention/due_events.h"
#include "backend/retention/erasures.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"

#include <mutex>
#include <set>

namespace sallyport::retention {

/// What retention works with. Everything outlives it.
struct RetentionParts {
    storage::Store& store;
    audit::Journal& journal;
    audit::SeenTime& seenTime;
    settings::Settings& settings;
    identity::JoinedUserActions& userActions;
    const Clock& clock;
    RandomSource& random;
    /// The actor as they are at this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor&)> now;
    /// Called when an erasure has ended: whoever keeps rows in memory reads them again. On the thread that has erased.
    std::function<void()> erased = {};
};

/// The one implementation: rules and runs are in retention_service.cpp, holds in legal_holds.cpp, who is forgotten in
/// erasure.cpp.
class RetentionService final : public Retention {
public:
    explicit RetentionService(RetentionParts parts) : m_parts(std::move(parts)) {}

    Result<RetentionState> state(const access::Actor& actor) override;
    Result<PurgedEvents> purged(const access::Actor& actor) override;
    Result<DueEvents> preview(const access::Actor& actor, const RetentionRules& rules) override;
    Result<void> change(const access::Actor& actor, const RetentionRules& rules) override;
    Result<std::vector<LegalHold>> holds(const access::Actor& actor) override;
    Result<LegalHold> placeHold(const access::Actor& actor, const NewHold& hold) override;
    Result<void> liftHold(const access::Actor& actor, const std::string& id) override;
    Result<Erasure> erase(const access::Actor& actor, const UserId& person) override;

    /// Removes what is due by `deletable` (audit::SeenTime), in portions that hold no writer up, and says so in the journal; how
    /// many events went. Erasures that were interrupted go on first. Rules and holds that change meanwhile hold at once.
    [[nodiscard]] Result<std::int64_t> run(UtcTime deletable);

private:
    /// What is known of somebody from the account and the events.
    struct Known;

    using StillSo = std::function<Result<void>(storage::Transaction&)>;
    /// Events that go in one transaction.
    struct Portion {
        std::vector<std::int64_t> sequences;
        std::vector<std::pair<std::string, std::int64_t>> kinds;
        void add(const std::string& kind, const std::vector<std::int64_t>& some);
    };

    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;
    Result<UtcTime> deletableNow() const;
    std::int64_t days() const { return m_parts.settings.values()->auditRetentionDays; }
    Result<void> stillAs(storage::Transaction& transaction, const Plan& plan, std::int64_t days) const;
    Result<std::int64_t> removePortion(Portion portion, const StillSo& still, bool forRoom);
    Result<std::int64_t> removeForBytes(const Plan& plan, const StillSo& still, UtcTime deletable);
    Result<std::int64_t> removeDue(const Plan& plan, std::int64_t days, UtcTime deletable);

    // erasure.cpp
    using Changed = std::function<Result<void>(const std::vector<std::int64_t>& sequences)>;
    Result<Known> know(const UserId& person) const;
    Result<std::int64_t> refuseHeld(const ErasedPerson& person) const;
    Result<BegunErasure> begin(const access::Actor& actor, Known known);
    Result<Erasure> finish(const access::Actor& actor, const BegunErasure& begun);
    Result<void> forChanged(const ErasedPerson& person, const Changed& work) const;
    Result<void> replaceSome(const ErasedPerson& person, const std::vector<std::int64_t>& sequences,
                             std::set<std::int64_t>& damaged);
    Result<void> resumeErasures();
    std::string newPseudonym();

    const RetentionParts m_parts;
    std::mutex m_erasing; ///< one at a time: what one has read, another would put back
};

/// ValidationFailed with what is wrong with the rules.
Result<void> checkRules(const RetentionRules& rules);

} // namespace sallyport::retention
