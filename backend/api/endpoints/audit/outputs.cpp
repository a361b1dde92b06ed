#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/json_of.h"
#include "backend/outputs/client_pair.h"
#include "backend/outputs/destinations.h"

namespace sallyport::api {
namespace outputs_endpoints {
namespace {

using outputs::Destination;
using outputs::DestinationFields;
using outputs::DestinationId;

constexpr std::uint32_t outputBody = 64 * 1024;

DestinationId outputIdOf(const Call& call)
{
    return DestinationId(std::string(call.match.parameter));
}

json::object toJson(const Destination& destination)
{
    const DestinationFields& fields = destination.fields;
    const outputs::DestinationState& state = destination.state;
    json::object object;
    object["id"] = destination.id.text();
    object["name"] = fields.name;
    object["kind"] = outputs::kindWord(fields.kind);
    object["target"] = fields.target;
    object["filter"] = fields.filter;
    object["format"] = outputs::formatWord(fields.format);
    if (fields.kind == outputs::DestinationKind::Mail) {
        object["sender"] = fields.sender;
        object["recipients"] = json::value_from(fields.recipients);
        object["account"] = fields.account;
    }
    if (fields.kind == outputs::DestinationKind::Syslog)
        object["certificate"] = orNull(fields.certificate);
    if (fields.kind == outputs::DestinationKind::File) {
        object["rotate_bytes"] = fields.rotateBytes;
        object["keep_files"] = fields.keepFiles;
    }
    object["has_secret"] = destination.hasSecret;
    object["status"] = destination.enabled ? "enabled" : "disabled";
    object["state"] = json::object{{"sent", state.sent},
                                   {"waiting", state.waiting},
                                   {"dropped", state.dropped},
                                   {"failures", state.failures},
                                   {"stopped", state.stopped},
                                   {"last_sent_at", timeJson(state.lastSentAt)},
                                   {"last_error", orNull(state.lastError)},
                                   {"last_error_at", timeJson(state.lastErrorAt)}};
    object["created_at"] = timeJson(destination.createdAt);
    object["created_by"] = destination.createdBy;
    object["author"] = orNull(destination.author.name);
    object["updated_at"] = timeJson(destination.updatedAt);
    object["version"] = destination.version;
    return object;
}

void takeText(const json::object& body, std::string_view name, std::string& to)
{
    if (const json::value* value = body.if_contains(name))
        to = std::string(value->as_string());
}

void takeNumber(const json::object& body, std::string_view name, std::int64_t& to)
{
    if (const json::value* value = body.if_contains(name))
        to = static_cast<std::int64_t>(value->to_number<double>());
}

/// Takes over the members that the body has. They passed the schema already.
void takeFields(const json::object& body, DestinationFields& fields)
{
    if (const json::value* kind = body.if_contains("kind")) {
        const auto wanted = outputs::destinationKind(kind->as_string()).value_or(fields.kind);
        if (wanted != fields.kind || fields.name.empty())
            fields.format = outputs::usualFormat(wanted);
        fields.kind = wanted;
    }
    if (const json::value* format = body.if_contains("format"))
        fields.format = outputs::eventFormat(format->as_string()).value_or(fields.format);
    takeText(body, "name", fields.name);
    takeText(body, "target", fields.target);
    takeText(body, "filter", fields.filter);
    takeText(body, "sender", fields.sender);
    takeText(body, "account", fields.account);
    takeText(body, "certificate", fields.certificate);
    if (const json::value* recipients = body.if_contains("recipients"))
        fields.recipients = json::value_to<std::vector<std::string>>(*recipients);
    takeNumber(body, "rotate_bytes", fields.rotateBytes);
    takeNumber(body, "keep_files", fields.keepFiles);
}

std::optional<SecretBytes> secretIn(const Call& call)
{
    return call.body().contains("secret") ? std::optional(call.secret("secret")) : std::nullopt;
}

Result<http::Response> listOutputs(Call& call)
{
    SALLYPORT_ASSIGN(const auto destinations, call.services().destinations.list(call.actor()));
    json::array items;
    for (const Destination& destination : destinations)
        items.push_back(toJson(destination));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(destinations.size()));
}

Result<http::Response> createOutput(Call& call)
{
    outputs::NewDestination wanted;
    takeFields(call.body(), wanted.fields);
    wanted.secret = secretIn(call);
    wanted.enabled = call.text("status") != "disabled";
    if (const json::value* beginning = call.body().if_contains("from_beginning"))
        wanted.fromBeginning = beginning->as_bool();
    SALLYPORT_ASSIGN(const Destination made, call.services().destinations.create(call.actor(), std::move(wanted)));
    http::Response response = dataAnswer(toJson(made), 201);
    response.addHeader("Location", "/api/outputs/" + made.id.text());
    return response;
}

Result<http::Response> readOutput(Call& call)
{
    SALLYPORT_ASSIGN(const Destination destination, call.services().destinations.read(call.actor(), outputIdOf(call)));
    return dataAnswer(toJson(destination));
}

Result<http::Response> changeOutput(Call& call)
{
    outputs::Destinations& destinations = call.services().destinations;
    SALLYPORT_ASSIGN(const Destination before, destinations.read(call.actor(), outputIdOf(call)));
    outputs::DestinationPatch patch;
    patch.fields = before.fields;
    takeFields(call.body(), *patch.fields);
    patch.secret = secretIn(call);
    if (call.body().contains("status"))
        patch.enabled = call.text("status") == "enabled";
    // What isn't in the body is as it was read just now, or nothing is changed.
    const auto version = readVersion(call);
    patch.expectedVersion = version ? version : std::optional(before.version);
    SALLYPORT_ASSIGN(const Destination after, destinations.change(call.actor(), outputIdOf(call), std::move(patch)));
    return dataAnswer(toJson(after));
}

Result<http::Response> removeOutput(Call& call)
{
    SALLYPORT_TRY(call.services().destinations.remove(call.actor(), outputIdOf(call)));
    return noContent();
}

Result<http::Response> testOutput(Call& call)
{
    SALLYPORT_ASSIGN(const outputs::DestinationTest test, call.services().destinations.test(call.actor(), outputIdOf(call)));
    return dataAnswer(json::object{
        {"passed", test.passed}, {"detail", test.detail}, {"took_ms", static_cast<std::int64_t>(test.took.count())}});
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"outputName", outputs::destinationNameLimit},
    {"outputTarget", outputs::targetLimit},
    {"outputSecret", outputs::clientKeyLimit},
    {"outputCertificate", outputs::certificateLimit},
    {"mailAddress", outputs::mailAddressLimit},
    {"recipients", outputs::recipientsLimit},
    {"outputMembers",
     R"("name": {"type": "string", "minLength": 1, "maxLength": <outputName>},
        "kind": {"type": "string", "enum": ["syslog", "webhook", "mail", "file", "otlp"], "description": "Stays what it is."},
        "target": {"type": "string", "minLength": 1, "maxLength": <outputTarget>, "description": "syslog: host and port; webhook: an https URL; mail: smtps://host:465 or smtp://host:587 (STARTTLS); otlp: an https URL such as https://host:4318/v1/logs; file: a name in the folder outputs of the data directory.", "examples": ["logs.example.org:6514"]},
        "filter": {"type": "string", "maxLength": <filter>, "description": "The filter language of GET /api/events, without a period; empty: every event."},
        "format": {"type": "string", "enum": ["rfc5424", "cef", "ocsf", "jsonl", "text", "otlp"], "description": "rfc5424 for syslog and files, text for mail alone, otlp for otlp alone."},
        "sender": {"type": "string", "maxLength": <mailAddress>, "description": "mail: whom it comes from."},
        "recipients": {"type": "array", "maxItems": <recipients>, "items": {"type": "string", "minLength": 1, "maxLength": <mailAddress>}},
        "account": {"type": "string", "maxLength": <mailAddress>, "description": "mail: who signs in, with the secret as password."},
        "secret": {"type": "string", "maxLength": <outputSecret>, "writeOnly": true, "description": "webhook: what signs, at least 16 characters; mail: the password; otlp: a bearer token, if the receiver wants one; syslog: the key of the certificate, in PEM. At most 1024 characters but for a key. Never given out again."},
        "certificate": {"type": "string", "maxLength": <outputCertificate>, "description": "syslog: shown to a server that asks for one, in PEM with its issuers; the key may be among it and is kept as the secret. Empty: none."},
        "rotate_bytes": {"type": "integer", "minimum": 65536, "maximum": 1073741824, "description": "file: the next one begins then."},
        "keep_files": {"type": "integer", "minimum": 1, "maximum": 100},
        "status": {"type": "string", "enum": ["enabled", "disabled"]})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewOutput", R"({"type": "object", "additionalProperties": false, "required": ["name", "kind", "target"], "properties": {
        <outputMembers>,
        "from_beginning": {"type": "boolean", "description": "What the journal holds already goes there, too."}}})"},
    {"OutputPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        <outputMembers>,
        "version": <version>}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Output",
     R"({"type": "object", "required": ["id", "name", "kind", "target", "filter", "format", "has_secret", "status", "state", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "kind": {"type": "string"}, "target": {"type": "string"},
        "filter": {"type": "string"}, "format": {"type": "string"}, "sender": {"type": "string"},
        "recipients": {"type": "array", "items": {"type": "string"}}, "account": {"type": "string"},
        "certificate": {"type": ["string", "null"], "description": "syslog: PEM, without the key."},
        "rotate_bytes": {"type": "integer"}, "keep_files": {"type": "integer"}, "has_secret": {"type": "boolean"},
        "status": {"type": "string", "enum": ["enabled", "disabled"]},
        "state": {"type": "object", "required": ["sent", "waiting", "dropped", "failures"], "properties": {
            "sent": {"type": "integer", "description": "Events that it has acknowledged."},
            "waiting": {"type": "integer", "description": "Events and messages that it has not been looked at yet for."},
            "dropped": {"type": "integer", "description": "Events that expired before they could be sent."},
            "failures": {"type": "integer", "description": "In a row; 0: it works."},
            "stopped": {"type": "boolean", "description": "Nothing goes there: its author may export no events."},
            "last_sent_at": {"type": ["string", "null"], "format": "date-time"}, "last_error": {"type": ["string", "null"]},
            "last_error_at": {"type": ["string", "null"], "format": "date-time"}}},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "author": {"type": ["string", "null"], "description": "Who answers for what goes there: nothing does once they may export no events."},
        "updated_at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"}}})"},
    {"OutputAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Output"}}})"},
    {"OutputList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Output"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"OutputTestAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["passed", "detail", "took_ms"], "properties": {"passed": {"type": "boolean"},
        "detail": {"type": "string", "description": "Why not, or where it went."}, "took_ms": {"type": "integer"}}}}})"},
});

