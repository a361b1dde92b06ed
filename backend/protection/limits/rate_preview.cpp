#include "backend/protection/limits/rate_preview.h"

#include "backend/protection/limits/rate_count.h"

#include <algorithm>
#include <functional>

namespace sallyport::protection {

namespace {

constexpr std::int64_t microsPerMinute = 60'000'000;
constexpr std::int64_t stepsPerMinute = 20;

} // namespace

std::vector<PreviewedCaller> previewOf(const RateNumbers& numbers, const std::vector<AskedMinute>& minutes)
{
    RateShape shape;
    shape.requests = numbers.requests;
    shape.windowSeconds = static_cast<std::uint32_t>(numbers.window.count());
    shape.algorithm = numbers.algorithm;
    std::vector<PreviewedCaller> refused;
    RateCount count;
    PreviewedCaller one;
    const auto finish = [&] {
        if (one.requests > 0)
            refused.push_back(one);
    };
    const std::int64_t start = minutes.empty() ? 0 : std::ranges::min_element(minutes, {}, &AskedMinute::minute)->minute;
    for (const AskedMinute& asked : minutes) {
        if (asked.caller != one.caller) {
            finish();
            one = {asked.caller, 0, 0, 0};
            count = {};
        }
        const std::int64_t requests = std::min<std::int64_t>(asked.answered + asked.refused, RateShape::mostRequests);
        const std::int64_t steps = std::clamp<std::int64_t>(requests, 1, stepsPerMinute);
        for (std::int64_t step = 0; step < steps; ++step) {
            const std::int64_t now = (asked.minute - start) * microsPerMinute + microsPerMinute * step / steps;
            const auto wanted = static_cast<std::uint32_t>(requests * (step + 1) / steps - requests * step / steps);
            const std::uint32_t used = count.adopt(shape, now);
            const std::uint32_t fits = std::min(wanted, shape.requests - std::min(shape.requests, used));
            if (fits > 0)
                count.add(fits, now);
            if (wanted == fits)
                continue;
            one.from = one.requests == 0 ? asked.minute : one.from;
            one.until = asked.minute;
            one.requests += wanted - fits;
        }
    }
    finish();
    std::ranges::stable_sort(refused, std::ranges::greater(), &PreviewedCaller::requests);
    return refused;
}

std::uint32_t withRoom(std::uint32_t number, std::uint32_t percent) noexcept
{
    std::uint64_t wanted = (std::uint64_t{number} * (100 + percent) + 99) / 100;
    std::uint64_t unit = 1;
    while (wanted / unit >= 100)
        unit *= 10;
    wanted = (wanted + unit - 1) / unit * unit;
    return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(wanted, 1, UINT32_MAX));
}

} // namespace sallyport::protection
