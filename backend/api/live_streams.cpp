#include "backend/api/live_streams.h"

#include "backend/api/event_json.h"

#include <boost/json.hpp>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace sallyport::api {
namespace {

constexpr std::size_t streamLimit = 64; // open at once, all clients
constexpr std::size_t streamLimitPerUser = 4;
constexpr std::size_t queueBytes = 1 << 20;            // waiting for a slow reader; beyond, the stream ends
constexpr std::size_t replayEvents = 1000;             // after Last-Event-ID; more are told as a gap
constexpr auto tickInterval = std::chrono::seconds(1); // how soon an ended session is noticed
constexpr unsigned heartbeatTicks = 15;

std::string frame(const audit::Event& event)
{
    return "id: " + std::to_string(event.sequence) + "\nevent: " + event.kind +
           "\ndata: " + boost::json::serialize(toJson(event)) + "\n\n";
}

/// One open stream. The feed and the ticker put text in; the connection's loop takes it out, one piece at a time.
class Stream : public std::enable_shared_from_this<Stream> {
public:
    Stream(UserId user, SecretBytes token, audit::EventQuery query)
        : m_user(std::move(user)), m_token(std::move(token)), m_query(std::move(query))
    {
    }

    const UserId& user() const { return m_user; }
    std::string_view token() const { return m_token.view(); }

    void connect(std::shared_ptr<http::BodySink> sink)
    {
        std::unique_lock lock(m_mutex);
        m_sink = std::move(sink);
        m_queue.insert(0, ":\n\n"); // at once, so that the client knows that it listens
        pump(lock);
    }

    /// Events of the live feed; those before the replay is complete wait.
    void feed(const std::vector<audit::Event>& events)
    {
        std::unique_lock lock(m_mutex);
        for (const audit::Event& event : events) {
            if (event.sequence <= m_lastSequence || !audit::matches(m_query, event))
                continue;
            if (m_replaying) {
                m_held.push_back(event);
                m_overflow = m_overflow || m_held.size() > replayEvents;
            } else {
                put(frame(event));
            }
        }
        pump(lock);
    }

    /// Old events first, then what came in while they were read.
    void replay(const std::vector<audit::Event>& oldestFirst, bool gap)
    {
        std::unique_lock lock(m_mutex);
        if (gap)
            put("event: gap\ndata: {}\n\n");
        for (const audit::Event& event : oldestFirst) {
            m_lastSequence = std::max(m_lastSequence, event.sequence);
            if (audit::matches(m_query, event))
                put(frame(event));
        }
        for (const audit::Event& event : m_held) {
            if (event.sequence > m_lastSequence)
                put(frame(event));
        }
        m_held.clear();
        m_replaying = false;
        pump(lock);
    }

    void heartbeat()
    {
        std::unique_lock lock(m_mutex);
        if (m_queue.empty())
            put(":\n\n");
        pump(lock);
    }

    /// The session is over, the server stops or the reader is too slow.
    void end()
    {
        std::unique_lock lock(m_mutex);
        m_ending = true;
        pump(lock);
    }

    /// The connection is gone.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_sink.reset();
    }

    bool closed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }

    std::shared_ptr<void> subscription;

private:
    void put(std::string text)
    {
        m_bytes += text.size();
        m_queue += std::move(text);
        if (m_queue.size() > queueBytes || m_overflow)
            m_ending = true;
    }

    void pump(std::unique_lock<std::mutex>& lock)
    {
        if (!m_sink || m_writing || m_closed)
            return;
        const std::shared_ptr<http::BodySink> sink = m_sink;
        if (m_ending) {
            m_closed = true;
            m_sink.reset();
            lock.unlock();
            sink->finish();
            return;
        }
        if (m_queue.empty())
            return;
        m_writing = true;
        std::string chunk = std::exchange(m_queue, {});
        lock.unlock();
        const bool taken = sink->write(std::move(chunk), [self = shared_from_this()](bool ok) {
            std::unique_lock again(self->m_mutex);
            self->m_writing = false;
            self->m_closed = self->m_closed || !ok;
            self->pump(again);
        });
        if (!taken)
            close();
    }

    const UserId m_user;
    const SecretBytes m_token;
    const audit::EventQuery m_query;
    mutable std::mutex m_mutex;
    std::shared_ptr<http::BodySink> m_sink;
    std::string m_queue;
    std::deque<audit::Event> m_held;
    std::uint64_t m_bytes = 0;
    std::int64_t m_lastSequence = 0;
    bool m_replaying = true, m_overflow = false, m_writing = false, m_ending = false, m_closed = false;
};

class StreamSource final : public http::BodySource {
public:
    explicit StreamSource(std::shared_ptr<Stream> stream) : m_stream(std::move(stream)) {}
    ~StreamSource() override { m_stream->close(); }
    void start(std::shared_ptr<http::BodySink> sink) override { m_stream->connect(std::move(sink)); }
    void onClosed() override { m_stream->close(); }
    bool endsByItself() const override { return false; }

private:
    const std::shared_ptr<Stream> m_stream;
};

