#include "backend/http/live_exchange.h"

#include "backend/http/connection.h"
#include "backend/http/loop.h"

namespace sallyport::http {

LiveExchange::LiveExchange(std::shared_ptr<Loop> loop, std::shared_ptr<Connection> connection)
    : m_loop(std::move(loop)), m_connection(std::move(connection)), m_shared(m_loop->sharedPointer())
{
}

LiveExchange::~LiveExchange()
{
    if (m_accounted > 0)
        m_shared->bufferedBodies.fetch_sub(m_accounted, std::memory_order_relaxed);
    if (m_answered.exchange(true))
        return;
    contained([this](const Fault& fault) { m_shared->handler.onFault(fault); }, "http",
              [this] {
                  if (m_loop->isCurrent())
                      m_connection->failRequest();
                  else
                      m_loop->post([connection = m_connection] { connection->failRequest(); });
              });
}

void LiveExchange::respond(Response response)
{
    if (m_answered.exchange(true))
        return;
    if (m_loop->isCurrent()) {
        m_connection->respond(std::move(response));
        return;
    }
    try {
        // std::function wants to be copyable
        auto carried = std::make_shared<Response>(std::move(response));
        m_loop->post([connection = m_connection, carried] { connection->respond(std::move(*carried)); });
    } catch (...) {
        m_answered.store(false); // nothing was sent: the answer is owed still
        throw;
    }
}

void LiveExchange::takeBody(std::shared_ptr<BodyTaker> taker)
{
    if (m_loop->isCurrent())
        m_connection->takeBody(taker);
    else
        m_loop->post([connection = m_connection, taker = std::move(taker)] { connection->takeBody(taker); });
}

void LiveExchange::wait(std::chrono::milliseconds delay, std::function<void(bool here)> then)
{
    m_connection->wait(delay, std::move(then));
}

void LiveExchange::watch(std::function<void()> gone)
{
    // Never at once: on the loop's thread the request may still be on its way through the connection. Before the answer in any
    // case, which comes to the loop behind it.
    m_loop->post([connection = m_connection, gone = std::move(gone)] { connection->watch(gone); });
}

bool LiveExchange::accountBody()
{
    const std::uint64_t grown = m_body.size() - m_accounted;
    m_accounted = m_body.size();
    const std::uint64_t before = m_shared->bufferedBodies.fetch_add(grown, std::memory_order_relaxed);
    return before + grown <= m_shared->limits.bufferedBodies;
}

void LiveExchange::handOut()
{
    m_request.body = m_body;
    m_answered.store(false);
}

} // namespace sallyport::http
