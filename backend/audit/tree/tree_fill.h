#pragma once

#include "backend/storage/store.h"

namespace sallyport::audit {

/// Gives each event that has no leaf yet one, behind those that there are: a vault of before the tree has it then for the events
/// that it still holds. In transactions of 5,000 events. Cheap where nothing is missing. Blocks.
Result<void> fillTree(storage::Store& store);

} // namespace sallyport::audit
