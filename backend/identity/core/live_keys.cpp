#include "backend/identity/core/live_keys.h"

#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::identity {

bool KeyRecord::allows(const IpAddress& client) const
{
    return addresses.empty() || std::ranges::any_of(addresses, [&](const Cidr& network) { return network.contains(client); });
}

bool KeyRecord::opens(const crypto::Sha256Digest& proof, UtcTime now) const
{
    return proof == hash || (previousHash && proof == *previousHash && previousUntil && now < *previousUntil);
}

void LiveKey::replace(std::shared_ptr<const KeyRecord> record)
{
    m_record.store(std::move(record));
    signing.store(nullptr);
    version.fetch_add(1);
}

KeyUse LiveKey::use() const
{
    const std::lock_guard lock(m_mutex);
    return m_use;
}

bool LiveKey::countUse(UtcTime now, const IpAddress& client)
{
    const std::lock_guard lock(m_mutex);
    ++m_use.total;
    if (const std::int64_t micros = toMicros(now); micros >= m_use.lastMicros) {
        m_use.lastMicros = micros;
        m_use.lastAddress = client.text();
    }
    return ++m_use.unwritten == 1;
}

KeyUse LiveKey::takeUnwritten()
{
    const std::lock_guard lock(m_mutex);
    KeyUse taken = m_use;
    m_use.unwritten = 0;
    return taken;
}

void LiveKey::giveBack(std::int64_t count)
{
    const std::lock_guard lock(m_mutex);
    m_use.unwritten += count;
}

LiveKeys::KeyPointer LiveKeys::find(const KeyId& id) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_keys.find(id);
    return found == m_keys.end() ? nullptr : found->second;
}

std::optional<LiveOwner> LiveKeys::owner(const UserId& id) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_accounts.find(id);
    return found == m_accounts.end() ? std::nullopt : std::optional(found->second.owner);
}

std::shared_ptr<const Principal> LiveKeys::principalOf(const KeyPointer& key, UtcTime now) const
{
    std::shared_ptr<const LiveKey::Built> built = key->built.load();
    const std::uint64_t version = key->version.load();
    if (!built || built->version != version || !built->principal.holdsAt(now)) {
        const std::shared_ptr<const KeyRecord> record = key->record();
        const auto account = owner(record->owner);
        if (!account || !account->owner.active)
            return nullptr;
        auto fresh = std::make_shared<LiveKey::Built>();
        fresh->version = version;
        Principal& principal = fresh->principal;
        principal.actor.kind = record->service ? access::Actor::Kind::Service : access::Actor::Kind::User;
        principal.actor.id = record->owner;
        principal.actor.name = account->owner.name;
        principal.actor.email = account->owner.email;
        principal.actor.department = account->department;
        principal.actor.hasFactor = account->mfaEnabled;
        principal.actor.roles = inForce(account->roles, account->ends, now);
        principal.actor.rolesUntil = nextEnd(account->ends, now);
        principal.actor.permissions = m_roles.permissionsOf(principal.actor.roles);
        principal.actor.permissions.restrictTo(record->scopes);
        principal.actor.key = record->id;
        principal.actor.keyScopes = record->scopes;
        principal.actor.signedInAt = record->createdAt;
        principal.tokenExpiresAt = record->expiresAt;
        principal.mfaEnabled = account->mfaEnabled;
        if (!account->mfaEnabled)
            principal.mfaMissingSince = account->mfaRequiredSince;
        principal.keyName = record->name;
        principal.keyRate = record->rate;
        for (const KeyBucket& maker : record->makers) {
            // As its limit is now: all who draw on a bucket count by one window. One that is gone bounds as it did.
            const KeyPointer live = find(maker.key);
            const auto limit = live ? live->record()->rate : std::optional(maker.limit);
            if (limit)
                principal.makerRates.push_back({maker.key, *limit});
        }
        built = std::move(fresh);
        key->built.store(built);
    }
    return std::shared_ptr<const Principal>(built, &built->principal);
}

