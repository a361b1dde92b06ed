#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"
#include "backend/retention/erased_event.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::retention {

/// An erasure that has begun: stored before anything is replaced, gone with its end.
struct BegunErasure {
    ErasedPerson person; ///< with the pseudonym
    bool accountDeleted = false;
    std::int64_t replaced = 0; ///< events so far
};

Result<std::optional<BegunErasure>> readErasure(storage::Transaction& transaction, const std::string& person);
/// The same by the id or an e-mail of the person: whoever asks again knows the one that they asked with.
Result<std::optional<BegunErasure>> findErasure(storage::Transaction& transaction, const std::string& person);
/// Ids of all people whose erasure was interrupted, at most 100.
Result<std::vector<std::string>> begunErasures(storage::Transaction& transaction);
Result<void> insertErasure(storage::Transaction& transaction, const BegunErasure& erasure, UtcTime at);
/// So many events more.
Result<void> addReplaced(storage::Transaction& transaction, const std::string& person, std::int64_t events);
Result<void> deleteErasure(storage::Transaction& transaction, const std::string& person);

} // namespace sallyport::retention
