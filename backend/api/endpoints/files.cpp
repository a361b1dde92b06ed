#include "backend/api/endpoints/common.h"
#include "backend/api/file_body.h"
#include "backend/api/problem.h"
#include "backend/api/stages/preconditions.h"
#include "backend/api/upload_taker.h"
#include "backend/records/upload/byte_range.h"
#include "backend/records/upload/file_name.h"

#include <array>
#include <optional>
#include <utility>

namespace sallyport::api {
namespace files_endpoints {
namespace {

using records::FileId;
using records::FileQuery;
using records::StoredFile;

constexpr std::uint32_t besideTheFile = 128 * 1024; // of a form: boundaries, 16 heads of parts and the other parts

constexpr std::array<std::pair<std::string_view, FileQuery::Sort>, 4> fileSorts{{
    {"created", FileQuery::Sort::Created},
    {"created_at", FileQuery::Sort::Created},
    {"name", FileQuery::Sort::Name},
    {"size", FileQuery::Sort::Size},
}};

constexpr auto fileListQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of a name. Contents are not searched.", R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "A leading minus sorts the other way round. Without it, what was uploaded last comes first.",
     R"({"type":"string","enum":["created","-created","created_at","-created_at","name","-name","size","-size"]})"},
    {"record_id", "Only files of this record, which the caller must be able to read.", R"({"type":"string","maxLength":<id>})"},
});

FileId fileIdOf(const Call& call)
{
    return FileId(std::string(call.match.parameter));
}

json::object fileJson(const StoredFile& file)
{
    json::object object;
    object["id"] = file.id.text();
    object["record_id"] = orNull(file.recordId.text());
    object["name"] = file.name;
    object["media_type"] = file.mediaType;
    object["size"] = file.size;
    object["sha256"] = file.sha256;
    object["owner_id"] = orNull(file.ownerId.text());
    object["owner"] = file.owner;
    object["created_at"] = timeJson(file.createdAt);
    return object;
}

Result<http::Response> list(Call& call)
{
    FileQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_TRY(readSort(call, fileSorts, query));
    SALLYPORT_ASSIGN(const std::optional<std::string> record, call.query("record_id"));
    if (record)
        query.recordId = records::RecordId(*record);
    SALLYPORT_ASSIGN(const records::FilePage page, call.services().files.list(call.actor(), query));
    json::array items;
    items.reserve(page.files.size());
    for (const StoredFile& file : page.files)
        items.push_back(fileJson(file));
    return listAnswer(std::move(items), page.nextCursor, page.total, page.about);
}

http::Response storedAnswer(const StoredFile& file)
{
    http::Response response = dataAnswer(fileJson(file), 201);
    response.addHeader("Location", "/api/files/" + file.id.text());
    return response;
}

/// Answers when the whole form has come, or as soon as it shows that it is none.
Result<http::Response> upload(Call& call)
{
    const auto taker = std::make_shared<UploadTaker>(call.shared_from_this(), &storedAnswer);
    SALLYPORT_TRY(taker->open());
    call.answersLater = true;
    call.exchange->takeBody(taker);
    return http::Response();
}

std::string entityTag(const StoredFile& file)
{
    return '"' + file.sha256 + '"';
}

/// What every answer about the file's content carries.
void addFileHeaders(http::Response& response, const StoredFile& file)
{
    response.addHeader("Accept-Ranges", "bytes");
    response.addHeader("ETag", entityTag(file));
}

http::Response noSuchRange(const Call& call, const StoredFile& file)
{
    http::Response response = problemAnswer(
        makeError(ErrorCode::RangeNotSatisfiable, "The file has " + std::to_string(file.size) + " bytes."), call.id.text());
    response.addHeader("Content-Range", "bytes */" + std::to_string(file.size));
    addFileHeaders(response, file);
    return response;
}

/// Nothing if the whole or a part is to be answered. Asked before the file is opened, which is a download.
Result<std::optional<http::Response>> unlessWanted(const Call& call)
{
    if (!call.request.header("If-Match") && !call.request.header("If-None-Match"))
        return std::optional<http::Response>();
    SALLYPORT_ASSIGN(const StoredFile file, call.services().files.read(call.actor(), fileIdOf(call)));
    const Precondition condition = preconditionOf(call.request, entityTag(file));
    if (condition == Precondition::Holds)
        return std::optional<http::Response>();
    http::Response response =
        condition == Precondition::NotModified
            ? answer(304, Media::File)
            : problemAnswer(makeError(ErrorCode::PreconditionFailed, "The file is not the one that If-Match names."),
                            call.id.text());
    addFileHeaders(response, file);
    return std::optional(std::move(response));
}

