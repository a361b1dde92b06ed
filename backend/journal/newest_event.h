#pragma once

#include "backend/base/result.h"
#include "backend/storage/transaction.h"

#include <string>

namespace sallyport::journal {

/// The id of the event that this transaction has appended last, for whoever keeps something beside it or answers with it. Empty
/// if the journal has none.
[[nodiscard]] Result<std::string> newestEventId(storage::Transaction& transaction);

} // namespace sallyport::journal
