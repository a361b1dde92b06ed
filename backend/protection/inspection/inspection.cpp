#include "backend/protection/inspection/inspection.h"

#include "backend/protection/inspection/excerpt.h"
#include "backend/protection/inspection/hit_weight.h"
#include "backend/protection/inspection/unseen_members.h"

#include <algorithm>
#include <array>
#include <set>

namespace sallyport::protection {
namespace {

using detection::AttackClass;
using detection::ClassMode;
using settings::ControlMode;

constexpr int looksAgain = 4; // each time without members that are secret; more of them at once is no request that anybody sends

ClassMode classMode(ControlMode mode) noexcept
{
    switch (mode) {
    case ControlMode::Off: return ClassMode::Off;
    case ControlMode::Observe: return ClassMode::Observe;
    case ControlMode::Enforce: break;
    }
    return ClassMode::Block;
}

void exclude(std::vector<detection::Exclusion>& to, const NewExclusion& what)
{
    detection::Exclusion one;
    one.everyKind = !what.part;
    one.kind = what.part.value_or(detection::PartKind::Query);
    one.member = what.member;
    const std::optional<AttackClass> whole = detection::classOf(what.rule);
    if (!what.rule.empty() && !whole) {
        one.rule = what.rule;
        to.push_back(std::move(one));
        return;
    }
    one.everyClass = !whole;
    one.attackClass = whole.value_or(AttackClass::Sql);
    to.push_back(std::move(one));
}

std::uint8_t strictnessFor(const std::vector<RouteStrictness>& routes, std::string_view route) noexcept
{
    const auto found = std::ranges::find(routes, route, &RouteStrictness::route);
    return found == routes.end() ? std::uint8_t{0} : found->strictness;
}

constexpr auto richTextRoutes = std::to_array<std::string_view>({"PATCH /api/comments/{id}", "POST /api/comments"});

/// The document without whole script elements that have no attributes, as they come along when a page is copied: the sanitiser
/// takes them out with all that is in them (docs/security.md). Empty if there is none.
std::string withoutScripts(std::string_view bytes)
{
    constexpr std::string_view begin = "<script>", end = "</script>", escapedEnd = "<\\/script>";
    const auto find = [](std::string_view text, std::string_view word, std::size_t from) {
        const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; };
        const auto found = std::ranges::search(text.substr(std::min(from, text.size())), word, same);
        return found.empty() ? std::string_view::npos : static_cast<std::size_t>(found.begin() - text.begin());
    };
    std::string left;
    std::size_t at = 0;
    for (bool any = false;;) {
        const std::size_t opens = find(bytes, begin, at);
        const std::size_t closes = opens == std::string_view::npos ? opens : find(bytes, end, opens);
        const std::size_t other = opens == std::string_view::npos ? opens : find(bytes, escapedEnd, opens);
        const std::size_t first = std::min(closes, other);
        if (first == std::string_view::npos)
            return any ? left.append(bytes.substr(at)) : std::string();
        any = true;
        left.append(bytes.substr(at, opens - at));
        at = first + (first == closes ? end.size() : escapedEnd.size());
    }
}

} // namespace

std::shared_ptr<const Inspection> Inspection::make(std::shared_ptr<const detection::Detector> detector, InspectionPlan plan)
{
    return std::shared_ptr<const Inspection>(new Inspection(std::move(detector), std::move(plan)));
}

Inspection::Inspection(std::shared_ptr<const detection::Detector> detector, InspectionPlan plan)
    : m_detector(std::move(detector)), m_plan(std::move(plan))
{
    for (const auto& [rule, mode] : m_plan.ruleModes)
        (mode == ControlMode::Off ? m_disabledTexts : m_observedTexts).push_back(rule);
    m_disabled.assign(m_disabledTexts.begin(), m_disabledTexts.end());
    m_disabledAndObserved = m_disabled;
    m_disabledAndObserved.insert(m_disabledAndObserved.end(), m_observedTexts.begin(), m_observedTexts.end());

    std::set<std::string> named;
    for (const NewExclusion& exclusion : m_plan.exclusions)
        named.insert(exclusion.route);
    for (const std::vector<RouteStrictness>& routes : m_plan.routes) {
        for (const RouteStrictness& route : routes)
            named.insert(route.route);
    }
    named.insert(richTextRoutes.begin(), richTextRoutes.end());
    for (const std::string& route : named) {
        const std::size_t space = route.find(' ');
        if (space != std::string::npos)
            m_routes[route.substr(space + 1)].emplace_back(route.substr(0, space), compile(route));
    }
    m_other = compile({});
}

std::unique_ptr<Inspection::Route> Inspection::compile(std::string_view route) const
{
    auto made = std::make_unique<Route>();
    made->richText = std::ranges::find(richTextRoutes, route) != richTextRoutes.end();
    for (const NewExclusion& exclusion : m_plan.exclusions) {
        if (exclusion.route.empty() || exclusion.route == route)
            exclude(made->exclusions, exclusion);
    }
    detection::Options& options = made->options;
    const std::uint8_t here = strictnessFor(m_plan.routes.back(), route);
    options.strictness = here != 0 ? here : m_plan.strictness;
    options.threshold = m_plan.threshold;
    for (std::size_t i = 0; i < detection::classCount; ++i) {
        options.modes[i] = classMode(m_plan.modes[i]);
        const std::uint8_t own = strictnessFor(m_plan.routes[i], route);
        // What is said of the route is nearer than what is said of the class everywhere.
        options.classStrictness[i] = own != 0 ? own : here != 0 ? std::uint8_t{0} : m_plan.classStrictness[i];
    }
    options.disabledRules = m_disabled;
    options.exclusions = made->exclusions;
    return made;
}