std::vector<LiveKeys::KeyPointer> LiveKeys::all() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<KeyPointer> keys;
    keys.reserve(m_keys.size());
    for (const auto& [id, key] : m_keys)
        keys.push_back(key);
    return keys;
}

std::vector<LiveKeys::KeyPointer> LiveKeys::keysOf(const UserId& owner) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_accounts.find(owner);
    return found == m_accounts.end() ? std::vector<KeyPointer>() : found->second.keys;
}

void LiveKeys::put(std::shared_ptr<const KeyRecord> record, LiveOwner owner)
{
    const std::unique_lock lock(m_mutex);
    Account& account = m_accounts[owner.owner.id];
    account.owner = std::move(owner);
    if (const auto known = m_keys.find(record->id); known != m_keys.end()) {
        const bool otherRate = known->second->record()->rate != record->rate;
        const KeyId id = record->id;
        known->second->replace(std::move(record));
        if (otherRate) // what was made of those that count against it is made anew
            for (const auto& [other, key] : m_keys) {
                const auto whose = key->record();
                if (std::ranges::find(whose->makers, id, &KeyBucket::key) != whose->makers.end())
                    key->version.fetch_add(1);
            }
        return;
    }
    const KeyId id = record->id;
    auto key = std::make_shared<LiveKey>(std::move(record), KeyUse{});
    account.keys.push_back(key);
    m_keys.emplace(id, std::move(key));
}

void LiveKeys::erase(const KeyId& id)
{
    const std::unique_lock lock(m_mutex);
    const auto found = m_keys.find(id);
    if (found == m_keys.end())
        return;
    const KeyPointer key = found->second;
    m_keys.erase(found);
    const auto account = m_accounts.find(key->record()->owner);
    if (account == m_accounts.end())
        return;
    std::erase(account->second.keys, key);
    if (account->second.keys.empty())
        m_accounts.erase(account);
}

void LiveKeys::updateOwner(LiveOwner owner)
{
    const std::unique_lock lock(m_mutex);
    const auto account = m_accounts.find(owner.owner.id);
    if (account == m_accounts.end())
        return;
    account->second.owner = std::move(owner);
    for (const KeyPointer& key : account->second.keys)
        key->version.fetch_add(1);
}

void LiveKeys::rolesChanged()
{
    const std::shared_lock lock(m_mutex);
    for (const auto& [id, key] : m_keys)
        key->version.fetch_add(1);
}

void LiveKeys::eraseOwner(const UserId& id)
{
    const std::unique_lock lock(m_mutex);
    const auto account = m_accounts.find(id);
    if (account == m_accounts.end())
        return;
    for (const KeyPointer& key : account->second.keys) {
        m_keys.erase(key->record()->id);
        key->version.fetch_add(1);
    }
    m_accounts.erase(account);
}

void LiveKeys::replaceAll(std::vector<std::pair<std::shared_ptr<const KeyRecord>, KeyUse>> keys, std::vector<LiveOwner> owners)
{
    const std::unique_lock lock(m_mutex);
    std::unordered_map<KeyId, KeyPointer> fresh;
    std::unordered_map<UserId, Account> accounts;
    for (LiveOwner& owner : owners) {
        const UserId id = owner.owner.id;
        accounts[id].owner = std::move(owner);
    }
    for (auto& [record, use] : keys) {
        const KeyId id = record->id;
        const UserId owner = record->owner;
        KeyPointer key;
        if (const auto known = m_keys.find(id); known != m_keys.end()) {
            key = known->second;
            key->replace(std::move(record));
        } else {
            key = std::make_shared<LiveKey>(std::move(record), std::move(use));
        }
        accounts[owner].keys.push_back(key);
        fresh.emplace(id, std::move(key));
    }
    m_keys = std::move(fresh);
    m_accounts = std::move(accounts);
}

} // namespace sallyport::identity
