#pragma once

#include "backend/audit/report_summary.h"

#include <filesystem>
#include <functional>

namespace sallyport::audit {

/// Takes the next bytes of a report; false cancels.
using ReportSink = std::function<bool(std::string_view chunk)>;

/// Told before the first byte what will go out: how many events are selected, and what the check of the chain has found.
using ExportReady = std::function<void(const ReportResult& planned)>;

/// Checks the chain of the period, then writes its events, oldest first, in constant memory: pages of 1,000, each in a
/// read transaction of its own; what is recorded after the start is left out. `progress` counts checked and written
/// events together. `delivered` tells how many events went into the sink, also when this fails.
Result<ReportResult> exportReport(storage::Store& store, Journal& journal, const ReportRequest& request,
                                  const ReportContext& context, const std::filesystem::path& reportProgram,
                                  const ReportSink& sink, const Progress& progress, std::int64_t& delivered,
                                  const ExportReady& ready = {});

} // namespace sallyport::audit
