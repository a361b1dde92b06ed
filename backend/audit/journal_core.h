#pragma once

#include "backend/audit/chain/anchor.h"
#include "backend/audit/chain/chain.h"
#include "backend/audit/event_table.h"
#include "backend/audit/journal.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/audit/tree/tree_writer.h"
#include "backend/audit/waiting_events.h"
#include "backend/base/listeners.h"
#include "backend/storage/change_feed.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace sallyport::audit {

/// A recorded event, by its sequence. A list of one, so that the live feed hands it on without a copy.
inline constexpr storage::Topic<std::vector<Event>> eventTopic{"event", true};

/// What commits, posted events and subscriptions share; it may outlive the Journal object for a moment.
class JournalCore {
public:
    JournalCore(storage::Store& database, std::shared_ptr<const Chain> keyed, AnchorFile file)
        : store(database), chain(std::move(keyed)), anchorFile(file), anchorWriter(std::move(file)),
          m_subscription(store.changeFeed().subscribe(eventTopic,
                                                      [this](const std::string&, const auto& recorded) { committed(*recorded); }))
    {
    }

    Result<void> append(storage::Transaction& transaction, Event event);
    void catchUp();
    /// From now on events of other processes wait for publish(), and all that come behind them.
    void holdForeign()
    {
        const std::lock_guard lock(m_mutex);
        m_holdsForeign = true;
    }
    /// Gives the live feed what was held. On the writer thread, so that all stays in order.
    void publish();

    Anchor known() const
    {
        const std::lock_guard lock(m_mutex);
        return m_known;
    }
    ChainHead head() const
    {
        const std::lock_guard lock(m_mutex);
        return {m_known.sequence, m_known.sequence > 0 ? hexOf(m_known.hash) : std::string(), m_knownTime};
    }
    std::optional<ChainDamage> damage() const
    {
        const std::lock_guard lock(m_mutex);
        return m_damage;
    }
    void setDamage(ChainDamage damage)
    {
        const std::lock_guard lock(m_mutex);
        m_damage = std::move(damage);
    }
    void startAt(const Anchor& anchor, UtcTime time)
    {
        const std::lock_guard lock(m_mutex);
        m_known = anchor;
        m_published = anchor.sequence;
        m_knownTime = time;
    }

    std::shared_ptr<const SignedHeads> heads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_heads;
    }
    void setHeads(std::shared_ptr<const SignedHeads> heads)
    {
        const std::lock_guard lock(m_mutex);
        m_heads = std::move(heads);
    }

    storage::Store& store;
    const std::shared_ptr<const Chain> chain;
    const AnchorFile anchorFile;
    AnchorWriter anchorWriter;
    Listeners<std::vector<Event>> listeners;
    WaitingEvents waiting;

    /// What is accepted is no damage any more.
    void forgetAccepted();
    /// Leaves of the newest head that the file of heads has had, as far as any process knows.
    std::int64_t headsTold();
    /// It is on disk.
    void noteHeads(std::int64_t size);
    /// What a verification has found is known from then on as what opening finds is, to other processes by the anchor.
    void remember(const ChainReport& report);
    /// That something is wrong, as it is remembered: by its own word or as something.
    static ChainDamage asRemembered(const Anchor& anchor)
    {
        const bool named = anchor.problem != ChainProblem::None;
        return {named ? anchor.problem : ChainProblem::Earlier, 0, anchor.brokenAt};
    }

private:
    void committed(const std::vector<Event>& recorded);
    void learn();
    Result<bool> markStepBack(storage::Transaction& transaction, const TableHead& before, UtcTime& time);
    std::vector<Event> between(std::int64_t first, std::int64_t last);

    mutable std::mutex m_mutex;
    Anchor m_known; ///< the furthest committed head that this process has seen
    UtcTime m_knownTime;
    std::int64_t m_published = 0;
    bool m_holdsForeign = false;
    std::optional<ChainDamage> m_damage;
    std::shared_ptr<const SignedHeads> m_heads;
    TreeWriter m_tree;
    const storage::ChangeFeed::Subscription m_subscription; ///< goes first
};

} // namespace sallyport::audit
