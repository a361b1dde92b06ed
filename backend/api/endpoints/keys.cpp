#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/key_json.h"
#include "backend/settings/limits.h"

#include <array>

namespace sallyport::api {
namespace keys_endpoints {
namespace {

/// Bytes: a file's worth of text. Whole folders are searched at the machine that has them, never by a path sent here.
constexpr std::uint32_t scanBody = 1024 * 1024;

using identity::ApiKeyQuery;

constexpr std::array<std::pair<std::string_view, ApiKeyQuery::Sort>, 13> sorts{{
    {"name", ApiKeyQuery::Sort::Name},
    {"owner", ApiKeyQuery::Sort::Owner},
    {"scopes", ApiKeyQuery::Sort::Scopes},
    {"rate", ApiKeyQuery::Sort::Rate},
    {"last_used", ApiKeyQuery::Sort::LastUsed},
    {"uses", ApiKeyQuery::Sort::Uses},
    {"expires", ApiKeyQuery::Sort::Expires},
    {"state", ApiKeyQuery::Sort::State},
    {"created", ApiKeyQuery::Sort::Created},
    {"last_used_at", ApiKeyQuery::Sort::LastUsed},
    {"use_count", ApiKeyQuery::Sort::Uses},
    {"expires_at", ApiKeyQuery::Sort::Expires},
    {"created_at", ApiKeyQuery::Sort::Created},
}};

constexpr std::array<std::pair<std::string_view, ApiKeyQuery::Filter>, 5> filters{{
    {"usable", ApiKeyQuery::Filter::Usable},
    {"expiring", ApiKeyQuery::Filter::Expiring},
    {"stale", ApiKeyQuery::Filter::Stale},
    {"over_scoped", ApiKeyQuery::Filter::OverScoped},
    {"ended", ApiKeyQuery::Filter::Ended},
}};

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of a key's name, of its prefix or of its owner's name.", R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "A leading minus sorts the other way round; `name` is the default.",
     R"({"type":"string","enum":["name","-name","owner","-owner","scopes","-scopes","rate","-rate","last_used","-last_used","uses","-uses","expires","-expires","state","-state","created","-created","last_used_at","-last_used_at","use_count","-use_count","expires_at","-expires_at","created_at","-created_at"]})"},
    {"owner", "Only keys of this user or service account.", R"({"type":"string","maxLength":<id>})"},
    {"filter", "A report: keys that can be used, end soon, lie idle, may more than their owner, or have ended.",
     R"({"type":"string","enum":["usable","expiring","stale","over_scoped","ended"]})"},
});

KeyId keyIdOf(const Call& call)
{
    return KeyId(std::string(call.match.parameter));
}

std::int64_t integerOf(const json::value& value)
{
    return static_cast<std::int64_t>(value.to_number<double>());
}

std::optional<std::int64_t> integer(const json::object& body, std::string_view member)
{
    const json::value* value = body.if_contains(member);
    return value != nullptr ? std::optional(integerOf(*value)) : std::nullopt;
}

std::optional<std::vector<std::string>> words(const json::object& body, std::string_view member)
{
    const json::value* value = body.if_contains(member);
    return value != nullptr ? std::optional(json::value_to<std::vector<std::string>>(*value)) : std::nullopt;
}

settings::RateLimit rateOf(const json::object& object)
{
    return {static_cast<std::uint32_t>(integerOf(object.at("requests"))),
            std::chrono::seconds(integerOf(object.at("window_seconds")))};
}

Result<void> readFilter(const Call& call, ApiKeyQuery& query)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> owner, call.query("owner"));
    if (owner)
        query.owner = UserId(*owner);
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("filter"));
    if (!text)
        return {};
    for (const auto& [word, filter] : filters) {
        if (word == *text) {
            query.filter = filter;
            return {};
        }
    }
    return badQuery("filter", "Is not one of the allowed words", "enum");
}

