#pragma once

#include "backend/audit/event.h"

#include <span>
#include <string>
#include <string_view>

namespace sallyport::audit {

/// A log record of OpenTelemetry, in OTLP's JSON: numbers of 64 bits are texts, and there is no trace to name.
void appendOtlpRecord(std::string& to, const Event& event, UtcTime observed);
/// The same of a message.
void appendOtlpRecord(std::string& to, UtcTime time, UtcTime observed, std::string_view name, std::string_view text,
                      std::string_view detailsJson);

/// A request with these records (JSON, separated by commas), which come from `host`.
std::string otlpRequest(std::string_view records, std::string_view host);

} // namespace sallyport::audit
