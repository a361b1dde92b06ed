#include "backend/storage/writer.h"

#include "backend/base/thread_pool.h"
#include "backend/storage/connection.h"
#include "backend/storage/dropped_change.h"
#include "backend/storage/held_work.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace sallyport::storage {
namespace {

constexpr std::size_t mostWaiting = 65536;
constexpr std::size_t mostInOneCommit = 1024; // bounds the time that the first of them waits for the last
constexpr std::chrono::milliseconds pollInterval(500);
constexpr const char* threadName = "journal";

/// Shared with the writer thread: the one who waits may be gone before set_value has returned there.
using Outcome = std::promise<Result<void>>;

/// Waits for the word of the writer thread; a batch that fell to a fault has none.
Result<void> await(std::future<Result<void>>& outcome)
{
    try {
        return outcome.get();
    } catch (const std::future_error&) {
        return makeError(ErrorCode::Internal, "a database job failed unexpectedly");
    }
}

struct Job {
    Writer::Work work;
    Writer::Done done;
    std::function<Result<void>(Connection&)> between; ///< instead of `work`
    bool takesAway = false;                           ///< see Store::takeAway
    std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
};

/// A job whose changes are in the open transaction.
struct Finished {
    Job job;
    std::vector<Change> changes;
};

/// What takes rights away and could not be stored: in force in memory, and tried again.
struct Held {
    Writer::Work work;
    std::vector<Change> changes;
};

Change droppedChange(const Change& first, Error why)
{
    auto what = std::make_shared<const DroppedChange>(DroppedChange{std::string(first.topic), first.id, std::move(why)});
    return {droppedTopic.word, &changeType<DroppedChange>, first.id, std::move(what), droppedTopic.afterTheOthers};
}

Error heldError(Error error)
{
    error.detail +=
        ". What was asked for is in force on this server now, but it is not recorded and does not survive a restart; it is "
        "recorded as soon as that is possible again";
    error.word = "not_recorded";
    return error;
}

/// The work's own outcome; an exception that escapes from it must not take the writer down.
template <typename Work>
Result<void> guarded(const FaultListener& onFault, Work&& work)
{
    Result<void> result;
    if (contained(onFault, threadName, [&] { result = work(); }))
        return result;
    return makeError(ErrorCode::Internal, "a database job failed unexpectedly");
}

} // namespace

bool isAboutRoom(const Error& error) noexcept
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::NotWritable;
}

struct Writer::State {
    explicit State(ChangeFeed& feedToTell) : feed(feedToTell) {}

    ChangeFeed& feed;
    std::unique_ptr<Connection> connection;
    FaultListener onFault;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> queue;
    std::optional<std::chrono::steady_clock::time_point> oldest; ///< since when the oldest of the jobs waits that are being done
    std::vector<std::function<void()>> listeners;
    bool stopping = false;
    std::thread thread;
    std::atomic<std::uint64_t> seen{1}; ///< commits of ours, and those of others that were noticed

    // The writer thread's own
    std::int64_t dataVersion = 0;
    std::chrono::steady_clock::time_point lastPoll;
    std::vector<Held> held;
    std::size_t heldChanges = 0;

    std::atomic<ErrorCode> trouble{ErrorCode::Cancelled}; ///< why nothing can be stored; Cancelled: it can

    void loop();
    std::deque<Job> takeBatch();
    void runBatch(std::deque<Job> batch);
    void tell(const Job& job, const Result<void>& result) noexcept
    {
        contained(onFault, threadName, [&] { job.done(result); });
    }
    void runJob(Job& job, std::vector<Finished>& pending);
    void commit(std::vector<Finished>& pending);
    void finish(std::vector<Finished>& pending, const Result<void>& result) noexcept;
    bool hold(Job& job, std::vector<Change> changes);
    void tellHeld() noexcept;
    void retryHeld();
    Result<void> runHeld(std::vector<Change>& changes, std::vector<Change>& dropped);
    Result<void> touchHeader();
    void noteTrouble(const Result<void>& result);
    void probe();
    void pollDataVersion();
};

