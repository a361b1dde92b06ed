#pragma once

#include "backend/access/actor.h"
#include "backend/audit/journal.h"
#include "backend/base/clock.h"

#include <map>
#include <mutex>
#include <string>

namespace sallyport::journal {

/// Programs that read the journal: the first time in an hour that a key does is an event, so that one sees who has been reading
/// without a line a page. Bounded; thread-safe.
class ReadLog {
public:
    explicit ReadLog(const Clock& clock) : m_clock(clock) {}

    /// Before anything is read: what can't be written down is not read. Nothing for people, whose signing in is an event already.
    Result<void> note(audit::Journal& journal, const access::Actor& actor);

private:
    bool isDue(const std::string& key, UtcTime now);
    void forget(const std::string& key);

    const Clock& m_clock;
    std::mutex m_mutex;
    std::map<std::string, UtcTime> m_last; ///< by key
};

} // namespace sallyport::journal
