#include "backend/http/clear_text.h"
#include "backend/http/connection.h"

#include <sys/socket.h>

#include <cerrno>

namespace sallyport::http {

/// Looks at the first byte and leaves it where it is. False if there is none.
bool Connection::beginsInClearText()
{
    char first = 0;
    m_begun = ::recv(m_socket->native_handle(), &first, 1, MSG_PEEK) == 1;
    return m_begun && mayBeginRequest(first);
}

/// Until the first line has come, or what can't become one. Handshake's deadline holds.
void Connection::readClearText()
{
    const std::span<char> scratch = m_loop->readScratch();
    const ssize_t got = ::recv(m_socket->native_handle(), scratch.data(), scratch.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return waitReadable();
    if (got <= 0)
        return handshakeFailed("closed_by_peer");
    m_carry.append(scratch.data(), static_cast<std::size_t>(got));
    switch (readFirstLine(m_carry, m_loop->shared().limits.requestLineBytes)) {
    case FirstLine::NeedMore: return waitReadable();
    case FirstLine::Request: return answerInClearText(false);
    case FirstLine::HeadRequest: return answerInClearText(true);
    case FirstLine::NoRequest: return handshakeFailed("malformed");
    }
}

/// Nothing is served and nothing of the request is looked at but its first line. A socket that was just opened has room for
/// the answer; whoever leaves none goes without.
void Connection::answerInClearText(bool head)
{
    m_loop->shared().failedHandshakes.fetch_add(1, std::memory_order_relaxed);
    const TransportError error{400, "https_required", "cleartext_http", m_peer.address, m_peer.port, m_id, nullptr};
    Response answer(error.status);
    try {
        answer = m_loop->shared().handler.clearTextResponse(error);
    } catch (...) {
        m_loop->shared().tellFault();
    }
    std::string& scratch = m_loop->writeScratch();
    scratch.clear();
    serialize(answer, {.head = head, .http10 = false, .close = true}, m_loop->date(), scratch);
    const ssize_t sent = ::send(m_socket->native_handle(), scratch.data(), scratch.size(), MSG_NOSIGNAL);
    if (sent > 0)
        add(m_loop->counters().bytesOut, static_cast<std::uint64_t>(sent));
    endGracefully();
}

} // namespace sallyport::http
