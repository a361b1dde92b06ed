#pragma once

#include "backend/drill/sandbox.h"
#include "backend/services/drills.h"

#include <chrono>

namespace sallyport::drill {

/// What a drill may take: several times what one takes on a slow machine.
inline constexpr std::chrono::minutes longestDrill{4};

/// The whole drill against a sandbox of that shape: half a minute, on the calling thread. Honest traffic comes first, so that
/// what an attack sets off can't be taken for a mistake. Cancelled as soon as `progress` says so, which is asked before each
/// check and some times a second while it runs; what the system lacks (NotWritable, AddressInUse). Checks that `longestDrill`
/// leaves no time for are in the report as not run. `id`, `startedAt` and `by` of the report are the caller's.
[[nodiscard]] Result<DrillReport> runDrill(const ServerShape& shape, const Platform& platform, const Drills::Progress& progress);
/// The same within another time.
[[nodiscard]] Result<DrillReport> runDrillWithin(std::chrono::milliseconds limit, const ServerShape& shape,
                                                 const Platform& platform, const Drills::Progress& progress);

} // namespace sallyport::drill
