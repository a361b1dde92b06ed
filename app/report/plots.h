#pragma once

#include "app/report/document_items.h"

namespace sallyport::report {

/// Points that the plot takes in height, with its title and legend.
double plotHeight(const Plot& plot);
void drawPlot(Pages& pages, double y, const Plot& plot);

} // namespace sallyport::report
