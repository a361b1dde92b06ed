#include "app/daemon/command.h"
#include "app/daemon/interruption.h"
#include "backend/audit/filter_time.h"
#include "backend/reports/reports.h"

#include <array>
#include <charconv>
#include <span>

namespace sallyport::daemon {
namespace report_command {
namespace {

using reports::MadeReport;
using reports::Plan;
using reports::PlanPatch;
using reports::ReportQuery;

constexpr auto templateWords = std::to_array<std::string_view>(
    {"activity", "access_review", "authentication", "api_keys", "configuration", "detection", "compliance"});
constexpr auto formatWords = std::to_array<std::string_view>({"csv", "jsonl", "html", "pdf"});
constexpr auto periodWords = std::to_array<std::string_view>({"day", "week", "month"});
constexpr auto frequencyWords = std::to_array<std::string_view>({"daily", "weekly", "monthly"});

/// What a word stands for; a usage error names what is taken.
template <typename Value>
Result<std::optional<Value>> wordOf(const Arguments& arguments, std::string_view name,
                                    std::optional<Value> (*find)(std::string_view), std::span<const std::string_view> known)
{
    const auto word = arguments.value(name);
    if (!word)
        return std::optional<Value>();
    const std::optional<Value> found = find(*word);
    if (!found)
        return wordError("--" + std::string(name), *word, known);
    return found;
}

Result<std::optional<int>> numberOf(const Arguments& arguments, std::string_view name)
{
    const auto text = arguments.value(name);
    if (!text)
        return std::optional<int>();
    int number = 0;
    const char* const end = text->data() + text->size();
    if (std::from_chars(text->data(), end, number).ptr != end || text->empty())
        return usageError("--" + std::string(name) + " takes a number");
    return std::optional(number);
}

Result<ReportQuery> queryOf(const Arguments& arguments, const Clock& clock, const TimeZone& zone)
{
    ReportQuery query;
    const std::string& word = arguments.positional()[0];
    const auto report = reports::findTemplate(word);
    if (!report)
        return wordError("TEMPLATE", word, templateWords);
    query.report = *report;
    SALLYPORT_ASSIGN(const auto format, wordOf(arguments, "format", reports::findFormat, formatWords));
    query.format = format.value_or(reports::Format::Pdf);
    query.filter = arguments.valueOr("q", {});
    query.language = arguments.valueOr("language", "en");
    query.byteOrderMark = arguments.flag("bom");
    for (auto [name, place] : {std::pair("since", &query.since), std::pair("until", &query.until)}) {
        const auto text = arguments.value(name);
        if (!text)
            continue;
        *place = audit::parseFilterTime(*text, clock.now(), zone);
        if (!*place)
            return usageError("--" + std::string(name) +
                              " takes a time, such as 2026-11-24, 2026-11-24T14:00 or 2026-11-24T14:00:00Z");
    }
    return query;
}

/// What is wrong with a report or plan, field by field.
Error wholeError(const Error& error)
{
    if (error.fields.empty())
        return error;
    return makeError(error.code, error.fields.front().field + ": " + error.fields.front().message);
}

Fields fieldsOf(const MadeReport& report)
{
    return {textField("id", report.id.text()),
            textField("template", reports::info(report.report).word),
            textField("format", reports::formatWord(report.format)),
            timeField("made_at", report.madeAt),
            textField("made_by", report.madeBy),
            numberField("rows", report.rows),
            numberField("size", report.size),
            textField("sha256", report.sha256),
            timeField("since", report.since).jsonOnly(),
            timeField("until", report.until).jsonOnly(),
            textField("q", report.filter).jsonOnly(),
            orDash("plan_id", report.plan.text()).jsonOnly()};
}

Fields fieldsOf(const Plan& plan)
{
    return {textField("id", plan.id.text()),
            textField("name", plan.fields.name),
            textField("template", reports::info(plan.fields.report).word),
            textField("period", reports::periodWord(plan.fields.period)),
            textField("format", reports::formatWord(plan.fields.format)),
            textField("frequency", reports::frequencyWord(plan.fields.frequency)),
            numberField("hour", plan.fields.hour),
            numberField("keep", plan.fields.keep),
            timeField("next_at", plan.nextAt, "off"),
            orDash("last_problem", plan.lastProblem),
            timeField("last_at", plan.lastAt).jsonOnly(),
            textField("q", plan.fields.filter).jsonOnly(),
            textField("language", plan.fields.language).jsonOnly(),
            textField("author", plan.author).jsonOnly(),
            numberField("version", plan.version).jsonOnly()};
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<MadeReport> made, backend->services().reports.list(commandLine()));
    output.beginList();
    for (const MadeReport& report : made)
        output.row(fieldsOf(report));
    return {};
}

/// To standard output or a file.
Result<void> writeOut(reports::Reports& service, const ReportQuery& query, const std::string& target, bool force, Output& output)
{
    if (target == "-") {
        const auto done = service.exportTo(
            commandLine(), query, [&](std::string_view piece) { return output.raw(piece); }, goOn);
        SALLYPORT_TRY(output.finish()); // why the sink has refused, if it did
        return done ? Result<void>() : Result<void>(wholeError(done.error()));
    }
    const auto done = service.exportToFile(commandLine(), query, target, goOn,
                                           force ? journal::ExistingFile::Replace : journal::ExistingFile::Refuse);
    if (!done && done.error().code == ErrorCode::AlreadyExists)
        return makeError(ErrorCode::AlreadyExists, target + " exists already; --force replaces it");
    if (!done)
        return wholeError(done.error());
    output.say(counted(done->rows, "row", "rows") + ", " + counted(done->bytes, "byte", "bytes"),
               {textField("file", target), numberField("rows", done->rows), numberField("bytes", done->bytes)});
    return {};
}

Result<void> make(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_TRY(queryOf(arguments, platform.clock, {})); // before a passphrase is asked for
    const auto target = arguments.value("output");
    if (arguments.flag("force") && (!target || *target == "-"))
        return usageError("--force is for --output FILE");
    if (target == std::optional<std::string>("-") && arguments.flag(jsonForm.name))
        return usageError("--json goes with a report that is kept, or with --output FILE");
    if (arguments.flag("bom") && arguments.valueOr("format", "pdf") != "csv")
        return usageError("--bom is for --format csv");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    Services& services = backend->services();
    SALLYPORT_ASSIGN(const ReportQuery query, queryOf(arguments, platform.clock, services.settings.values()->timesZone));
    stopOnInterrupt();
    if (target) {
        SALLYPORT_TRY(writeOut(services.reports, query, *target, arguments.flag("force"), output));
        return judgeJournal(services);
    }
    const Result<MadeReport> made = services.reports.make(commandLine(), query, goOn);
    if (!made)
        return wholeError(made.error());
    output.record(fieldsOf(*made));
    return judgeJournal(services);
}

Result<void> save(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string target = arguments.valueOr("output", "-");
    if (target == "-" && arguments.flag(jsonForm.name))
        return usageError("--json goes with --output FILE");
    if (target == "-" && arguments.flag("force"))
        return usageError("--force is for --output FILE");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    reports::Reports& service = backend->services().reports;
    const reports::ReportId id(arguments.positional()[0]);
    if (target == "-") {
        const auto opened = service.open(commandLine(), id, [&](std::string_view piece) { return output.raw(piece); });
        SALLYPORT_TRY(output.finish());
        SALLYPORT_TRY(opened);
        return judgeJournal(backend->services());
    }
    SALLYPORT_TRY(service.read(commandLine(), id)); // before a file is made
    auto file = journal::ReportFile::create(target, arguments.flag("force") ? journal::ExistingFile::Replace
                                                                            : journal::ExistingFile::Refuse);
    if (!file && file.error().code == ErrorCode::AlreadyExists)
        return makeError(ErrorCode::AlreadyExists, target + " exists already; --force replaces it");
    if (!file)
        return file.error();
    Result<void> written;
    const auto opened = service.open(commandLine(), id, [&](std::string_view piece) {
        written = file->write(piece);
        return written.has_value();
    });
    SALLYPORT_TRY(written);
    SALLYPORT_TRY(opened);
    SALLYPORT_TRY(file->publish());
    output.say(std::to_string(opened->size) + " bytes, SHA-256 " + opened->sha256,
               {textField("file", target), numberField("size", opened->size), textField("sha256", opened->sha256)});
    return judgeJournal(backend->services());
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().reports.remove(commandLine(), reports::ReportId(arguments.positional()[0]));
}

Result<PlanPatch> patchOf(const Arguments& arguments)
{
    PlanPatch patch;
    patch.name = arguments.value("name");
    patch.filter = arguments.value("q");
    patch.language = arguments.value("language");
    SALLYPORT_ASSIGN(patch.format, wordOf(arguments, "format", reports::findFormat, formatWords));
    SALLYPORT_ASSIGN(patch.period, wordOf(arguments, "period", reports::findPeriod, periodWords));
    SALLYPORT_ASSIGN(patch.frequency, wordOf(arguments, "every", reports::findFrequency, frequencyWords));
    SALLYPORT_ASSIGN(patch.hour, numberOf(arguments, "hour"));
    SALLYPORT_ASSIGN(patch.keep, numberOf(arguments, "keep"));
    if (const auto enabled = arguments.value("enabled")) {
        if (*enabled != "yes" && *enabled != "no")
            return wordError("--enabled", *enabled, {"yes", "no"});
        patch.enabled = *enabled == "yes";
    }
    return patch;
}

Result<void> planList(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<Plan> plans, backend->services().reports.plans(commandLine()));
    output.beginList();
    for (const Plan& plan : plans)
        output.row(fieldsOf(plan));
    return {};
}

Result<void> planCreate(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const PlanPatch given, patchOf(arguments));
    const std::string& word = arguments.positional()[0];
    const auto report = reports::findTemplate(word);
    if (!report)
        return wordError("TEMPLATE", word, templateWords);
    reports::PlanFields fields;
    fields.report = *report;
    fields.name = given.name.value_or(std::string(reports::info(*report).title));
    fields.filter = given.filter.value_or(std::string());
    fields.language = given.language.value_or(fields.language);
    fields.format = given.format.value_or(fields.format);
    fields.period = given.period.value_or(fields.period);
    fields.frequency = given.frequency.value_or(fields.frequency);
    fields.hour = given.hour.value_or(fields.hour);
    fields.keep = given.keep.value_or(fields.keep);
    fields.enabled = given.enabled.value_or(true);
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const Result<Plan> made = backend->services().reports.createPlan(commandLine(), fields);
    if (!made)
        return wholeError(made.error());
    output.record(fieldsOf(*made));
    return {};
}

