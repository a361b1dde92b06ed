// What the operator is told: classes and rules with their hits, and what other numbers would have done.
#include "backend/base/case_fold.h"
#include "backend/protection/inspection/detection_service.h"
#include "backend/protection/inspection/hit_rows.h"
#include "backend/protection/inspection/hit_weight.h"
#include "backend/storage/page_cursor.h"

#include <algorithm>

namespace sallyport::protection {
namespace {

using access::Actor;
using access::Permission;
using detection::AttackClass;
using settings::ControlMode;

constexpr char byClassAndId = 'r', byClassAndIdDown = 'R';
constexpr std::size_t peopleTold = 5;

ControlMode modeIn(const InspectionPlan& plan, const DetectionDraft* draft, const HitFinding& finding)
{
    const std::string_view word = detection::classWord(finding.attackClass);
    ControlMode ofClass = plan.modes[static_cast<std::size_t>(finding.attackClass)];
    const auto own = plan.ruleModes.find(finding.rule);
    ControlMode ofRule = own == plan.ruleModes.end() ? ControlMode::Enforce : own->second;
    if (draft != nullptr) {
        for (const auto& [id, mode] : draft->modes) {
            if (id == word)
                ofClass = mode;
            if (id == finding.rule)
                ofRule = mode;
        }
    }
    return leastStrict(ofClass, ofRule);
}

DetectionRule ruleOf(const detection::OwnRule& own, ControlMode mode)
{
    DetectionRule rule;
    rule.id = own.id;
    rule.title = own.title;
    rule.attackClass = AttackClass::Own;
    rule.severity = own.severity;
    rule.points = own.points;
    rule.strictness = own.strictness;
    rule.version = own.version;
    rule.mode = mode;
    rule.own = own;
    return rule;
}

std::vector<DetectionRule> everyRule(const rows::Decided& decided, const rows::HitCounts& counts)
{
    std::vector<DetectionRule> all;
    const auto modeOf = [&](const std::string& id) {
        const auto found = decided.modes.find(id);
        return found == decided.modes.end() ? ControlMode::Enforce : found->second.mode;
    };
    for (const detection::Rule& rule : detection::builtInRules()) {
        DetectionRule one;
        one.id = rule.id;
        one.title = rule.title;
        one.attackClass = rule.attackClass;
        one.severity = rule.severity;
        one.points = rule.points;
        one.strictness = rule.strictness;
        one.version = rule.version;
        one.mode = modeOf(rule.id);
        all.push_back(std::move(one));
    }
    for (const detection::OwnRule& own : decided.rules)
        all.push_back(ruleOf(own, modeOf(own.id)));
    for (DetectionRule& rule : all) {
        if (const auto count = counts.find(rule.id); count != counts.end())
            rule.hits = count->second.blocked + count->second.observed;
    }
    return all;
}

/// What stands in the place of the text that was: what matched, and the words beside it.
std::string keptText(const DetectionHit& hit)
{
    std::string text = hit.before;
    for (const std::string* word : {&hit.matched, &hit.after}) {
        if (!word->empty())
            text.append(text.empty() ? "" : " ").append(*word);
    }
    return text;
}

void countPeople(std::vector<std::pair<std::string, std::int64_t>>& by, const std::string& who)
{
    const auto found = std::ranges::find(by, who, &std::pair<std::string, std::int64_t>::first);
    if (found == by.end())
        by.emplace_back(who, 1);
    else
        ++found->second;
}

} // namespace

Result<DetectionOverview> DetectionService::overview(const Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    const UtcTime since = weekStart();
    rows::Decided decided;
    rows::HitCounts counts;
    const Result<void> done = m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(decided, rows::decided(transaction));
        SALLYPORT_ASSIGN(counts, rows::countsByClass(transaction, since));
        return {};
    });
    SALLYPORT_TRY(done);
    const auto values = m_parts.settings.values();
    DetectionOverview overview;
    overview.mode = values->detectionMode;
    overview.threshold = values->detectionThreshold;
    overview.strictness = static_cast<std::uint8_t>(values->detectionStrictness);
    overview.exclusions = static_cast<std::int64_t>(decided.exclusions.size());
    overview.ownRules = static_cast<std::int64_t>(decided.rules.size());
    overview.rulesVersion = detection::rulesVersion();
    if (const auto routes = decided.routes.find("all"); routes != decided.routes.end())
        overview.routes = routes->second;
    for (std::size_t i = 0; i < detection::classCount; ++i) {
        DetectionClass one;
        one.attackClass = static_cast<AttackClass>(i);
        const std::string_view word = detection::classWord(one.attackClass);
        if (const auto own = decided.modes.find(word); own != decided.modes.end()) {
            one.mode = own->second.mode;
            one.strictness = own->second.strictness;
        }
        if (const auto routes = decided.routes.find(word); routes != decided.routes.end())
            one.routes = routes->second;
        one.rules = one.attackClass == AttackClass::Own
                        ? overview.ownRules
                        : std::ranges::count(detection::builtInRules(), one.attackClass, &detection::Rule::attackClass);
        if (const auto count = counts.find(word); count != counts.end()) {
            one.blocked = count->second.blocked;
            one.observed = count->second.observed;
        }
        overview.blocked += one.blocked;
        overview.observed += one.observed;
        overview.classes.push_back(std::move(one));
    }
    return overview;
}

