#include "backend/records/comments_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/user_fields.h"
#include "backend/records/comment_rows.h"
#include "backend/records/record_limits.h"
#include "backend/records/record_rows.h"

#include <utility>

namespace sallyport::records {

namespace {

using access::Permission;

Error wrongContent(std::string message, std::string rule)
{
    return identity::validationError({{"content", std::move(message), std::move(rule)}});
}

/// What somebody wrote, as it may be kept.
Result<RichText> acceptable(const std::string& content)
{
    if (!codePointCount(content))
        return wrongContent("Is not UTF-8.", "format");
    if (isLongerThan(content, commentLimit))
        return wrongContent("At most " + std::to_string(commentLimit) + " characters.", "maxLength");
    Result<RichText> text = sanitiseRichText(content);
    if (!text && text.error().code == ErrorCode::LimitReached)
        return wrongContent("Is too long, or too deep, for a comment.", "maxLength");
    if (!text)
        return wrongContent("Is no text.", "format");
    if (trimUnicode(text->text).empty())
        return wrongContent("There is nothing to be read.", "minLength");
    return text;
}

/// What leaves is harmless by the rules of now, whoever wrote it into the database by which rules.
void makeSafe(Comment& comment)
{
    const Result<RichText> safe = sanitiseRichText(comment.content);
    comment.content = safe ? safe->html : std::string();
    comment.text = safe ? safe->text : std::string();
}

access::Resource commentResource(const Comment& comment, const access::Resource* record)
{
    access::Resource resource = attachedResource(access::ResourceKind::Comment, comment.id.text(), comment.ownerId, record);
    if (!comment.id.empty()) {
        resource.createdAt = comment.createdAt;
        resource.changedAt = comment.changedAt;
    }
    return resource;
}

Result<Attached> attachedComment(storage::Transaction& transaction, const Comment& comment)
{
    Attached attached;
    if (!comment.recordId.empty()) {
        SALLYPORT_ASSIGN(const Record record, rows::record(transaction, comment.recordId));
        attached.record = resourceOf(record);
    }
    attached.resource = commentResource(comment, attached.record ? &*attached.record : nullptr);
    return attached;
}

} // namespace

CommentsService::CommentsService(CommentsParts parts)
    : m_parts(std::move(parts)), m_clock(m_parts.store, m_parts.clock),
      m_access(m_parts.decisions, m_parts.now, access::ResourceKind::Comment, Permission::CommentsRead)
{
}

Result<void> CommentsService::tell(storage::Transaction& transaction, const access::Actor& actor, const Comment& comment,
                                   std::string_view kind, const std::vector<RemovedMarkup>& removed)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"comment", comment.id.text(), {}};
    audit::Details details;
    if (!comment.recordId.empty())
        details.text("record_id", comment.recordId.text());
    if (const std::string what = removedText(removed); !what.empty())
        details.text("removed", what); // which elements and attributes, never what stood in them
    event.detailsJson = details.json();
    return m_parts.journal.append(transaction, std::move(event));
}

Result<std::optional<access::Resource>> CommentsService::find(const std::string& id)
{
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<std::optional<access::Resource>> {
        const Result<Comment> comment = rows::comment(transaction, CommentId(id));
        if (!comment && comment.error().code == ErrorCode::NotFound)
            return std::optional<access::Resource>();
        if (!comment)
            return comment.error();
        SALLYPORT_ASSIGN(Attached attached, attachedComment(transaction, *comment));
        return std::optional(std::move(attached.resource));
    });
}

Result<std::string> CommentsService::nameOf(const std::string& id)
{
    constexpr std::size_t beginning = 80; // bytes: a line of a list
    Result<Comment> comment = m_parts.store.read([&](storage::Transaction& t) { return rows::comment(t, CommentId(id)); });
    if (!comment)
        return comment.error().code == ErrorCode::NotFound ? Result<std::string>(std::string()) : comment.error();
    makeSafe(*comment);
    const std::string line = comment->text.substr(0, comment->text.find('\n'));
    return line.size() > beginning ? truncateUtf8(line, beginning) + "\u2026" : line;
}

Result<CommentPage> CommentsService::list(const access::Actor& actor, const CommentQuery& query)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::CommentsRead));
    SALLYPORT_ASSIGN(const AttachedScope scope, m_access.scope(current));
    CommentPage page;
    const auto choose = [&](storage::Transaction& transaction) -> Result<void> {
        if (query.recordId)
            SALLYPORT_TRY(m_access.visibleRecord(transaction, current, *query.recordId));
        SALLYPORT_ASSIGN(const ChosenAttachments chosen,
                         chooseAttachments(transaction, commentTable(), attachmentQuery(query), scope, countedFor(current)));
        SALLYPORT_ASSIGN(page.comments, rows::comments(transaction, chosen.ids));
        page.nextCursor = chosen.nextCursor;
        page.total = chosen.total;
        page.about = chosen.about;
        return {};
    };
    SALLYPORT_TRY(m_parts.store.read(choose));
    for (Comment& comment : page.comments)
        makeSafe(comment);
    return page;
}

