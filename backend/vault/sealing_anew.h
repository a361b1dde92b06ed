#pragma once

#include "backend/audit/upkeep_log.h"
#include "backend/base/fault.h"
#include "backend/records/records.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace sallyport {

/// One thread (`sealing`) that seals anew what earlier data keys have sealed: when the vault opens, and whenever it is woken.
/// What it has not finished when the vault closes, or is killed, goes on at the next opening.
class SealingAnew {
public:
    SealingAnew(records::Records& records, audit::UpkeepLog& upkeep, FaultListener onFault);
    /// Ends after the batch that is running now.
    ~SealingAnew();
    SealingAnew(const SealingAnew&) = delete;
    SealingAnew& operator=(const SealingAnew&) = delete;

    /// Never blocks; several calls may end in one run.
    void wake();

private:
    void run();
    void seal();

    records::Records& m_records;
    audit::UpkeepLog& m_upkeep;
    const FaultListener m_onFault;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = true;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace sallyport
