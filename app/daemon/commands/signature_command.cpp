#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "backend/identity/signatures/pasted_request.h"

namespace sallyport::daemon {
namespace signature_command_command {
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

void print(Output& output, const identity::LabReport& report)
{
    // One list: what kind of line, how it turned out, and what there is to say.
    const auto line = [&output](std::string_view first, std::string_view second, const Field& third) {
        output.row({textField("line", first), orDash("outcome", second), third});
    };
    output.beginList();
    if (!report.keyPrefix.empty())
        line("signer", report.keyAlgorithm, textField("text", report.keyPrefix + ' ' + report.keyName));
    for (const LabCheck& check : report.checks)
        line(identity::labStepWord(check.step), outcomeWord(check.outcome),
             orDash("text", check.word.empty() ? std::string() : check.word + ": " + check.detail));
    for (const std::string& mistake : report.mistakes)
        line("mistake", "fits", textField("text", mistake));
    std::string signedLine;
    for (const char c : report.canonical.empty() ? std::string() : report.canonical + "\n") {
        if (c != '\n') {
            signedLine += c;
            continue;
        }
        line("signed", "server", textField("text", signedLine));
        signedLine.clear();
    }
    for (const identity::LabLine& one : report.lines)
        if (one.differs)
            line("signed", "differs", textField("text", one.client));
}

Result<void> explain(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::string request, readInput(arguments.positional()[0], identity::pastedRequestLimit));
    std::string clientText;
    if (const auto file = arguments.value("client-text")) {
        SALLYPORT_ASSIGN(clientText, readInput(*file, identity::pastedRequestLimit));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::LabReport report,
                     backend->services().signatureLab.explain(commandLine(), request, clientText));
    print(output, report);
    return {};
}

} // namespace
} // namespace signature_command_command

std::vector<Command> signatureCommands()
{
    using namespace signature_command_command;
    return {{"signature explain",
             Operands::one("FILE"),
             "Why a signed request is refused: each check, the mistake that fits, what the server signs",
             {dataDirectoryOption, passphraseFileOption, {"client-text", "FILE", "the text that the client signed, to compare"}},
             explain}};
}

} // namespace sallyport::daemon
