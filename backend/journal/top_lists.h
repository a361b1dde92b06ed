#pragma once

#include "backend/audit/event_selection.h"
#include "backend/journal/events.h"

namespace sallyport::journal {

/// Counts the newest topLooksAt events of the selection, in the caller's read transaction.
[[nodiscard]] Result<TopLists> topLists(storage::Transaction& transaction, const audit::EventSelection& selection,
                                        std::uint32_t most);

} // namespace sallyport::journal
