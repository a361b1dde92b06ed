#pragma once

#include "backend/base/fault.h"
#include "backend/base/result.h"
#include "backend/storage/store.h"
#include "backend/storage/watched_store.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace sallyport::storage {

class Connection;

/// The thread `journal`: the only one that changes the database. It takes all jobs that wait, runs each in a savepoint
/// of one transaction, commits once, and then reports to each.
class Writer {
public:
    using Work = std::function<Result<void>(Transaction&)>;
    using Done = std::function<void(Result<void>)>;

    /// `feed` is told what the jobs changed. What a job throws is its own failure, Internal; `onFault` is told, on the writer
    /// thread.
    Writer(std::unique_ptr<Connection> connection, ChangeFeed& feed, FaultListener onFault = {});
    /// Runs what waits, then ends the thread and closes the connection.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// `done` is called on the writer thread after the commit, or with the error; at once, on the calling thread, with
    /// Unavailable if the writer is stopping or 65,536 jobs wait.
    void post(Work work, Done done);
    /// Posts and waits. Internal if called on the writer thread itself, which would wait for ever.
    Result<void> runAndWait(const Work& work);
    /// See Store::takeAway.
    Result<void> takeAwayAndWait(Work work);
    /// See Store::forgetHeld.
    void forgetHeld();
    /// Nothing, or why the last that was to be stored could not be; looked at anew twice a second while it is so. Any thread.
    Result<void> takesWrites() const;
    /// Runs `work` between two transactions and waits, for what cannot be part of one (checkpoints).
    Result<void> runBetween(const std::function<Result<void>(Connection&)>& work);
    /// See Store::version.
    std::uint64_t version() const noexcept;
    /// See WatchedStore; without bytes.
    StoreLoad load() const;
    /// Called on the writer thread when another process has committed; found within half a second.
    void onExternalChange(std::function<void()> notify);
    /// See Store::noticeExternalChange.
    Result<void> noticeExternalChange();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::storage