Result<void> planChange(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const PlanPatch patch, patchOf(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const Result<Plan> changed =
        backend->services().reports.changePlan(commandLine(), reports::PlanId(arguments.positional()[0]), patch);
    if (!changed)
        return wholeError(changed.error());
    output.record(fieldsOf(*changed));
    return {};
}

Result<void> planDelete(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().reports.removePlan(commandLine(), reports::PlanId(arguments.positional()[0]));
}

std::vector<Option> planOptions()
{
    return {dataDirectoryOption,
            passphraseFileOption,
            {"name", "NAME", "what it is called"},
            {"period", "day|week|month", "the last whole one; default: week"},
            {"q", "FILTER", "the filter language of the event viewer"},
            {"format", "csv|jsonl|html|pdf", "default: pdf"},
            {"language", "en|de|fr", "of a PDF"},
            {"every", "daily|weekly|monthly", "weekly: on Mondays; monthly: on the first; default: weekly"},
            {"hour", "HOUR", "0 to 23, in the vault's zone; default: 6"},
            {"keep", "NUMBER", "so many reports, 1 to 100; default: 12"},
            {"enabled", "yes|no", "default: yes"}};
}

} // namespace
} // namespace report_command

std::vector<Command> reportCommands()
{
    using namespace report_command;
    const std::vector<Option> vault{dataDirectoryOption, passphraseFileOption};
    return {
        {"report list", Operands::none(), "Reports that are kept: id, template, format, when, by whom, rows, bytes, SHA-256",
         vault, list},
        {"report make",
         Operands::one("TEMPLATE"),
         "Make a report and keep it, or write it into a file",
         {dataDirectoryOption,
          passphraseFileOption,
          {"format", "csv|jsonl|html|pdf", "default: pdf"},
          {"since", "TIME", "begin of the period, as the filter language takes it"},
          {"until", "TIME", "end of the period"},
          {"q", "FILTER", "the filter language of the event viewer"},
          {"language", "en|de|fr", "of a PDF"},
          {"bom", "", "begin a CSV with a byte order mark, for spreadsheets"},
          {"output", "FILE", "a new file in place of keeping it; - is standard output"},
          {"force", "", "replace the file if there is one"}},
         make},
        {"report save",
         Operands::one("ID"),
         "The file of a report that is kept",
         {dataDirectoryOption,
          passphraseFileOption,
          {"output", "FILE", "a new file; - is standard output"},
          {"force", "", "replace the file if there is one"}},
         save},
        {"report delete", Operands::one("ID"), "Delete a report that is kept", vault, remove},
        {"report plan list", Operands::none(), "Reports that are made again and again", vault, planList},
        {"report plan create", Operands::one("TEMPLATE"), "Have a report made again and again", planOptions(), planCreate},
        {"report plan change", Operands::one("ID"), "Change a plan", planOptions(), planChange},
        {"report plan delete", Operands::one("ID"), "Delete a plan; what it has made stays", vault, planDelete},
    };
}

} // namespace sallyport::daemon