/// A stream that is counted and does not come about is closed again.
class Admission {
public:
    explicit Admission(std::shared_ptr<Stream> stream) : m_stream(std::move(stream)) {}
    Admission(const Admission&) = delete;
    Admission& operator=(const Admission&) = delete;
    ~Admission()
    {
        if (m_stream)
            m_stream->close();
    }
    void keep() { m_stream.reset(); }

private:
    std::shared_ptr<Stream> m_stream;
};

} // namespace

struct LiveStreams::State {
    explicit State(const ApiContext& context) : api(context) {}

    /// Notices ended sessions and closed connections, and sends heartbeats.
    void tick()
    {
        setThreadName("streams");
        std::unique_lock lock(mutex);
        for (unsigned count = 1; !wake.wait_for(lock, tickInterval, [this] { return stopping; }); ++count) {
            lock.unlock();
            contained(api.onFault, "streams", [&] { look(count % heartbeatTicks == 0); });
            lock.lock();
        }
    }

    void look(bool heartbeat)
    {
        std::vector<std::shared_ptr<Stream>> open;
        {
            const std::lock_guard lock(mutex);
            std::erase_if(streams, [](const auto& stream) { return stream->closed(); });
            open = streams;
        }
        for (const auto& stream : open) {
            // A session that cannot be looked at is not trusted to go on.
            bool alive = false;
            contained(api.onFault, "streams", [&] { alive = api.services.signIn.authenticate(stream->token()).has_value(); });
            contained(api.onFault, "streams", [&] {
                if (!alive)
                    stream->end();
                else if (heartbeat)
                    stream->heartbeat();
            });
        }
    }

    const ApiContext& api;
    std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false;
    std::vector<std::shared_ptr<Stream>> streams;
    std::thread ticker;
};

LiveStreams::LiveStreams(const ApiContext& api) : m_state(std::make_shared<State>(api))
{
    m_state->ticker = std::thread([state = m_state.get()] { state->tick(); });
}

LiveStreams::~LiveStreams()
{
    endAll();
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->wake.notify_all();
    m_state->ticker.join();
}

void LiveStreams::endAll()
{
    std::vector<std::shared_ptr<Stream>> open;
    {
        const std::lock_guard lock(m_state->mutex);
        open.swap(m_state->streams);
    }
    for (const auto& stream : open) {
        stream->subscription.reset();
        stream->end();
    }
}

Result<std::unique_ptr<http::BodySource>> LiveStreams::open(const access::Actor& actor, SecretBytes accessToken,
                                                            audit::EventQuery query, std::optional<std::int64_t> lastSeen)
{
    journal::Events& events = m_state->api.services.events;
    auto stream = std::make_shared<Stream>(actor.id, std::move(accessToken), std::move(query));
    {
        const std::lock_guard lock(m_state->mutex);
        std::erase_if(m_state->streams, [](const auto& other) { return other->closed(); });
        const auto mine = std::count_if(m_state->streams.begin(), m_state->streams.end(),
                                        [&](const auto& other) { return other->user() == actor.id; });
        if (m_state->streams.size() >= streamLimit || static_cast<std::size_t>(mine) >= streamLimitPerUser)
            return makeError(ErrorCode::LimitReached, "Too many event streams are open");
        m_state->streams.push_back(stream);
    }
    Admission admission(stream);
    const std::weak_ptr<Stream> weak = stream;
    auto subscription = events.subscribe(actor, [weak](const std::vector<audit::Event>& batch) {
        const auto target = weak.lock();
        if (!target)
            return;
        try {
            target->feed(batch);
        } catch (...) { // an event would be missing: the client begins again where it was
            target->end();
            throw;
        }
    });
    if (!subscription)
        return std::move(subscription).error();
    stream->subscription = std::move(*subscription);

    std::vector<audit::Event> missed; // newest first
    bool gap = false;
    std::string cursor;
    for (bool more = lastSeen.has_value(); more;) {
        auto page = events.list(actor, {}, 200, cursor, false);
        if (!page)
            return std::move(page).error();
        cursor = page->nextCursor;
        more = !cursor.empty();
        for (audit::Event& event : page->events) {
            if (event.sequence <= *lastSeen) {
                more = false;
                break;
            }
            missed.push_back(std::move(event));
        }
        if (missed.size() >= replayEvents) {
            gap = more;
            more = false;
        }
    }
    std::reverse(missed.begin(), missed.end());
    stream->replay(missed, gap);
    auto source = std::make_unique<StreamSource>(stream);
    admission.keep();
    return std::unique_ptr<http::BodySource>(std::move(source));
}

} // namespace sallyport::api
