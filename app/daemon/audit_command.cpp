#include "app/daemon/command.h"
#include "backend/base/time_format.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

bool goOn(std::int64_t, std::int64_t)
{
    return true;
}

Result<audit::ReportRequest> requestOf(const Arguments& arguments, const Clock& clock)
{
    audit::ReportRequest request;
    const std::string format = arguments.valueOr("format", "csv");
    if (format == "csv")
        request.format = audit::ReportFormat::Csv;
    else if (format == "jsonl")
        request.format = audit::ReportFormat::JsonLines;
    else if (format == "pdf")
        request.format = audit::ReportFormat::Pdf;
    else
        return usageError("--format is csv, jsonl or pdf");
    request.title = "Audit report";
    request.language = arguments.valueOr("language", "en");
    auto query = audit::parseFilter(arguments.valueOr("q", {}), clock.now());
    if (!query)
        return usageError("--q: " + (query.error().fields.empty() ? query.error().detail : query.error().fields.front().message));
    request.query = std::move(*query);
    for (auto [name, place] : {std::pair("since", &request.query.since), std::pair("until", &request.query.until)}) {
        const auto text = arguments.value(name);
        if (!text)
            continue;
        const auto time = fromRfc3339(*text);
        if (!time)
            return usageError("--" + std::string(name) + " takes an RFC 3339 time, such as 2026-11-24T00:00:00Z");
        *place = *time;
    }
    return request;
}

/// After the report, whatever way it went out: exit 3 if its journal is damaged, a line for what was accepted.
Result<void> judge(const audit::ChainReport& chain)
{
    for (const audit::AcceptedDamage& accepted : chain.accepted)
        warn("note: " + acceptedText(accepted));
    if (chain.intact)
        return {};
    return damagedError("DAMAGED: the audit chain is broken at event " + std::to_string(chain.firstBad) + ": " + chain.problem +
                        "; the report was written all the same");
}

Result<void> exportReport(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const audit::ReportRequest request, requestOf(arguments, platform.clock));
    const std::string output = arguments.valueOr("output", "-");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    journal::Events& events = backend->services().events;
    if (output != "-") {
        const journal::ExistingFile existing =
            arguments.flag("force") ? journal::ExistingFile::Replace : journal::ExistingFile::Refuse;
        const auto written = events.exportToFile(commandLine(), request, output, goOn, existing);
        if (!written && written.error().code == ErrorCode::AlreadyExists)
            return makeError(ErrorCode::AlreadyExists, output + " exists already; --force replaces it");
        SALLYPORT_ASSIGN(const audit::ReportResult result, written);
        std::printf("%lld events, %lld bytes, chain %s\n", static_cast<long long>(result.events),
                    static_cast<long long>(result.bytes), result.chain.intact ? "intact" : "DAMAGED");
        return judge(result.chain);
    }
    const auto sink = [](std::string_view chunk) { return std::fwrite(chunk.data(), 1, chunk.size(), stdout) == chunk.size(); };
    SALLYPORT_ASSIGN(const audit::ReportResult result, events.exportTo(commandLine(), request, sink, goOn));
    if (std::fflush(stdout) != 0)
        return makeError(ErrorCode::NotWritable, "standard output cannot be written");
    return judge(result.chain);
}

Result<void> verify(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    if (arguments.flag("deep"))
        SALLYPORT_TRY(backend->verifyIntegrity());
    SALLYPORT_ASSIGN(const audit::ChainReport report, backend->services().events.verify(commandLine(), goOn));
    if (!report.intact) {
        return damagedError("the audit chain is broken at event " + std::to_string(report.firstBad) + ": " + report.problem);
    }
    std::printf("intact: %lld events, head %lld %s\n", static_cast<long long>(report.checked),
                static_cast<long long>(report.head.sequence), report.head.hash.c_str());
    if (report.expiredThrough > 0)
        std::printf("expired: events up to %lld were removed as older than they are kept%s\n",
                    static_cast<long long>(report.expiredThrough),
                    report.expiredAt ? (", last " + toRfc3339(*report.expiredAt)).c_str() : "");
    for (const audit::AcceptedDamage& accepted : report.accepted)
        std::printf("accepted: %s\n", acceptedText(accepted).c_str());
    SALLYPORT_ASSIGN(const std::optional<audit::ClockJump> jump, backend->services().events.clockJump());
    if (jump)
        std::printf("waiting: %s\n", waitText(*jump).c_str());
    return {};
}

Result<void> backup(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("backup takes the new file");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_TRY(backend->backupTo(arguments.positional()[0]));
    std::printf("backup written to %s; it opens with this vault's keyring\n", arguments.positional()[0].c_str());
    return {};
}

} // namespace

std::vector<Command> auditCommands()
{
    return {
        {"export",
         "",
         "An audit report",
         {dataDirectoryOption,
          passphraseFileOption,
          {"format", "csv|jsonl|pdf", "default: csv"},
          {"since", "TIME", "begin of the period, RFC 3339"},
          {"until", "TIME", "end of the period"},
          {"q", "FILTER", "the filter language of the event viewer"},
          {"output", "FILE", "a new file; - is standard output"},
          {"force", "", "replace the file if there is one"},
          {"language", "en|de|fr", "of the PDF's headings"}},
         exportReport},
        {"verify",
         "",
         "Check the whole chain of events against its anchor",
         {dataDirectoryOption, passphraseFileOption, {"deep", "", "every page of the database too"}},
         verify},
        {"backup",
         "FILE",
         "An encrypted copy of the database, also while the server runs",
         {dataDirectoryOption, passphraseFileOption},
         backup},
    };
}

} // namespace sallyport::daemon
