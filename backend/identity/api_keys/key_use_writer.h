#pragma once

#include "backend/identity/core/live_keys.h"
#include "backend/storage/store.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sallyport::identity {

/// Brings the counts of use from memory to the database: one transaction every two seconds while keys are used, however
/// many requests there were, and the rest at the end. A thread of its own (`key-use`), started with the first use.
/// A process that is killed loses the counts of the last two seconds; nothing else is counted twice or not at all.
class KeyUseWriter {
public:
    KeyUseWriter(storage::Store& store, LiveKeys& keys) : m_store(store), m_keys(keys) {}
    /// Writes what is left.
    ~KeyUseWriter();
    KeyUseWriter(const KeyUseWriter&) = delete;
    KeyUseWriter& operator=(const KeyUseWriter&) = delete;

    /// Counts one use. Never blocks on the disk. Any thread.
    void count(const LiveKeys::KeyPointer& key, UtcTime now, const IpAddress& client);
    /// Writes now. On an error everything is kept for the next time.
    Result<void> flush();
    /// Told how each writing of its thread went, there; in place of an earlier one, which is not running any more then.
    void watch(std::function<void(const Result<void>&)> watcher);

private:
    Result<void> write(const std::vector<LiveKeys::KeyPointer>& keys);
    void run();

    storage::Store& m_store;
    LiveKeys& m_keys;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<LiveKeys::KeyPointer> m_dirty; ///< each once: never more than there are keys
    std::mutex m_flushing;
    std::mutex m_watching;
    std::function<void(const Result<void>&)> m_watcher;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace sallyport::identity
