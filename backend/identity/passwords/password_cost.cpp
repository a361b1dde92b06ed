#include "backend/identity/passwords/password_cost.h"

#include "backend/settings/settings.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::identity {

namespace {

constexpr std::uint32_t mostPassesTried = 3;
constexpr auto memoriesTried =
    std::to_array<std::uint32_t>({12'288, 19'456, 32'768, 47'104, 65'536, 98'304, 131'072, 196'608, 262'144, 393'216, 524'288});
/// Quick ones are measured again: another program may have come between.
constexpr std::chrono::milliseconds measuredTwiceBelow{150};

std::uint64_t workOf(const crypto::PasswordCost& cost) noexcept
{
    return std::uint64_t{cost.memoryKib} * cost.passes;
}

bool dearer(const CostTiming& a, const CostTiming& b) noexcept
{
    return std::pair(workOf(a.cost), a.cost.memoryKib) > std::pair(workOf(b.cost), b.cost.memoryKib);
}

Result<CostTiming> measureOne(const crypto::PasswordCost& cost, const HashOnce& hash)
{
    SALLYPORT_ASSIGN(std::chrono::microseconds took, hash(cost));
    if (took < measuredTwiceBelow) {
        SALLYPORT_ASSIGN(const std::chrono::microseconds again, hash(cost));
        took = std::min(took, again);
    }
    return CostTiming{cost, took};
}

} // namespace

Result<CostMeasurement> measureCosts(const crypto::PasswordCost& now, std::chrono::milliseconds target, const HashOnce& hash,
                                     const audit::Progress& progress)
{
    constexpr auto total = static_cast<std::int64_t>(memoriesTried.size() * mostPassesTried) + 1;
    std::int64_t done = 0;
    const auto goOn = [&](std::int64_t at) {
        done = at;
        return !progress || progress(done, total);
    };
    const Error cancelled = makeError(ErrorCode::Cancelled, "The measurement was cancelled.");
    CostMeasurement measured;
    if (!goOn(0))
        return cancelled;
    SALLYPORT_ASSIGN(measured.now, measureOne(now, hash));
    for (std::uint32_t passes = 1; passes <= mostPassesTried; ++passes) {
        const auto end = static_cast<std::int64_t>(passes * memoriesTried.size()) + 1;
        for (const std::uint32_t memory : memoriesTried) {
            if (memory < settings::leastArgon2Memory(passes))
                continue;
            if (!goOn(std::min(done + 1, end)))
                return cancelled;
            const auto timing = measureOne({memory, passes, 1}, hash);
            if (!timing) // more memory than there is
                break;
            measured.tried.push_back(*timing);
            if (timing->took > target)
                break;
        }
        if (!goOn(end))
            return cancelled;
    }
    if (measured.tried.empty())
        return makeError(ErrorCode::CryptoFailure, "There isn't memory enough for any price.");
    for (const CostTiming& timing : measured.tried) {
        if (timing.took <= target && (!measured.withinTarget || dearer(timing, measured.best))) {
            measured.best = timing;
            measured.withinTarget = true;
        }
    }
    if (!measured.withinTarget)
        measured.best = std::ranges::min(measured.tried, {}, &CostTiming::took);
    return measured;
}

Result<std::chrono::microseconds> timeHash(const crypto::PasswordCost& cost)
{
    constexpr std::string_view password = "as long as a usual passphrase is";
    constexpr std::array<std::byte, 16> salt{};
    const auto begin = std::chrono::steady_clock::now();
    SALLYPORT_TRY(crypto::argon2id({asBytes(password), salt, {}, {}}, cost, 32));
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
}

} // namespace sallyport::identity
