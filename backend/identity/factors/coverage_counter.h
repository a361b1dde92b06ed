#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/factors/mfa_coverage.h"

#include <mutex>

namespace sallyport::identity {

/// Counts who has a second factor, from indexes alone; what only changes with users is kept until one does. Thread-safe.
class CoverageCounter {
public:
    explicit CoverageCounter(Core& core) : m_core(core) {}

    Result<MfaCoverage> count();

private:
    /// What doesn't change with time.
    Result<MfaCoverage> countMembers(storage::Transaction& transaction) const;
    Result<void> countOverdue(storage::Transaction& transaction, MfaCoverage& coverage, UtcTime now) const;

    Core& m_core;
    std::mutex m_mutex;
    MfaCoverage m_kept;
    std::uint64_t m_keptEpoch = 0;
};

} // namespace sallyport::identity
