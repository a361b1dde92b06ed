#include "backend/retention/retention.h"
#include "backend/api/endpoints/common.h"
#include "backend/audit/event_query.h"

namespace sallyport::api {
namespace retention_endpoints {
namespace {

using retention::DueEvents;
using retention::LegalHold;
using retention::RetentionRules;

json::array kindsJson(const RetentionRules& rules)
{
    json::array kinds;
    for (const retention::KindRule& rule : rules.kinds)
        kinds.push_back(json::object{{"kind", rule.kind}, {"days", rule.days}});
    return kinds;
}

json::object toJson(const DueEvents& due)
{
    json::array kinds;
    for (const auto& [kind, events] : due.kinds)
        kinds.push_back(json::object{{"kind", kind}, {"events", events}});
    return {{"events", due.events},       {"oldest", timeJson(due.oldest)},       {"newest", timeJson(due.newest)},
            {"held", due.held},           {"waits_for_clock", due.waitsForClock}, {"kinds", std::move(kinds)},
            {"over_bytes", due.overBytes}};
}

json::object toJson(const LegalHold& hold)
{
    return {{"id", hold.id},
            {"q", orNull(hold.filter)},
            {"person", hold.person.empty() ? json::value(nullptr)
                                           : json::value(json::object{{"id", hold.person.text()}, {"name", hold.personName}})},
            {"reason", hold.reason},
            {"placed_by", hold.placedBy},
            {"placed_at", timeJson(hold.placedAt)}};
}

RetentionRules rulesOf(const Call& call)
{
    RetentionRules rules;
    const auto number = [](const json::value& value) { return static_cast<std::int64_t>(value.to_number<double>()); };
    rules.days = number(call.body().at("days"));
    if (const json::value* const most = call.body().if_contains("most_events"))
        rules.mostEvents = number(*most);
    if (const json::value* const most = call.body().if_contains("most_bytes"))
        rules.mostBytes = number(*most);
    if (const json::value* const kinds = call.body().if_contains("kinds"))
        for (const json::value& rule : kinds->get_array())
            rules.kinds.push_back({std::string(rule.at("kind").get_string()), number(rule.at("days"))});
    return rules;
}

Result<http::Response> show(Call& call)
{
    SALLYPORT_ASSIGN(const retention::RetentionState state, call.services().retention.state(call.actor()));
    return dataAnswer(json::object{{"days", state.rules.days},
                                   {"kinds", kindsJson(state.rules)},
                                   {"most_events", state.rules.mostEvents},
                                   {"most_bytes", state.rules.mostBytes},
                                   {"next", toJson(state.next)},
                                   {"last_run", timeJson(state.lastRun)},
                                   {"last_removed", state.lastRemoved},
                                   {"stored", state.stored},
                                   {"stored_bytes", state.storedBytes},
                                   {"stored_bytes_about", state.bytesAbout},
                                   {"removed", state.removed},
                                   {"replaced", state.replaced}});
}

Result<http::Response> change(Call& call)
{
    SALLYPORT_TRY(call.services().retention.change(call.actor(), rulesOf(call)));
    return noContent();
}

Result<http::Response> preview(Call& call)
{
    SALLYPORT_ASSIGN(const DueEvents due, call.services().retention.preview(call.actor(), rulesOf(call)));
    return dataAnswer(toJson(due));
}

Result<http::Response> holds(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<LegalHold> found, call.services().retention.holds(call.actor()));
    json::array items;
    for (const LegalHold& hold : found)
        items.push_back(toJson(hold));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> placeHold(Call& call)
{
    SALLYPORT_ASSIGN(const LegalHold hold, call.services().retention.placeHold(
                                               call.actor(), {call.text("q"), UserId(call.text("person")), call.text("reason")}));
    http::Response response = dataAnswer(toJson(hold));
    response.setStatus(201);
    return response;
}

Result<http::Response> liftHold(Call& call)
{
    SALLYPORT_TRY(call.services().retention.liftHold(call.actor(), std::string(call.match.parameter)));
    return noContent();
}

Result<http::Response> erase(Call& call)
{
    SALLYPORT_ASSIGN(const retention::Erasure erasure, call.services().retention.erase(call.actor(), userIdOf(call)));
    return dataAnswer(json::object{{"id", erasure.person.text()},
                                   {"pseudonym", erasure.pseudonym},
                                   {"account_deleted", erasure.accountDeleted},
                                   {"events", erasure.events},
                                   {"stays", json::object{{"reports", erasure.keptReports},
                                                          {"evidence_packs", erasure.keptPacks},
                                                          {"damaged_events", erasure.damagedEvents}}}});
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"keptDays", static_cast<std::size_t>(retention::keptDaysMost)},
    {"kindRules", retention::kindRulesMost},
    {"mostEvents", static_cast<std::size_t>(retention::mostEventsMost)},
    {"mostBytes", static_cast<std::size_t>(retention::mostBytesMost)},
    {"holdReason", retention::holdReasonLimit},
    {"kindRule",
     R"({"type": "object", "additionalProperties": false, "required": ["kind", "days"], "properties": {
        "kind": {"type": "string", "minLength": 1, "maxLength": 100, "examples": ["auth.*"],
                 "description": "A kind of event, or a family: auth.*. The one that says most wins."},
        "days": {"type": "integer", "minimum": 1, "maximum": <keptDays>, "examples": [90]}}})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"RetentionRules", R"({"type": "object", "additionalProperties": false, "required": ["days"], "properties": {
        "days": {"type": "integer", "minimum": 1, "maximum": <keptDays>, "examples": [400],
                 "description": "What no rule is for is kept so long: the setting audit.retention_days."},
        "kinds": {"type": "array", "maxItems": <kindRules>, "items": <kindRule>},
        "most_events": {"type": "integer", "minimum": 0, "maximum": <mostEvents>, "default": 0,
                        "description": "Beyond it the oldest go, but none of the last seven days; 0: no cap."},
        "most_bytes": {"type": "integer", "minimum": 0, "maximum": <mostBytes>, "default": 0, "examples": [2000000000],
                       "description": "Of what events hold. Beyond it the oldest of severity info go, then of notice and so on, but none of the last seven days; 0: no cap, else at least 10000000."}}})"},
    {"NewLegalHold", R"({"type": "object", "additionalProperties": false, "required": ["reason"], "properties": {
        "q": {"type": "string", "minLength": 1, "maxLength": <filter>, "examples": ["kind:auth.* since:2026-05-03"],
              "description": "What it keeps, in the filter language of GET /api/events; times in UTC."},
        "person": {"type": "string", "minLength": 1, "maxLength": 64, "description": "In place of q: the id of a user."},
        "reason": {"type": "string", "minLength": 1, "maxLength": <holdReason>, "examples": ["Case 2026-114"]}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"DueEvents",
     R"({"type": "object", "required": ["events", "oldest", "newest", "held", "waits_for_clock", "kinds", "over_bytes"], "properties": {
        "over_bytes": {"type": "integer", "description": "What is stored beyond the cap in bytes; it is not among `events`."},
        "events": {"type": "integer"}, "oldest": {"type": ["string", "null"], "format": "date-time"},
        "newest": {"type": ["string", "null"], "format": "date-time"},
        "held": {"type": "integer", "description": "That would go but for a hold."},
        "waits_for_clock": {"type": "boolean", "description": "Nothing goes until the clock is believed."},
        "kinds": {"type": "array", "items": {"type": "object", "required": ["kind", "events"], "properties": {
            "kind": {"type": "string"}, "events": {"type": "integer"}}}}}})"},
    {"DueEventsAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/DueEvents"}}})"},
    {"RetentionAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["days", "kinds", "most_events", "most_bytes", "next", "last_run", "last_removed", "stored", "stored_bytes", "stored_bytes_about", "removed", "replaced"], "properties": {
        "days": {"type": "integer"}, "most_events": {"type": "integer"}, "most_bytes": {"type": "integer"},
        "stored_bytes": {"type": "integer", "description": "That events hold: their texts, numbers and hashes."},
        "stored_bytes_about": {"type": "boolean", "description": "Not measured to the byte yet."},
        "kinds": {"type": "array", "items": {"type": "object", "required": ["kind", "days"], "properties": {
            "kind": {"type": "string"}, "days": {"type": "integer"}}}},
        "next": {"$ref": "#/components/schemas/DueEvents"},
        "last_run": {"type": ["string", "null"], "format": "date-time"}, "last_removed": {"type": "integer"},
        "stored": {"type": "integer", "description": "Events in the journal."},
        "removed": {"type": "integer", "description": "Events whose contents went out of the middle of the chain; their hashes stay."},
        "replaced": {"type": "integer", "description": "Events that stand under a pseudonym."}}}}})"},
    {"LegalHold", R"({"type": "object", "required": ["id", "q", "person", "reason", "placed_by", "placed_at"], "properties": {
        "id": {"type": "string"}, "q": {"type": ["string", "null"]},
        "person": {"type": ["object", "null"], "required": ["id", "name"], "properties": {
            "id": {"type": "string"}, "name": {"type": "string", "description": "When the hold was placed."}}},
        "reason": {"type": "string"}, "placed_by": {"type": "string"}, "placed_at": {"type": "string", "format": "date-time"}}})"},
    {"LegalHoldAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/LegalHold"}}})"},
    {"LegalHoldList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/LegalHold"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ErasureAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["id", "pseudonym", "account_deleted", "events", "stays"], "properties": {
        "stays": {"type": "object", "required": ["reports", "evidence_packs", "damaged_events"],
            "description": "What was written before, of anybody, and may name the person still; backups and exports do, too.",
            "properties": {"reports": {"type": "integer"}, "evidence_packs": {"type": "integer"},
                "damaged_events": {"type": "integer", "description": "That stay as they are because they aren't what was recorded."}}},
        "id": {"type": "string"}, "pseudonym": {"type": "string"}, "account_deleted": {"type": "boolean"},
        "events": {"type": "integer", "description": "That stand under the pseudonym now."}}}}})"},
});

