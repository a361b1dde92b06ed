#include "app/console/demo/demo_requests.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace sallyport::app {

using protection::TrafficOutcome;
using protection::TrafficStage;

namespace {

using Minutes = std::chrono::minutes;

// Between them lies what the simulator goes on with, some 180: at no hour may the charts jump where it takes over.
constexpr double nightPerMinute = 140, dayPerMinute = 220;
constexpr double busiestHour = 13;       // on the clock on the wall: whoever looks at the chart, its hill is at noon
constexpr std::uint32_t refusedOne = 45; // of so many

/// Between night and day, a smooth hill around the busiest hour.
double perMinute(UtcTime time)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    const double hour = QDateTime::fromMSecsSinceEpoch(milliseconds).time().msecsSinceStartOfDay() / 3'600'000.0;
    const double height = 0.5 + 0.5 * std::cos((hour - busiestHour) * 2 * std::numbers::pi / 24);
    return nightPerMinute + (dayPerMinute - nightPerMinute) * height;
}

/// What stops requests, as often as it stands here.
constexpr std::array refusingStages{TrafficStage::Authentication, TrafficStage::Authentication, TrafficStage::Authentication,
                                    TrafficStage::Route,          TrafficStage::Permission,     TrafficStage::RateLimit};

} // namespace

void makeDemoRequests(protection::Traffic& traffic, DemoClock& clock, RandomSource& random)
{
    const auto now = clock.now();
    const auto thisMinute = std::chrono::floor<Minutes>(now);
    traffic.setCountedSince(thisMinute - std::chrono::days(1));
    for (auto minute = thisMinute - std::chrono::days(1); minute <= thisMinute; minute += Minutes(1)) {
        clock.holdAt(minute);
        const double part = minute == thisMinute ? std::chrono::duration<double, std::ratio<60>>(now - minute).count() : 1;
        const double noise = 0.85 + 0.3 * uniformBelow(random, 1000) / 1000.0;
        const auto requests = static_cast<std::uint32_t>(perMinute(minute) * noise * part);
        const std::uint32_t refused = requests / refusedOne + uniformBelow(random, 4);
        for (std::uint32_t number = 0; number < requests; ++number)
            traffic.count(TrafficOutcome::Answered);
        for (std::uint32_t number = 0; number < refused; ++number)
            traffic.count(TrafficOutcome::Refused, refusingStages[uniformBelow(random, refusingStages.size())]);
    }
    clock.release();
}

} // namespace sallyport::app
