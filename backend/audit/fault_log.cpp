#include "backend/audit/fault_log.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"

#include <utility>

namespace sallyport::audit {
namespace {

constexpr std::chrono::minutes toldAgainAfter{1};
constexpr std::size_t mostSeen = 256; // places and types; the program has fewer

Event faultEvent(const Fault& fault, std::int64_t count)
{
    Event event;
    event.kind = kind::serverFault;
    event.severity = Severity::Critical;
    event.outcome = Outcome::Failure;
    event.actor = {"system", {}, "Sallyport"};
    event.object = {"thread", {}, fault.where};
    event.reason = "exception";
    event.detailsJson = Details().text("thrown", fault.what).text("thread", fault.where).number("count", count).json();
    return event;
}

} // namespace

void FaultLog::setJournal(Journal* journal)
{
    const std::lock_guard lock(m_mutex);
    m_journal = journal;
    if (m_journal == nullptr)
        return;
    for (auto& [place, seen] : m_seen) {
        if (seen.untold == 0)
            continue;
        seen.told = m_journal->now();
        m_journal->recordLater(faultEvent({place.first, place.second}, std::exchange(seen.untold, 0)));
    }
}

void FaultLog::tell(const Fault& fault)
{
    const std::lock_guard lock(m_mutex);
    if (m_seen.size() >= mostSeen && !m_seen.contains({fault.where, fault.what}))
        m_seen.clear();
    Seen& seen = m_seen[{fault.where, fault.what}];
    ++seen.untold;
    if (m_journal == nullptr)
        return;
    const UtcTime now = m_journal->now();
    if (seen.told != UtcTime{} && now >= seen.told && now - seen.told < toldAgainAfter)
        return;
    m_journal->recordLater(faultEvent(fault, seen.untold));
    seen.told = now;
    seen.untold = 0;
}

} // namespace sallyport::audit
