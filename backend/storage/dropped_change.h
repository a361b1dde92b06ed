#pragma once

#include "backend/base/error.h"
#include "backend/storage/change_feed.h"

#include <cstddef>
#include <string>

namespace sallyport::storage {

/// How much Store::takeAway holds in memory while there is no room: works, and what they have said that they change (one by
/// itself may say more). What comes beyond that is like work of Store::write: refused, and nothing of it is in force.
inline constexpr std::size_t heldLimit = 1024;
inline constexpr std::size_t heldChangesLimit = 200'000;

/// What Store::takeAway held and what was refused when there was room for it: another process has changed meanwhile what it was
/// about. It was promised, and is in force nowhere once memory is read again.
struct DroppedChange {
    std::string topic; ///< of the first thing that it changed, and which one of them
    std::string id;
    Error why;
};

/// Told by the store itself, once it can be written down. Whoever keeps something in memory reads it again.
inline constexpr Topic<DroppedChange> droppedTopic{"dropped_change", true};

} // namespace sallyport::storage
