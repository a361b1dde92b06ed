#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/alerts/alert_rules.h"
#include "backend/alerts/rule_text.h"
#include "backend/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace sallyport::daemon {
namespace alert_command_command {
namespace {

using alerts::AlertDraft;
using alerts::AlertRule;

constexpr Option nameOption{"name", "TEXT", "another name"};
constexpr Option noteOption{"note", "TEXT", "what it is for"};
constexpr Option kindsOption{"kinds", "WORDS", "kinds of events, with commas between; auth.* is a family"};
constexpr Option filterOption{"filter", "TEXT", "the filter language of events, without times"};
constexpr Option thresholdOption{"threshold", "N", "so many events in the window, 1 to 1000"};
constexpr Option windowOption{"window", "TIME", "90s, 15m, 24h at most"};
constexpr Option countedOption{"count", "WORD", "events, or how many different users or addresses they are about"};
constexpr Option groupOption{"group-by", "WORD", "none, address, user, target, key or kind"};
constexpr Option severityOption{"severity", "WORD", "info, notice, warning or critical"};
constexpr Option scheduleOption{"schedule", "TEXT", "always, or [outside ]mon,tue 07:00-19:00[ ZONE]"};
constexpr Option actionsOption{"actions", "WORDS",
                               "with commas between: notice, ban_address[=TIME], revoke_sessions, disable_user[=TIME], "
                               "revoke_key, destination=ID; none"};
constexpr Option onOption{"on", "", "switch it on"};
constexpr Option offOption{"off", "", "switch it off"};
constexpr Option muteOption{"mute", "TIME", "say nothing for so long; 0 ends that"};
constexpr Option resetOption{"reset", "", "as it came with the product"};
constexpr Option sinceOption{"since", "TIME", "so long back, 7d without it"};

const std::vector<Option>& draftOptions()
{
    static const std::vector<Option> all{noteOption,    kindsOption, filterOption,   thresholdOption, windowOption,
                                         countedOption, groupOption, severityOption, scheduleOption,  actionsOption};
    return all;
}

std::string shownWindow(const AlertDraft& what)
{
    return std::to_string(what.threshold) + ' ' + std::string(alerts::countedWord(what.counted)) + " in " +
           std::to_string(what.window.count()) + " s by " + std::string(alerts::groupWord(what.groupBy));
}

Fields fieldsOf(const AlertRule& rule)
{
    const AlertDraft& what = rule.what;
    return {textField("id", rule.id.text()),
            flagField("enabled", what.enabled, "on", "off"),
            textField("severity", audit::severityWord(what.severity)),
            textField("rule", shownWindow(what)),
            wordsField("kinds", what.kinds),
            orDash("filter", what.filter),
            orDash("schedule", alerts::shownSchedule(what.schedule)).jsonOnly(),
            orDash("actions", alerts::shownActions(what.actions)),
            timeField("muted_until", rule.mutedUntil).jsonOnly(),
            orDash("shipped", rule.shipped).jsonOnly(),
            textField("author", rule.author.name).jsonOnly(),
            orDash("note", what.note).jsonOnly(),
            textField("name", what.name)};
}

/// By its id, or its name in any case.
Result<AlertRule> findRule(Services& services, const std::string& word)
{
    SALLYPORT_ASSIGN(const auto all, services.alertRules.list(commandLine()));
    const auto found = std::ranges::find_if(all, [&](const AlertRule& rule) {
        return rule.id.text() == word || rule.shipped == word || toLowerAscii(rule.what.name) == toLowerAscii(word);
    });
    if (found == all.end())
        return makeError(ErrorCode::NotFound, "there is no such alert rule");
    return *found;
}

Result<alerts::AlertSchedule> scheduleOf(std::string text)
{
    alerts::AlertSchedule schedule;
    if (text == "always")
        return schedule;
    const Error wrong = usageError("--schedule is always, or like mon,tue 07:00-19:00 Europe/Berlin");
    if (text.starts_with("outside ")) {
        schedule.outside = true;
        text.erase(0, std::string_view("outside ").size());
    }
    const std::vector<std::string> parts = alerts::splitKinds(text);
    if (parts.size() < 2 || parts.size() > 3 || parts[1].size() != std::string_view("07:00-19:00").size())
        return wrong;
    for (const std::string& word : split(parts[0])) {
        int day = 0;
        while (day < 7 && alerts::dayWord(day) != word)
            ++day;
        if (day == 7)
            return wrong;
        schedule.days = static_cast<std::uint8_t>(schedule.days | (1u << day));
    }
    const auto from = alerts::clockOf(std::string_view(parts[1]).substr(0, 5)),
               until = alerts::clockOf(std::string_view(parts[1]).substr(6));
    if (!from || !until || parts[1][5] != '-')
        return wrong;
    schedule.from = static_cast<std::uint16_t>(*from);
    schedule.until = static_cast<std::uint16_t>(*until);
    schedule.zone = parts.size() == 3 ? parts[2] : std::string();
    return schedule;
}

Result<std::vector<alerts::AlertAction>> actionsOf(const std::string& text)
{
    std::vector<alerts::AlertAction> actions;
    if (text == "none")
        return actions;
    for (const std::string& one : split(text)) {
        const std::size_t equals = one.find('=');
        const std::string word = one.substr(0, equals), value = equals == std::string::npos ? "" : one.substr(equals + 1);
        const auto kind = alerts::findActionKind(word);
        if (!kind)
            return wordError("--actions", word,
                             {"notice", "ban_address", "revoke_sessions", "disable_user", "revoke_key", "destination"});
        alerts::AlertAction action;
        action.kind = *kind;
        if (*kind == alerts::ActionKind::Destination) {
            action.destination = value;
        } else if (!value.empty()) {
            SALLYPORT_ASSIGN(action.lasts, secondsOf(actionsOption.name, value));
        }
        actions.push_back(std::move(action));
    }
    return actions;
}

Result<AlertDraft> draftOf(const Arguments& arguments, AlertDraft draft)
{
    draft.note = arguments.valueOr(noteOption.name, std::move(draft.note));
    draft.filter = arguments.valueOr(filterOption.name, std::move(draft.filter));
    if (const auto kinds = arguments.value(kindsOption.name))
        draft.kinds = split(*kinds);
    if (const auto number = arguments.value(thresholdOption.name)) {
        const char* const end = number->data() + number->size();
        if (std::from_chars(number->data(), end, draft.threshold).ptr != end || number->empty())
            return usageError("--threshold is a number");
    }
    if (const auto window = arguments.value(windowOption.name)) {
        SALLYPORT_ASSIGN(draft.window, secondsOf(windowOption.name, *window));
    }
    if (const auto word = arguments.value(countedOption.name)) {
        const auto counted = alerts::findCounted(*word);
        if (!counted)
            return wordError("--count", *word, {"events", "users", "addresses"});
        draft.counted = *counted;
    }
    if (const auto word = arguments.value(groupOption.name)) {
        const auto group = alerts::findGroup(*word);
        if (!group)
            return wordError("--group-by", *word, {"none", "address", "user", "target", "key", "kind"});
        draft.groupBy = *group;
    }
    if (const auto word = arguments.value(severityOption.name)) {
        const auto severity = audit::findSeverity(*word);
        if (!severity)
            return wordError("--severity", *word, {"info", "notice", "warning", "critical"});
        draft.severity = *severity;
    }
    if (const auto text = arguments.value(scheduleOption.name)) {
        SALLYPORT_ASSIGN(draft.schedule, scheduleOf(*text));
    }
    if (const auto text = arguments.value(actionsOption.name)) {
        SALLYPORT_ASSIGN(draft.actions, actionsOf(*text));
    }
    return draft;
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto all, backend->services().alertRules.list(commandLine()));
    output.beginList();
    for (const AlertRule& rule : all)
        output.row(fieldsOf(rule));
    return {};
}

Result<void> read(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const AlertRule rule, findRule(backend->services(), arguments.positional()[0]));
    output.facts(fieldsOf(rule));
    return {};
}

