#include "backend/http/loop.h"

#include "backend/base/thread_pool.h"
#include "backend/base/time_format.h"
#include "backend/http/connection.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <cerrno>

#include <malloc.h>
#include <sys/eventfd.h>

namespace sallyport::http {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr int acceptsPerTurn = 32;
constexpr std::size_t readScratchBytes = 16 * 1024; ///< one TLS record's plaintext
constexpr std::size_t warmLimit = 256;              ///< connections that may keep 33 KB of record buffers for a moment
constexpr std::size_t placesAtOnce = 64;            ///< see makePlaces
constexpr auto restAfter = 500ms;
constexpr std::uint64_t floodConnections = 500; ///< so many at once leave memory behind that is worth giving back

thread_local const Loop* t_current = nullptr; // NOLINT: which loop this thread is, for isCurrent()

/// A tenth of the shortest deadline, so that tests with short ones are exact enough; 250 ms in the product.
SteadyClock::duration tickFor(const ServerLimits& limits)
{
    const auto shortest =
        std::min({limits.handshake, limits.header, limits.idle, limits.body, limits.bodyGrace, limits.write, limits.linger});
    return std::clamp<std::chrono::milliseconds>(shortest / 10, 5ms, 250ms);
}

} // namespace

Loop::Loop(std::shared_ptr<SharedState> shared, Descriptor listener, TlsContext tls, std::string threadName)
    : m_shared(std::move(shared)), m_context(std::make_unique<boost::asio::io_context>(1)), m_tls(std::move(tls)),
      m_threadName(std::move(threadName)), m_tick(tickFor(m_shared->limits)), m_wheel(SteadyClock::now(), m_tick),
      m_readScratch(readScratchBytes)
{
    m_listener.emplace(*m_context, listener.release());
    m_timer.emplace(*m_context);
}

Loop::~Loop()
{
    if (m_thread.joinable())
        join(SteadyClock::now());
}

bool Loop::isCurrent() const noexcept
{
    return t_current == this;
}

void Loop::start()
{
    m_thread = std::thread([self = this] { self->run(); });
}

void Loop::run()
{
    setThreadName(m_threadName);
    t_current = this;
    const auto guard = boost::asio::make_work_guard(*m_context);
    waitForConnections();
    while (!m_context->stopped()) {
        try {
            m_context->run();
        } catch (...) { // out of memory for one connection must not end all others
            m_shared->tellFault();
        }
    }
    const std::scoped_lock lock(m_endMutex);
    m_hasEnded = true;
    m_ended.notify_all();
}

void Loop::post(std::function<void()> task)
{
    const std::scoped_lock lock(m_postMutex);
    if (m_context)
        boost::asio::post(*m_context, std::move(task));
}

void Loop::beginDrain()
{
    post([this] { drain(); });
}

void Loop::join(std::chrono::steady_clock::time_point until)
{
    beginDrain();
    {
        std::unique_lock lock(m_endMutex);
        m_ended.wait_until(lock, until, [this] { return m_hasEnded; });
    }
    post([this] { closeAll(); });
    if (m_thread.joinable())
        m_thread.join();
    m_timer.reset();
    m_listener.reset();
    std::unique_ptr<boost::asio::io_context> ended;
    {
        const std::scoped_lock lock(m_postMutex);
        ended = std::move(m_context);
    }
    // Destroyed without the lock: a dropped task may own an exchange that wants to post.
}

void Loop::setTlsContext(TlsContext tls)
{
    post([this, tls = std::move(tls)] { m_tls = tls; });
}

/// Without memory for it now, the next tick tries again.
void Loop::waitForConnections() noexcept
{
    if (!m_listener)
        return;
    try {
        m_acceptPaused = true;
        m_listener->async_wait(boost::asio::posix::stream_descriptor::wait_read, [this](const boost::system::error_code& error) {
            if (!error)
                acceptMany();
        });
        m_acceptPaused = false;
    } catch (...) {
        m_shared->tellFault();
        contained({}, {}, [this] { armTick(); });
    }
}

