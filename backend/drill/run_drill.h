#pragma once

#include "backend/drill/sandbox.h"
#include "backend/services/drills.h"

namespace sallyport::drill {

/// The whole drill against a sandbox of that shape: half a minute, on the calling thread. Honest traffic comes first, so that
/// what an attack sets off can't be taken for a mistake. Cancelled if `progress` says
/// so; what the system lacks (NotWritable, AddressInUse). `id`, `startedAt` and `by` of the report are the caller's.
[[nodiscard]] Result<DrillReport> runDrill(const ServerShape& shape, const Platform& platform, const Drills::Progress& progress);

} // namespace sallyport::drill
