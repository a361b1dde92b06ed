#include "backend/api/download.h"
#include "backend/api/endpoints/audit/integrity.h"
#include "backend/api/endpoints/common.h"
#include "backend/audit/filter_time.h"
#include "backend/audit/reports.h"
#include "backend/base/time_format.h"
#include "backend/retention/retention.h"

namespace sallyport::api {
namespace audit_endpoints {
namespace {

constexpr auto exportQuery = std::to_array<QueryParameter>({
    {"format", "What the report is.", R"({"type":"string","enum":["csv","jsonl","pdf","html","cef","ocsf"],"default":"csv"})"},
    {"q", "The filter language of GET /api/events.", R"({"type":"string","maxLength":<filter>})"},
    {"since", "Begin of the period, as the filter writes times: `2026-11-24T14:00Z`, `2026-11-24`, `7d`, `today`.",
     R"({"type":"string","maxLength":<filterTime>})"},
    {"until", "End of the period, likewise.", R"({"type":"string","maxLength":<filterTime>})"},
    {"pseudonyms", "The same person has the same pseudonym, in this export alone; browsers and words in details are left out.",
     R"({"type":"boolean","default":false})"},
    byteOrderMarkParameter,
});

struct Format {
    std::string_view word;
    audit::ReportFormat format;
    Media media;
};
constexpr Format formats[] = {
    {"csv", audit::ReportFormat::Csv, Media::Csv},         {"jsonl", audit::ReportFormat::JsonLines, Media::JsonLines},
    {"pdf", audit::ReportFormat::Pdf, Media::Pdf},         {"cef", audit::ReportFormat::Cef, Media::Text},
    {"ocsf", audit::ReportFormat::Ocsf, Media::JsonLines}, {"html", audit::ReportFormat::Html, Media::Html},
};

Result<const Format*> formatOf(const Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("format"));
    if (!text)
        return &formats[0];
    for (const Format& format : formats) {
        if (format.word == *text)
            return &format;
    }
    return badQuery("format", "Is not one of csv, jsonl, pdf, html, cef, ocsf", "enum");
}

Result<std::optional<UtcTime>> timeOf(const Call& call, std::string_view name)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query(name));
    if (!text)
        return std::optional<UtcTime>();
    const auto time = audit::parseFilterTime(*text, call.services().clock.now(), call.services().settings.values()->timesZone);
    if (!time)
        return badQuery(name, "Is no time. Use 30m, 1h, 7d, today, 2026-11-24 or 2026-11-24T14:00Z", "format");
    return std::optional<UtcTime>(*time);
}

Result<audit::ReportRequest> requestOf(const Call& call, const Format& format)
{
    audit::ReportRequest request;
    request.format = format.format;
    request.title = "Audit report";
    SALLYPORT_ASSIGN(const std::optional<std::string> filter, call.query("q"));
    request.filterText = filter.value_or(std::string());
    SALLYPORT_ASSIGN(request.query, audit::parseFilter(filter.value_or(std::string()), call.services().clock.now(),
                                                       call.services().settings.values()->timesZone, "q"));
    SALLYPORT_ASSIGN(const std::optional<std::string> pseudonyms, call.query("pseudonyms"));
    if (pseudonyms && *pseudonyms != "true" && *pseudonyms != "false")
        return badQuery("pseudonyms", "Is not true or false", "enum");
    request.pseudonyms = pseudonyms == std::optional<std::string>("true");
    SALLYPORT_ASSIGN(request.byteOrderMark, readByteOrderMark(call, format.format == audit::ReportFormat::Csv));
    SALLYPORT_ASSIGN(const std::optional<UtcTime> since, timeOf(call, "since"));
    SALLYPORT_ASSIGN(const std::optional<UtcTime> until, timeOf(call, "until"));
    if (since)
        request.query.since = since;
    if (until)
        request.query.until = until;
    if (request.query.since && request.query.until && *request.query.since > *request.query.until)
        return badQuery("until", "Is before the begin of the period", "order");
    return request;
}

