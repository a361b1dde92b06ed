#include "backend/api/endpoints/provider_json.h"

#include "backend/api/endpoints/json_of.h"

#include <boost/json.hpp>

namespace sallyport::api {

namespace json = boost::json;

namespace provider_json_endpoints {
namespace {

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Provider",
     R"({"type": "object", "required": ["id", "name", "title", "kind", "issuer", "client_id", "has_secret", "status", "redirect_uri", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "title": {"type": "string"}, "kind": {"type": "string"},
        "issuer": {"type": "string"}, "client_id": {"type": "string"}, "has_secret": {"type": "boolean"}, "authentication": {"type": "string"},
        "scopes": {"type": "array", "items": {"type": "string"}}, "algorithms": {"type": "array", "items": {"type": "string"}},
        "status": {"type": "string", "enum": ["enabled", "disabled"]}, "first_login": {"type": "string"},
        "roles": {"type": "array", "items": {"type": "string"}},
        "role_rules": {"type": "array", "items": {"type": "object", "properties": {
            "claim": {"type": "string"}, "value": {"type": "string"}, "role": {"type": "string"}}}},
        "roles_each_time": {"type": "boolean"}, "trust_email": {"type": "boolean"},
        "accepted_amr": {"type": "array", "items": {"type": "string"}}, "accepted_acr": {"type": "array", "items": {"type": "string"}},
        "return_urls": {"type": "array", "items": {"type": "string"}},
        "redirect_uri": {"type": "string", "description": "To be registered at the provider."}, "links": {"type": "integer"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}, "created_at": {"type": "string", "format": "date-time"},
        "created_by": {"type": "string"}, "updated_at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"}}})"},
    {"ProviderAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Provider"}}})"},
    {"ProviderList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Provider"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"OutsideLink",
     R"({"type": "object", "required": ["id", "provider", "issuer", "subject", "user", "created_at"], "properties": {
        "id": {"type": "string"}, "provider": {"type": "object", "properties": {"id": {"type": "string"}, "title": {"type": "string"}}},
        "issuer": {"type": "string"}, "subject": {"type": "string"}, "label": {"type": "string", "description": "For people only."},
        "user": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}}})"},
    {"OutsideLinkAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/OutsideLink"}}})"},
    {"OutsideLinkList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/OutsideLink"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"LoginTestAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["id", "provider", "over", "steps"], "properties": {
        "id": {"type": "string"}, "provider": {"type": "string"}, "over": {"type": "boolean"},
        "url": {"type": "string", "description": "To open in a browser, once."},
        "steps": {"type": "array", "items": {"type": "object", "properties": {
            "step": {"type": "string"}, "state": {"type": "string", "enum": ["passed", "failed", "waiting"]},
            "word": {"type": "string"}, "detail": {"type": "string"}}}}}}}})"},
});

void readMember(const json::object& body, std::string_view name, std::string& to)
{
    if (const json::value* value = body.if_contains(name))
        to = std::string(value->as_string());
}

void readMember(const json::object& body, std::string_view name, std::vector<std::string>& to)
{
    if (const json::value* value = body.if_contains(name))
        to = json::value_to<std::vector<std::string>>(*value);
}

void readMember(const json::object& body, std::string_view name, bool& to)
{
    if (const json::value* value = body.if_contains(name))
        to = value->as_bool();
}

/// A word that stands for a value; the schema lets no other through.
template <typename Enum>
void readMember(const json::object& body, std::string_view name, std::optional<Enum> (*find)(std::string_view) noexcept, Enum& to)
{
    if (const json::value* value = body.if_contains(name))
        to = find(value->as_string()).value_or(to);
}

} // namespace
} // namespace provider_json_endpoints

