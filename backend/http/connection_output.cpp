#include "backend/http/connection.h"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace sallyport::http {
namespace {

constexpr std::size_t scratchKept = 256 * 1024; ///< capacity the loop's write buffer keeps after a large answer
constexpr std::size_t compactAt = 64 * 1024;    ///< sent bytes at the front of m_out worth moving the rest for

} // namespace

void Connection::respond(Response response)
{
    contain([&] { answer(response); });
}

void Connection::answer(Response& response)
{
    if (m_state == State::Body && m_body && m_body->taker)
        m_state = State::Handling; // enough of the body
    if (m_state != State::Handling)
        return;
    if (m_dispatching) {
        m_inlineAnswer.emplace(std::move(response));
        return;
    }
    send(response);
    if (takesInput())
        resumeInput();
}

void Connection::failRequest()
{
    if (m_state != State::Handling && !(m_state == State::Body && m_body && m_body->taker))
        return;
    const TransportError error{500, "internal", "no_answer", m_peer.address, m_peer.port, m_id, nullptr};
    contain([&] {
        Response response = errorResponse(error);
        answer(response);
    });
}

/// The handler's answer to what the transport refuses, or a bare one if it has none.
Response Connection::errorResponse(const TransportError& error)
{
    try {
        return m_loop->shared().handler.errorResponse(error);
    } catch (...) {
        m_loop->shared().tellFault();
        return Response(error.status);
    }
}

void Connection::send(Response& response)
{
    m_watcher = nullptr;
    if (m_body) { // not read to its end
        m_closeAfter = true;
        dropBody();
    }
    m_closeAfter = m_closeAfter || m_envelope.close || response.close() || m_loop->draining();
    m_envelope.close = m_closeAfter || (response.streams() && m_envelope.http10);
    m_closeAfter = m_envelope.close;
    std::string& scratch = m_loop->writeScratch();
    scratch.clear();
    serialize(response, m_envelope, m_loop->date(), scratch);
    if (response.streams() && !m_envelope.head) {
        m_stream = std::make_unique<OutgoingStream>();
        m_stream->source = response.takeSource();
    }
    m_state = State::Sending;
    const bool sent = write(scratch);
    if (scratch.capacity() > scratchKept)
        std::string().swap(scratch);
    if (sent)
        onFlushed();
}

/// True once everything is with the kernel; else onFlushed() follows later, or the connection is closed.
bool Connection::write(std::string_view bytes)
{
    if (m_state == State::Closed)
        return false;
    add(m_loop->counters().bytesOut, bytes.size());
    if (!m_out.empty()) {
        m_out.append(bytes);
        return false;
    }
    while (!bytes.empty()) {
        const IoResult result = m_tls.write(bytes);
        if (result.status == IoStatus::Done) {
            bytes.remove_prefix(result.bytes);
            continue;
        }
        if (result.status != IoStatus::WantWrite) {
            close();
            return false;
        }
        m_out = bytes;
        m_outOffset = 0;
        blockedOnWrite();
        return false;
    }
    return true;
}

/// Goes on with what is left in m_out.
bool Connection::flush()
{
    bool progress = false;
    while (m_outOffset < m_out.size()) {
        const IoResult result = m_tls.write(std::string_view(m_out).substr(m_outOffset));
        if (result.status == IoStatus::Done) {
            m_outOffset += result.bytes;
            progress = true;
            continue;
        }
        if (result.status != IoStatus::WantWrite) {
            close();
            return false;
        }
        if (m_outOffset >= compactAt) {
            m_out.erase(0, m_outOffset);
            m_outOffset = 0;
        }
        if (progress && m_state == State::Streaming)
            setDeadline(m_loop->shared().limits.write);
        waitWritable();
        updateUnsent();
        return false;
    }
    m_out.clear();
    m_outOffset = 0;
    return true;
}

