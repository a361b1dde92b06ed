#include "backend/http/stream_sink.h"

#include "backend/http/connection.h"
#include "backend/http/loop.h"

namespace sallyport::http {

StreamSink::StreamSink(std::shared_ptr<Loop> loop, std::weak_ptr<Connection> connection, std::size_t limit)
    : m_loop(std::move(loop)), m_connection(std::move(connection)), m_limit(limit)
{
}

bool StreamSink::write(std::string chunk, std::function<void(bool ok)> then)
{
    const std::size_t size = chunk.size();
    const std::size_t before = m_posted.fetch_add(size) + m_unsent.load();
    // Below half of the limit (what `then` waits for) a chunk is taken however large it is: else it could never be sent.
    if (!m_open.load() || (before > m_limit / 2 && before + size > m_limit)) {
        m_posted.fetch_sub(size);
        return false;
    }
    m_loop->post([self = shared_from_this(), chunk = std::move(chunk), then = std::move(then)] {
        self->m_posted.fetch_sub(chunk.size());
        const auto connection = self->m_connection.lock();
        if (connection && self->m_open.load())
            connection->streamChunk(chunk, then);
        else if (then)
            then(false);
    });
    return true;
}

void StreamSink::finish()
{
    m_loop->post([self = shared_from_this()] {
        const auto connection = self->m_connection.lock();
        if (connection && self->m_open.load())
            connection->streamFinish();
    });
}

void StreamSink::abort()
{
    m_loop->post([self = shared_from_this()] {
        const auto connection = self->m_connection.lock();
        if (connection && self->m_open.load())
            connection->close();
    });
}

} // namespace sallyport::http
