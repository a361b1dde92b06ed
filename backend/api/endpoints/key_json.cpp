#include "backend/api/endpoints/key_json.h"

#include "backend/api/endpoints/json_of.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

namespace sallyport::api {

namespace json = boost::json;

namespace key_json_endpoints {
namespace {

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"ApiKey", R"({"type": "object",
        "required": ["id", "prefix", "name", "owner", "scopes", "state", "created_at", "expires_at", "use_count", "version"],
        "properties": {
        "id": {"type": "string"}, "prefix": {"type": "string", "description": "How the key begins; the rest is told once."},
        "name": {"type": "string"},
        "owner": {"type": "object", "required": ["id", "kind", "name"], "properties": {"id": {"type": "string"},
            "kind": {"type": "string", "enum": ["user", "service_account"]}, "name": {"type": "string"},
            "email": {"type": "string", "description": "Of a user."}}},
        "scopes": {"type": "array", "items": {"type": "string"}},
        "beyond_owner": {"type": "array", "items": {"type": "string"}, "description": "Scopes that the owner doesn't hold now."},
        "addresses": {"type": "array", "items": {"type": "string"}},
        "rate": {"type": ["object", "null"], "properties": {"requests": {"type": "integer"}, "window_seconds": {"type": "integer"}}},
        "signing": {"type": "boolean", "description": "Signs requests, with a secret or with its owner's key pair."},
        "signature_algorithm": {"type": ["string", "null"], "description": "As RFC 9421 names it; the key takes no other."},
        "public_key": {"type": "string", "description": "PEM; such a key opens only by signatures."},
        "public_key_fingerprint": {"type": "string", "description": "SHA-256 of the SubjectPublicKeyInfo, hexadecimal."},
        "state": {"type": "string", "enum": ["active", "owner_disabled", "expired", "revoked"]},
        "expiring": {"type": "boolean"}, "stale": {"type": "boolean"},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "expires_at": {"type": "string", "format": "date-time"}, "rotated_at": {"type": ["string", "null"], "format": "date-time"},
        "previous_until": {"type": ["string", "null"], "format": "date-time",
            "description": "What the last rotation replaced works until then."},
        "revoked_at": {"type": ["string", "null"], "format": "date-time"}, "revoked_by": {"type": "string"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}, "last_used_ip": {"type": "string"},
        "use_count": {"type": "integer"}, "version": {"type": "integer"}}})"},
    {"IssuedKey", R"({"allOf": [{"$ref": "#/components/schemas/ApiKey"}, {"type": "object", "properties": {
        "key": {"type": "string", "description": "Told once; not there with a public key."},
        "signing_secret": {"type": "string", "description": "Told once; its characters are the HMAC key."}}}]})"},
    {"IssuedKeyAnswer", R"({"allOf": [{"$ref": "#/components/schemas/IssuedKey"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/IssuedKey"}}}]})"},
    {"ApiKeyAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/ApiKey"}}})"},
    {"ChangedApiKeyAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/ApiKey"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"ApiKeyList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/ApiKey"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"KeyScanAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["found", "hits"], "properties": {"found": {"type": "integer"},
        "hits": {"type": "array", "items": {"type": "object", "required": ["line", "prefix", "secret", "state", "key"], "properties": {
            "line": {"type": "integer"}, "prefix": {"type": "string"},
            "secret": {"type": "string", "enum": ["key", "signing_secret"]},
            "state": {"type": "string", "enum": ["active", "superseded", "expired", "revoked", "owner_disabled", "unknown"],
                      "description": "Of this very text; active opens something now."},
            "key": {"type": ["object", "null"], "description": "The key as GET /api/keys/{id} has it, if it may be seen."}}}}}}}})"},
});

std::string_view stateWord(const identity::ApiKey& key) noexcept
{
    if (key.revokedAt)
        return "revoked";
    if (key.expired)
        return "expired";
    return key.owner.active ? "active" : "owner_disabled";
}

json::object ownerJson(const identity::KeyOwner& owner)
{
    json::object object{{"id", owner.id.text()}, {"kind", owner.service ? "service_account" : "user"}, {"name", owner.name}};
    if (!owner.service)
        object["email"] = owner.email;
    return object;
}

} // namespace
} // namespace key_json_endpoints

json::object toJson(const identity::ApiKey& key)
{
    using namespace key_json_endpoints;
    json::object object;
    object.reserve(22);
    object["id"] = key.id.text();
    object["prefix"] = key.prefix;
    object["name"] = key.name;
    object["owner"] = ownerJson(key.owner);
    object["scopes"] = json::value_from(key.scopes);
    object["beyond_owner"] = json::value_from(key.beyondOwner);
    object["addresses"] = json::value_from(key.addresses);
    object["rate"] = nullptr;
    if (key.rate)
        object["rate"] = {{"requests", key.rate->requests}, {"window_seconds", key.rate->window.count()}};
    object["signing"] = key.signing;
    object["signature_algorithm"] = nullptr;
    if (!key.signatureAlgorithm.empty())
        object["signature_algorithm"] = key.signatureAlgorithm;
    if (!key.publicKey.empty()) {
        object["public_key"] = key.publicKey;
        object["public_key_fingerprint"] = key.publicKeyFingerprint;
    }
    object["state"] = stateWord(key);
    object["expiring"] = key.expiring;
    object["stale"] = key.stale;
    object["created_at"] = toRfc3339(key.createdAt);
    object["created_by"] = key.createdBy;
    object["expires_at"] = toRfc3339(key.expiresAt);
    object["rotated_at"] = timeJson(key.rotatedAt);
    object["previous_until"] = timeJson(key.previousUntil);
    object["revoked_at"] = timeJson(key.revokedAt);
    object["revoked_by"] = key.revokedBy;
    object["last_used_at"] = timeJson(key.lastUsedAt);
    object["last_used_ip"] = key.lastUsedAddress;
    object["use_count"] = key.useCount;
    object["version"] = key.version;
    return object;
}

json::object toJson(const identity::IssuedKey& issued)
{
    using namespace key_json_endpoints;
    json::object object = toJson(issued.key);
    if (!issued.text.empty())
        object["key"] = issued.text.view();
    if (!issued.signingSecret.empty())
        object["signing_secret"] = issued.signingSecret.view();
    return object;
}

json::object toJson(const identity::ServiceAccount& account)
{
    using namespace key_json_endpoints;
    return {{"id", account.id.text()},
            {"name", account.name},
            {"description", account.description},
            {"roles", json::value_from(account.roles)},
            {"status", account.enabled ? "active" : "disabled"},
            {"keys", account.keys},
            {"last_used_at", timeJson(account.lastUsedAt)},
            {"created_at", toRfc3339(account.createdAt)},
            {"created_by", account.createdBy},
            {"updated_at", toRfc3339(account.updatedAt)},
            {"version", account.version}};
}

std::span<const SchemaText> keyAnswers() noexcept
{
    using namespace key_json_endpoints;
    return answerSchemas;
}

} // namespace sallyport::api
