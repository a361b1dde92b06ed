#include "backend/vault/embedded_server.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/vault/about_file.h"

#include <algorithm>
#include <thread>

namespace sallyport {
namespace {

using State = ServerStatus::State;

constexpr std::chrono::seconds drain{5}; // running requests may take this long when the server stops

std::string urlOf(const IpAddress& address, std::uint16_t port)
{
    const std::string host = address.isV4() ? address.text() : "[" + address.text() + "]";
    return "https://" + host + ":" + std::to_string(port);
}

audit::Event serverEvent(const access::Actor& actor, std::string_view kind, const std::string& url,
                         audit::Outcome outcome = audit::Outcome::Success)
{
    audit::Event event = access::eventBy(actor, kind, outcome);
    event.object = {"server", "", url};
    return event;
}

} // namespace

EmbeddedServer::EmbeddedServer(Parts parts) : m_parts(std::move(parts))
{
    m_status.url = configuredUrl();
    if (const auto certificate = m_parts.certificates.load()) {
        m_status.fingerprint = certificate->fingerprint;
        m_status.certificateExpiresAt = certificate->expiresAt;
    }
    m_onSettings = m_parts.settings.onChange([this](const auto&) { applyLimits(); });
}

EmbeddedServer::~EmbeddedServer()
{
    m_onSettings.reset();
    const std::lock_guard command(m_command);
    std::shared_ptr<http::Server> server;
    {
        const std::lock_guard lock(m_mutex);
        server.swap(m_server);
    }
    if (server)
        server->stop(std::chrono::milliseconds(0));
}

ListenOverride EmbeddedServer::wanted() const
{
    const auto values = m_parts.settings.values();
    ListenOverride listen{values->serverAddress, values->serverPort, values->serverThreads};
    if (m_parts.listen && !m_parts.listen->address.empty()) {
        listen.address = m_parts.listen->address;
        listen.port = m_parts.listen->port;
    }
    if (m_parts.listen && m_parts.listen->threads > 0)
        listen.threads = m_parts.listen->threads;
    return listen;
}

std::string EmbeddedServer::configuredUrl() const
{
    const ListenOverride listen = wanted();
    const auto address = IpAddress::parse(listen.address);
    return urlOf(address ? *address : IpAddress(), listen.port);
}

// A vault that was just made gets its address after it was opened.
void EmbeddedServer::showConfigured()
{
    const std::string url = configuredUrl();
    const std::lock_guard lock(m_mutex);
    if (!m_server)
        m_status.url = url;
}

void EmbeddedServer::applyLimits()
{
    std::shared_ptr<http::Server> server;
    {
        const std::lock_guard lock(m_mutex);
        server = m_server;
    }
    const auto values = m_parts.settings.values();
    if (!server)
        showConfigured();
    else
        server->setConnectionLimits({.connections = values->connectionsTotal,
                                     .perAddress = values->connectionsPerAddress,
                                     .handshakes = values->connectionsHandshakes,
                                     .idle = values->connectionsIdle,
                                     .header = values->connectionsHeadTime,
                                     .rate = values->connectionsMinRate});
}

void EmbeddedServer::setStatus(State state, const Error* problem)
{
    const std::lock_guard lock(m_mutex);
    m_status.state = state;
    m_status.problem = problem != nullptr ? problem->detail : std::string();
    m_status.problemCode = problem != nullptr ? problem->code : ErrorCode::Internal;
}

Result<http::ServerOptions> EmbeddedServer::options(const ListenOverride& listen, StoredCertificate certificate) const
{
    const auto values = m_parts.settings.values();
    http::ServerOptions options;
    const auto address = IpAddress::parse(listen.address);
    if (!address)
        return makeError(ErrorCode::AddressNotAllowed, "The server's address is no IP address");
    options.address = *address;
    options.port = listen.port;
    options.loops = std::clamp<unsigned>(listen.threads > 0 ? listen.threads : std::thread::hardware_concurrency(), 1, 64);
    options.limits.connections = values->connectionsTotal;
    options.limits.connectionsPerAddress = values->connectionsPerAddress;
    options.limits.handshakesPerAddress = values->connectionsHandshakes;
    options.limits.idle = values->connectionsIdle;
    options.limits.header = values->connectionsHeadTime;
    options.limits.bodyRate = values->connectionsMinRate;
    options.certificate = {std::move(certificate.chainPem), std::move(certificate.keyPem)};
    options.asksForClientCertificate = values->serverClientCertificates;
    options.clock = &m_parts.clock;
    return options;
}

Result<void> EmbeddedServer::start(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::ServerControl));
    const std::lock_guard command(m_command);
    if (m_handler == nullptr)
        return makeError(ErrorCode::Unavailable, "The server has no routes yet");
    if (status().state == State::Running)
        return makeError(ErrorCode::Conflict, "The server runs already");
    setStatus(State::Starting);
    Result<void> started = tryStart(actor);
    if (started)
        return started;
    const Error problem = started.error();
    setStatus(State::Failed, &problem);
    recordFailure(actor, audit::kind::serverFailed, configuredUrl(), problem);
    return started;
}