/// One range is served (RFC 9110 §14), for GET only; If-Range lets a client go on only with the very file that it began with.
Result<http::Response> download(Call& call)
{
    SALLYPORT_ASSIGN(std::optional<http::Response> other, unlessWanted(call));
    if (other)
        return std::move(*other);
    const bool wantsBody = call.request.method != Method::Head;
    records::OpenedFile opened;
    if (wantsBody) {
        SALLYPORT_ASSIGN(opened, call.services().files.open(call.actor(), fileIdOf(call)));
    } else {
        SALLYPORT_ASSIGN(opened.file, call.services().files.read(call.actor(), fileIdOf(call)));
    }
    const StoredFile& file = opened.file;
    records::ByteRange range{0, file.size};
    auto answers = records::RangeAnswer::Whole;
    const auto ifRange = call.request.header("If-Range");
    if (wantsBody && call.request.headerCount("Range") == 1 && (!ifRange || *ifRange == entityTag(file)))
        answers = records::readRange(*call.request.header("Range"), file.size, range);
    if (answers == records::RangeAnswer::NotSatisfiable)
        return noSuchRange(call, file);
    const bool part = answers == records::RangeAnswer::Part;
    http::Response response = answer(part ? 206 : 200, Media::File);
    response.addHeader("Content-Type", file.mediaType);
    response.addHeader("Content-Disposition", records::attachmentOf(file.name));
    if (part)
        response.addHeader("Content-Range", "bytes " + std::to_string(range.from) + '-' + std::to_string(range.to - 1) + '/' +
                                                std::to_string(file.size));
    addFileHeaders(response, file);
    // Not started for HEAD, whose answer says what that of GET does.
    response.setSource(std::make_unique<FileBody>(call.api.work, std::move(opened), range.from, range.to));
    return response;
}

Result<std::string> tagOf(Call& call)
{
    SALLYPORT_ASSIGN(const StoredFile file, call.services().files.read(call.actor(), fileIdOf(call)));
    return entityTag(file);
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().files.remove(call.actor(), fileIdOf(call)));
    return noContent();
}

constexpr auto fileRequests = std::to_array<SchemaText>({
    {"Upload", R"({"type": "object", "additionalProperties": false, "required": ["file"], "properties": {
        "file": {"type": "string", "description": "The file, with its name."},
        "record_id": {"type": "string", "maxLength": <id>, "description": "A record that the caller can read; without it the file belongs to none."}}})"},
});

constexpr auto fileAnswers = std::to_array<SchemaText>({
    {"File",
     R"({"type": "object", "required": ["id", "record_id", "name", "media_type", "size", "sha256", "owner_id", "created_at"], "properties": {
        "id": {"type": "string"}, "record_id": {"type": ["string", "null"]},
        "name": {"type": "string", "description": "As people see it; never a path."},
        "media_type": {"type": "string", "description": "By content and name."},
        "size": {"type": "integer", "description": "Bytes of what is stored."},
        "sha256": {"type": "string", "description": "Of the same, in hex."},
        "owner_id": {"type": ["string", "null"]}, "owner": {"type": "string", "description": "The uploader's name; as it was then if they are gone."},
        "created_at": {"type": "string", "format": "date-time"}}})"},
    {"FileList",
     R"({"type": "object", "properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/File"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"FileAnswer", R"({"type": "object", "properties": {"data": {"$ref": "#/components/schemas/File"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/upload",
         .access = Access::Permission,
         .permission = Permission::FilesCreate,
         .rate = RateClass::FileUpload,
         .body = Body::Multipart,
         .bodyLimit = besideTheFile,
         .schema = "Upload",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = upload,
         .also = {404, 409},
         .operation = "uploadFile",
         .tag = "Records",
         .summary = "Upload a file",
         .details =
             "One part `file`, with a filename, and at most one part `record_id`. What the file is, is told by its content "
             "and its name together; places, devices and names are taken out of JPEG, PNG and WebP.",
         .answer = "FileAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/files",
         .access = Access::Permission,
         .permission = Permission::FilesRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .also = {404},
         .operation = "listFiles",
         .tag = "Records",
         .summary = "Files that the caller may see, page by page",
         .details = "Those of records that the caller cannot read are neither there nor counted.",
         .answer = "FileList",
         .query = fileListQuery},
        {.method = Method::Get,
         .pattern = "/api/files/{id}",
         .access = Access::Permission,
         .permission = Permission::FilesRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = download,
         .also = {206, 304, 412, 416},
         .stores = true,
         .operation = "downloadFile",
         .tag = "Records",
         .summary = "The content of a file, as an attachment",
         .details = "`Range` with one range of bytes and `If-Range` with the `ETag` are served, and ignored for HEAD. "
                    "`If-None-Match` with it "
                    "answers 304, `If-Match` with none that is it 412. Each download is recorded.",
         .media = {Media::File},
         .entityTag = tagOf},
        {.method = Method::Delete,
         .pattern = "/api/files/{id}",
         .access = Access::Permission,
         .permission = Permission::FilesDelete,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .operation = "deleteFile",
         .tag = "Records",
         .summary = "Delete a file",
         .details =
             "Its key goes with it, so that no copy of what lay on the disk can be read; that it was there stays in the journal.",
         .status = 204,
         .entityTag = tagOf},
    };
}

} // namespace
} // namespace files_endpoints

EndpointGroup fileEndpoints()
{
    using namespace files_endpoints;
    return {.routes = routes(), .requests = fileRequests, .answers = fileAnswers};
}

} // namespace sallyport::api
