#pragma once

#include "backend/alerts/alert_actions.h"
#include "backend/alerts/compiled_rules.h"
#include "backend/alerts/counter.h"
#include "backend/alerts/incident_opening.h"
#include "backend/audit/journal.h"
#include "backend/base/fault.h"
#include "backend/storage/store.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <variant>

namespace sallyport::alerts {

struct WatcherParts {
    storage::Store& store;
    audit::Journal& journal;
    IdStock& ids;
    AlertActions& actions;
    std::function<void(const Result<void>&)> report; ///< how it goes; any thread
    FaultListener onFault = {};
};

/// One thread (`alerts`) that counts what the journal records and opens incidents. What is recorded is told to it on the writer's
/// thread, where an event that no rule takes costs a look-up; what comes faster than it counts it reads from the journal. How far
/// it has read is stored with what it found, so that a crash loses nothing and repeats nothing.
class Watcher {
public:
    explicit Watcher(WatcherParts parts);
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// The rules from now on. Any thread.
    void setRules(std::shared_ptr<const CompiledRules> rules) { m_rules.store(std::move(rules)); }
    /// Begins where it ended last, or in a vault that it hasn't read yet at the end. Once.
    [[nodiscard]] Result<void> start();
    void stop();

    /// Stores how far it has read, ends what is over and does what waits. Never blocks: the thread does it.
    void keep();
    /// Returns when all that is recorded by now has been looked at, and what follows is done; false if it stopped or fails.
    bool settle();

private:
    struct Closed {
        AlertRuleId rule;
        std::string group;
    };
    using Heard = std::variant<audit::Event, Closed>;

    void hear(const std::vector<audit::Event>& events);
    void run();
    Result<void> round();
    Result<void> warmUp();
    Result<void> catchUp();
    Result<void> look(std::deque<Heard> heard);
    Result<void> store(std::vector<MatchedGroup> groups);

    const WatcherParts m_parts;
    std::atomic<std::shared_ptr<const CompiledRules>> m_rules = std::make_shared<const CompiledRules>();
    std::mutex m_mutex;
    std::condition_variable m_changed, m_settled;
    std::deque<Heard> m_heard;
    bool m_behind = true, m_stopping = false, m_failed = false;
    std::uint64_t m_keepAsked = 0, m_keepDone = 0; ///< how often
    std::int64_t m_last = -1;                      ///< the newest event that was told of
    std::int64_t m_through = -1;                   ///< all up to this one have been looked at
    // Of the thread alone.
    Counter m_counter;
    bool m_cold = true;
    std::int64_t m_position = 0, m_stored = 0;
    std::thread m_thread;
    audit::Journal::Subscription m_onEvents; ///< goes first
    storage::ChangeFeed::Subscription m_onIncidents;
};

} // namespace sallyport::alerts
