#pragma once

#include "backend/base/result.h"
#include "backend/storage/store.h"

namespace sallyport::records {

/// What records, comments and files are sorted and searched by is made anew if today's rules (base/case_fold.h) are not those by
/// which it was made: 2,000 rows a transaction, from the beginning again if it was interrupted. A disk that is full is no error:
/// it is tried again with the next opening. No client sees a change.
[[nodiscard]] Result<void> renewTextKeys(storage::Store& store);

} // namespace sallyport::records
