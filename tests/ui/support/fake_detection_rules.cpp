#include "tests/ui/support/fake_detection_rules.h"

#include <algorithm>
#include <array>

namespace sallyport::tests {

using protection::DetectionHit;
using protection::Fate;
using protection::detection::AttackClass;
using protection::detection::PartKind;
using settings::ControlMode;

namespace {

namespace detection = protection::detection;

struct Scene {
    int minutesAgo;
    const char* who; ///< empty: nobody that is known
    const char* address;
    const char* route;
    const char* member;
    PartKind part;
    AttackClass attackClass;
    const char* rule;
    std::uint32_t score;
    bool blocked;
    const char *before, *matched, *after;
};

constexpr int aDay = 1440;
constexpr auto scenes = std::to_array<Scene>({
    {85, "Farid Rahmani", "192.0.2.41", "POST /api/comments", "content", PartKind::Json, AttackClass::Sql, "sql.always-true", 6,
     true, "dose", "' or 1=1", "per day"},
    {161, "", "203.0.113.88", "GET /api/data", "q", PartKind::Query, AttackClass::Sql, "sql.union", 12, true, "",
     "' UNION SELECT", ""},
    {161, "", "203.0.113.88", "GET /api/data", "q", PartKind::Query, AttackClass::Sql, "sql.always-true", 9, true, "",
     "1 OR 1=1 --", ""},
    {293, "Giulia Moretti", "192.0.2.43", "POST /api/comments", "content", PartKind::Json, AttackClass::Sql, "sql.always-true", 6,
     true, "twice", "' or '1'='1", "a day"},
    {aDay, "Farid Rahmani", "192.0.2.41", "POST /api/comments", "content", PartKind::Json, AttackClass::Sql, "sql.always-true", 6,
     true, "dose", "' or 2=2", ""},
    {aDay + 30, "", "192.0.2.200", "GET /api/data", "q", PartKind::Query, AttackClass::Traversal, "traversal.climb", 11, true, "",
     "../../etc/passwd", ""},
    {aDay + 90, "", "203.0.113.9", "", "User-Agent", PartKind::Header, AttackClass::Scanners, "scanner.sqlmap", 5, true, "",
     "sqlmap", ""},
    {2 * aDay, "", "203.0.113.9", "", "", PartKind::Path, AttackClass::Traversal, "traversal.climb", 10, true, "", "..%2f..%2f",
     ""},
    {2 * aDay + 60, "Jonas Weber", "192.0.2.17", "POST /api/data", "body", PartKind::Json, AttackClass::ServerRequests,
     "ssrf.loopback", 5, false, "see", "http://127.0.0.1", "for"},
    {3 * aDay, "", "198.51.100.7", "POST /api/comments", "content", PartKind::Json, AttackClass::Script, "script.tag", 8, true,
     "", "<script>", ""},
    {4 * aDay, "", "198.51.100.7", "GET /api/data", "q", PartKind::Query, AttackClass::Log4Shell, "log4shell.lookup", 10, true,
     "", "${jndi:ldap://", ""},
    {5 * aDay, "", "203.0.113.88", "GET /api/data", "q", PartKind::Query, AttackClass::Sql, "sql.union", 14, true, "",
     "UNION ALL SELECT", ""},
});

std::string titleOfRule(const std::string& id)
{
    std::string title = id.substr(std::min(id.find('.') + 1, id.size()));
    std::ranges::replace(title, '-', ' ');
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
        title[0] = static_cast<char>(title[0] - 32);
    return title;
}

} // namespace

FakeDetectionRules::FakeDetectionRules(Clock& clock) : m_clock(clock) {}

std::vector<DetectionHit> FakeDetectionRules::all() const
{
    std::vector<DetectionHit> hits;
    if (empty)
        return hits;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const Scene& scene = scenes[i];
        DetectionHit hit;
        hit.id = "evt_hit" + std::to_string(i + 1);
        hit.time = m_clock.now() - std::chrono::minutes(scene.minutesAgo);
        hit.whoKind = *scene.who == 0 ? "anonymous" : "user";
        hit.who = scene.who;
        hit.whoId = *scene.who == 0 ? "" : "user-" + std::to_string(i);
        hit.address = scene.address;
        hit.requestId = "01JDHIT" + std::to_string(i);
        hit.route = scene.route;
        hit.method = std::string(scene.route).substr(0, std::string(scene.route).find(' '));
        hit.part = scene.part;
        hit.member = scene.member;
        hit.place = 14;
        hit.before = scene.before;
        hit.matched = scene.matched;
        hit.after = scene.after;
        hit.cutBefore = hit.cutAfter = !hit.before.empty();
        hit.rule = scene.rule;
        hit.attackClass = scene.attackClass;
        hit.score = scene.score;
        hit.threshold = 5;
        hit.blocked = scene.blocked;
        hit.findings.push_back({hit.rule, hit.attackClass, hit.score, 1, hit.part, hit.member, false});
        hits.push_back(std::move(hit));
    }
    return hits;
}

