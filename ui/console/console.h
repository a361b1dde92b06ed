#pragma once

#include "ui/console/event_ring.h"
#include "ui/console/open_vault.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace sallyport::ui {

/// What opening or creating a vault gives.
struct OpenedVault {
    std::unique_ptr<Backend> backend;
    std::optional<access::Actor> actor; ///< a vault that was just made comes with its administrator signed in
};

/// The window's one way to the services. Owns the work pool and the open Backend (none while locked); runs every call
/// on a worker and brings the answer back to the GUI thread. Lives on the GUI thread; never waits on it, except in the
/// destructor, which runs when the program ends.
class Console final : public QObject {
    Q_OBJECT

public:
    enum class State { Locked, SignedOut, SignedIn };

    explicit Console(QObject* parent = nullptr);
    ~Console() override;

    State state() const;
    /// Who works at the console; an anonymous actor until somebody has signed in.
    const access::Actor& actor() const { return *m_actor; }
    bool may(access::Permission permission) const { return m_actor->permissions.has(permission); }
    /// True if the operator holds everything that these roles allow: only then may they manage an account that has them.
    bool holdsAllOf(const std::vector<std::string>& roles) const;
    /// The settings of the moment; the product's defaults while locked. Never null.
    std::shared_ptr<const settings::Values> settings() const;
    const ServerStatus& serverStatus() const { return m_status; }
    /// What the product should do by itself and fails at, as of the last status; empty while locked.
    const std::vector<audit::DutyState>& failingUpkeep() const { return m_failingUpkeep; }
    /// The vault's name; empty while locked.
    QString vaultName() const;
    /// The clock of the services; nullptr while locked.
    const Clock* clock() const;
    /// Requests by time, lock-free, any thread; nullptr while locked.
    const protection::Traffic* traffic() const;

    /// Runs `work(Services&, const Actor&)` on a worker (or with a third parameter,
    /// `const CancelFlag&`, or with a `Backend&` instead of the services), then
    /// `done(Result<T>)` on the GUI thread, once, if `context` still lives. Cancelled if the vault is or gets locked.
    template <typename F, typename Done>
    void run(QObject* context, F work, Done done)
    {
        using R = CallResult<F>;
        const auto vault = m_vault;
        post([this, vault, actor = m_actor, context = QPointer<QObject>(context), work = std::move(work),
              done = std::move(done)]() mutable {
            auto result =
                std::make_shared<R>(vault ? vault->run(*actor, work) : R(makeError(ErrorCode::Cancelled, "the vault is locked")));
            deliver([this, vault, context, result, done = std::move(done)]() mutable {
                if (!context)
                    return;
                if (vault && vault != m_vault)
                    *result = makeError(ErrorCode::Cancelled, "the vault was locked");
                else if (!*result)
                    notice((*result).error());
                done(std::move(*result));
            });
        });
    }

    /// The same as a future, for `.then(context, ...)`.
    template <typename F>
    QFuture<CallResult<F>> call(F work)
    {
        using R = CallResult<F>;
        auto promise = std::make_shared<QPromise<R>>();
        auto future = promise->future();
        promise->start();
        run(this, std::move(work), [promise](R result) {
            promise->addResult(std::move(result));
            promise->finish();
        });
        return future;
    }

    /// Runs `work()` on a worker, locked or not, then `done(value)` on the GUI thread if `context` still lives. For what
    /// is slow and needs no service: rating a password, drawing for the printer. If `work` throws, a Result says Internal;
    /// work that gives something else has no answer then, so that nothing is taken for one.
    template <typename F, typename Done>
    void runAside(QObject* context, F work, Done done)
    {
        post([this, context = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            using R = std::invoke_result_t<F&>;
            std::shared_ptr<R> result;
            if constexpr (std::is_same_v<R, typename AsResult<R>::Type>)
                result = std::make_shared<R>(containedCall<R>({}, work));
            else if (!contained({}, {}, [&] { result = std::make_shared<R>(work()); }))
                return;
            deliver([context, result, done = std::move(done)]() mutable {
                if (context)
                    done(std::move(*result));
            });
        });
    }

    /// Opens or creates a vault with `opener` on the vault's own worker, after an earlier one has closed. On success the
    /// console is unlocked before `done` is called (if `context` still lives).
    void open(QObject* context, std::function<Result<OpenedVault>()> opener, std::function<void(Result<void>)> done);
    /// Somebody proved who they are: from now on calls run in their name.
    void signIn(access::Actor actor);
    /// Ends the operator's session; the vault stays open.
    void signOut();
    /// Changes the vault's passphrase in the operator's name, on a worker. WrongPassphrase, PasswordTooWeak.
    void changePassphrase(QObject* context, SecretBytes current, SecretBytes next, std::function<void(Result<void>)> done);
    /// Locks: forgets the Backend at once (`locked`), then stops the server and destroys it on a worker (`closed`).
    void lock();

    /// Start and stop the server in the operator's name; serverStatusChanged and serverCommandFailed tell the outcome.
    void startServer();
    void stopServer();
    /// Asks for the server's state now instead of at the next second.
    void refreshServerStatus();

Q_SIGNALS:
    void unlocked();
    /// Everything that shows data must forget it now.
    void locked();
    /// The Backend is gone, its server stopped.
    void closed();
    void operatorChanged();
    /// The operator's roles were changed, here or elsewhere: other panels and buttons from now on.
    void permissionsChanged();
    /// Nobody is signed in any more: the session's time was over, or it was ended elsewhere. The vault stays open.
    void sessionEnded();
    void settingsChanged();
    void serverStatusChanged(const sallyport::ServerStatus& status);
    void serverCommandFailed(const sallyport::Error& error);
    /// New events in order, at most ten times a second. `dropped` older ones came too fast to be kept.
    void eventsArrived(const std::vector<sallyport::audit::Event>& events, quint64 dropped);

private:
    template <typename F>
    void post(F&& task)
    {
        auto shared = std::make_shared<std::decay_t<F>>(std::forward<F>(task));
        m_pool.start([shared] {
            contained({}, {}, [&] {
                nameWorker();
                (*shared)();
            });
        });
    }
    template <typename F>
    void deliver(F&& task)
    {
        auto shared = std::make_shared<std::decay_t<F>>(std::forward<F>(task));
        QMetaObject::invokeMethod(
            this, [shared] { (*shared)(); }, Qt::QueuedConnection);
    }
    static void nameWorker();
    void adopt(OpenedVault opened);
    void notice(const Error& error);
    void endSession();
    void subscribe();
    void wake();
    void flushEvents();

    QThreadPool m_pool;      ///< `work-N`
    QThreadPool m_vaultPool; ///< one thread: opening and closing never overlap
    std::shared_ptr<OpenVault> m_vault;
    std::shared_ptr<const access::Actor> m_actor;
    ServerStatus m_status;
    std::vector<audit::DutyState> m_failingUpkeep;
    QTimer m_statusTimer;
    bool m_statusAsked = false;
    std::shared_ptr<EventRing> m_ring;
    QTimer m_feedTimer;
    QElapsedTimer m_sinceFlush;
};

} // namespace sallyport::ui
