#pragma once

#include "backend/audit/event.h"
#include "backend/audit/tree/merkle.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// The canonical bytes of a recorded event: a label, its hash in the chain (32 bytes), and every field as the chain hashes it.
/// The chain's hash is keyed, so who has a leaf alone cannot try out what the event was; and who has the event needs no key.
std::string leafText(const Event& event, const TreeHash& chainHash);

/// The event's leaf: leafHash of its canonical bytes.
TreeHash leafOf(const Event& event, const TreeHash& chainHash);
/// The same of an event whose fields appendCanonical() has put together.
TreeHash leafOf(std::string_view canonical, const TreeHash& chainHash);

} // namespace sallyport::audit
