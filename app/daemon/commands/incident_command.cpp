#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/alerts/incidents.h"

namespace sallyport::daemon {
namespace incident_command_command {
namespace {

using alerts::Incident;
using alerts::IncidentDetail;
using alerts::IncidentId;
using alerts::IncidentPatch;
using alerts::IncidentState;

constexpr Option stateOption{"state", "WORD", "only open, acknowledged or closed; unclosed: the first two"};
constexpr Option textOption{"search", "TEXT", "part of the rule, the group or whoever has it"};
constexpr Option ruleOption{"rule", "ID", "only those of this rule"};
constexpr Option outcomeOption{"outcome", "TEXT", "what it was, for who reads the list"};
constexpr std::uint32_t rowsAtOnce = 200;

Fields fieldsOf(const Incident& one)
{
    return {textField("id", one.id.text()),
            textField("state", alerts::incidentStateWord(one.state)),
            textField("severity", audit::severityWord(one.severity)),
            numberField("count", one.count),
            timeField("first_at", one.firstAt).jsonOnly(),
            timeField("last_at", one.lastAt),
            textField("rule", one.ruleName),
            orDash("group", one.groupValue == alerts::sharedGroup ? one.groupValue : one.groupName),
            orDash("assignee", one.assigneeName),
            orDash("outcome", one.outcome).jsonOnly(),
            textField("q", one.filter).jsonOnly()};
}

void show(Output& output, const IncidentDetail& detail)
{
    const Incident& one = detail.incident;
    output.facts({textField("id", one.id.text()), textField("rule", one.ruleName),
                  orDash("group", one.groupValue == alerts::sharedGroup ? one.groupValue : one.groupName),
                  textField("severity", audit::severityWord(one.severity)),
                  textField("state", alerts::incidentStateWord(one.state)), numberField("count", one.count),
                  numberField("people", one.people), timeField("first_at", one.firstAt), timeField("last_at", one.lastAt),
                  orDash("assignee", one.assigneeName), orDash("outcome", one.outcome), textField("q", one.filter)});
    output.beginList("timeline");
    for (const alerts::IncidentStep& step : detail.steps)
        output.row({timeField("at", step.at), textField("kind", step.kind), orDash("by", step.by), orDash("text", step.text)},
                   "timeline");
    output.beginList("actions");
    for (const alerts::IncidentAction& action : detail.actions)
        output.row({textField("id", action.id.text()), textField("kind", alerts::actionKindWord(action.kind)),
                    textField("state", alerts::actionStateWord(action.state)), orDash("target", action.targetName),
                    timeField("until", action.until), orDash("why", action.why),
                    flagField("undoable", action.undoable, "can be undone", "stays")},
                   "actions");
    output.beginList("accounts");
    for (const alerts::IncidentPerson& person : detail.people)
        output.row({textField("name", person.name), orDash("id", person.userId).jsonOnly(), numberField("count", person.count)},
                   "accounts");
    output.beginList("events");
    for (const std::string& id : detail.events)
        output.row({textField("id", id)}, "events");
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    alerts::IncidentQuery query;
    query.text = arguments.valueOr(textOption.name, {});
    query.rule = arguments.valueOr(ruleOption.name, {});
    query.limit = rowsAtOnce;
    if (const auto word = arguments.value(stateOption.name)) {
        query.state = alerts::findIncidentState(*word);
        query.unclosed = *word == "unclosed";
        if (!query.state && !query.unclosed)
            return wordError("--state", *word, {"open", "acknowledged", "closed", "unclosed"});
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const alerts::IncidentPage page, backend->services().incidents.list(commandLine(), query));
        for (const Incident& one : page.incidents)
            output.row(fieldsOf(one));
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty() && output.good());
    return {};
}

Result<void> read(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const IncidentDetail detail,
                     backend->services().incidents.read(commandLine(), IncidentId(arguments.positional()[0])));
    show(output, detail);
    return {};
}

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output, IncidentPatch patch,
                    const std::string& assignee = {})
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    if (assignee == "-") {
        patch.assignee = std::string();
    } else if (!assignee.empty()) {
        SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), assignee));
        patch.assignee = user.id.text();
    }
    SALLYPORT_ASSIGN(const IncidentDetail detail,
                     backend->services().incidents.change(commandLine(), IncidentId(arguments.positional()[0]), patch));
    output.record(fieldsOf(detail.incident));
    return {};
}

Result<void> acknowledge(const Arguments& arguments, const Platform& platform, Output& output)
{
    IncidentPatch patch;
    patch.state = IncidentState::Acknowledged;
    return change(arguments, platform, output, patch);
}

Result<void> reopen(const Arguments& arguments, const Platform& platform, Output& output)
{
    IncidentPatch patch;
    patch.state = IncidentState::Open;
    return change(arguments, platform, output, patch);
}

Result<void> assign(const Arguments& arguments, const Platform& platform, Output& output)
{
    return change(arguments, platform, output, {}, arguments.positional()[1]);
}

Result<void> note(const Arguments& arguments, const Platform& platform, Output& output)
{
    IncidentPatch patch;
    patch.note = arguments.positional()[1];
    return change(arguments, platform, output, patch);
}

Result<void> close(const Arguments& arguments, const Platform& platform, Output& output)
{
    IncidentPatch patch;
    patch.state = IncidentState::Closed;
    patch.outcome = arguments.value(outcomeOption.name);
    return change(arguments, platform, output, patch);
}

Result<void> undo(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const IncidentDetail detail,
                     backend->services().incidents.undo(commandLine(), IncidentId(arguments.positional()[0]),
                                                        alerts::IncidentActionId(arguments.positional()[1])));
    output.record(fieldsOf(detail.incident));
    return {};
}

} // namespace
} // namespace incident_command_command

std::vector<Command> incidentCommands()
{
    using namespace incident_command_command;
    const std::vector<Option> usual{dataDirectoryOption, passphraseFileOption};
    return {
        {"incident list",
         Operands::none(),
         "What the alert rules have found",
         {dataDirectoryOption, passphraseFileOption, stateOption, ruleOption, textOption},
         list},
        {"incident show", Operands::one("ID"), "One incident, with what was done about it", usual, read},
        {"incident acknowledge", Operands::one("ID"), "Say that somebody looks after it", usual, acknowledge},
        {"incident assign", Operands::exactly(2, "ID EMAIL|USER-ID|-"), "Give it to somebody; - takes it from them", usual,
         assign},
        {"incident note", Operands::exactly(2, "ID TEXT"), "Write down what was found out", usual, note},
        {"incident close", Operands::one("ID"), "Close it", {dataDirectoryOption, passphraseFileOption, outcomeOption}, close},
        {"incident reopen", Operands::one("ID"), "Open it again", usual, reopen},
        {"incident undo", Operands::exactly(2, "ID ACTION"), "Take back what the rule did by itself", usual, undo},
    };
}

} // namespace sallyport::daemon
