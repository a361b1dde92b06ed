#include "backend/protection/inspection/hit_weight.h"

#include <algorithm>
#include <array>

namespace sallyport::protection {

using settings::ControlMode;

ControlMode leastStrict(ControlMode a, ControlMode b) noexcept
{
    return std::min(a, b);
}

Weight weigh(std::span<const HitFinding> findings, const FindingMode& mode)
{
    struct Sum {
        std::uint32_t blocks = 0, observes = 0;
    };
    std::array<Sum, detection::classCount> highest{};
    const auto sameValue = [](const HitFinding& a, const HitFinding& b) {
        return a.attackClass == b.attackClass && a.part == b.part && a.member == b.member && a.inName == b.inName;
    };
    for (std::size_t at = 0; at < findings.size(); ++at) {
        const auto before = findings.first(at);
        if (std::ranges::any_of(before, [&](const HitFinding& other) { return sameValue(other, findings[at]); }))
            continue; // its value was added up with that
        Sum value;
        for (const HitFinding& one : findings.subspan(at)) {
            if (!sameValue(one, findings[at]))
                continue;
            switch (mode(one)) {
            case ControlMode::Enforce: value.blocks += one.points; break;
            case ControlMode::Observe: value.observes += one.points; break;
            case ControlMode::Off: break;
            }
        }
        Sum& most = highest[static_cast<std::size_t>(findings[at].attackClass)];
        most.blocks = std::max(most.blocks, value.blocks);
        most.observes = std::max(most.observes, value.observes);
    }
    Weight weight;
    for (const Sum& sum : highest) {
        weight.score += sum.blocks;
        weight.observedScore += sum.observes;
    }
    return weight;
}

bool covers(const NewExclusion& exclusion, std::string_view route, const HitFinding& finding)
{
    return (exclusion.rule.empty() || exclusion.rule == finding.rule ||
            exclusion.rule == detection::classWord(finding.attackClass)) &&
           (exclusion.route.empty() || exclusion.route == route) && (!exclusion.part || *exclusion.part == finding.part) &&
           (exclusion.member.empty() || exclusion.member == finding.member);
}

} // namespace sallyport::protection
