#pragma once

#include "backend/base/result.h"
#include "backend/storage/store.h"

namespace sallyport::identity {

/// Names and addresses are sorted, searched and compared by keys that stand beside them. If today's rules (base/case_fold.h,
/// and the libraries below it) are not those by which they were made, this makes anew those that would be others: 2,000 rows
/// a transaction, from the beginning again if it was interrupted. A million users whose keys stay take seconds, once; each
/// that changes costs its row and its indexes. A disk that is full is no error: it is tried again with the next opening.
/// Before anything of them is kept in memory; no client sees a change.
[[nodiscard]] Result<void> renewTextKeys(storage::Store& store);

} // namespace sallyport::identity
