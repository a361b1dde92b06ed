#include "backend/storage/writer.h"

#include "backend/base/thread_pool.h"
#include "backend/storage/connection.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <iterator>
#include <memory>
#include <mutex>
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
};

/// Jobs whose changes are in the open transaction, with what to tell after the commit.
struct Pending {
    std::vector<Writer::Done> done;
    std::vector<Change> changes;

    /// Everybody is told, also if another's function throws.
    void finish(ChangeFeed& feed, const Result<void>& result, const FaultListener& onFault) noexcept
    {
        if (result)
            feed.tell(changes, onFault, threadName);
        for (const auto& report : done)
            contained(onFault, threadName, [&] { report(result); });
        done.clear();
        changes.clear();
    }
};

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

struct Writer::State {
    explicit State(ChangeFeed& feedToTell) : feed(feedToTell) {}

    ChangeFeed& feed;
    std::unique_ptr<Connection> connection;
    FaultListener onFault;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> queue;
    std::vector<std::function<void()>> listeners;
    bool stopping = false;
    std::thread thread;
    std::atomic<std::uint64_t> seen{1}; ///< commits of ours, and those of others that were noticed

    // The writer thread's own
    std::int64_t dataVersion = 0;
    std::chrono::steady_clock::time_point lastPoll;

    void loop();
    std::deque<Job> takeBatch();
    void runBatch(std::deque<Job> batch);
    void tell(const Job& job, const Result<void>& result) noexcept
    {
        contained(onFault, threadName, [&] { job.done(result); });
    }
    void runJob(Job& job, Pending& pending);
    void commit(Pending& pending);
    void pollDataVersion();
};

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
        if (connection->inTransaction()) // nobody may take over what a fault has left half done
            static_cast<void>(connection->run("ROLLBACK"));
        if (std::chrono::steady_clock::now() >= lastPoll + pollInterval)
            contained(onFault, threadName, [this] { pollDataVersion(); });
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
    return batch;
}

void Writer::State::runBatch(std::deque<Job> batch)
{
    Pending pending;
    pending.done.reserve(batch.size()); // so that what has been done can always be told
    for (Job& job : batch) {
        if (job.between) {
            commit(pending);
            tell(job, guarded(onFault, [&] { return job.between(*connection); }));
            continue;
        }
        if (!connection->inTransaction()) {
            if (Result<void> begun = connection->runPrepared("BEGIN IMMEDIATE"); !begun) {
                tell(job, begun);
                continue;
            }
        }
        runJob(job, pending);
    }
    commit(pending);
}

void Writer::State::runJob(Job& job, Pending& pending)
{
    Transaction transaction(*connection);
    // The first of a commit has nothing before it to spare. A savepoint would keep a copy of each page that the job
    // changes, and SQLite walks the list of these copies at each further statement: a large job would cost its square.
    const bool first = pending.done.empty();
    Result<void> result = first ? Result<void>() : connection->runPrepared("SAVEPOINT job");
    const std::size_t told = pending.changes.size();
    if (result)
        result = guarded(onFault, [&]() -> Result<void> {
            SALLYPORT_TRY(job.work(transaction));
            std::ranges::move(transaction.takeChanges(), std::back_inserter(pending.changes));
            return {};
        });
    if (result && !first)
        result = connection->runPrepared("RELEASE job");
    if (result) {
        pending.done.push_back(std::move(job.done));
        return;
    }
    pending.changes.erase(pending.changes.begin() + static_cast<std::ptrdiff_t>(told), pending.changes.end());
    // After a full disk or an I/O error SQLite has rolled everything back, what the jobs before this one did as well.
    if (connection->inTransaction() && (first || !connection->run("ROLLBACK TO job; RELEASE job")))
        static_cast<void>(connection->run("ROLLBACK"));
    if (!connection->inTransaction())
        pending.finish(feed, result, onFault);
    tell(job, result);
}

void Writer::State::commit(Pending& pending)
{
    if (!connection->inTransaction())
        return;
    const Result<void> committed = connection->runPrepared("COMMIT");
    if (!committed && connection->inTransaction())
        static_cast<void>(connection->run("ROLLBACK"));
    seen.fetch_add(1); // also if that failed: nobody is hurt by reading once more
    pending.finish(feed, committed, onFault);
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
            m_state->queue.push_back(Job{std::move(work), std::move(done), nullptr});
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
        m_state->queue.push_back(Job{nullptr, [promise](Result<void> result) { promise->set_value(std::move(result)); }, work});
    }
    m_state->wake.notify_one();
    return await(outcome);
}

std::uint64_t Writer::version() const noexcept
{
    return m_state->seen.load();
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
