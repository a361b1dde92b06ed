#include "backend/audit/chain/anchor.h"

#include "backend/base/fault.h"
#include "backend/base/thread_pool.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace sallyport::audit {

namespace {

/// What an attacker could cut off unseen, against one flush of the disk each time.
constexpr std::chrono::seconds pause{1};

} // namespace

struct AnchorWriter::State {
    explicit State(AnchorFile anchorFile) : file(std::move(anchorFile)) {}

    void run()
    {
        setThreadName("anchor");
        std::unique_lock lock(mutex);
        while (!stopping || waiting) {
            changed.wait(lock, [this] { return stopping || waiting; });
            if (waiting) {
                const Anchor anchor = *waiting;
                waiting.reset();
                lock.unlock();
                const Result<void> written = write(anchor);
                lock.lock();
                // A full disk may get room again: try once more with the newest, but don't hold up the end.
                if (!written && !waiting && !stopping)
                    waiting = anchor;
            }
            changed.wait_for(lock, pause, [this] { return stopping; });
        }
    }

    Result<void> write(const Anchor& anchor)
    {
        Result<void> written = makeError(ErrorCode::Internal, "the anchor could not be written");
        contained({}, {}, [&] { written = file.write(anchor); });
        const std::lock_guard lock(watching);
        if (watcher)
            contained({}, {}, [&] { watcher(written); });
        return written;
    }

    AnchorFile file;
    std::mutex watching;
    std::function<void(const Result<void>&)> watcher;
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Anchor> waiting;
    bool stopping = false;
    std::thread thread;
};

AnchorWriter::AnchorWriter(AnchorFile file) : m_state(std::make_unique<State>(std::move(file)))
{
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
}

AnchorWriter::~AnchorWriter()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->changed.notify_all();
    m_state->thread.join();
}

void AnchorWriter::watch(std::function<void(const Result<void>&)> watcher)
{
    const std::lock_guard lock(m_state->watching);
    m_state->watcher = std::move(watcher);
}

void AnchorWriter::note(const Anchor& anchor)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->waiting = anchor;
    }
    m_state->changed.notify_all();
}

} // namespace sallyport::audit