Route route(Method method, std::string_view pattern, Handler handler, std::string_view operation, std::string_view summary)
{
    const bool reads = method == Method::Get;
    return {.method = method,
            .pattern = pattern,
            .access = Access::Permission,
            .permission = reads ? Permission::RetentionRead : Permission::RetentionUpdate,
            .rate = reads ? RateClass::ApiRead : RateClass::ApiWrite,
            .body = reads || method == Method::Delete ? Body::None : Body::Json,
            .bodyLimit = reads || method == Method::Delete ? 0 : smallBody,
            .stepUp = reads ? StepUp::NotNeeded : StepUp::IfEnrolled,
            .runsOn = RunsOn::Worker,
            .handler = handler,
            .operation = operation,
            .tag = "Events",
            .summary = summary};
}

std::vector<Route> routes()
{
    Route reading = route(Method::Get, "/api/retention", show, "readRetention", "What is kept how long, and what goes next");
    reading.answer = "RetentionAnswer";
    Route changing = route(Method::Put, "/api/retention", change, "changeRetention", "Keep events for other times");
    changing.schema = "RetentionRules";
    changing.status = 204;
    changing.details = "Other `days` need `settings:update` as well. What is left out has no rule any more.";
    Route trying = route(Method::Post, "/api/retention/preview", preview, "previewRetention",
                         "What would go at once under other rules; changes nothing");
    trying.permission = Permission::RetentionRead;
    trying.rate = RateClass::ApiRead;
    trying.stepUp = StepUp::NotNeeded;
    trying.schema = "RetentionRules";
    trying.answer = "DueEventsAnswer";
    Route listing = route(Method::Get, "/api/retention/holds", holds, "listLegalHolds", "What is kept whatever the rules say");
    listing.answer = "LegalHoldList";
    Route placing = route(Method::Post, "/api/retention/holds", placeHold, "placeLegalHold",
                          "Keep what a filter finds, or a person's events");
    placing.schema = "NewLegalHold";
    placing.status = 201;
    placing.answer = "LegalHoldAnswer";
    placing.also = {404};
    Route lifting = route(Method::Delete, "/api/retention/holds/{id}", liftHold, "liftLegalHold", "Lift a hold");
    lifting.status = 204;
    Route erasing = route(Method::Post, "/api/users/{id}/erase", erase, "eraseUser",
                          "Forget a person: the account, and who they were in events");
    erasing.permission = Permission::UsersErase;
    erasing.body = Body::OptionalJson;
    erasing.schema = "Empty";
    erasing.tag = "Users";
    erasing.also = {409};
    erasing.answer = "ErasureAnswer";
    erasing.details =
        "An account needs `users:delete` as well. Name, e-mail, address and browser give way to a pseudonym in all events, "
        "and the chain goes on over them. `held`: a legal hold keeps them. The id of somebody whose account has gone already "
        "is taken, too.";
    return {reading, changing, trying, listing, placing, lifting, erasing};
}

} // namespace
} // namespace retention_endpoints

EndpointGroup retentionEndpoints()
{
    using namespace retention_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
