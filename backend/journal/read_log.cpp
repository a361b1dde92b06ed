#include "backend/journal/read_log.h"

#include "backend/audit/event_kinds.h"

namespace sallyport::journal {

namespace {

constexpr std::chrono::hours folded{1};
constexpr std::size_t readersKept = 10'000;

/// Empty: the product itself, which reads for somebody who is told of elsewhere.
std::string readerOf(const access::Actor& actor)
{
    if (actor.kind == access::Actor::Kind::System)
        return {};
    if (!actor.key.empty())
        return "key " + actor.key.text();
    return actor.session.empty() ? "person " + actor.id.text() : "session " + actor.session.text();
}

} // namespace

void ReadLog::note(audit::Journal& journal, const access::Actor& actor)
{
    const std::string reader = readerOf(actor);
    if (reader.empty() || !isDue(reader, m_clock.now()))
        return;
    audit::Event event = access::eventBy(actor, audit::kind::auditRead);
    event.object = {"journal", {}, "Audit journal"};
    if (!journal.record(std::move(event)))
        forget(reader);
}

bool ReadLog::isDue(const std::string& reader, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto last = m_last.find(reader);
    if (last != m_last.end() && last->second <= now && now - last->second < folded)
        return false;
    if (last == m_last.end() && m_last.size() >= readersKept)
        m_last.clear(); // each is told of once more
    m_last[reader] = now;
    return true;
}

void ReadLog::forget(const std::string& reader)
{
    const std::lock_guard lock(m_mutex);
    m_last.erase(reader);
}

} // namespace sallyport::journal
