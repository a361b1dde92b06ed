#pragma once

#include "backend/audit/documents/document.h"
#include "backend/audit/report_summary.h"

namespace sallyport::audit {

/// Everything of an audit report that stands before its events, and the head of their table; eventCells() are its rows.
[[nodiscard]] Result<void> beginEventDocument(DocumentWriter& writer, const ReportRequest& request, const ReportContext& context,
                                              const ReportSummary& summary, const ChainReport& chain);
/// In the order of the table: number, time, event, object, who, address, outcome, severity.
std::vector<Cell> eventCells(const Event& event);

/// The product's words for outcome and severity.
Phrase outcomeWords(Outcome outcome);
Phrase severityWords(Severity severity);
/// `2026-11-24` of a day's number since 1970.
std::string dayText(std::int64_t day);

} // namespace sallyport::audit
