#include "app/daemon/command.h"
#include "app/daemon/interruption.h"
#include "app/daemon/secret_input.h"
#include "app/daemon/shown_time.h"
#include "backend/base/name_text.h"
#include "backend/storage/restore_place.h"
#include "backend/vault/restore.h"

namespace sallyport::daemon {
namespace restore_command_command {
namespace {

constexpr std::size_t mostNamed = 200; ///< of each list; the numbers are of all

Fields fieldsOf(std::string_view what, const RestoredThing& thing)
{
    return {mark(what), textField("kind", thing.kind), textField("name", thing.name), textField("id", thing.id)};
}

void tellThings(Output& output, std::string_view what, std::string_view list, const std::vector<RestoredThing>& things)
{
    output.beginList(list);
    for (std::size_t i = 0; i < things.size() && i < mostNamed; ++i)
        output.row(fieldsOf(what, things[i]), list);
    if (things.size() > mostNamed && !output.json())
        output.say(std::string(what) + ": " + std::to_string(things.size() - mostNamed) + " more");
}

/// What of the time behind the backup is in force no more, or again.
void tellChanges(Output& output, const RestoredVault& restored)
{
    const EndedByRestore& ended = restored.ended;
    output.say("ended: " + counted(ended.sessions, "session", "sessions") + ", " + counted(ended.signIns, "sign-in", "sign-ins") +
                   ", " + counted(ended.links, "invitation or reset", "invitations and resets") + ", " +
                   counted(ended.devices, "trusted device", "trusted devices") + ", " +
                   counted(ended.recoveryCodes, "recovery code", "recovery codes") + "; all access tokens",
               {numberField("sessions_ended", ended.sessions), numberField("sign_ins_ended", ended.signIns),
                numberField("links_ended", ended.links), numberField("devices_ended", ended.devices),
                numberField("recovery_codes_ended", ended.recoveryCodes)});
    if (restored.compared)
        output.say("since the backup: " +
                       counted(static_cast<std::int64_t>(restored.cameBack.size()), "key, user, password or the like lets",
                               "keys, users, passwords and the like let") +
                       " somebody in again; " +
                       counted(static_cast<std::int64_t>(restored.keepsOutNoMore.size()), "ban, second factor or erasure is",
                               "bans, second factors and erasures are") +
                       " gone",
                   {numberField("came_back_count", static_cast<std::int64_t>(restored.cameBack.size())),
                    numberField("gone_count", static_cast<std::int64_t>(restored.keepsOutNoMore.size()))});
    output.record({flagField("compared", restored.compared, {}, {}).jsonOnly()});
    tellThings(output, "came back", "came_back", restored.cameBack);
    tellThings(output, "gone", "gone", restored.keepsOutNoMore);
}

void tellJournal(Output& output, const RestoredVault& restored)
{
    std::string lost = "no event of the journal is lost";
    if (restored.eventsLost > 0)
        lost = counted(restored.eventsLost, "event of the journal is lost, ", "events of the journal are lost, ") +
               std::to_string(restored.lastEvent + 1);
    if (restored.eventsLost > 1)
        lost += " to " + std::to_string(restored.lastEvent + restored.eventsLost);
    output.say(lost, {numberField("events_lost", restored.eventsLost)});
    output.record({flagField("journal_damaged", restored.damage.has_value(), {}, {}).jsonOnly()});
    for (const audit::AcceptedDamage& accepted : restored.accepted)
        output.row({textField("text", acceptedText(accepted)).shownAs("accepted: " + acceptedText(accepted))}, "accepted");
}

/// What somebody has to do now.
void warnOf(const RestoredVault& restored)
{
    if (restored.damage)
        warn("warning: " + damageText(*restored.damage) +
             "; 'sallyportd doctor --accept-damage --why TEXT' says that it is right so");
    if (!restored.compared)
        warn("warning: there was no database before that opens: nobody can tell which keys, users and passwords are in force "
             "again, and all recovery codes have ended");
    else if (!restored.cameBack.empty() || !restored.keepsOutNoMore.empty())
        warn("warning: look at what came back and what is gone before you start the server");
    if (restored.filesMissing > 0)
        warn("warning: " + counted(static_cast<std::int64_t>(restored.filesMissing),
                                   "uploaded file is missing or damaged; 'sallyportd doctor' names it",
                                   "uploaded files are missing or damaged; 'sallyportd doctor' names them"));
    if (!restored.certificateProblem.empty())
        warn("warning: the server can't present its certificate: " + restored.certificateProblem);
}

Result<void> restore(const Arguments& arguments, const Platform& platform, Output& output)
{
    RestoreRequest request;
    request.dataDirectory = arguments.valueOr("data-dir", {});
    request.backup = arguments.positional()[0];
    if (const auto files = arguments.value("files"))
        request.files = *files;
    request.why = arguments.valueOr("why", {});
    if (arguments.flag("why") && visibleName(request.why).empty())
        return usageError("--why takes a text");
    request.incomplete = arguments.flag("incomplete");
    request.progress = goOn;
    SALLYPORT_ASSIGN(const SecretBytes passphrase, readSecret(arguments, "passphrase-file", "Passphrase"));
    stopOnInterrupt(); // until the restored vault is in its place, which is not given up half-way
    const auto done = restoreVault(request, commandLine(), passphrase, platform);
    if (!done && done.error().word == "journal_damaged")
        return damagedError(done.error().detail);
    if (!done)
        return done.error();
    const RestoredVault& restored = *done;
    output.say("restored the vault as it was " + shownTime(restored.from) + ", event " + std::to_string(restored.lastEvent) +
                   ", with " + counted(static_cast<std::int64_t>(restored.files), "uploaded file", "uploaded files"),
               {textField("file", arguments.positional()[0]), timeField("from", restored.from),
                numberField("last_event", restored.lastEvent), numberField("files", static_cast<std::int64_t>(restored.files)),
                numberField("files_missing", static_cast<std::int64_t>(restored.filesMissing))});
    tellJournal(output, restored);
    tellChanges(output, restored);
    if (!restored.replaced.empty())
        output.say("the vault before is kept as " + restored.replaced.string() + "; 'sallyportd restore' puts it back");
    output.record({orDash("replaced", restored.replaced.string()).jsonOnly()});
    for (const std::filesystem::path& removed : restored.removed)
        output.row({textField("file", removed.string())
                        .shownAs("removed, as older than the newest " + std::to_string(storage::replacedKept) + ": " +
                                 removed.string())},
                   "removed");
    warnOf(restored);
    return {};
}

} // namespace
} // namespace restore_command_command

std::vector<Command> restoreCommands()
{
    using namespace restore_command_command;
    return {{"restore",
             Operands::one("FILE"),
             "Put a backup in the vault's place, with its files, while no server runs; what was there is kept aside",
             {dataDirectoryOption,
              passphraseFileOption,
              {"why", "TEXT", "why; accepts that the journal's later events are missing, as doctor --accept-damage does"},
              {"files", "FOLDER", "its uploaded files; default: FILE.files"},
              {"incomplete", "", "also if its journal is damaged or uploaded files are missing"}},
             restore}};
}

} // namespace sallyport::daemon
