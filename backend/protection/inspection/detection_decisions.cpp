// What an operator decides: modes, strictness, own rules, exclusions.
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/user_fields.h"
#include "backend/protection/inspection/detection_service.h"
#include "backend/protection/inspection/natural_places.h"

#include <algorithm>

namespace sallyport::protection {
namespace {

using access::Actor;
using access::Permission;
using identity::validationError;
using settings::ControlMode;

constexpr std::string_view allClasses = "all";
constexpr std::uint32_t reviewDaysMost = 3'650;

Error conflictOf(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

Error noSuchRule()
{
    return makeError(ErrorCode::NotFound, "There is no such rule or class");
}

audit::Event eventOf(const Actor& actor, std::string_view kind, std::string id, std::string name, const audit::Details& details)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"detection_rule", std::move(id), std::move(name)};
    event.detailsJson = details.json();
    return event;
}

std::string routesText(const std::vector<RouteStrictness>& routes)
{
    std::string text;
    for (const RouteStrictness& route : routes)
        text.append(text.empty() ? "" : ", ").append(route.route).append(" ").append(std::to_string(route.strictness));
    return text;
}

rows::OwnMode modeIn(const rows::Decided& all, std::string_view id)
{
    const auto found = all.modes.find(id);
    return found == all.modes.end() ? rows::OwnMode() : found->second;
}

std::string titleOf(const rows::Decided& all, std::string_view id)
{
    if (const detection::Rule* const rule = detection::builtInRule(id))
        return rule->title;
    const auto own = std::ranges::find(all.rules, id, &detection::OwnRule::id);
    return own == all.rules.end() ? std::string(id) : own->title;
}

/// ValidationFailed for what is wrong with the rule; Conflict if its own tests fail.
Result<void> checkRule(detection::OwnRule& rule)
{
    std::vector<FieldError> errors;
    tidyName("title", rule.title, 1, ruleTitle, errors);
    if (rule.pattern.empty() || rule.pattern.size() > detection::OwnRule::maxPatternBytes)
        errors.push_back({"pattern", "1 to 1,000 bytes.", rule.pattern.empty() ? "minLength" : "maxLength"});
    if (rule.points < 1 || rule.points > 100)
        errors.push_back({"points", "1 to 100.", "range"});
    if (rule.strictness < 1 || rule.strictness > 4)
        errors.push_back({"strictness", "1 to 4.", "range"});
    if (rule.tests.size() > ruleTests)
        errors.push_back({"tests", "At most 50.", "maxItems"});
    for (std::size_t i = 0; i < rule.tests.size(); ++i) {
        if (rule.tests[i].text.size() > ruleTestBytes)
            errors.push_back({"tests." + std::to_string(i) + ".text", "At most 2,000 bytes.", "maxLength"});
    }
    if (!errors.empty())
        return validationError(std::move(errors));
    detection::OwnRule untested = rule;
    untested.tests.clear();
    if (const Result<void> usable = detection::checkOwnRule(untested); !usable)
        return validationError({{"pattern", usable.error().detail, "pattern"}});
    if (const Result<void> tested = detection::checkOwnRule(rule); !tested)
        return conflictOf(tested.error().detail, "tests_failed");
    return {};
}

} // namespace

Result<void>
DetectionService::decide(const std::function<Result<audit::Event>(storage::Transaction&, const rows::Decided&)>& work)
{
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const rows::Decided before, rows::decided(transaction));
        SALLYPORT_ASSIGN(audit::Event event, work(transaction, before));
        SALLYPORT_ASSIGN(rows::Decided after, rows::decided(transaction));
        transaction.changed(detectionTopic, {}, std::make_shared<const rows::Decided>(std::move(after)));
        return m_parts.journal.append(transaction, std::move(event));
    });
}

void DetectionService::checkRoutes(const std::vector<RouteStrictness>& routes, std::vector<FieldError>& errors) const
{
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const std::string place = "routes." + std::to_string(i);
        if (std::ranges::find(m_parts.routes, routes[i].route) == m_parts.routes.end())
            errors.push_back({place + ".route", "There is no such route.", "exists"});
        else if (std::ranges::count(routes, routes[i].route, &RouteStrictness::route) > 1)
            errors.push_back({place + ".route", "It stands there twice.", "uniqueItems"});
        if (routes[i].strictness < 1 || routes[i].strictness > 4)
            errors.push_back({place + ".strictness", "1 to 4.", "range"});
    }
}

Result<void> DetectionService::change(const Actor& actor, std::string_view id, const RulePatch& patch)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::ProtectionUpdate));
    return id == allClasses || detection::classOf(id) ? changeClass(current, id, patch) : changeRule(current, id, patch);
}

