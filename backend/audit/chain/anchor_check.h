#pragma once

#include "backend/audit/journal.h"

namespace sallyport::audit {

/// Writes the anchor of `journal` now, also where nothing is new: why that cannot be, if so (NotWritable, DiskFull). Blocks.
[[nodiscard]] Result<void> writeAnchor(Journal& journal);

} // namespace sallyport::audit
