#pragma once

#include "backend/audit/tree/pack_format.h"

#include <functional>
#include <string>

namespace sallyport::audit {

/// What a good pack says of itself.
struct PackSummary {
    PackManifest manifest;
    std::int64_t firstSequence = 0, lastSequence = 0; ///< 0: no record
    std::int64_t bytes = 0;
};

/// The next piece of a file; empty at its end.
using ReadPiece = std::function<Result<std::string>()>;

/// Checks a pack from anywhere against the fingerprint (64 hex digits) of the key that it must be signed with: every record's
/// leaf (but of those that the signed manifest names as damaged), the proof to the signed root, the signatures, and that there is
/// not a byte more or other than was signed. InvalidArgument names the place, `line 5 (event 12): ...`; errors of `next` as they
/// come. Needs no vault. Memory: some 40 bytes a record.
[[nodiscard]] Result<PackSummary> checkPack(const ReadPiece& next, std::string_view fingerprint);

} // namespace sallyport::audit