void Loop::acceptMany()
{
    for (int turn = 0; turn < acceptsPerTurn; ++turn) {
        const Accepted accepted = acceptOne();
        if (accepted == Accepted::None)
            break;
        if (accepted == Accepted::Paused) {
            m_acceptPaused = true; // until a connection ends or the next tick: no busy loop
            armTick();
            return;
        }
    }
    waitForConnections();
}

Loop::Accepted Loop::acceptOne()
{
    if (m_shared->open.fetch_add(1) >= m_shared->connections.load()) {
        m_shared->open.fetch_sub(1);
        return Accepted::Paused;
    }
    PeerAddress peer;
    const int fd = acceptPeer(m_listener->native_handle(), peer);
    if (fd >= 0) {
        adopt(fd, peer);
        return Accepted::One;
    }
    m_shared->open.fetch_sub(1);
    switch (errno) {
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM: return Accepted::Paused;
    case ECONNABORTED:
    case EINTR:
    case EPROTO: return Accepted::One; // that one has gone; there may be others
    default: return Accepted::None;
    }
}

/// Counts a connection of this address. Where it has as many as it may, the one that has stalled longest gives way: whoever holds
/// connections open keeps nobody else of the same address out.
bool Loop::enter(const PeerAddress& peer)
{
    if (m_shared->caps.enter(peer.address))
        return true;
    const auto own = m_byAddress.find(peer.address.network());
    if (own == m_byAddress.end())
        return false;
    const auto now = SteadyClock::now();
    Connection* longest = nullptr;
    auto since = now;
    for (Connection* connection : own->second) {
        const auto stalling = connection->stallingSince(now);
        if (stalling && *stalling < since) {
            since = *stalling;
            longest = connection;
        }
    }
    if (longest == nullptr)
        return false;
    longest->close();
    return m_shared->caps.enter(peer.address);
}

/// Asio keeps what it needs of a descriptor for good, as many as there have ever been at a time. Made one by one, beside what
/// each connection needs and gives back, they would hold on to every page that a flood has used: so they are made many at a time.
void Loop::makePlaces()
{
    std::vector<boost::asio::posix::stream_descriptor> places;
    places.reserve(placesAtOnce);
    while (places.size() < placesAtOnce) {
        Descriptor event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
        if (!event.valid())
            break; // no more descriptors: then one by one
        boost::asio::posix::stream_descriptor place(*m_context);
        boost::system::error_code failure;
        place.assign(event.get(), failure);
        if (failure)
            break;
        (void) event.release();
        places.push_back(std::move(place));
    }
    m_places = m_connections.size() + placesAtOnce;
}

void Loop::adopt(int descriptor, const PeerAddress& peer)
{
    const std::uint64_t id = m_shared->accepted.fetch_add(1) + 1;
    Descriptor owned(descriptor);
    bool refused = false, counted = false;
    std::shared_ptr<Connection> connection;
    try {
        refused = !m_shared->handler.admits(peer.address);
        if (!refused && !m_shared->handler.isProxy(peer.address)) {
            counted = enter(peer);
            refused = !counted;
        }
        if (!refused) {
            armTick();
            if (m_connections.size() >= m_places)
                makePlaces();
            connection = std::make_shared<Connection>(*this, std::move(owned), peer, id, counted);
            m_connections.emplace(connection.get(), connection);
            if (counted)
                m_byAddress[peer.address.network()].push_back(connection.get());
        }
    } catch (...) { // the listener and all others go on
        m_shared->tellFault();
        if (connection)
            m_connections.erase(connection.get());
        connection.reset();
        if (counted)
            m_shared->caps.leave(peer.address);
        m_shared->open.fetch_sub(1);
        return;
    }
    if (refused) {
        m_shared->refused.fetch_add(1);
        m_shared->open.fetch_sub(1);
        return;
    }
    connection->start(m_tls);
}