Result<RulePage> DetectionService::rules(const Actor& actor, const RuleQuery& query)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    const UtcTime since = weekStart();
    storage::PageCursor after;
    std::size_t begin = 0;
    rows::Decided decided;
    rows::HitCounts counts;
    const Result<void> done = m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(decided, rows::decided(transaction));
        SALLYPORT_ASSIGN(counts, rows::countsByRule(transaction, since));
        return {};
    });
    SALLYPORT_TRY(done);
    std::vector<DetectionRule> all = everyRule(decided, counts);
    const std::string wanted = searchKey(query.text);
    std::erase_if(all, [&](const DetectionRule& rule) {
        return (query.attackClass && rule.attackClass != *query.attackClass) ||
               (!wanted.empty() && searchKey(rule.title).find(wanted) == std::string::npos &&
                searchKey(rule.id).find(wanted) == std::string::npos);
    });
    const char order = query.descending ? byClassAndIdDown : byClassAndId;
    if (query.descending)
        std::ranges::reverse(all);
    if (!query.cursor.empty()) {
        // Ids differ in length: the place holds the whole one, and the fixed part says nothing.
        SALLYPORT_ASSIGN(after, storage::decodeCursor(query.cursor, order, 1));
        const auto found = std::ranges::find(all, after.place, &DetectionRule::id);
        if (found == all.end())
            return storage::notACursor();
        begin = static_cast<std::size_t>(found - all.begin()) + 1;
    }
    RulePage page;
    page.total = static_cast<std::int64_t>(all.size());
    const std::size_t end = std::min(all.size(), begin + query.limit);
    page.rules.assign(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
    if (end < all.size() && !page.rules.empty())
        page.nextCursor = storage::encodeCursor(order, {"r", page.rules.back().id});
    return page;
}

Result<DetectionRule> DetectionService::rule(const Actor& actor, std::string_view id)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    const UtcTime since = weekStart();
    rows::Decided decided;
    rows::HitCounts counts;
    const Result<void> done = m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(decided, rows::decided(transaction));
        SALLYPORT_ASSIGN(counts, rows::countsByRule(transaction, since));
        return {};
    });
    SALLYPORT_TRY(done);
    std::vector<DetectionRule> all = everyRule(decided, counts);
    const auto found = std::ranges::find(all, id, &DetectionRule::id);
    if (found == all.end())
        return makeError(ErrorCode::NotFound, "There is no such rule");
    return std::move(*found);
}

