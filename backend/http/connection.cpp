#include "backend/http/connection.h"

#include "backend/http/proxy_header.h"

#include <boost/asio/post.hpp>

#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace sallyport::http {
namespace {

constexpr int readsPerTurn = 16;                     ///< records read before other connections get their turn
constexpr std::size_t lingerBytes = 4 * 1024 * 1024; ///< read and dropped after a closing answer, at most
constexpr std::size_t carryLimit = 16 * 1024;        ///< bytes kept from a client that sends while it is streamed to
// When others of the same address want in: what has waited for its peer so long gives way.
constexpr std::chrono::milliseconds stallsAfter{1000};     ///< a handshake or a head that isn't complete
constexpr std::chrono::milliseconds restsAfter{3000};      ///< a connection between its requests
constexpr std::chrono::milliseconds bodyStallsAfter{1500}; ///< a body that comes at less than slowBody
constexpr std::chrono::milliseconds slowAfter{5000};       ///< an answer that isn't read
constexpr std::uint64_t slowBody = 1024;                   ///< bytes a second

} // namespace

Connection::Connection(Loop& loop, Descriptor socket, const PeerAddress& peer, std::uint64_t id, bool counted)
    : m_loop(loop.shared_from_this()), m_peer(peer), m_entered(peer.address), m_accepted(std::chrono::steady_clock::now()),
      m_id(id), m_counted(counted)
{
    m_socket.emplace(loop.context(), socket.get());
    (void) socket.release(); // its owner from now on
}

Connection::~Connection() = default;

void Connection::start(const TlsContext& tls)
{
    contain([&] {
        if (!m_tls.open(tls, m_socket->native_handle()))
            return close();
        if (m_counted) {
            if (!m_loop->shared().handshakes.enter(m_entered, m_accepted))
                return close();
            m_shaking = true;
        }
        if (m_loop->shared().handler.sendsProxyHeader(m_peer.address))
            m_state = State::ProxyHeader;
        setDeadline(m_loop->shared().limits.handshake);
        waitReadable();
    });
}

void Connection::setDeadline(std::chrono::milliseconds fromNow)
{
    m_lastUse = std::chrono::steady_clock::now();
    m_loop->wheel().setDeadline(*this, m_lastUse + fromNow);
}

void Connection::waitReadable()
{
    if (m_waitingRead)
        return;
    m_waitingRead = true;
    m_socket->async_wait(boost::asio::posix::stream_descriptor::wait_read,
                         [self = shared_from_this()](const boost::system::error_code& error) {
                             self->m_waitingRead = false;
                             if (!error)
                                 self->contain([&] { self->onReadable(); });
                         });
}

void Connection::waitWritable()
{
    if (m_waitingWrite)
        return;
    m_waitingWrite = true;
    m_socket->async_wait(boost::asio::posix::stream_descriptor::wait_write,
                         [self = shared_from_this()](const boost::system::error_code& error) {
                             self->m_waitingWrite = false;
                             if (!error)
                                 self->contain([&] { self->onWritable(); });
                         });
}

void Connection::onReadable()
{
    switch (m_state) {
    case State::ProxyHeader: return readProxyHeader();
    case State::Handshake: return handshake();
    case State::ClearText: return readClearText();
    case State::Head:
    case State::Body: return readSome();
    case State::Waiting:
    case State::Streaming: return readMeanwhile();
    case State::Handling:
        if (m_watcher)
            readMeanwhile();
        return;
    case State::Lingering: return readAndDiscard();
    default: return;
    }
}

void Connection::onWritable()
{
    switch (m_state) {
    case State::Handshake: return handshake();
    case State::Lingering:
    case State::Closed: return;
    default:
        if (flush())
            onFlushed();
        if (takesInput())
            resumeInput(true); // reading may have been what wanted to write
    }
}