Result<http::Response> list(Call& call)
{
    ApiKeyQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_TRY(readSort(call, sorts, query));
    SALLYPORT_TRY(readFilter(call, query));
    SALLYPORT_ASSIGN(const identity::ApiKeyPage page, call.services().apiKeys.list(call.actor(), query));
    json::array items;
    for (const identity::ApiKey& key : page.keys)
        items.push_back(toJson(key));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> create(Call& call)
{
    const json::object& body = call.body();
    identity::NewApiKey key;
    key.name = call.text("name");
    key.scopes = words(body, "scopes").value_or(std::vector<std::string>());
    key.addresses = words(body, "addresses").value_or(std::vector<std::string>());
    if (body.contains("owner"))
        key.owner = UserId(call.text("owner"));
    if (const auto seconds = integer(body, "expires_in"))
        key.expiresIn = std::chrono::seconds(*seconds);
    if (const json::value* rate = body.if_contains("rate"))
        key.rate = rateOf(rate->as_object());
    if (const json::value* signing = body.if_contains("signing"))
        key.signing = signing->as_bool();
    if (body.contains("public_key"))
        key.publicKey = call.text("public_key");
    SALLYPORT_ASSIGN(const identity::IssuedKey issued, call.services().apiKeys.create(call.actor(), std::move(key)));
    http::Response response = flatAnswer(toJson(issued), 201);
    response.addHeader("Location", "/api/keys/" + issued.key.id.text());
    return response;
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const identity::ApiKey key, call.services().apiKeys.read(call.actor(), keyIdOf(call)));
    return dataAnswer(toJson(key));
}

Result<http::Response> change(Call& call)
{
    const json::object& body = call.body();
    identity::ApiKeyPatch patch;
    if (body.contains("name"))
        patch.name = call.text("name");
    patch.scopes = words(body, "scopes");
    patch.addresses = words(body, "addresses");
    if (const json::value* rate = body.if_contains("rate"))
        patch.rate = rate->is_object() ? std::optional(rateOf(rate->as_object())) : std::optional<settings::RateLimit>();
    if (const auto seconds = integer(body, "expires_in"))
        patch.expiresIn = std::chrono::seconds(*seconds);
    patch.expectedVersion = integer(body, "version");
    SALLYPORT_ASSIGN(const identity::ApiKey key, call.services().apiKeys.change(call.actor(), keyIdOf(call), patch));
    return changeAnswer(call, toJson(key));
}

Result<http::Response> rotate(Call& call)
{
    const std::int64_t overlap = integer(call.body(), "overlap_seconds").value_or(identity::keyOverlapDefault.count());
    const std::string publicKey = call.bodyJson && call.body().contains("public_key") ? call.text("public_key") : std::string();
    SALLYPORT_ASSIGN(const identity::IssuedKey issued,
                     call.services().apiKeys.rotate(call.actor(), keyIdOf(call), std::chrono::seconds(overlap), publicKey));
    return flatAnswer(toJson(issued));
}

Result<http::Response> scan(Call& call)
{
    const SecretBytes content = call.secret("content");
    SALLYPORT_ASSIGN(const identity::LeakReport report, call.services().leakScan.scanText(call.actor(), content.view()));
    json::array hits;
    for (const identity::LeakHit& hit : report.hits) {
        json::object one{{"line", hit.line},
                         {"prefix", hit.prefix},
                         {"secret", hit.signingSecret ? "signing_secret" : "key"},
                         {"state", identity::leakWorthWord(hit.worth)},
                         {"key", nullptr}};
        if (hit.key)
            one["key"] = toJson(*hit.key);
        hits.push_back(std::move(one));
    }
    return dataAnswer(json::object{{"found", report.hitCount}, {"hits", std::move(hits)}});
}

Result<http::Response> revoke(Call& call)
{
    SALLYPORT_TRY(call.services().apiKeys.revoke(call.actor(), keyIdOf(call)));
    return noContent();
}

