#pragma once

#include "backend/api/api_context.h"
#include "backend/api/metrics/metrics_text.h"
#include "backend/api/metrics/request_counters.h"

#include <span>
#include <string>
#include <string_view>

namespace sallyport::api {

/// All figures of this moment in the text format of Prometheus. `stages` are the words of the pipeline's, in its order. Reads
/// the file system; workers only. What it tells is bounded: no label has a value that a client could choose.
std::string metricsDocument(const ApiContext& api, const RequestCounters& counters, std::span<const std::string_view> stages);

} // namespace sallyport::api
