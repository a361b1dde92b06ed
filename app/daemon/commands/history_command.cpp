#include "app/daemon/command.h"
#include "app/daemon/shown_time.h"
#include "backend/audit/filter_time.h"
#include "backend/history/history.h"

#include <charconv>

namespace sallyport::daemon {
namespace history_command_command {
namespace {

using history::Version;

constexpr std::uint32_t shownUsual = 50, shownMost = 1000;

Fields fieldsOf(const Version& version)
{
    return {textField("id", version.id),
            timeField("at", version.at),
            textField("kind", version.kind),
            textField("object", version.objectName.empty() ? version.objectId : version.objectName),
            textField("object_id", version.objectId).jsonOnly(),
            textField("by", version.by),
            flagField("undoable", version.undoable, "undoable", "-")};
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    history::VersionQuery query;
    query.objectKind = arguments.valueOr("kind", {});
    query.objectId = arguments.valueOr("object", {});
    query.text = arguments.valueOr("q", {});
    query.limit = shownUsual;
    if (const auto most = arguments.value("limit")) {
        const auto read = std::from_chars(most->data(), most->data() + most->size(), query.limit);
        if (read.ec != std::errc{} || read.ptr != most->data() + most->size() || query.limit < 1 || query.limit > shownMost)
            return usageError("--limit takes 1 to " + std::to_string(shownMost));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const history::VersionPage page, backend->services().history.list(commandLine(), query));
    output.beginList();
    for (const Version& version : page.versions)
        output.row(fieldsOf(version));
    return {};
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const Version version, backend->services().history.read(commandLine(), arguments.positional()[0]));
    output.record(fieldsOf(version));
    output.beginList("changes");
    for (const history::VersionChange& change : version.changes)
        output.row({textField("field", change.field), orDash("old", change.before), orDash("new", change.after)}, "changes");
    return {};
}

Result<void> undo(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const Version version, backend->services().history.undo(commandLine(), arguments.positional()[0]));
    output.say("taken back: " + version.kind + " of " + version.objectName, {textField("id", version.id)});
    return {};
}

Result<void> who(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string& word = arguments.positional()[0];
    const auto permission = access::findPermission(word);
    if (!permission)
        return usageError("history who takes a permission, such as records:read");
    const std::string text = arguments.valueOr("at", "now");
    if (!audit::parseFilterTime(text, platform.clock.now(), {}))
        return usageError("--at takes a time, such as 2026-05-03 or 2026-05-03T14:00");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto at = audit::parseFilterTime(text, platform.clock.now(), backend->services().settings.values()->timesZone);
    SALLYPORT_ASSIGN(const history::AccessThen then, backend->services().history.asOf(commandLine(), *at, *permission));
    output.beginList("holders");
    for (const auto& holder : then.holders)
        output.row({textField("id", holder.id.text()), textField("name", holder.name), wordsField("roles", holder.roles)},
                   "holders");
    for (const auto& policy : then.policies)
        output.row({mark("policy"), textField("name", policy.name), textField("effect", policy.effect),
                    textField("condition", policy.condition)},
                   "policies");
    for (const std::string& role : then.deletedRoles)
        output.row({mark("deleted since, its members are not known"), textField("role", role)}, "deleted_roles");
    if (!then.complete)
        output.say("retention has removed changes since then: this may not be all", {flagField("complete", false, "yes", "no")});
    return {};
}

} // namespace
} // namespace history_command_command

std::vector<Command> historyCommands()
{
    using namespace history_command_command;
    return {
        {"history list",
         Operands::none(),
         "Changes of the configuration, the newest first",
         {dataDirectoryOption,
          passphraseFileOption,
          {"kind", "WORD",
           "setting, role, user, policy, provider, service_account, limit, address, detection, alert, output or retention"},
          {"object", "ID", "of one object; of a setting its key"},
          {"q", "FILTER", "the filter language of the event viewer, without kinds"},
          {"limit", "COUNT", "1 to 1000, 50 without it"}},
         list},
        {"history show", Operands::one("ID"), "One change, before and after", {dataDirectoryOption, passphraseFileOption}, show},
        {"history undo",
         Operands::one("ID"),
         "Take a change of a setting, role or policy back",
         {dataDirectoryOption, passphraseFileOption},
         undo},
        {"history who",
         Operands::one("PERMISSION"),
         "Who could do something at a time, and why",
         {dataDirectoryOption, passphraseFileOption, {"at", "TIME", "as the filter language takes it; now without it"}},
         who},
    };
}

} // namespace sallyport::daemon