constexpr int publicKeyLimit = 4096; // PEM or JWK of P-256 or Ed25519: some hundred bytes

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"keyScopes", identity::keyScopeLimit},
    {"keyAddresses", identity::keyAddressLimit},
    {"keyLifetime", settings::keyLifetimeLimit.count()},
    {"keyOverlap", identity::keyOverlapMaximum.count()},
    {"keyOverlapUsual", identity::keyOverlapDefault.count()},
    {"keyRequests", identity::keyRateMaximum},
    {"keyWindow", identity::keyRateWindowMaximum.count()},
    {"scan", scanBody},
    {"publicKey", publicKeyLimit},
    {"keyScope", R"({"type": "string", "pattern": "^[a-z][a-z0-9_:-]{0,63}$", "maxLength": 64})"},
    {"keyAddress", R"({"type": "string", "minLength": 1, "maxLength": 64})"},
    {"ownRate", R"("requests": {"type": "integer", "minimum": 1, "maximum": <keyRequests>},
            "window_seconds": {"type": "integer", "minimum": 1, "maximum": <keyWindow>})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewApiKey", R"({"type": "object", "additionalProperties": false, "required": ["name", "scopes"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>, "examples": ["CI deploy"]},
        "scopes": {"type": "array", "minItems": 1, "maxItems": <keyScopes>, "uniqueItems": true,
                   "items": <keyScope>,
                   "description": "Permissions, or the groups read, write, delete and manage_users of them."},
        "expires_in": {"type": "integer", "minimum": 1, "maximum": <keyLifetime>,
                       "description": "Seconds; else what the setting keys.default_lifetime says."},
        "owner": {"type": "string", "minLength": 1, "maxLength": <id>,
                  "description": "The id of a user or a service account; else who asks."},
        "addresses": {"type": "array", "maxItems": <keyAddresses>, "uniqueItems": true, "items": <keyAddress>,
                      "description": "Addresses or networks that the key may be used from; else any."},
        "rate": {"type": "object", "additionalProperties": false, "required": ["requests", "window_seconds"],
            "description": "The key's own limit, in place of its owner's share of the rate classes.", "properties": {
            <ownRate>}},
        "signing": {"type": "boolean", "description": "Also make a secret for signed requests."},
        "public_key": {"type": "string", "minLength": 1, "maxLength": <publicKey>,
            "description": "PEM, or the text of a JWK, of an Ed25519 or P-256 key pair of the owner: the key then has neither text nor secret and opens only by RFC 9421 signatures."}}})"},
    {"ApiKeyPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>},
        "scopes": {"type": "array", "minItems": 1, "maxItems": <keyScopes>, "uniqueItems": true,
                   "items": <keyScope>},
        "expires_in": {"type": "integer", "minimum": 1, "maximum": <keyLifetime>, "description": "Seconds from now."},
        "addresses": {"type": "array", "maxItems": <keyAddresses>, "uniqueItems": true, "items": <keyAddress>},
        "rate": {"type": ["object", "null"], "additionalProperties": false, "required": ["requests", "window_seconds"],
            "properties": {
            <ownRate>}},
        "version": <version>}})"},
    {"RotateRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "overlap_seconds": {"type": "integer", "minimum": 0, "maximum": <keyOverlap>, "default": <keyOverlapUsual>,
            "description": "How long the old key works beside the new one; never longer than it would have."},
        "public_key": {"type": "string", "minLength": 1, "maxLength": <publicKey>,
            "description": "The new one, of a key that has a public key."}}})"},
    {"KeyScanRequest", R"({"type": "object", "additionalProperties": false, "required": ["content"], "properties": {
        "content": {"type": "string", "minLength": 1, "maxLength": <scan>, "writeOnly": true,
                    "description": "Any text: a log, a program, a message."}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/keys",
         .access = Access::Permission,
         .permission = Permission::KeysRead,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listKeys",
         .tag = "API keys",
         .summary = "API keys, page by page",
         .answer = "ApiKeyList",
         .query = listQuery},
        {.method = Method::Post,
         .pattern = "/api/keys",
         .access = Access::Permission,
         .permission = Permission::KeysCreate,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewApiKey",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = create,
         .also = {404, 409},
         .operation = "createKey",
         .tag = "API keys",
         .summary = "Create an API key; the key itself is told once",
         .answer = "IssuedKeyAnswer",
         .status = 201},
        {.method = Method::Post,
         .pattern = "/api/keys/scan",
         .access = Access::Permission,
         .permission = Permission::KeysRead,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = scanBody,
         .schema = "KeyScanRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = scan,
         .operation = "scanForKeys",
         .tag = "API keys",
         .summary = "Which keys a text gives away",
         .answer = "KeyScanAnswer"},
        {.method = Method::Get,
         .pattern = "/api/keys/{id}",
         .access = Access::Permission,
         .permission = Permission::KeysRead,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readKey",
         .tag = "API keys",
         .summary = "One API key",
         .answer = "ApiKeyAnswer"},
        {.method = Method::Patch,
         .pattern = "/api/keys/{id}",
         .access = Access::Permission,
         .permission = Permission::KeysUpdate,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "ApiKeyPatch",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .also = {409},
         .operation = "changeKey",
         .tag = "API keys",
         .summary = "Change an API key",
         .details = "By the key itself, and with less than before or not from where it is used, it waits to be confirmed.",
         .answer = "ChangedApiKeyAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/keys/{id}",
         .access = Access::Permission,
         .permission = Permission::KeysDelete,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = revoke,
         .also = {409},
         .operation = "revokeKey",
         .tag = "API keys",
         .summary = "Revoke an API key; it stops at once",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/keys/{id}/rotate",
         .access = Access::Permission,
         .permission = Permission::KeysUpdate,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "RotateRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = rotate,
         .also = {409},
         .operation = "rotateKey",
         .tag = "API keys",
         .summary = "Put a new key in its place; the old one works on for a while",
         .answer = "IssuedKeyAnswer"},
    };
}

} // namespace
} // namespace keys_endpoints

EndpointGroup keyEndpoints()
{
    using namespace keys_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = keyAnswers(), .parts = partSchemas};
}

} // namespace sallyport::api
