#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/provider_json.h"
#include "backend/identity/openid/limits.h"

namespace sallyport::api {
namespace providers_endpoints {
namespace {

/// Bytes of a body with as many role rules as there may be, each as long as it may be.
constexpr std::uint32_t providerBody = 512 * 1024;

constexpr auto linkQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"provider", "Only of this provider (id).", R"({"type":"string","maxLength":<id>})"},
    {"user", "Only of this user (id).", R"({"type":"string","maxLength":<id>})"},
    {"q", "Part of the provider's title, the user's name, the label or the subject.",
     R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "The oldest first, or the newest.",
     R"({"type":"string","enum":["created_at","-created_at"],"default":"created_at"})"},
});

ProviderId providerIdOf(const Call& call)
{
    return ProviderId(std::string(call.match.parameter));
}

std::optional<SecretBytes> clientSecretIn(const Call& call)
{
    return call.body().contains("client_secret") ? std::optional(call.secret("client_secret")) : std::nullopt;
}

Result<http::Response> listProviders(Call& call)
{
    SALLYPORT_ASSIGN(const auto providers, call.services().identityProviders.list(call.actor(), {}));
    json::array items;
    for (const identity::IdentityProvider& provider : providers)
        items.push_back(toJson(provider));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(providers.size()));
}

Result<http::Response> createProvider(Call& call)
{
    identity::NewProvider provider;
    readProviderFields(call.body(), provider.fields);
    provider.clientSecret = clientSecretIn(call);
    provider.enabled = call.text("status") != "disabled";
    SALLYPORT_ASSIGN(const identity::IdentityProvider made,
                     call.services().identityProviders.create(call.actor(), std::move(provider)));
    http::Response response = dataAnswer(toJson(made), 201);
    response.addHeader("Location", "/api/providers/" + made.id.text());
    return response;
}

Result<http::Response> readProvider(Call& call)
{
    SALLYPORT_ASSIGN(const identity::IdentityProvider provider,
                     call.services().identityProviders.read(call.actor(), providerIdOf(call)));
    return dataAnswer(toJson(provider));
}

Result<http::Response> changeProvider(Call& call)
{
    identity::IdentityProviders& providers = call.services().identityProviders;
    SALLYPORT_ASSIGN(const identity::IdentityProvider before, providers.read(call.actor(), providerIdOf(call)));
    identity::ProviderPatch patch;
    patch.fields = before.fields;
    readProviderFields(call.body(), *patch.fields);
    patch.clientSecret = clientSecretIn(call);
    if (call.body().contains("status"))
        patch.enabled = call.text("status") == "enabled";
    // What isn't in the body is as it was read just now, or nothing is changed.
    patch.expectedVersion = before.version;
    patch.expectedVersion = readVersion(call);
    SALLYPORT_ASSIGN(const identity::IdentityProvider after,
                     providers.change(call.actor(), providerIdOf(call), std::move(patch)));
    return dataAnswer(toJson(after));
}

Result<http::Response> removeProvider(Call& call)
{
    SALLYPORT_TRY(call.services().identityProviders.remove(call.actor(), providerIdOf(call)));
    return noContent();
}

Result<http::Response> startLoginTest(Call& call)
{
    SALLYPORT_ASSIGN(const identity::LoginTest test,
                     call.services().identityProviders.startTest(call.actor(), providerIdOf(call)));
    return dataAnswer(toJson(test), 201);
}

Result<http::Response> readLoginTest(Call& call)
{
    SALLYPORT_ASSIGN(const identity::LoginTest test,
                     call.services().identityProviders.testState(call.actor(), std::string(call.match.parameter)));
    return dataAnswer(toJson(test));
}

