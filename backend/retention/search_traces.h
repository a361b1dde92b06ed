#pragma once

#include "backend/storage/store.h"

namespace sallyport::retention {

/// Takes out of the users' search index what is left there of users who are gone: it keeps their groups of three letters until it
/// merges its parts, which may be never. Writes the index anew (0.2 s with 100,000 users). search_traces_sqlite.cpp alone knows
/// the index.
[[nodiscard]] Result<void> forgetSearchTraces(storage::Transaction& transaction);

} // namespace sallyport::retention
