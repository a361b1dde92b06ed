#include "backend/records/comments.h"
#include "backend/api/endpoints/common.h"

#include <array>
#include <utility>

namespace sallyport::api {
namespace comments_endpoints {
namespace {

using records::Comment;
using records::CommentId;
using records::CommentQuery;

constexpr std::uint32_t commentBody = 256 * 1024; // a comment with each letter escaped

constexpr std::array<std::pair<std::string_view, CommentQuery::Sort>, 4> commentSorts{{
    {"created", CommentQuery::Sort::Created},
    {"created_at", CommentQuery::Sort::Created},
    {"changed", CommentQuery::Sort::Changed},
    {"changed_at", CommentQuery::Sort::Changed},
}};

constexpr auto commentListQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of what is read of a comment.", R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "A leading minus sorts the other way round. Without it, what was written last comes first.",
     R"({"type":"string","enum":["created","-created","created_at","-created_at","changed","-changed","changed_at","-changed_at"]})"},
    {"record_id", "Only comments on this record, which the caller must be able to read.",
     R"({"type":"string","maxLength":<id>})"},
});

CommentId commentIdOf(const Call& call)
{
    return CommentId(std::string(call.match.parameter));
}

json::object commentJson(const Comment& comment)
{
    json::object object;
    object["id"] = comment.id.text();
    object["record_id"] = orNull(comment.recordId.text());
    object["content"] = comment.content;
    object["text"] = comment.text;
    object["owner_id"] = orNull(comment.ownerId.text());
    object["owner"] = comment.owner;
    object["created_at"] = timeJson(comment.createdAt);
    object["changed_at"] = timeJson(comment.changedAt);
    object["changed_by"] = comment.changedBy;
    object["version"] = comment.version;
    return object;
}

std::string_view kindWord(records::RemovedMarkup::Kind kind)
{
    switch (kind) {
    case records::RemovedMarkup::Kind::Element: return "element";
    case records::RemovedMarkup::Kind::Attribute: return "attribute";
    case records::RemovedMarkup::Kind::Link: return "link";
    case records::RemovedMarkup::Kind::Comment: return "comment";
    }
    return "element";
}

/// With what the sanitiser took out, for who wrote it.
json::object writtenJson(const records::WrittenComment& written)
{
    json::object object = commentJson(written.comment);
    json::array removed;
    for (const records::RemovedMarkup& one : written.removed)
        removed.push_back({{"kind", kindWord(one.kind)}, {"name", one.name}, {"count", one.count}});
    object["removed"] = std::move(removed);
    return object;
}

Result<http::Response> list(Call& call)
{
    CommentQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_TRY(readSort(call, commentSorts, query));
    SALLYPORT_ASSIGN(const std::optional<std::string> record, call.query("record_id"));
    if (record)
        query.recordId = records::RecordId(*record);
    SALLYPORT_ASSIGN(const records::CommentPage page, call.services().comments.list(call.actor(), query));
    json::array items;
    items.reserve(page.comments.size());
    for (const Comment& comment : page.comments)
        items.push_back(commentJson(comment));
    return listAnswer(std::move(items), page.nextCursor, page.total, page.about);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const Comment comment, call.services().comments.read(call.actor(), commentIdOf(call)));
    return dataAnswer(commentJson(comment));
}

Result<http::Response> create(Call& call)
{
    records::NewComment comment;
    comment.content = call.text("content");
    if (const std::string record = call.text("record_id"); !record.empty())
        comment.recordId = records::RecordId(record);
    SALLYPORT_ASSIGN(const records::WrittenComment made, call.services().comments.create(call.actor(), std::move(comment)));
    http::Response response = dataAnswer(writtenJson(made), 201);
    response.addHeader("Location", "/api/comments/" + made.comment.id.text());
    return response;
}

Result<http::Response> change(Call& call)
{
    records::CommentPatch patch;
    if (call.body().contains("content"))
        patch.content = call.text("content");
    patch.expectedVersion = readVersion(call);
    SALLYPORT_ASSIGN(const records::WrittenComment changed,
                     call.services().comments.change(call.actor(), commentIdOf(call), std::move(patch)));
    return dataAnswer(writtenJson(changed));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().comments.remove(call.actor(), commentIdOf(call)));
    return noContent();
}