Result<Comment> CommentsService::read(const access::Actor& actor, const CommentId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::CommentsRead));
    SALLYPORT_ASSIGN(Comment comment, m_parts.store.read([&](storage::Transaction& transaction) -> Result<Comment> {
        SALLYPORT_ASSIGN(Comment found, rows::comment(transaction, id));
        SALLYPORT_ASSIGN(const Attached attached, attachedComment(transaction, found));
        SALLYPORT_TRY(m_access.requireVisible(current, attached));
        return found;
    }));
    makeSafe(comment);
    return comment;
}

Result<WrittenComment> CommentsService::create(const access::Actor& actor, NewComment given)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::CommentsCreate));
    SALLYPORT_ASSIGN(RichText text, acceptable(given.content));
    const std::string id = newIdText(m_parts.random, m_clock);
    const UtcTime now = m_clock.now();
    const auto work = [&](storage::Transaction& transaction) -> Result<Comment> {
        Comment comment;
        comment.ownerId = current.id;
        comment.owner = comment.changedBy = access::nameOf(current);
        std::optional<access::Resource> record;
        if (given.recordId) {
            SALLYPORT_ASSIGN(record, m_access.visibleRecord(transaction, current, *given.recordId));
            comment.recordId = *given.recordId;
        }
        SALLYPORT_TRY(
            m_access.requireCreation(current, Permission::CommentsCreate, commentResource(comment, record ? &*record : nullptr)));
        if (record) {
            const std::int64_t most = m_parts.settings.values()->commentsPerRecord;
            SALLYPORT_ASSIGN(const std::int64_t there, rows::countCommentsOf(transaction, comment.recordId));
            if (there >= most)
                return makeError(ErrorCode::LimitReached, "A record has at most " + std::to_string(most) + " comments.");
        }
        comment.id = CommentId(id);
        comment.createdAt = comment.changedAt = now;
        comment.content = text.html;
        comment.text = text.text;
        SALLYPORT_TRY(rows::insert(transaction, comment));
        SALLYPORT_TRY(tell(transaction, current, comment, audit::kind::commentCreated, text.removed));
        comment.version = 1;
        return comment;
    };
    SALLYPORT_ASSIGN(Comment made, m_parts.store.write(work));
    return WrittenComment{std::move(made), std::move(text.removed)};
}

Result<WrittenComment> CommentsService::change(const access::Actor& actor, const CommentId& id, CommentPatch patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.mayOn(actor, Permission::CommentsUpdate));
    std::optional<RichText> text;
    if (patch.content) {
        SALLYPORT_ASSIGN(text, acceptable(*patch.content));
    }
    const UtcTime now = m_clock.now();
    const auto work = [&](storage::Transaction& transaction) -> Result<Comment> {
        SALLYPORT_ASSIGN(Comment comment, rows::comment(transaction, id));
        SALLYPORT_ASSIGN(const Attached attached, attachedComment(transaction, comment));
        SALLYPORT_TRY(m_access.requireAction(current, Permission::CommentsUpdate, attached));
        if (patch.expectedVersion && *patch.expectedVersion != comment.version)
            return makeError(ErrorCode::PreconditionFailed, "The comment was changed meanwhile.");
        if (!text || text->html == comment.content)
            return comment;
        comment.content = text->html;
        comment.text = text->text;
        comment.changedAt = now;
        comment.changedBy = access::nameOf(current);
        SALLYPORT_TRY(rows::update(transaction, comment));
        SALLYPORT_TRY(tell(transaction, current, comment, audit::kind::commentChanged, text->removed));
        ++comment.version;
        return comment;
    };
    SALLYPORT_ASSIGN(Comment changed, m_parts.store.write(work));
    makeSafe(changed);
    return WrittenComment{std::move(changed), text ? std::move(text->removed) : std::vector<RemovedMarkup>()};
}

Result<void> CommentsService::remove(const access::Actor& actor, const CommentId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.mayOn(actor, Permission::CommentsDelete));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Comment comment, rows::comment(transaction, id));
        SALLYPORT_ASSIGN(const Attached attached, attachedComment(transaction, comment));
        SALLYPORT_TRY(m_access.requireAction(current, Permission::CommentsDelete, attached));
        SALLYPORT_TRY(rows::remove(transaction, id));
        return tell(transaction, current, comment, audit::kind::commentDeleted);
    });
}

} // namespace sallyport::records
