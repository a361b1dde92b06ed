#include "backend/identity/api_keys/key_rows.h"

#include "backend/base/sort_once.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_rows.h"

#include <algorithm>

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
    std::vector<std::string> words;
    for (const access::PermissionInfo& info : access::permissions())
        if (set.has(info.permission))
            words.emplace_back(info.word);
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
                                                  {KeyColumn::LastUsedAddress, "last_used_address"}}};
constexpr auto allKeys = storage::select(keyColumns, "FROM api_keys ORDER BY id");
constexpr auto keyById = storage::select(keyColumns, "FROM api_keys WHERE id = $1");

enum class OwnerColumn { Name, Email, Status, MfaState, MfaRequiredSince, End };

constexpr storage::Columns<OwnerColumn> ownerColumns{{{OwnerColumn::Name, "u.name"},
                                                      {OwnerColumn::Email, "u.email"},
                                                      {OwnerColumn::Status, "u.status"},
                                                      {OwnerColumn::MfaState, "u.mfa_state"},
                                                      {OwnerColumn::MfaRequiredSince, SALLYPORT_MFA_REQUIRED_SINCE}}};
constexpr auto ownerById = storage::select(ownerColumns, "FROM users u WHERE u.id = $1");

enum class AccountColumn { Name, Description, Status, CreatedAt, CreatedBy, UpdatedAt, Version, End };

constexpr storage::Columns<AccountColumn> accountColumns{{{AccountColumn::Name, "name"},
                                                          {AccountColumn::Description, "description"},
                                                          {AccountColumn::Status, "status"},
                                                          {AccountColumn::CreatedAt, "created_at"},
                                                          {AccountColumn::CreatedBy, "created_by"},
                                                          {AccountColumn::UpdatedAt, "updated_at"},
                                                          {AccountColumn::Version, "version"}}};
constexpr auto accountById = storage::select(accountColumns, "FROM service_accounts WHERE id = $1");

std::optional<crypto::Sha256Digest> digestOf(const Bytes& bytes)
{
    crypto::Sha256Digest digest{};
    if (bytes.size() != digest.size())
        return std::nullopt;
    std::ranges::copy(bytes, digest.begin());
    return digest;
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

Result<LiveOwner> keyOwner(storage::Transaction& transaction, const UserId& id)
{
    LiveOwner owner;
    owner.owner.id = id;
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(ownerById));
        rows.bind(1, id);
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (found) {
            const auto row = rows.row();
            owner.owner.name = row.text(OwnerColumn::Name);
            owner.owner.email = row.text(OwnerColumn::Email);
            owner.owner.active = statusOf(row.text(OwnerColumn::Status)) == UserStatus::Active;
            owner.mfaEnabled = hasFactor(static_cast<MfaState>(row.integer(OwnerColumn::MfaState)));
            owner.mfaRequiredSince = row.optionalTime(OwnerColumn::MfaRequiredSince);
            SALLYPORT_ASSIGN(owner.roles, roles(transaction, id));
            return owner;
        }
    }
    auto account = serviceAccount(transaction, id);
    if (!account)
        return makeError(ErrorCode::NotFound, "No such user or service account.");
    owner.owner.service = true;
    owner.owner.name = account->name;
    owner.owner.active = account->enabled;
    owner.roles = std::move(account->roles);
    return owner;
}