/// Everybody is told, also if another's function throws.
void Writer::State::finish(std::vector<Finished>& pending, const Result<void>& result) noexcept
{
    std::vector<Change> changes;
    contained(onFault, threadName, [&] {
        for (Finished& one : pending) {
            if (result)
                std::ranges::move(one.changes, std::back_inserter(changes));
            else if (one.job.takesAway && !hold(one.job, std::move(one.changes)))
                one.job.takesAway = false; // it said nothing that could be in force
        }
    });
    if (result)
        feed.tell(changes, onFault, threadName);
    tellHeld();
    for (Finished& one : pending)
        tell(one.job, !result && one.job.takesAway ? Result<void>(heldError(result.error())) : result);
    pending.clear();
}

/// True if something of it is in force though it isn't stored. What finds no place is refused whole: whoever is told that
/// somebody is out must be able to rely on that until the end of this process.
bool Writer::State::hold(Job& job, std::vector<Change> changes)
{
    // What goes to the outside is only told when it has happened for good: the event isn't in the journal.
    std::erase_if(changes, [](const Change& change) { return change.afterTheOthers; });
    if (changes.empty() || held.size() >= heldLimit || (!held.empty() && heldChanges + changes.size() > heldChangesLimit))
        return false;
    heldChanges += changes.size();
    held.push_back({std::move(job.work), std::move(changes)});
    return true;
}

/// Again after each commit: whoever has read a row anew has read one that knows nothing of it.
void Writer::State::tellHeld() noexcept
{
    for (const Held& one : held)
        feed.tell(one.changes, onFault, threadName);
}

void Writer::State::noteTrouble(const Result<void>& result)
{
    if (result)
        trouble = ErrorCode::Cancelled;
    else if (isAboutRoom(result.error()))
        trouble = result.error().code;
}

/// Before anything else that is asked for, so that nobody's later change is overtaken.
void Writer::State::retryHeld()
{
    if (held.empty() || !connection->runPrepared("BEGIN IMMEDIATE"))
        return;
    std::vector<Change> changes, dropped;
    Result<void> done = runHeld(changes, dropped);
    if (done && !dropped.empty())
        done = touchHeader(); // who is told writes it down, and needs room for that
    if (done)
        done = connection->runPrepared("COMMIT");
    if (connection->inTransaction())
        static_cast<void>(connection->run("ROLLBACK"));
    noteTrouble(done);
    if (!done)
        return;
    seen.fetch_add(1);
    held.clear();
    heldChanges = 0;
    feed.tell(changes, onFault, threadName);
    feed.tell(dropped, onFault, threadName);
}

Result<void> Writer::State::runHeld(std::vector<Change>& changes, std::vector<Change>& dropped)
{
    for (Held& one : held) {
        SALLYPORT_TRY(connection->runPrepared("SAVEPOINT job"));
        Transaction transaction(*connection);
        Result<void> result = guarded(onFault, [&] { return one.work(transaction); });
        if (!result && isAboutRoom(result.error()))
            return result;
        if (result && transaction.gives())
            result = makeError(ErrorCode::Conflict, "It would give more by now than it takes away.");
        // Refused by what has been stored meanwhile, by another process say.
        if (!result)
            dropped.push_back(droppedChange(one.changes.front(), result.error()));
        SALLYPORT_TRY(result ? connection->runPrepared("RELEASE job") : connection->run("ROLLBACK TO job; RELEASE job"));
        if (result)
            std::ranges::move(transaction.takeChanges(), std::back_inserter(changes));
    }
    return {};
}

/// Writes a page as it is, in the open transaction: DiskFull, sooner or later, if there is no room.
Result<void> Writer::State::touchHeader()
{
    SALLYPORT_ASSIGN(const std::int64_t version, connection->readInteger("PRAGMA user_version"));
    return connection->run("PRAGMA user_version = " + std::to_string(version));
}

/// Nobody may write anything any more who is told that nothing can be written: whether that is still so is found out here.
void Writer::State::probe()
{
    if (trouble == ErrorCode::Cancelled || !held.empty())
        return;
    Result<void> written = connection->runPrepared("BEGIN IMMEDIATE");
    if (written)
        written = touchHeader();
    if (written)
        written = connection->runPrepared("COMMIT");
    if (connection->inTransaction())
        static_cast<void>(connection->run("ROLLBACK"));
    noteTrouble(written);
}

