#include "app/daemon/command.h"
#include "app/daemon/interruption.h"
#include "backend/base/shown_text.h"

#include <cstdio>

namespace sallyport::daemon {
namespace scan_command_command {
namespace {

using identity::LeakHit;

Fields fieldsOf(const LeakHit& hit)
{
    const std::string place = (hit.repository.empty() ? "" : hit.repository + " ") + hit.place + ":" + std::to_string(hit.line);
    return {
        textField("state", identity::leakWorthWord(hit.worth)),
        textField("prefix", hit.prefix),
        textField("secret", hit.signingSecret ? "signing_secret" : "key").shownAs(hit.signingSecret ? "signing-secret" : "key"),
        orDash("name", hit.key ? hit.key->name : std::string()),
        orDash("owner", hit.key ? hit.key->owner.name : std::string()),
        textField("place", hit.place).shownAs(place),
        numberField("line", hit.line).jsonOnly(),
        orDash("repository", hit.repository).jsonOnly()};
}

void tellGap(const identity::LeakGap& gap)
{
    std::fprintf(stderr, "not searched: %s: %s\n", shownText(gap.place).c_str(), shownText(gap.reason).c_str());
}

/// Nothing was found: whether that says anything of all that was named.
Result<void> judgeGaps(const identity::LeakReport& report)
{
    const auto places = [](std::int64_t count) { return std::to_string(count) + (count == 1 ? " place" : " places"); };
    std::string text;
    if (report.failedCount > 0)
        text = places(report.failedCount) + " could not be searched";
    if (report.notAskedCount > 0)
        text +=
            (text.empty() ? "" : ", and ") + places(report.notAskedCount) + " not without --git: histories of git repositories";
    if (text.empty())
        return {};
    Error partly(ErrorCode::Unavailable, "no key or secret was found, but " + text);
    partly.word = "partly";
    return partly;
}

Result<void> scan(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const identity::LeakScanRequest request{arguments.positional(), arguments.flag("git")};
    stopOnInterrupt();
    const auto goOn = [](std::int64_t, std::int64_t) { return !interrupted(); };
    SALLYPORT_ASSIGN(const identity::LeakReport report, backend->services().leakScan.scan(commandLine(), request, goOn));
    output.record({numberField("found", report.hitCount).jsonOnly()});
    output.beginList("hits");
    for (const LeakHit& hit : report.hits)
        output.row(fieldsOf(hit), "hits");
    output.beginList("not_searched");
    for (const identity::LeakGap& gap : report.gaps)
        output.json() ? output.row({textField("place", gap.place), textField("reason", gap.reason),
                                    flagField("failed", gap.failed, {}, {})},
                                   "not_searched")
                      : tellGap(gap);
    if (output.json()) {
        output.record({numberField("not_searched_count", report.gapCount), numberField("failed_count", report.failedCount),
                       numberField("not_asked_count", report.notAskedCount), numberField("files", report.files),
                       numberField("objects", report.objects), numberField("bytes", report.bytes),
                       numberField("links", report.links), flagField("cancelled", report.cancelled, {}, {})});
    } else {
        const std::string searched =
            counted(report.files, "file", "files") + ", " + counted(report.objects, "object", "objects") + ", " +
            counted(report.bytes, "byte", "bytes") + "; " + counted(report.gapCount, "place", "places") + " not searched (" +
            std::to_string(report.failedCount) + " could not be), " + counted(report.links, "link", "links") + " not followed";
        std::fprintf(stderr, "%s\n", searched.c_str());
    }
    SALLYPORT_TRY(output.finish());
    if (report.cancelled)
        return makeError(ErrorCode::Cancelled, "the search was stopped before its end; " + std::to_string(report.hitCount) +
                                                   " keys or secrets were found until then");
    if (report.hitCount == 0)
        return judgeGaps(report);
    Error found(ErrorCode::Conflict, std::to_string(report.hitCount) +
                                         (report.hitCount == 1 ? " key or secret was found" : " keys or secrets were found"));
    found.word = "found";
    return found;
}

} // namespace
} // namespace scan_command_command

std::vector<Command> scanCommands()
{
    using namespace scan_command_command;
    return {{"key scan",
             Operands::some("PATH..."),
             "Search files and folders for keys of this vault, offline; exits 3 if there are any, 4 if a place was not searched",
             {dataDirectoryOption, passphraseFileOption, {"git", "", "also every object of the git repositories in them"}},
             scan}};
}

} // namespace sallyport::daemon
