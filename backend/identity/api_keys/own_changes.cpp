#include "backend/identity/api_keys/own_changes.h"

#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/core/manage.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::identity {

namespace {

namespace json = boost::json;

json::array wordArray(const std::vector<std::string>& words)
{
    return json::array(words.begin(), words.end());
}

json::value micros(const std::optional<UtcTime>& time)
{
    return time ? json::value(toMicros(*time)) : json::value(nullptr);
}

json::object partOf(const KeyRecord& key)
{
    json::array addresses;
    for (const Cidr& network : key.addresses)
        addresses.emplace_back(network.text());
    json::object part{{"name", key.name}, {"scopes", wordArray(wordsOf(key.scopes))}, {"addresses", std::move(addresses)}};
    part["rate"] = nullptr;
    if (key.rate)
        part["rate"] = json::object{{"requests", key.rate->requests}, {"seconds", key.rate->window.count()}};
    part["lifetime"] = key.lifetime.count();
    part["expires_at"] = micros(key.expiresAt);
    part["previous_until"] = micros(key.previousUntil);
    return part;
}

std::optional<UtcTime> timeOf(const json::value& value)
{
    return value.is_int64() ? std::optional(fromMicros(value.get_int64())) : std::nullopt;
}

KeyRecord keyOf(const json::value& value)
{
    const json::object& part = value.as_object();
    KeyRecord key;
    key.name = std::string(part.at("name").as_string());
    key.scopes = permissionsOf(json::value_to<std::vector<std::string>>(part.at("scopes")));
    for (const json::value& text : part.at("addresses").as_array())
        if (const auto network = Cidr::parse(std::string_view(text.as_string())))
            key.addresses.push_back(*network);
    if (const json::object* const rate = part.at("rate").if_object())
        key.rate = settings::RateLimit{rate->at("requests").to_number<std::uint32_t>(),
                                       std::chrono::seconds(rate->at("seconds").to_number<std::int64_t>())};
    key.lifetime = std::chrono::seconds(part.at("lifetime").to_number<std::int64_t>());
    key.expiresAt = timeOf(part.at("expires_at")).value_or(UtcTime());
    key.previousUntil = timeOf(part.at("previous_until"));
    return key;
}

json::object partOf(const ServiceAccount& account)
{
    return {{"name", account.name},
            {"description", account.description},
            {"roles", wordArray(account.roles)},
            {"enabled", account.enabled}};
}

ServiceAccount accountOf(const json::value& value)
{
    const json::object& part = value.as_object();
    ServiceAccount account;
    account.name = std::string(part.at("name").as_string());
    account.description = std::string(part.at("description").as_string());
    account.roles = json::value_to<std::vector<std::string>>(part.at("roles"));
    account.enabled = part.at("enabled").as_bool();
    return account;
}

/// What the change did to one member, undone, unless somebody has changed it since: then it is named.
template <typename Value>
void undoOne(Value& now, const Value& before, const Value& after, const char* name, std::vector<std::string>& stays)
{
    if (before == after)
        return;
    if (now == after)
        now = before;
    else
        stays.emplace_back(name);
}

bool holds(const std::vector<std::string>& words, const std::string& word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

bool cutsOff(const access::Actor& actor, const KeyRecord& before, const KeyRecord& after, UtcTime now)
{
    if (actor.key.empty() || actor.key != after.id)
        return false;
    const bool endsSoon = after.expiresAt < before.expiresAt && after.expiresAt <= now + access::provisionalTime;
    const bool seldom = after.rate && after.rate != before.rate &&
                        std::int64_t{after.rate->requests} * access::provisionalTime.count() < after.rate->window.count();
    return access::losesAccess(actor, after.scopes) || !after.allows(actor.address) || endsSoon || seldom;
}

std::string keyUndo(const KeyRecord& before, const KeyRecord& after)
{
    return json::serialize(json::object{{"before", partOf(before)}, {"after", partOf(after)}});
}

std::vector<std::string> putBack(KeyRecord& key, std::string_view undo)
{
    const json::value both = json::parse(undo); // ours
    const KeyRecord before = keyOf(both.at("before")), after = keyOf(both.at("after"));
    std::vector<std::string> stays;
    undoOne(key.name, before.name, after.name, "name", stays);
    undoOne(key.addresses, before.addresses, after.addresses, "addresses", stays);
    undoOne(key.rate, before.rate, after.rate, "rate", stays);
    undoOne(key.lifetime, before.lifetime, after.lifetime, "lifetime", stays);
    undoOne(key.expiresAt, before.expiresAt, after.expiresAt, "expires_at", stays);
    undoOne(key.previousUntil, before.previousUntil, after.previousUntil, "previous_until", stays);
    access::PermissionSet scopes;
    for (const access::PermissionInfo& one : access::permissions()) {
        const bool had = before.scopes.has(one.permission), left = after.scopes.has(one.permission);
        if (had != left ? had : key.scopes.has(one.permission))
            scopes.add(one.permission);
    }
    key.scopes = scopes;
    return stays;
}

std::string accountUndo(const ServiceAccount& before, const ServiceAccount& after)
{
    return json::serialize(json::object{{"before", partOf(before)}, {"after", partOf(after)}});
}

std::vector<std::string> putBack(ServiceAccount& account, std::string_view undo, const access::Roles& roles)
{
    const json::value both = json::parse(undo); // ours
    const ServiceAccount before = accountOf(both.at("before")), after = accountOf(both.at("after"));
    std::vector<std::string> stays;
    undoOne(account.name, before.name, after.name, "name", stays);
    undoOne(account.description, before.description, after.description, "description", stays);
    undoOne(account.enabled, before.enabled, after.enabled, "status", stays);
    std::vector<std::string> held = account.roles;
    for (const std::string& role : before.roles) {
        if (holds(after.roles, role) || holds(held, role))
            continue;
        if (roles.exists(role))
            held.push_back(role);
        else
            stays.push_back(role);
    }
    std::erase_if(held, [&](const std::string& role) { return holds(after.roles, role) && !holds(before.roles, role); });
    if (!held.empty())
        account.roles = std::move(held);
    std::ranges::sort(account.roles);
    return stays;
}

} // namespace sallyport::identity
