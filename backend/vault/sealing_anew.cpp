#include "backend/vault/sealing_anew.h"

#include "backend/access/actor.h"
#include "backend/base/thread_pool.h"

#include <utility>

namespace sallyport {

SealingAnew::SealingAnew(records::Records& records, audit::UpkeepLog& upkeep, FaultListener onFault)
    : m_records(records), m_upkeep(upkeep), m_onFault(std::move(onFault)), m_thread([this] { run(); })
{
}

SealingAnew::~SealingAnew()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_one();
    }
    m_thread.join();
}

void SealingAnew::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

void SealingAnew::seal()
{
    const auto sealed =
        m_records.encryptAnew(access::Actor::system(), [this](std::int64_t, std::int64_t) { return !m_stopping.load(); });
    if (!sealed && sealed.error().code == ErrorCode::Cancelled)
        return; // another time
    m_upkeep.report(audit::Duty::Sealing, sealed ? Result<void>() : Result<void>(sealed.error()));
}

void SealingAnew::run()
{
    setThreadName("sealing");
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping.load() || m_woken; });
        if (m_stopping.load())
            return;
        m_woken = false;
        lock.unlock();
        contained(m_onFault, "sealing", [this] { seal(); });
        lock.lock();
    }
}

} // namespace sallyport
