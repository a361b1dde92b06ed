#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"
#include "backend/base/case_fold.h"
#include "backend/outputs/client_pair.h"
#include "backend/outputs/destinations.h"

#include <algorithm>
#include <charconv>

namespace sallyport::daemon {
namespace output_command {
namespace {

using outputs::Destination;
using outputs::DestinationFields;

/// `stopped`: its author may export no events any more.
std::string_view statusOf(const Destination& destination)
{
    return !destination.enabled ? "disabled" : destination.state.stopped ? "stopped" : "enabled";
}

Fields fieldsOf(const Destination& destination)
{
    const outputs::DestinationState& state = destination.state;
    return {textField("name", destination.fields.name),
            textField("kind", outputs::kindWord(destination.fields.kind)),
            textField("target", destination.fields.target),
            textField("status", statusOf(destination)),
            numberField("sent", state.sent),
            numberField("waiting", state.waiting),
            numberField("failures", state.failures),
            orDash("last_error", state.failures > 0 ? state.lastError : std::string()),
            textField("id", destination.id.text()).jsonOnly()};
}

Fields factsOf(const Destination& destination)
{
    const DestinationFields& fields = destination.fields;
    const outputs::DestinationState& state = destination.state;
    Fields facts{textField("id", destination.id.text()),
                 textField("name", fields.name),
                 textField("kind", outputs::kindWord(fields.kind)),
                 textField("target", fields.target),
                 orDash("filter", fields.filter),
                 textField("format", outputs::formatWord(fields.format)),
                 textField("status", statusOf(destination)),
                 orDash("author", destination.author.name),
                 flagField("secret", destination.hasSecret, "yes", "no")};
    if (fields.kind == outputs::DestinationKind::Mail) {
        facts.push_back(textField("sender", fields.sender));
        facts.push_back(wordsField("recipients", fields.recipients));
        facts.push_back(orDash("account", fields.account));
    }
    if (fields.kind == outputs::DestinationKind::Syslog)
        facts.push_back(orDash("certificate", outputs::certificateText(fields.certificate)));
    if (fields.kind == outputs::DestinationKind::File) {
        facts.push_back(numberField("rotate_bytes", fields.rotateBytes));
        facts.push_back(numberField("keep_files", fields.keepFiles));
    }
    facts.push_back(numberField("sent", state.sent));
    facts.push_back(numberField("waiting", state.waiting));
    facts.push_back(numberField("dropped", state.dropped));
    facts.push_back(numberField("failures", state.failures));
    facts.push_back(timeField("last_sent_at", state.lastSentAt));
    facts.push_back(orDash("last_error", state.lastError));
    facts.push_back(timeField("last_error_at", state.lastErrorAt));
    return facts;
}

/// By its name (any case) or id.
Result<Destination> findDestination(Services& services, const std::string& nameOrId)
{
    SALLYPORT_ASSIGN(const std::vector<Destination> all, services.destinations.list(commandLine()));
    const auto found = std::ranges::find_if(
        all, [&](const Destination& one) { return one.id.text() == nameOrId || textKey(one.fields.name) == textKey(nameOrId); });
    if (found == all.end())
        return makeError(ErrorCode::NotFound, "there is no destination " + nameOrId);
    return *found;
}

Result<void> readWholeNumber(const Arguments& arguments, std::string_view name, std::int64_t& to)
{
    const auto text = arguments.value(name);
    if (!text)
        return {};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), to);
    if (error != std::errc() || end != text->data() + text->size())
        return usageError("--" + std::string(name) + " takes a whole number");
    return {};
}

Result<void> readFields(const Arguments& arguments, DestinationFields& fields)
{
    for (const auto& [name, member] :
         {std::pair("name", &fields.name), std::pair("target", &fields.target), std::pair("q", &fields.filter),
          std::pair("from", &fields.sender), std::pair("account", &fields.account)})
        *member = arguments.valueOr(name, *member);
    if (const auto format = arguments.value("format")) {
        const auto known = outputs::eventFormat(*format);
        if (!known)
            return wordError("--format", *format, {"rfc5424", "cef", "ocsf", "jsonl", "text", "otlp"});
        fields.format = *known;
    }
    if (const auto recipients = arguments.value("to"))
        fields.recipients = split(*recipients);
    if (const auto file = arguments.value("certificate-file")) {
        fields.certificate.clear();
        if (!file->empty()) {
            SALLYPORT_ASSIGN(fields.certificate, readInput(*file, outputs::certificateLimit));
        }
    }
    SALLYPORT_TRY(readWholeNumber(arguments, "rotate-bytes", fields.rotateBytes));
    return readWholeNumber(arguments, "keep-files", fields.keepFiles);
}

Result<std::optional<SecretBytes>> secretOf(const Arguments& arguments)
{
    const auto file = arguments.value("secret-file");
    if (!file)
        return std::optional<SecretBytes>();
    SALLYPORT_ASSIGN(SecretBytes secret, readSecretFile(*file));
    return std::optional(std::move(secret));
}

Result<void> listOutputs(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto destinations, backend->services().destinations.list(commandLine()));
    output.beginList();
    for (const Destination& destination : destinations)
        output.row(fieldsOf(destination));
    return {};
}