void Writer::State::loop()
{
    setThreadName(threadName);
    if (const Result<std::int64_t> version = connection->readInteger("PRAGMA data_version"))
        dataVersion = *version;
    lastPoll = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex);
    for (;;) {
        wake.wait_until(lock, lastPoll + pollInterval, [this] { return stopping || !queue.empty(); });
        if (stopping && queue.empty())
            return;
        lock.unlock();
        contained(onFault, threadName, [this] { runBatch(takeBatch()); });
        {
            const std::lock_guard done(mutex);
            oldest.reset();
        }
        if (connection->inTransaction()) // nobody may take over what a fault has left half done
            static_cast<void>(connection->run("ROLLBACK"));
        if (std::chrono::steady_clock::now() >= lastPoll + pollInterval) {
            contained(onFault, threadName, [this] { pollDataVersion(); });
            contained(onFault, threadName, [this] { probe(); });
        }
        lock.lock();
    }
}

std::deque<Job> Writer::State::takeBatch()
{
    std::deque<Job> batch;
    const std::lock_guard lock(mutex);
    while (!queue.empty() && batch.size() < mostInOneCommit) {
        batch.push_back(std::move(queue.front()));
        queue.pop_front();
    }
    oldest = batch.empty() ? std::nullopt : std::optional(batch.front().since);
    return batch;
}

void Writer::State::runBatch(std::deque<Job> batch)
{
    retryHeld();
    std::vector<Finished> pending;
    pending.reserve(batch.size()); // so that what has been done can always be told
    for (Job& job : batch) {
        if (job.between) {
            commit(pending);
            tell(job, guarded(onFault, [&] { return job.between(*connection); }));
            continue;
        }
        if (!connection->inTransaction()) {
            if (Result<void> begun = connection->runPrepared("BEGIN IMMEDIATE"); !begun) {
                noteTrouble(begun);
                tell(job, begun);
                continue;
            }
        }
        runJob(job, pending);
    }
    commit(pending);
}

void Writer::State::runJob(Job& job, std::vector<Finished>& pending)
{
    Transaction transaction(*connection);
    // The first of a commit has nothing before it to spare. A savepoint would keep a copy of each page that the job
    // changes, and SQLite walks the list of these copies at each further statement: a large job would cost its square.
    const bool first = pending.empty();
    Result<void> result = first ? Result<void>() : connection->runPrepared("SAVEPOINT job");
    if (result)
        result = guarded(onFault, [&] { return job.work(transaction); });
    job.takesAway = job.takesAway && !transaction.gives();
    std::vector<Change> changes = transaction.takeChanges();
    if (result && !first)
        result = connection->runPrepared("RELEASE job");
    if (result) {
        pending.push_back({std::move(job), std::move(changes)});
        return;
    }
    // After a full disk or an I/O error SQLite has rolled everything back, what the jobs before this one did as well.
    if (connection->inTransaction() && (first || !connection->run("ROLLBACK TO job; RELEASE job")))
        static_cast<void>(connection->run("ROLLBACK"));
    if (!connection->inTransaction())
        finish(pending, result);
    if (isAboutRoom(result.error())) {
        noteTrouble(result);
        if (job.takesAway && hold(job, std::move(changes))) {
            tellHeld();
            result = heldError(result.error());
        }
    }
    tell(job, result);
}

void Writer::State::commit(std::vector<Finished>& pending)
{
    if (!connection->inTransaction())
        return;
    const Result<void> committed = connection->runPrepared("COMMIT");
    if (!committed && connection->inTransaction())
        static_cast<void>(connection->run("ROLLBACK"));
    seen.fetch_add(1); // also if that failed: nobody is hurt by reading once more
    noteTrouble(committed);
    finish(pending, committed);
}

