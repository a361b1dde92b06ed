#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/policy_evaluate.h"
#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"
#include "backend/settings/value_text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::daemon {
namespace policy_command_command {
namespace {

namespace json = boost::json;
using access::Policy;

constexpr std::size_t questionBytes = std::size_t{1} << 20;

Fields fieldsOf(const Policy& policy)
{
    std::vector<std::string> actions, resources;
    for (const access::Permission action : policy.actions)
        actions.emplace_back(access::info(action).word);
    for (const access::ResourceKind kind : policy.resources)
        resources.emplace_back(access::resourceWord(kind));
    return {textField("name", policy.name),
            textField("state", stateWord(policy.state)),
            textField("effect", effectWord(policy.effect)),
            wordsField("actions", actions),
            wordsField("resources", resources),
            textField("condition", policy.condition)};
}

Fields everythingOf(const Policy& policy)
{
    Fields fields{textField("id", policy.id.text())};
    for (Field& field : fieldsOf(policy))
        fields.push_back(std::move(field));
    fields.push_back(textField("note", policy.note));
    fields.push_back(numberField("version", policy.version));
    fields.push_back(timeField("created_at", policy.createdAt));
    fields.push_back(textField("created_by", policy.createdBy));
    fields.push_back(timeField("changed_at", policy.changedAt));
    fields.push_back(textField("changed_by", policy.changedBy));
    return fields;
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    authorization::PolicyQuery query;
    query.limit = 200;
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const authorization::PolicyPage page, backend->services().policies.list(commandLine(), query));
        for (const Policy& policy : page.policies)
            output.row(fieldsOf(policy));
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty() && output.good());
    return {};
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const Policy policy, backend->services().policies.read(commandLine(), arguments.positional()[0]));
    if (!arguments.flag("versions")) {
        output.facts(everythingOf(policy));
        return {};
    }
    SALLYPORT_ASSIGN(const std::vector<Policy> versions,
                     backend->services().policies.versions(commandLine(), arguments.positional()[0]));
    output.beginList();
    for (const Policy& version : versions) {
        Fields fields{numberField("version", version.version), timeField("changed_at", version.changedAt),
                      textField("changed_by", version.changedBy)};
        for (Field& field : fieldsOf(version))
            fields.push_back(std::move(field));
        output.row(fields);
    }
    return {};
}

authorization::PolicyPatch patchOf(const Arguments& arguments)
{
    authorization::PolicyPatch patch;
    patch.name = arguments.value("name");
    patch.note = arguments.value("note");
    patch.effect = arguments.value("effect");
    patch.condition = arguments.value("condition");
    patch.state = arguments.value("state");
    if (arguments.value("actions"))
        patch.actions = split(arguments.valueOr("actions", {}));
    if (arguments.value("resources"))
        patch.resources = split(arguments.valueOr("resources", {}));
    return patch;
}

Result<void> create(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    authorization::NewPolicy policy{arguments.positional()[0],
                                    arguments.valueOr("note", {}),
                                    arguments.valueOr("effect", {}),
                                    split(arguments.valueOr("actions", {})),
                                    split(arguments.valueOr("resources", "record")),
                                    arguments.valueOr("condition", {}),
                                    arguments.valueOr("state", "draft")};
    SALLYPORT_ASSIGN(const Policy made, backend->services().policies.create(commandLine(), policy));
    output.facts(everythingOf(made));
    return {};
}

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output)
{
    authorization::PolicyPatch patch = patchOf(arguments);
    if (const auto version = arguments.value("restore")) {
        SALLYPORT_ASSIGN(const std::int64_t number, settings::parseInteger(*version, 1, 1'000'000'000));
        patch.restore = number;
    }
    if (!patch.name && !patch.note && !patch.effect && !patch.actions && !patch.resources && !patch.condition && !patch.state &&
        !patch.restore)
        return usageError(
            "nothing to change: give --name, --note, --effect, --actions, --resources, --condition, --state or --restore");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const Policy changed, backend->services().policies.change(commandLine(), arguments.positional()[0], patch));
    output.facts(everythingOf(changed));
    return {};
}

Result<void> publish(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto state = arguments.flag("observe") ? access::PolicyState::Observe : access::PolicyState::Enforce;
    SALLYPORT_ASSIGN(const Policy changed, backend->services().policies.publish(commandLine(), arguments.positional()[0], state));
    output.facts(everythingOf(changed));
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().policies.remove(commandLine(), arguments.positional()[0]);
}

Result<void> test(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<authorization::PolicyTestResult> results,
                     backend->services().policies.runTests(commandLine(), arguments.positional()[0]));
    output.beginList();
    for (const authorization::PolicyTestResult& result : results)
        output.row({flagField("passed", result.passed, "passed", "FAILED"), textField("name", result.test.name),
                    textField("expect", result.test.allowed ? "allow" : "deny"),
                    textField("result", result.allowed ? "allow" : "deny"), textField("why", result.why)});
    const auto failed = std::ranges::count(results, false, &authorization::PolicyTestResult::passed);
    if (failed == 0)
        return {};
    return makeError(ErrorCode::Conflict, std::to_string(failed) + " of " + std::to_string(results.size()) + " tests fail");
}