Result<protection::DetectionOverview> FakeDetectionRules::overview(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    protection::DetectionOverview overview;
    overview.exclusions = 2 + static_cast<std::int64_t>(added.size());
    overview.ownRules = static_cast<std::int64_t>(ownRules.size());
    for (std::size_t i = 0; i < detection::classCount; ++i) {
        protection::DetectionClass one;
        one.attackClass = static_cast<AttackClass>(i);
        one.rules = 4;
        if (one.attackClass == AttackClass::ServerRequests || one.attackClass == AttackClass::PrototypePollution)
            one.mode = ControlMode::Observe;
        for (const auto& [id, mode] : changed) {
            if (id == detection::classWord(one.attackClass))
                one.mode = mode;
        }
        for (const DetectionHit& hit : all()) {
            if (hit.attackClass == one.attackClass)
                ++(hit.blocked ? one.blocked : one.observed);
        }
        overview.blocked += one.blocked;
        overview.observed += one.observed;
        overview.classes.push_back(std::move(one));
    }
    return overview;
}

Result<protection::RulePage> FakeDetectionRules::rules(const access::Actor&, const protection::RuleQuery& query)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    protection::RulePage page;
    for (const Scene& scene : scenes) {
        const std::string id = scene.rule;
        if ((query.attackClass && scene.attackClass != *query.attackClass) ||
            std::ranges::any_of(page.rules, [&](const auto& rule) { return rule.id == id; }))
            continue;
        protection::DetectionRule rule;
        rule.id = id;
        rule.title = titleOfRule(id);
        rule.attackClass = scene.attackClass;
        rule.points = 5;
        for (const auto& [changedId, mode] : changed) {
            if (changedId == id)
                rule.mode = mode;
        }
        rule.hits = std::ranges::count(scenes, id, &Scene::rule);
        page.rules.push_back(std::move(rule));
    }
    for (const detection::OwnRule& own : ownRules) {
        if (query.attackClass && *query.attackClass != AttackClass::Own)
            continue;
        protection::DetectionRule rule;
        rule.id = own.id;
        rule.title = own.title;
        rule.attackClass = AttackClass::Own;
        rule.points = own.points;
        rule.mode = ControlMode::Observe;
        rule.own = own;
        page.rules.push_back(std::move(rule));
    }
    page.total = static_cast<std::int64_t>(page.rules.size());
    return page;
}

Result<protection::DetectionRule> FakeDetectionRules::rule(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const protection::RulePage page, rules(actor, {}));
    const auto found = std::ranges::find(page.rules, id, &protection::DetectionRule::id);
    if (found == page.rules.end())
        return makeError(ErrorCode::NotFound, "There is no such rule");
    return *found;
}

Result<void> FakeDetectionRules::change(const access::Actor&, std::string_view id, const protection::RulePatch& patch)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    if (patch.mode)
        changed.emplace_back(std::string(id), *patch.mode);
    return {};
}

Result<protection::DetectionRule> FakeDetectionRules::addRule(const access::Actor&, detection::OwnRule rule, ControlMode mode)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    for (const detection::RuleTest& test : rule.tests) {
        if ((test.text.find(rule.pattern) != std::string::npos) != test.hits) {
            Error error(ErrorCode::Conflict, "The test '" + test.text + "' does not say what it shall.");
            error.word = "tests_failed";
            return error;
        }
    }
    rule.id = "own." + std::to_string(ownRules.size() + 1);
    ownRules.push_back(rule);
    protection::DetectionRule made;
    made.id = rule.id;
    made.title = rule.title;
    made.attackClass = AttackClass::Own;
    made.mode = mode;
    made.own = rule;
    return made;
}

