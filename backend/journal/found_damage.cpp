#include "backend/journal/found_damage.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"

namespace sallyport::journal {

Result<void> FoundDamage::record(audit::ChainProblem problem, std::int64_t firstBad)
{
    if (m_known || !m_journal.damage())
        return {};
    audit::Event event = access::eventBy(m_actor, audit::kind::auditDamaged, audit::Outcome::Failure);
    event.object = {"journal", {}, "Audit journal"};
    event.reason = audit::problemWord(problem);
    event.detailsJson = audit::Details().number("first_bad", firstBad).json();
    return m_journal.record(std::move(event));
}

Result<void> FoundDamage::record()
{
    const auto damage = m_journal.damage();
    return damage ? record(damage->problem, damage->found) : Result<void>();
}

} // namespace sallyport::journal
