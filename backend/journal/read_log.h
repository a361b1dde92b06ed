#pragma once

#include "backend/access/actor.h"
#include "backend/audit/journal.h"
#include "backend/base/clock.h"

#include <map>
#include <mutex>
#include <string>

namespace sallyport::journal {

/// Who reads the journal: the first time in an hour that a key or a session does is an event, so that one sees who has been
/// reading without a line a page. Bounded; thread-safe.
class ReadLog {
public:
    explicit ReadLog(const Clock& clock) : m_clock(clock) {}

    /// Nothing for the product itself. What can't be written is tried again at the next reading, which
    /// is answered all the same: on a full disk the journal is what one needs. Blocks: workers only.
    void note(audit::Journal& journal, const access::Actor& actor);

private:
    bool isDue(const std::string& reader, UtcTime now);
    void forget(const std::string& reader);

    const Clock& m_clock;
    std::mutex m_mutex;
    std::map<std::string, UtcTime> m_last; ///< by key or session
};

} // namespace sallyport::journal
