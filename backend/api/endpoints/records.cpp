#include "backend/api/download.h"
#include "backend/api/endpoints/common.h"
#include "backend/base/secret_bytes.h"
#include "backend/identity/core/limits.h"
#include "backend/records/files.h"
#include "backend/records/record_file.h"
#include "backend/records/record_limits.h"

#include <array>
#include <utility>

namespace sallyport::api {
namespace records_endpoints {
namespace {

using records::Record;
using records::RecordId;
using records::RecordQuery;

constexpr std::uint32_t recordBody = 1024 * 1024; // a body and 32 members, each letter escaped

constexpr std::array<std::pair<std::string_view, RecordQuery::Sort>, 7> sorts{{
    {"title", RecordQuery::Sort::Title},
    {"department", RecordQuery::Sort::Department},
    {"classification", RecordQuery::Sort::Classification},
    {"created", RecordQuery::Sort::Created},
    {"created_at", RecordQuery::Sort::Created},
    {"changed", RecordQuery::Sort::Changed},
    {"changed_at", RecordQuery::Sort::Changed},
}};

constexpr QueryParameter textParameter{"q", "Part of a title. Bodies and sensitive values are not searched.",
                                       R"({"type":"string","maxLength":<searchText>})"};
constexpr QueryParameter sortParameter{
    "sort", "A leading minus sorts the other way round. Without it, what was changed last comes first.",
    R"({"type":"string","enum":["title","-title","department","-department","classification","-classification","created","-created","created_at","-created_at","changed","-changed","changed_at","-changed_at"]})"};
constexpr QueryParameter departmentParameter{"department", "Only records of this department, written exactly so.",
                                             R"({"type":"string","maxLength":<department>})"};
constexpr QueryParameter classificationParameter{"classification", "Only records with this classification.",
                                                 R"({"type":"string","enum":["public","internal","confidential","restricted"]})"};
constexpr QueryParameter ownerParameter{"owner", "Only records of the user with this id.",
                                        R"({"type":"string","maxLength":<id>})"};
constexpr QueryParameter changedDaysParameter{"changed_days", "Only records that were changed within so many days.",
                                              R"({"type":"integer","minimum":1,"maximum":<changedDays>})"};

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    textParameter,
    sortParameter,
    departmentParameter,
    classificationParameter,
    ownerParameter,
    changedDaysParameter,
});

constexpr auto exportQuery = std::to_array<QueryParameter>({
    {"format", "What the file is.", R"({"type":"string","enum":["csv","json"],"default":"csv"})"},
    textParameter,
    sortParameter,
    departmentParameter,
    classificationParameter,
    ownerParameter,
    changedDaysParameter,
    byteOrderMarkParameter,
});

constexpr auto readQuery = std::to_array<QueryParameter>({
    {"unmask",
     "Show sensitive values by the second factor that was shown recently in this session, without X-MFA-Token; who may not is "
     "refused.",
     R"({"type":"boolean","default":false})"},
});

RecordId recordIdOf(const Call& call)
{
    return RecordId(std::string(call.match.parameter));
}

Result<void> readFilters(const Call& call, RecordQuery& query)
{
    SALLYPORT_TRY(readSort(call, sorts, query));
    SALLYPORT_ASSIGN(query.department, call.query("department"));
    SALLYPORT_ASSIGN(const std::optional<std::string> classification, call.query("classification"));
    if (classification) {
        query.classification = records::findClassification(*classification);
        if (!query.classification)
            return badQuery("classification", "Is not one of the allowed words", "enum");
    }
    SALLYPORT_ASSIGN(const std::optional<std::string> owner, call.query("owner"));
    if (owner)
        query.owner = UserId(*owner);
    SALLYPORT_ASSIGN(const std::uint32_t days, call.queryNumber("changed_days", 1, records::changedDaysLimit, 0));
    if (days > 0)
        query.changedDays = days;
    return {};
}

Result<http::Response> list(Call& call)
{
    RecordQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_TRY(readFilters(call, query));
    SALLYPORT_ASSIGN(const records::RecordPage page, call.services().records.list(call.actor(), query));
    const bool counts = call.actor().permissions.has(Permission::FilesRead);
    std::map<std::string, std::int64_t> files;
    if (counts) {
        std::vector<RecordId> ids;
        for (const Record& record : page.records)
            ids.push_back(record.id);
        SALLYPORT_ASSIGN(files, call.services().files.countByRecord(call.actor(), ids));
    }
    json::array items;
    items.reserve(page.records.size());
    for (const Record& record : page.records) {
        json::object object = records::recordJson(record);
        if (counts)
            object["files_count"] = files[record.id.text()];
        items.push_back(std::move(object));
    }
    return listAnswer(std::move(items), page.nextCursor, page.total, page.about);
}

http::Response shownAnswer(const records::ShownRecord& shown)
{
    json::object object = records::recordJson(shown.record);
    json::object& sensitive = object["sensitive"].as_object();
    for (const records::ShownMember& member : shown.sensitive)
        sensitive[member.name] = member.value.view();
    std::string text = json::serialize(object);
    http::Response response = dataTextAnswer(text);
    // What leaves is in the response alone.
    wipe(text);
    for (auto& member : sensitive)
        if (json::string* value = member.value().if_string())
            wipe(std::as_writable_bytes(std::span(value->data(), value->size())));
    return response;
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> asked, call.query("unmask"));
    if (asked && *asked != "true" && *asked != "false")
        return badQuery("unmask", "Is not true or false", "enum");
    const bool mustShow = asked == std::optional<std::string>("true");
    if (mustShow || call.steppedUpAt) {
        const auto shown = call.services().records.unmask(call.actor(), recordIdOf(call));
        if (shown)
            return shownAnswer(*shown);
        // A code that comes with a request of somebody who may not see the values changes nothing.
        const ErrorCode why = shown.error().code;
        if (mustShow || (why != ErrorCode::PermissionDenied && why != ErrorCode::PolicyDenied))
            return shown.error();
    }
    SALLYPORT_ASSIGN(const Record record, call.services().records.read(call.actor(), recordIdOf(call)));
    return dataAnswer(records::recordJson(record));
}

