#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/shown_time.h"
#include "backend/retention/retention.h"

#include <charconv>

namespace sallyport::daemon {
namespace retention_command_command {
namespace {

using retention::DueEvents;
using retention::LegalHold;
using retention::RetentionRules;

constexpr Option daysOption{"days", "DAYS", "what no rule is for"};
constexpr Option keepOption{"keep", "KIND=DAYS,...",
                            "for kinds (auth.login) and families (auth.*) in place of the rules there are; \"\" for none"};
constexpr Option mostOption{"most-events", "COUNT", "beyond it the oldest go; 0 for no cap"};
constexpr Option mostBytesOption{"most-bytes", "BYTES",
                                 "that events hold; beyond it the oldest of the lowest severity go; 0 for no cap"};

Result<std::int64_t> wholeNumber(std::string_view option, std::string_view text)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return usageError("--" + std::string(option) + " takes a whole number");
    return number;
}

/// The rules there are, with what the options change.
Result<RetentionRules> wantedRules(const Arguments& arguments, RetentionRules rules)
{
    if (const auto days = arguments.value(daysOption.name)) {
        SALLYPORT_ASSIGN(rules.days, wholeNumber(daysOption.name, *days));
    }
    if (const auto most = arguments.value(mostOption.name)) {
        SALLYPORT_ASSIGN(rules.mostEvents, wholeNumber(mostOption.name, *most));
    }
    if (const auto most = arguments.value(mostBytesOption.name)) {
        SALLYPORT_ASSIGN(rules.mostBytes, wholeNumber(mostBytesOption.name, *most));
    }
    if (const auto kinds = arguments.value(keepOption.name)) {
        rules.kinds.clear();
        for (const std::string& one : split(*kinds)) {
            const std::size_t equals = one.find('=');
            if (equals == std::string::npos)
                return usageError("--keep takes KIND=DAYS, such as auth.*=90");
            SALLYPORT_ASSIGN(const std::int64_t days, wholeNumber(keepOption.name, std::string_view(one).substr(equals + 1)));
            rules.kinds.push_back({one.substr(0, equals), days});
        }
    }
    return rules;
}

bool changesNothing(const Arguments& arguments)
{
    return !arguments.value(daysOption.name) && !arguments.value(keepOption.name) && !arguments.value(mostOption.name) &&
           !arguments.value(mostBytesOption.name);
}

void sayDue(Output& output, const DueEvents& due)
{
    std::string line = "would remove " + std::to_string(due.events) + (due.events == 1 ? " event" : " events");
    if (due.oldest && due.newest)
        line += " from " + shownTime(*due.oldest) + " to " + shownTime(*due.newest);
    if (due.held > 0)
        line += "; holds keep " + std::to_string(due.held);
    if (due.overBytes > 0)
        line += "; " + std::to_string(due.overBytes) + " bytes are beyond the cap";
    if (due.waitsForClock)
        line = "would remove nothing until the clock is believed";
    output.say(line, {numberField("events", due.events), timeField("oldest", due.oldest), timeField("newest", due.newest),
                      numberField("held", due.held), numberField("over_bytes", due.overBytes),
                      flagField("waits_for_clock", due.waitsForClock, "yes", "no")});
    output.beginList("due");
    for (const auto& [kind, events] : due.kinds)
        output.row({textField("kind", kind), numberField("events", events)}, "due");
}

Fields fieldsOf(const LegalHold& hold)
{
    return {textField("id", hold.id),
            hold.person.empty() ? textField("q", hold.filter)
                                : textField("person", hold.personName + " (" + hold.person.text() + ")"),
            textField("placed_by", hold.placedBy), timeField("placed_at", hold.placedAt), textField("reason", hold.reason)};
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto state, backend->services().retention.state(commandLine()));
    output.facts({numberField("days", state.rules.days), numberField("most_events", state.rules.mostEvents),
                  numberField("most_bytes", state.rules.mostBytes), numberField("stored_bytes", state.storedBytes),
                  numberField("stored", state.stored), numberField("removed", state.removed),
                  numberField("replaced", state.replaced), timeField("last_run", state.lastRun),
                  numberField("last_removed", state.lastRemoved),
                  numberField("holds", static_cast<std::int64_t>(state.holds.size()))});
    output.beginList("kinds");
    for (const retention::KindRule& rule : state.rules.kinds)
        output.row({textField("kind", rule.kind), numberField("days", rule.days)}, "kinds");
    sayDue(output, state.next);
    return {};
}

Result<void> set(const Arguments& arguments, const Platform& platform, Output& output)
{
    if (changesNothing(arguments))
        return usageError("retention set takes --days, --keep, --most-events or --most-bytes");
    SALLYPORT_TRY(wantedRules(arguments, {})); // before a passphrase is asked for
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    retention::Retention& service = backend->services().retention;
    SALLYPORT_ASSIGN(const auto state, service.state(commandLine()));
    SALLYPORT_ASSIGN(const RetentionRules rules, wantedRules(arguments, state.rules));
    SALLYPORT_TRY(service.change(commandLine(), rules));
    output.say("stored; the next run, within the hour, goes by it");
    return {};
}

Result<void> preview(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_TRY(wantedRules(arguments, {}));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    retention::Retention& service = backend->services().retention;
    SALLYPORT_ASSIGN(const auto state, service.state(commandLine()));
    SALLYPORT_ASSIGN(const RetentionRules rules, wantedRules(arguments, state.rules));
    SALLYPORT_ASSIGN(const DueEvents due, service.preview(commandLine(), rules));
    sayDue(output, due);
    return {};
}

Result<void> holds(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto found, backend->services().retention.holds(commandLine()));
    output.beginList();
    for (const LegalHold& hold : found)
        output.row(fieldsOf(hold));
    return {};
}

