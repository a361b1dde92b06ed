#include "ui/console/console.h"

#include "backend/base/thread_pool.h"

#include <atomic>
#include <string>

using namespace std::chrono_literals;

namespace sallyport::ui {

namespace {

constexpr int workThreads = 3;
constexpr auto statusInterval = 1s;
constexpr std::chrono::milliseconds feedInterval = 100ms; // at most ten deliveries a second

} // namespace

Console::Console(QObject* parent)
    : QObject(parent), m_settingsBell(m_answers.bell([this] {
          if (m_vault)
              Q_EMIT settingsChanged();
      })),
      m_feedBell(m_answers.bell([this] { wake(); })), m_closedBell(m_answers.bell([this] { Q_EMIT closed(); })),
      m_actor(std::make_shared<const access::Actor>()), m_ring(std::make_shared<EventRing>())
{
    m_pool.setMaxThreadCount(workThreads);
    m_vaultPool.setMaxThreadCount(1);
    m_statusTimer.setInterval(statusInterval);
    connect(&m_statusTimer, &QTimer::timeout, this, &Console::refreshServerStatus);
    m_feedTimer.setSingleShot(true);
    connect(&m_feedTimer, &QTimer::timeout, this, &Console::flushEvents);
}

Console::~Console()
{
    lock();
    m_pool.waitForDone();
    m_vaultPool.waitForDone();
    m_answers.close();
}

void Console::nameWorker()
{
    static std::atomic<int> next = 1;
    thread_local const bool named = [] {
        setThreadName("work-" + std::to_string(next++));
        return true;
    }();
    static_cast<void>(named);
}

Console::State Console::state() const
{
    if (!m_vault)
        return State::Locked;
    return m_actor->kind == access::Actor::Kind::Anonymous ? State::SignedOut : State::SignedIn;
}

bool Console::holdsAllOf(const std::vector<std::string>& roles) const
{
    Backend* const backend = m_vault ? m_vault->backend() : nullptr;
    return backend != nullptr && m_actor->permissions.covers(backend->services().roles.permissionsOf(roles));
}

std::shared_ptr<const settings::Values> Console::settings() const
{
    if (m_vault && m_vault->backend())
        return m_vault->backend()->services().settings.values();
    static const auto defaults = std::make_shared<const settings::Values>();
    return defaults;
}

QString Console::vaultName() const
{
    return m_vault && m_vault->backend() ? QString::fromStdString(m_vault->backend()->vaultName()) : QString();
}

const Clock* Console::clock() const
{
    return m_vault && m_vault->backend() ? &m_vault->backend()->services().clock : nullptr;
}

const protection::Traffic* Console::traffic() const
{
    return m_vault && m_vault->backend() ? &m_vault->backend()->services().traffic : nullptr;
}

void Console::open(QObject* context, std::function<Result<OpenedVault>()> opener, std::function<void(Result<void>)> done)
{
    auto slip = m_answers.expect<Result<OpenedVault>>(
        this, [this, context = QPointer<QObject>(context), done = std::move(done)](Result<OpenedVault> opened) {
            Result<void> outcome;
            if (opened)
                adopt(std::move(*opened));
            else
                outcome = std::move(opened).error();
            if (context)
                done(std::move(outcome));
        });
    m_vaultPool.start([slip = std::move(slip), opener = std::move(opener)] {
        setThreadName("vault-1");
        slip.answer(containedCall<Result<OpenedVault>>({}, opener));
    });
}

void Console::adopt(OpenedVault opened)
{
    if (m_vault)
        lock();
    m_vault = std::make_shared<OpenVault>(std::move(opened.backend));
    m_actor = std::make_shared<const access::Actor>();
    m_status = {};
    m_statusAsked = false;
    m_statusTimer.start();
    m_vault->keep(OpenVault::Feed::Settings,
                  m_vault->backend()->services().settings.onChange([bell = m_settingsBell](auto) { bell.ring(); }));
    refreshServerStatus();
    Q_EMIT unlocked();
    if (opened.actor)
        signIn(std::move(*opened.actor));
}

void Console::signIn(access::Actor actor)
{
    if (!m_vault)
        return;
    m_actor = std::make_shared<const access::Actor>(std::move(actor));
    subscribe();
    Q_EMIT operatorChanged();
    run(
        this,
        [](Backend& backend, const access::Actor& who) {
            backend.noteOpenedBy(who.name);
            return true;
        },
        [](const Result<bool>&) {});
}

void Console::signOut()
{
    if (state() != State::SignedIn)
        return;
    m_vault->keep(OpenVault::Feed::Events, {});
    m_feedTimer.stop();
    m_ring->clear();
    run(
        this, [](Services& services, const access::Actor& who) { return services.signIn.operatorSignOut(who); },
        [](const Result<void>&) {});
    m_actor = std::make_shared<const access::Actor>();
    Q_EMIT operatorChanged();
}

void Console::readAbout(QObject* context, std::function<void(const Result<VaultAbout>&)> done)
{
    run(
        context, [](Backend& backend, const access::Actor& who) { return backend.about(who); }, std::move(done));
}

void Console::changePassphrase(QObject* context, SecretBytes current, SecretBytes next, std::function<void(Result<void>)> done)
{
    run(
        context,
        [current = std::move(current), next = std::move(next)](Backend& backend, const access::Actor& who) {
            return backend.changePassphrase(who, current, next);
        },
        std::move(done));
}

void Console::lock()
{
    if (!m_vault)
        return;
    auto vault = std::move(m_vault);
    m_vault.reset();
    auto actor = std::exchange(m_actor, std::make_shared<const access::Actor>());
    m_statusTimer.stop();
    m_feedTimer.stop();
    m_ring->clear();
    m_ring = std::make_shared<EventRing>();
    m_failingUpkeep.clear();
    m_status.state = ServerStatus::State::Stopped;
    m_status.connections = 0;
    m_status.requestsPerSecond = 0;
    Q_EMIT locked();
    Q_EMIT serverStatusChanged(m_status);
    m_vaultPool.start([bell = m_closedBell, vault = std::move(vault), actor = std::move(actor)] {
        setThreadName("vault-1");
        if (actor->kind != access::Actor::Kind::Anonymous) {
            auto signOut = [](Services& services, const access::Actor& who) { return services.signIn.operatorSignOut(who); };
            // Its failure must not keep the vault open: closing ends the session anyway.
            static_cast<void>(vault->run(*actor, signOut));
        }
        contained({}, {}, [&] { vault->close(); });
        bell.ring();
    });
}

void Console::startServer()
{
    run(
        this, [](Services& services, const access::Actor& who) { return services.server.start(who); },
        [this](const Result<void>& result) {
            if (!result && result.error().code != ErrorCode::Cancelled)
                Q_EMIT serverCommandFailed(result.error());
            refreshServerStatus();
        });
}

void Console::stopServer()
{
    run(
        this, [](Services& services, const access::Actor& who) { return services.server.stop(who); },
        [this](const Result<void>& result) {
            if (!result && result.error().code != ErrorCode::Cancelled)
                Q_EMIT serverCommandFailed(result.error());
            refreshServerStatus();
        });
}

std::optional<Error> Console::askerGone(const std::shared_ptr<OpenVault>& vault, const access::Actor& asked) const
{
    if (vault && vault != m_vault)
        return Error(ErrorCode::Cancelled, "the vault was locked");
    // What was asked in an operator's name is not shown to the next one.
    const bool same = m_actor->kind == asked.kind && m_actor->id == asked.id && m_actor->session == asked.session;
    if (asked.kind == access::Actor::Kind::Operator && !same)
        return Error(ErrorCode::Cancelled, "the operator has signed out");
    return {};
}

void Console::notice(const Error& error)
{
    // Whoever asked says the error; here it only means that the session should be looked at now, not at the next second.
    if (error.code == ErrorCode::TokenInvalid && state() == State::SignedIn)
        refreshServerStatus();
}

void Console::endSession()
{
    signOut();
    Q_EMIT sessionEnded();
}

void Console::refreshServerStatus()
{
    struct Pulse {
        ServerStatus status;
        bool over = false;
        access::Actor who; ///< the operator as they are now
        std::vector<audit::DutyState> failingUpkeep;
    };
    if (!m_vault || m_statusAsked)
        return;
    m_statusAsked = true;
    run(
        this,
        [](Services& services, const access::Actor& who) {
            const bool signedIn = who.kind != access::Actor::Kind::Anonymous;
            return Pulse{services.server.status(), signedIn && !services.signIn.operatorSession(who), who,
                         services.upkeep.failing()};
        },
        [this, asked = m_actor](Result<Pulse> pulse) {
            m_statusAsked = false;
            if (!pulse) {
                // Nothing is done for one whose session is over, not even this.
                if (pulse.error().code == ErrorCode::TokenInvalid && asked == m_actor)
                    endSession();
                return;
            }
            m_status = std::move(pulse->status);
            m_failingUpkeep = std::move(pulse->failingUpkeep);
            Q_EMIT serverStatusChanged(m_status);
            if (pulse->over && asked == m_actor)
                return endSession();
            const bool changed = pulse->who.permissions != asked->permissions || pulse->who.roles != asked->roles;
            // A right to listen that came, or that went and came back before anybody looked.
            const bool deaf = m_ring->ended() || !asked->permissions.has(access::Permission::EventsRead);
            const bool hears = deaf && pulse->who.permissions.has(access::Permission::EventsRead);
            if ((changed || hears) && asked == m_actor && !asked->enrolmentOnly) {
                m_actor = std::make_shared<const access::Actor>(std::move(pulse->who));
                if (hears)
                    subscribe();
                Q_EMIT operatorChanged();
                Q_EMIT permissionsChanged();
            }
        });
}

void Console::subscribe()
{
    m_ring = std::make_shared<EventRing>();
    auto listener = [bell = m_feedBell, ring = m_ring](const std::vector<audit::Event>& events) {
        if (ring->push(events))
            bell.ring();
    };
    run(
        this,
        [listener = std::move(listener), ring = m_ring, vault = m_vault](Services& services,
                                                                         const access::Actor& who) -> Result<bool> {
            SALLYPORT_ASSIGN(auto subscription, services.events.subscribe(who, listener, [ring] { ring->end(); }));
            vault->keep(OpenVault::Feed::Events, std::move(subscription));
            return true;
        },
        [](const Result<bool>&) {}); // without events:read the feed stays quiet; the panel says so when it lists
}

void Console::wake()
{
    if (!m_vault || m_feedTimer.isActive())
        return;
    const auto since = m_sinceFlush.isValid() ? m_sinceFlush.elapsed() : feedInterval.count();
    if (since >= feedInterval.count())
        flushEvents();
    else
        m_feedTimer.start(static_cast<int>(feedInterval.count() - since));
}

void Console::flushEvents()
{
    m_sinceFlush.start();
    // What waited here since the writer was asked is asked for once more before it is shown.
    Backend* const backend = m_vault ? m_vault->backend() : nullptr;
    if (backend == nullptr || !backend->services().events.mayListen(*m_actor))
        return m_ring->end();
    auto batch = m_ring->take();
    if (!batch.events.empty() || batch.dropped > 0)
        Q_EMIT eventsArrived(batch.events, batch.dropped);
}

} // namespace sallyport::ui
