#pragma once

#include "backend/services/services.h"
#include "ui/events/event_histogram.h"

#include <vector>

namespace sallyport::ui {

/// What a histogram answer brings back.
struct HistogramAnswer {
    Period period;
    std::vector<journal::EventColumn> columns;
    bool closer = false; ///< only the part of what was asked for in which there is something
};

/// The columns of a query: its period, or from its first event on; closer where all of it lies in a small part. On a worker.
Result<HistogramAnswer> readColumns(Services& services, const access::Actor& actor, audit::EventQuery query, int columns);

} // namespace sallyport::ui
