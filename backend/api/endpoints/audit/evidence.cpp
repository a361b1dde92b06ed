#include "backend/journal/evidence.h"
#include "backend/api/download.h"
#include "backend/api/endpoints/audit/integrity.h"
#include "backend/api/endpoints/common.h"
#include "backend/audit/filter_time.h"

namespace sallyport::api {
namespace evidence_endpoints {
namespace {

json::object toJson(const journal::EvidencePack& pack)
{
    json::object object{{"id", pack.id},
                        {"created_at", timeJson(pack.createdAt)},
                        {"created_by", pack.createdBy},
                        {"since", timeJson(pack.since)},
                        {"until", timeJson(pack.until)},
                        {"q", pack.filter},
                        {"records", pack.records},
                        {"bytes", pack.bytes},
                        {"head_size", pack.headSize},
                        {"sha256", pack.sha256}};
    if (!pack.damage.empty())
        object["damage"] = pack.damage;
    for (const audit::EventRange& range : pack.damaged) {
        json::value& all = object["damaged"];
        (all.is_array() ? all.get_array() : all.emplace_array()).push_back(json::array{range.first, range.last});
    }
    return object;
}

Error badMember(std::string_view name, std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, "A member of the body is not acceptable");
    error.fields.push_back({std::string(name), std::move(message), std::string(rule)});
    return error;
}

Result<std::optional<UtcTime>> timeIn(const Call& call, std::string_view name)
{
    const json::value* const text = call.body().if_contains(name);
    if (text == nullptr || text->is_null())
        return std::optional<UtcTime>();
    const auto time = audit::parseFilterTime(std::string_view(text->get_string()), call.services().clock.now(),
                                             call.services().settings.values()->timesZone);
    if (!time)
        return badMember(name, "Is no time. Use 30m, 1h, 7d, today, 2026-11-24 or 2026-11-24T14:00Z", "format");
    return std::optional<UtcTime>(*time);
}

Result<http::Response> create(Call& call)
{
    journal::PackRequest request;
    if (const json::value* const filter = call.body().if_contains("q"))
        request.filter = std::string(filter->get_string());
    SALLYPORT_ASSIGN(request.query, audit::parseFilter(request.filter, call.services().clock.now(),
                                                       call.services().settings.values()->timesZone, "q"));
    for (auto [name, place] : {std::pair("since", &request.query.since), std::pair("until", &request.query.until)}) {
        SALLYPORT_ASSIGN(const std::optional<UtcTime> time, timeIn(call, name));
        if (time)
            *place = time;
    }
    if (request.query.since && request.query.until && *request.query.since > *request.query.until)
        return badMember("until", "Is before the begin of the period", "order");
    SALLYPORT_ASSIGN(const journal::EvidencePack pack,
                     call.services().evidence.create(call.actor(), request, call.whileClientIsHere()));
    http::Response response = dataAnswer(toJson(pack), 201);
    response.addHeader("Location", "/api/evidence/" + pack.id);
    tellIntegrity(call, response, !pack.damage.empty());
    return response;
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const auto packs, call.services().evidence.list(call.actor()));
    json::array items;
    for (const journal::EvidencePack& pack : packs)
        items.push_back(toJson(pack));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(packs.size()));
}

Result<http::Response> download(Call& call)
{
    const std::string id(call.match.parameter);
    SALLYPORT_ASSIGN(const journal::EvidencePack pack, call.services().evidence.read(call.actor(), id));
    Download file(call, Media::JsonLines, "sallyport-evidence-" + id + ".jsonl");
    tellIntegrity(call, file, !pack.damage.empty());
    const auto sent =
        call.services().evidence.download(call.actor(), id, [&file](std::string_view piece) { return file.take(piece); });
    if (!sent && !file.begun())
        return sent.error();
    file.end(sent.has_value());
    return http::Response();
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().evidence.remove(call.actor(), std::string(call.match.parameter)));
    return noContent();
}

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"EvidenceRequest", R"({"type": "object", "required": ["since", "until"], "additionalProperties": false, "properties": {
        "since": {"type": ["string", "null"], "maxLength": <filterTime>,
            "description": "Begin of the period, as the filter writes times; null: with the first event."},
        "until": {"type": ["string", "null"], "maxLength": <filterTime>, "description": "End of the period; null: now."},
        "q": {"type": "string", "maxLength": <filter>, "description": "The filter language of GET /api/events."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"EvidencePack",
     R"({"type": "object", "required": ["id", "created_at", "created_by", "since", "until", "q", "records", "bytes",
        "head_size", "sha256"], "properties": {
        "id": {"type": "string"}, "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "since": {"type": ["string", "null"], "format": "date-time"}, "until": {"type": ["string", "null"], "format": "date-time"},
        "q": {"type": "string"}, "records": {"type": "integer"}, "bytes": {"type": "integer"},
        "head_size": {"type": "integer", "description": "Leaves of the signed tree that the records are proved in."},
        "sha256": {"type": "string", "description": "Of the file, hex."},
        "damage": {"type": "string", "description": "Of the journal that it was made from; told when it is made."},
        "damaged": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}},
            "description": "The events that are not the ones that the tree holds: the first and the last of each range."}}})"},
    {"EvidencePackAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/EvidencePack"}}})"},
    {"EvidencePackList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/EvidencePack"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/evidence",
         .access = Access::Permission,
         .permission = Permission::EventsExport,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "EvidenceRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = create,
         .operation = "createEvidence",
         .tag = "Audit",
         .summary = "An evidence pack: events of a period, with what proves them",
         .details = "Answers when the pack is made. docs/audit.md has the file byte by byte.",
         .answer = "EvidencePackAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/evidence",
         .access = Access::Permission,
         .permission = Permission::EventsExport,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listEvidence",
         .tag = "Audit",
         .summary = "The evidence packs that are kept, the newest first",
         .answer = "EvidencePackList"},
        {.method = Method::Get,
         .pattern = "/api/evidence/{id}",
         .access = Access::Permission,
         .permission = Permission::EventsExport,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = download,
         .stores = true,
         .operation = "downloadEvidence",
         .tag = "Audit",
         .summary = "An evidence pack, one file",
         .media = {Media::JsonLines}},
        {.method = Method::Delete,
         .pattern = "/api/evidence/{id}",
         .access = Access::Permission,
         .permission = Permission::EventsExport,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .also = {409},
         .operation = "deleteEvidence",
         .tag = "Audit",
         .summary = "Delete an evidence pack",
         .details = "For its maker, and for who holds retention:update. 409 while a legal hold keeps one of its events.",
         .status = 204},
    };
}

} // namespace
} // namespace evidence_endpoints

EndpointGroup evidenceEndpoints()
{
    using namespace evidence_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas};
}

} // namespace sallyport::api