/// Records that are asked for again and again are in memory, masked.
std::optional<Result<http::Response>> readQuickly(Call& call)
{
    if (!call.queryValues.empty() || call.request.headerCount("X-MFA-Token") > 0)
        return std::nullopt;
    const auto record = call.services().records.readKept(call.credential(), recordIdOf(call)); // policies ask from where
    if (!record)
        return record.error();
    if (*record == nullptr)
        return std::nullopt;
    return dataTextAnswer((*record)->json);
}

/// A text member that may be null, and then is none.
std::optional<std::string> textOrNull(const json::value& value)
{
    return value.is_string() ? std::optional(std::string(value.get_string())) : std::nullopt;
}

Result<http::Response> create(Call& call)
{
    const json::object& body = call.body();
    records::NewRecord record;
    record.title = call.text("title");
    record.body = call.text("body");
    if (const json::value* department = body.if_contains("department"))
        record.department = textOrNull(*department);
    if (body.contains("classification"))
        record.classification =
            records::findClassification(call.text("classification")).value_or(records::Classification::Restricted);
    if (body.contains("owner_id"))
        record.ownerId = UserId(call.text("owner_id"));
    if (const json::value* sensitive = body.if_contains("sensitive"))
        for (const auto& member : sensitive->as_object())
            record.sensitive.emplace(member.key(), SecretBytes::fromText(member.value().as_string()));
    SALLYPORT_ASSIGN(const Record made, call.services().records.create(call.actor(), std::move(record)));
    http::Response response = dataAnswer(records::recordJson(made), 201);
    response.addHeader("Location", "/api/data/" + made.id.text());
    return response;
}

Result<http::Response> change(Call& call)
{
    const json::object& body = call.body();
    records::RecordPatch patch;
    if (body.contains("title"))
        patch.title = call.text("title");
    if (body.contains("body"))
        patch.body = call.text("body");
    if (const json::value* department = body.if_contains("department"))
        patch.department = textOrNull(*department);
    if (body.contains("classification"))
        patch.classification =
            records::findClassification(call.text("classification")).value_or(records::Classification::Restricted);
    if (body.contains("owner_id"))
        patch.ownerId = UserId(call.text("owner_id")); // null: nobody's
    if (const json::value* sensitive = body.if_contains("sensitive")) {
        for (const auto& member : sensitive->as_object()) {
            patch.sensitive.emplace(member.key(), member.value().is_string()
                                                      ? std::optional(SecretBytes::fromText(member.value().as_string()))
                                                      : std::nullopt);
        }
    }
    if (const json::value* remove = body.if_contains("remove_sensitive"))
        patch.removeSensitive = json::value_to<std::vector<std::string>>(*remove);
    patch.expectedVersion = readVersion(call);
    SALLYPORT_ASSIGN(const Record record, call.services().records.change(call.actor(), recordIdOf(call), std::move(patch)));
    return dataAnswer(records::recordJson(record));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().records.remove(call.actor(), recordIdOf(call)));
    return noContent();
}

