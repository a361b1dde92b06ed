#include "backend/alerts/trial.h"

#include "backend/alerts/counter.h"
#include "backend/audit/event_selection.h"

#include <algorithm>

namespace sallyport::alerts {
namespace {

constexpr std::uint32_t eventsAtOnce = 1'000;

} // namespace

Result<AlertTrial> tryOut(storage::Store& store, const AlertDraft& draft, const TimeZone& zone, UtcTime since, UtcTime until,
                          const audit::Progress& progress)
{
    AlertRule rule;
    rule.id = AlertRuleId("trial");
    rule.what = draft;
    rule.what.enabled = true;
    const CompiledRules rules({rule}, zone);
    AlertTrial trial;
    trial.since = since;
    trial.until = trial.through = until;
    audit::EventQuery query;
    query.since = since;
    query.until = until;
    query.kinds = rules.kinds();
    if (query.kinds.empty())
        return trial; // takes none at all
    std::optional<audit::EventSelection> selection;
    audit::EventTotal total;
    SALLYPORT_TRY(store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(selection, audit::EventSelection::make(transaction, query));
        SALLYPORT_ASSIGN(total, selection->total(transaction));
        return {};
    }));
    const std::int64_t all = std::min(total.count, trialEvents);
    Counter counter;
    std::string cursor;
    do {
        SALLYPORT_ASSIGN(const audit::EventRows page, store.read([&](storage::Transaction& transaction) {
            return selection->page(transaction, eventsAtOnce, cursor, true);
        }));
        for (const audit::Event& event : page.events) {
            counter.feed(rules, event, [&](const Match& match) {
                trial.matched += match.count;
                if (!match.fires)
                    return;
                ++trial.fired;
                if (trial.firings.size() < trialFirings)
                    trial.firings.push_back({match.lastAt, match.group.value, match.group.name, match.count});
            });
        }
        trial.read += static_cast<std::int64_t>(page.events.size());
        cursor = page.nextCursor;
        if (!page.events.empty())
            trial.through = page.events.back().time;
        if (progress && !progress(trial.read, std::max(all, trial.read)))
            break;
    } while (!cursor.empty() && trial.read < trialEvents);
    trial.complete = cursor.empty();
    if (trial.complete)
        trial.through = until;
    return trial;
}

} // namespace sallyport::alerts
