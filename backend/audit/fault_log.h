#pragma once

#include "backend/audit/journal.h"
#include "backend/base/fault.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace sallyport::audit {

/// Brings what threads throw into the journal, `server.fault`: the first of a place and type at once, further ones at most
/// once a minute with how many there were, so that a fault that comes again and again fills nothing. Thread-safe.
class FaultLog {
public:
    /// What is told before there is a journal, and after it has gone, is kept for the next.
    void setJournal(Journal* journal);
    /// Never blocks on the disk.
    void tell(const Fault& fault);
    FaultListener listener()
    {
        return [this](const Fault& fault) { tell(fault); };
    }

private:
    struct Seen {
        std::int64_t untold = 0;
        UtcTime told;
    };

    std::mutex m_mutex;
    Journal* m_journal = nullptr;
    std::map<std::pair<std::string, std::string>, Seen> m_seen; ///< bounded: by place and type
};

} // namespace sallyport::audit