Result<void> create(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(AlertDraft draft, draftOf(arguments, {}));
    draft.name = arguments.positional()[0];
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const AlertRule rule, backend->services().alertRules.create(commandLine(), draft));
    output.record(fieldsOf(rule));
    return {};
}

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output)
{
    if (arguments.flag(onOption.name) && arguments.flag(offOption.name))
        return usageError("only one of --on and --off");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    alerts::AlertRules& rules = backend->services().alertRules;
    SALLYPORT_ASSIGN(AlertRule rule, findRule(backend->services(), arguments.positional()[0]));
    if (arguments.flag(resetOption.name)) {
        SALLYPORT_ASSIGN(rule, rules.reset(commandLine(), rule.id));
    }
    alerts::AlertPatch patch;
    SALLYPORT_ASSIGN(AlertDraft wanted, draftOf(arguments, rule.what));
    wanted.name = arguments.valueOr(nameOption.name, std::move(wanted.name));
    if (wanted != rule.what)
        patch.what = std::move(wanted);
    if (arguments.flag(onOption.name) || arguments.flag(offOption.name))
        patch.enabled = arguments.flag(onOption.name);
    if (const auto text = arguments.value(muteOption.name)) {
        SALLYPORT_ASSIGN(const std::chrono::seconds length, secondsOf(muteOption.name, *text));
        patch.mutedUntil = length.count() > 0 ? std::optional(platform.clock.now() + length) : std::nullopt;
    }
    SALLYPORT_ASSIGN(rule, rules.change(commandLine(), rule.id, patch));
    output.record(fieldsOf(rule));
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const AlertRule rule, findRule(backend->services(), arguments.positional()[0]));
    return backend->services().alertRules.remove(commandLine(), rule.id);
}

