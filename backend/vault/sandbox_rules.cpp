#include "backend/vault/sandbox_rules.h"

#include "backend/protection/inspection/detection_rules.h"
#include "backend/protection/limits/rate_limits.h"

#include <utility>
#include <vector>

namespace sallyport {
namespace {

using protection::DetectionExclusion;
using protection::DetectionRule;
using protection::RateRule;

struct Rules {
    std::vector<RateRule> limits;
    protection::DetectionOverview detection;
    std::vector<DetectionRule> rules; ///< own ones, and those that were set otherwise than they came
    std::vector<DetectionExclusion> exclusions;
};

const access::Actor& hand()
{
    static const access::Actor drill = access::Actor::system("Drill");
    return drill;
}

Result<void> makeLimits(const Rules& rules, protection::RateLimits& limits)
{
    for (const RateRule& rule : rules.limits) {
        const protection::RateSetting& set = rule.setting;
        if (!set.builtIn) {
            SALLYPORT_TRY(limits.create(hand(), {.name = set.name,
                                                 .scope = set.scope,
                                                 .numbers = set.numbers,
                                                 .subject = set.subject,
                                                 .mode = set.mode,
                                                 .cost = set.cost}));
            continue;
        }
        SALLYPORT_ASSIGN(const RateRule there, limits.read(hand(), set.id));
        protection::RateRulePatch patch;
        if (there.setting.mode != set.mode)
            patch.mode = set.mode;
        if (there.setting.subject != set.subject)
            patch.subject = set.subject;
        if (there.setting.numbers.algorithm != set.numbers.algorithm)
            patch.algorithm = set.numbers.algorithm;
        if (patch.mode || patch.subject || patch.algorithm)
            SALLYPORT_TRY(limits.change(hand(), set.id, patch));
    }
    return {};
}

Result<void> makeDetection(const Rules& rules, protection::DetectionRules& detection)
{
    for (const DetectionRule& rule : rules.rules) {
        if (rule.own) {
            SALLYPORT_TRY(detection.addRule(hand(), *rule.own, rule.mode));
            continue;
        }
        protection::RulePatch patch;
        patch.mode = rule.mode;
        SALLYPORT_TRY(detection.change(hand(), rule.id, patch));
    }
    for (const protection::DetectionClass& one : rules.detection.classes) {
        protection::RulePatch patch;
        patch.mode = one.mode;
        patch.strictness = one.strictness;
        patch.routes = one.routes;
        if (one.mode != settings::ControlMode::Enforce || one.strictness != 0 || !one.routes.empty())
            SALLYPORT_TRY(detection.change(hand(), protection::detection::classWord(one.attackClass), patch));
    }
    for (const DetectionExclusion& exclusion : rules.exclusions)
        SALLYPORT_TRY(detection.exclude(hand(), exclusion.what));
    return {};
}

} // namespace

Result<std::function<Result<void>(Services& sandbox)>> rulesForSandbox(protection::RateLimits& limits,
                                                                       protection::DetectionRules& detection)
{
    Rules rules;
    SALLYPORT_ASSIGN(rules.limits, limits.list(hand()));
    SALLYPORT_ASSIGN(rules.detection, detection.overview(hand()));
    protection::RuleQuery query;
    do {
        SALLYPORT_ASSIGN(const protection::RulePage page, detection.rules(hand(), query));
        for (const DetectionRule& rule : page.rules) {
            if (rule.own || rule.mode != settings::ControlMode::Enforce)
                rules.rules.push_back(rule);
        }
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    SALLYPORT_ASSIGN(std::vector<DetectionExclusion> exclusions, detection.exclusions(hand()));
    std::erase_if(exclusions, [](const DetectionExclusion& one) { return one.builtIn; });
    rules.exclusions = std::move(exclusions);
    return [rules = std::move(rules)](Services& sandbox) -> Result<void> {
        SALLYPORT_TRY(makeLimits(rules, sandbox.rateLimits));
        return makeDetection(rules, sandbox.detectionRules);
    };
}

} // namespace sallyport
