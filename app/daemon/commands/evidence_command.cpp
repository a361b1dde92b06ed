#include "app/daemon/command.h"
#include "app/daemon/interruption.h"
#include "app/daemon/shown_time.h"
#include "backend/audit/filter_time.h"
#include "backend/journal/evidence.h"

namespace sallyport::daemon {
namespace evidence_command {
namespace {

Fields fieldsOf(const journal::EvidencePack& pack)
{
    return {textField("id", pack.id),
            timeField("created_at", pack.createdAt),
            textField("created_by", pack.createdBy),
            numberField("records", pack.records),
            numberField("bytes", pack.bytes),
            numberField("head_size", pack.headSize),
            timeField("since", pack.since),
            timeField("until", pack.until),
            textField("q", pack.filter).orDash(),
            textField("sha256", pack.sha256)};
}

Result<journal::PackRequest> requestOf(const Arguments& arguments, const Clock& clock, const TimeZone& zone)
{
    journal::PackRequest request;
    request.filter = arguments.valueOr("q", {});
    auto query = audit::parseFilter(request.filter, clock.now(), zone);
    if (!query)
        return usageError("--q: " + (query.error().fields.empty() ? query.error().detail : query.error().fields.front().message));
    request.query = std::move(*query);
    for (auto [name, place] : {std::pair("since", &request.query.since), std::pair("until", &request.query.until)}) {
        const auto text = arguments.value(name);
        if (!text)
            continue;
        *place = audit::parseFilterTime(*text, clock.now(), zone);
        if (!*place)
            return usageError("--" + std::string(name) +
                              " takes a time, such as 2026-11-24, 2026-11-24T14:00 or 2026-11-24T14:00:00Z");
    }
    if (request.query.since && request.query.until && *request.query.since > *request.query.until)
        return usageError("--until is before --since");
    return request;
}

Result<void> create(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_TRY(requestOf(arguments, platform.clock, {})); // before a passphrase is asked for
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    SALLYPORT_ASSIGN(const journal::PackRequest request,
                     requestOf(arguments, platform.clock, backend->services().settings.values()->timesZone));
    stopOnInterrupt();
    SALLYPORT_ASSIGN(const journal::EvidencePack pack, backend->services().evidence.create(commandLine(), request, goOn));
    output.facts(fieldsOf(pack));
    return judgeJournal(backend->services(), pack.damage, audit::eventRangesText(pack.damaged));
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto packs, backend->services().evidence.list(commandLine()));
    output.beginList();
    for (const journal::EvidencePack& pack : packs)
        output.row(fieldsOf(pack));
    return {};
}

Result<void> exportPack(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string id = arguments.positional()[0], target = arguments.valueOr("output", "-");
    if (target == "-" && arguments.flag("force"))
        return usageError("--force is for --output FILE");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    journal::Evidence& evidence = backend->services().evidence;
    if (target == "-") {
        const auto sent = evidence.download(commandLine(), id, [&output](std::string_view piece) { return output.raw(piece); });
        SALLYPORT_TRY(output.finish()); // why the sink has refused, if it did
        SALLYPORT_TRY(sent);
        return judgeJournal(backend->services(), sent->damage, audit::eventRangesText(sent->damaged));
    }
    const auto existing = arguments.flag("force") ? journal::ExistingFile::Replace : journal::ExistingFile::Refuse;
    const auto saved = evidence.save(commandLine(), id, target, existing);
    if (!saved && saved.error().code == ErrorCode::AlreadyExists)
        return makeError(ErrorCode::AlreadyExists, target + " exists already; --force replaces it");
    SALLYPORT_TRY(saved);
    output.say(counted(saved->records, "event", "events") + ", " + std::to_string(saved->bytes) +
                   " bytes; check it with 'sallyportd verify "
                   "--pack FILE --fingerprint " +
                   evidence.fingerprint() + "'",
               {textField("file", target), numberField("records", saved->records), numberField("bytes", saved->bytes),
                textField("fingerprint", evidence.fingerprint())});
    return judgeJournal(backend->services(), saved->damage, audit::eventRangesText(saved->damaged));
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const std::string id = arguments.positional()[0];
    SALLYPORT_TRY(backend->services().evidence.remove(commandLine(), id));
    output.say("deleted " + id, {textField("id", id)});
    return {};
}

} // namespace
} // namespace evidence_command

std::vector<Command> evidenceCommands()
{
    using namespace evidence_command;
    return {
        {"evidence create",
         Operands::none(),
         "An evidence pack: events of a period with what proves them to a stranger",
         {dataDirectoryOption,
          passphraseFileOption,
          {"since", "TIME", "begin of the period, as the filter language takes it"},
          {"until", "TIME", "end of the period"},
          {"q", "FILTER", "the filter language of the event viewer"}},
         create},
        {"evidence list", Operands::none(), "The packs that are kept", {dataDirectoryOption, passphraseFileOption}, list},
        {"evidence export",
         Operands::one("ID"),
         "A pack as a file",
         {dataDirectoryOption,
          passphraseFileOption,
          {"output", "FILE", "a new file; - is standard output"},
          {"force", "", "replace the file if there is one"}},
         exportPack},
        {"evidence delete", Operands::one("ID"), "Delete a pack", {dataDirectoryOption, passphraseFileOption}, remove},
    };
}

} // namespace sallyport::daemon
