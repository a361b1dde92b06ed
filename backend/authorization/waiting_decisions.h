#pragma once

#include "backend/authorization/decision_log.h"
#include "backend/storage/store.h"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <vector>

namespace sallyport::authorization {

/// Samples of what was allowed, on their way to the store. Nobody waits for one, so many go in one commit: each of their own
/// would cost more than all the requests that it is a sample of. Without a word to the store for longer than `longest` only
/// where nothing is decided meanwhile; whoever reads decisions asks `settle` first. Thread-safe.
class WaitingDecisions {
public:
    explicit WaitingDecisions(storage::Store& store) : m_store(store) {}
    ~WaitingDecisions();
    WaitingDecisions(const WaitingDecisions&) = delete;
    WaitingDecisions& operator=(const WaitingDecisions&) = delete;

    /// Does not wait.
    void add(RecordedDecision decision);
    /// Gives what waits to the writer. Does not wait.
    void flush();
    /// The same, and returns when it is stored. Blocks.
    [[nodiscard]] Result<void> settle();

private:
    static constexpr std::size_t atOnce = 64;
    static constexpr std::chrono::seconds longest{1};

    storage::Store& m_store;
    std::mutex m_mutex;
    std::vector<RecordedDecision> m_waiting;
};

/// Without waiting, apart from all others: one that is needed however few there are.
void postDecisions(storage::Store& store, std::vector<RecordedDecision> decisions);

} // namespace sallyport::authorization
