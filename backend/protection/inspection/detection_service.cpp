#include "backend/protection/inspection/detection_service.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/utf8.h"
#include "backend/journal/newest_event.h"
#include "backend/protection/inspection/hit_rows.h"
#include "backend/protection/inspection/hit_weight.h"
#include "backend/protection/inspection/natural_places.h"
#include "backend/protection/inspection/pasted_request.h"
#include "backend/protection/inspection/route_names.h"
#include "backend/protection/inspection/unseen_members.h"

#include <algorithm>

namespace sallyport::protection {
namespace {

using access::Actor;
using access::Permission;
using settings::ControlMode;

constexpr std::size_t waitingMost = 5'000; // hits that wait for the disk; each holds some hundred bytes

bool sameRule(const detection::OwnRule& a, const detection::OwnRule& b)
{
    return a.id == b.id && a.title == b.title && a.literal == b.literal && a.caseSensitive == b.caseSensitive &&
           a.pattern == b.pattern && a.severity == b.severity && a.points == b.points && a.strictness == b.strictness &&
           a.headersToo == b.headersToo;
}

InspectionPlan planOf(const rows::Decided& decided, const settings::Values& values)
{
    InspectionPlan plan;
    plan.mode = values.detectionMode;
    plan.threshold = values.detectionThreshold;
    plan.strictness = static_cast<std::uint8_t>(values.detectionStrictness);
    plan.modes.fill(ControlMode::Enforce);
    for (const auto& [id, own] : decided.modes) {
        if (const auto attackClass = detection::classOf(id)) {
            plan.modes[static_cast<std::size_t>(*attackClass)] = own.mode;
            plan.classStrictness[static_cast<std::size_t>(*attackClass)] = own.strictness;
        } else if (own.mode != ControlMode::Enforce) {
            plan.ruleModes[id] = own.mode;
        }
    }
    for (const auto& [word, routes] : decided.routes) {
        const auto attackClass = detection::classOf(word);
        plan.routes[attackClass ? static_cast<std::size_t>(*attackClass) : detection::classCount] = routes;
    }
    plan.exclusions = naturalPlaces();
    for (const DetectionExclusion& exclusion : decided.exclusions)
        plan.exclusions.push_back(exclusion.what);
    return plan;
}

detection::Severity severityOfRule(const DetectionHit& hit)
{
    const detection::Rule* const rule = detection::builtInRule(hit.rule);
    return rule != nullptr ? rule->severity : detection::Severity::Medium;
}

} // namespace

std::string_view fateWord(Fate fate) noexcept
{
    switch (fate) {
    case Fate::Passes: return "passes";
    case Fate::Observed: return "observed";
    case Fate::Blocked: break;
    }
    return "blocked";
}

std::string_view detectionModeWord(ControlMode mode) noexcept
{
    switch (mode) {
    case ControlMode::Off: return "off";
    case ControlMode::Observe: return "observe";
    case ControlMode::Enforce: break;
    }
    return "block";
}

std::optional<ControlMode> findDetectionMode(std::string_view word) noexcept
{
    for (const auto mode : {ControlMode::Off, ControlMode::Observe, ControlMode::Enforce}) {
        if (detectionModeWord(mode) == word)
            return mode;
    }
    return std::nullopt;
}

Result<std::unique_ptr<DetectionService>> DetectionService::open(DetectionParts parts)
{
    std::unique_ptr<DetectionService> service(new DetectionService(std::move(parts)));
    SALLYPORT_TRY(service->reload());
    return service;
}

DetectionService::DetectionService(DetectionParts parts)
    : m_parts(std::move(parts)), m_ids(m_parts.random, m_parts.clock), m_flood(m_parts.clock),
      m_detector(std::make_shared<const detection::Detector>())
{
    compile();
    m_onSettings = m_parts.settings.onChange([this](const auto&) {
        const std::lock_guard lock(m_making);
        compile();
    });
    m_subscription =
        m_parts.store.changeFeed().subscribe(detectionTopic, [this](const std::string&, const auto& now) { take(*now); });
}

Result<Actor> DetectionService::authorize(const Actor& actor, Permission permission) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

Result<void> DetectionService::reload()
{
    SALLYPORT_ASSIGN(const rows::Decided all, m_parts.store.read(rows::decided));
    take(all);
    return {};
}

void DetectionService::take(const rows::Decided& decided)
{
    const std::lock_guard lock(m_making);
    m_decided = decided;
    if (!std::ranges::equal(m_decided.rules, m_detectorRules, sameRule)) {
        // Each was checked when it was stored; if a newer program refuses one, the others still hold.
        std::vector<detection::OwnRule> usable = m_decided.rules;
        std::erase_if(usable, [](const detection::OwnRule& rule) { return !detection::checkOwnRule(rule); });
        if (auto made = detection::Detector::make(usable))
            m_detector = std::move(*made);
        m_detectorRules = m_decided.rules;
    }
    compile();
}

void DetectionService::compile()
{
    m_inspection.store(Inspection::make(m_detector, planOf(m_decided, *m_parts.settings.values())));
}

UtcTime DetectionService::weekStart() const
{
    const TimeZone zone = m_parts.settings.values()->timesZone;
    UtcTime start = zone.startOfDay(m_parts.clock.now());
    for (int day = 1; day < hitDays; ++day)
        start = zone.startOfDay(start - std::chrono::seconds(1));
    return start;
}

Result<HitPage> DetectionService::hits(const Actor& actor, const HitQuery& query)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    return m_parts.store.read([&](storage::Transaction& transaction) { return rows::hits(transaction, query); });
}