/// A whole answer gets its time at once, at the rate floor, so that a client cannot keep it by reading drop by drop.
void Connection::blockedOnWrite()
{
    const ServerLimits& limits = m_loop->shared().limits;
    if (m_state == State::Sending || m_state == State::Streaming) {
        const std::chrono::seconds earned = m_loop->shared().earned(m_out.size());
        setDeadline(limits.write + (m_state == State::Sending ? earned : std::chrono::seconds(0)));
    }
    waitWritable();
    updateUnsent();
}

void Connection::onFlushed()
{
    if (m_state == State::Sending)
        return m_stream ? beginStream() : responseSent();
    if (m_state != State::Streaming)
        return;
    m_loop->wheel().clearDeadline(*this);
    updateUnsent();
    std::deque<std::function<void(bool)>> waiting;
    waiting.swap(m_stream->waiting);
    bool faulty = false;
    for (const auto& then : waiting)
        faulty = !tellSource(then, true) || faulty;
    if (faulty)
        close(); // a source that has missed its turn sends nothing more
}

bool Connection::tellSource(const std::function<void(bool)>& then, bool ok) noexcept
{
    try {
        if (then)
            then(ok);
        return true;
    } catch (...) {
        m_loop->shared().tellFault();
        return false;
    }
}

void Connection::responseSent()
{
    if (m_closeAfter)
        return endGracefully();
    m_state = State::Head;
    setDeadline(m_loop->shared().idle.load());
    rest();
}

/// The record buffers are kept for a moment: a busy client comes back at once. The loop takes them later.
void Connection::rest()
{
    if (m_warm || m_state != State::Head)
        return;
    m_warm = m_loop->keepWarm(*this);
    if (!m_warm)
        m_tls.releaseBuffers();
}

void Connection::beginStream()
{
    m_state = State::Streaming;
    m_loop->wheel().clearDeadline(*this);
    m_stream->sink = std::make_shared<StreamSink>(m_loop, weak_from_this(), m_loop->shared().limits.streamBuffer);
    try {
        m_stream->source->start(m_stream->sink);
    } catch (...) {
        m_loop->shared().tellFault();
        return close();
    }
    if (m_state == State::Streaming)
        readMeanwhile();
    if (m_state == State::Streaming && m_loop->draining())
        drain();
}

void Connection::streamChunk(const std::string& chunk, const std::function<void(bool)>& then)
{
    contain([&] { sendChunk(chunk, then); });
}

void Connection::sendChunk(const std::string& chunk, const std::function<void(bool)>& then)
{
    if (m_state != State::Streaming) {
        if (then)
            then(false);
        return;
    }
    if (!chunk.empty()) {
        std::string& scratch = m_loop->writeScratch();
        scratch.clear();
        if (!m_envelope.http10)
            appendChunk(chunk, scratch);
        write(m_envelope.http10 ? chunk : scratch);
    }
    if (m_state == State::Closed) {
        if (then)
            then(false);
        return;
    }
    updateUnsent();
    if (!then)
        return;
    if (m_out.size() - m_outOffset > m_loop->shared().limits.streamBuffer / 2)
        m_stream->waiting.push_back(then);
    else
        then(true);
}

void Connection::streamFinish()
{
    contain([this] { finishStream(true); });
}

void Connection::finishStream(bool bySource)
{
    if (m_state != State::Streaming)
        return;
    m_state = State::Sending;
    endStream(bySource);
    if (write(m_envelope.http10 ? std::string_view() : std::string_view("0\r\n\r\n")))
        onFlushed();
    else if (m_state == State::Sending)
        blockedOnWrite();
    if (takesInput())
        resumeInput();
}

/// `complete`: the source itself ended its body. Otherwise it is told.
void Connection::endStream(bool complete)
{
    const std::unique_ptr<OutgoingStream> stream = std::move(m_stream);
    if (!stream)
        return;
    if (stream->sink)
        stream->sink->close();
    for (const auto& then : stream->waiting)
        tellSource(then, complete);
    if (!complete)
        tellSource([&stream](bool) { stream->source->onClosed(); }, false);
}

void Connection::updateUnsent()
{
    if (m_stream && m_stream->sink)
        m_stream->sink->setUnsent(m_out.size() - m_outOffset);
}

} // namespace sallyport::http
