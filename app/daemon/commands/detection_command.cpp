#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "backend/protection/inspection/detection_rules.h"
#include "backend/protection/inspection/excerpt.h"
#include "backend/protection/inspection/pasted_request.h"
#include "backend/settings/value_text.h"

#include <array>

namespace sallyport::daemon {
namespace detection_command_command {
namespace {

namespace detection = protection::detection;
using protection::NewExclusion;

constexpr std::array<std::string_view, 3> modes{"off", "observe", "block"};

Result<detection::AttackClass> classOf(const std::string& word)
{
    if (const auto found = detection::classOf(word))
        return *found;
    std::array<std::string_view, detection::classCount> words;
    for (std::size_t i = 0; i < words.size(); ++i)
        words.at(i) = detection::classWord(static_cast<detection::AttackClass>(i));
    return wordError("--class", word, words);
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    std::optional<detection::AttackClass> attackClass;
    if (const auto word = arguments.value("class")) {
        SALLYPORT_ASSIGN(attackClass, classOf(*word));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    protection::DetectionRules& rules = backend->services().detectionRules;
    output.beginList();
    if (!attackClass) {
        SALLYPORT_ASSIGN(const protection::DetectionOverview overview, rules.overview(commandLine()));
        for (const protection::DetectionClass& one : overview.classes)
            output.row({textField("class", detection::classWord(one.attackClass)),
                        textField("mode", protection::detectionModeWord(one.mode)), numberField("rules", one.rules),
                        numberField("blocked", one.blocked), numberField("observed", one.observed)});
        return {};
    }
    protection::RuleQuery query;
    query.attackClass = attackClass;
    do {
        SALLYPORT_ASSIGN(const protection::RulePage page, rules.rules(commandLine(), query));
        for (const protection::DetectionRule& rule : page.rules)
            output.row({textField("id", rule.id), textField("mode", protection::detectionModeWord(rule.mode)),
                        numberField("points", rule.points), numberField("strictness", rule.strictness),
                        numberField("hits", rule.hits), textField("title", rule.title)});
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty() && output.good());
    return {};
}

Result<void> set(const Arguments& arguments, const Platform& platform, Output&)
{
    protection::RulePatch patch;
    patch.mode = protection::findDetectionMode(arguments.positional()[1]);
    if (!patch.mode)
        return wordError("MODE", arguments.positional()[1], modes);
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().detectionRules.change(commandLine(), arguments.positional()[0], patch);
}

Result<void> test(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_TRY(onlyOneFromStandardInput(arguments, arguments.positional()[0], "the request"));
    SALLYPORT_ASSIGN(const std::string request, readInput(arguments.positional()[0], protection::pastedMost));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const protection::TestedRequest tested, backend->services().detectionRules.test(commandLine(), request));
    std::vector<std::string> places;
    for (const detection::Hit& hit : tested.explanation.verdict.hits)
        places.push_back(hit.rule + " in " + (hit.member.empty() ? std::string(detection::partWord(hit.part)) : hit.member));
    output.facts({textField("verdict", protection::fateWord(tested.fate)), numberField("score", tested.score),
                  numberField("threshold", tested.threshold), numberField("strictness", tested.strictness),
                  orDash("route", tested.route), orDash("rule", tested.rule), wordsField("found", places),
                  wordsField("not_looked_at", tested.passedOver),
                  numberField("nanoseconds", static_cast<std::int64_t>(tested.explanation.nanoseconds))});
    return {};
}

Result<void> hits(const Arguments& arguments, const Platform& platform, Output& output)
{
    protection::HitQuery query;
    query.limit = 200;
    if (const auto word = arguments.value("class")) {
        SALLYPORT_ASSIGN(query.attackClass, classOf(*word));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const protection::HitPage page, backend->services().detectionRules.hits(commandLine(), query));
        for (const protection::DetectionHit& hit : page.hits)
            output.row({textField("id", hit.id), timeField("time", hit.time),
                        flagField("blocked", hit.blocked, "BLOCKED", "observed"), textField("rule", hit.rule),
                        orDash("route", hit.route), orDash("member", hit.member), orDash("who", hit.who),
                        textField("address", hit.address), numberField("score", hit.score),
                        textField("excerpt", protection::excerptText(hit))});
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty() && output.good());
    return {};
}

Result<void> exclusions(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto all, backend->services().detectionRules.exclusions(commandLine()));
    output.beginList();
    for (const protection::DetectionExclusion& one : all) {
        if (one.builtIn && !arguments.flag("all"))
            continue;
        const NewExclusion& what = one.what;
        output.row({textField("id", one.id), orDash("rule", what.rule), orDash("route", what.route),
                    orDash("part", what.part ? detection::partWord(*what.part) : std::string_view()),
                    orDash("member", what.member),
                    timeField("review_at", one.builtIn ? std::optional<UtcTime>() : std::optional(one.reviewAt)),
                    orDash("created_by", one.createdBy), textField("reason", what.reason)});
    }
    return {};
}

Result<void> exclude(const Arguments& arguments, const Platform& platform, Output& output)
{
    NewExclusion what;
    what.rule = arguments.positional()[0];
    what.route = arguments.valueOr("route", {});
    what.member = arguments.valueOr("member", {});
    what.reason = arguments.valueOr("reason", {});
    if (const auto word = arguments.value("part")) {
        std::array<std::string_view, static_cast<std::size_t>(detection::PartKind::Count_)> words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            words.at(i) = detection::partWord(static_cast<detection::PartKind>(i));
            if (words.at(i) == *word)
                what.part = static_cast<detection::PartKind>(i);
        }
        if (!what.part)
            return wordError("--part", *word, words);
    }
    if (const auto days = arguments.value("review-days")) {
        const Result<std::int64_t> number = settings::parseInteger(*days, 1, 3'650);
        if (!number)
            return usageError("--review-days takes a number of 1 to 3650");
        what.reviewDays = static_cast<std::uint32_t>(*number);
    }
    if (what.reason.empty())
        return usageError("give --reason: who reviews it wants to know why");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const protection::DetectionExclusion made, backend->services().detectionRules.exclude(commandLine(), what));
    output.facts({textField("id", made.id), textField("rule", made.what.rule), orDash("route", made.what.route),
                  orDash("member", made.what.member), timeField("review_at", made.reviewAt)});
    return {};
}

