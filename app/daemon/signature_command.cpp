#include "app/daemon/command.h"
#include "backend/identity/signatures/pasted_request.h"
#include "backend/storage/files.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

using identity::LabCheck;
using identity::LabOutcome;

const char* outcomeWord(LabOutcome outcome) noexcept
{
    switch (outcome) {
    case LabOutcome::Passed: return "passed";
    case LabOutcome::Failed: return "failed";
    case LabOutcome::NotAsked: break;
    }
    return "not-asked";
}

/// What comes from a request may hold anything: controls would speak to the terminal.
std::string shown(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        safe += byte < 0x20 || byte == 0x7f ? '?' : c;
    }
    return safe;
}

void printLine(const char* first, const char* second, const std::string& third)
{
    std::printf("%s\t%s\t%s\n", first, second, third.c_str());
}

void print(const identity::LabReport& report)
{
    if (!report.keyPrefix.empty())
        printLine("signer", report.keyAlgorithm.empty() ? "-" : report.keyAlgorithm.c_str(),
                  report.keyPrefix + ' ' + shown(report.keyName));
    for (const LabCheck& check : report.checks) {
        const std::string step(identity::labStepWord(check.step));
        printLine(step.c_str(), outcomeWord(check.outcome), check.word.empty() ? "-" : check.word + ": " + shown(check.detail));
    }
    for (const std::string& mistake : report.mistakes)
        printLine("mistake", "fits", mistake);
    std::string line;
    for (const char c : report.canonical + "\n") {
        if (c != '\n') {
            line += c;
            continue;
        }
        if (!report.canonical.empty())
            printLine("signed", "server", shown(line));
        line.clear();
    }
    for (const identity::LabLine& one : report.lines)
        if (one.differs)
            printLine("signed", "differs", shown(one.client));
}

Result<void> explain(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("name one file that holds the request as it was sent");
    SALLYPORT_ASSIGN(const std::string request, storage::readSmallFile(arguments.positional()[0], identity::pastedRequestLimit));
    std::string clientText;
    if (const auto file = arguments.value("client-text")) {
        SALLYPORT_ASSIGN(clientText, storage::readSmallFile(*file, identity::pastedRequestLimit));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::LabReport report,
                     backend->services().signatureLab.explain(commandLine(), request, clientText));
    print(report);
    return {};
}

} // namespace

std::vector<Command> signatureCommands()
{
    return {{"signature explain",
             "FILE",
             "Why a signed request is refused: each check, the mistake that fits, what the server signs",
             {dataDirectoryOption, passphraseFileOption, {"client-text", "FILE", "the text that the client signed, to compare"}},
             explain}};
}

} // namespace sallyport::daemon
