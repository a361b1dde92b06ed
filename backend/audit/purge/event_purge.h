#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/journal.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sallyport::audit {

/// The contents of these events go and their hashes stay, each under a sealed note (PurgeNote), so that a verification goes on
/// over them. The newest event of the journal always stays. Gives back how many went. `journal` must come from Journal::open; at
/// most storage::boundAtOnce at once. Records nothing: that is the caller's.
[[nodiscard]] Result<std::int64_t> removeContents(Journal& journal, storage::Transaction& transaction,
                                                  std::span<const std::int64_t> sequences, std::string_view why);

inline constexpr std::string_view damagedWord = "event_damaged";

/// The row of the event `event.sequence` has these words from now on; its place in the chain stays, under a sealed note.
/// NotFound. Refuses a row that isn't what the chain says of it, with Conflict (damagedWord): what is damaged must show.
[[nodiscard]] Result<void> replaceContents(Journal& journal, storage::Transaction& transaction, Event event,
                                           std::string_view why);

/// Moves the begin of the chain over notes that stand there, at most `most`, whose events have gone; true if there were any.
/// Called by expireEvents, too.
[[nodiscard]] Result<bool> foldNotes(storage::Transaction& transaction, const Chain& chain, std::int64_t most);

/// Which of these events stand in other words: their leaf in the tree can't be shown any more. Ascending.
[[nodiscard]] Result<std::vector<std::int64_t>> replacedAmong(storage::Transaction& transaction,
                                                              const std::vector<std::int64_t>& sequences);

/// How many events are without their contents, in the middle of the chain.
struct PurgedCount {
    std::int64_t removed = 0;  ///< the event has gone
    std::int64_t replaced = 0; ///< the event stands in other words
};
[[nodiscard]] Result<PurgedCount> countPurged(storage::Transaction& transaction);

} // namespace sallyport::audit