Result<http::Response> exportRecords(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> format, call.query("format"));
    const auto known = records::RecordFileText::formatOf(format.value_or("csv"));
    if (!known)
        return badQuery("format", "Is not one of csv, json", "enum");
    const bool csv = *known == records::RecordFileText::Format::Csv;
    SALLYPORT_ASSIGN(const bool mark, readByteOrderMark(call, csv));
    RecordQuery query;
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_TRY(readFilters(call, query));
    query.text = text.value_or(std::string());
    Download download(call, csv ? Media::Csv : Media::Json, csv ? "sallyport-records.csv" : "sallyport-records.json");
    records::RecordFileText file(*known, call.services().settings.values()->timesZone, mark);
    std::string piece;
    file.begin(piece);
    const auto take = [&](const Record& record) {
        file.add(piece, record);
        return download.take(std::exchange(piece, {}));
    };
    const auto result = call.services().records.exportRecords(call.actor(), query, csv ? "csv" : "json", take);
    if (!result && !download.begun())
        return result.error();
    file.end(piece);
    download.end(result && download.take(piece));
    return http::Response();
}

json::object toJson(const records::EncryptionState& state)
{
    json::object object;
    object["key_id"] = state.keyId;
    object["key_since"] = timeJson(state.keySince);
    object["uses"] = state.uses;
    object["uses_limit"] = state.usesMay;
    object["members"] = state.members;
    object["files"] = state.files;
    object["waiting"] = state.waiting;
    return object;
}

Result<http::Response> encryption(Call& call)
{
    SALLYPORT_ASSIGN(const records::EncryptionState state, call.services().records.encryption(call.actor()));
    return dataAnswer(toJson(state));
}

