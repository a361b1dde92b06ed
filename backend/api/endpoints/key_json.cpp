#include "backend/api/endpoints/key_json.h"

#include "backend/api/endpoints/json_of.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

namespace sallyport::api {

namespace json = boost::json;

namespace {

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

json::object toJson(const identity::ApiKey& key)
{
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
    json::object object = toJson(issued.key);
    if (!issued.text.empty())
        object["key"] = issued.text.view();
    if (!issued.signingSecret.empty())
        object["signing_secret"] = issued.signingSecret.view();
    return object;
}

json::object toJson(const identity::ServiceAccount& account)
{
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

} // namespace sallyport::api
