#include "app/daemon/command.h"

#include <boost/json.hpp>

#include <csignal>
#include <cstdio>

namespace sallyport::daemon {
namespace {

using identity::LeakHit;
namespace json = boost::json;

/// Names of files may hold anything: controls would speak to the terminal.
std::string printableName(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        safe += byte < 0x20 || byte == 0x7f ? '?' : c;
    }
    return safe;
}

volatile std::sig_atomic_t interrupted = 0;

/// Ctrl-C stops the search, not the program: what was found is told, and the folder that git ran in goes. A second one ends it.
void stopOnInterrupt()
{
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

void print(const LeakHit& hit)
{
    const std::string place = (hit.repository.empty() ? "" : hit.repository + " ") + hit.place + ":" + std::to_string(hit.line);
    std::printf("%s\t%s\t%s\t%s\t%s\t%s\n", std::string(identity::leakWorthWord(hit.worth)).c_str(), hit.prefix.c_str(),
                hit.signingSecret ? "signing-secret" : "key", hit.key ? hit.key->name.c_str() : "-",
                hit.key ? hit.key->owner.name.c_str() : "-", printableName(place).c_str());
}

json::object toJson(const LeakHit& hit)
{
    json::object one{{"state", identity::leakWorthWord(hit.worth)},
                     {"prefix", hit.prefix},
                     {"secret", hit.signingSecret ? "signing_secret" : "key"},
                     {"place", hit.place},
                     {"line", hit.line},
                     {"repository", nullptr},
                     {"name", nullptr},
                     {"owner", nullptr}};
    if (!hit.repository.empty())
        one["repository"] = hit.repository;
    if (hit.key) {
        one["name"] = hit.key->name;
        one["owner"] = hit.key->owner.name;
    }
    return one;
}

void printJson(const identity::LeakReport& report)
{
    json::array hits, gaps;
    for (const LeakHit& hit : report.hits)
        hits.push_back(toJson(hit));
    for (const identity::LeakGap& gap : report.gaps)
        gaps.push_back({{"place", gap.place}, {"reason", gap.reason}});
    const json::object document{{"found", report.hitCount},        {"hits", std::move(hits)},
                                {"not_searched", std::move(gaps)}, {"not_searched_count", report.gapCount},
                                {"files", report.files},           {"objects", report.objects},
                                {"bytes", report.bytes},           {"links", report.links},
                                {"cancelled", report.cancelled}};
    std::printf("%s\n", json::serialize(document).c_str());
}

Result<void> scan(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().empty())
        return usageError("name the files and folders to search");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const identity::LeakScanRequest request{arguments.positional(), arguments.flag("git")};
    stopOnInterrupt();
    const auto goOn = [](std::int64_t, std::int64_t) { return interrupted == 0; };
    SALLYPORT_ASSIGN(const identity::LeakReport report, backend->services().leakScan.scan(commandLine(), request, goOn));
    if (arguments.flag("json")) {
        printJson(report);
    } else {
        for (const LeakHit& hit : report.hits)
            print(hit);
        for (const identity::LeakGap& gap : report.gaps)
            std::fprintf(stderr, "not searched: %s: %s\n", printableName(gap.place).c_str(), gap.reason.c_str());
        std::fprintf(stderr, "%lld files, %lld objects, %lld bytes; %lld places not searched, %lld links not followed\n",
                     static_cast<long long>(report.files), static_cast<long long>(report.objects),
                     static_cast<long long>(report.bytes), static_cast<long long>(report.gapCount),
                     static_cast<long long>(report.links));
    }
    std::fflush(stdout);
    if (report.cancelled)
        return makeError(ErrorCode::Cancelled, "the search was stopped before its end; " + std::to_string(report.hitCount) +
                                                   " key texts were found until then");
    if (report.hitCount == 0)
        return {};
    Error found(ErrorCode::Conflict,
                std::to_string(report.hitCount) + (report.hitCount == 1 ? " key text was found" : " key texts were found"));
    found.word = "found";
    return found;
}

} // namespace

std::vector<Command> scanCommands()
{
    return {{"key scan",
             "PATH...",
             "Search files and folders for keys of this vault, offline; exits 3 if there are any",
             {dataDirectoryOption,
              passphraseFileOption,
              {"git", "", "also every object of the git repositories in them"},
              {"json", "", "one JSON document"}},
             scan}};
}

} // namespace sallyport::daemon
