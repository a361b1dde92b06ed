#pragma once

#include "backend/audit/tree/signed_heads.h"
#include "backend/journal/evidence_packs.h"

namespace sallyport::journal {

/// Everything that a pack is made of, but who may make it and its record.
struct PackMaking {
    storage::Store& store;
    const audit::SignedHeads& heads;
    audit::SignedHead head; ///< signed just now
    std::string vault;
    EvidencePack pack; ///< id, who, when, period, filter and damage
    audit::EventQuery query;
    bool doubtful = false;           ///< the journal is damaged, or damage of it was accepted
    std::int64_t expiredThrough = 0; ///< the chain begins behind it: a row up to there is nobody's
};

/// Writes manifest, records, proof and end, all but the row that makes it a pack; gives the SHA-256 of its bytes, and fills in
/// records and headSize, and the damage that it has come upon. What is recorded behind the head is left out. Cancelled if
/// `progress` says so; Conflict if an event changes meanwhile, or nothing leads to the signed head; LimitReached.
[[nodiscard]] Result<audit::TreeHash> writePack(PackMaking& making, PackWriter& writer, const audit::Progress& progress);

} // namespace sallyport::journal