Result<void> FakeDetectionRules::removeRule(const access::Actor&, std::string_view id)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(ownRules, [&](const detection::OwnRule& rule) { return rule.id == id; });
    return {};
}

Result<std::vector<protection::DetectionExclusion>> FakeDetectionRules::exclusions(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    std::vector<protection::DetectionExclusion> list;
    const auto add = [&](const char* id, const char* rule, const char* route, const char* member, const char* reason, int days) {
        protection::DetectionExclusion one;
        one.id = id;
        one.what.rule = rule;
        one.what.route = route;
        one.what.member = member;
        one.what.part = PartKind::Json;
        one.what.reason = reason;
        one.createdBy = "Ingrid Solheim";
        one.createdAt = m_clock.now() - std::chrono::days(90 - days);
        one.reviewAt = m_clock.now() + std::chrono::days(days);
        list.push_back(std::move(one));
    };
    if (!empty) {
        add("x1", "sql.always-true", "POST /api/data", "body", "Doses are written as 1=1", 12);
        add("x2", "script", "POST /api/data", "title", "Names of drug trials", 64);
    }
    list.insert(list.end(), added.begin(), added.end());
    protection::DetectionExclusion natural;
    natural.id = "built-in.1";
    natural.what.route = "POST /api/policies";
    natural.what.member = "condition";
    natural.what.part = PartKind::Json;
    natural.what.reason = "The condition of a policy is code.";
    natural.builtIn = true;
    list.push_back(std::move(natural));
    return list;
}

Result<protection::ExclusionPreview> FakeDetectionRules::preview(const access::Actor&, const protection::NewExclusion& exclusion)
{
    if (auto error = failures.take())
        return *error;
    protection::ExclusionPreview preview;
    const bool whole = detection::classOf(exclusion.rule).has_value();
    for (const DetectionHit& hit : all()) {
        if (hit.attackClass != AttackClass::Sql)
            continue;
        ++preview.of;
        const bool fits = (whole || hit.rule == exclusion.rule) && (exclusion.member.empty() || hit.member == exclusion.member) &&
                          (exclusion.route.empty() || hit.route == exclusion.route);
        if (!fits)
            continue;
        ++preview.pass;
        if (hit.who.empty()) {
            ++preview.unknown;
            continue;
        }
        const auto found = std::ranges::find(preview.by, hit.who, &std::pair<std::string, std::int64_t>::first);
        if (found == preview.by.end())
            preview.by.emplace_back(hit.who, 1);
        else
            ++found->second;
    }
    preview.people = static_cast<std::int64_t>(preview.by.size());
    return preview;
}

Result<protection::DetectionExclusion> FakeDetectionRules::exclude(const access::Actor& actor, protection::NewExclusion exclusion)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    protection::DetectionExclusion made;
    made.id = "x" + std::to_string(added.size() + 3);
    made.what = std::move(exclusion);
    made.createdAt = m_clock.now();
    made.createdBy = actor.name;
    made.reviewAt = made.createdAt + std::chrono::days(made.what.reviewDays);
    added.push_back(made);
    return made;
}

Result<void> FakeDetectionRules::removeExclusion(const access::Actor&, std::string_view id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    std::erase_if(added, [&](const protection::DetectionExclusion& one) { return one.id == id; });
    return {};
}

Result<protection::HitPage> FakeDetectionRules::hits(const access::Actor&, const protection::HitQuery& query)
{
    if (auto error = failures.take())
        return *error;
    protection::HitPage page;
    for (DetectionHit& hit : all()) {
        const bool fits =
            (!query.attackClass || hit.attackClass == *query.attackClass) && (query.rule.empty() || hit.rule == query.rule);
        if (!fits)
            continue;
        ++page.total;
        if (page.total > query.offset && page.hits.size() < query.limit)
            page.hits.push_back(std::move(hit));
    }
    return page;
}

Result<DetectionHit> FakeDetectionRules::hit(const access::Actor&, std::string_view id)
{
    if (auto error = failures.take())
        return *error;
    for (DetectionHit& hit : all()) {
        if (hit.id == id)
            return std::move(hit);
    }
    return makeError(ErrorCode::NotFound, "There is no such hit");
}