constexpr auto commentParts = std::to_array<SchemaPart>({
    {"comment", records::commentLimit},
    {"commentMembers",
     R"("id": {"type": "string"}, "record_id": {"type": ["string", "null"]},
        "content": {"type": "string", "description": "Sanitised HTML: words, and markup of an allow-list."},
        "text": {"type": "string", "description": "What is read of it, one line a block."},
        "owner_id": {"type": ["string", "null"]}, "owner": {"type": "string", "description": "The author's name; as it was then if they are gone."},
        "created_at": {"type": "string", "format": "date-time"}, "changed_at": {"type": "string", "format": "date-time"},
        "changed_by": {"type": "string"}, "version": {"type": "integer"})"},
    {"commentRequired", R"(["id", "record_id", "content", "text", "owner_id", "version"])"},
});

constexpr auto commentRequests = std::to_array<SchemaText>({
    {"NewComment", R"({"type": "object", "additionalProperties": false, "required": ["content"], "properties": {
        "record_id": {"type": ["string", "null"], "minLength": 1, "maxLength": <id>, "description": "A record that the caller can read; without it the comment belongs to none."},
        "content": {"type": "string", "minLength": 1, "maxLength": <comment>, "description": "HTML, or a text as somebody typed it. What is not allowed is taken out, its words stay.",
                    "examples": ["Checked with radiology."]}}})"},
    {"CommentPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "content": {"type": "string", "minLength": 1, "maxLength": <comment>},
        "version": <version>}})"},
});

constexpr auto commentAnswers = std::to_array<SchemaText>({
    {"Comment", R"({"type": "object", "required": <commentRequired>, "properties": {<commentMembers>}})"},
    {"CommentList",
     R"({"type": "object", "properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Comment"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"CommentAnswer", R"({"type": "object", "properties": {"data": {"$ref": "#/components/schemas/Comment"}}})"},
    {"WrittenCommentAnswer",
     R"({"type": "object", "properties": {"data": {"type": "object", "required": <commentRequired>, "properties": {<commentMembers>,
        "removed": {"type": "array", "description": "What was taken out.", "items": {"type": "object", "properties": {
            "kind": {"type": "string", "enum": ["element", "attribute", "link", "comment"]}, "name": {"type": "string"},
            "count": {"type": "integer"}}}}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/comments",
         .access = Access::Permission,
         .permission = Permission::CommentsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .also = {404},
         .operation = "listComments",
         .tag = "Records",
         .summary = "Comments that the caller may see, page by page",
         .details = "Those on records that the caller cannot read are neither there nor counted.",
         .answer = "CommentList",
         .query = commentListQuery},
        {.method = Method::Post,
         .pattern = "/api/comments",
         .access = Access::Permission,
         .permission = Permission::CommentsCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = commentBody,
         .schema = "NewComment",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = create,
         .also = {404, 409},
         .operation = "createComment",
         .tag = "Records",
         .summary = "Write a comment",
         .answer = "WrittenCommentAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/comments/{id}",
         .access = Access::Permission,
         .permission = Permission::CommentsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readComment",
         .tag = "Records",
         .summary = "One comment",
         .answer = "CommentAnswer"},
        {.method = Method::Patch,
         .pattern = "/api/comments/{id}",
         .access = Access::Permission,
         .permission = Permission::CommentsUpdate,
         .ownPermission = Permission::CommentsCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = commentBody,
         .schema = "CommentPatch",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .operation = "changeComment",
         .tag = "Records",
         .summary = "Change a comment",
         .answer = "WrittenCommentAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/comments/{id}",
         .access = Access::Permission,
         .permission = Permission::CommentsDelete,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .operation = "deleteComment",
         .tag = "Records",
         .summary = "Delete a comment",
         .details = "It is overwritten; that it was there stays in the journal.",
         .status = 204},
    };
}

} // namespace
} // namespace comments_endpoints

EndpointGroup commentEndpoints()
{
    using namespace comments_endpoints;
    return {.routes = routes(), .requests = commentRequests, .answers = commentAnswers, .parts = commentParts};
}

} // namespace sallyport::api
