#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/event_table.h"
#include "backend/storage/store.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::audit {

/// What stands for an event whose contents have gone from the middle of the chain: its hash stays, under a seal.
struct PurgeNote {
    std::int64_t sequence = 0;
    UtcTime time; ///< of the event
    std::string kind;
    ChainHash hash{}; ///< of the event, as the chain goes on with it
    UtcTime at;       ///< when the contents went
    std::string why;  ///< `retention` | `size` | `erasure`
    /// Nothing: the event is not in the table any more. Otherwise its row there has other words, and this is its fingerprint.
    std::optional<ChainHash> content;
};

/// The notes from `first` to `last`, at most `limit`, by event. Those with a wrong seal are left out: then what they stand for is
/// missing, or changed.
Result<std::vector<PurgeNote>> readPurgeNotes(storage::Transaction& transaction, const Chain& chain, std::int64_t first,
                                              std::int64_t last, std::int64_t limit);
/// Replaces what there was of this event.
Result<void> insertPurgeNote(storage::Transaction& transaction, const Chain& chain, const PurgeNote& note);

/// The hash of an event as the chain has it, of one whose contents have gone, too; nothing if there is neither.
Result<std::optional<ChainHash>> readChainHash(storage::Transaction& transaction, const Chain& chain, std::int64_t sequence);

} // namespace sallyport::audit
