#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"
#include "backend/base/strict_json.h"
#include "backend/records/record_file.h"
#include "backend/records/record_limits.h"

#include <boost/json.hpp>

#include <charconv>
#include <cstdio>
#include <unistd.h>

namespace sallyport::daemon {
namespace record_command_command {
namespace {

using records::Record;
using records::RecordId;
using records::RecordQuery;

Fields lineOf(const Record& record)
{
    return {textField("id", record.id.text()),
            textField("title", record.title),
            record.department ? textField("department", *record.department) : orDash("department", {}),
            textField("classification", records::classificationWord(record.classification)),
            orDash("owner", record.owner),
            timeField("changed_at", record.changedAt)};
}

/// Values are printed as they were typed: in JSON, and in plain text behind the member's name.
void show(Output& output, const Record& record, const std::vector<records::ShownMember>* shown)
{
    Fields fields{textField("id", record.id.text()),
                  textField("title", record.title),
                  record.department ? textField("department", *record.department) : orDash("department", {}),
                  textField("classification", records::classificationWord(record.classification)),
                  orDash("owner", record.owner),
                  orDash("owner_id", record.ownerId.text()),
                  timeField("created_at", record.createdAt),
                  textField("created_by", record.createdBy),
                  timeField("changed_at", record.changedAt),
                  textField("changed_by", record.changedBy),
                  numberField("version", record.version),
                  textField("body", record.body),
                  wordsField("sensitive", record.sensitive)};
    output.facts(fields);
    if (shown == nullptr)
        return;
    for (const records::ShownMember& member : *shown)
        output.secret("sensitive." + member.name, "sensitive." + member.name + "\t", member.value);
}

Result<records::Classification> classificationOf(const std::string& word)
{
    if (const auto known = records::findClassification(word))
        return *known;
    return wordError("--classification", word, {"public", "internal", "confidential", "restricted"});
}

Result<RecordQuery> queryOf(const Arguments& arguments)
{
    RecordQuery query;
    query.text = arguments.valueOr("q", {});
    query.department = arguments.value("department");
    if (const auto word = arguments.value("classification")) {
        SALLYPORT_ASSIGN(query.classification, classificationOf(*word));
    }
    query.limit = 200;
    return query;
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(RecordQuery query, queryOf(arguments));
    query.bodies = false;
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const records::RecordPage page, backend->services().records.list(commandLine(), query));
        for (const Record& record : page.records)
            output.row(lineOf(record));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> showOne(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const RecordId id(arguments.positional()[0]);
    if (arguments.flag("unmask")) {
        SALLYPORT_ASSIGN(const records::ShownRecord shown, backend->services().records.unmask(commandLine(), id));
        show(output, shown.record, &shown.sensitive);
        return {};
    }
    SALLYPORT_ASSIGN(const Record record, backend->services().records.read(commandLine(), id));
    show(output, record, nullptr);
    return {};
}

/// `{"name": "text"}` from a file, so that no value is ever an argument; null, where it is allowed, removes a member.
Result<boost::json::object> membersFrom(const std::string& file)
{
    SALLYPORT_ASSIGN(const SecretBytes text, readSecretFile(file));
    const auto parsed = parseStrictJson(text.view(), text.size());
    if (!parsed || !parsed->is_object())
        return usageError("--sensitive-file has one line, a JSON object of texts");
    for (const auto& member : parsed->get_object()) {
        if (!member.value().is_string() && !member.value().is_null())
            return usageError("--sensitive-file has one line, a JSON object of texts");
    }
    return parsed->get_object();
}

Result<std::optional<UserId>> ownerOf(const Arguments& arguments, Services& services)
{
    const auto owner = arguments.value("owner");
    if (!owner)
        return std::optional<UserId>();
    if (owner->empty())
        return std::optional(UserId());
    SALLYPORT_ASSIGN(const identity::User user, findUser(services, *owner));
    return std::optional(user.id);
}

Result<void> create(const Arguments& arguments, const Platform& platform, Output& output)
{
    records::NewRecord record;
    record.title = arguments.positional()[0];
    record.body = arguments.valueOr("body", {});
    record.department = arguments.value("department");
    if (const auto word = arguments.value("classification")) {
        SALLYPORT_ASSIGN(record.classification, classificationOf(*word));
    }
    if (const auto file = arguments.value("sensitive-file")) {
        SALLYPORT_ASSIGN(const boost::json::object members, membersFrom(*file));
        for (const auto& member : members) {
            if (!member.value().is_string())
                return usageError("a new record has no member to remove");
            record.sensitive.emplace(member.key(), SecretBytes::fromText(member.value().get_string()));
        }
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(record.ownerId, ownerOf(arguments, backend->services()));
    SALLYPORT_ASSIGN(const Record made, backend->services().records.create(commandLine(), std::move(record)));
    output.record(lineOf(made));
    return {};
}

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output)
{
    records::RecordPatch patch;
    patch.title = arguments.value("title");
    patch.body = arguments.value("body");
    if (arguments.flag("no-department"))
        patch.department = std::optional<std::string>();
    else if (const auto department = arguments.value("department"))
        patch.department = department;
    if (const auto word = arguments.value("classification")) {
        SALLYPORT_ASSIGN(patch.classification, classificationOf(*word));
    }
    if (const auto file = arguments.value("sensitive-file")) {
        SALLYPORT_ASSIGN(const boost::json::object members, membersFrom(*file));
        for (const auto& member : members) {
            if (member.value().is_null())
                patch.removeSensitive.emplace_back(member.key());
            else
                patch.sensitive.emplace(member.key(), SecretBytes::fromText(member.value().get_string()));
        }
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(patch.ownerId, ownerOf(arguments, backend->services()));
    if (!patch.title && !patch.body && !patch.department && !patch.classification && !patch.ownerId && patch.sensitive.empty() &&
        patch.removeSensitive.empty())
        return usageError("nothing to change");
    SALLYPORT_ASSIGN(const Record changed,
                     backend->services().records.change(commandLine(), RecordId(arguments.positional()[0]), std::move(patch)));
    output.record(lineOf(changed));
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().records.remove(commandLine(), RecordId(arguments.positional()[0]));
}

Result<void> exportAll(const Arguments& arguments, const Platform& platform, Output& output)
{
    const auto format = records::RecordFileText::formatOf(arguments.valueOr("format", output.json() ? "json" : "csv"));
    if (!format)
        return wordError("--format", arguments.valueOr("format", {}), {"csv", "json"});
    if (output.json() && *format != records::RecordFileText::Format::Json)
        return usageError("--json prints JSON: leave --format out");
    if (arguments.flag("bom") && *format != records::RecordFileText::Format::Csv)
        return usageError("--bom is for --format csv");
    SALLYPORT_ASSIGN(RecordQuery query, queryOf(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    records::RecordFileText file(*format, backend->services().settings.values()->timesZone, arguments.flag("bom"));
    std::string piece;
    file.begin(piece);
    SALLYPORT_TRY(backend->services().records.exportRecords(
        commandLine(), query, *format == records::RecordFileText::Format::Csv ? "csv" : "json", [&](const Record& record) {
            file.add(piece, record);
            return output.raw(std::exchange(piece, {}));
        }));
    file.end(piece);
    output.raw(piece);
    return {};
}

Fields fieldsOf(const records::EncryptionState& state)
{
    return {numberField("key_id", state.keyId),    timeField("key_since", state.keySince, "none"),
            numberField("uses", state.uses),       numberField("uses_limit", state.usesMay),
            numberField("members", state.members), numberField("files", state.files),
            numberField("waiting", state.waiting)};
}

Result<void> rekey(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    records::Records& records = backend->services().records;
    if (arguments.flag("status")) {
        SALLYPORT_ASSIGN(const records::EncryptionState state, records.encryption(commandLine()));
        output.facts(fieldsOf(state));
        return {};
    }
    if (!arguments.flag("continue"))
        SALLYPORT_TRY(records.rotateKey(commandLine()));
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    const auto sealed = records.encryptAnew(commandLine(), [terminal](std::int64_t done, std::int64_t all) {
        if (terminal)
            std::fprintf(stderr, "\r%lld of %lld", static_cast<long long>(done), static_cast<long long>(all));
        return true;
    });
    if (terminal)
        std::fputs("\n", stderr);
    if (!sealed)
        return sealed.error();
    output.facts(fieldsOf(*sealed));
    return {};
}

} // namespace
} // namespace record_command_command

std::vector<Command> recordCommands()
{
    using namespace record_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const Operands which = Operands::one("ID");
    const Option text{"q", "TEXT", "part of a title"};
    const Option department{"department", "TEXT", "where it belongs"};
    const Option classification{"classification", "WORD", "public, internal, confidential or restricted"};
    const Option body{"body", "TEXT", "what it says"};
    const Option owner{"owner", "EMAIL|ID", "whose it is; empty: nobody's"};
    const Option sensitive{
        "sensitive-file", "FILE",
        R"(first line is {"name": "value"}, each encrypted by itself; null removes one; - reads standard input)"};
    return {
        {"record list",
         Operands::none(),
         "Records: id, title, department, classification, owner, last change",
         {dataDirectoryOption, passphraseFileOption, text, department, classification},
         list},
        {"record show",
         which,
         "One record; its sensitive members by name",
         {dataDirectoryOption, passphraseFileOption, {"unmask", "", "with their values; it is recorded"}},
         showOne},
        {"record create",
         Operands::one("TITLE"),
         "Add a record",
         {dataDirectoryOption, passphraseFileOption, body, department, classification, owner, sensitive},
         create},
        {"record change",
         which,
         "Change a record",
         {dataDirectoryOption,
          passphraseFileOption,
          {"title", "TEXT", "another title"},
          body,
          department,
          {"no-department", "", "it belongs nowhere"},
          classification,
          owner,
          sensitive},
         change},
        {"record delete", which, "Delete a record; what was done to it stays in the journal", options, remove},
        {"record export",
         Operands::none(),
         "All records as a file on standard output, without sensitive values",
         {dataDirectoryOption,
          passphraseFileOption,
          {"format", "csv|json", "default: csv, with --json json"},
          text,
          department,
          classification,
          {"bom", "", "begin a CSV with a byte order mark"}},
         exportAll},
        {"rekey",
         Operands::none(),
         "Let another key seal sensitive values, and seal all of them anew",
         {dataDirectoryOption,
          passphraseFileOption,
          {"status", "", "only tell how it stands"},
          {"continue", "", "no other key; go on with what is not sealed anew yet"}},
         rekey},
    };
}

} // namespace sallyport::daemon
