#include "backend/identity/api_keys/key_rows.h"

#include "backend/access/permission_words.h"
#include "backend/base/time_format.h"
#include "backend/identity/api_keys/key_owner_rows.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <charconv>

namespace sallyport::identity {

std::string joinWords(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : " ").append(word);
    return text;
}

std::vector<std::string> splitWords(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin)
            words.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::vector<std::string> wordsOf(const access::PermissionSet& set)
{
    std::vector<std::string> words = access::permissionWords(set);
    std::ranges::sort(words);
    return words;
}

access::PermissionSet permissionsOf(const std::vector<std::string>& words)
{
    access::PermissionSet set;
    for (const std::string& word : words)
        if (const auto permission = access::findPermission(word))
            set.add(*permission);
    return set;
}

namespace rows {

namespace {

enum class KeyColumn {
    Id,
    User,
    ServiceAccount,
    Name,
    Scopes,
    Addresses,
    RateRequests,
    RateSeconds,
    SecretHash,
    PreviousHash,
    PreviousUntil,
    SigningSecret,
    SigningNumber,
    PreviousSigningSecret,
    PreviousSigningNumber,
    LifetimeSeconds,
    CreatedAt,
    CreatedBy,
    ExpiresAt,
    RotatedAt,
    RevokedAt,
    RevokedBy,
    Version,
    PublicKey,
    PreviousPublicKey,
    UseCount,
    LastUsedAt,
    LastUsedAddress,
    MakerRates,
    End
};

constexpr storage::Columns<KeyColumn> keyColumns{{{KeyColumn::Id, "id"},
                                                  {KeyColumn::User, "user_id"},
                                                  {KeyColumn::ServiceAccount, "service_account_id"},
                                                  {KeyColumn::Name, "name"},
                                                  {KeyColumn::Scopes, "scopes"},
                                                  {KeyColumn::Addresses, "addresses"},
                                                  {KeyColumn::RateRequests, "rate_requests"},
                                                  {KeyColumn::RateSeconds, "rate_seconds"},
                                                  {KeyColumn::SecretHash, "secret_hash"},
                                                  {KeyColumn::PreviousHash, "previous_hash"},
                                                  {KeyColumn::PreviousUntil, "previous_until"},
                                                  {KeyColumn::SigningSecret, "signing_secret"},
                                                  {KeyColumn::SigningNumber, "signing_number"},
                                                  {KeyColumn::PreviousSigningSecret, "previous_signing_secret"},
                                                  {KeyColumn::PreviousSigningNumber, "previous_signing_number"},
                                                  {KeyColumn::LifetimeSeconds, "lifetime_seconds"},
                                                  {KeyColumn::CreatedAt, "created_at"},
                                                  {KeyColumn::CreatedBy, "created_by"},
                                                  {KeyColumn::ExpiresAt, "expires_at"},
                                                  {KeyColumn::RotatedAt, "rotated_at"},
                                                  {KeyColumn::RevokedAt, "revoked_at"},
                                                  {KeyColumn::RevokedBy, "revoked_by"},
                                                  {KeyColumn::Version, "version"},
                                                  {KeyColumn::PublicKey, "public_key"},
                                                  {KeyColumn::PreviousPublicKey, "previous_public_key"},
                                                  {KeyColumn::UseCount, "use_count"},
                                                  {KeyColumn::LastUsedAt, "last_used_at"},
                                                  {KeyColumn::LastUsedAddress, "last_used_address"},
                                                  {KeyColumn::MakerRates, "maker_rates"}}};
constexpr auto allKeys = storage::select(keyColumns, "FROM api_keys ORDER BY id");
constexpr auto keyById = storage::select(keyColumns, "FROM api_keys WHERE id = $1");

std::optional<crypto::Sha256Digest> digestOf(const Bytes& bytes)
{
    crypto::Sha256Digest digest{};
    if (bytes.size() != digest.size())
        return std::nullopt;
    std::ranges::copy(bytes, digest.begin());
    return digest;
}

/// `ID:REQUESTS/SECONDS`, separated by blanks.
std::string bucketsText(const std::vector<KeyBucket>& buckets)
{
    std::vector<std::string> words;
    for (const KeyBucket& bucket : buckets)
        words.push_back(bucket.key.text() + ":" + std::to_string(bucket.limit.requests) + "/" +
                        std::to_string(bucket.limit.window.count()));
    return joinWords(words);
}

std::optional<KeyBucket> bucketOf(std::string_view word)
{
    const std::size_t colon = word.find(':'), slash = word.find('/');
    if (colon == word.npos || slash == word.npos || slash < colon)
        return std::nullopt;
    const char* const end = word.data() + word.size();
    std::uint32_t requests = 0;
    std::int64_t seconds = 0;
    const auto first = std::from_chars(word.data() + colon + 1, word.data() + slash, requests);
    const auto second = std::from_chars(word.data() + slash + 1, end, seconds);
    if (first.ec != std::errc() || first.ptr != word.data() + slash || second.ec != std::errc() || second.ptr != end)
        return std::nullopt;
    return KeyBucket{KeyId(std::string(word.substr(0, colon))), {requests, std::chrono::seconds(seconds)}};
}

/// Nothing if the row cannot be of ours: such a key opens nothing.
std::optional<KeyRecord> readKey(const storage::Row<KeyColumn>& row)
{
    KeyRecord key;
    key.id = KeyId(row.text(KeyColumn::Id));
    key.service = row.isNull(KeyColumn::User);
    key.owner = UserId(row.text(key.service ? KeyColumn::ServiceAccount : KeyColumn::User));
    key.name = row.text(KeyColumn::Name);
    key.scopes = permissionsOf(splitWords(row.text(KeyColumn::Scopes)));
    for (const std::string& word : splitWords(row.text(KeyColumn::Addresses))) {
        const auto network = Cidr::parse(word);
        if (!network)
            return std::nullopt;
        key.addresses.push_back(*network);
    }
    if (!row.isNull(KeyColumn::RateRequests))
        key.rate = {static_cast<std::uint32_t>(row.integer(KeyColumn::RateRequests)),
                    std::chrono::seconds(row.integer(KeyColumn::RateSeconds))};
    for (const std::string& word : splitWords(row.text(KeyColumn::MakerRates))) {
        const auto bucket = bucketOf(word);
        if (!bucket)
            return std::nullopt;
        key.makers.push_back(*bucket);
    }
    const auto hash = digestOf(row.blob(KeyColumn::SecretHash));
    if (!hash)
        return std::nullopt;
    key.hash = *hash;
    key.previousHash = digestOf(row.blob(KeyColumn::PreviousHash));
    key.previousUntil = row.optionalTime(KeyColumn::PreviousUntil);
    key.signing = row.blob(KeyColumn::SigningSecret);
    key.signingNumber = row.integer(KeyColumn::SigningNumber);
    key.previousSigning = row.blob(KeyColumn::PreviousSigningSecret);
    key.previousSigningNumber = row.integer(KeyColumn::PreviousSigningNumber);
    key.lifetime = std::chrono::seconds(row.integer(KeyColumn::LifetimeSeconds));
    key.createdAt = row.time(KeyColumn::CreatedAt);
    key.createdBy = row.text(KeyColumn::CreatedBy);
    key.expiresAt = row.time(KeyColumn::ExpiresAt);
    key.rotatedAt = row.optionalTime(KeyColumn::RotatedAt);
    key.revokedAt = row.optionalTime(KeyColumn::RevokedAt);
    key.revokedBy = row.text(KeyColumn::RevokedBy);
    key.version = row.integer(KeyColumn::Version);
    key.publicKey = row.text(KeyColumn::PublicKey);
    key.previousPublicKey = row.text(KeyColumn::PreviousPublicKey);
    return key;
}

std::string networksOf(const std::vector<Cidr>& networks)
{
    std::vector<std::string> words;
    for (const Cidr& network : networks)
        words.push_back(network.text());
    return joinWords(words);
}

std::optional<std::span<const std::byte>> blobOf(const Bytes& bytes)
{
    return bytes.empty() ? std::nullopt : std::optional(std::span<const std::byte>(bytes));
}

std::optional<std::span<const std::byte>> blobOf(const std::optional<crypto::Sha256Digest>& digest)
{
    return digest ? std::optional(std::span<const std::byte>(*digest)) : std::nullopt;
}

} // namespace

Result<KeyState> keyState(storage::Transaction& transaction)
{
    KeyState state;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allKeys));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        const auto row = rows.row();
        auto key = readKey(row);
        if (!key)
            continue;
        KeyUse use{row.integer(KeyColumn::UseCount), 0, row.integer(KeyColumn::LastUsedAt), row.text(KeyColumn::LastUsedAddress)};
        state.keys.emplace_back(std::make_shared<const KeyRecord>(std::move(*key)), std::move(use));
    }
    SALLYPORT_ASSIGN(state.owners, keyOwners(transaction));
    return state;
}

