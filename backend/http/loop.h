#pragma once

#include "backend/http/listener.h"
#include "backend/http/shared_state.h"
#include "backend/http/timer_wheel.h"
#include "backend/http/tls_context.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

namespace sallyport::http {

class Connection;

/// One epoll loop with its thread, its listening socket and its connections. Everything but post(), start(),
/// beginDrain(), join() and counters() belongs to the loop's thread.
class Loop : public std::enable_shared_from_this<Loop> {
public:
    Loop(std::shared_ptr<SharedState> shared, Descriptor listener, TlsContext tls, std::string threadName);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start();
    /// Runs `task` on the loop's thread. Dropped once the loop has ended.
    void post(std::function<void()> task);
    /// No new connections; what is running may finish. From any thread.
    void beginDrain();
    /// Waits for the drain until `until`, then closes everything and joins the thread. Call once, from another thread.
    void join(std::chrono::steady_clock::time_point until);
    void setTlsContext(TlsContext tls);
    const LoopCounters& counters() const noexcept { return m_counters; }

    bool isCurrent() const noexcept;
    bool draining() const noexcept { return m_draining; }
    boost::asio::io_context& context() noexcept { return *m_context; }
    SharedState& shared() noexcept { return *m_shared; }
    LoopCounters& counters() noexcept { return m_counters; }
    TimerWheel& wheel() noexcept { return m_wheel; }
    std::span<char> readScratch() noexcept { return m_readScratch; }
    std::string& writeScratch() noexcept { return m_writeScratch; }
    /// The Date field's value, made once a second.
    const std::string& date();

    void remove(Connection& connection);
    /// Tells whether a connection may keep its record buffers; tick() takes them once it rests. False if too many do.
    bool keepWarm(Connection& connection);
    std::shared_ptr<SharedState> sharedPointer() const noexcept { return m_shared; }

private:
    void run();
    void waitForConnections() noexcept;
    void acceptMany();
    enum class Accepted : std::uint8_t { One, None, Paused };
    Accepted acceptOne();
    void makePlaces();
    void adopt(int descriptor, const PeerAddress& peer);
    bool enter(const PeerAddress& peer);
    void closeStalling(std::chrono::steady_clock::time_point now);
    void giveMemoryBack();
    void resumeAccepting();
    void armTick();
    void tick();
    void releaseResting(std::chrono::steady_clock::time_point now);
    void drain();
    void closeAll();
    void endIfDrained();

    std::shared_ptr<SharedState> m_shared;
    std::mutex m_postMutex;
    std::unique_ptr<boost::asio::io_context> m_context; ///< null once the loop has ended, guarded by m_postMutex
    std::optional<boost::asio::posix::stream_descriptor> m_listener;
    std::optional<boost::asio::steady_timer> m_timer;
    TlsContext m_tls;
    const std::string m_threadName;
    const std::chrono::steady_clock::duration m_tick;
    TimerWheel m_wheel;
    LoopCounters m_counters;
    std::unordered_map<Connection*, std::shared_ptr<Connection>> m_connections;
    std::unordered_map<IpAddress, std::vector<Connection*>> m_byAddress; ///< of those that count by address
    std::size_t m_places = 64;                                           ///< connections from which on makePlaces is asked
    std::vector<std::weak_ptr<Connection>> m_warm;
    std::chrono::steady_clock::time_point m_lastRelease;
    std::vector<char> m_readScratch;
    std::string m_writeScratch;
    std::string m_date;
    std::int64_t m_dateSecond = -1;
    bool m_acceptPaused = false;
    bool m_tickArmed = false;
    bool m_draining = false;
    std::thread m_thread;
    std::mutex m_endMutex;
    std::condition_variable m_ended;
    bool m_hasEnded = false;
};

} // namespace sallyport::http
