#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "app/daemon/lookup.h"
#include "backend/protection/lists/address_range.h"
#include "backend/protection/lists/address_rules.h"

namespace sallyport::daemon {
namespace ban_command_command {
namespace {

using protection::AddressAction;
using protection::AddressExport;
using protection::AddressRule;
using protection::AddressRuleId;
using protection::AddressRuleQuery;

constexpr std::uint32_t rowsAtOnce = 200;

constexpr Option allowOption{"allow", "", "always let in, whatever else says"};
constexpr Option reasonOption{"reason", "TEXT", "why, for who reads the list"};
constexpr Option forOption{"for", "TIME", "how long: 90s, 15m, 24h, 7d; without it the rule stays"};
constexpr Option onlyAllowOption{"allow", "", "the rule that always lets it in, in place of what keeps it out"};
constexpr Option actionOption{"action", "WORD", "only block or allow"};
constexpr Option byOption{"by", "WORD", "only bans by score, or rules by hand"};
constexpr Option searchOption{"search", "TEXT", "part of address, reason or creator; an address also finds the ranges around it"};
constexpr Option dryRunOption{"dry-run", "", "say what would happen, and change nothing"};
constexpr Option formatOption{"format", "WORD", "plain (default), nftables or crowdsec"};

Fields fieldsOf(const AddressRule& rule)
{
    return {textField("id", rule.id.text()),
            textField("action", rule.score ? std::string_view("ban") : protection::actionWord(rule.action)),
            textField("address", rule.address),
            timeField("expires_at", rule.expiresAt, "stays"),
            rule.score ? numberField("score", *rule.score) : orDash("score", {}),
            numberField("step", rule.step).jsonOnly(),
            numberField("hits", static_cast<std::int64_t>(rule.hits)),
            timeField("last_hit", rule.lastHit).jsonOnly(),
            timeField("created_at", rule.createdAt).jsonOnly(),
            textField("created_by", rule.createdBy),
            orDash("place", rule.place).jsonOnly(),
            orDash("reason", rule.reason)};
}

/// Calls `take` for each rule that the query finds.
template <typename Take>
Result<void> forEach(Services& services, AddressRuleQuery query, const Take& take)
{
    query.limit = rowsAtOnce;
    do {
        SALLYPORT_ASSIGN(const protection::AddressRulePage page, services.addressRules.list(commandLine(), query));
        for (const AddressRule& rule : page.rules)
            take(rule);
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    return {};
}

Result<std::optional<std::chrono::seconds>> lengthOf(const Arguments& arguments)
{
    const auto text = arguments.value(forOption.name);
    if (!text)
        return std::optional<std::chrono::seconds>();
    SALLYPORT_ASSIGN(const std::chrono::seconds length, secondsOf(forOption.name, *text));
    return std::optional(length);
}

std::string actionOf(const Arguments& arguments)
{
    return arguments.flag(allowOption.name) ? "allow" : "block";
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    AddressRuleQuery query;
    query.text = arguments.valueOr(searchOption.name, {});
    if (const auto action = arguments.value(actionOption.name)) {
        if (*action != "block" && *action != "allow")
            return wordError("--action", *action, {"block", "allow"});
        query.action = *action == "allow" ? AddressAction::Allow : AddressAction::Block;
    }
    if (const auto by = arguments.value(byOption.name)) {
        if (*by != "score" && *by != "hand")
            return wordError("--by", *by, {"score", "hand"});
        query.byScore = *by == "score";
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    return forEach(backend->services(), query, [&](const AddressRule& rule) { output.row(fieldsOf(rule)); });
}

Result<void> add(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const auto length, lengthOf(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const AddressRule rule,
                     backend->services().addressRules.add(commandLine(), {arguments.positional()[0], actionOf(arguments),
                                                                          arguments.valueOr(reasonOption.name, {}), length}));
    output.record(fieldsOf(rule));
    return {};
}

/// The ids of what is meant: an id, or what an address has. NotFound.
Result<std::vector<AddressRuleId>> meant(Services& services, const std::string& word, bool allows)
{
    if (isIdText(word))
        return std::vector{AddressRuleId(word)};
    const auto range = protection::AddressRange::parse(word);
    if (!range)
        return usageError("ban remove takes an address, a range or an id");
    AddressRuleQuery query;
    query.text = range->text();
    query.action = allows ? AddressAction::Allow : AddressAction::Block;
    std::vector<AddressRuleId> ids;
    SALLYPORT_TRY(forEach(services, query, [&](const AddressRule& rule) {
        if (rule.address == range->text())
            ids.push_back(rule.id);
    }));
    if (ids.empty())
        return makeError(ErrorCode::NotFound, "there is no such rule for " + range->text());
    return ids;
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    Services& services = backend->services();
    std::vector<AddressRuleId> ids;
    for (const std::string& word : arguments.positional()) {
        SALLYPORT_ASSIGN(const std::vector<AddressRuleId> some, meant(services, word, arguments.flag(onlyAllowOption.name)));
        ids.insert(ids.end(), some.begin(), some.end());
    }
    SALLYPORT_ASSIGN(const std::int64_t removed, services.addressRules.removeMany(commandLine(), ids));
    if (removed == 0)
        return makeError(ErrorCode::NotFound, "there is no such rule");
    output.say(std::to_string(removed) + (removed == 1 ? " rule removed" : " rules removed"), {numberField("removed", removed)});
    return {};
}

Result<void> importList(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_TRY(onlyOneFromStandardInput(arguments, arguments.positional()[0], "the list"));
    SALLYPORT_ASSIGN(const auto length, lengthOf(arguments));
    protection::AddressImport import;
    SALLYPORT_ASSIGN(import.text, readInput(arguments.positional()[0], protection::addressImportBytes));
    import.action = actionOf(arguments);
    import.reason = arguments.valueOr(reasonOption.name, {});
    import.expiresIn = length;
    import.tryOnly = arguments.flag(dryRunOption.name);
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto result, backend->services().addressRules.import(commandLine(), import));
    output.facts({numberField("added", static_cast<std::int64_t>(result.added)),
                  numberField("known", static_cast<std::int64_t>(result.known)),
                  numberField("wrong", static_cast<std::int64_t>(result.wrong)),
                  numberField("too_many", static_cast<std::int64_t>(result.tooMany))});
    output.beginList("lines");
    for (const auto& line : result.lines)
        output.row({numberField("line", static_cast<std::int64_t>(line.number)), textField("message", line.why)}, "lines");
    return {};
}

Result<void> exportList(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string format = arguments.valueOr(formatOption.name, "plain");
    if (format != "plain" && format != "nftables" && format != "crowdsec")
        return wordError("--format", format, {"plain", "nftables", "crowdsec"});
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::string text, backend->services().addressRules.exportRules(
                                                 commandLine(), format == "plain"      ? AddressExport::Plain
                                                                : format == "nftables" ? AddressExport::Nftables
                                                                                       : AddressExport::CrowdSec));
    if (output.json())
        output.facts({textField("format", format), textField("text", text)});
    else
        output.raw(text);
    return {};
}

} // namespace
} // namespace ban_command_command

std::vector<Command> banCommands()
{
    using namespace ban_command_command;
    return {
        {"ban list",
         Operands::none(),
         "Who is kept out, and who is always let in",
         {dataDirectoryOption, passphraseFileOption, actionOption, byOption, searchOption},
         list},
        {"ban add",
         Operands::one("ADDRESS"),
         "Keep an address or a range out, or always let it in",
         {dataDirectoryOption, passphraseFileOption, allowOption, reasonOption, forOption},
         add},
        {"ban remove",
         Operands::some("ADDRESS|ID..."),
         "Lift bans and remove rules",
         {dataDirectoryOption, passphraseFileOption, onlyAllowOption},
         remove},
        {"ban import",
         Operands::one("FILE"),
         "Add a plain list, one address or range a line; - reads standard input",
         {dataDirectoryOption, passphraseFileOption, allowOption, reasonOption, forOption, dryRunOption},
         importList},
        {"ban export",
         Operands::none(),
         "What is kept out now, for other programs",
         {dataDirectoryOption, passphraseFileOption, formatOption},
         exportList},
    };
}

} // namespace sallyport::daemon
