#include "tests/ui/support/fake_keys.h"

#include <algorithm>
#include <array>

namespace sallyport::tests {

using namespace std::chrono_literals;
using identity::ApiKey;
using identity::ApiKeyQuery;
using identity::ServiceAccount;

namespace {

constexpr auto day = 24h;

struct Sample {
    const char* name;
    const char* owner;
    bool service;
    const char* id;
    std::vector<std::string> scopes;
    std::uint32_t perHour;
    long usedMinutesAgo; ///< -1: never
    std::int64_t uses;
    long expiresInDays;
    char state; ///< a active, r rotating, x revoked, o over-scoped
};

const std::vector<Sample>& samples()
{
    static const std::vector<Sample> all{
        {"Appointment texts", "Reminders", true, "3NHB8K4T", {"records:read"}, 200, 0, 88'140, 82, 'a'},
        {"Backup check", "Build runner", true, "F5LC8T2M", {"events:verify"}, 20, 690, 245, 363, 'a'},
        {"Bed board display", "Ward displays", true, "C6YJ0RQ9", {"records:read"}, 1000, 0, 377'540, 111, 'a'},
        {"Billing import", "Billing import", true, "PX51ZD7H", {"records:create"}, 100, 6, 12'904, 68, 'a'},
        {"CI deploy", "Build runner", true, "4HTW9CKB", {"records:read", "server:control"}, 600, 2, 48'211, 3, 'a'},
        {"CI deploy, staging", "Build runner", true, "7QK3M2XA", {"records:read", "server:control"}, 600, -1, 0, 90, 'a'},
        {"Grafana metrics", "Monitoring", true, "1DRX5VN3", {"metrics:read"}, 4000, 0, 2'911'085, 281, 'a'},
        {"Insurance claims", "Mei Tanaka", false, "H40WGS6J", {"events:export"}, 60, 1500, 1'377, 136, 'a'},
        {"Lab gateway", "Lab gateway", true, "8VN2QAE5", {"records:create", "records:update"}, 2000, 0, 1'204'377, 218, 'r'},
        {"Old intranet", "Chidi Nwosu", false, "B7QM3WZ1", {"records:read"}, 100, 282'000, 3'750, 8, 'a'},
        {"Pen test, October", "Hana Suzuki", false, "W0EJ6PF8", {"records:read"}, 200, 36'000, 18'402, -24, 'x'},
        {"Pharmacy stock", "Pharmacy sync", true, "ZK84HN2C", {"records:update"}, 300, 1, 66'318, 5, 'a'},
        {"Quality report", "Nadia Benali", false, "M93FBED4", {"events:export"}, 50, 510, 182, 128, 'a'},
        {"Research extract",
         "Mateo Fernández",
         false,
         "T2GS7L0P",
         {"events:read", "records:create", "records:delete", "records:read", "records:update", "roles:read", "users:read"},
         500,
         7'200,
         9'066,
         47,
         'o'},
    };
    return all;
}

constexpr std::array<std::pair<const char*, const char*>, 7> accountSamples{{
    {"Billing import", "Reads invoices from the billing system"},
    {"Build runner", "Builds and deploys"},
    {"Lab gateway", "Brings laboratory results in"},
    {"Monitoring", "Collects figures"},
    {"Pharmacy sync", ""},
    {"Reminders", "Texts patients before an appointment"},
    {"Ward displays", "Shows free beds"},
}};

UserId accountId(std::size_t at)
{
    return UserId("01JDSERVICE00000000000000" + std::to_string(at));
}

UserId ownerId(const Sample& sample)
{
    for (std::size_t at = 0; at < accountSamples.size(); ++at)
        if (sample.service && std::string_view(accountSamples[at].first) == sample.owner)
            return accountId(at);
    return UserId("01JDOWNER00000000000000" + std::to_string(100 + std::string_view(sample.owner).size()));
}

ApiKey keyOf(const Sample& sample, UtcTime now)
{
    ApiKey key;
    key.id = KeyId(sample.id);
    key.prefix = "spk_" + key.id.text();
    key.name = sample.name;
    key.owner = {ownerId(sample), sample.service, sample.owner, sample.service ? "" : "someone@northgate.example", true};
    key.scopes = sample.scopes;
    key.rate = settings::RateLimit{sample.perHour, 3600s};
    key.createdAt = now - 200 * day;
    key.createdBy = "Ingrid Solheim";
    key.expiresAt = now + sample.expiresInDays * day;
    if (sample.usedMinutesAgo >= 0) {
        key.lastUsedAt = now - std::chrono::minutes(sample.usedMinutesAgo);
        key.lastUsedAddress = "198.51.100.24";
    } else {
        key.createdAt = now - 12s;
    }
    key.useCount = sample.uses;
    if (sample.state == 'r') {
        key.rotatedAt = now - 2h;
        key.previousUntil = now + 46h;
        key.signing = true;
        key.addresses = {"198.51.100.0/24", "2001:db8:12::/48"};
    }
    if (sample.state == 'x') {
        key.revokedAt = now - 24 * day;
        key.revokedBy = "Ingrid Solheim";
    }
    if (sample.state == 'o')
        key.beyondOwner = {"records:delete", "users:read"};
    key.expired = now >= key.expiresAt;
    key.expiring = !key.ended() && key.expiresAt - now <= 7 * day;
    key.stale = !key.ended() && key.lastUsedAt && now - *key.lastUsedAt >= 90 * day;
    return key;
}

bool passes(const ApiKey& key, ApiKeyQuery::Filter filter)
{
    switch (filter) {
    case ApiKeyQuery::Filter::All: return true;
    case ApiKeyQuery::Filter::Usable: return !key.ended();
    case ApiKeyQuery::Filter::Expiring: return key.expiring;
    case ApiKeyQuery::Filter::Stale: return key.stale;
    case ApiKeyQuery::Filter::OverScoped: return !key.ended() && !key.beyondOwner.empty();
    case ApiKeyQuery::Filter::Ended: return key.ended();
    }
    return false;
}

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

bool before(const ApiKey& a, const ApiKey& b, ApiKeyQuery::Sort sort)
{
    switch (sort) {
    case ApiKeyQuery::Sort::Owner: return a.owner.name < b.owner.name;
    case ApiKeyQuery::Sort::Uses: return a.useCount < b.useCount;
    case ApiKeyQuery::Sort::LastUsed: return a.lastUsedAt < b.lastUsedAt;
    case ApiKeyQuery::Sort::Expires: return a.expiresAt < b.expiresAt;
    default: return a.name < b.name;
    }
}

Error deniedKeys(const char* permission)
{
    auto error = makeError(ErrorCode::PermissionDenied, "not allowed");
    error.required = permission;
    return error;
}

constexpr const char* sampleText = "spk_7QK3M2XA_u4Zc9WnTq1RbYx8LmE6vHd2KsPf7Jg3A0fW9cQ5tBz1pN8k";

} // namespace

FakeApiKeys::FakeApiKeys(Clock& clock, std::size_t count) : m_clock(clock)
{
    const auto now = clock.now();
    for (std::size_t at = 0; at < count; ++at) {
        Sample sample = samples()[at % samples().size()];
        ApiKey key = keyOf(sample, now);
        if (at >= samples().size()) {
            key.id = KeyId(key.id.text().substr(0, 6) + std::to_string(10 + at % 90));
            key.prefix = "spk_" + key.id.text();
            key.name += " " + std::to_string(at / samples().size() + 1);
        }
        keys.push_back(std::move(key));
    }
}

ApiKey* FakeApiKeys::find(const KeyId& id)
{
    const auto found = std::ranges::find(keys, id, &ApiKey::id);
    return found == keys.end() ? nullptr : &*found;
}

KeyId FakeApiKeys::idOf(const std::string& name)
{
    const std::lock_guard guard(mutex);
    const auto found = std::ranges::find(keys, name, &ApiKey::name);
    return found == keys.end() ? KeyId() : found->id;
}

Result<identity::ApiKeyPage> FakeApiKeys::list(const access::Actor& actor, const ApiKeyQuery& query)
{
    if (auto error = failures.take())
        return *error;
    if (!actor.permissions.has(access::Permission::KeysRead))
        return deniedKeys("keys:own");
    const std::lock_guard guard(mutex);
    identity::ApiKeyPage page;
    std::vector<const ApiKey*> found;
    for (const ApiKey& key : keys) {
        auto& counts = page.statistics;
        ++counts.total;
        counts.usable += passes(key, ApiKeyQuery::Filter::Usable);
        counts.expiring += key.expiring;
        counts.stale += key.stale;
        counts.overScoped += passes(key, ApiKeyQuery::Filter::OverScoped);
        counts.ended += key.ended();
        const auto text = lower(query.text);
        if (passes(key, query.filter) && (!query.owner || *query.owner == key.owner.id) &&
            (text.empty() || lower(key.name + "\n" + key.prefix + "\n" + key.owner.name).find(text) != std::string::npos))
            found.push_back(&key);
    }
    std::ranges::stable_sort(found, [&](const ApiKey* a, const ApiKey* b) {
        return query.descending ? before(*b, *a, query.sort) : before(*a, *b, query.sort);
    });
    page.total = static_cast<std::int64_t>(found.size());
    const auto end = std::min<std::size_t>(query.offset + query.limit, found.size());
    for (auto at = std::min<std::size_t>(query.offset, found.size()); at < end; ++at)
        page.keys.push_back(*found[at]);
    return page;
}

Result<ApiKey> FakeApiKeys::read(const access::Actor&, const KeyId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    if (const ApiKey* key = find(id))
        return *key;
    return makeError(ErrorCode::NotFound, "no such key");
}

Result<identity::IssuedKey> FakeApiKeys::create(const access::Actor& actor, identity::NewApiKey key)
{
    if (auto error = failures.take())
        return *error;
    if (!actor.permissions.has(access::Permission::KeysCreate))
        return deniedKeys("keys:create");
    const std::lock_guard guard(mutex);
    if (key.name.empty()) {
        auto error = makeError(ErrorCode::ValidationFailed, "not acceptable");
        error.fields.push_back({"name", "Must not be empty.", "minLength"});
        return error;
    }
    identity::IssuedKey issued;
    const std::string id = "NEW" + std::to_string(10'000 + keys.size());
    issued.key.id = KeyId(id);
    issued.key.prefix = "spk_" + id;
    issued.key.name = key.name;
    issued.key.owner = {actor.id, false, actor.name, actor.email, true};
    for (std::size_t at = 0; at < accountSamples.size(); ++at)
        if (key.owner == accountId(at))
            issued.key.owner = {accountId(at), true, accountSamples[at].first, "", true};
    issued.key.scopes = key.scopes;
    issued.key.addresses = key.addresses;
    issued.key.rate = key.rate;
    issued.key.signing = key.signing;
    issued.key.createdAt = m_clock.now();
    issued.key.createdBy = actor.name;
    issued.key.expiresAt = m_clock.now() + key.expiresIn.value_or(90 * day);
    if (!key.publicKey.empty() && key.publicKey.find("PUBLIC KEY") == std::string::npos) {
        auto error = makeError(ErrorCode::ValidationFailed, "not acceptable");
        error.fields.push_back({"public_key", "Not a public key.", "format"});
        return error;
    }
    if (!key.publicKey.empty()) {
        issued.key.publicKey = key.publicKey;
        issued.key.signing = true;
        issued.key.signatureAlgorithm = "ed25519";
        issued.key.publicKeyFingerprint = "5f1e6c40a9d2";
    } else {
        issued.text = SecretBytes::fromText(sampleText);
    }
    if (key.signing)
        issued.signingSecret = SecretBytes::fromText(std::string("sps_") + (sampleText + 4));
    keys.push_back(issued.key);
    created = std::move(key);
    return issued;
}

Result<ApiKey> FakeApiKeys::change(const access::Actor&, const KeyId& id, const identity::ApiKeyPatch& patch)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    ApiKey* key = find(id);
    if (key == nullptr)
        return makeError(ErrorCode::NotFound, "no such key");
    key->name = patch.name.value_or(key->name);
    key->scopes = patch.scopes.value_or(key->scopes);
    key->addresses = patch.addresses.value_or(key->addresses);
    if (patch.rate)
        key->rate = *patch.rate;
    if (patch.expiresIn)
        key->expiresAt = m_clock.now() + *patch.expiresIn;
    ++key->version;
    return *key;
}

Result<identity::IssuedKey> FakeApiKeys::rotate(const access::Actor&, const KeyId& id, std::chrono::seconds wanted,
                                                const std::string& publicKey)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    ApiKey* key = find(id);
    if (key == nullptr)
        return makeError(ErrorCode::NotFound, "no such key");
    overlap = wanted;
    key->rotatedAt = m_clock.now();
    key->previousUntil = wanted.count() > 0 ? std::optional(m_clock.now() + wanted) : std::nullopt;
    identity::IssuedKey issued;
    if (!publicKey.empty())
        key->publicKey = publicKey;
    issued.key = *key;
    if (publicKey.empty())
        issued.text = SecretBytes::fromText(sampleText);
    return issued;
}

Result<void> FakeApiKeys::revoke(const access::Actor& actor, const KeyId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    ApiKey* key = find(id);
    if (key == nullptr)
        return makeError(ErrorCode::NotFound, "no such key");
    key->revokedAt = m_clock.now();
    key->revokedBy = actor.name;
    key->expiring = key->stale = false;
    return {};
}

Result<identity::ApiKeys::Recognised> FakeApiKeys::recognise(const access::Actor&, std::string_view text)
{
    const std::lock_guard guard(mutex);
    for (const ApiKey& key : keys)
        if (text.starts_with(key.prefix + "_"))
            return Recognised{key, !key.ended(), false};
    return makeError(ErrorCode::NotFound, "no such key");
}

FakeServiceAccounts::FakeServiceAccounts(Clock& clock) : m_clock(clock)
{
    const auto now = clock.now();
    for (std::size_t at = 0; at < accountSamples.size(); ++at) {
        ServiceAccount account;
        account.id = accountId(at);
        account.name = accountSamples[at].first;
        account.description = accountSamples[at].second;
        account.roles = {at == 1 ? "editor" : "viewer"};
        account.enabled = at != 4;
        account.keys = static_cast<std::int64_t>(at % 4);
        if (account.keys > 0)
            account.lastUsedAt = now - std::chrono::minutes(7 * at);
        account.createdAt = account.updatedAt = now - 200 * day;
        account.createdBy = "Ingrid Solheim";
        accounts.push_back(std::move(account));
    }
}

Result<identity::ServiceAccountPage> FakeServiceAccounts::list(const access::Actor& actor,
                                                               const identity::ServiceAccountQuery& query)
{
    if (auto error = failures.take())
        return *error;
    if (!actor.permissions.has(access::Permission::ServiceAccountsRead))
        return deniedKeys("service_accounts:read");
    const std::lock_guard guard(mutex);
    identity::ServiceAccountPage page;
    for (const ServiceAccount& account : accounts)
        if (lower(account.name).find(lower(query.text)) != std::string::npos)
            page.accounts.push_back(account);
    if (query.descending)
        std::ranges::reverse(page.accounts);
    page.total = static_cast<std::int64_t>(page.accounts.size());
    page.accounts.erase(page.accounts.begin(), page.accounts.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(
                                                                           query.offset, page.accounts.size())));
    if (page.accounts.size() > query.limit)
        page.accounts.resize(query.limit);
    return page;
}

Result<ServiceAccount> FakeServiceAccounts::read(const access::Actor&, const UserId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    const auto found = std::ranges::find(accounts, id, &ServiceAccount::id);
    if (found == accounts.end())
        return makeError(ErrorCode::NotFound, "no such account");
    return *found;
}

Result<ServiceAccount> FakeServiceAccounts::create(const access::Actor& actor, identity::NewServiceAccount account)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    for (const ServiceAccount& other : accounts)
        if (lower(other.name) == lower(account.name)) {
            auto error = makeError(ErrorCode::Conflict, "the name is taken");
            error.fields.push_back({"name", "is taken", "unique"});
            error.word = "name_taken";
            return error;
        }
    ServiceAccount made;
    made.id = UserId("01JDSERVICE0000000000000" + std::to_string(10 + accounts.size()));
    made.name = account.name;
    made.description = account.description;
    made.roles = account.roles;
    made.createdAt = made.updatedAt = m_clock.now();
    made.createdBy = actor.name;
    accounts.push_back(made);
    return made;
}

Result<ServiceAccount> FakeServiceAccounts::change(const access::Actor&, const UserId& id,
                                                   const identity::ServiceAccountPatch& patch)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    const auto found = std::ranges::find(accounts, id, &ServiceAccount::id);
    if (found == accounts.end())
        return makeError(ErrorCode::NotFound, "no such account");
    found->name = patch.name.value_or(found->name);
    found->description = patch.description.value_or(found->description);
    found->roles = patch.roles.value_or(found->roles);
    found->enabled = patch.enabled.value_or(found->enabled);
    ++found->version;
    return *found;
}

Result<void> FakeServiceAccounts::remove(const access::Actor&, const UserId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    std::erase_if(accounts, [&](const ServiceAccount& account) { return account.id == id; });
    return {};
}

} // namespace sallyport::tests