void Writer::State::pollDataVersion()
{
    lastPoll = std::chrono::steady_clock::now();
    const Result<std::int64_t> version = connection->readInteger("PRAGMA data_version");
    if (!version || *version == dataVersion)
        return;
    dataVersion = *version;
    seen.fetch_add(1);
    std::vector<std::function<void()>> toTell;
    {
        const std::lock_guard lock(mutex);
        toTell = listeners;
    }
    for (const auto& notify : toTell)
        contained(onFault, threadName, notify);
}

Writer::Writer(std::unique_ptr<Connection> connection, ChangeFeed& feed, FaultListener onFault)
    : m_state(std::make_unique<State>(feed))
{
    m_state->onFault = std::move(onFault);
    m_state->connection = std::move(connection);
    m_state->thread = std::thread([state = m_state.get()] { state->loop(); });
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->wake.notify_all();
    m_state->thread.join();
}

void Writer::post(Work work, Done done)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->stopping && m_state->queue.size() < mostWaiting) {
            m_state->queue.push_back(Job{std::move(work), std::move(done), nullptr, false});
            m_state->wake.notify_one();
            return;
        }
    }
    done(makeError(ErrorCode::Unavailable, "the database takes no more work"));
}

Result<void> Writer::runAndWait(const Work& work)
{
    if (std::this_thread::get_id() == m_state->thread.get_id())
        return makeError(ErrorCode::Internal, "a database job waits for another");
    const auto promise = std::make_shared<Outcome>();
    std::future<Result<void>> outcome = promise->get_future();
    post([&work](Transaction& transaction) { return work(transaction); },
         [promise](Result<void> result) { promise->set_value(std::move(result)); });
    return await(outcome);
}

Result<void> Writer::runBetween(const std::function<Result<void>(Connection&)>& work)
{
    if (std::this_thread::get_id() == m_state->thread.get_id())
        return makeError(ErrorCode::Internal, "a database job waits for another");
    const auto promise = std::make_shared<Outcome>();
    std::future<Result<void>> outcome = promise->get_future();
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->stopping)
            return makeError(ErrorCode::Unavailable, "the database is closing");
        m_state->queue.push_back(
            Job{nullptr, [promise](Result<void> result) { promise->set_value(std::move(result)); }, work, false});
    }
    m_state->wake.notify_one();
    return await(outcome);
}

Result<void> Writer::takeAwayAndWait(Work work)
{
    if (std::this_thread::get_id() == m_state->thread.get_id())
        return makeError(ErrorCode::Internal, "a database job waits for another");
    const auto promise = std::make_shared<Outcome>();
    std::future<Result<void>> outcome = promise->get_future();
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->stopping || m_state->queue.size() >= mostWaiting)
            return makeError(ErrorCode::Unavailable, "the database takes no more work");
        m_state->queue.push_back(
            Job{std::move(work), [promise](Result<void> result) { promise->set_value(std::move(result)); }, nullptr, true});
    }
    m_state->wake.notify_one();
    return await(outcome);
}

void Writer::forgetHeld()
{
    (void) runBetween([state = m_state.get()](Connection&) -> Result<void> {
        state->held.clear();
        state->heldChanges = 0;
        return {};
    });
}

Result<void> Writer::takesWrites() const
{
    switch (const ErrorCode trouble = m_state->trouble) {
    case ErrorCode::Cancelled: return {};
    case ErrorCode::DiskFull: return makeError(trouble, "the disk is full");
    default: return makeError(trouble, "the database cannot be written");
    }
}

std::uint64_t Writer::version() const noexcept
{
    return m_state->seen.load();
}

StoreLoad Writer::load() const
{
    StoreLoad made;
    const std::lock_guard lock(m_state->mutex);
    made.waiting = m_state->queue.size();
    const auto since = m_state->oldest    ? m_state->oldest
                       : made.waiting > 0 ? std::optional(m_state->queue.front().since)
                                          : std::nullopt;
    if (since)
        made.lag = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - *since);
    return made;
}

Result<void> Writer::noticeExternalChange()
{
    return runBetween([state = m_state.get()](Connection&) -> Result<void> {
        state->pollDataVersion();
        return {};
    });
}

void Writer::onExternalChange(std::function<void()> notify)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->listeners.push_back(std::move(notify));
}

} // namespace sallyport::storage
