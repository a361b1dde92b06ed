#pragma once

#include "backend/access/actor.h"
#include "backend/audit/journal.h"

#include <cstdint>

namespace sallyport::journal {

/// Tells of damage that somebody's work on the journal has found (`audit.damaged`), unless it was known when that began.
class FoundDamage {
public:
    FoundDamage(audit::Journal& journal, const access::Actor& actor)
        : m_journal(journal), m_actor(actor), m_known(journal.damage().has_value())
    {
    }

    /// At the end of the work: `problem` and `firstBad` as a check has named them.
    [[nodiscard]] Result<void> record(audit::ChainProblem problem, std::int64_t firstBad);
    /// The same where no check has come to its end.
    [[nodiscard]] Result<void> record();

private:
    audit::Journal& m_journal;
    const access::Actor& m_actor;
    const bool m_known;
};

} // namespace sallyport::journal