Result<http::Response> listLinks(Call& call)
{
    identity::OutsideLinkQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(query.newestFirst, readDescending(call, "created_at", false));
    SALLYPORT_ASSIGN(const std::optional<std::string> provider, call.query("provider"));
    SALLYPORT_ASSIGN(const std::optional<std::string> user, call.query("user"));
    if (provider)
        query.provider = ProviderId(*provider);
    if (user)
        query.user = UserId(*user);
    SALLYPORT_ASSIGN(const identity::OutsideLinkPage page, call.services().identityProviders.links(call.actor(), query));
    json::array items;
    for (const identity::OutsideLink& link : page.links)
        items.push_back(toJson(link));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> createLink(Call& call)
{
    SALLYPORT_ASSIGN(const identity::OutsideLink link,
                     call.services().identityProviders.link(call.actor(), ProviderId(call.text("provider")), call.text("subject"),
                                                            UserId(call.text("user"))));
    return dataAnswer(toJson(link), 201);
}

Result<http::Response> removeLink(Call& call)
{
    SALLYPORT_TRY(
        call.services().identityProviders.unlink(call.actor(), identity::OutsideLinkId(std::string(call.match.parameter))));
    return noContent();
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"providerName", identity::providerNameLimit},
    {"issuer", identity::issuerLimit},
    {"clientId", identity::clientIdLimit},
    {"clientSecret", identity::clientSecretLimit},
    {"providerWord", identity::providerWordLimit},
    {"providerWords", identity::providerWordsLimit},
    {"roleRule", identity::roleRuleLimit},
    {"roleRules", identity::roleRulesLimit},
    {"returnUrl", identity::returnUrlLimit},
    {"subject", identity::outside::subjectLimit},
    {"providerMembers",
     R"("name": {"type": "string", "pattern": "^[a-z0-9-]{1,<providerName>}$", "maxLength": <providerName>, "description": "In the URL of its login, /auth/{name}.", "examples": ["google"]},
        "title": {"type": "string", "minLength": 1, "maxLength": <name>},
        "kind": {"type": "string", "enum": ["oidc", "github"]},
        "issuer": {"type": "string", "minLength": 1, "maxLength": <issuer>, "description": "Compared to the letter; its description is at /.well-known/openid-configuration below it."},
        "client_id": {"type": "string", "minLength": 1, "maxLength": <clientId>},
        "client_secret": {"type": "string", "maxLength": <clientSecret>, "writeOnly": true, "description": "Never given out again; empty takes it away."},
        "authentication": {"type": "string", "enum": ["basic", "post", "none"], "description": "How the token endpoint is told the client."},
        "scopes": {"type": "array", "maxItems": <providerWords>, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": <providerWord>}},
        "algorithms": {"type": "array", "maxItems": 11, "uniqueItems": true, "items": {"type": "string", "enum": ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "HS256"]},
                       "description": "That ID tokens may be signed with; HS256 only alone."},
        "status": {"type": "string", "enum": ["enabled", "disabled"]},
        "first_login": {"type": "string", "enum": ["refuse", "create", "create_disabled"], "description": "What happens to somebody who is linked to no user."},
        "roles": {"type": "array", "maxItems": <roles>, "uniqueItems": true, "items": <role>},
        "role_rules": {"type": "array", "maxItems": <roleRules>, "items": {"type": "object", "additionalProperties": false, "required": ["claim", "value", "role"], "properties": {
            "claim": {"type": "string", "minLength": 1, "maxLength": <roleRule>, "description": "A claim's name, names with dots between them, or a JSON pointer (RFC 6901). An object says the names of its members."},
            "value": {"type": "string", "minLength": 1, "maxLength": <roleRule>},
            "role": <role>}}},
        "roles_each_time": {"type": "boolean", "description": "The rules decide at each sign-in, not only at the first."},
        "trust_email": {"type": "boolean", "description": "Take e-mail addresses that the provider does not call verified."},
        "accepted_amr": {"type": "array", "maxItems": <providerWords>, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": <providerWord>},
                         "description": "Values of amr that stand for the second factor here."},
        "accepted_acr": {"type": "array", "maxItems": <providerWords>, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": <providerWord>}},
        "return_urls": {"type": "array", "maxItems": <providerWords>, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": <returnUrl>}})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewProvider",
     R"({"type": "object", "additionalProperties": false, "required": ["name", "title", "issuer", "client_id"], "properties": {
        <providerMembers>}})"},
    {"ProviderPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        <providerMembers>,
        "version": <version>}})"},
    {"NewOutsideLink",
     R"({"type": "object", "additionalProperties": false, "required": ["provider", "subject", "user"], "properties": {
        "provider": {"type": "string", "minLength": 1, "maxLength": <id>}, "user": {"type": "string", "minLength": 1, "maxLength": <id>},
        "subject": {"type": "string", "minLength": 1, "maxLength": <subject>, "description": "`sub` of the provider; GitHub's numeric id."}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/providers",
         .access = Access::Permission,
         .permission = Permission::ProvidersRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listProviders,
         .operation = "listProviders",
         .tag = "Identity providers",
         .summary = "Identity providers, by title",
         .answer = "ProviderList"},
        {.method = Method::Post,
         .pattern = "/api/providers",
         .access = Access::Permission,
         .permission = Permission::ProvidersCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = providerBody,
         .schema = "NewProvider",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = createProvider,
         .also = {409},
         .operation = "createProvider",
         .tag = "Identity providers",
         .summary = "Add an identity provider",
         .answer = "ProviderAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/providers/{id}",
         .access = Access::Permission,
         .permission = Permission::ProvidersRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = readProvider,
         .operation = "readProvider",
         .tag = "Identity providers",
         .summary = "One identity provider",
         .answer = "ProviderAnswer"},
        {.method = Method::Patch,
         .pattern = "/api/providers/{id}",
         .access = Access::Permission,
         .permission = Permission::ProvidersUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = providerBody,
         .schema = "ProviderPatch",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = changeProvider,
         .also = {409},
         .operation = "changeProvider",
         .tag = "Identity providers",
         .summary = "Change, enable or disable an identity provider",
         .answer = "ProviderAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/providers/{id}",
         .access = Access::Permission,
         .permission = Permission::ProvidersDelete,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = removeProvider,
         .operation = "deleteProvider",
         .tag = "Identity providers",
         .summary = "Delete an identity provider with its links",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/providers/{id}/test",
         .access = Access::Permission,
         .permission = Permission::ProvidersUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Outbound,
         .handler = startLoginTest,
         .operation = "testProvider",
         .tag = "Identity providers",
         .summary = "Ask a provider for its description and keys, and prepare a login that signs nobody in",
         .answer = "LoginTestAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/provider-tests/{id}",
         .access = Access::Permission,
         .permission = Permission::ProvidersUpdate,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = readLoginTest,
         .operation = "readProviderTest",
         .tag = "Identity providers",
         .summary = "How far the test of a login is",
         .answer = "LoginTestAnswer"},
        {.method = Method::Get,
         .pattern = "/api/outside-links",
         .access = Access::Permission,
         .permission = Permission::ProvidersRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listLinks,
         .operation = "listOutsideLinks",
         .tag = "Identity providers",
         .summary = "Who at a provider is which user here",
         .answer = "OutsideLinkList",
         .query = linkQuery},
        {.method = Method::Post,
         .pattern = "/api/outside-links",
         .access = Access::Permission,
         .permission = Permission::UsersLink,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewOutsideLink",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = createLink,
         .also = {404, 409},
         .operation = "createOutsideLink",
         .tag = "Identity providers",
         .summary = "Link a user to an account at a provider",
         .answer = "OutsideLinkAnswer",
         .status = 201},
        {.method = Method::Delete,
         .pattern = "/api/outside-links/{id}",
         .access = Access::Permission,
         .permission = Permission::UsersLink,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = removeLink,
         .operation = "deleteOutsideLink",
         .tag = "Identity providers",
         .summary = "Remove a link and end the user's sessions",
         .status = 204},
    };
}

} // namespace
} // namespace providers_endpoints

EndpointGroup providerEndpoints()
{
    using namespace providers_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = providerAnswers(), .parts = partSchemas};
}

} // namespace sallyport::api
