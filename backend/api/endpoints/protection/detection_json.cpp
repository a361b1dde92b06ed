#include "backend/api/endpoints/protection/detection_json.h"

#include "backend/api/endpoints/json_of.h"
#include "backend/base/time_format.h"
#include "backend/protection/inspection/excerpt.h"

#include <boost/json.hpp>

namespace sallyport::api {
namespace {

namespace json = boost::json;
namespace detection = protection::detection;
using settings::ControlMode;

ControlMode modeOfWord(const json::value& word)
{
    return protection::findDetectionMode(std::string_view(word.as_string())).value_or(ControlMode::Enforce);
}

template <typename Number>
Number numberIn(const json::object& body, std::string_view member, Number otherwise)
{
    const json::value* const value = body.if_contains(member);
    return value != nullptr ? value->to_number<Number>() : otherwise;
}

json::array routesJson(const std::vector<protection::RouteStrictness>& routes)
{
    json::array list;
    for (const protection::RouteStrictness& route : routes)
        list.push_back({{"route", route.route}, {"strictness", route.strictness}});
    return list;
}

json::value strictnessJson(std::uint8_t strictness)
{
    return strictness == 0 ? json::value() : json::value(strictness);
}

json::object fatesJson(const std::array<std::int64_t, 3>& fates)
{
    json::object object;
    for (const auto fate : {protection::Fate::Passes, protection::Fate::Observed, protection::Fate::Blocked})
        object[protection::fateWord(fate)] = fates[static_cast<std::size_t>(fate)];
    return object;
}

json::object stageJson(const detection::Stage& stage)
{
    json::array changed;
    for (const detection::Range& range : stage.changed)
        changed.push_back({{"offset", range.offset}, {"length", range.length}});
    return {{"stage", detection::stageWord(stage.kind)},
            {"title", detection::stageTitle(stage.kind)},
            {"text", stage.text},
            {"changed", std::move(changed)},
            {"changes", stage.changes},
            {"nanoseconds", stage.nanoseconds}};
}

json::object foundJson(const detection::Hit& hit)
{
    return {{"rule", hit.rule},
            {"title", hit.title},
            {"class", detection::classWord(hit.attackClass)},
            {"severity", detection::severityWord(hit.severity)},
            {"points", hit.points},
            {"observed", hit.observed},
            {"part", detection::partWord(hit.part)},
            {"member", hit.member},
            {"in_name", hit.inName},
            {"position", hit.offset},
            {"length", hit.length},
            {"matched", hit.matched}};
}

json::object valueJson(const detection::ValueExplanation& value)
{
    json::array stages, tokens;
    for (const detection::Stage& stage : value.stages)
        stages.push_back(stageJson(stage));
    for (const detection::Token& token : value.tokens)
        tokens.push_back({{"text", token.text},
                          {"role", detection::roleWord(token.role)},
                          {"title", detection::roleTitle(token.role)},
                          {"points", token.points}});
    return {{"part", detection::partWord(value.part)},
            {"member", value.member},
            {"in_name", value.inName},
            {"score", value.score},
            {"stages", std::move(stages)},
            {"tokens", std::move(tokens)}};
}

} // namespace

json::object toJson(const protection::DetectionClass& one)
{
    return {{"id", detection::classWord(one.attackClass)},
            {"mode", protection::detectionModeWord(one.mode)},
            {"strictness", strictnessJson(one.strictness)},
            {"routes", routesJson(one.routes)},
            {"rules", one.rules},
            {"blocked", one.blocked},
            {"observed", one.observed}};
}

json::object toJson(const protection::DetectionOverview& overview)
{
    json::array classes;
    for (const protection::DetectionClass& one : overview.classes)
        classes.push_back(toJson(one));
    return {{"mode", protection::detectionModeWord(overview.mode)},
            {"threshold", overview.threshold},
            {"strictness", overview.strictness},
            {"routes", routesJson(overview.routes)},
            {"classes", std::move(classes)},
            {"blocked", overview.blocked},
            {"observed", overview.observed},
            {"exclusions", overview.exclusions},
            {"own_rules", overview.ownRules},
            {"rules_version", overview.rulesVersion}};
}

json::object toJson(const protection::DetectionRule& rule)
{
    json::object object{{"id", rule.id},
                        {"title", rule.title},
                        {"class", detection::classWord(rule.attackClass)},
                        {"severity", detection::severityWord(rule.severity)},
                        {"points", rule.points},
                        {"strictness", rule.strictness},
                        {"version", rule.version},
                        {"mode", protection::detectionModeWord(rule.mode)},
                        {"hits", rule.hits},
                        {"own", rule.own.has_value()}};
    if (!rule.own)
        return object;
    object["pattern"] = rule.own->pattern;
    object["literal"] = rule.own->literal;
    object["case_sensitive"] = rule.own->caseSensitive;
    object["headers_too"] = rule.own->headersToo;
    json::array tests;
    for (const detection::RuleTest& test : rule.own->tests)
        tests.push_back({{"text", test.text}, {"hits", test.hits}});
    object["tests"] = std::move(tests);
    return object;
}

json::object toJson(const protection::DetectionExclusion& exclusion)
{
    const protection::NewExclusion& what = exclusion.what;
    json::object object{{"id", exclusion.id},
                        {"rule", orNull(what.rule)},
                        {"route", orNull(what.route)},
                        {"part", orNull(what.part ? detection::partWord(*what.part) : std::string_view())},
                        {"member", orNull(what.member)},
                        {"reason", what.reason},
                        {"built_in", exclusion.builtIn}};
    object["created_at"] = exclusion.builtIn ? json::value() : json::value(toRfc3339(exclusion.createdAt));
    object["created_by"] = orNull(exclusion.createdBy);
    object["review_at"] = exclusion.builtIn ? json::value() : json::value(toRfc3339(exclusion.reviewAt));
    return object;
}

json::object toJson(const protection::ExclusionPreview& preview)
{
    json::array by;
    for (const auto& [who, count] : preview.by)
        by.push_back({{"who", who}, {"hits", count}});
    return {{"of", preview.of},
            {"pass", preview.pass},
            {"by", std::move(by)},
            {"people", preview.people},
            {"unknown", preview.unknown}};
}

json::object toJson(const protection::DetectionHit& hit)
{
    json::object object{{"id", hit.id},
                        {"time", toRfc3339(hit.time)},
                        {"who", {{"kind", hit.whoKind}, {"id", orNull(hit.whoId)}, {"name", orNull(hit.who)}}},
                        {"address", hit.address},
                        {"request_id", hit.requestId},
                        {"method", hit.method},
                        {"route", orNull(hit.route)},
                        {"part", detection::partWord(hit.part)},
                        {"member", hit.member},
                        {"in_name", hit.inName},
                        {"position", hit.place},
                        {"excerpt", protection::excerptText(hit)},
                        {"matched", hit.matched},
                        {"rule", hit.rule},
                        {"class", detection::classWord(hit.attackClass)},
                        {"score", hit.score},
                        {"threshold", hit.threshold},
                        {"blocked", hit.blocked},
                        {"more", hit.more}};
    if (hit.findings.empty())
        return object;
    json::array findings;
    for (const protection::HitFinding& one : hit.findings)
        findings.push_back({{"rule", one.rule},
                            {"class", detection::classWord(one.attackClass)},
                            {"points", one.points},
                            {"part", detection::partWord(one.part)},
                            {"member", one.member},
                            {"in_name", one.inName}});
    object["findings"] = std::move(findings);
    return object;
}

json::object toJson(const protection::DryRun& run)
{
    json::array changes;
    for (const protection::DryRunChange& change : run.changes) {
        protection::DetectionHit hit = change.hit;
        hit.findings.clear();
        changes.push_back(
            {{"hit", toJson(hit)}, {"was", protection::fateWord(change.was)}, {"then", protection::fateWord(change.then)}});
    }
    return {{"looked", run.looked},        {"complete", run.complete}, {"was", fatesJson(run.was)},
            {"then", fatesJson(run.then)}, {"matched", run.matched},   {"changes", std::move(changes)}};
}

json::object toJson(const protection::TestedRequest& tested)
{
    json::array hits, values, passedOver;
    for (std::size_t i = 0; i < tested.explanation.verdict.hits.size(); ++i) {
        json::object hit = foundJson(tested.explanation.verdict.hits[i]);
        hit["text_position"] = tested.matches[i].offset;
        hits.push_back(std::move(hit));
    }
    for (const detection::ValueExplanation& value : tested.explanation.values)
        values.push_back(valueJson(value));
    for (const std::string& member : tested.passedOver)
        passedOver.push_back(json::value(member));
    json::object object{{"verdict", protection::fateWord(tested.fate)},
                        {"score", tested.score},
                        {"threshold", tested.threshold},
                        {"strictness", tested.strictness},
                        {"mode", protection::detectionModeWord(tested.mode)},
                        {"route", orNull(tested.route)},
                        {"rule", orNull(tested.rule)},
                        {"title", orNull(tested.title)}};
    object["class"] = tested.rule.empty() ? json::value() : json::value(detection::classWord(tested.attackClass));
    object["hits"] = std::move(hits);
    object["values"] = std::move(values);
    object["not_looked_at"] = std::move(passedOver);
    object["nanoseconds"] = tested.explanation.nanoseconds;
    return object;
}

detection::OwnRule ownRuleOf(const json::object& body, detection::OwnRule base)
{
    if (const json::value* const title = body.if_contains("title"))
        base.title = title->as_string();
    if (const json::value* const pattern = body.if_contains("pattern"))
        base.pattern = pattern->as_string();
    if (const json::value* const literal = body.if_contains("literal"))
        base.literal = literal->as_bool();
    if (const json::value* const sensitive = body.if_contains("case_sensitive"))
        base.caseSensitive = sensitive->as_bool();
    if (const json::value* const headers = body.if_contains("headers_too"))
        base.headersToo = headers->as_bool();
    if (const json::value* const severity = body.if_contains("severity")) {
        using enum detection::Severity;
        for (const auto one : {Low, Medium, High, Critical}) {
            if (detection::severityWord(one) == std::string_view(severity->as_string()))
                base.severity = one;
        }
    }
    base.points = numberIn<std::uint8_t>(body, "points", base.points);
    base.strictness = numberIn<std::uint8_t>(body, "strictness", base.strictness);
    if (const json::value* const tests = body.if_contains("tests")) {
        base.tests.clear();
        for (const json::value& test : tests->as_array())
            base.tests.push_back({std::string(test.as_object().at("text").as_string()), test.as_object().at("hits").as_bool()});
    }
    return base;
}

protection::NewExclusion exclusionOf(const json::object& body)
{
    protection::NewExclusion what;
    const auto text = [&body](std::string_view member) {
        const json::value* const value = body.if_contains(member);
        return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    what.rule = text("rule");
    what.route = text("route");
    what.member = text("member");
    what.reason = text("reason");
    if (const std::string part = text("part"); !part.empty()) {
        for (int i = 0; i < static_cast<int>(detection::PartKind::Count_); ++i) {
            if (detection::partWord(static_cast<detection::PartKind>(i)) == part)
                what.part = static_cast<detection::PartKind>(i);
        }
    }
    what.reviewDays = numberIn<std::uint32_t>(body, "review_days", what.reviewDays);
    return what;
}

protection::RulePatch rulePatchOf(const json::object& body)
{
    protection::RulePatch patch;
    if (const json::value* const mode = body.if_contains("mode"))
        patch.mode = modeOfWord(*mode);
    if (const json::value* const strictness = body.if_contains("strictness"))
        patch.strictness = strictness->is_null() ? std::uint8_t{0} : strictness->to_number<std::uint8_t>();
    if (const json::value* const routes = body.if_contains("routes")) {
        patch.routes.emplace();
        for (const json::value& route : routes->as_array())
            patch.routes->push_back({std::string(route.as_object().at("route").as_string()),
                                     route.as_object().at("strictness").to_number<std::uint8_t>()});
    }
    return patch;
}

protection::DetectionDraft draftOf(const json::object& body)
{
    protection::DetectionDraft draft;
    if (const json::value* const mode = body.if_contains("mode"))
        draft.mode = modeOfWord(*mode);
    if (body.contains("threshold"))
        draft.threshold = numberIn<std::uint32_t>(body, "threshold", 0);
    if (body.contains("strictness"))
        draft.strictness = numberIn<std::uint8_t>(body, "strictness", 0);
    if (const json::value* const modes = body.if_contains("modes")) {
        for (const auto& [id, mode] : modes->as_object())
            draft.modes.emplace_back(std::string(id), modeOfWord(mode));
    }
    if (const json::value* const exclusion = body.if_contains("exclusion"))
        draft.exclusion = exclusionOf(exclusion->as_object());
    if (const json::value* const rule = body.if_contains("rule"))
        draft.rule = ownRuleOf(rule->as_object(), {});
    return draft;
}

} // namespace sallyport::api
