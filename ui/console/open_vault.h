#pragma once

#include "backend/base/fault.h"
#include "backend/vault/vault.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <type_traits>
#include <utility>

namespace sallyport::ui {

/// Set when the vault is being locked: long work looks at it now and then and stops.
using CancelFlag = std::atomic<bool>;

template <typename T>
struct AsResult {
    using Type = Result<T>;
};
template <typename T>
struct AsResult<Result<T>> {
    using Type = Result<T>;
};

/// What `work` gives, or Internal if it throws; `listener` is told then.
template <typename R, typename Work>
R containedCall(const FaultListener& listener, Work&& work)
{
    try {
        return work();
    } catch (...) {
        tellFault(listener, "console");
        return R(makeError(ErrorCode::Internal, "Something went wrong inside"));
    }
}

/// How `work` is called and what it gives, always as a Result: `work(Services&, const Actor&)`, the same with a third
/// `const CancelFlag&`, or `work(Backend&, const Actor&)`.
template <typename F>
struct Call {
    static constexpr bool onServices = std::is_invocable_v<F&, Services&, const access::Actor&>;
    static constexpr bool cancellable = std::is_invocable_v<F&, Services&, const access::Actor&, const CancelFlag&>;

    static auto invoke(F& work, Backend& backend, const access::Actor& actor, const CancelFlag& cancelled)
    {
        if constexpr (cancellable)
            return work(backend.services(), actor, cancelled);
        else if constexpr (onServices)
            return work(backend.services(), actor);
        else
            return work(backend, actor);
    }
    using Type =
        typename AsResult<decltype(invoke(std::declval<F&>(), std::declval<Backend&>(), std::declval<const access::Actor&>(),
                                          std::declval<const CancelFlag&>()))>::Type;
};
template <typename F>
using CallResult = typename Call<F>::Type;

/// An open Backend together with the gate that keeps it alive while calls run in it. Calls hold the gate shared;
/// closing takes it alone, so that the Backend goes when the last call has come back. Thread-safe.
class OpenVault {
public:
    explicit OpenVault(std::unique_ptr<Backend> backend) : m_backend(std::move(backend)) {}
    ~OpenVault() { close(); }
    OpenVault(const OpenVault&) = delete;
    OpenVault& operator=(const OpenVault&) = delete;

    /// Runs `work` unless the vault is closing; then Cancelled. What it throws is recorded and answered Internal. Workers only.
    template <typename F>
    CallResult<F> run(const access::Actor& actor, F& work)
    {
        const std::shared_lock gate(m_gate);
        if (m_closing || !m_backend)
            return makeError(ErrorCode::Cancelled, "the vault was locked");
        return containedCall<CallResult<F>>([this](const Fault& fault) { m_backend->noteFault(fault); },
                                            [&] { return runOpen(actor, work); });
    }

    /// For what is cheap and may be read from any thread. Nullptr once closing has begun.
    Backend* backend() const { return m_closing ? nullptr : m_backend.get(); }

    /// Keeps a subscription while the Backend is open, in place of an earlier one of the same kind.
    enum class Feed { Settings, Events };
    void keep(Feed feed, std::shared_ptr<void> subscription)
    {
        const std::lock_guard guard(m_keepMutex);
        m_kept[static_cast<std::size_t>(feed)].swap(subscription);
    }

    /// Tells calls that run to stop; from now on new ones are refused.
    void beginClosing() { m_closing = true; }
    /// Waits for running calls and destroys the Backend, which stops its server. Workers only.
    void close()
    {
        beginClosing();
        const std::unique_lock gate(m_gate);
        {
            const std::lock_guard guard(m_keepMutex);
            m_kept = {};
        }
        m_backend.reset();
    }

private:
    template <typename F>
    CallResult<F> runOpen(const access::Actor& actor, F& work)
    {
        if (actor.kind != access::Actor::Kind::Operator)
            return CallResult<F>(Call<F>::invoke(work, *m_backend, actor, m_closing));
        const Result<access::Actor> now = operatorNow(actor);
        if (!now)
            return now.error();
        return CallResult<F>(Call<F>::invoke(work, *m_backend, *now, m_closing));
    }

    /// The operator as they are at this moment: a role that was taken away allows nothing more, whatever is on the screen.
    Result<access::Actor> operatorNow(const access::Actor& actor) const
    {
        Result<access::Actor> now = m_backend->services().signIn.operatorNow(actor);
        if (now || now.error().code != ErrorCode::MfaEnrolmentRequired)
            return now;
        access::Actor enrolling = actor; // may set up a second factor, and nothing else
        enrolling.permissions = {};
        enrolling.enrolmentOnly = true;
        return enrolling;
    }

    std::shared_mutex m_gate;
    CancelFlag m_closing = false;
    std::unique_ptr<Backend> m_backend;
    std::mutex m_keepMutex;
    std::array<std::shared_ptr<void>, 2> m_kept;
};

} // namespace sallyport::ui
