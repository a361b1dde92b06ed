#include "backend/http/server.h"

#include "backend/http/listener.h"
#include "backend/http/loop.h"
#include "backend/http/tls_context.h"

#include <algorithm>
#include <csignal>
#include <mutex>
#include <vector>

namespace sallyport::http {
namespace {

constexpr std::size_t otherFiles = 512; ///< descriptors the rest of the process may need
constexpr unsigned loopsLimit = 64;

const Clock& systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace

struct Server::State {
    IpAddress address;
    std::uint16_t port = 0;
    bool asksClient = false; ///< for a certificate
    std::shared_ptr<SharedState> shared;
    std::vector<std::shared_ptr<Loop>> loops;
    std::mutex stopMutex;
    bool stopped = false;
};

Server::Server(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Server::~Server()
{
    stop(std::chrono::milliseconds(0));
}

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, Handler& handler)
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes with write(2)
    raiseFileLimit(options.limits.connections + otherFiles);

    auto state = std::make_unique<State>();
    const Clock& clock = options.clock != nullptr ? *options.clock : systemClock();
    state->address = options.address;
    state->asksClient = options.asksForClientCertificate;
    state->shared = std::make_shared<SharedState>(options.limits, clock, handler, options.ticketRotation);
    SALLYPORT_ASSIGN(TlsContext tls,
                     makeTlsContext(options.certificate, state->shared->tickets, options.asksForClientCertificate));

    const unsigned count = std::clamp(options.loops, 1u, loopsLimit);
    state->port = options.port;
    if (state->port != 0)
        SALLYPORT_TRY(checkPortFree(options.address, state->port));
    for (unsigned i = 1; i <= count; ++i) {
        SALLYPORT_ASSIGN(Descriptor listener, listenOn(options.address, state->port, count > 1));
        if (state->port == 0)
            state->port = localEnd(listener.get()).port;
        state->loops.push_back(std::make_shared<Loop>(state->shared, std::move(listener), tls, "http-" + std::to_string(i)));
    }
    for (const auto& loop : state->loops)
        loop->start();
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const noexcept
{
    return m_state->port;
}

const IpAddress& Server::address() const noexcept
{
    return m_state->address;
}

void Server::stop(std::chrono::milliseconds deadline)
{
    const std::scoped_lock lock(m_state->stopMutex);
    if (m_state->stopped)
        return;
    m_state->stopped = true;
    const auto until = std::chrono::steady_clock::now() + deadline;
    for (const auto& loop : m_state->loops)
        loop->beginDrain();
    for (const auto& loop : m_state->loops)
        loop->join(until);
}

Result<void> Server::reloadCertificate(ServerCertificate certificate)
{
    SALLYPORT_ASSIGN(TlsContext tls, makeTlsContext(certificate, m_state->shared->tickets, m_state->asksClient));
    for (const auto& loop : m_state->loops)
        loop->setTlsContext(tls);
    return {};
}

void Server::setConnectionLimits(const ConnectionLimits& limits)
{
    raiseFileLimit(limits.connections + otherFiles);
    SharedState& shared = *m_state->shared;
    shared.connections = limits.connections;
    shared.idle = limits.idle;
    shared.header = limits.header;
    shared.rate = limits.rate;
    shared.caps.setPerAddress(limits.perAddress);
    shared.handshakes.setPerAddress(limits.handshakes);
}

ServerStats Server::stats() const
{
    const SharedState& shared = *m_state->shared;
    ServerStats stats;
    stats.openConnections = shared.open.load();
    stats.acceptedConnections = shared.accepted.load();
    stats.refusedConnections = shared.refused.load();
    stats.failedHandshakes = shared.failedHandshakes.load();
    stats.resumedHandshakes = shared.resumedHandshakes.load();
    for (const auto& loop : m_state->loops) {
        const LoopCounters& counters = std::as_const(*loop).counters();
        stats.requests += counters.requests.load(std::memory_order_relaxed);
        stats.rejectedRequests += counters.rejected.load(std::memory_order_relaxed);
        stats.bytesIn += counters.bytesIn.load(std::memory_order_relaxed);
        stats.bytesOut += counters.bytesOut.load(std::memory_order_relaxed);
    }
    return stats;
}

} // namespace sallyport::http