Result<void> DetectionService::changeClass(const Actor& actor, std::string_view id, const RulePatch& patch)
{
    std::vector<FieldError> errors;
    if (patch.own)
        errors.push_back({"pattern", "A class has none.", "readOnly"});
    if (id == allClasses && (patch.mode || patch.strictness))
        errors.push_back({patch.mode ? "mode" : "strictness", "Of all classes it is a setting.", "readOnly"});
    if (patch.strictness && *patch.strictness > 4)
        errors.push_back({"strictness", "0 to 4.", "range"});
    if (patch.routes)
        checkRoutes(*patch.routes, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    return decide([&](storage::Transaction& transaction, const rows::Decided& all) -> Result<audit::Event> {
        const rows::OwnMode before = modeIn(all, id);
        const rows::OwnMode after{patch.mode.value_or(before.mode), patch.strictness.value_or(before.strictness)};
        audit::Details details;
        details.change("mode", detectionModeWord(before.mode), detectionModeWord(after.mode));
        details.change("strictness", std::to_string(before.strictness), std::to_string(after.strictness));
        if (id != allClasses)
            SALLYPORT_TRY(rows::putMode(transaction, id, after));
        if (patch.routes) {
            const auto routes = all.routes.find(id);
            details.change("routes", routes == all.routes.end() ? std::string() : routesText(routes->second),
                           routesText(*patch.routes));
            SALLYPORT_TRY(rows::putRoutes(transaction, id, *patch.routes));
        }
        return eventOf(actor, audit::kind::detectionRuleChanged, std::string(id), std::string(id), details);
    });
}

Result<void> DetectionService::changeRule(const Actor& actor, std::string_view id, const RulePatch& patch)
{
    std::optional<detection::OwnRule> own = patch.own;
    std::vector<FieldError> errors;
    if (patch.strictness || patch.routes)
        errors.push_back({patch.strictness ? "strictness" : "routes", "Of a class only.", "readOnly"});
    if (own && detection::builtInRule(id) != nullptr)
        errors.push_back({"pattern", "A rule of the product can't be changed, only switched off or excluded.", "readOnly"});
    if (!errors.empty())
        return validationError(std::move(errors));
    if (own) {
        own->id = id;
        SALLYPORT_TRY(checkRule(*own));
    }
    return decide([&](storage::Transaction& transaction, const rows::Decided& all) -> Result<audit::Event> {
        const auto stored = std::ranges::find(all.rules, id, &detection::OwnRule::id);
        if (detection::builtInRule(id) == nullptr && stored == all.rules.end())
            return noSuchRule();
        const rows::OwnMode before = modeIn(all, id);
        audit::Details details;
        if (patch.mode) {
            details.change("mode", detectionModeWord(before.mode), detectionModeWord(*patch.mode));
            SALLYPORT_TRY(rows::putMode(transaction, id, {*patch.mode, 0}));
        }
        if (own) {
            own->version = stored->version + 1;
            details.change("title", stored->title, own->title).change("pattern", stored->pattern, own->pattern);
            details.change("points", std::to_string(stored->points), std::to_string(own->points));
            SALLYPORT_TRY(rows::putRule(transaction, *own));
        }
        return eventOf(actor, audit::kind::detectionRuleChanged, std::string(id), own ? own->title : titleOf(all, id), details);
    });
}

std::string DetectionService::freeRuleId(const rows::Decided& all, std::string_view title) const
{
    constexpr std::size_t longest = 40;
    std::string name;
    for (const char c : toLowerAscii(title)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            name += c;
        else if (!name.empty() && !name.ends_with('-'))
            name += '-';
    }
    name.resize(std::min(name.size(), longest));
    while (name.ends_with('-'))
        name.pop_back();
    const std::string base = "own." + (name.empty() ? std::string("rule") : name);
    std::string id = base;
    for (int number = 2; std::ranges::find(all.rules, id, &detection::OwnRule::id) != all.rules.end(); ++number)
        id = base + "-" + std::to_string(number);
    return id;
}

Result<DetectionRule> DetectionService::addRule(const Actor& actor, detection::OwnRule rule, ControlMode mode)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::ProtectionUpdate));
    rule.id = "own.new";
    SALLYPORT_TRY(checkRule(rule));
    const Result<void> done = decide([&](storage::Transaction& transaction, const rows::Decided& all) -> Result<audit::Event> {
        if (all.rules.size() >= detection::OwnRule::maxRules)
            return makeError(ErrorCode::LimitReached, "A vault has at most 200 rules of its own.");
        rule.id = freeRuleId(all, rule.title);
        rule.version = 1;
        SALLYPORT_TRY(rows::putRule(transaction, rule));
        SALLYPORT_TRY(rows::putMode(transaction, rule.id, {mode, 0}));
        audit::Details details;
        details.change("pattern", {}, rule.pattern).change("mode", {}, detectionModeWord(mode));
        details.number("tests", static_cast<std::int64_t>(rule.tests.size()));
        return eventOf(current, audit::kind::detectionRuleCreated, rule.id, rule.title, details);
    });
    SALLYPORT_TRY(done);
    return this->rule(actor, rule.id);
}