Route outputRoute(Method method, std::string_view pattern, Permission permission)
{
    return {.method = method,
            .pattern = pattern,
            .access = Access::Permission,
            .permission = permission,
            .rate = method == Method::Get ? RateClass::ApiRead : RateClass::ApiWrite,
            .body = Body::None,
            .bodyLimit = 0,
            .stepUp = method == Method::Get ? StepUp::NotNeeded : StepUp::IfEnrolled,
            .runsOn = RunsOn::Worker,
            .tag = "Destinations"};
}

std::vector<Route> routes()
{
    Route list = outputRoute(Method::Get, "/api/outputs", Permission::OutputsRead);
    list.handler = listOutputs;
    list.operation = "listOutputs";
    list.summary = "Destinations of events, by name, and how each goes";
    list.answer = "OutputList";
    Route create = outputRoute(Method::Post, "/api/outputs", Permission::OutputsUpdate);
    create.body = Body::Json;
    create.bodyLimit = outputBody;
    create.schema = "NewOutput";
    create.handler = createOutput;
    create.also = {409};
    create.operation = "createOutput";
    create.summary = "Add a destination of events";
    create.details = "Takes events:export, too.";
    create.answer = "OutputAnswer";
    create.status = 201;
    Route read = outputRoute(Method::Get, "/api/outputs/{id}", Permission::OutputsRead);
    read.handler = readOutput;
    read.operation = "readOutput";
    read.summary = "One destination";
    read.answer = "OutputAnswer";
    Route change = outputRoute(Method::Patch, "/api/outputs/{id}", Permission::OutputsUpdate);
    change.body = Body::Json;
    change.bodyLimit = outputBody;
    change.schema = "OutputPatch";
    change.handler = changeOutput;
    change.also = {409};
    change.operation = "changeOutput";
    change.summary = "Change a destination, or switch it on or off";
    change.details =
        "Takes events:export, too, but to switch it off; the caller answers for it from then on. Another target or account "
        "wants the secret anew.";
    change.answer = "OutputAnswer";
    Route remove = outputRoute(Method::Delete, "/api/outputs/{id}", Permission::OutputsUpdate);
    remove.handler = removeOutput;
    remove.operation = "deleteOutput";
    remove.summary = "Delete a destination with what waits for it";
    remove.status = 204;
    Route test = outputRoute(Method::Post, "/api/outputs/{id}/test", Permission::OutputsUpdate);
    test.stepUp = StepUp::NotNeeded;
    test.runsOn = RunsOn::Outbound;
    test.handler = testOutput;
    test.operation = "testOutput";
    test.summary = "Send one event to a destination now";
    test.details = "The answer says whether it was taken, not the status.";
    test.answer = "OutputTestAnswer";
    return {list, create, read, change, remove, test};
}

} // namespace
} // namespace outputs_endpoints

EndpointGroup outputEndpoints()
{
    using namespace outputs_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