Result<KeyRecord> key(storage::Transaction& transaction, const KeyId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(keyById));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    auto key = found ? readKey(rows.row()) : std::nullopt;
    if (!key)
        return makeError(ErrorCode::NotFound, "No such API key.");
    return std::move(*key);
}

Result<bool> keyExists(storage::Transaction& transaction, const KeyId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM api_keys WHERE id = $1"));
    row.bind(1, id);
    return row.step();
}

Result<void> insertKey(storage::Transaction& transaction, const KeyRecord& key)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO api_keys (id, user_id, service_account_id, name, scopes, addresses, "
                                         "rate_requests, rate_seconds, secret_hash, signing_secret, signing_number, "
                                         "lifetime_seconds, created_at, created_by, expires_at, public_key, maker_rates) "
                                         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"));
    put.bind(1, key.id);
    put.bind(2, key.service ? std::nullopt : std::optional(key.owner));
    put.bind(3, key.service ? std::optional(key.owner) : std::nullopt);
    put.bind(4, key.name).bind(5, joinWords(wordsOf(key.scopes))).bind(6, networksOf(key.addresses));
    put.bind(7, key.rate ? std::optional(std::int64_t{key.rate->requests}) : std::nullopt);
    put.bind(8, key.rate ? std::optional(std::int64_t{key.rate->window.count()}) : std::nullopt);
    put.bind(9, std::span<const std::byte>(key.hash)).bind(10, blobOf(key.signing)).bind(11, key.signingNumber);
    put.bind(12, std::int64_t{key.lifetime.count()}).bind(13, key.createdAt).bind(14, key.createdBy);
    put.bind(15, key.expiresAt).bind(16, key.publicKey).bind(17, bucketsText(key.makers));
    return put.run();
}

