#pragma once

#include "backend/http/response.h"

#include <atomic>

namespace sallyport::http {

class Connection;
class Loop;

/// The BodySink of a connection. Every call is posted to the loop, so that it can come from any thread and never
/// recurses.
class StreamSink final : public BodySink, public std::enable_shared_from_this<StreamSink> {
public:
    StreamSink(std::shared_ptr<Loop> loop, std::weak_ptr<Connection> connection, std::size_t limit);

    bool write(std::string chunk, std::function<void(bool ok)> then) override;
    void finish() override;
    void abort() override;
    std::size_t buffered() const override { return m_posted.load() + m_unsent.load(); }

    /// For the connection, on the loop thread.
    void setUnsent(std::size_t bytes) noexcept { m_unsent.store(bytes); }
    void close() noexcept { m_open.store(false); }

private:
    std::shared_ptr<Loop> m_loop;
    std::weak_ptr<Connection> m_connection;
    const std::size_t m_limit;
    std::atomic<std::size_t> m_posted{0}; ///< on the way to the loop
    std::atomic<std::size_t> m_unsent{0}; ///< with the connection
    std::atomic<bool> m_open{true};
};

} // namespace sallyport::http
