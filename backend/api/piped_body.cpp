#include "backend/api/piped_body.h"

#include "backend/base/fault.h"

#include <condition_variable>
#include <mutex>

namespace sallyport::api {

struct PipedBody::State {
    std::mutex mutex;
    std::condition_variable changed;
    std::shared_ptr<http::BodySink> sink;
    bool writing = false, closed = false;

    void close()
    {
        const std::lock_guard lock(mutex);
        closed = true;
        sink.reset();
        changed.notify_all();
    }

    /// The sink when it may be written to; null when it is over.
    std::shared_ptr<http::BodySink> await()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return closed || (sink && !writing); });
        return closed ? nullptr : sink;
    }
};

class PipedBody::Source final : public http::BodySource {
public:
    explicit Source(std::shared_ptr<State> state) : m_state(std::move(state)) {}
    ~Source() override { m_state->close(); }

    void start(std::shared_ptr<http::BodySink> sink) override
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->sink = std::move(sink);
        m_state->changed.notify_all();
    }

    void onClosed() override { m_state->close(); }

private:
    const std::shared_ptr<State> m_state;
};

PipedBody::PipedBody() : m_state(std::make_shared<State>()) {}

PipedBody::~PipedBody()
{
    if (m_open)
        contained({}, {}, [this] { abort(); });
}

std::unique_ptr<http::BodySource> PipedBody::takeSource()
{
    m_open = true;
    return std::make_unique<Source>(m_state);
}

bool PipedBody::write(std::string_view chunk)
{
    const std::shared_ptr<http::BodySink> sink = m_state->await();
    if (!sink)
        return false;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->writing = true;
    }
    const bool taken = sink->write(std::string(chunk), [state = m_state](bool ok) {
        const std::lock_guard lock(state->mutex);
        state->writing = false;
        state->closed = state->closed || !ok;
        state->changed.notify_all();
    });
    if (!taken)
        m_state->close();
    return taken;
}

void PipedBody::finish()
{
    m_open = false;
    if (const auto sink = m_state->await())
        sink->finish();
}

void PipedBody::abort()
{
    m_open = false;
    if (const auto sink = m_state->await())
        sink->abort();
}

} // namespace sallyport::api