Result<void> updateKey(storage::Transaction& transaction, const KeyRecord& key)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("UPDATE api_keys SET name = $1, scopes = $2, addresses = $3, rate_requests = $4, "
                                         "rate_seconds = $5, secret_hash = $6, previous_hash = $7, previous_until = $8, "
                                         "signing_secret = $9, signing_number = $10, previous_signing_secret = $11, "
                                         "previous_signing_number = $12, lifetime_seconds = $13, expires_at = $14, "
                                         "rotated_at = $15, revoked_at = $16, revoked_by = $17, version = $18, public_key = $20, "
                                         "previous_public_key = $21, maker_rates = $22 WHERE id = $19"));
    put.bind(1, key.name).bind(2, joinWords(wordsOf(key.scopes))).bind(3, networksOf(key.addresses));
    put.bind(4, key.rate ? std::optional(std::int64_t{key.rate->requests}) : std::nullopt);
    put.bind(5, key.rate ? std::optional(std::int64_t{key.rate->window.count()}) : std::nullopt);
    put.bind(6, std::span<const std::byte>(key.hash)).bind(7, blobOf(key.previousHash)).bind(8, key.previousUntil);
    put.bind(9, blobOf(key.signing)).bind(10, key.signingNumber).bind(11, blobOf(key.previousSigning));
    put.bind(12, key.previousSigningNumber).bind(13, std::int64_t{key.lifetime.count()}).bind(14, key.expiresAt);
    put.bind(15, key.rotatedAt).bind(16, key.revokedAt).bind(17, key.revokedBy).bind(18, key.version).bind(19, key.id);
    put.bind(20, key.publicKey).bind(21, key.previousPublicKey).bind(22, bucketsText(key.makers));
    return put.run();
}

Result<void> addKeyUses(storage::Transaction& transaction, const std::vector<std::pair<KeyId, KeyUse>>& uses)
{
    return storage::inPortions(uses, 4, [&](std::span<const std::pair<KeyId, KeyUse>> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("WITH used (id, times, at, address) AS (VALUES ");
        for (std::string_view lead = "("; const auto& [id, use] : some) {
            sql.add(lead).bind(id.text()).add(", CAST(").bind(use.unwritten).add(" AS BIGINT), CAST(").bind(use.lastMicros);
            sql.add(" AS BIGINT), ").bind(use.lastAddress).add(")");
            lead = ", (";
        }
        sql.add(") UPDATE api_keys SET use_count = use_count + used.times, "
                "last_used_address = CASE WHEN used.at >= last_used_at THEN used.address ELSE last_used_address END, "
                "last_used_at = CASE WHEN used.at >= last_used_at THEN used.at ELSE last_used_at END "
                "FROM used WHERE api_keys.id = used.id");
        SALLYPORT_ASSIGN(auto put, sql.prepare(transaction));
        return put.run();
    });
}

Result<std::vector<KeyId>> deleteKeysEndedBefore(storage::Transaction& transaction, UtcTime time)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("DELETE FROM api_keys WHERE expires_at <= $1 OR revoked_at <= $1 "
                                                   "RETURNING id"));
    row.bind(1, time);
    std::vector<KeyId> ids;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return ids;
        ids.emplace_back(row.text());
    }
}

Result<std::int64_t> countKeys(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM api_keys"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<std::int64_t> countUsableKeys(storage::Transaction& transaction, const UserId& owner, UtcTime now)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM api_keys WHERE (user_id = $1 OR "
                                                   "service_account_id = $1) AND revoked_at IS NULL AND expires_at > $2"));
    row.bind(1, owner).bind(2, now);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

} // namespace rows

} // namespace sallyport::identity