const Inspection::Route& Inspection::routeOf(std::string_view method, std::string_view pattern) const
{
    const auto found = m_routes.find(pattern);
    if (found == m_routes.end())
        return *m_other;
    for (const auto& [name, route] : found->second) {
        if (name == method)
            return *route;
    }
    return *m_other;
}

detection::Verdict Inspection::look(const Route& route, std::span<const detection::Part> parts) const
{
    detection::Verdict verdict = m_detector->inspect(parts, route.options);
    if (route.richText && verdict.has(AttackClass::Script)) {
        std::vector<detection::Part> others(parts.begin(), parts.end());
        const auto body = std::ranges::find(others, detection::PartKind::Json, &detection::Part::kind);
        const std::string left = body == others.end() ? std::string() : withoutScripts(body->bytes);
        if (!left.empty()) {
            body->bytes = left;
            if (detection::Verdict again = m_detector->inspect(others, route.options); !again.wouldBlock)
                return {};
        }
    }
    // Which members are secret is asked of what was found, not of every member: nearly always that is nothing.
    std::vector<detection::Exclusion> exclusions;
    for (int i = 0; i < looksAgain; ++i) {
        std::set<std::pair<detection::PartKind, std::string>> secret;
        for (const detection::Hit& hit : verdict.hits) {
            if (!hit.inName && isSecretMember(hit.member) && hit.part != detection::PartKind::Header)
                secret.emplace(hit.part, hit.member);
        }
        if (secret.empty())
            return verdict;
        if (exclusions.empty())
            exclusions = route.exclusions;
        for (const auto& [part, member] : secret)
            exclude(exclusions, {.rule = {}, .route = {}, .member = member, .part = part, .reason = {}});
        detection::Options options = route.options;
        options.exclusions = exclusions;
        verdict = m_detector->inspect(parts, options);
    }
    std::erase_if(verdict.hits, [](const detection::Hit& hit) { return isSecretMember(hit.member); });
    return verdict;
}

Judged Inspection::inspect(std::string_view method, std::string_view pattern, std::span<const detection::Part> parts) const
{
    Judged judged;
    judged.threshold = m_plan.threshold;
    const Route& route = routeOf(method, pattern);
    judged.verdict = look(route, parts);
    if (judged.verdict.hits.empty())
        return judged;
    detection::Verdict& verdict = judged.verdict;
    if (verdict.blocked && !m_observedTexts.empty()) {
        const auto isObserved = [this](const detection::Hit& hit) {
            return std::ranges::find(m_observedTexts, hit.rule) != m_observedTexts.end();
        };
        if (std::ranges::any_of(verdict.hits, isObserved)) {
            // The detector observes classes; that a rule is only observed is seen by asking once more without it.
            Route without;
            without.exclusions = route.exclusions;
            without.options = route.options;
            without.options.exclusions = without.exclusions;
            without.options.disabledRules = m_disabledAndObserved;
            const detection::Verdict counted = look(without, parts);
            for (detection::Hit& hit : verdict.hits)
                hit.observed = hit.observed || isObserved(hit);
            verdict.blocked = counted.blocked;
            verdict.wouldBlock = true;
            verdict.observedScore += verdict.score - std::min(verdict.score, counted.score);
            verdict.score = counted.score;
            std::ranges::stable_partition(verdict.hits, [](const detection::Hit& hit) { return !hit.observed; });
        }
    }
    if (verdict.blocked)
        judged.fate = m_plan.mode == ControlMode::Enforce ? Fate::Blocked : Fate::Observed;
    else if (verdict.wouldBlock)
        judged.fate = Fate::Observed;
    return judged;
}

detection::Explanation Inspection::explain(std::string_view method, std::string_view pattern,
                                           std::span<const detection::Part> parts) const
{
    return m_detector->explain(parts, routeOf(method, pattern).options);
}

std::uint8_t Inspection::strictnessAt(std::string_view method, std::string_view pattern) const
{
    return routeOf(method, pattern).options.strictness;
}

ControlMode Inspection::modeOf(std::string_view rule, AttackClass attackClass) const
{
    const auto own = m_plan.ruleModes.find(rule);
    const ControlMode most = leastStrict(m_plan.mode, m_plan.modes[static_cast<std::size_t>(attackClass)]);
    return own == m_plan.ruleModes.end() ? most : leastStrict(most, own->second);
}

DetectionHit hitOf(const Judged& judged, std::span<const detection::Part> parts)
{
    DetectionHit hit;
    hit.threshold = judged.threshold;
    hit.score = judged.verdict.score + (judged.fate == Fate::Blocked ? 0 : judged.verdict.observedScore);
    hit.blocked = judged.fate == Fate::Blocked;
    if (judged.verdict.hits.empty())
        return hit;
    const detection::Hit& found = judged.verdict.hits.front();
    hit.rule = found.rule;
    hit.attackClass = found.attackClass;
    const auto part = std::ranges::find_if(parts, [&](const detection::Part& one) {
        return one.kind == found.part && (one.name.empty() || one.name == found.member);
    });
    putExcerpt(hit, found, part == parts.end() ? std::string_view() : part->bytes);
    for (const detection::Hit& one : judged.verdict.hits) {
        HitFinding finding;
        finding.rule = one.rule;
        finding.attackClass = one.attackClass;
        finding.points = one.points;
        const detection::Rule* const rule = detection::builtInRule(one.rule);
        finding.strictness = rule != nullptr ? rule->strictness : std::uint8_t{1};
        finding.part = one.part;
        finding.member = one.member;
        finding.inName = one.inName;
        hit.findings.push_back(std::move(finding));
    }
    return hit;
}

} // namespace sallyport::protection
