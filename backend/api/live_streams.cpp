#include "backend/api/live_streams.h"

#include "backend/api/live_stream.h"
#include "backend/protection/lists/address_rules.h"

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <iterator>
#include <mutex>
#include <thread>
#include <vector>

namespace sallyport::api {
namespace {

constexpr std::size_t streamLimit = 64;                // open at once, all clients
constexpr std::size_t forAdministrators = 12;          // of them, whatever the others do: an administrator looks in when it burns
constexpr std::size_t forOwners = 4;                   // and of them for owners, whatever the administrators do
constexpr std::size_t streamLimitPerUser = 4;          // sessions and API keys together
constexpr std::size_t keyStreamsPerUser = 3;           // of them by API keys: no key of one's own keeps its owner out
constexpr auto tickInterval = std::chrono::seconds(1); // how soon a stream without events notices that its right has gone
constexpr unsigned heartbeatTicks = 15;

constexpr std::size_t placesOf(StreamRank rank)
{
    switch (rank) {
    case StreamRank::Anybody: return streamLimit - forAdministrators;
    case StreamRank::Administrator: return streamLimit - forOwners;
    case StreamRank::Owner: return streamLimit;
    }
    return 0;
}

class StreamSource final : public http::BodySource {
public:
    explicit StreamSource(std::shared_ptr<LiveStream> stream) : m_stream(std::move(stream)) {}
    ~StreamSource() override { m_stream->close(); }
    void start(std::shared_ptr<http::BodySink> sink) override { m_stream->connect(std::move(sink)); }
    void onClosed() override { m_stream->close(); }
    bool endsByItself() const override { return false; }

private:
    const std::shared_ptr<LiveStream> m_stream;
};

/// A stream that is counted and does not come about is closed again.
class Admission {
public:
    explicit Admission(std::shared_ptr<LiveStream> stream) : m_stream(std::move(stream)) {}
    Admission(const Admission&) = delete;
    Admission& operator=(const Admission&) = delete;
    ~Admission()
    {
        if (m_stream)
            m_stream->close();
    }
    void keep() { m_stream.reset(); }

private:
    std::shared_ptr<LiveStream> m_stream;
};

} // namespace

struct LiveStreams::State {
    explicit State(const ApiContext& context) : api(context) {}

    /// Notices rights that have gone and closed connections, sends heartbeats, and reads for streams that are behind.
    void run()
    {
        setThreadName("streams");
        auto next = std::chrono::steady_clock::now() + tickInterval;
        std::unique_lock lock(mutex);
        for (unsigned count = 1; !stopping;) {
            wake.wait_until(lock, next, [this] { return stopping || hungry; });
            if (stopping)
                return;
            hungry = false;
            lock.unlock();
            contained(api.onFault, "streams", [&] { serve(); });
            if (std::chrono::steady_clock::now() >= next) {
                contained(api.onFault, "streams", [&] { look(count % heartbeatTicks == 0); });
                ++count;
                next = std::chrono::steady_clock::now() + tickInterval;
            }
            lock.lock();
        }
    }

    /// One page for each that wants one, so that none waits for another to catch up.
    void serve()
    {
        std::vector<std::shared_ptr<LiveStream>> open;
        {
            const std::lock_guard lock(mutex);
            open = streams;
        }
        for (const auto& stream : open) {
            const bool ok =
                !stream->isHungry() || contained(api.onFault, "streams", [&] { stream->catchUp(api.services.events); });
            if (!ok)
                contained(api.onFault, "streams", [&] { stream->end(); });
            if (stream->isHungry())
                feedMe();
        }
    }

    void feedMe()
    {
        {
            const std::lock_guard lock(mutex);
            hungry = true;
        }
        wake.notify_all();
    }

    void look(bool heartbeat)
    {
        std::vector<std::shared_ptr<LiveStream>> open, gone;
        {
            const std::lock_guard lock(mutex);
            gone = takeClosed();
            open = streams;
        }
        gone.clear();
        for (const auto& stream : open) {
            contained(api.onFault, "streams", [&] {
                if (!stream->may())
                    stream->refuse();
                else if (heartbeat)
                    stream->heartbeat();
            });
        }
    }

    /// Under the lock; they are let go of without it: a stream that goes waits for the writer to be done with it, and the
    /// writer may be about to say here that it is hungry.
    std::vector<std::shared_ptr<LiveStream>> takeClosed()
    {
        const auto first =
            std::stable_partition(streams.begin(), streams.end(), [](const auto& stream) { return !stream->closed(); });
        std::vector<std::shared_ptr<LiveStream>> gone(std::make_move_iterator(first), std::make_move_iterator(streams.end()));
        streams.erase(first, streams.end());
        return gone;
    }

    /// Counts the stream in, if there is a place for its like. Places that the lower ranks fill beyond theirs don't exist:
    /// what is kept for one rank the ranks below never have.
    bool admit(const std::shared_ptr<LiveStream>& stream)
    {
        std::vector<std::shared_ptr<LiveStream>> gone; // before the lock, so that they go after it
        const std::lock_guard lock(mutex);
        gone = takeClosed();
        std::size_t mine = 0, mineByKey = 0, upToMyRank = 0;
        for (const auto& other : streams) {
            mine += other->actor().id == stream->actor().id ? 1 : 0;
            mineByKey += other->actor().id == stream->actor().id && other->byKey() ? 1 : 0;
            upToMyRank += other->rank() <= stream->rank() ? 1 : 0;
        }
        if (streams.size() >= streamLimit || upToMyRank >= placesOf(stream->rank()) || mine >= streamLimitPerUser ||
            (stream->byKey() && mineByKey >= keyStreamsPerUser))
            return false;
        streams.push_back(stream);
        return true;
    }

    const ApiContext& api;
    std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false, hungry = false;
    std::vector<std::shared_ptr<LiveStream>> streams;
    std::thread ticker;
};

LiveStreams::LiveStreams(const ApiContext& api) : m_state(std::make_shared<State>(api))
{
    m_state->ticker = std::thread([state = m_state.get()] { state->run(); });
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
    std::vector<std::shared_ptr<LiveStream>> open;
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
                                                            audit::EventQuery query, std::optional<audit::EventPlace> lastSeen)
{
    journal::Events& events = m_state->api.services.events;
    // A session's token is shown anew each time, as with a request: it ends, and so does an idle session. What an API key
    // needs is asked by mayListen().
    auto token = std::make_shared<const SecretBytes>(std::move(accessToken));
    auto may = [&api = m_state->api, actor, token] {
        bool still = false; // a right that cannot be looked at is not trusted to hold
        contained(api.onFault, "streams", [&] {
            using Kind = protection::AddressVerdict::Kind;
            const Kind listed = api.services.addressRules.lookup(actor.address).kind;
            still = listed != Kind::Blocked && listed != Kind::Banned &&
                    (!actor.key.empty() || api.services.signIn.authenticate(token->view())) &&
                    api.services.events.mayListen(actor);
        });
        return still;
    };
    auto stream = std::make_shared<LiveStream>(LiveStream::Who{actor, std::move(may)}, std::move(query), lastSeen,
                                               [weak = std::weak_ptr<State>(m_state)] {
                                                   if (const auto state = weak.lock())
                                                       state->feedMe();
                                               });
    if (!m_state->admit(stream))
        return makeError(ErrorCode::LimitReached, "Too many event streams are open");
    Admission admission(stream);
    const std::weak_ptr<LiveStream> weak = stream;
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

    auto source = std::make_unique<StreamSource>(stream);
    admission.keep();
    return std::unique_ptr<http::BodySource>(std::move(source));
}

} // namespace sallyport::api
