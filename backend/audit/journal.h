#pragma once

#include "backend/audit/chain/chain_problem.h"
#include "backend/audit/event.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/storage/store.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::audit {

/// The end of the chain.
struct ChainHead {
    std::int64_t sequence = 0;
    std::string hash; ///< hex
    UtcTime time;
};

/// Damage that somebody who may has accepted (a backup was put back on purpose, say): no alarm any more, and never forgotten.
struct AcceptedDamage {
    std::int64_t first = 0, last = 0; ///< the events that it is about; missing ones: all of them
    ChainProblem problem = ChainProblem::None;
    UtcTime at;
    std::string by, why;
};

/// What a verification found. `intact` with `checked` events, or the first place where it breaks and how.
struct ChainReport {
    bool intact = false; ///< but for what is `accepted`
    std::int64_t checked = 0;
    ChainHead head;
    std::int64_t firstBad = 0; ///< sequence
    ChainProblem problem = ChainProblem::None;
    std::vector<AcceptedDamage> accepted;
    std::int64_t expiredThrough = 0;  ///< the last event that retention has removed
    std::optional<UtcTime> expiredAt; ///< when it last did, as far as the journal still tells
};

/// That the journal is damaged, found when it was opened or verified, now or at some time before.
struct ChainDamage {
    ChainProblem problem = ChainProblem::None; ///< Earlier: an opening or verification found it
    std::int64_t anchored = 0;                 ///< where the anchor says that the journal ended; 0: nobody knows
    std::int64_t found = 0;                    ///< the last event of the journal, `earlier`: at that time
};

/// Progress of long work; return false to cancel. Called at most some times a second, on the working thread.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// The one security journal: an HMAC-SHA256 chain keyed outside the database, written only inside store transactions,
/// with its head anchored in a file beside the database so that cutting off the tail shows. Thread-safe.
class Journal {
public:
    /// `anchor`: the file that keeps the last known head (0600, authenticated with the same key).
    static Result<std::unique_ptr<Journal>> open(storage::Store& store, SecretBytes chainKey, std::filesystem::path anchor);
    virtual ~Journal() = default;

    /// Adds an event to the caller's own change: both become durable together or neither.
    [[nodiscard]] virtual Result<void> append(storage::Transaction& transaction, Event event) = 0;
    /// An event on its own; returns when it is on disk. Blocks: not on http or GUI threads.
    [[nodiscard]] virtual Result<void> record(Event event) = 0;
    /// An event that no answer waits for, from any thread. Bounded: above 10,000 waiting they are counted and dropped,
    /// and one event says how many. `durable` (optional) is called on the writer thread, or with Unavailable on the
    /// caller's if the event is dropped.
    virtual void recordLater(Event event, std::function<void(Result<void>)> durable = {}) = 0;

    /// Live feed: called on the writer thread after each commit with its events, in order. Must not block.
    /// The subscription ends when the returned token goes.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription subscribe(std::function<void(const std::vector<Event>&)> listener) = 0;

    /// Told how each writing of the anchor went, on the thread that writes it; an empty function ends that.
    virtual void watchAnchor(std::function<void(const Result<void>&)> watcher) = 0;

    virtual ChainHead head() const = 0;
    /// What opening or a verification has found, here or in another process, until it is accepted. Cheap: verify() reads it all.
    virtual std::optional<ChainDamage> damage() const = 0;
    /// Accepts what is wrong now, so that only other damage is one: `by` (`audit.damage_accepted`, with who it is) and `why`
    /// become an event with what is missing, and a note under a seal that verifications and reports show. Reads the whole
    /// chain. Conflict if nothing is damaged.
    [[nodiscard]] virtual Result<std::vector<AcceptedDamage>> acceptDamage(Event by, const std::string& why,
                                                                           const Progress& progress) = 0;
    /// What dates events: Store::now().
    virtual UtcTime now() const = 0;
    /// Reads and checks the whole chain against the anchor, and remembers damage. Cancelled if `progress` says so.
    [[nodiscard]] virtual Result<ChainReport> verify(const Progress& progress) = 0;
    /// The same for the events `first` to `last`, and that the one before `first` leads to it: for the report of a period.
    [[nodiscard]] virtual Result<ChainReport> verifyRange(std::int64_t first, std::int64_t last, const Progress& progress) = 0;
};

} // namespace sallyport::audit
