#pragma once

#include "ui/console/answers.h"
#include "ui/console/event_ring.h"
#include "ui/console/open_vault.h"
#include "ui/console/permit.h"

#include <QElapsedTimer>
#include <QObject>
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
    /// Which panels there are, and what one must hold to open each. Said once by whoever makes them.
    void setPanels(PanelRules panels) { m_panels = std::move(panels); }
    const PanelRules& panels() const { return m_panels; }
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
    /// `done(Result<T>)` on the GUI thread, once, if `context` still lives. Cancelled if the vault is or gets locked, or
    /// the operator in whose name it ran has signed out. `work` holds values only: it is moved to the worker and dies there.
    /// `done` stays here, and what it holds lives until the work is over.
    template <typename F, typename Done>
    void run(QObject* context, F work, Done done)
    {
        using R = CallResult<F>;
        auto slip =
            m_answers.expect<R>(context, [this, vault = m_vault, asked = m_actor, done = std::move(done)](R result) mutable {
                if (auto gone = askerGone(vault, *asked))
                    result = std::move(*gone);
                else if (!result)
                    notice(result.error());
                done(std::move(result));
            });
        start([vault = m_vault, asked = m_actor, slip = std::move(slip), work = std::move(work)]() mutable {
            slip.answer(vault ? vault->run(*asked, work) : R(makeError(ErrorCode::Cancelled, "the vault is locked")));
        });
    }

    /// Runs `work()` on a worker, locked or not, then `done(value)` on the GUI thread if `context` still lives. For what
    /// is slow and needs no service: rating a password, drawing for the printer. If `work` throws, a Result says Internal;
    /// work that gives something else has no answer then, so that nothing is taken for one.
    template <typename F, typename Done>
    void runAside(QObject* context, F work, Done done)
    {
        using R = std::invoke_result_t<F&>;
        auto slip = m_answers.expect<R>(context, std::move(done));
        start([slip = std::move(slip), work = std::move(work)]() mutable {
            if constexpr (std::is_same_v<R, typename AsResult<R>::Type>)
                slip.answer(containedCall<R>({}, work));
            else if (!contained({}, {}, [&] { slip.answer(work()); }))
                slip.drop();
        });
    }

    /// Answers of workers that are still to come, wanted or not.
    std::size_t waiting() const { return m_answers.waiting(); }

    /// Opens or creates a vault with `opener` on the vault's own worker, after an earlier one has closed. On success the
    /// console is unlocked before `done` is called (if `context` still lives).
    void open(QObject* context, std::function<Result<OpenedVault>()> opener, std::function<void(Result<void>)> done);
    /// Somebody proved who they are: from now on calls run in their name.
    void signIn(access::Actor actor);
    /// Ends the operator's session; the vault stays open.
    void signOut();
    /// What keeps the vault's data, read on a worker. PermissionDenied without settings:read.
    void readAbout(QObject* context, std::function<void(const Result<VaultAbout>&)> done);
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
    void start(F task)
    {
        m_pool.start([shared = std::make_shared<F>(std::move(task))] {
            contained({}, {}, [&] {
                nameWorker();
                (*shared)();
            });
        });
    }
    static void nameWorker();
    void adopt(OpenedVault opened);
    void notice(const Error& error);
    /// What to answer instead if the vault was locked, or its operator signed out, since somebody asked.
    std::optional<Error> askerGone(const std::shared_ptr<OpenVault>& vault, const access::Actor& asked) const;
    void endSession();
    void subscribe();
    void wake();
    void flushEvents();

    Answers m_answers;
    const Answers::Bell m_settingsBell, m_feedBell, m_closedBell;
    QThreadPool m_pool;      ///< `work-N`
    QThreadPool m_vaultPool; ///< one thread: opening and closing never overlap
    std::shared_ptr<OpenVault> m_vault;
    std::shared_ptr<const access::Actor> m_actor;
    PanelRules m_panels;
    ServerStatus m_status;
    std::vector<audit::DutyState> m_failingUpkeep;
    QTimer m_statusTimer;
    bool m_statusAsked = false;
    std::shared_ptr<EventRing> m_ring;
    QTimer m_feedTimer;
    QElapsedTimer m_sinceFlush;
};

} // namespace sallyport::ui
