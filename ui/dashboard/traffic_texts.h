#pragma once

#include "backend/protection/traffic/traffic.h"

#include <QString>

#include <vector>

namespace sallyport::ui {

/// The sums over a series.
struct TrafficTotals {
    std::uint64_t answered = 0, refused = 0, blocked = 0, failed = 0;
    std::uint64_t all() const { return answered + refused + blocked + failed; }
};
TrafficTotals totalsOf(const std::vector<protection::TrafficSample>& series);

/// The translated name of a stage in “Refusals by stage”.
QString trafficStageText(protection::TrafficStage stage);
/// Seconds that one column of a span covers; the last one is still filling.
double secondsOf(protection::Traffic::Span span);
/// Requests a second in one column. `filled` is the part of it that has passed, 0 to 1.
double perSecond(const protection::TrafficSample& sample, protection::Traffic::Span span, double filled = 1);
/// How many per cent more (or, below zero, less) requests than in the first column of the day, 24 hours ago; nothing
/// if there is nothing to compare with.
bool comparedWithYesterday(const std::vector<protection::TrafficSample>& day, double now, int& percent);

} // namespace sallyport::ui
