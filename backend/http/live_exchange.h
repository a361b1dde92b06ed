#pragma once

#include "backend/http/handler.h"

#include <atomic>
#include <string>

namespace sallyport::http {

class Connection;
class Loop;
struct SharedState;

/// The Exchange of a connection: owns the request's bytes and carries the answer to the connection's loop.
class LiveExchange final : public Exchange {
public:
    LiveExchange(std::shared_ptr<Loop> loop, std::shared_ptr<Connection> connection);
    ~LiveExchange() override;
    LiveExchange(const LiveExchange&) = delete;
    LiveExchange& operator=(const LiveExchange&) = delete;

    const Request& request() const noexcept override { return m_request; }
    void respond(Response response) override;
    void takeBody(std::shared_ptr<BodyTaker> taker) override;
    void wait(std::chrono::milliseconds delay, std::function<void(bool here)> then) override;
    void watch(std::function<void()> gone) override;

    /// The connection fills these before it hands the exchange out.
    Request& mutableRequest() noexcept { return m_request; }
    std::string& headBytes() noexcept { return m_head; }
    std::string& bodyBytes() noexcept { return m_body; }
    /// Counts the growth of the body against the server's total. False if that is exhausted.
    bool accountBody();
    /// From now on the handler owes an answer.
    void handOut();

private:
    std::shared_ptr<Loop> m_loop;
    std::shared_ptr<Connection> m_connection;
    std::shared_ptr<SharedState> m_shared;
    std::string m_head;
    std::string m_body;
    std::uint64_t m_accounted = 0;
    Request m_request;
    std::atomic<bool> m_answered{true}; ///< nothing is owed yet
};

} // namespace sallyport::http
