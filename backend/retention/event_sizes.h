#pragma once

#include "backend/retention/retention_plan.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sallyport::retention {

/// The bytes of all that events hold: their texts as UTF-8, numbers and hashes. What the database needs beside that (indexes,
/// free pages, notes of what has gone) is not in it.
struct StoredSize {
    std::int64_t bytes = 0;
    bool about = false; ///< many are new: a part of them was measured
};

/// What is known by now; reads 50,000 events at most.
[[nodiscard]] Result<StoredSize> storedSize(storage::Transaction& transaction);
/// To the byte. Measures what nobody has measured yet, a block of events in each transaction. Blocks.
[[nodiscard]] Result<std::int64_t> measureSizes(storage::Store& store);
/// These events have other words now.
[[nodiscard]] Result<void> forgetSizes(storage::Transaction& transaction, std::span<const std::int64_t> sequences);

struct SizedEvent {
    std::int64_t sequence = 0;
    std::string kind;
    std::int64_t bytes = 0;
};
/// Events of this severity behind `after` and before `below` that `plan` doesn't hold, oldest first, at most `most`.
[[nodiscard]] Result<std::vector<SizedEvent>> oldestOf(storage::Transaction& transaction, const Plan& plan,
                                                       audit::Severity severity, std::int64_t after, std::int64_t below,
                                                       std::int64_t most);

} // namespace sallyport::retention