Result<std::vector<protection::HitDay>> FakeDetectionRules::days(const access::Actor&, std::optional<AttackClass> attackClass)
{
    if (auto error = failures.take())
        return *error;
    std::vector<protection::HitDay> days(protection::hitDays);
    for (std::size_t i = 0; i < days.size(); ++i) {
        days[i].start = m_clock.now() - std::chrono::days(static_cast<int>(days.size() - 1 - i)) - std::chrono::hours(14);
        for (const DetectionHit& hit : all()) {
            const bool then = hit.time >= days[i].start && hit.time < days[i].start + std::chrono::days(1);
            if (then && (!attackClass || hit.attackClass == *attackClass))
                ++(hit.blocked ? days[i].blocked : days[i].observed);
        }
    }
    return days;
}

Result<protection::DryRun> FakeDetectionRules::dryRun(const access::Actor&, const protection::DetectionDraft& draft)
{
    if (auto error = failures.take())
        return *error;
    protection::DryRun run;
    for (const DetectionHit& hit : all()) {
        ++run.looked;
        const Fate was = hit.blocked ? Fate::Blocked : Fate::Observed;
        const Fate then = hit.score >= draft.threshold.value_or(5) ? was : Fate::Passes;
        ++run.was[static_cast<std::size_t>(was)];
        ++run.then[static_cast<std::size_t>(then)];
        if (was != then)
            run.changes.push_back({hit, was, then});
        if (draft.rule && hit.matched.find(draft.rule->pattern) != std::string::npos)
            ++run.matched;
    }
    return run;
}

Result<protection::TestedRequest> FakeDetectionRules::test(const access::Actor&, std::string_view request)
{
    if (auto error = failures.take())
        return *error;
    using detection::StageKind;
    using detection::TokenRole;
    protection::TestedRequest tested;
    tested.method = "POST";
    tested.path = "/api/comments";
    tested.route = "POST /api/comments";
    tested.threshold = 5;
    tested.strictness = 2;
    tested.explanation.nanoseconds = 5800;
    const std::string_view found = "1%27 \\u004fR/**/1=1 -- ";
    const std::size_t place = request.find(found);
    detection::ValueExplanation value;
    value.part = PartKind::Json;
    value.member = "content";
    if (place == std::string_view::npos) {
        value.stages.push_back({StageKind::Received, std::string(request.substr(0, 40)), {}, 0, 200});
        tested.explanation.values.push_back(std::move(value));
        return tested;
    }
    tested.fate = Fate::Blocked;
    tested.score = value.score = 9;
    tested.rule = "sql.always-true";
    tested.title = "Always true";
    tested.attackClass = AttackClass::Sql;
    value.stages = {{StageKind::Received, std::string(found), {{1, 3}}, 0, 200},
                    {StageKind::Percent, "1' \\u004fR/**/1=1 -- ", {{1, 1}}, 1, 400},
                    {StageKind::JsonEscape, "1' OR/**/1=1 -- ", {{3, 1}}, 1, 300},
                    {StageKind::SqlComment, "1' OR 1=1 -- ", {{5, 1}}, 1, 300},
                    {StageKind::Matched, "1' OR 1=1 -- ", {{1, 11}}, 1, 1900}};
    value.tokens = {{"1", TokenRole::Number, 0},
                    {"'", TokenRole::ClosesText, 2},
                    {"OR", TokenRole::Joins, 1},
                    {"1=1", TokenRole::AlwaysTrue, 4},
                    {"--", TokenRole::CutsTheRest, 2}};
    detection::Hit hit;
    hit.rule = tested.rule;
    hit.title = tested.title;
    hit.points = 9;
    hit.part = PartKind::Json;
    hit.member = "content";
    hit.matched = "' OR 1=1 --";
    value.hits.push_back(hit);
    tested.explanation.verdict.hits.push_back(hit);
    tested.explanation.verdict.score = 9;
    tested.explanation.verdict.blocked = true;
    tested.explanation.values.push_back(std::move(value));
    detection::ValueExplanation other;
    other.part = PartKind::Json;
    other.member = "record_id";
    other.stages.push_back({StageKind::Received, "2231", {}, 0, 100});
    tested.explanation.values.push_back(std::move(other));
    tested.matches.push_back({place, found.size()});
    return tested;
}

} // namespace sallyport::tests
