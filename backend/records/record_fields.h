#pragma once

#include "backend/base/result.h"
#include "backend/records/record.h"

namespace sallyport::records {

/// Brings the texts of a new record into the form in which they are kept. ValidationFailed with fields; values are never told.
[[nodiscard]] Result<void> checkNewRecord(NewRecord& record);
/// The same of what a patch sets.
[[nodiscard]] Result<void> checkPatch(RecordPatch& patch);

} // namespace sallyport::records
