#include "backend/identity/api_keys/key_fields.h"

#include "backend/access/permission_words.h"
#include "backend/base/nearest_word.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

/// What may be asked for instead: ` Possible are: records:read, records:update.`, the first of them if there are many.
std::string possibleScopes(const access::PermissionSet& ofOwner, const access::Actor& actor)
{
    constexpr std::size_t named = 12;
    std::string list;
    std::size_t count = 0;
    for (const access::PermissionInfo& info : access::permissions()) {
        if (!ofOwner.has(info.permission) || !actor.permissions.has(info.permission))
            continue;
        if (count++ < named)
            list.append(list.empty() ? "" : ", ").append(info.word);
    }
    if (count == 0)
        return " The owner has nothing that could be a scope: give them a role first.";
    if (count > named)
        list += " and " + std::to_string(count - named) + " more (sallyportd role show, GET /api/permissions)";
    return " Possible are: " + list + ".";
}

std::string noSuchPermission(std::string_view word)
{
    const auto near = nearestWord(word, access::permissionsAndGroups());
    return near ? "There is no such permission. " + std::string(*near) + " is near." : "There is no such permission.";
}

} // namespace

access::PermissionSet checkScopes(const std::vector<std::string>& words, const access::PermissionSet& ofOwner,
                                  const access::Actor& actor, std::vector<FieldError>& errors)
{
    access::PermissionSet scopes;
    if (words.empty())
        errors.push_back({"scopes", "At least one scope.", "minItems"});
    if (words.size() > keyScopeLimit)
        errors.push_back({"scopes", "At most " + std::to_string(keyScopeLimit) + " scopes.", "maxItems"});
    for (std::size_t i = 0; i < std::min(words.size(), keyScopeLimit); ++i) {
        const std::string field = "scopes." + std::to_string(i);
        if (const auto permission = access::findPermission(words[i])) {
            scopes.add(*permission);
            if (!ofOwner.has(*permission))
                errors.push_back(
                    {field, "The owner does not have this permission." + possibleScopes(ofOwner, actor), "owner_permission"});
            continue;
        }
        const std::optional<access::PermissionSet> group = access::permissionsOfGroup(words[i]);
        bool isHeld = false;
        for (const access::PermissionInfo& info : access::permissions()) {
            if (group && group->has(info.permission) && ofOwner.has(info.permission) && actor.permissions.has(info.permission)) {
                scopes.add(info.permission);
                isHeld = true;
            }
        }
        if (!group)
            errors.push_back({field, noSuchPermission(words[i]) + possibleScopes(ofOwner, actor), "exists"});
        else if (!isHeld)
            errors.push_back(
                {field, "The owner has no permission of this group." + possibleScopes(ofOwner, actor), "owner_permission"});
    }
    return scopes;
}

std::vector<Cidr> checkAddresses(const std::vector<std::string>& addresses, std::vector<FieldError>& errors)
{
    std::vector<Cidr> networks;
    if (addresses.size() > keyAddressLimit)
        errors.push_back({"addresses", "At most " + std::to_string(keyAddressLimit) + " addresses or networks.", "maxItems"});
    for (std::size_t i = 0; i < std::min(addresses.size(), keyAddressLimit); ++i) {
        const auto network = Cidr::parse(addresses[i]);
        if (!network)
            errors.push_back({"addresses." + std::to_string(i), "Not an address or network.", "format"});
        else
            networks.push_back(*network);
    }
    return networks;
}

std::string checkPublicKey(const std::string& text, std::vector<FieldError>& errors)
{
    auto pem = SignatureKey::publicKeyFrom(text);
    if (pem)
        return std::move(*pem);
    errors.push_back({"public_key", pem.error().detail, "format"});
    return {};
}

void checkRate(const settings::RateLimit& rate, const settings::Values& values, bool privileged, std::vector<FieldError>& errors)
{
    if (rate.requests < 1 || rate.requests > keyRateMaximum)
        errors.push_back({"rate.requests", "1 to " + std::to_string(keyRateMaximum) + " requests.", "range"});
    else if (rate.window.count() < 1 || rate.window > keyRateWindowMaximum)
        errors.push_back({"rate.window_seconds", "1 to " + std::to_string(keyRateWindowMaximum.count()) + " seconds.", "range"});
    else if (!privileged && std::int64_t{rate.requests} * values.rateApiRead.window.count() >
                                std::int64_t{values.rateApiRead.requests} * rate.window.count())
        errors.push_back({"rate", "More than the rate class api_read allows needs the permission keys:update.", "maximum"});
}

void checkLifetime(std::chrono::seconds lifetime, const settings::Values& values, std::vector<FieldError>& errors)
{
    if (lifetime.count() < 1)
        errors.push_back({"expires_in", "At least one second.", "minimum"});
    else if (lifetime > values.keysMaxLifetime)
        errors.push_back({"expires_in", "Longer than the setting keys.max_lifetime allows.", "maximum"});
}

std::string rateText(const std::optional<settings::RateLimit>& rate)
{
    return rate ? std::to_string(rate->requests) + "/" + std::to_string(rate->window.count()) : std::string();
}

} // namespace sallyport::identity