Result<DetectionHit> DetectionService::hit(const Actor& actor, std::string_view id)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    return m_parts.store.read([&](storage::Transaction& transaction) { return rows::hit(transaction, id); });
}

Result<std::vector<HitDay>> DetectionService::days(const Actor& actor, std::optional<detection::AttackClass> attackClass)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    const TimeZone zone = m_parts.settings.values()->timesZone;
    std::vector<HitDay> days(hitDays);
    UtcTime start = zone.startOfDay(m_parts.clock.now());
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        day->start = start;
        start = zone.startOfDay(start - std::chrono::seconds(1));
    }
    const std::string word(attackClass ? detection::classWord(*attackClass) : std::string_view());
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<std::vector<HitDay>> {
        for (std::size_t i = 0; i < days.size(); ++i) {
            const UtcTime end = i + 1 < days.size() ? days[i + 1].start : UtcTime::max();
            SALLYPORT_ASSIGN(const rows::HitCount count, rows::countBetween(transaction, word, days[i].start, end));
            days[i].blocked = count.blocked;
            days[i].observed = count.observed;
        }
        return days;
    });
}

Result<TestedRequest> DetectionService::test(const Actor& actor, std::string_view request)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    SALLYPORT_ASSIGN(const PastedRequest pasted, readPasted(request));
    const std::vector<detection::Part> parts = partsOf(pasted.text());
    const auto inspection = m_inspection.load();
    TestedRequest tested;
    tested.method = pasted.method;
    tested.path = pasted.path;
    tested.route = pasted.isValue ? std::string() : routeOf(m_parts.routes, pasted.method, pasted.path);
    const std::string_view route(tested.route);
    const std::size_t space = std::min(route.find(' '), route.size());
    const std::string_view method = route.substr(0, space), pattern = route.substr(std::min(space + 1, route.size()));
    tested.mode = inspection->plan().mode;
    tested.threshold = inspection->plan().threshold;
    tested.strictness = inspection->strictnessAt(method, pattern);
    const Judged judged = inspection->inspect(method, pattern, parts);
    tested.explanation = inspection->explain(method, pattern, parts);
    // The verdict is that of the guard; what is never looked at isn't explained either.
    tested.explanation.verdict = judged.verdict;
    for (detection::ValueExplanation& value : tested.explanation.values) {
        if (value.inName || value.part == detection::PartKind::Header || !isSecretMember(value.member))
            continue;
        if (std::ranges::find(tested.passedOver, value.member) == tested.passedOver.end())
            tested.passedOver.push_back(value.member);
    }
    std::erase_if(tested.explanation.values, [](const detection::ValueExplanation& value) {
        return !value.inName && value.part != detection::PartKind::Header && isSecretMember(value.member);
    });
    tested.fate = inspection->isOff() ? Fate::Passes : judged.fate;
    tested.score = judged.verdict.score + (judged.verdict.blocked ? 0 : judged.verdict.observedScore);
    if (!judged.verdict.hits.empty()) {
        const detection::Hit& first = judged.verdict.hits.front();
        tested.rule = first.rule;
        tested.title = first.title;
        tested.attackClass = first.attackClass;
    }
    for (const detection::Hit& hit : judged.verdict.hits) {
        const auto part = std::ranges::find_if(parts, [&](const detection::Part& one) {
            return one.kind == hit.part && (one.name.empty() || one.name == hit.member);
        });
        TestedRequest::Place place;
        if (part != parts.end()) {
            place.offset = static_cast<std::size_t>(part->bytes.data() - request.data()) + hit.partOffset;
            place.length = hit.length;
        }
        tested.matches.push_back(place);
    }
    return tested;
}

