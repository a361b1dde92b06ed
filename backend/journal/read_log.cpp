#include "backend/journal/read_log.h"

#include "backend/audit/event_kinds.h"

namespace sallyport::journal {

namespace {

constexpr std::chrono::hours folded{1};
constexpr std::size_t keysKept = 10'000;

} // namespace

void ReadLog::note(audit::Journal& journal, const access::Actor& actor)
{
    if (actor.key.empty() || !isDue(actor.key.text(), m_clock.now()))
        return;
    audit::Event event = access::eventBy(actor, audit::kind::auditRead);
    event.object = {"journal", {}, "Audit journal"};
    if (!journal.record(std::move(event)))
        forget(actor.key.text());
}

bool ReadLog::isDue(const std::string& key, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto last = m_last.find(key);
    if (last != m_last.end() && last->second <= now && now - last->second < folded)
        return false;
    if (last == m_last.end() && m_last.size() >= keysKept)
        m_last.clear(); // each is told of once more
    m_last[key] = now;
    return true;
}

void ReadLog::forget(const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    m_last.erase(key);
}

} // namespace sallyport::journal
