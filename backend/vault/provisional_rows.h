#pragma once

#include "backend/audit/boot_time.h"
#include "backend/services/provisional_changes.h"
#include "backend/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

/// A change that waits, or did, as the database has it.
struct StoredChange {
    ProvisionalChange change; ///< without `left`
    std::string objectId;
    std::string undo;     ///< the JSON of who takes it back
    audit::BootTime boot; ///< when it was made; without an id nobody knows but by the clock
};

/// SQL of provisional changes. All of them run inside the caller's transaction.
namespace rows {

Result<void> addProvisional(storage::Transaction& transaction, const StoredChange& stored);
Result<std::optional<StoredChange>> provisional(storage::Transaction& transaction, std::string_view id);
/// Those that wait, the oldest first.
Result<std::vector<StoredChange>> waitingProvisional(storage::Transaction& transaction);
Result<void> endProvisional(storage::Transaction& transaction, std::string_view id, ProvisionalChange::State state, UtcTime at);
Result<void> setProvisionalUndo(storage::Transaction& transaction, std::string_view id, const std::string& undo);
/// Those that ended before `time`, with what was remembered for them.
Result<void> forgetProvisional(storage::Transaction& transaction, UtcTime time);

} // namespace rows

} // namespace sallyport