Result<void> createOutput(const Arguments& arguments, const Platform& platform, Output& output)
{
    outputs::NewDestination wanted;
    const std::string& kind = arguments.positional()[0];
    const auto known = outputs::destinationKind(kind);
    if (!known)
        return wordError("KIND", kind, {"syslog", "webhook", "mail", "file", "otlp"});
    wanted.fields.kind = *known;
    wanted.fields.format = outputs::usualFormat(*known);
    wanted.fromBeginning = arguments.flag("from-beginning");
    wanted.enabled = !arguments.flag("disabled");
    SALLYPORT_TRY(readFields(arguments, wanted.fields));
    SALLYPORT_ASSIGN(wanted.secret, secretOf(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const Destination made, backend->services().destinations.create(commandLine(), std::move(wanted)));
    output.record(fieldsOf(made));
    return {};
}

using OutputWork = Result<void> (*)(Services&, const Destination&, const Arguments&, Output&);

Result<void> withOutput(const Arguments& arguments, const Platform& platform, Output& output, OutputWork work)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const Destination destination, findDestination(backend->services(), arguments.positional()[0]));
    return work(backend->services(), destination, arguments, output);
}

Result<void> showOutput(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withOutput(arguments, platform, output,
                      [](Services&, const Destination& destination, const Arguments&, Output& out) -> Result<void> {
                          out.facts(factsOf(destination));
                          return {};
                      });
}

Result<void> changeOutput(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withOutput(
        arguments, platform, output,
        [](Services& services, const Destination& destination, const Arguments& given, Output& out) -> Result<void> {
            outputs::DestinationPatch patch;
            patch.fields = destination.fields;
            SALLYPORT_TRY(readFields(given, *patch.fields));
            SALLYPORT_ASSIGN(patch.secret, secretOf(given));
            if (const auto status = given.value("status")) {
                if (*status != "enabled" && *status != "disabled")
                    return wordError("--status", *status, {"enabled", "disabled"});
                patch.enabled = *status == "enabled";
            }
            patch.expectedVersion = destination.version;
            SALLYPORT_ASSIGN(const Destination changed,
                             services.destinations.change(commandLine(), destination.id, std::move(patch)));
            out.record(fieldsOf(changed));
            return {};
        });
}

Result<void> deleteOutput(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withOutput(arguments, platform, output,
                      [](Services& services, const Destination& destination, const Arguments&, Output&) {
                          return services.destinations.remove(commandLine(), destination.id);
                      });
}

Result<void> testOutput(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withOutput(arguments, platform, output,
                      [](Services& services, const Destination& destination, const Arguments&, Output& out) -> Result<void> {
                          SALLYPORT_ASSIGN(const outputs::DestinationTest test,
                                           services.destinations.test(commandLine(), destination.id));
                          if (!test.passed)
                              return makeError(ErrorCode::Unavailable, destination.fields.name + ": " + test.detail);
                          out.say("taken by " + test.detail + " in " + std::to_string(test.took.count()) + " ms",
                                  {flagField("passed", true, {}, {}), numberField("took_ms", test.took.count())});
                          return {};
                      });
}

} // namespace
} // namespace output_command

std::vector<Command> outputCommands()
{
    using namespace output_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const std::vector<Option> fields{
        dataDirectoryOption,
        passphraseFileOption,
        {"name", "TEXT", "what people call it"},
        {"target", "PLACE", "syslog HOST:PORT; webhook URL; mail smtps://HOST:465 or smtp://HOST:587; otlp URL; file NAME"},
        {"q", "FILTER", "the filter language of the event viewer, without a period; empty: every event"},
        {"format", "WORD", "rfc5424, cef, ocsf, jsonl; text for mail"},
        {"from", "ADDRESS", "mail: whom it comes from"},
        {"to", "ADDRESS,...", "mail: who gets it"},
        {"account", "NAME", "mail: who signs in"},
        {"secret-file", "FILE",
         "first line signs webhooks, or is the account's password, or otlp's token; - reads standard input"},
        {"certificate-file", "FILE", "syslog: PEM of a certificate with its key, shown to the server; \"\" for none"},
        {"rotate-bytes", "N", "file: the next one begins then"},
        {"keep-files", "N", "file: how many there are"}};
    std::vector<Option> creating = fields, changing = fields;
    creating.push_back({"from-beginning", "", "what the journal holds already goes there, too"});
    creating.push_back({"disabled", "", "sends nothing yet"});
    changing.push_back({"status", "WORD", "enabled or disabled"});
    return {
        {"output list", Operands::none(), "Destinations of events: name, kind, target, status, sent, waiting, failures, error",
         options, listOutputs},
        {"output show", Operands::one("NAME"), "Everything about a destination but its secret", options, showOutput},
        {"output create", Operands::one("KIND"), "Send events elsewhere, too: syslog, webhook, mail, file or otlp", creating,
         createOutput},
        {"output change", Operands::one("NAME"), "Change a destination, or switch it on or off", changing, changeOutput},
        {"output delete", Operands::one("NAME"), "Delete a destination with what waits for it", options, deleteOutput},
        {"output test", Operands::one("NAME"), "Send one event to a destination now", options, testOutput},
    };
}

} // namespace sallyport::daemon