Result<void> test(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::chrono::seconds back, secondsOf(sinceOption.name, arguments.valueOr(sinceOption.name, "7d")));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const AlertRule rule, findRule(backend->services(), arguments.positional()[0]));
    SALLYPORT_ASSIGN(const AlertDraft draft, draftOf(arguments, rule.what));
    const UtcTime now = platform.clock.now();
    SALLYPORT_ASSIGN(const alerts::AlertTrial trial,
                     backend->services().alertRules.test(commandLine(), draft, now - back, now, {}));
    output.facts({numberField("fired", trial.fired), numberField("matched", trial.matched), numberField("read", trial.read),
                  flagField("complete", trial.complete, "yes", "no"), timeField("through", trial.through),
                  timeField("since", trial.since), timeField("until", trial.until)});
    output.beginList("firings");
    for (const auto& firing : trial.firings)
        output.row({timeField("at", firing.at), numberField("count", firing.count), orDash("group", firing.name)}, "firings");
    return {};
}

std::vector<Option> withDraft(std::vector<Option> options)
{
    options.insert(options.end(), draftOptions().begin(), draftOptions().end());
    return options;
}

} // namespace
} // namespace alert_command_command

std::vector<Command> alertCommands()
{
    using namespace alert_command_command;
    return {
        {"alert list", Operands::none(), "The alert rules", {dataDirectoryOption, passphraseFileOption}, list},
        {"alert show", Operands::one("RULE"), "One alert rule, by id or name", {dataDirectoryOption, passphraseFileOption}, read},
        {"alert create", Operands::one("NAME"), "Add an alert rule", withDraft({dataDirectoryOption, passphraseFileOption}),
         create},
        {"alert change", Operands::one("RULE"), "Change an alert rule, switch it on or off, mute it",
         withDraft({dataDirectoryOption, passphraseFileOption, nameOption, onOption, offOption, muteOption, resetOption}),
         change},
        {"alert delete",
         Operands::one("RULE"),
         "Delete an alert rule of one's own",
         {dataDirectoryOption, passphraseFileOption},
         remove},
        {"alert test", Operands::one("RULE"), "How often it would have fired, with other numbers if they are said",
         withDraft({dataDirectoryOption, passphraseFileOption, sinceOption}), test},
    };
}

} // namespace sallyport::daemon
