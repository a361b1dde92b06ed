#include "ui/access_policies/replay_run.h"

#include "backend/access/policies/policy_limits.h"

#include <algorithm>
#include <chrono>

namespace sallyport::ui {

using authorization::Replay;

namespace {

constexpr std::size_t titlesRead = 100;

void addCounts(std::vector<Replay::Count>& sum, const std::vector<Replay::Count>& part)
{
    for (const Replay::Count& one : part) {
        const auto found = std::ranges::find(sum, one.key, &Replay::Count::key);
        if (found == sum.end()) {
            sum.push_back(one);
            continue;
        }
        found->allowed += one.allowed;
        found->denied += one.denied;
    }
    std::ranges::stable_sort(sum, std::greater(), [](const Replay::Count& one) { return one.allowed + one.denied; });
}

} // namespace

void addReplay(Replay& sum, Replay part)
{
    sum.replayed += part.replayed;
    sum.flipped += part.flipped;
    sum.all = sum.all && part.all;
    for (Replay::Flip& flip : part.flips)
        if (sum.flips.size() < access::flipsShown)
            sum.flips.push_back(std::move(flip));
    addCounts(sum.bySubject, part.bySubject);
    addCounts(sum.byRoute, part.byRoute);
    addCounts(sum.byObject, part.byObject);
}

Result<ReplayFound> replayDays(Services& services, const access::Actor& actor, const ReplayWanted& wanted,
                               const std::shared_ptr<WatchedWork::Shared>& watched, const CancelFlag& locking)
{
    ReplayFound found;
    watched->total = wanted.days;
    UtcTime until = services.clock.now();
    for (int day = 0; day < wanted.days; ++day) {
        if (!watched->goesOn(locking))
            return makeError(ErrorCode::Cancelled, "the replay was stopped");
        const UtcTime since = until - std::chrono::days(1);
        SALLYPORT_ASSIGN(Replay part, services.accessChecks.replay(actor, wanted.policy, wanted.draft, since, until));
        addReplay(found.replay, std::move(part));
        until = since;
        watched->done = day + 1;
    }
    for (const Replay::Count& one : found.replay.byObject)
        if (found.titles.size() < titlesRead && one.key.starts_with("record "))
            if (const auto record = services.records.read(actor, records::RecordId(one.name)))
                found.titles[one.name] = record->title;
    return found;
}

} // namespace sallyport::ui