Result<json::object> objectOf(std::string_view option, const std::string& text)
{
    const Result<json::value> read = parseStrictJson(text, questionBytes);
    if (!read || !read->is_object())
        return usageError("--" + std::string(option) + " is one JSON object");
    return read->get_object();
}

/// The question that the options ask.
Result<json::object> questionOf(const Arguments& arguments, Services& services)
{
    json::object question;
    if (const auto subject = arguments.value("subject")) {
        if (subject->starts_with('{')) {
            SALLYPORT_ASSIGN(question["subject"], objectOf("subject", *subject));
        } else if (subject->find('@') != std::string::npos) {
            SALLYPORT_ASSIGN(const identity::User user, findUser(services, *subject));
            question["subject"] = user.id.text();
        } else {
            question["subject"] = *subject;
        }
    }
    if (const auto action = arguments.value("action"))
        question["action"] = *action;
    if (const auto resource = arguments.value("resource")) {
        SALLYPORT_ASSIGN(question["resource"], objectOf("resource", *resource));
    }
    if (const auto context = arguments.value("context")) {
        SALLYPORT_ASSIGN(question["context"], objectOf("context", *context));
    }
    return question;
}

Result<void> simulate(const Arguments& arguments, const Platform& platform, Output& output)
{
    const bool hasSubject = arguments.flag("subject"), hasAction = arguments.flag("action");
    if (!hasSubject && !hasAction)
        return usageError("give --subject, --action or both");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const json::object question, questionOf(arguments, backend->services()));
    authorization::AccessChecks& checks = backend->services().accessChecks;
    if (!hasSubject) {
        SALLYPORT_ASSIGN(const authorization::WhoMay who, checks.who(commandLine(), question));
        output.beginList();
        for (const authorization::WhoMay::One& one : who.users)
            output.row({textField("id", one.id), textField("email", one.email), textField("name", one.name),
                        orDash("policy", one.policy)});
        return {};
    }
    if (!hasAction) {
        SALLYPORT_ASSIGN(const std::vector<authorization::MayDo> may, checks.what(commandLine(), question));
        output.beginList();
        for (const authorization::MayDo& one : may)
            output.row({textField("action", one.action), orDash("kind", one.kind), textField("allowed", one.answer),
                        orDash("policy", one.policy)});
        return {};
    }
    authorization::CheckOptions options;
    options.simulation = true;
    options.enforced = split(arguments.valueOr("enforced", {}));
    SALLYPORT_ASSIGN(const authorization::CheckAnswer answer, checks.check(commandLine(), question, options));
    Field trace{"trace", {}, answer.trace};
    output.facts({flagField("allowed", answer.allowed, "yes", "no"), textField("reason", answer.reason),
                  textField("summary", answer.summary), orDash("policy", answer.policy), orDash("required", answer.required),
                  orDash("observed", answer.observed), textField("decision_id", answer.decision), std::move(trace).jsonOnly()});
    return {};
}

Result<UtcTime> timeOf(const Arguments& arguments, std::string_view option, UtcTime usual)
{
    const auto text = arguments.value(option);
    if (!text)
        return usual;
    const Result<UtcTime> time = fromRfc3339(*text);
    if (!time)
        return usageError("--" + std::string(option) + " is a time like 2026-11-24T08:00:00Z");
    return *time;
}