Result<ExclusionPreview> DetectionService::preview(const Actor& actor, const NewExclusion& exclusion)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    std::optional<AttackClass> attackClass = detection::classOf(exclusion.rule);
    if (const detection::Rule* const rule = detection::builtInRule(exclusion.rule))
        attackClass = rule->attackClass;
    const AttackClass wanted = attackClass.value_or(AttackClass::Own);
    ExclusionPreview preview;
    std::vector<std::pair<std::string, std::int64_t>> by;
    const Result<void> done = m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::eachHit(transaction, weekStart(), dryRunHits, [&](const DetectionHit& hit) {
            if (hit.attackClass != wanted)
                return true;
            ++preview.of;
            const Weight weight = weigh(hit.findings, [&](const HitFinding& finding) {
                return covers(exclusion, hit.route, finding) ? ControlMode::Off : ControlMode::Enforce;
            });
            if (weight.fate(hit.threshold) != Fate::Passes)
                return true;
            ++preview.pass;
            if (hit.who.empty())
                ++preview.unknown;
            else
                countPeople(by, hit.who);
            return true;
        });
    });
    SALLYPORT_TRY(done);
    preview.people = static_cast<std::int64_t>(by.size());
    std::ranges::stable_sort(by, std::greater(), &std::pair<std::string, std::int64_t>::second);
    by.resize(std::min(by.size(), peopleTold));
    preview.by = std::move(by);
    return preview;
}

Result<DryRun> DetectionService::dryRun(const Actor& actor, const DetectionDraft& draft)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    std::shared_ptr<const detection::Detector> trial;
    if (draft.rule) {
        detection::OwnRule rule = *draft.rule;
        rule.id = "own.new";
        SALLYPORT_ASSIGN(trial, detection::Detector::make({rule}));
    }
    const auto inspection = m_inspection.load();
    const InspectionPlan& plan = inspection->plan();
    const ControlMode mode = draft.mode.value_or(plan.mode);
    const std::uint32_t threshold = draft.threshold.value_or(plan.threshold);
    DryRun run;
    const auto then = [&](const DetectionHit& hit) {
        if (mode == ControlMode::Off)
            return Fate::Passes;
        const Weight weight = weigh(hit.findings, [&](const HitFinding& finding) {
            if (draft.strictness && finding.strictness > *draft.strictness)
                return ControlMode::Off;
            const auto covered = [&](const NewExclusion& one) { return covers(one, hit.route, finding); };
            if ((draft.exclusion && covered(*draft.exclusion)) || std::ranges::any_of(plan.exclusions, covered))
                return ControlMode::Off;
            return modeIn(plan, &draft, finding);
        });
        const Fate fate = weight.fate(threshold);
        return fate == Fate::Blocked && mode == ControlMode::Observe ? Fate::Observed : fate;
    };
    const Result<void> done = m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::eachHit(transaction, weekStart(), dryRunHits + 1, [&](const DetectionHit& hit) {
            if (run.looked == dryRunHits) {
                run.complete = false;
                return false;
            }
            ++run.looked;
            const Fate was = hit.blocked ? Fate::Blocked : Fate::Observed, now = then(hit);
            ++run.was[static_cast<std::size_t>(was)];
            ++run.then[static_cast<std::size_t>(now)];
            if (trial) {
                const std::string text = keptText(hit);
                const detection::Part part{detection::PartKind::Text, hit.member, text};
                detection::Options options;
                options.strictness = 4;
                const detection::Verdict verdict = trial->inspect({&part, 1}, options);
                run.matched += verdict.has(AttackClass::Own) ? 1 : 0;
            }
            if (was != now && run.changes.size() < dryRunChanges)
                run.changes.push_back({hit, was, now});
            return true;
        });
    });
    SALLYPORT_TRY(done);
    return run;
}

} // namespace sallyport::protection
