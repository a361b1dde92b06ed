#include "backend/api/live_streams.h"

#include "backend/api/event_json.h"
#include "backend/identity/core/manage.h"

#include <boost/json.hpp>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sallyport::api {
namespace {

constexpr std::size_t kStreams = 64;            // open at once, all clients
constexpr std::size_t kForAdministrators = 12;  // of them, whatever the others do: an administrator looks in when it burns
constexpr std::size_t kForOwners = 4;           // and of them for owners, whatever the administrators do
constexpr std::size_t kStreamsPerUser = 4;      // sessions and API keys together
constexpr std::size_t kKeyStreamsPerUser = 3;   // of them by API keys: no key of one's own keeps its owner out
constexpr std::size_t kQueueBytes = 1 << 20;    // waiting for a slow reader; beyond, the stream ends
constexpr std::size_t kChunkBytes = 32 * 1024;  // handed over at once: what can still arrive after a right has gone
constexpr std::size_t kReplayEvents = 1000;     // after Last-Event-ID; more are told as a gap
constexpr auto kTick = std::chrono::seconds(1); // how soon a stream without events notices that its right has gone
constexpr unsigned kHeartbeatTicks = 15;

std::string frame(const audit::Event& event)
{
    return "id: " + std::to_string(event.sequence) + "\nevent: " + event.kind +
           "\ndata: " + boost::json::serialize(toJson(event)) + "\n\n";
}

/// Whom places are kept for. An API key has the rank of nobody: it may be anywhere, and be anybody's.
enum class Rank { Anybody, Administrator, Owner };

Rank rankOf(const access::Actor& actor)
{
    if (!actor.key.empty() || !identity::isAdministrator(actor.roles))
        return Rank::Anybody;
    return std::ranges::find(actor.roles, "owner") == actor.roles.end() ? Rank::Administrator : Rank::Owner;
}

constexpr std::size_t placesOf(Rank rank)
{
    switch (rank) {
    case Rank::Anybody: return kStreams - kForAdministrators;
    case Rank::Administrator: return kStreams - kForOwners;
    case Rank::Owner: return kStreams;
    }
    return 0;
}

/// One open stream. The feed and the ticker put text in; the connection's loop takes it out, one piece at a time.
class Stream : public std::enable_shared_from_this<Stream> {
public:
    /// `may`: whether the listener may hear at this moment; memory only.
    Stream(const access::Actor& actor, audit::EventQuery query, std::function<bool()> may)
        : m_user(actor.id), m_byKey(!actor.key.empty()), m_rank(rankOf(actor)), m_query(std::move(query)), m_may(std::move(may))
    {
    }

    const UserId& user() const { return m_user; }
    bool byKey() const { return m_byKey; }
    Rank rank() const { return m_rank; }

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
                m_overflow = m_overflow || m_held.size() > kReplayEvents;
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

    /// The server stops or the reader is too slow.
    void end()
    {
        std::unique_lock lock(m_mutex);
        m_ending = true;
        pump(lock);
    }

    /// The right is gone: nothing that waits is delivered.
    void refuse()
    {
        std::unique_lock lock(m_mutex);
        refuseLocked();
        pump(lock);
    }

    bool may() const { return m_may(); }

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
        if (m_queue.size() > kQueueBytes || m_overflow)
            m_ending = true;
    }

    void refuseLocked()
    {
        m_ending = m_refused = true;
        m_queue.clear();
        m_held.clear();
    }

    void pump(std::unique_lock<std::mutex>& lock)
    {
        if (!m_sink || m_closed)
            return;
        if (!m_ending && !m_writing && !m_queue.empty() && !m_may())
            refuseLocked();
        const std::shared_ptr<http::BodySink> sink = m_sink;
        if (m_ending && (!m_writing || m_refused)) {
            m_closed = true;
            m_sink.reset();
            const bool cut = m_writing; // a slow reader has no claim to what is still on its way
            lock.unlock();
            if (cut)
                sink->abort();
            else
                sink->finish();
            return;
        }
        if (m_writing || m_queue.empty())
            return;
        m_writing = true;
        std::string chunk = m_queue.substr(0, kChunkBytes);
        m_queue.erase(0, chunk.size());
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
    const bool m_byKey;
    const Rank m_rank;
    const audit::EventQuery m_query;
    const std::function<bool()> m_may;
    mutable std::mutex m_mutex;
    std::shared_ptr<http::BodySink> m_sink;
    std::string m_queue;
    std::deque<audit::Event> m_held;
    std::uint64_t m_bytes = 0;
    std::int64_t m_lastSequence = 0;
    bool m_replaying = true, m_overflow = false, m_writing = false, m_ending = false, m_refused = false, m_closed = false;
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
        for (unsigned count = 1; !wake.wait_for(lock, kTick, [this] { return stopping; }); ++count) {
            lock.unlock();
            contained(api.onFault, "streams", [&] { look(count % kHeartbeatTicks == 0); });
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
            contained(api.onFault, "streams", [&] {
                if (!stream->may())
                    stream->refuse();
                else if (heartbeat)
                    stream->heartbeat();
            });
        }
    }

    /// Counts the stream in, if there is a place for its like. Places that the lower ranks fill beyond theirs don't exist:
    /// what is kept for one rank the ranks below never have.
    bool admit(const std::shared_ptr<Stream>& stream)
    {
        const std::lock_guard lock(mutex);
        std::erase_if(streams, [](const auto& other) { return other->closed(); });
        std::size_t mine = 0, mineByKey = 0, upToMyRank = 0;
        for (const auto& other : streams) {
            mine += other->user() == stream->user() ? 1 : 0;
            mineByKey += other->user() == stream->user() && other->byKey() ? 1 : 0;
            upToMyRank += other->rank() <= stream->rank() ? 1 : 0;
        }
        if (streams.size() >= kStreams || upToMyRank >= placesOf(stream->rank()) || mine >= kStreamsPerUser ||
            (stream->byKey() && mineByKey >= kKeyStreamsPerUser))
            return false;
        streams.push_back(stream);
        return true;
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
    // A session's token is shown anew each time, as with a request: it ends, and so does an idle session. What an API key
    // needs is asked by mayListen().
    auto token = std::make_shared<const SecretBytes>(std::move(accessToken));
    auto may = [&api = m_state->api, actor, token] {
        bool may = false; // a right that cannot be looked at is not trusted to hold
        contained(api.onFault, "streams", [&] {
            may = (!actor.key.empty() || api.services.signIn.authenticate(token->view())) && api.services.events.mayListen(actor);
        });
        return may;
    };
    auto stream = std::make_shared<Stream>(actor, std::move(query), std::move(may));
    if (!m_state->admit(stream))
        return makeError(ErrorCode::LimitReached, "Too many event streams are open");
    Admission admission(stream);
    const std::weak_ptr<Stream> weak = stream;
    const auto refused = [weak] {
        if (const auto target = weak.lock())
            target->refuse();
    };
    auto subscription = events.subscribe(
        actor,
        [weak](const std::vector<audit::Event>& batch) {
            const auto target = weak.lock();
            if (!target)
                return;
            try {
                target->feed(batch);
            } catch (...) { // an event would be missing: the client begins again where it was
                target->end();
                throw;
            }
        },
        refused);
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
        if (missed.size() >= kReplayEvents) {
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