Result<http::Response> rotate(Call& call)
{
    SALLYPORT_ASSIGN(const records::EncryptionState state, call.services().records.rotateKey(call.actor()));
    return dataAnswer(toJson(state));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"recordTitle", records::titleLimit},
    {"recordText", records::bodyLimit},
    {"members", records::membersLimit},
    {"memberName", records::memberNameLimit},
    {"memberValue", records::memberValueLimit},
    {"changedDays", records::changedDaysLimit},
    {"classification", R"({"type": "string", "enum": ["public", "internal", "confidential", "restricted"]})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewRecord", R"({"type": "object", "additionalProperties": false, "required": ["title"], "properties": {
        "title": {"type": "string", "minLength": 1, "maxLength": <recordTitle>, "examples": ["Discharge summary 2231"]},
        "body": {"type": "string", "maxLength": <recordText>},
        "department": {"type": ["string", "null"], "maxLength": <department>, "description": "None is not the same as an empty one."},
        "classification": <classification>,
        "owner_id": {"type": "string", "maxLength": <id>, "description": "Without it, who adds it. Another's needs users:read."},
        "sensitive": {"type": "object", "maxProperties": <members>, "propertyNames": {"type": "string", "minLength": 1, "maxLength": <memberName>},
                      "additionalProperties": {"type": "string", "maxLength": <memberValue>, "writeOnly": true},
                      "description": "Each value is encrypted by itself."}}})"},
    {"RecordPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "title": {"type": "string", "minLength": 1, "maxLength": <recordTitle>},
        "body": {"type": "string", "maxLength": <recordText>},
        "department": {"type": ["string", "null"], "maxLength": <department>},
        "classification": <classification>,
        "owner_id": {"type": ["string", "null"], "maxLength": <id>, "description": "Null: nobody's."},
        "sensitive": {"type": "object", "maxProperties": <members>, "propertyNames": {"type": "string", "minLength": 1, "maxLength": <memberName>},
                      "additionalProperties": {"type": ["string", "null"], "maxLength": <memberValue>, "writeOnly": true},
                      "description": "Members that are not named stay; null, as answers have it, leaves one as it is."},
        "remove_sensitive": {"type": "array", "maxItems": <members>, "uniqueItems": true,
                             "items": {"type": "string", "minLength": 1, "maxLength": <memberName>}},
        "version": <version>}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Record",
     R"({"type": "object", "required": ["id", "title", "body", "department", "classification", "owner_id", "sensitive", "version"],
        "properties": {
        "id": {"type": "string"}, "title": {"type": "string"}, "body": {"type": "string"}, "department": {"type": ["string", "null"]},
        "classification": {"type": "string", "enum": ["public", "internal", "confidential", "restricted"]},
        "owner_id": {"type": ["string", "null"]}, "owner": {"type": "string", "description": "The owner's name; empty if there is none."},
        "sensitive": {"type": "object", "additionalProperties": {"type": ["string", "null"]},
                      "description": "Null unless the caller holds records:unmask and shows a second factor with the request."},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "changed_at": {"type": "string", "format": "date-time"}, "changed_by": {"type": "string"},
        "version": {"type": "integer"},
        "files_count": {"type": "integer", "description": "In a list, of who holds files:read: its files that they may see."}}})"},
    {"RecordAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Record"}}})"},
    {"RecordList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Record"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"RecordFile", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Record"}}}})"},
    {"EncryptionAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["key_id", "uses", "uses_limit", "members", "waiting"], "properties": {
        "key_id": {"type": "integer", "description": "Of the data key that seals; 0: none was needed yet."},
        "key_since": {"type": ["string", "null"], "format": "date-time"},
        "uses": {"type": "integer", "description": "How often it has sealed, at the most."},
        "uses_limit": {"type": "integer", "description": "Then another key takes over by itself."},
        "members": {"type": "integer", "description": "Sensitive values in all."},
        "files": {"type": "integer", "description": "Files, each with a key of its own, which is sealed in the same way."},
        "waiting": {"type": "integer", "description": "Of both, those that an earlier key has sealed: they are sealed anew in the background."}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/data",
         .access = Access::Permission,
         .permission = Permission::RecordsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listRecords",
         .tag = "Records",
         .summary = "Records that the caller may see, page by page",
         .details = "What policies hide is neither there nor counted.",
         .answer = "RecordList",
         .query = listQuery},
        {.method = Method::Post,
         .pattern = "/api/data",
         .access = Access::Permission,
         .permission = Permission::RecordsCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = recordBody,
         .schema = "NewRecord",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = create,
         .operation = "createRecord",
         .tag = "Records",
         .summary = "Add a record",
         .answer = "RecordAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/data/export",
         .access = Access::Permission,
         .permission = Permission::RecordsRead,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = exportRecords,
         .stores = true,
         .operation = "exportRecords",
         .tag = "Records",
         .summary = "All records that the caller may see as a CSV or JSON file, streamed",
         .details = "Sensitive members by name, without their values.",
         .answer = "RecordFile",
         .query = exportQuery,
         .media = {Media::Csv, Media::Json}},
        {.method = Method::Get,
         .pattern = "/api/data/{id}",
         .access = Access::Permission,
         .permission = Permission::RecordsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::Offered,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .quick = readQuickly,
         .operation = "readRecord",
         .tag = "Records",
         .summary = "One record",
         .details =
             "With a valid X-MFA-Token whoever holds `records:unmask` sees sensitive values, which is recorded. A record that "
             "a policy hides answers 404, as one that isn't there.",
         .answer = "RecordAnswer",
         .query = readQuery},
        {.method = Method::Patch,
         .pattern = "/api/data/{id}",
         .access = Access::Permission,
         .permission = Permission::RecordsUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = recordBody,
         .schema = "RecordPatch",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .operation = "changeRecord",
         .tag = "Records",
         .summary = "Change a record",
         .answer = "RecordAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/data/{id}",
         .access = Access::Permission,
         .permission = Permission::RecordsDelete,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .operation = "deleteRecord",
         .tag = "Records",
         .summary = "Delete a record",
         .details = "It is overwritten; what was done to it stays in the journal.",
         .status = 204},
        {.method = Method::Get,
         .pattern = "/api/encryption",
         .access = Access::Permission,
         .permission = Permission::SettingsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = encryption,
         .operation = "readEncryption",
         .tag = "Records",
         .summary = "How the encryption of sensitive values goes",
         .answer = "EncryptionAnswer"},
        {.method = Method::Post,
         .pattern = "/api/encryption/rotate",
         .access = Access::Permission,
         .permission = Permission::SettingsUpdate,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = rotate,
         .operation = "rotateEncryption",
         .tag = "Records",
         .summary = "Let another key seal sensitive values, and seal anew in the background what the earlier ones have sealed",
         .answer = "EncryptionAnswer"},
    };
}

} // namespace
} // namespace records_endpoints

EndpointGroup recordEndpoints()
{
    using namespace records_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
