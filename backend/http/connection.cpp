#include "backend/http/connection.h"

#include <boost/asio/post.hpp>

#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace sallyport::http {
namespace {

constexpr int readsPerTurn = 16;                     ///< records read before other connections get their turn
constexpr std::size_t lingerBytes = 4 * 1024 * 1024; ///< read and dropped after a closing answer, at most
constexpr std::size_t carryLimit = 16 * 1024;        ///< bytes kept from a client that sends while it is streamed to

} // namespace

Connection::Connection(Loop& loop, Descriptor socket, const PeerAddress& peer, std::uint64_t id)
    : m_loop(loop.shared_from_this()), m_peer(peer), m_id(id)
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
    case State::Handshake: return handshake();
    case State::ClearText: return readClearText();
    case State::Head:
    case State::Body: return readSome();
    case State::Waiting:
    case State::Streaming: return readMeanwhile();
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

/// While an answer is streamed or held back, reading tells that the client has gone. What it sends meanwhile is kept, up to a
/// bound.
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
        if (m_state == State::Handshake || m_state == State::ClearText)
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
    contained([this](const Fault& fault) { m_loop->shared().handler.onFault(fault); }, "http", [this] { endWait(false); });
    endStream(false);
    m_loop->wheel().remove(*this); // the last to hold it may be a handler's thread
    m_partial.reset();
    dropBody();
    m_exchange.reset();
    m_carry = {};
    m_out = {};
    m_tls = {};
    m_socket.reset();
    m_loop->shared().caps.leave(m_peer.address);
    m_loop->remove(*this);
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
