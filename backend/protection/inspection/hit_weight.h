#pragma once

#include "backend/protection/inspection/detection_rules.h"

#include <functional>
#include <span>

namespace sallyport::protection {

/// The mode that a rule has: the least strict of the whole, its class and its own.
settings::ControlMode leastStrict(settings::ControlMode a, settings::ControlMode b) noexcept;

/// What a finding counts as: Off for one that is excluded or that isn't looked for.
using FindingMode = std::function<settings::ControlMode(const HitFinding&)>;

/// What becomes of a request with these findings: as the detector adds, of each class the value with the most points.
struct Weight {
    std::uint32_t score = 0;         ///< of what blocks
    std::uint32_t observedScore = 0; ///< of what is only observed
    Fate fate(std::uint32_t threshold) const noexcept
    {
        return score >= threshold ? Fate::Blocked : score + observedScore >= threshold ? Fate::Observed : Fate::Passes;
    }
};
Weight weigh(std::span<const HitFinding> findings, const FindingMode& mode);

/// Whether an exclusion holds for a finding at that route.
bool covers(const NewExclusion& exclusion, std::string_view route, const HitFinding& finding);

} // namespace sallyport::protection