Result<KeyState> keyState(storage::Transaction& transaction)
{
    KeyState state;
    std::vector<UserId> owners;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allKeys));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        const auto row = rows.row();
        auto key = readKey(row);
        if (!key)
            continue;
        owners.push_back(key->owner);
        KeyUse use{row.integer(KeyColumn::UseCount), 0, row.integer(KeyColumn::LastUsedAt), row.text(KeyColumn::LastUsedAddress)};
        state.keys.emplace_back(std::make_shared<const KeyRecord>(std::move(*key)), std::move(use));
    }
    sortOnce(owners);
    for (const UserId& id : owners) {
        SALLYPORT_ASSIGN(LiveOwner owner, keyOwner(transaction, id));
        state.owners.push_back(std::move(owner));
    }
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
                                         "lifetime_seconds, created_at, created_by, expires_at, public_key) "
                                         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"));
    put.bind(1, key.id);
    put.bind(2, key.service ? std::nullopt : std::optional(key.owner));
    put.bind(3, key.service ? std::optional(key.owner) : std::nullopt);
    put.bind(4, key.name).bind(5, joinWords(wordsOf(key.scopes))).bind(6, networksOf(key.addresses));
    put.bind(7, key.rate ? std::optional(std::int64_t{key.rate->requests}) : std::nullopt);
    put.bind(8, key.rate ? std::optional(std::int64_t{key.rate->window.count()}) : std::nullopt);
    put.bind(9, std::span<const std::byte>(key.hash)).bind(10, blobOf(key.signing)).bind(11, key.signingNumber);
    put.bind(12, std::int64_t{key.lifetime.count()}).bind(13, key.createdAt).bind(14, key.createdBy);
    put.bind(15, key.expiresAt).bind(16, key.publicKey);
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
                                         "previous_public_key = $21 WHERE id = $19"));
    put.bind(1, key.name).bind(2, joinWords(wordsOf(key.scopes))).bind(3, networksOf(key.addresses));
    put.bind(4, key.rate ? std::optional(std::int64_t{key.rate->requests}) : std::nullopt);
    put.bind(5, key.rate ? std::optional(std::int64_t{key.rate->window.count()}) : std::nullopt);
    put.bind(6, std::span<const std::byte>(key.hash)).bind(7, blobOf(key.previousHash)).bind(8, key.previousUntil);
    put.bind(9, blobOf(key.signing)).bind(10, key.signingNumber).bind(11, blobOf(key.previousSigning));
    put.bind(12, key.previousSigningNumber).bind(13, std::int64_t{key.lifetime.count()}).bind(14, key.expiresAt);
    put.bind(15, key.rotatedAt).bind(16, key.revokedAt).bind(17, key.revokedBy).bind(18, key.version).bind(19, key.id);
    put.bind(20, key.publicKey).bind(21, key.previousPublicKey);
    return put.run();
}

Result<void> addKeyUse(storage::Transaction& transaction, const KeyId& id, const KeyUse& use)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("UPDATE api_keys SET use_count = use_count + $1, "
                                         "last_used_address = CASE WHEN $2 >= last_used_at THEN $3 ELSE last_used_address END, "
                                         "last_used_at = CASE WHEN $2 >= last_used_at THEN $2 ELSE last_used_at END "
                                         "WHERE id = $4"));
    put.bind(1, use.unwritten).bind(2, use.lastMicros).bind(3, use.lastAddress).bind(4, id);
    return put.run();
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

Result<std::vector<std::string>> serviceRoles(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT role FROM service_account_roles WHERE account_id = $1 ORDER BY role"));
    row.bind(1, id);
    std::vector<std::string> names;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return names;
        names.push_back(row.text());
    }
}

Result<void> setServiceRoles(storage::Transaction& transaction, const UserId& id, const std::vector<std::string>& roles)
{
    {
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM service_account_roles WHERE account_id = $1"));
        remove.bind(1, id);
        SALLYPORT_TRY(remove.run());
    }
    for (const std::string& role : roles) {
        SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO service_account_roles (account_id, role) VALUES ($1, $2)"));
        put.bind(1, id).bind(2, role);
        SALLYPORT_TRY(put.run());
    }
    return {};
}

Result<ServiceAccount> serviceAccount(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(accountById));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "No such service account.");
    const auto row = rows.row();
    ServiceAccount account;
    account.id = id;
    account.name = row.text(AccountColumn::Name);
    account.description = row.text(AccountColumn::Description);
    account.enabled = row.text(AccountColumn::Status) == "active";
    account.createdAt = row.time(AccountColumn::CreatedAt);
    account.createdBy = row.text(AccountColumn::CreatedBy);
    account.updatedAt = row.time(AccountColumn::UpdatedAt);
    account.version = row.integer(AccountColumn::Version);
    SALLYPORT_ASSIGN(account.roles, serviceRoles(transaction, id));
    return account;
}

} // namespace rows

} // namespace sallyport::identity
