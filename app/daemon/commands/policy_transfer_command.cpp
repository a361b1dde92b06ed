#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "app/daemon/lookup.h"
#include "backend/authorization/policies.h"

namespace sallyport::daemon {
namespace policy_transfer_command_command {
namespace {

using authorization::ImportedPolicy;

constexpr Option dryRunOption{"dry-run", "", "say what would happen, and change nothing"};
constexpr Option publishOption{"publish", "",
                               "take over the states, too; without it nothing is enforced, and nothing ceases to be"};
constexpr Option stateOption{"state", "draft|observe|enforce", "only those"};
constexpr Option searchOption{"search", "TEXT", "part of name or note"};

Result<void> exportAll(const Arguments& arguments, const Platform& platform, Output& output)
{
    authorization::PolicyExport wanted;
    wanted.text = arguments.valueOr(searchOption.name, {});
    if (const auto state = arguments.value(stateOption.name)) {
        wanted.state = access::findState(*state);
        if (!wanted.state)
            return wordError("--state", *state, {"draft", "observe", "enforce"});
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::string document, backend->services().policies.exportDocument(commandLine(), wanted));
    output.raw(document);
    return {};
}

/// `12  refused  Own department  condition: There is no attribute ...`
Fields fieldsOf(const ImportedPolicy& policy)
{
    std::string told;
    for (const std::string& member : policy.changed)
        told.append(told.empty() ? "" : ", ").append(member);
    for (const FieldError& mistake : policy.mistakes)
        told.append(told.empty() ? "" : " ")
            .append(mistake.field.empty() ? "policy" : mistake.field)
            .append(mistake.position ? " at " + std::to_string(mistake.line) + ":" + std::to_string(mistake.column)
                                     : std::string())
            .append(": ")
            .append(mistake.message);
    return {numberField("place", static_cast<std::int64_t>(policy.place)),
            textField("outcome", authorization::importOutcomeWord(policy.outcome)),
            textField("name", policy.name),
            orDash("state", policy.state),
            orDash("document_state", policy.documentState).jsonOnly(),
            orDash("id", policy.id).jsonOnly(),
            orDash("what", told)};
}

Result<void> import(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string& source = arguments.positional()[0];
    SALLYPORT_TRY(onlyOneFromStandardInput(arguments, source, "the document"));
    authorization::PolicyImport import;
    SALLYPORT_ASSIGN(import.text, readInput(source, authorization::policyDocumentBytes));
    import.dryRun = arguments.flag(dryRunOption.name);
    import.publish = arguments.flag(publishOption.name);
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto result, backend->services().policies.importDocument(commandLine(), import));
    output.facts({numberField("added", result.added), numberField("changed", result.changed),
                  numberField("unchanged", result.unchanged), numberField("refused", result.refused),
                  flagField("dry_run", result.dryRun, "yes", "no"), flagField("published", result.published, "yes", "no")});
    output.beginList("policies");
    for (const ImportedPolicy& policy : result.policies)
        output.row(fieldsOf(policy), "policies");
    if (result.refused == 0)
        return {};
    return makeError(ErrorCode::ValidationFailed, std::to_string(result.refused) + " of " +
                                                      std::to_string(result.policies.size()) +
                                                      " policies would be refused, and with them the document");
}

} // namespace
} // namespace policy_transfer_command_command

std::vector<Command> policyTransferCommands()
{
    using namespace policy_transfer_command_command;
    return {
        {"policy export",
         Operands::none(),
         "Policies with their tests as one document, on standard output",
         {dataDirectoryOption, passphraseFileOption, stateOption, searchOption},
         exportAll},
        {"policy import",
         Operands::one("FILE"),
         "Take such a document back in, all of it or nothing; - reads standard input",
         {dataDirectoryOption, passphraseFileOption, dryRunOption, publishOption},
         import},
    };
}

} // namespace sallyport::daemon