json::object toJson(const identity::IdentityProvider& provider)
{
    using namespace provider_json_endpoints;
    const identity::ProviderFields& fields = provider.fields;
    json::array rules;
    for (const identity::RoleRule& rule : fields.roleRules)
        rules.push_back(json::object{{"claim", rule.claim}, {"value", rule.value}, {"role", rule.role}});
    json::object object;
    object.reserve(28);
    object["id"] = provider.id.text();
    object["name"] = fields.name;
    object["title"] = fields.title;
    object["kind"] = identity::kindWord(fields.kind);
    object["issuer"] = fields.issuer;
    object["client_id"] = fields.clientId;
    object["has_secret"] = provider.hasSecret;
    object["authentication"] = identity::authenticationWord(fields.authentication);
    object["scopes"] = json::value_from(fields.scopes);
    object["algorithms"] = json::value_from(fields.algorithms);
    object["status"] = provider.enabled ? "enabled" : "disabled";
    object["first_login"] = identity::firstLoginWord(fields.firstLogin);
    object["roles"] = json::value_from(fields.roles);
    object["role_rules"] = std::move(rules);
    object["roles_each_time"] = fields.rolesEachTime;
    object["trust_email"] = fields.trustEmail;
    object["accepted_amr"] = json::value_from(fields.acceptedAmr);
    object["accepted_acr"] = json::value_from(fields.acceptedAcr);
    object["return_urls"] = json::value_from(fields.returnUrls);
    object["redirect_uri"] = provider.redirectUri;
    object["links"] = provider.links;
    object["last_used_at"] = timeJson(provider.lastUsedAt);
    object["created_at"] = timeJson(provider.createdAt);
    object["created_by"] = provider.createdBy;
    object["updated_at"] = timeJson(provider.updatedAt);
    object["version"] = provider.version;
    return object;
}

json::object toJson(const identity::OutsideLink& link)
{
    using namespace provider_json_endpoints;
    return {{"id", link.id.text()},
            {"provider", {{"id", link.provider.text()}, {"title", link.providerTitle}}},
            {"issuer", link.issuer},
            {"subject", link.subject},
            {"label", link.label},
            {"user", {{"id", link.user.text()}, {"name", link.userName}}},
            {"created_at", timeJson(link.createdAt)},
            {"created_by", link.createdBy},
            {"last_used_at", timeJson(link.lastUsedAt)}};
}

json::object toJson(const identity::LoginTest& test)
{
    using namespace provider_json_endpoints;
    json::array steps;
    for (const identity::TestStep& step : test.steps) {
        steps.push_back(json::object{
            {"step", step.step}, {"state", identity::testStateWord(step.state)}, {"word", step.word}, {"detail", step.detail}});
    }
    json::object object{{"id", test.id}, {"provider", test.provider.text()}, {"over", test.over}, {"steps", std::move(steps)}};
    if (!test.url.empty())
        object["url"] = test.url;
    return object;
}

void readProviderFields(const json::object& body, identity::ProviderFields& fields)
{
    using namespace provider_json_endpoints;
    readMember(body, "name", fields.name);
    readMember(body, "title", fields.title);
    readMember(body, "kind", identity::providerKind, fields.kind);
    readMember(body, "issuer", fields.issuer);
    readMember(body, "client_id", fields.clientId);
    readMember(body, "authentication", identity::clientAuthentication, fields.authentication);
    readMember(body, "scopes", fields.scopes);
    readMember(body, "algorithms", fields.algorithms);
    readMember(body, "first_login", identity::firstLogin, fields.firstLogin);
    readMember(body, "roles", fields.roles);
    readMember(body, "roles_each_time", fields.rolesEachTime);
    readMember(body, "trust_email", fields.trustEmail);
    readMember(body, "accepted_amr", fields.acceptedAmr);
    readMember(body, "accepted_acr", fields.acceptedAcr);
    readMember(body, "return_urls", fields.returnUrls);
    if (const json::value* rules = body.if_contains("role_rules")) {
        fields.roleRules.clear();
        for (const json::value& rule : rules->as_array()) {
            identity::RoleRule made;
            readMember(rule.as_object(), "claim", made.claim);
            readMember(rule.as_object(), "value", made.value);
            readMember(rule.as_object(), "role", made.role);
            fields.roleRules.push_back(std::move(made));
        }
    }
}

std::span<const SchemaText> providerAnswers() noexcept
{
    using namespace provider_json_endpoints;
    return answerSchemas;
}

} // namespace sallyport::api