void Loop::remove(Connection& connection)
{
    if (const auto own = m_byAddress.find(connection.entered().network()); own != m_byAddress.end()) {
        std::erase(own->second, &connection);
        if (own->second.empty())
            m_byAddress.erase(own);
    }
    m_connections.erase(&connection);
    m_shared->open.fetch_sub(1);
    resumeAccepting();
    endIfDrained();
}

void Loop::resumeAccepting()
{
    if (!m_acceptPaused || m_draining)
        return;
    waitForConnections();
}

bool Loop::keepWarm(Connection& connection)
{
    if (m_warm.size() >= warmLimit)
        return false;
    m_warm.push_back(connection.weak_from_this());
    return true;
}

void Loop::armTick()
{
    if (m_tickArmed || !m_timer)
        return;
    m_timer->expires_after(m_tick);
    m_timer->async_wait([this](const boost::system::error_code& error) {
        m_tickArmed = false;
        if (!error)
            tick();
    });
    m_tickArmed = true;
}

void Loop::tick()
{
    const auto now = SteadyClock::now();
    m_wheel.advance(now);
    releaseResting(now);
    const bool paused = m_acceptPaused;
    if (paused)
        closeStalling(now);
    giveMemoryBack();
    resumeAccepting();
    if (!m_connections.empty() || paused)
        armTick();
}

void Loop::releaseResting(SteadyClock::time_point now)
{
    if (now - m_lastRelease < restAfter)
        return;
    m_lastRelease = now;
    std::erase_if(m_warm, [now](const std::weak_ptr<Connection>& warm) {
        const auto connection = warm.lock();
        return !connection || connection->releaseIfResting(now - restAfter);
    });
}

const std::string& Loop::date()
{
    const UtcTime now = m_shared->clock.now();
    const auto second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = toHttpDate(now);
    }
    return m_date;
}

/// There are as many connections as there may be: what has not come to a request for a while gives way, the longest first, a
/// twentieth at a time.
void Loop::closeStalling(std::chrono::steady_clock::time_point now)
{
    if (m_shared->open.load() < m_shared->connections.load())
        return;
    std::vector<std::pair<SteadyClock::time_point, std::shared_ptr<Connection>>> stalling;
    for (const auto& [key, connection] : m_connections)
        if (const auto since = connection->stallingSince(now))
            stalling.emplace_back(*since, connection);
    const std::size_t some = std::min(stalling.size(), m_connections.size() / 20 + 1);
    std::partial_sort(stalling.begin(), stalling.begin() + static_cast<std::ptrdiff_t>(some), stalling.end(),
                      [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < some; ++i)
        stalling[i].second->close();
}

/// After a flood: what thousands of connections have needed lies about in the allocator's arenas, and goes back to the system.
void Loop::giveMemoryBack()
{
    const std::uint64_t open = m_shared->open.load();
    std::uint64_t most = m_shared->mostOpen.load();
    while (open > most && !m_shared->mostOpen.compare_exchange_weak(most, open)) {
    }
    most = std::max(most, open);
    if (most < floodConnections || open > most / 4)
        return;
    if (m_shared->mostOpen.compare_exchange_strong(most, open))
        malloc_trim(0);
}

void Loop::drain()
{
    if (m_draining)
        return;
    m_draining = true;
    m_listener.reset();
    std::vector<std::shared_ptr<Connection>> connections;
    connections.reserve(m_connections.size());
    for (const auto& [key, connection] : m_connections)
        connections.push_back(connection);
    for (const auto& connection : connections)
        connection->drain();
    endIfDrained();
}

void Loop::closeAll()
{
    drain();
    while (!m_connections.empty()) {
        const std::shared_ptr<Connection> connection = m_connections.begin()->second;
        connection->close();
    }
    endIfDrained();
}

void Loop::endIfDrained()
{
    if (m_draining && m_connections.empty())
        m_context->stop();
}

} // namespace sallyport::http