Result<void> DetectionService::removeRule(const Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::ProtectionUpdate));
    if (detection::builtInRule(id) != nullptr)
        return conflictOf("A rule of the product can't be deleted, only switched off.", "built_in");
    return decide([&](storage::Transaction& transaction, const rows::Decided& all) -> Result<audit::Event> {
        const auto stored = std::ranges::find(all.rules, id, &detection::OwnRule::id);
        if (stored == all.rules.end())
            return noSuchRule();
        SALLYPORT_TRY(rows::removeRule(transaction, id));
        SALLYPORT_TRY(rows::removeMode(transaction, id));
        audit::Details details;
        details.change("pattern", stored->pattern, {});
        return eventOf(current, audit::kind::detectionRuleDeleted, std::string(id), stored->title, details);
    });
}

void DetectionService::checkExclusion(NewExclusion& exclusion, const rows::Decided& all, std::vector<FieldError>& errors) const
{
    const bool known = detection::classOf(exclusion.rule) || detection::builtInRule(exclusion.rule) != nullptr ||
                       std::ranges::find(all.rules, exclusion.rule, &detection::OwnRule::id) != all.rules.end();
    if (!known)
        errors.push_back({"rule", "There is no such rule or class.", "exists"});
    if (!exclusion.route.empty() && std::ranges::find(m_parts.routes, exclusion.route) == m_parts.routes.end())
        errors.push_back({"route", "There is no such route.", "exists"});
    if (isLongerThan(exclusion.member, 200) || !isPrintableText(exclusion.member))
        errors.push_back({"member", "At most 200 characters that can be seen.", "maxLength"});
    // Everywhere and everything would be the class switched off without anybody seeing it.
    if (exclusion.route.empty() && exclusion.member.empty() && !exclusion.part)
        errors.push_back({"route", "Name a route, a part or a member; what holds nowhere is switched off.", "required"});
    if (exclusion.reviewDays < 1 || exclusion.reviewDays > reviewDaysMost)
        errors.push_back({"review_days", "1 to 3,650.", "range"});
    tidyName("reason", exclusion.reason, 1, exclusionReason, errors);
}

Result<DetectionExclusion> DetectionService::exclude(const Actor& actor, NewExclusion exclusion)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::ProtectionUpdate));
    DetectionExclusion made;
    made.id = m_ids.next();
    made.createdAt = m_parts.store.now();
    made.createdBy = access::nameOf(current);
    const Result<void> done = decide([&](storage::Transaction& transaction, const rows::Decided& all) -> Result<audit::Event> {
        std::vector<FieldError> errors;
        NewExclusion checked = exclusion;
        checkExclusion(checked, all, errors);
        if (!errors.empty())
            return validationError(std::move(errors));
        if (all.exclusions.size() >= exclusionsMost)
            return makeError(ErrorCode::LimitReached, "A vault has at most 1,000 exclusions.");
        made.what = std::move(checked);
        made.reviewAt = made.createdAt + std::chrono::days(made.what.reviewDays);
        SALLYPORT_TRY(rows::addExclusion(transaction, made));
        audit::Details details;
        details.text("rule", made.what.rule).text("route", made.what.route).text("member", made.what.member);
        details.text("reason", made.what.reason);
        return eventOf(current, audit::kind::detectionExclusionAdded, made.id, titleOf(all, made.what.rule), details);
    });
    SALLYPORT_TRY(done);
    return made;
}

Result<void> DetectionService::removeExclusion(const Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::ProtectionUpdate));
    return decide([&](storage::Transaction& transaction, const rows::Decided& all) -> Result<audit::Event> {
        const auto stored = std::ranges::find(all.exclusions, id, &DetectionExclusion::id);
        if (stored == all.exclusions.end())
            return makeError(ErrorCode::NotFound, "There is no such exclusion");
        SALLYPORT_TRY(rows::removeExclusion(transaction, id));
        audit::Details details;
        details.text("rule", stored->what.rule).text("route", stored->what.route).text("member", stored->what.member);
        return eventOf(current, audit::kind::detectionExclusionRemoved, std::string(id), titleOf(all, stored->what.rule),
                       details);
    });
}

Result<std::vector<DetectionExclusion>> DetectionService::exclusions(const Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    SALLYPORT_ASSIGN(rows::Decided all, m_parts.store.read(rows::decided));
    std::size_t number = 0;
    for (NewExclusion& natural : naturalPlaces()) {
        DetectionExclusion one;
        one.id = "built-in." + std::to_string(++number);
        one.what = std::move(natural);
        one.builtIn = true;
        all.exclusions.push_back(std::move(one));
    }
    return std::move(all.exclusions);
}

} // namespace sallyport::protection
