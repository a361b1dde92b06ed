#pragma once

#include "backend/audit/boot_time.h"
#include "backend/audit/journal.h"
#include "backend/base/fault.h"
#include "backend/base/random.h"
#include "backend/services/provisional_changes.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"
#include "backend/vault/provisional_rows.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace sallyport {

/// The one implementation: keeps changes that cut off whoever made them in the database, and takes them back when their time is
/// over by a clock that nobody sets: the steady one, and over restarts the time since the boot. Only where that tells nothing
/// (the machine was started anew) the clock on the wall does. What is set it knows itself (where the server listens, which pages
/// may do what); of the rest it asks who can undo it. Thread-safe.
class ProvisionalChangesService final : public ProvisionalChanges, public access::ChangeBook {
public:
    /// Takes a change back inside this transaction; answers what stays since others have changed it meanwhile.
    using Undo = std::function<Result<std::vector<std::string>>(storage::Transaction& transaction, const StoredChange& change)>;
    struct Parts {
        storage::Store& store;
        audit::Journal& journal;
        settings::Settings& settings;
        const Clock& clock;
        RandomSource& random;
        audit::BootClock bootClock; ///< none: over restarts the clock on the wall tells
        std::function<Result<access::Actor>(const access::Actor& actor)> now;
        Undo undo;                                            ///< of every kind but Listening and Browsers
        FaultListener onFault;                                ///< told what the thread throws
        std::function<void(const Result<void>&)> onTakenBack; ///< how each taking back at its time went; none: nobody asks
    };
    explicit ProvisionalChangesService(Parts parts);
    ~ProvisionalChangesService() override;
    ProvisionalChangesService(const ProvisionalChangesService&) = delete;
    ProvisionalChangesService& operator=(const ProvisionalChangesService&) = delete;

    /// Called on the thread below after a change of where the server listens, or what it shows, was made, kept or taken back.
    using Follower = std::function<void(access::ProvisionalKind kind)>;
    /// Takes back what is overdue, then begins to keep time on a thread of its own (`taking-back`), until stop(). For the process
    /// that has the vault open; a command beside it only does what it is asked for.
    [[nodiscard]] Result<void> start(Follower follower);
    void stop();
    /// Reads what waits again: another process may have made, kept or taken back some.
    [[nodiscard]] Result<void> reload();
    /// Forgets what ended before that time.
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable);
    /// What waits of this kind is taken back at once: it cannot work.
    void takeBackAll(access::ProvisionalKind kind);

    Result<std::vector<ProvisionalChange>> list(const access::Actor& actor) override;
    Result<ProvisionalChange> read(const access::Actor& actor, std::string_view id) override;
    Result<ProvisionalChange> confirm(const access::Actor& actor, std::string_view id) override;
    Result<ProvisionalChange> takeBack(const access::Actor& actor, std::string_view id) override;
    std::optional<ProvisionalChange> madeBy(const access::Actor& actor) const override;
    Result<std::optional<ProvisionalChange>> provisionally(const std::function<Result<void>()>& work) override;

    Result<std::string> note(storage::Transaction& transaction, const access::Actor& by, access::CutOff change) override;
    bool comesByServer(const access::Actor& actor) const override;

private:
    struct Waiting {
        ProvisionalChange change;
        RequestId request; ///< that made it; empty if another process has
        SteadyTime deadline;
    };

    void run();
    std::chrono::milliseconds leftOf(const StoredChange& stored) const;
    ProvisionalChange withLeft(ProvisionalChange change) const;
    /// All that is overdue.
    void settle();
    std::vector<std::string> overdue() const;
    /// Nothing if it doesn't wait any more.
    Result<void> end(const std::string& id, const access::Actor& by);
    Result<void> endSettings(const StoredChange& stored, const access::Actor& by);
    /// Inside the transaction that has taken it back.
    Result<void> finish(storage::Transaction& transaction, const StoredChange& stored, const access::Actor& by,
                        const std::vector<std::string>& stays);
    Result<void> record(storage::Transaction& transaction, std::string_view kind, const access::Actor& by,
                        const StoredChange& stored, const std::vector<std::string>& stays = {});
    Result<void> joinSettings(storage::Transaction& transaction, const access::Actor& actor, const settings::Values& before,
                              const settings::Values& after);
    Result<StoredChange> ofActor(storage::Transaction& transaction, const access::Actor& actor, std::string_view id) const;

    const Parts m_parts;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, Waiting> m_waiting;
    std::set<access::ProvisionalKind> m_toFollow;
    bool m_stopping = false;
    bool m_always = false; ///< whoever makes it
    std::string m_lastNoted;
    Follower m_follower;
    std::mutex m_oneOfSettings; ///< one change of settings is taken back at a time
    struct TakingBack {
        StoredChange stored;
        access::Actor by;
    };
    std::optional<TakingBack> m_takingBack; ///< of m_oneOfSettings's holder; read on the writer's thread, for which it waits
    settings::Settings::Subscription m_joined;
    storage::ChangeFeed::Subscription m_subscription;
    std::thread m_thread;
};

} // namespace sallyport