DetectionRules::Totals DetectionService::totals() const noexcept
{
    Totals totals;
    for (std::size_t at = 0; at < detection::classCount; ++at) {
        totals.blocked[at] = m_blocked[at].load(std::memory_order_relaxed);
        totals.observed[at] = m_observed[at].load(std::memory_order_relaxed);
    }
    return totals;
}

void DetectionService::record(DetectionHit hit, audit::Event event, Recorded done)
{
    (hit.blocked ? m_blocked : m_observed)[static_cast<std::size_t>(hit.attackClass)].fetch_add(1, std::memory_order_relaxed);
    if (m_parts.onHit) {
        if (const auto address = IpAddress::parse(hit.address))
            m_parts.onHit(*address, hit.attackClass, severityOfRule(hit), hit.blocked);
    }
    HitFlood::Turn turn = m_flood.take(hit.address, hit.rule);
    if (turn.write && m_waiting.fetch_add(1) >= waitingMost) {
        m_waiting.fetch_sub(1);
        turn.write = false;
        const std::lock_guard lock(m_making);
        turn.incident = m_lastIncident;
    }
    if (!turn.write)
        return done(turn.incident);
    hit.more = turn.more;
    if (hit.more > 0 && event.detailsJson.starts_with("{\""))
        event.detailsJson.insert(1, "\"more\":" + std::to_string(hit.more) + ",");
    hit.time = event.time = m_parts.store.now();
    auto kept = std::make_shared<DetectionHit>(std::move(hit));
    m_parts.store.post(
        [this, kept, event = std::move(event)](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(m_parts.journal.append(transaction, event));
            SALLYPORT_ASSIGN(kept->id, journal::newestEventId(transaction));
            return rows::addHit(transaction, *kept);
        },
        [this, kept, done = std::move(done)](const Result<void>& stored) {
            m_waiting.fetch_sub(1);
            if (stored) {
                m_flood.written(kept->address, kept->rule, kept->id);
                const std::lock_guard lock(m_making);
                m_lastIncident = kept->id;
            }
            done(stored ? kept->id : std::string());
        });
}

Result<void> DetectionService::removeExpired(UtcTime deletable)
{
    SALLYPORT_TRY(m_parts.store.write(
        [&](storage::Transaction& transaction) { return rows::removeHits(transaction, deletable - hitsKept); }));
    // Hits are as many as people try: by their number they go whatever the clock says. Others may write in between.
    constexpr std::int64_t atOnce = 5'000;
    for (std::int64_t removed = atOnce; removed == atOnce;) {
        SALLYPORT_ASSIGN(removed, m_parts.store.write([&](storage::Transaction& transaction) {
            return rows::removeSurplusHits(transaction, hitsMost, atOnce);
        }));
    }
    return {};
}

} // namespace sallyport::protection
