#include "app/daemon/command.h"
#include "app/daemon/interruption.h"
#include "backend/services/drill_outcome.h"

namespace sallyport::daemon {
namespace drill_command {
namespace {

constexpr Option strictOption{"strict", "",
                              "exit 1 if an attack came through, an honest request was refused or time was too short"};

void print(const DrillReport& report, Output& output)
{
    output.facts({timeField("started-at", report.startedAt), textField("by", report.by), numberField("attacks", report.attacks()),
                  numberField("caught", report.caught()), numberField("honest", report.honest()),
                  numberField("wrongly-blocked", report.wronglyBlocked()), numberField("not-run", notRun(report))});
    output.beginList("checks");
    for (const DrillCheck& check : report.checks) {
        const std::string_view verdict = !wasRun(check)        ? "NOT RUN"
                                         : check.missed() == 0 ? (check.honest ? "served" : "caught")
                                                               : (check.honest ? "WRONGLY REFUSED" : "MISSED");
        output.row({textField("check", check.id), textField("title", check.title), textField("verdict", verdict),
                    numberField("right", check.caught), numberField("of", check.tried), orDash("setting", check.setting),
                    orDash("note", check.noteText())},
                   "checks");
    }
}

Result<void> run(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    stopOnInterrupt();
    SALLYPORT_ASSIGN(
        const DrillReport report,
        backend->services().drills.run(commandLine(), [](std::size_t, std::size_t, std::string_view) { return !interrupted(); }));
    print(report, output);
    if (arguments.flag(strictOption.name) &&
        (report.caught() < report.attacks() || report.wronglyBlocked() > 0 || notRun(report) > 0))
        return makeError(ErrorCode::Conflict, "not everything was as it should be");
    return {};
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<DrillReport> reports, backend->services().drills.list(commandLine(), 1));
    if (reports.empty())
        return makeError(ErrorCode::NotFound, "no drill was run here yet; see sallyportd drill run");
    print(reports.front(), output);
    return {};
}

} // namespace
} // namespace drill_command

std::vector<Command> drillCommands()
{
    using namespace drill_command;
    return {
        {"drill run",
         Operands::none(),
         "Attack a copy of this server with its settings and none of its data",
         {dataDirectoryOption, passphraseFileOption, strictOption},
         run},
        {"drill report", Operands::none(), "What the last drill came to", {dataDirectoryOption, passphraseFileOption}, show},
    };
}

} // namespace sallyport::daemon
