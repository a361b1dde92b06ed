#pragma once

#include "backend/storage/store.h"

namespace sallyport::storage {

/// From now on what Store::takeAway can't store is refused like any other write, and nothing is held: for a process that ends
/// with its command, where what is in force in memory would be in force nowhere. Before the first such work.
void refuseToHold(Store& store);

/// There is no room, or nothing may be written: what could come right without anybody's changing the data.
bool isAboutRoom(const Error& error) noexcept;

} // namespace sallyport::storage