Result<void> replay(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    Services& services = backend->services();
    const UtcTime now = services.clock.now();
    SALLYPORT_ASSIGN(const UtcTime since, timeOf(arguments, "since", now - std::chrono::hours(24)));
    SALLYPORT_ASSIGN(const UtcTime until, timeOf(arguments, "until", now));
    SALLYPORT_ASSIGN(
        const authorization::Replay made,
        services.accessChecks.replay(commandLine(), arguments.valueOr("policy", {}), patchOf(arguments), since, until));
    output.say(counted(made.replayed, "decision", "decisions") + " replayed, " + std::to_string(made.flipped) + " would flip" +
                   (made.all ? "" : "; older ones were left out"),
               {numberField("replayed", made.replayed), numberField("flipped", made.flipped)});
    output.beginList("flips");
    for (const authorization::Replay::Flip& flip : made.flips)
        output.row({timeField("time", flip.time), flagField("then", flip.then, "allowed", "DENIED"),
                    textField("subject", flip.subjectName), textField("action", flip.action), orDash("object_id", flip.objectId),
                    orDash("policy", flip.policy), textField("decision_id", flip.decision)},
                   "flips");
    return {};
}

} // namespace
} // namespace policy_command_command

std::vector<Command> policyCommands()
{
    using namespace policy_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const auto with = [&options](std::initializer_list<Option> more) {
        std::vector<Option> all = options;
        all.insert(all.end(), more);
        return all;
    };
    const Operands which = Operands::one("POLICY");
    const Option note{"note", "TEXT", "what it is for"},
        effect{"effect", "allow|deny", "what it does where it holds; deny overrides"},
        actions{"actions", "WORD,...", "for what: records:read"},
        resources{"resources", "KIND,...", "of what: record, comment, file"},
        condition{"condition", "CEL", "when: resource.department == subject.department; true: always"},
        state{"state", "draft|observe|enforce", "whether it is asked, and decides"};
    return {
        {"policy list", Operands::none(), "Policies: name, state, effect, actions, kinds, condition", options, list},
        {"policy show", which, "One policy, by name or id", with({{"versions", "", "as it was after each change"}}), show},
        {"policy create", Operands::one("NAME"), "Add a policy; a draft unless --state says otherwise",
         with({effect, actions, resources, condition, state, note}), create},
        {"policy change", which, "Change a policy",
         with({{"name", "TEXT", "another name"},
               effect,
               actions,
               resources,
               condition,
               state,
               note,
               {"restore", "VERSION", "as it was in that version"}}),
         change},
        {"policy publish", which, "Run a policy's tests and let it decide",
         with({{"observe", "", "only report what it would decide"}}), publish},
        {"policy test", which, "What a policy's tests give now", options, test},
        {"policy simulate", Operands::none(),
         "Whether something would be allowed and why; without --subject who may, without --action what",
         with({{"subject", "EMAIL|ID|JSON", "who, or its attributes"},
               {"action", "WORD", "records:read"},
               {"resource", "JSON", "{\"kind\": \"record\", \"id\": \"...\"}, or its attributes"},
               {"context", "JSON", "{\"ip\": \"192.0.2.1\", \"time\": \"2026-11-24T08:00:00Z\"}"},
               {"enforced", "POLICY,...", "drafts that count as enforced"}}),
         simulate},
        {"policy replay", Operands::none(), "What a draft would have decided otherwise",
         with({{"policy", "POLICY", "the policy to enforce or to change; without it the options make one"},
               effect,
               actions,
               resources,
               condition,
               {"since", "TIME", "a day ago without it"},
               {"until", "TIME", "now without it"}}),
         replay},
        {"policy delete", which, "Delete a policy", options, remove},
        {"policy evaluate",
         Operands::none(),
         "Evaluate expressions: a line of JSON each on standard input, {\"expr\": \"x + 1\", \"bindings\": {\"x\": {\"int\": "
         "\"1\"}}}",
         {},
         evaluatePolicies},
    };
}

} // namespace sallyport::daemon