Result<http::Response> exportReport(Call& call)
{
    SALLYPORT_ASSIGN(const Format* format, formatOf(call));
    SALLYPORT_ASSIGN(audit::ReportRequest request, requestOf(call, *format));
    Download download(call, format->media, "sallyport-audit." + std::string(format->word));
    request.onVerified = [&download](const audit::ChainReport& chain) { tellIntegrity(chain, download); };
    auto result = call.services().events.exportTo(
        call.actor(), request, [&](std::string_view chunk) { return download.take(chunk); },
        [](std::int64_t, std::int64_t) { return true; });
    if (!result && !download.begun())
        return std::move(result).error();
    download.end(result.has_value());
    return http::Response();
}

Result<http::Response> verify(Call& call)
{
    SALLYPORT_ASSIGN(const audit::ChainReport report, call.services().events.verify(call.actor(), call.whileClientIsHere()));
    json::object object;
    object["intact"] = report.intact;
    object["checked"] = report.checked;
    object["sequence"] = report.head.sequence;
    object["hash"] = report.head.hash;
    object["time"] = timeJson(report.head.time);
    object["first_bad"] = report.intact ? json::value(nullptr) : json::value(report.firstBad);
    object["problem"] = report.intact ? json::value(nullptr) : json::value(audit::problemWord(report.problem));
    object["expired_through"] = report.expiredThrough;
    object["expired_at"] = report.expiredAt ? timeJson(*report.expiredAt) : json::value(nullptr);
    SALLYPORT_ASSIGN(const retention::PurgedEvents purged, call.services().retention.purged(call.actor()));
    object["purged"] = purged.removed;
    object["replaced"] = purged.replaced;
    json::array& accepted = object["accepted"].emplace_array();
    for (const audit::AcceptedDamage& one : report.accepted)
        accepted.push_back(json::object{{"first", one.first},
                                        {"last", one.last},
                                        {"problem", audit::problemWord(one.problem)},
                                        {"at", timeJson(one.at)},
                                        {"by", one.by},
                                        {"why", one.why}});
    return dataAnswer(std::move(object));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({{"filterTime", audit::filterTimeLimit}});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"ChainAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["sequence", "hash"], "properties": {
        "intact": {"type": "boolean"}, "checked": {"type": "integer"}, "sequence": {"type": "integer"}, "hash": {"type": "string"},
        "time": {"type": "string", "format": "date-time"}, "first_bad": {"type": ["integer", "null"]},
        "problem": {"type": ["string", "null"]},
        "expired_through": {"type": "integer", "description": "The last event that retention has removed; 0: none."},
        "expired_at": {"type": ["string", "null"], "format": "date-time", "description": "When it last did."},
        "purged": {"type": "integer", "description": "Events whose contents went out of the middle; their hashes hold the chain."},
        "replaced": {"type": "integer", "description": "Events that stand under a pseudonym, likewise."},
        "accepted": {"type": "array", "description": "Damage that was accepted: no alarm, and never forgotten.",
            "items": {"type": "object", "required": ["first", "last", "problem", "at", "by", "why"], "properties": {
            "first": {"type": "integer"}, "last": {"type": "integer"}, "problem": {"type": "string"},
            "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"}, "why": {"type": "string"}}}}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/audit/export",
         .access = Access::Permission,
         .permission = Permission::EventsExport,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = exportReport,
         .stores = true,
         .operation = "exportAudit",
         .tag = "Audit",
         .summary = "An audit report of a period, streamed",
         .details = "The field X-Audit-Integrity says `damaged` or `accepted` where the journal is not whole.",
         .query = exportQuery,
         .media = {Media::Csv, Media::JsonLines, Media::Pdf, Media::Html, Media::Text}},
        {.method = Method::Post,
         .pattern = "/api/audit/verify",
         .access = Access::Permission,
         .permission = Permission::EventsVerify,
         .rate = RateClass::Admin,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "Empty",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = verify,
         .operation = "verifyAudit",
         .tag = "Audit",
         .summary = "Check the whole chain of events",
         .details = "Reads every event: long work. The answer says what is wrong, not the status.",
         .answer = "ChainAnswer"},
    };
}

} // namespace
} // namespace audit_endpoints

EndpointGroup auditEndpoints()
{
    using namespace audit_endpoints;
    return {.routes = routes(), .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
