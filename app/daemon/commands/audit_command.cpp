#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "app/daemon/interruption.h"
#include "app/daemon/shown_time.h"
#include "backend/audit/filter_time.h"
#include "backend/audit/tree/pack_reader.h"
#include "backend/base/encoding.h"
#include "backend/journal/saved_searches.h"
#include "backend/retention/retention.h"

#include <algorithm>
#include <array>

namespace sallyport::daemon {
namespace audit_command_command {
namespace {

constexpr auto languages = std::to_array<std::string_view>({"en", "de", "fr"});

/// `saved`: the filter of the search that is named, which `--q` narrows down.
Result<audit::ReportRequest> requestOf(const Arguments& arguments, const Clock& clock, const TimeZone& zone,
                                       const std::string& saved = {})
{
    audit::ReportRequest request;
    const bool toOutput = arguments.valueOr("output", "-") == "-";
    const std::string format = arguments.valueOr("format", toOutput && arguments.flag(jsonForm.name) ? "jsonl" : "csv");
    if (toOutput && arguments.flag(jsonForm.name) && format != "jsonl")
        return usageError("--json prints JSON lines: leave --format out, or name a file with --output");
    if (format == "csv")
        request.format = audit::ReportFormat::Csv;
    else if (format == "jsonl")
        request.format = audit::ReportFormat::JsonLines;
    else if (format == "pdf")
        request.format = audit::ReportFormat::Pdf;
    else if (format == "cef")
        request.format = audit::ReportFormat::Cef;
    else if (format == "ocsf")
        request.format = audit::ReportFormat::Ocsf;
    else if (format == "html")
        request.format = audit::ReportFormat::Html;
    else
        return wordError("--format", format, {"csv", "jsonl", "pdf", "cef", "ocsf", "html"});
    request.pseudonyms = arguments.flag("pseudonyms");
    request.byteOrderMark = arguments.flag("bom");
    if (request.byteOrderMark && request.format != audit::ReportFormat::Csv)
        return usageError("--bom is for --format csv");
    if (toOutput && arguments.flag("force"))
        return usageError("--force is for --output FILE");
    request.title = "Audit report";
    request.language = arguments.valueOr("language", "en");
    if (arguments.value("language") && request.format != audit::ReportFormat::Pdf)
        return usageError("--language is for --format pdf");
    if (std::ranges::find(languages, request.language) == languages.end())
        return wordError("--language", request.language, languages);
    const std::string filter = arguments.valueOr("q", {});
    auto query = audit::parseFilter(saved.empty() ? filter : saved + ' ' + filter, clock.now(), zone);
    if (!query)
        return usageError("--q: " + (query.error().fields.empty() ? query.error().detail : query.error().fields.front().message));
    request.query = std::move(*query);
    request.filterText = arguments.valueOr("q", {});
    for (auto [name, place] : {std::pair("since", &request.query.since), std::pair("until", &request.query.until)}) {
        const auto text = arguments.value(name);
        if (!text)
            continue;
        *place = audit::parseFilterTime(*text, clock.now(), zone);
        if (!*place)
            return usageError("--" + std::string(name) +
                              " takes a time, such as 2026-11-24, 2026-11-24T14:00 or 2026-11-24T14:00:00Z");
    }
    return request;
}

/// Where the journal is not whole. What was lost outside of it breaks no chain.
std::string brokenText(const audit::ChainReport& chain)
{
    const std::string word(audit::problemWord(chain.problem));
    if (audit::problemInfo(chain.problem).of == audit::ProblemOf::HeadFile)
        return damageText({chain.problem, 0, chain.firstBad}) + ": " + word;
    return "the audit chain is broken at event " + std::to_string(chain.firstBad) + ": " + word;
}

/// After the report, whatever way it went out: exit 3 if its journal is damaged, a line for what was accepted.
Result<void> judge(const audit::ChainReport& chain)
{
    for (const audit::AcceptedDamage& accepted : chain.accepted)
        warn("note: " + acceptedText(accepted));
    if (chain.intact)
        return {};
    return damagedError("DAMAGED: " + brokenText(chain) + "; the report was written all the same");
}

Result<void> exportReport(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_TRY(requestOf(arguments, platform.clock, {})); // before a passphrase is asked for
    const std::string target = arguments.valueOr("output", "-");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    std::string saved;
    if (const auto name = arguments.value("search")) {
        SALLYPORT_ASSIGN(const journal::SavedSearch search, backend->services().savedSearches.read(commandLine(), *name));
        saved = search.filter;
    }
    SALLYPORT_ASSIGN(const audit::ReportRequest request,
                     requestOf(arguments, platform.clock, backend->services().settings.values()->timesZone, saved));
    journal::Events& events = backend->services().events;
    stopOnInterrupt(); // a file that was begun goes, and the journal says that nobody got it
    if (target != "-") {
        const journal::ExistingFile existing =
            arguments.flag("force") ? journal::ExistingFile::Replace : journal::ExistingFile::Refuse;
        const auto written = events.exportToFile(commandLine(), request, target, goOn, existing);
        if (!written && written.error().code == ErrorCode::AlreadyExists)
            return makeError(ErrorCode::AlreadyExists, target + " exists already; --force replaces it");
        SALLYPORT_ASSIGN(const audit::ReportResult result, written);
        output.say(counted(result.events, "event", "events") + ", " + counted(result.bytes, "byte", "bytes") + ", chain " +
                       (result.chain.intact ? "intact" : "DAMAGED"),
                   {textField("file", target), numberField("events", result.events), numberField("bytes", result.bytes),
                    flagField("intact", result.chain.intact, "intact", "DAMAGED")});
        return judge(result.chain);
    }
    const auto sink = [&output](std::string_view chunk) { return output.raw(chunk); };
    const auto exported = events.exportTo(commandLine(), request, sink, goOn);
    SALLYPORT_TRY(output.finish()); // why the sink has refused, if it did
    SALLYPORT_ASSIGN(const audit::ReportResult result, exported);
    return judge(result.chain);
}

/// A pack needs no vault: a stranger checks it.
Result<void> verifyPack(const Arguments& arguments, Output& output)
{
    const std::string name = arguments.valueOr("pack", {}), fingerprint = arguments.valueOr("fingerprint", {});
    if (arguments.flag("data-dir") || arguments.flag("deep") || arguments.flag(passphraseFileOption.name))
        return usageError("--pack needs no vault: leave --data-dir, --passphrase-file and --deep out");
    if (const auto bytes = fromHex(fingerprint); !bytes || bytes->size() != 32)
        return usageError("--fingerprint takes the 64 hex digits that the window and 'sallyportd doctor' show");
    SALLYPORT_ASSIGN(InputFile file, InputFile::open(name));
    const auto checked = audit::checkPack([&file] { return file.next(); }, fingerprint);
    if (!checked && checked.error().code == ErrorCode::InvalidArgument) {
        output.record({flagField("intact", false, {}, {}).jsonOnly(), textField("problem", checked.error().detail).jsonOnly()});
        return makeError(ErrorCode::DatabaseDamaged, name + ", " + checked.error().detail);
    }
    SALLYPORT_TRY(checked);
    const audit::PackManifest& manifest = checked->manifest;
    output.say("intact: " + counted(manifest.records, "event", "events") + ", signed tree of " +
                   counted(manifest.head.size, "leaf", "leaves") + ", " + shownTime(manifest.head.time),
               {flagField("intact", true, {}, {}), numberField("events", manifest.records),
                numberField("first", checked->firstSequence), numberField("last", checked->lastSequence),
                numberField("size", manifest.head.size), textField("root", toHex(manifest.head.root)),
                textField("vault", manifest.vault), textField("by", manifest.by), textField("q", manifest.filter),
                textField("damage", manifest.damage),
                textField("damaged", audit::eventRangesText(manifest.damaged, audit::damagedRangesLimit))});
    if (!manifest.damage.empty())
        return damagedError("DAMAGED: the journal was not whole when the pack was made from it: " + manifest.damage +
                            damagedEventsText(audit::eventRangesText(manifest.damaged)));
    return {};
}

Result<void> verify(const Arguments& arguments, const Platform& platform, Output& output)
{
    if (arguments.flag("pack") != arguments.flag("fingerprint"))
        return usageError("--pack FILE and --fingerprint HEX belong together");
    if (arguments.flag("pack"))
        return verifyPack(arguments, output);
    if (!arguments.flag("data-dir"))
        return usageError("--data-dir is missing; or --pack FILE and --fingerprint HEX, for an evidence pack");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    if (arguments.flag("deep")) {
        const Result<void> pages = backend->verifyIntegrity();
        if (!pages && pages.error().code == ErrorCode::DatabaseDamaged)
            output.record({flagField("intact", false, {}, {}).jsonOnly(), textField("problem", "database_damaged").jsonOnly()});
        SALLYPORT_TRY(pages);
    }
    SALLYPORT_ASSIGN(const audit::ChainReport report, backend->services().events.verify(commandLine(), goOn));
    if (!report.intact) {
        output.record({flagField("intact", false, {}, {}).jsonOnly(), numberField("events", report.checked).jsonOnly(),
                       numberField("first_bad", report.firstBad).jsonOnly(),
                       textField("problem", audit::problemWord(report.problem)).jsonOnly()});
        return damagedError(brokenText(report));
    }
    output.say("intact: " + counted(report.checked, "event", "events") + ", head " + std::to_string(report.head.sequence) + " " +
                   report.head.hash,
               {flagField("intact", true, {}, {}), numberField("events", report.checked),
                numberField("head", report.head.sequence), textField("hash", report.head.hash)});
    if (report.expiredThrough > 0) {
        const std::string last = report.expiredAt ? shownTime(*report.expiredAt) : std::string();
        output.say("expired: events up to " + std::to_string(report.expiredThrough) +
                       " were removed as older than they are kept" + (last.empty() ? "" : ", last " + last),
                   {numberField("expired_through", report.expiredThrough), textField("expired_at", last)});
    }
    SALLYPORT_ASSIGN(const retention::PurgedEvents purged, backend->services().retention.purged(commandLine()));
    if (purged.removed > 0 || purged.replaced > 0)
        output.say("purged: " +
                       counted(purged.removed, "event between others is without its contents, ",
                               "events between others are without their contents, ") +
                       std::to_string(purged.replaced) + (purged.replaced == 1 ? " stands" : " stand") +
                       " under a pseudonym; the chain goes on over them",
                   {numberField("purged", purged.removed), numberField("replaced", purged.replaced)});
    for (const audit::AcceptedDamage& accepted : report.accepted)
        output.row({textField("text", acceptedText(accepted)).shownAs("accepted: " + acceptedText(accepted))}, "accepted");
    SALLYPORT_ASSIGN(const std::optional<audit::ClockJump> jump, backend->services().events.clockJump());
    if (jump)
        output.say("waiting: " + waitText(*jump), {textField("waiting", waitText(*jump))});
    return {};
}

Result<void> backup(const Arguments& arguments, const Platform& platform, Output& output)
{
    if (arguments.positional()[0] == "-") // two things are made, FILE and FILE.files: they don't fit into one pipe
        return usageError("backup takes a new file: standard output can't be one");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_TRY(backend->backupTo(arguments.positional()[0]));
    std::error_code ignored;
    const bool files = std::filesystem::exists(arguments.positional()[0] + ".files", ignored);
    output.say("backup written to " + arguments.positional()[0] + "; it opens with this vault's keyring" +
                   (files ? ". Uploaded files: " + arguments.positional()[0] + ".files" : ""),
               {textField("file", arguments.positional()[0])});
    return {};
}

} // namespace
} // namespace audit_command_command

std::vector<Command> auditCommands()
{
    using namespace audit_command_command;
    return {
        {"export",
         Operands::none(),
         "An audit report",
         {dataDirectoryOption,
          passphraseFileOption,
          {"format", "csv|jsonl|pdf|html|cef|ocsf", "default: csv, with --json jsonl"},
          {"since", "TIME", "begin of the period, as the filter language takes it"},
          {"until", "TIME", "end of the period"},
          {"q", "FILTER", "the filter language of the event viewer"},
          {"search", "NAME", "a saved search; --q narrows it down"},
          {"output", "FILE", "a new file; - is standard output"},
          {"force", "", "replace the file if there is one"},
          {"pseudonyms", "", "leave out who the events are about"},
          {"bom", "", "begin a CSV with a byte order mark, for spreadsheets"},
          {"language", "en|de|fr", "of the PDF's headings"}},
         exportReport},
        {"verify",
         Operands::none(),
         "Check the whole journal against its anchor and its signed heads, or an evidence pack without any vault",
         {{dataDirectoryOption.name, dataDirectoryOption.value, dataDirectoryOption.help},
          passphraseFileOption,
          {"deep", "", "every page of the database too"},
          {"pack", "FILE", "an evidence pack; - is standard input"},
          {"fingerprint", "HEX", "SHA-256 of the key that the pack must be signed with"}},
         verify},
        {"backup",
         Operands::one("FILE"),
         "An encrypted copy of database and files, also while the server runs",
         {dataDirectoryOption, passphraseFileOption},
         backup},
    };
}

} // namespace sallyport::daemon
