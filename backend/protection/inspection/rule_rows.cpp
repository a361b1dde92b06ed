#include "backend/protection/inspection/rule_rows.h"

#include "backend/storage/columns.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::protection::rows {

namespace {

namespace json = boost::json;
using settings::ControlMode;

enum class ModeColumn { Id, Mode, Strictness, End };
constexpr storage::Columns<ModeColumn> modeColumns{
    {{ModeColumn::Id, "id"}, {ModeColumn::Mode, "mode"}, {ModeColumn::Strictness, "strictness"}}};
constexpr auto allModes = storage::select(modeColumns, "FROM detection_modes");

enum class RouteColumn { Class, Route, Strictness, End };
constexpr storage::Columns<RouteColumn> routeColumns{
    {{RouteColumn::Class, "class"}, {RouteColumn::Route, "route"}, {RouteColumn::Strictness, "strictness"}}};
constexpr auto allRoutes = storage::select(routeColumns, "FROM detection_routes ORDER BY class, route");

enum class RuleColumn {
    Id,
    Title,
    Literal,
    CaseSensitive,
    Pattern,
    Severity,
    Points,
    Strictness,
    HeadersToo,
    Version,
    Tests,
    End
};
constexpr storage::Columns<RuleColumn> ruleColumns{{{RuleColumn::Id, "id"},
                                                    {RuleColumn::Title, "title"},
                                                    {RuleColumn::Literal, "literal"},
                                                    {RuleColumn::CaseSensitive, "case_sensitive"},
                                                    {RuleColumn::Pattern, "pattern"},
                                                    {RuleColumn::Severity, "severity"},
                                                    {RuleColumn::Points, "points"},
                                                    {RuleColumn::Strictness, "strictness"},
                                                    {RuleColumn::HeadersToo, "headers_too"},
                                                    {RuleColumn::Version, "version"},
                                                    {RuleColumn::Tests, "tests"}}};
constexpr auto allRules = storage::select(ruleColumns, "FROM detection_rules ORDER BY id");

enum class ExclusionColumn { Id, Rule, Route, Part, Member, Reason, ReviewDays, CreatedAt, CreatedBy, ReviewAt, End };
constexpr storage::Columns<ExclusionColumn> exclusionColumns{{{ExclusionColumn::Id, "id"},
                                                              {ExclusionColumn::Rule, "rule"},
                                                              {ExclusionColumn::Route, "route"},
                                                              {ExclusionColumn::Part, "part"},
                                                              {ExclusionColumn::Member, "member"},
                                                              {ExclusionColumn::Reason, "reason"},
                                                              {ExclusionColumn::ReviewDays, "review_days"},
                                                              {ExclusionColumn::CreatedAt, "created_at"},
                                                              {ExclusionColumn::CreatedBy, "created_by"},
                                                              {ExclusionColumn::ReviewAt, "review_at"}}};
constexpr auto allExclusions = storage::select(exclusionColumns, "FROM detection_exclusions ORDER BY review_at, id");

std::string testsText(const std::vector<detection::RuleTest>& tests)
{
    json::array list;
    for (const detection::RuleTest& test : tests)
        list.push_back({{"text", test.text}, {"hits", test.hits}});
    return json::serialize(list);
}

std::vector<detection::RuleTest> testsOf(const std::string& text)
{
    std::vector<detection::RuleTest> tests;
    boost::system::error_code failure;
    const json::value list = json::parse(text, failure);
    if (failure || !list.is_array())
        return tests;
    for (const json::value& value : list.get_array()) // text of ours
        tests.push_back({std::string(value.as_object().at("text").as_string()), value.as_object().at("hits").as_bool()});
    return tests;
}

detection::Severity severityOf(std::string_view word)
{
    using enum detection::Severity;
    for (const auto one : {Low, Medium, High, Critical}) {
        if (detection::severityWord(one) == word)
            return one;
    }
    return Medium;
}

std::optional<detection::PartKind> partOfExclusion(std::string_view word)
{
    for (int i = 0; i < static_cast<int>(detection::PartKind::Count_); ++i) {
        if (detection::partWord(static_cast<detection::PartKind>(i)) == word)
            return static_cast<detection::PartKind>(i);
    }
    return std::nullopt;
}

std::uint8_t strictnessIn(std::int64_t number)
{
    return static_cast<std::uint8_t>(std::clamp<std::int64_t>(number, 0, 4));
}

Result<void> readModes(storage::Transaction& transaction, Decided& to)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allModes));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        // A mode that nobody knows any more blocks.
        to.modes[row.text(ModeColumn::Id)] = {findDetectionMode(row.text(ModeColumn::Mode)).value_or(ControlMode::Enforce),
                                              strictnessIn(row.integer(ModeColumn::Strictness))};
    }
}

Result<void> readRoutes(storage::Transaction& transaction, Decided& to)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allRoutes));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        to.routes[rows.row().text(RouteColumn::Class)].push_back(
            {rows.row().text(RouteColumn::Route), strictnessIn(rows.row().integer(RouteColumn::Strictness))});
    }
}

