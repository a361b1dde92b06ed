#pragma once

#include "backend/audit/documents/html_options.h"
#include "backend/audit/event_query.h"
#include "backend/audit/journal.h"

#include <filesystem>
#include <functional>

namespace sallyport::audit {

enum class ReportFormat { Csv, JsonLines, Pdf, Cef, Ocsf, Html };

struct ReportRequest {
    ReportFormat format = ReportFormat::Pdf;
    EventQuery query;            ///< since/until are the period
    std::string title;           ///< `Audit report`
    std::string language = "en"; ///< of headings in the PDF
    bool pseudonyms = false;     ///< who the events are about is left out (pseudonyms/pseudonyms.h)
    bool byteOrderMark = false;  ///< before a CSV, for spreadsheets that take it for another encoding without
    /// Told what the check of the chain has found, before the first byte goes out.
    std::function<void(const ChainReport&)> onVerified = {};
    std::string filterText = {}; ///< what `query` was read from, shown in HTML
    HtmlOptions html = {};
    bool recordedByCaller = false; ///< what is exported stands in an event of the caller's, not in one more
};

struct ReportResult {
    std::int64_t events = 0;
    std::int64_t bytes = 0;
    ChainReport chain;
};

} // namespace sallyport::audit
