#include "app/daemon/command.h"
#include "backend/records/file_transfer.h"

namespace sallyport::daemon {
namespace file_command_command {
namespace {

using records::FileId;
using records::RecordId;
using records::StoredFile;

Fields fileLine(const StoredFile& file)
{
    return {textField("id", file.id.text()),
            orDash("record_id", file.recordId.text()),
            textField("name", file.name),
            textField("media_type", file.mediaType),
            numberField("size", static_cast<std::int64_t>(file.size)),
            orDash("owner", file.owner),
            timeField("created_at", file.createdAt),
            textField("sha256", file.sha256).jsonOnly()};
}

std::optional<RecordId> recordOfFile(const Arguments& arguments)
{
    const auto id = arguments.value("record");
    return id ? std::optional(RecordId(*id)) : std::nullopt;
}

Result<void> listFiles(const Arguments& arguments, const Platform& platform, Output& output)
{
    records::FileQuery query;
    query.text = arguments.valueOr("q", {});
    query.recordId = recordOfFile(arguments);
    query.limit = 200;
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const records::FilePage page, backend->services().files.list(commandLine(), query));
        for (const StoredFile& file : page.files)
            output.row(fileLine(file));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> uploadOne(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const StoredFile file, records::uploadFile(backend->services().files, commandLine(),
                                                                arguments.positional()[0], recordOfFile(arguments)));
    output.record(fileLine(file));
    return {};
}

Result<void> downloadOne(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    records::Files& files = backend->services().files;
    const FileId id(arguments.positional()[0]);
    const std::string to = arguments.valueOr("output", "-");
    if (to != "-") {
        SALLYPORT_ASSIGN(const StoredFile file, records::downloadFile(files, commandLine(), id, to, arguments.flag("force")));
        output.record(fileLine(file));
        return {};
    }
    if (output.json())
        return usageError("--json and the file itself cannot both be printed: give --output");
    SALLYPORT_ASSIGN(const records::OpenedFile opened, files.open(commandLine(), id));
    return opened.range(0, opened.file.size, [&output](std::span<const std::byte> bytes) -> Result<void> {
        if (output.raw({reinterpret_cast<const char*>(bytes.data()), bytes.size()}))
            return {};
        return makeError(ErrorCode::NotWritable, "standard output takes no more");
    });
}

Result<void> deleteFile(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().files.remove(commandLine(), FileId(arguments.positional()[0]));
}

} // namespace
} // namespace file_command_command

std::vector<Command> fileCommands()
{
    using namespace file_command_command;
    const Operands which = Operands::one("ID");
    const Option record{"record", "ID", "the record that it belongs to"};
    return {
        {"file list",
         Operands::none(),
         "Files: id, record, name, type, size, who uploaded it and when",
         {dataDirectoryOption, passphraseFileOption, {"q", "TEXT", "part of a name"}, record},
         listFiles},
        {"file upload",
         Operands::one("FILE"),
         "Upload a file; what it is, is told by its content and its name together",
         {dataDirectoryOption, passphraseFileOption, record},
         uploadOne},
        {"file download",
         which,
         "The content of a file; it is recorded",
         {dataDirectoryOption,
          passphraseFileOption,
          {"output", "FILE", "a new file; without it, or with -, standard output"},
          {"force", "", "replace the file if there is one"}},
         downloadOne},
        {"file delete",
         which,
         "Delete a file; that it was there stays in the journal",
         {dataDirectoryOption, passphraseFileOption},
         deleteFile},
    };
}

} // namespace sallyport::daemon