/// Before anything else, and nothing behind it is taken from the socket.
void Connection::readProxyHeader()
{
    const std::span<char> scratch = m_loop->readScratch();
    ProxyHeader header = sallyport::http::readProxyHeader(m_carry);
    while (header.outcome == ProxyHeader::Outcome::NeedMore) {
        const ssize_t got = ::recv(m_socket->native_handle(), scratch.data(), header.wanted - m_carry.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return waitReadable();
        if (got <= 0)
            return handshakeFailed("closed_by_peer");
        m_carry.append(scratch.data(), static_cast<std::size_t>(got));
        header = sallyport::http::readProxyHeader(m_carry);
    }
    m_carry = {};
    if (header.outcome == ProxyHeader::Outcome::Malformed)
        return handshakeFailed("proxy_header");
    m_proxyTold = true;
    if (header.client) {
        m_peer = *header.client;
        if (!m_loop->shared().handler.admits(m_peer.address))
            return close();
    }
    m_state = State::Handshake;
    handshake();
}

void Connection::leaveHandshake()
{
    if (std::exchange(m_shaking, false))
        m_loop->shared().handshakes.leave(m_entered, m_accepted);
}

void Connection::handshake()
{
    if (!m_begun && beginsInClearText()) {
        m_state = State::ClearText;
        return readClearText();
    }
    const IoResult result = m_tls.handshake();
    switch (result.status) {
    case IoStatus::Done: break;
    case IoStatus::WantRead: return waitReadable();
    case IoStatus::WantWrite: return waitWritable();
    default: return handshakeFailed(m_tls.failure());
    }
    if (m_tls.info().resumed)
        m_loop->shared().resumedHandshakes.fetch_add(1, std::memory_order_relaxed);
    leaveHandshake();
    m_state = State::Head;
    setDeadline(m_loop->shared().idle.load());
    if (m_loop->draining())
        return endGracefully();
    if (m_tls.hasPending())
        return readSome();
    m_tls.releaseBuffers();
    waitReadable();
}

void Connection::handshakeFailed(std::string_view reason)
{
    m_loop->shared().failedHandshakes.fetch_add(1, std::memory_order_relaxed);
    m_loop->shared().handler.onTlsFailure(m_peer.address, reason);
    close();
}

void Connection::readSome()
{
    const std::span<char> scratch = m_loop->readScratch();
    for (int turn = 0; turn < readsPerTurn && takesInput(); ++turn) {
        const IoResult result = m_tls.read(scratch);
        switch (result.status) {
        case IoStatus::Done:
            add(m_loop->counters().bytesIn, result.bytes);
            consume({scratch.data(), result.bytes});
            // Between requests another read would most likely find nothing: a system call saved.
            if (m_state == State::Head && !m_tls.hasPending())
                return waitReadable();
            break;
        case IoStatus::WantRead: rest(); return waitReadable();
        case IoStatus::WantWrite: return waitWritable();
        case IoStatus::Closed: return m_state == State::Head && !m_partial ? endGracefully() : close();
        case IoStatus::Failed: return close();
        }
    }
    if (!takesInput())
        return;
    if (m_tls.hasPending())
        boost::asio::post(m_loop->context(), [self = shared_from_this()] {
            if (self->takesInput() && !self->m_waitingRead)
                self->contain([&] { self->readSome(); });
        });
    else
        waitReadable();
}

/// While an answer is made for somebody who is watched, streamed or held back, reading tells that the client has gone. What it
/// sends meanwhile is kept, up to a bound.
void Connection::readMeanwhile()
{
    const std::span<char> scratch = m_loop->readScratch();
    while (m_carry.size() < carryLimit) {
        const IoResult result = m_tls.read(scratch);
        if (result.status == IoStatus::Done) {
            add(m_loop->counters().bytesIn, result.bytes);
            m_carry.append(scratch.data(), result.bytes);
            continue;
        }
        if (result.status == IoStatus::WantRead || result.status == IoStatus::WantWrite)
            return waitReadable();
        return close();
    }
}

void Connection::wait(std::chrono::milliseconds delay, std::function<void(bool here)> then)
{
    if (m_state != State::Handling)
        return then(m_state != State::Closed);
    if (m_loop->draining())
        return then(true);
    m_afterWait = std::move(then);
    m_state = State::Waiting;
    setDeadline(delay);
    waitReadable(); // what has been read of the client already is still being taken in
}

void Connection::endWait(bool here)
{
    if (!m_afterWait)
        return;
    const auto self = shared_from_this();
    const auto then = std::exchange(m_afterWait, nullptr);
    if (m_state == State::Waiting) {
        m_state = State::Handling;
        m_loop->wheel().clearDeadline(*this);
    }
    then(here);
}

void Connection::watch(const std::function<void()>& gone)
{
    contain([&] {
        if (m_state == State::Closed)
            return gone();
        if (m_state != State::Handling || m_body || !gone)
            return; // answered already, or the body's own reading tells
        m_watcher = gone;
        readMeanwhile(); // what has come already may be the end
    });
}

void Connection::tellWatcher()
{
    if (const auto gone = std::exchange(m_watcher, nullptr))
        gone();
}

void Connection::readAndDiscard()
{
    const std::span<char> scratch = m_loop->readScratch();
    for (int turn = 0; turn < readsPerTurn; ++turn) {
        const ssize_t got = ::recv(m_socket->native_handle(), scratch.data(), scratch.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return waitReadable();
        if (got <= 0)
            return close();
        m_lingered += static_cast<std::size_t>(got);
        if (m_lingered > lingerBytes)
            return close();
    }
    waitReadable();
}

/// Says goodbye and reads on for a while: bytes left unread would make the kernel send a reset, and that can destroy
/// the answer before the client has read it (RFC 9112 §9.6).
void Connection::endGracefully()
{
    m_partial.reset();
    dropBody();
    m_exchange.reset();
    m_carry.clear();
    m_tls.shutdown();
    ::shutdown(m_socket->native_handle(), SHUT_WR);
    m_state = State::Lingering;
    setDeadline(m_loop->shared().limits.linger);
    readAndDiscard();
}

void Connection::drain()
{
    m_closeAfter = true;
    contain([this] {
        if (m_state == State::ProxyHeader || m_state == State::Handshake || m_state == State::ClearText)
            close();
        else if (m_state == State::Head && !m_partial)
            endGracefully();
        else if (m_state == State::Waiting)
            endWait(true);
        else if (m_state == State::Streaming && !m_stream->source->endsByItself())
            finishStream(false);
    });
}

void Connection::close()
{
    if (m_state == State::Closed)
        return;
    const auto self = shared_from_this();
    m_state = State::Closed;
    contained([this](const Fault& fault) { m_loop->shared().handler.onFault(fault); }, "http",
              [this] {
                  endWait(false);
                  tellWatcher();
              });
    endStream(false);
    m_loop->wheel().remove(*this); // the last to hold it may be a handler's thread
    m_partial.reset();
    dropBody();
    m_exchange.reset();
    m_carry = {};
    m_out = {};
    m_tls = {};
    m_socket.reset();
    leaveHandshake();
    if (m_counted)
        m_loop->shared().caps.leave(m_entered);
    m_loop->remove(*this);
}

std::optional<Connection::Time> Connection::stallingSince(Time now) const
{
    const auto since = [now](Time then, std::chrono::milliseconds allowed) {
        return now - then >= allowed ? std::optional(then) : std::nullopt;
    };
    switch (m_state) {
    case State::ProxyHeader:
    case State::Handshake:
    case State::ClearText: return since(m_accepted, stallsAfter);
    case State::Head: return since(m_lastUse, m_partial ? stallsAfter : restsAfter);
    case State::Body: {
        const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_body->started).count();
        const bool slow = m_body->received * 1000 < static_cast<std::uint64_t>(passed) * slowBody;
        return slow ? since(m_body->started, bodyStallsAfter) : std::nullopt;
    }
    case State::Sending:
    case State::Streaming: return m_out.empty() ? std::nullopt : since(m_lastUse, slowAfter);
    case State::Handling:
    case State::Waiting:
    case State::Lingering:
    case State::Closed: break;
    }
    return std::nullopt;
}

bool Connection::releaseIfResting(Time before)
{
    if (m_state == State::Closed)
        return true;
    if (m_state != State::Head || m_partial || m_lastUse > before)
        return false;
    m_tls.releaseBuffers();
    m_carry = {};
    m_out = {};
    m_warm = false;
    return true;
}

void Connection::onDeadline()
{
    const auto self = shared_from_this();
    contain([this] { deadlinePassed(); });
}

void Connection::deadlinePassed()
{
    switch (m_state) {
    case State::ProxyHeader:
    case State::Handshake:
    case State::ClearText: return handshakeFailed("timeout");
    case State::Head:
        if (!m_partial)
            return endGracefully();
        m_envelope = {};
        return reject(408, "head_timeout", nullptr);
    case State::Body: return reject(408, "body_timeout", m_exchange ? &m_exchange->request() : nullptr);
    case State::Handling: return;
    case State::Waiting: return endWait(true);
    default: return close();
    }
}

} // namespace sallyport::http