void EmbeddedServer::recordFailure(const access::Actor& actor, std::string_view kind, const std::string& url,
                                   const Error& problem)
{
    audit::Event event = serverEvent(actor, kind, url, audit::Outcome::Failure);
    event.reason = errorWord(problem.code);
    event.detailsJson = audit::Details().text("detail", problem.detail).json();
    (void) m_parts.journal.record(std::move(event));
}

Result<StoredCertificate> EmbeddedServer::presentable(std::chrono::microseconds ahead)
{
    const auto address = IpAddress::parse(wanted().address);
    return m_parts.certificates.loadOrMake(address ? *address : IpAddress::v4(0x7F000001), knownTime(), ahead);
}

KnownTime EmbeddedServer::knownTime() const
{
    return {.believed = m_parts.seenTime.believed(), .passed = m_parts.seenTime.passed()};
}

Result<void> EmbeddedServer::recordMade(const access::Actor& actor, const StoredCertificate& certificate)
{
    if (!certificate.created)
        return {};
    audit::Event event = serverEvent(actor, audit::kind::certificateCreated, {});
    event.detailsJson = audit::Details().text("fingerprint", certificate.fingerprint).json();
    return m_parts.journal.record(std::move(event));
}

Result<void> EmbeddedServer::tryStart(const access::Actor& actor)
{
    SALLYPORT_TRY(m_parts.identity.ready());
    SALLYPORT_ASSIGN(StoredCertificate certificate, presentable());
    const std::string fingerprint = certificate.fingerprint;
    SALLYPORT_TRY(recordMade(actor, certificate));
    m_parts.limiter.setLimits(*m_parts.settings.values());
    SALLYPORT_TRY(listenAt(wanted(), std::move(certificate)));
    const std::string url = status().url;
    // Known before anybody can sign in: tokens name this issuer.
    m_parts.identity.setIssuer(url);
    noteUrl(url);
    audit::Event event = serverEvent(actor, audit::kind::serverStarted, url);
    event.detailsJson = audit::Details().text("url", url).text("fingerprint", fingerprint).json();
    return m_parts.journal.record(std::move(event));
}

Result<std::shared_ptr<http::Server>> EmbeddedServer::listenAt(const ListenOverride& listen, StoredCertificate certificate)
{
    const std::string fingerprint = certificate.fingerprint;
    const UtcTime expires = certificate.expiresAt;
    SALLYPORT_ASSIGN(http::ServerOptions chosen, options(listen, std::move(certificate)));
    SALLYPORT_ASSIGN(std::shared_ptr<http::Server> server, http::Server::start(std::move(chosen), *m_handler));
    {
        const std::lock_guard lock(m_mutex);
        m_status.state = State::Running;
        m_status.url = urlOf(server->address(), server->port());
        m_status.fingerprint = fingerprint;
        m_status.certificateExpiresAt = expires;
        m_status.startedAt = m_parts.clock.now();
        m_status.problem.clear();
        m_listens = listen;
        if (listen.port == 0)
            m_chosen = {listen.address, server->port(), 0};
        m_server.swap(server);
    }
    applyLimits(); // changed while it started
    return server;
}

void EmbeddedServer::noteUrl(const std::string& url)
{
    AboutFile about = readAbout(m_parts.dataDirectory);
    about.url = url;
    (void) writeAbout(m_parts.dataDirectory, about); // only the unlock screen misses it
}

Result<void> EmbeddedServer::moveToSettings()
{
    const std::lock_guard command(m_command);
    ListenOverride to = wanted(), from;
    std::shared_ptr<http::Server> running;
    std::string before;
    {
        const std::lock_guard lock(m_mutex);
        from = m_listens;
        running = m_server;
        before = m_status.url;
        if (to.port == 0 && (to.address != from.address || from.port != 0) && to.address == m_chosen.address)
            to.port = m_chosen.port;
    }
    if (!running) {
        showConfigured();
        return {};
    }
    if (to.address == from.address && to.port == from.port)
        return {};
    const access::Actor system = access::Actor::system();
    SALLYPORT_ASSIGN(StoredCertificate certificate, presentable());
    SALLYPORT_TRY(recordMade(system, certificate));
    // The same port of another address may be one that the two can't have at once: then the old place is left first.
    const bool samePort = to.port != 0 && to.port == running->port();
    if (samePort)
        running->stop(drain);
    auto moved = listenAt(to, std::move(certificate));
    if (!moved && samePort) {
        ListenOverride back = from;
        back.port = running->port();
        auto again = presentable();
        if (!again || !listenAt(back, std::move(*again))) {
            const Error problem = moved.error();
            setStatus(State::Failed, &problem);
        }
    }
    if (!moved) {
        recordFailure(system, audit::kind::serverFailed, configuredUrl(), moved.error());
        return moved.error();
    }
    if (!samePort)
        (*moved)->stop(drain);
    const std::string url = status().url;
    noteUrl(url);
    audit::Event event = serverEvent(system, audit::kind::serverMoved, url);
    event.detailsJson = audit::Details().text("url", url).text("before", before).json();
    return m_parts.journal.record(std::move(event));
}

