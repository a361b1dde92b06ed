#include "backend/base/case_fold.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/identity/api_keys/api_keys_service.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/api_keys/key_text.h"
#include "backend/storage/page_cursor.h"

#include "backend/base/limits.h"
#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

namespace sallyport::identity {

namespace {

using Filter = ApiKeyQuery::Filter;
using Sort = ApiKeyQuery::Sort;

/// What a list is ordered by: a number, then a text, then the id.
using SortValue = std::tuple<std::int64_t, std::string, std::string>;

struct Row {
    const ApiKey* key;
    SortValue value;
};

bool usable(const ApiKey& key)
{
    return !key.ended();
}

bool passes(const ApiKey& key, Filter filter)
{
    switch (filter) {
    case Filter::All: return true;
    case Filter::Usable: return usable(key);
    case Filter::Expiring: return key.expiring;
    case Filter::Stale: return key.stale;
    case Filter::OverScoped: return usable(key) && !key.beyondOwner.empty();
    case Filter::Ended: return key.ended();
    }
    return false;
}

bool contains(const ApiKey& key, const std::string& foldedText)
{
    if (foldedText.empty())
        return true;
    return searchKey(key.name).find(foldedText) != std::string::npos ||
           searchKey(key.prefix).find(foldedText) != std::string::npos ||
           searchKey(key.owner.name).find(foldedText) != std::string::npos;
}

/// What needs attention comes first, what has ended last.
std::int64_t stateRank(const ApiKey& key)
{
    if (key.revokedAt)
        return 7;
    if (key.expired)
        return 6;
    if (!key.owner.active)
        return 5;
    if (!key.beyondOwner.empty())
        return 0;
    if (key.expiring)
        return 1;
    if (key.stale)
        return 2;
    return key.previousUntil ? 3 : 4;
}

SortValue sortValue(const ApiKey& key, Sort sort)
{
    SortValue value{0, {}, key.id.text()};
    auto& [number, text, id] = value;
    switch (sort) {
    case Sort::Name: text = textKey(key.name); break;
    case Sort::Owner: text = textKey(key.owner.name); break;
    case Sort::Scopes: text = joinWords(key.scopes); break;
    case Sort::Rate: // requests a day
        number = key.rate ? std::int64_t{key.rate->requests} * 86400 / std::max<std::int64_t>(key.rate->window.count(), 1) : 0;
        break;
    case Sort::LastUsed: number = key.lastUsedAt ? toMicros(*key.lastUsedAt) : 0; break;
    case Sort::Uses: number = key.useCount; break;
    case Sort::Expires: number = toMicros(key.expiresAt); break;
    case Sort::State: number = stateRank(key); break;
    case Sort::Created: number = toMicros(key.createdAt); break;
    }
    return value;
}

std::string cursorAt(const ApiKeyQuery& query, const SortValue& value)
{
    const auto& [number, text, id] = value;
    return storage::encodeCursor(storage::sortLetter(query), {id, std::to_string(number) + '|' + text});
}

Result<SortValue> readCursor(const ApiKeyQuery& query)
{
    SALLYPORT_ASSIGN(const storage::PageCursor cursor,
                     storage::decodeCursor(query.cursor, storage::sortLetter(query), keyIdLength));
    const std::string_view place = cursor.place;
    std::int64_t number = 0;
    const auto end = std::from_chars(place.data(), place.data() + place.size(), number).ptr;
    if (!isKeyId(cursor.id) || end == place.data() || end == place.data() + place.size() || *end != '|')
        return storage::notACursor();
    return SortValue(number, place.substr(static_cast<std::size_t>(end + 1 - place.data())), cursor.id);
}

void count(ApiKeyStatistics& counts, const ApiKey& key)
{
    ++counts.total;
    counts.usable += usable(key) ? 1 : 0;
    counts.expiring += key.expiring ? 1 : 0;
    counts.stale += key.stale ? 1 : 0;
    counts.overScoped += usable(key) && !key.beyondOwner.empty() ? 1 : 0;
    counts.ended += key.ended() ? 1 : 0;
}

} // namespace

ApiKey ApiKeysService::view(const LiveKey& live, UtcTime now) const
{
    const std::shared_ptr<const KeyRecord> record = live.record();
    const KeyUse use = live.use();
    const auto values = m_core.settings.values();
    ApiKey key;
    key.id = record->id;
    key.prefix = keyPrefix(record->id);
    key.name = record->name;
    key.scopes = wordsOf(record->scopes);
    if (const auto owner = m_core.liveKeys.owner(record->owner)) {
        key.owner = owner->owner;
        const access::PermissionSet held = m_core.roles.permissionsOf(inForce(owner->roles, owner->ends, now));
        for (const std::string& word : key.scopes)
            if (const auto scope = access::findPermission(word); scope && !held.has(*scope))
                key.beyondOwner.push_back(word);
    }
    for (const Cidr& network : record->addresses)
        key.addresses.push_back(network.text());
    key.rate = record->rate;
    key.signing = !record->signing.empty() || !record->publicKey.empty();
    if (!record->signing.empty())
        key.signatureAlgorithm = algorithmWord(SignatureAlgorithm::HmacSha256);
    if (!record->publicKey.empty()) {
        key.publicKey = record->publicKey;
        key.signatureAlgorithm = algorithmWord(SignatureKey::algorithmOf(record->publicKey));
        key.publicKeyFingerprint = SignatureKey::fingerprint(record->publicKey);
    }
    key.createdAt = record->createdAt;
    key.createdBy = record->createdBy;
    key.expiresAt = record->expiresAt;
    key.rotatedAt = record->rotatedAt;
    if (record->previousUntil && now < *record->previousUntil)
        key.previousUntil = record->previousUntil;
    key.revokedAt = record->revokedAt;
    key.revokedBy = record->revokedBy;
    if (use.lastMicros != 0)
        key.lastUsedAt = fromMicros(use.lastMicros);
    key.lastUsedAddress = use.lastAddress;
    key.useCount = use.total;
    key.version = record->version;
    key.expired = now >= record->expiresAt;
    if (!key.ended()) {
        key.expiring = now >= record->expiresAt - values->keysExpiringWithin;
        UtcTime since = std::max(record->createdAt, record->rotatedAt.value_or(record->createdAt));
        if (key.lastUsedAt)
            since = std::max(since, *key.lastUsedAt);
        key.stale = now >= since + values->keysStaleAfter;
    }
    return key;
}

Result<void> ApiKeysService::permit(const access::Actor& actor, const KeyRecord& key, access::Permission permission) const
{
    const bool own = !actor.id.empty() && actor.id == key.owner;
    if (actor.permissions.has(permission) || (own && actor.permissions.has(access::Permission::KeysOwn)))
        return {};
    if (own || actor.permissions.has(access::Permission::KeysRead))
        return access::require(actor, permission);
    SALLYPORT_TRY(access::require(actor, access::Permission::KeysOwn));
    return makeError(ErrorCode::NotFound, "No such API key.");
}

Result<ApiKey> ApiKeysService::read(const access::Actor& actor, const KeyId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    const auto key = m_core.liveKeys.find(id);
    if (!key) {
        if (!current.permissions.has(access::Permission::KeysRead))
            SALLYPORT_TRY(access::require(current, access::Permission::KeysOwn));
        return makeError(ErrorCode::NotFound, "No such API key.");
    }
    SALLYPORT_TRY(permit(current, *key->record(), access::Permission::KeysRead));
    return view(*key, m_core.clock.now());
}

Result<ApiKeyPage> ApiKeysService::list(const access::Actor& actor, const ApiKeyQuery& query)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    const bool everybody = current.permissions.has(access::Permission::KeysRead);
    if (!everybody)
        SALLYPORT_TRY(access::require(current, access::Permission::KeysOwn));
    if (query.limit < 1 || query.limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");

    // The table is in memory, with the counts of this very moment.
    const UtcTime now = m_core.clock.now();
    std::vector<ApiKey> keys;
    for (const auto& live : everybody ? m_core.liveKeys.all() : m_core.liveKeys.keysOf(current.id))
        keys.push_back(view(*live, now));
    ApiKeyPage page;
    std::vector<Row> rows;
    const std::string text = searchKey(query.text);
    for (const ApiKey& key : keys) {
        count(page.statistics, key);
        if (passes(key, query.filter) && (!query.owner || *query.owner == key.owner.id) && contains(key, text))
            rows.push_back({&key, sortValue(key, query.sort)});
    }
    page.total = static_cast<std::int64_t>(rows.size());
    const auto before = [&](const SortValue& a, const SortValue& b) { return query.descending ? b < a : a < b; };
    std::ranges::sort(rows, before, &Row::value);

    std::size_t first = std::min<std::uint64_t>(query.offset, rows.size());
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(const SortValue last, readCursor(query));
        const auto after = std::ranges::upper_bound(rows, last, before, &Row::value);
        first = static_cast<std::size_t>(after - rows.begin());
    }
    const std::size_t end = std::min<std::size_t>(first + query.limit, rows.size());
    for (std::size_t i = first; i < end; ++i)
        page.keys.push_back(*rows[i].key);
    if (end < rows.size() && end > first)
        page.nextCursor = cursorAt(query, rows[end - 1].value);
    return page;
}

} // namespace sallyport::identity
