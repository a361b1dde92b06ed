#pragma once

#include "backend/access/decisions.h"
#include "backend/base/bounded_cache.h"
#include "backend/records/record.h"
#include "backend/storage/store.h"

#include <atomic>
#include <cstdint>
#include <string>
#include <utility>

namespace sallyport::records {

/// Pages of what a scope lets through. What SQL can tell is told there, so that no refused row is read; what it can't is asked of
/// the scope row by row until the page is full: every page but the last one is, and totals count nothing else. Thread-safe.
class RecordList {
public:
    RecordList(storage::Store& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    /// `countTo`: further nobody counts. InvalidArgument for a limit beyond 1..200, a text that is too long, or a cursor of
    /// another order.
    Result<RecordPage> page(const RecordQuery& query, const access::Scope& scope, std::int64_t countTo);
    /// Counts that are kept are of records that have changed.
    void forget() noexcept { ++m_epoch; }

private:
    struct Total {
        std::int64_t count = 0;
        bool about = false;
    };
    Result<Total> countAll(storage::Transaction& transaction, const RecordQuery& query, const access::Scope& scope,
                           std::int64_t countTo, UtcTime now);

    storage::Store& m_store;
    const Clock& m_clock;
    std::atomic<std::uint64_t> m_epoch{1};
    BoundedCache<std::string, std::pair<std::uint64_t, Total>> m_totals{256, 1}; ///< by what was counted
};

} // namespace sallyport::records
