#pragma once

#include "backend/audit/event_table.h"
#include "backend/audit/journal.h"

#include <vector>

namespace sallyport::audit {

/// A row of `accepted_damage` whose seal is right.
struct Acceptance : AcceptedDamage {
    ChainHash fingerprint{}; ///< of the row that the chain goes on with; none if it is about the anchor

    /// The event from which the chain goes on.
    std::int64_t resumesAt() const { return problem == ChainProblem::Missing ? last + 1 : last; }
    bool covers(std::int64_t sequence) const { return first <= sequence && sequence <= last; }
    /// It is about tree and heads, not about rows of the journal (tree/tree_verifier.h).
    bool ofTree() const { return problemInfo(problem).of == ProblemOf::Tree; }
    /// It is about the row where the chain goes on, or about the anchor, which names one.
    bool ofRows() const
    {
        const ProblemOf what = problemInfo(problem).of;
        return what == ProblemOf::Rows || what == ProblemOf::Anchor;
    }
};

/// Over all of the row as it stands, its hash too, whoever wrote it.
Result<ChainHash> fingerprintOf(const Chain& chain, const StoredEvent& stored);
/// By event. Those with a wrong seal are left out: then the damage is one again.
Result<std::vector<Acceptance>> readAcceptances(storage::Transaction& transaction, const Chain& chain);
Result<void> insertAcceptance(storage::Transaction& transaction, const Chain& chain, const Acceptance& acceptance);

} // namespace sallyport::audit
