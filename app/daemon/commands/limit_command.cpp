#include "app/daemon/command.h"
#include "backend/protection/limits/rate_limits.h"
#include "backend/settings/value_text.h"

#include <algorithm>

namespace sallyport::daemon {
namespace limit_command_command {
namespace {

using protection::RateRule;
using protection::RateRulePatch;

constexpr Option algorithmOption{"algorithm", "WORD", "gcra (even pace), sliding or fixed"};
constexpr Option keyedByOption{"keyed-by", "WORD", "principal, user, key or address"};
constexpr Option modeOption{"mode", "WORD", "off, observe or enforce"};
constexpr Option expiresInOption{"expires-in", "TIME", "how long they hold, 90m or 7d; until removed without"};

std::string rateOf(const RateRule& rule)
{
    return settings::rateText({rule.setting.numbers.requests, rule.setting.numbers.window});
}

Fields fieldsOf(const RateRule& rule)
{
    const protection::RateSetting& setting = rule.setting;
    return {textField("id", setting.id),
            textField("name", setting.name),
            textField("limit", rateOf(rule)),
            textField("algorithm", rateAlgorithmWord(setting.numbers.algorithm)),
            textField("keyed_by", rateSubjectWord(setting.subject)),
            textField("mode", protection::rateModeWord(setting.mode)),
            numberField("hottest", rule.hottest),
            orDash("p95", rule.p95 ? std::to_string(*rule.p95) : std::string()),
            numberField("refused", rule.refused),
            numberField("noted", rule.noted)};
}

/// `CLASS=REQUESTS/SECONDS` as the setting has it.
void printRate(Output& output, const RateRule& rule)
{
    const std::string key = rule.setting.builtIn ? "rate_limits." + rule.setting.id : rule.setting.id;
    output.record({textField(key, rateOf(rule)).shownAs(key + "=" + rateOf(rule))});
}

/// By class, id or name.
Result<RateRule> findRule(protection::RateLimits& limits, const std::string& word)
{
    SALLYPORT_ASSIGN(std::vector<RateRule> rules, limits.list(commandLine()));
    for (RateRule& rule : rules) {
        if (rule.setting.id == word || (!rule.setting.builtIn && rule.setting.name == word))
            return std::move(rule);
    }
    return makeError(ErrorCode::NotFound, "there is no rate limit " + word +
                                              "; the classes are address, auth, api_read, api_write, file_upload and admin");
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<RateRule> rules, backend->services().rateLimits.list(commandLine()));
    output.beginList();
    for (const RateRule& rule : rules)
        output.row(fieldsOf(rule));
    return {};
}

Result<void> get(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto values = backend->services().settings.values();
    for (const settings::Definition& definition : settings::definitions()) {
        if (definition.type != "rate")
            continue;
        const std::string value = definition.get(*values);
        output.record({textField(definition.key, value).shownAs(std::string(definition.key) + "=" + value)});
    }
    return {};
}

Result<void> set(const Arguments& arguments, const Platform& platform, Output& output)
{
    RateRulePatch patch;
    if (arguments.positional().size() > 1) {
        SALLYPORT_ASSIGN(const settings::RateLimit rate, settings::parseRate(arguments.positional()[1]));
        patch.requests = rate.requests;
        patch.window = rate.window;
    }
    const auto take = [&](const Option& option, auto& to, auto of) {
        const auto word = arguments.value(option.name);
        if (word)
            to = of(*word);
        return !word || to;
    };
    if (!take(algorithmOption, patch.algorithm, protection::rateAlgorithmOf))
        return usageError("--algorithm takes gcra, sliding or fixed");
    if (!take(keyedByOption, patch.subject, protection::rateSubjectOf))
        return usageError("--keyed-by takes principal, user, key or address");
    if (!take(modeOption, patch.mode, protection::rateModeOf))
        return usageError("--mode takes off, observe or enforce");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    protection::RateLimits& limits = backend->services().rateLimits;
    SALLYPORT_ASSIGN(const RateRule found, findRule(limits, arguments.positional()[0]));
    SALLYPORT_ASSIGN(const RateRule changed, limits.change(commandLine(), found.setting.id, patch));
    printRate(output, changed);
    return {};
}

Result<void> reset(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string& word = arguments.positional()[0];
    const std::string& caller = arguments.positional()[1];
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    protection::RateLimits& limits = backend->services().rateLimits;
    std::vector<std::string> ids;
    if (word == "all") {
        SALLYPORT_ASSIGN(const std::vector<RateRule> rules, limits.list(commandLine()));
        for (const RateRule& rule : rules)
            ids.push_back(rule.setting.id);
    } else {
        SALLYPORT_ASSIGN(const RateRule found, findRule(limits, word));
        ids.push_back(found.setting.id);
    }
    std::vector<std::string> done;
    Result<void> last;
    for (const std::string& id : ids) {
        if (const auto used = limits.reset(commandLine(), id, caller))
            done.push_back(id);
        else if (last = used.error(); last.error().code != ErrorCode::NotFound)
            return last;
    }
    if (done.empty())
        return last;
    output.record({textField("caller", caller), wordsField("reset", done)});
    return {};
}

Fields overrideFields(const protection::RateOverride& one)
{
    return {textField("id", one.id),
            textField("rule", one.rule),
            textField("caller", one.caller.name),
            textField("caller_id", one.caller.id),
            textField("limit", settings::rateText(one.numbers)),
            timeField("expires_at", one.expiresAt),
            textField("created_by", one.createdBy)};
}

Result<void> listOverrides(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    protection::RateLimits& limits = backend->services().rateLimits;
    std::vector<std::string> ids;
    if (arguments.positional().empty()) {
        SALLYPORT_ASSIGN(const std::vector<RateRule> rules, limits.list(commandLine()));
        for (const RateRule& rule : rules)
            ids.push_back(rule.setting.id);
    } else {
        SALLYPORT_ASSIGN(const RateRule found, findRule(limits, arguments.positional()[0]));
        ids.push_back(found.setting.id);
    }
    output.beginList();
    for (const std::string& id : ids) {
        SALLYPORT_ASSIGN(const std::vector<protection::RateOverride> all, limits.overrides(commandLine(), id));
        for (const protection::RateOverride& one : all)
            output.row(overrideFields(one));
    }
    return {};
}

Result<void> setOverride(const Arguments& arguments, const Platform& platform, Output& output)
{
    protection::NewRateOverride wanted;
    wanted.subject = arguments.positional()[1];
    SALLYPORT_ASSIGN(wanted.numbers, settings::parseRate(arguments.positional()[2]));
    if (const auto text = arguments.value(expiresInOption.name)) {
        SALLYPORT_ASSIGN(wanted.expiresIn, settings::parseSeconds(*text, 60, 366 * 86'400));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    protection::RateLimits& limits = backend->services().rateLimits;
    SALLYPORT_ASSIGN(const RateRule found, findRule(limits, arguments.positional()[0]));
    SALLYPORT_ASSIGN(const protection::RateOverride made, limits.setOverride(commandLine(), found.setting.id, wanted));
    output.record(overrideFields(made));
    return {};
}

Result<void> removeOverride(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string& id = arguments.positional()[0];
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_TRY(backend->services().rateLimits.removeOverride(commandLine(), id));
    output.record({textField("removed", id)});
    return {};
}

} // namespace
} // namespace limit_command_command

std::vector<Command> limitCommands()
{
    using namespace limit_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    return {
        {"limit list", Operands::none(), "All rate limits: classes and own rules, with what they counted", options, list},
        {"limit get", Operands::none(), "The rate limits of the classes, as requests/seconds", options, get},
        {"limit set",
         {"RULE [REQUESTS/SECONDS]", 1, 2},
         "Change a rate limit, of a server that is stopped or running",
         {dataDirectoryOption, passphraseFileOption, algorithmOption, keyedByOption, modeOption},
         set},
        {"limit override list", {"[RULE]", 0, 1}, "Callers with numbers of their own", options, listOverrides},
        {"limit override set",
         Operands::exactly(3, "RULE CALLER REQUESTS/SECONDS"),
         "Give a user (id or e-mail address), a service account or a key numbers of their own in a rate limit",
         {dataDirectoryOption, passphraseFileOption, expiresInOption},
         setOverride},
        {"limit override remove", Operands::exactly(1, "ID"), "Take them away: the rate limit holds again", options,
         removeOverride},
        {"limit reset", Operands::exactly(2, "RULE|all CALLER"),
         "Forget what an address, a user (id or e-mail address), a service account or a key has used", options, reset},
    };
}

} // namespace sallyport::daemon
