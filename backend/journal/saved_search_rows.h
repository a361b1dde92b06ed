#pragma once

#include "backend/journal/saved_searches.h"
#include "backend/storage/transaction.h"

namespace sallyport::journal::rows {

/// A search as it is kept, with whose it is; empty: nobody's.
struct StoredSearch {
    SavedSearch search;
    UserId owner;
};

/// SQL of the searches; inside the caller's transaction. What this user owns and what is shared, by name.
[[nodiscard]] Result<std::vector<StoredSearch>> searchesFor(storage::Transaction& transaction, const UserId& user);
[[nodiscard]] Result<std::int64_t> countOwn(storage::Transaction& transaction, const UserId& user);
[[nodiscard]] Result<std::int64_t> countShared(storage::Transaction& transaction);
[[nodiscard]] Result<void> addSearch(storage::Transaction& transaction, const StoredSearch& stored);
/// Name, filter, columns and whether it is shared.
[[nodiscard]] Result<void> updateSearch(storage::Transaction& transaction, const StoredSearch& stored);
[[nodiscard]] Result<void> removeSearch(storage::Transaction& transaction, const SearchId& id);

/// `time,event,who`
std::string columnsText(const std::vector<std::string>& columns);

} // namespace sallyport::journal::rows
