#include "backend/protection/limits/rate_rule_rows.h"

#include "backend/base/case_fold.h"
#include "backend/storage/columns.h"

#include <algorithm>

namespace sallyport::protection::rows {

namespace {

enum class ClassColumn { Class, Algorithm, Subject, Mode, ChangedAt, ChangedBy, End };
constexpr storage::Columns<ClassColumn> classColumns{{{ClassColumn::Class, "class"},
                                                      {ClassColumn::Algorithm, "algorithm"},
                                                      {ClassColumn::Subject, "subject"},
                                                      {ClassColumn::Mode, "mode"},
                                                      {ClassColumn::ChangedAt, "changed_at"},
                                                      {ClassColumn::ChangedBy, "changed_by"}}};
constexpr auto allClasses = storage::select(classColumns, "FROM rate_classes");

enum class RuleColumn {
    Id,
    Name,
    Path,
    Methods,
    Permission,
    Requests,
    Window,
    Algorithm,
    Subject,
    Mode,
    Cost,
    ChangedAt,
    ChangedBy,
    End
};
constexpr storage::Columns<RuleColumn> ruleColumns{{{RuleColumn::Id, "id"},
                                                    {RuleColumn::Name, "name"},
                                                    {RuleColumn::Path, "path"},
                                                    {RuleColumn::Methods, "methods"},
                                                    {RuleColumn::Permission, "permission"},
                                                    {RuleColumn::Requests, "requests"},
                                                    {RuleColumn::Window, "window_seconds"},
                                                    {RuleColumn::Algorithm, "algorithm"},
                                                    {RuleColumn::Subject, "subject"},
                                                    {RuleColumn::Mode, "mode"},
                                                    {RuleColumn::Cost, "cost"},
                                                    {RuleColumn::ChangedAt, "changed_at"},
                                                    {RuleColumn::ChangedBy, "changed_by"}}};
constexpr auto allRules = storage::select(ruleColumns, "FROM rate_rules ORDER BY id");

std::vector<std::string> methodsOf(std::string_view text)
{
    std::vector<std::string> methods;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        methods.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return methods;
}

} // namespace

Result<std::vector<ClassRow>> rateClasses(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allClasses));
    std::vector<ClassRow> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            return found;
        const auto row = rows.row();
        const auto algorithm = rateAlgorithmOf(row.text(ClassColumn::Algorithm));
        const auto subject = rateSubjectOf(row.text(ClassColumn::Subject));
        const auto mode = rateModeOf(row.text(ClassColumn::Mode));
        if (algorithm && subject && mode)
            found.push_back({row.text(ClassColumn::Class), *algorithm, *subject, *mode, row.time(ClassColumn::ChangedAt),
                             row.text(ClassColumn::ChangedBy)});
    }
}

Result<void> putClass(storage::Transaction& transaction, const ClassRow& row)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO rate_classes (class, algorithm, subject, mode, changed_at, changed_by) "
                                         "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (class) DO UPDATE SET algorithm = "
                                         "excluded.algorithm, subject = excluded.subject, mode = excluded.mode, changed_at = "
                                         "excluded.changed_at, changed_by = excluded.changed_by"));
    put.bind(1, row.id).bind(2, rateAlgorithmWord(row.algorithm)).bind(3, rateSubjectWord(row.subject));
    return put.bind(4, rateModeWord(row.mode)).bind(5, row.changedAt).bind(6, row.changedBy).run();
}

Result<std::vector<RateSetting>> ownRules(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allRules));
    std::vector<RateSetting> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            return found;
        const auto row = rows.row();
        const auto algorithm = rateAlgorithmOf(row.text(RuleColumn::Algorithm));
        const auto subject = rateSubjectOf(row.text(RuleColumn::Subject));
        const auto mode = rateModeOf(row.text(RuleColumn::Mode));
        if (!algorithm || !subject || !mode)
            continue; // a newer program's
        RateSetting rule;
        rule.id = row.text(RuleColumn::Id);
        rule.name = row.text(RuleColumn::Name);
        rule.scope = {row.text(RuleColumn::Path), methodsOf(row.text(RuleColumn::Methods)), row.text(RuleColumn::Permission)};
        rule.numbers = {static_cast<std::uint32_t>(row.integer(RuleColumn::Requests)),
                        std::chrono::seconds(row.integer(RuleColumn::Window)), *algorithm};
        rule.subject = *subject;
        rule.mode = *mode;
        rule.cost = static_cast<std::uint32_t>(row.integer(RuleColumn::Cost));
        rule.changedAt = row.time(RuleColumn::ChangedAt);
        rule.changedBy = row.text(RuleColumn::ChangedBy);
        found.push_back(std::move(rule));
    }
}

Result<void> putOwnRule(storage::Transaction& transaction, const RateSetting& rule)
{
    std::string methods;
    for (const std::string& method : rule.scope.methods)
        methods.append(methods.empty() ? "" : ",").append(method);
    SALLYPORT_ASSIGN(
        auto put,
        transaction.prepare(
            "INSERT INTO rate_rules (id, name, name_key, path, methods, permission, requests, window_seconds, algorithm, "
            "subject, "
            "mode, cost, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, path = excluded.path, methods = "
            "excluded.methods, permission = excluded.permission, requests = excluded.requests, window_seconds = "
            "excluded.window_seconds, algorithm = excluded.algorithm, subject = excluded.subject, mode = excluded.mode, cost = "
            "excluded.cost, changed_at = excluded.changed_at, changed_by = excluded.changed_by"));
    put.bind(1, rule.id).bind(2, rule.name).bind(3, textKey(rule.name)).bind(4, rule.scope.path).bind(5, methods);
    put.bind(6, rule.scope.permission).bind(7, std::int64_t{rule.numbers.requests}).bind(8, rule.numbers.window.count());
    put.bind(9, rateAlgorithmWord(rule.numbers.algorithm)).bind(10, rateSubjectWord(rule.subject));
    put.bind(11, rateModeWord(rule.mode)).bind(12, std::int64_t{rule.cost});
    return put.bind(13, rule.changedAt.value_or(UtcTime{})).bind(14, rule.changedBy).run();
}

Result<void> removeOwnRule(storage::Transaction& transaction, std::string_view id)
{
    for (const std::string_view table :
         {"DELETE FROM rate_rules WHERE id = $1", "DELETE FROM rate_minutes WHERE rule = $1",
          "DELETE FROM rate_hours WHERE rule = $1", "DELETE FROM rate_overrides WHERE rule = $1"}) {
        SALLYPORT_ASSIGN(auto remove, transaction.prepare(table));
        SALLYPORT_TRY(remove.bind(1, id).run());
    }
    return {};
}

Result<std::vector<std::string>> takeResets(storage::Transaction& transaction)
{
    std::vector<std::string> callers;
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare("SELECT caller FROM rate_resets ORDER BY id"));
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                break;
            callers.push_back(rows.text());
        }
    }
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM rate_resets"));
    SALLYPORT_TRY(remove.run());
    return callers;
}

Result<bool> anyResets(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM rate_resets LIMIT 1"));
    return row.step();
}

Result<void> addReset(storage::Transaction& transaction, std::string_view id, std::string_view caller)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO rate_resets (id, caller) VALUES ($1, $2)"));
    return put.bind(1, id).bind(2, caller).run();
}

} // namespace sallyport::protection::rows