Result<void> include(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().detectionRules.removeExclusion(commandLine(), arguments.positional()[0]);
}

} // namespace
} // namespace detection_command_command

std::vector<Command> detectionCommands()
{
    using namespace detection_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const auto with = [&options](std::initializer_list<Option> more) {
        std::vector<Option> all = options;
        all.insert(all.end(), more);
        return all;
    };
    const Option ofClass{"class", "CLASS", "only those of this class: sql, script, traversal, ..."};
    return {
        {"detection list", Operands::none(),
         "Classes of attacks with their modes and the hits of seven days; with --class its rules", with({ofClass}), list},
        {"detection set", Operands::exactly(2, "RULE|CLASS MODE"), "Let a rule or class block, observe, or be off", options, set},
        {"detection test", Operands::one("FILE"),
         "What is found in a request as it goes over the wire, or a value; - reads standard input", options, test},
        {"detection hits", Operands::none(), "What was hit, the newest first", with({ofClass}), hits},
        {"detection exclusions", Operands::none(), "Where rules find nothing", with({{"all", "", "those of the product, too"}}),
         exclusions},
        {"detection exclude", Operands::one("RULE|CLASS"), "Let a rule or class find nothing at a place",
         with({{"route", "ROUTE", "\"POST /api/comments\"; everywhere without it"},
               {"member", "NAME", "as a hit names it"},
               {"part", "PART", "path, query, header, cookie, json, form, multipart, file_name, xml or text"},
               {"reason", "TEXT", "why"},
               {"review-days", "DAYS", "when somebody looks whether it is still needed; 90 without it"}}),
         exclude},
        {"detection include", Operands::one("ID"), "Take an exclusion away", options, include},
    };
}

} // namespace sallyport::daemon