Result<void> readRules(storage::Transaction& transaction, Decided& to)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allRules));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        detection::OwnRule rule;
        rule.id = row.text(RuleColumn::Id);
        rule.title = row.text(RuleColumn::Title);
        rule.literal = row.flag(RuleColumn::Literal);
        rule.caseSensitive = row.flag(RuleColumn::CaseSensitive);
        rule.pattern = row.text(RuleColumn::Pattern);
        rule.severity = severityOf(row.text(RuleColumn::Severity));
        rule.points = static_cast<std::uint8_t>(std::clamp<std::int64_t>(row.integer(RuleColumn::Points), 1, 100));
        rule.strictness = std::max<std::uint8_t>(1, strictnessIn(row.integer(RuleColumn::Strictness)));
        rule.headersToo = row.flag(RuleColumn::HeadersToo);
        rule.version = static_cast<std::uint32_t>(row.integer(RuleColumn::Version));
        rule.tests = testsOf(row.text(RuleColumn::Tests));
        to.rules.push_back(std::move(rule));
    }
}

Result<void> readExclusions(storage::Transaction& transaction, Decided& to)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allExclusions));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        DetectionExclusion one;
        one.id = row.text(ExclusionColumn::Id);
        one.what.rule = row.text(ExclusionColumn::Rule);
        one.what.route = row.text(ExclusionColumn::Route);
        one.what.part = partOfExclusion(row.text(ExclusionColumn::Part));
        one.what.member = row.text(ExclusionColumn::Member);
        one.what.reason = row.text(ExclusionColumn::Reason);
        one.what.reviewDays = static_cast<std::uint32_t>(row.integer(ExclusionColumn::ReviewDays));
        one.createdAt = row.time(ExclusionColumn::CreatedAt);
        one.createdBy = row.text(ExclusionColumn::CreatedBy);
        one.reviewAt = row.time(ExclusionColumn::ReviewAt);
        to.exclusions.push_back(std::move(one));
    }
}

} // namespace

Result<Decided> decided(storage::Transaction& transaction)
{
    Decided all;
    SALLYPORT_TRY(readModes(transaction, all));
    SALLYPORT_TRY(readRoutes(transaction, all));
    SALLYPORT_TRY(readRules(transaction, all));
    SALLYPORT_TRY(readExclusions(transaction, all));
    return all;
}

Result<void> putMode(storage::Transaction& transaction, std::string_view id, const OwnMode& mode)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO detection_modes (id, mode, strictness) VALUES ($1, $2, $3) ON "
                                                   "CONFLICT (id) DO UPDATE SET mode = excluded.mode, strictness = "
                                                   "excluded.strictness"));
    return put.bind(1, id).bind(2, detectionModeWord(mode.mode)).bind(3, std::int64_t{mode.strictness}).run();
}

Result<void> removeMode(storage::Transaction& transaction, std::string_view id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM detection_modes WHERE id = $1"));
    return remove.bind(1, id).run();
}

Result<void> putRoutes(storage::Transaction& transaction, std::string_view attackClass,
                       const std::vector<RouteStrictness>& routes)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM detection_routes WHERE class = $1"));
    SALLYPORT_TRY(remove.bind(1, attackClass).run());
    for (const RouteStrictness& route : routes) {
        SALLYPORT_ASSIGN(auto put,
                         transaction.prepare("INSERT INTO detection_routes (class, route, strictness) VALUES ($1, $2, $3)"));
        SALLYPORT_TRY(put.bind(1, attackClass).bind(2, route.route).bind(3, std::int64_t{route.strictness}).run());
    }
    return {};
}

Result<void> putRule(storage::Transaction& transaction, const detection::OwnRule& rule)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare(
                                   "INSERT INTO detection_rules (id, title, literal, case_sensitive, pattern, severity, points, "
                                   "strictness, headers_too, version, tests) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
                                   "$11) ON CONFLICT (id) DO UPDATE SET title = excluded.title, literal = excluded.literal, "
                                   "case_sensitive = excluded.case_sensitive, pattern = excluded.pattern, severity = "
                                   "excluded.severity, points = excluded.points, strictness = excluded.strictness, headers_too "
                                   "= excluded.headers_too, version = excluded.version, tests = excluded.tests"));
    put.bind(1, rule.id).bind(2, rule.title).bind(3, rule.literal).bind(4, rule.caseSensitive).bind(5, rule.pattern);
    put.bind(6, detection::severityWord(rule.severity)).bind(7, std::int64_t{rule.points}).bind(8, std::int64_t{rule.strictness});
    put.bind(9, rule.headersToo).bind(10, std::int64_t{rule.version}).bind(11, testsText(rule.tests));
    return put.run();
}

Result<void> removeRule(storage::Transaction& transaction, std::string_view id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM detection_rules WHERE id = $1"));
    return remove.bind(1, id).run();
}

Result<void> addExclusion(storage::Transaction& transaction, const DetectionExclusion& exclusion)
{
    SALLYPORT_ASSIGN(auto add, transaction.prepare("INSERT INTO detection_exclusions (id, rule, route, part, member, reason, "
                                                   "review_days, created_at, created_by, review_at) VALUES ($1, $2, $3, $4, $5, "
                                                   "$6, $7, $8, $9, $10)"));
    const NewExclusion& what = exclusion.what;
    add.bind(1, exclusion.id).bind(2, what.rule).bind(3, what.route);
    add.bind(4, what.part ? detection::partWord(*what.part) : std::string_view()).bind(5, what.member).bind(6, what.reason);
    add.bind(7, std::int64_t{what.reviewDays}).bind(8, exclusion.createdAt).bind(9, exclusion.createdBy);
    add.bind(10, exclusion.reviewAt);
    return add.run();
}

Result<void> removeExclusion(storage::Transaction& transaction, std::string_view id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM detection_exclusions WHERE id = $1"));
    return remove.bind(1, id).run();
}

} // namespace sallyport::protection::rows
