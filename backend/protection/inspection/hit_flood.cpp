#include "backend/protection/inspection/hit_flood.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sallyport::protection {

std::string HitFlood::keyOf(std::string_view address, std::string_view rule)
{
    return std::string(address).append("\n").append(rule);
}

/// The minutes that are over go, looked for once a second; if all are of now, any one: that costs a few lines in the journal.
void HitFlood::makeRoom(SteadyTime now)
{
    if (now - m_swept >= std::chrono::seconds(1)) {
        m_swept = now;
        std::erase_if(m_entries, [&](const auto& entry) { return now - entry.second.minute >= std::chrono::minutes(1); });
    }
    if (m_entries.size() >= keysKept)
        m_entries.erase(m_entries.begin());
}

HitFlood::Turn HitFlood::take(std::string_view address, std::string_view rule)
{
    const SteadyTime now = m_clock.steady();
    const std::lock_guard lock(m_mutex);
    const std::string key = keyOf(address, rule);
    if (m_entries.size() >= keysKept && !m_entries.contains(key))
        makeRoom(now);
    Entry& entry = m_entries[key];
    if (entry.count == 0 || now - entry.minute >= std::chrono::minutes(1)) {
        entry.minute = now;
        entry.count = 0;
    }
    // Nothing can be named yet if the first ones still wait for the disk.
    if (entry.count >= writtenAMinute && !entry.incident.empty()) {
        ++entry.more;
        return {false, entry.incident, 0};
    }
    ++entry.count;
    return {true, {}, std::exchange(entry.more, 0)};
}

void HitFlood::written(std::string_view address, std::string_view rule, const std::string& incident)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_entries.find(keyOf(address, rule)); found != m_entries.end())
        found->second.incident = incident;
}

} // namespace sallyport::protection