void EmbeddedServer::stopNow(const access::Actor& actor)
{
    std::shared_ptr<http::Server> server;
    {
        const std::lock_guard lock(m_mutex);
        server.swap(m_server);
        m_status.state = server ? State::Stopping : m_status.state;
    }
    if (!server)
        return;
    const std::string url = urlOf(server->address(), server->port());
    server->stop(drain);
    server.reset();
    {
        const std::lock_guard lock(m_mutex);
        m_status.state = State::Stopped;
        m_status.url = configuredUrl();
        m_status.startedAt = {};
    }
    (void) m_parts.journal.record(serverEvent(actor, audit::kind::serverStopped, url));
}

Result<void> EmbeddedServer::stop(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::ServerControl));
    const std::lock_guard command(m_command);
    stopNow(actor);
    setStatus(State::Stopped);
    return {};
}

void EmbeddedServer::shutDown()
{
    const std::lock_guard command(m_command);
    stopNow(access::Actor::system());
}

ServerStatus EmbeddedServer::status() const
{
    std::shared_ptr<http::Server> server;
    ServerStatus status;
    {
        const std::lock_guard lock(m_mutex);
        status = m_status;
        server = m_server;
    }
    if (server)
        status.connections = static_cast<std::uint32_t>(server->stats().openConnections);
    status.requestsPerSecond = m_parts.traffic.requestsPerSecond();
    return status;
}

http::ServerStats EmbeddedServer::transportStats() const
{
    std::shared_ptr<http::Server> server;
    {
        const std::lock_guard lock(m_mutex);
        server = m_server;
    }
    return server ? server->stats() : http::ServerStats();
}

Result<void> EmbeddedServer::reload(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::ServerControl));
    const std::lock_guard command(m_command);
    SALLYPORT_TRY(m_parts.settings.reload());
    m_parts.limiter.setLimits(*m_parts.settings.values());
    std::shared_ptr<http::Server> server;
    {
        const std::lock_guard lock(m_mutex);
        server = m_server;
    }
    if (!server) {
        const std::lock_guard lock(m_mutex);
        m_status.url = configuredUrl();
        return {};
    }
    const Result<void> reloaded = reloadCertificate(*server, actor);
    if (!reloaded)
        recordFailure(actor, audit::kind::reloadFailed, status().url, reloaded.error());
    return reloaded;
}

Result<void> EmbeddedServer::renewCertificate()
{
    const std::lock_guard command(m_command);
    std::shared_ptr<http::Server> server;
    {
        const std::lock_guard lock(m_mutex);
        server = m_server;
    }
    if (!server || !m_parts.certificates.isDue(knownTime(), certificateRenewedAhead))
        return {};
    return reloadCertificate(*server, access::Actor::system(), certificateRenewedAhead);
}

Result<void> EmbeddedServer::followCertificate()
{
    const std::lock_guard command(m_command);
    std::shared_ptr<http::Server> server;
    std::string shown;
    {
        const std::lock_guard lock(m_mutex);
        server = m_server;
        shown = m_status.fingerprint;
    }
    if (!server) {
        if (const auto now = m_parts.certificates.load()) {
            const std::lock_guard lock(m_mutex);
            m_status.fingerprint = now->fingerprint;
            m_status.certificateExpiresAt = now->expiresAt;
        }
        return {};
    }
    SALLYPORT_ASSIGN(StoredCertificate certificate, presentable());
    if (certificate.fingerprint == shown)
        return {};
    SALLYPORT_TRY(recordMade(access::Actor::system(), certificate));
    SALLYPORT_TRY(showCertificate(*server, std::move(certificate)));
    return {};
}

Result<std::string> EmbeddedServer::showCertificate(http::Server& server, StoredCertificate certificate)
{
    SALLYPORT_TRY(server.reloadCertificate({std::move(certificate.chainPem), std::move(certificate.keyPem)}));
    const std::lock_guard lock(m_mutex);
    m_status.certificateExpiresAt = certificate.expiresAt;
    return std::exchange(m_status.fingerprint, std::move(certificate.fingerprint));
}

Result<void> EmbeddedServer::reloadCertificate(http::Server& server, const access::Actor& actor, std::chrono::microseconds ahead)
{
    SALLYPORT_ASSIGN(StoredCertificate certificate, presentable(ahead));
    SALLYPORT_TRY(recordMade(actor, certificate));
    const std::string fingerprint = certificate.fingerprint;
    SALLYPORT_ASSIGN(const std::string before, showCertificate(server, std::move(certificate)));
    if (before == fingerprint)
        return {};
    audit::Event event = serverEvent(actor, audit::kind::certificateChanged, status().url);
    event.detailsJson = audit::Details().text("fingerprint", fingerprint).text("before", before).json();
    return m_parts.journal.record(std::move(event));
}

} // namespace sallyport
