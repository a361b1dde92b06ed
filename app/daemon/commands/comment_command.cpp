#include "app/daemon/command.h"
#include "backend/records/comments.h"

#include <utility>

namespace sallyport::daemon {
namespace comment_command_command {
namespace {

using records::Comment;
using records::CommentId;
using records::RecordId;

Fields commentLine(const Comment& comment)
{
    return {textField("id", comment.id.text()), orDash("record_id", comment.recordId.text()), orDash("owner", comment.owner),
            timeField("changed_at", comment.changedAt), textField("text", comment.text)};
}

Fields commentFacts(const Comment& comment)
{
    return {textField("id", comment.id.text()),
            orDash("record_id", comment.recordId.text()),
            orDash("owner", comment.owner),
            orDash("owner_id", comment.ownerId.text()),
            timeField("created_at", comment.createdAt),
            timeField("changed_at", comment.changedAt),
            textField("changed_by", comment.changedBy),
            numberField("version", comment.version),
            textField("content", comment.content),
            textField("text", comment.text)};
}

/// With a word about what was taken out of it.
void tellWritten(Output& output, const records::WrittenComment& written)
{
    Fields fields = commentLine(written.comment);
    fields.push_back(textField("removed", records::removedText(written.removed)).jsonOnly());
    output.record(fields);
    if (!written.removed.empty() && !output.json())
        output.say("taken out: " + records::removedText(written.removed));
}

std::optional<RecordId> recordOf(const Arguments& arguments)
{
    const auto id = arguments.value("record");
    return id ? std::optional(RecordId(*id)) : std::nullopt;
}

Result<void> listComments(const Arguments& arguments, const Platform& platform, Output& output)
{
    records::CommentQuery query;
    query.text = arguments.valueOr("q", {});
    query.recordId = recordOf(arguments);
    query.limit = 200;
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const records::CommentPage page, backend->services().comments.list(commandLine(), query));
        for (const Comment& comment : page.comments)
            output.row(commentLine(comment));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> showComment(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const Comment comment,
                     backend->services().comments.read(commandLine(), CommentId(arguments.positional()[0])));
    output.facts(commentFacts(comment));
    return {};
}

Result<void> createComment(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const records::WrittenComment made,
                     backend->services().comments.create(commandLine(), {recordOf(arguments), arguments.positional()[0]}));
    tellWritten(output, made);
    return {};
}

Result<void> changeComment(const Arguments& arguments, const Platform& platform, Output& output)
{
    records::CommentPatch patch;
    patch.content = arguments.value("content");
    if (!patch.content)
        return usageError("nothing to change: give --content");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const records::WrittenComment changed,
                     backend->services().comments.change(commandLine(), CommentId(arguments.positional()[0]), std::move(patch)));
    tellWritten(output, changed);
    return {};
}

Result<void> deleteComment(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().comments.remove(commandLine(), CommentId(arguments.positional()[0]));
}

} // namespace
} // namespace comment_command_command

std::vector<Command> commentCommands()
{
    using namespace comment_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const Operands which = Operands::one("ID");
    const Option record{"record", "ID", "the record that it is about"};
    return {
        {"comment list",
         Operands::none(),
         "Comments: id, record, author, last change, text",
         {dataDirectoryOption, passphraseFileOption, {"q", "TEXT", "part of what is read"}, record},
         listComments},
        {"comment show", which, "One comment, as HTML and as text", options, showComment},
        {"comment create",
         Operands::one("CONTENT"),
         "Write a comment; HTML that is not allowed is taken out",
         {dataDirectoryOption, passphraseFileOption, record},
         createComment},
        {"comment change",
         which,
         "Change a comment",
         {dataDirectoryOption, passphraseFileOption, {"content", "TEXT", "what it says from now on"}},
         changeComment},
        {"comment delete", which, "Delete a comment; that it was there stays in the journal", options, deleteComment},
    };
}

} // namespace sallyport::daemon