Result<void> place(const Arguments& arguments, const Platform& platform, Output& output)
{
    const auto filter = arguments.value("q"), person = arguments.value("person");
    if (filter.has_value() == person.has_value())
        return usageError("retention hold takes --q FILTER or --person USER");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    retention::NewHold wanted{filter.value_or(std::string()), {}, arguments.positional()[0]};
    if (person) {
        SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), *person));
        wanted.person = user.id;
    }
    SALLYPORT_ASSIGN(const LegalHold hold, backend->services().retention.placeHold(commandLine(), wanted));
    output.record(fieldsOf(hold));
    return {};
}

Result<void> lift(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_TRY(backend->services().retention.liftHold(commandLine(), arguments.positional()[0]));
    output.say("lifted");
    return {};
}

Result<void> erase(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const std::string& word = arguments.positional()[0];
    // Whose account has gone already is known by the id alone.
    const auto user = findUser(backend->services(), word);
    const UserId id = user ? user->id : UserId(word);
    SALLYPORT_ASSIGN(const retention::Erasure erasure, backend->services().retention.erase(commandLine(), id));
    output.say(std::to_string(erasure.events) + (erasure.events == 1 ? " event stands" : " events stand") + " under the name " +
                   erasure.pseudonym + (erasure.accountDeleted ? "; the account is deleted" : "") + "; backups, exports, " +
                   std::to_string(erasure.keptReports) + " kept reports and " + std::to_string(erasure.keptPacks) +
                   " evidence packs stay as they are" +
                   (erasure.damagedEvents > 0 ? ", and so do " + std::to_string(erasure.damagedEvents) + " damaged events" : ""),
               {textField("id", erasure.person.text()), textField("pseudonym", erasure.pseudonym),
                numberField("events", erasure.events), flagField("account_deleted", erasure.accountDeleted, "yes", "no"),
                numberField("kept_reports", erasure.keptReports), numberField("evidence_packs", erasure.keptPacks),
                numberField("damaged_events", erasure.damagedEvents)});
    return {};
}

} // namespace
} // namespace retention_command_command

std::vector<Command> retentionCommands()
{
    using namespace retention_command_command;
    return {
        {"retention show",
         Operands::none(),
         "What is kept how long, and what goes next",
         {dataDirectoryOption, passphraseFileOption},
         show},
        {"retention set",
         Operands::none(),
         "Keep events for other times",
         {dataDirectoryOption, passphraseFileOption, daysOption, keepOption, mostOption, mostBytesOption},
         set},
        {"retention preview",
         Operands::none(),
         "What would go at once under other rules",
         {dataDirectoryOption, passphraseFileOption, daysOption, keepOption, mostOption, mostBytesOption},
         preview},
        {"retention holds",
         Operands::none(),
         "What is kept whatever the rules say",
         {dataDirectoryOption, passphraseFileOption},
         holds},
        {"retention hold",
         Operands::one("REASON"),
         "Keep what a filter finds, or a person's events",
         {dataDirectoryOption,
          passphraseFileOption,
          {"q", "FILTER", "the filter language of the event viewer, times in UTC"},
          {"person", "EMAIL|ID", "the events of this user"}},
         place},
        {"retention lift", Operands::one("ID"), "Lift a hold", {dataDirectoryOption, passphraseFileOption}, lift},
        {"user erase",
         Operands::one("EMAIL|ID"),
         "Forget a person: the account, and who they were in all events",
         {dataDirectoryOption, passphraseFileOption},
         erase},
    };
}

} // namespace sallyport::daemon
