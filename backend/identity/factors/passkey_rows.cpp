#include "backend/identity/factors/passkey_rows.h"

#include "backend/identity/webauthn/cose_key.h"

namespace sallyport::identity::rows {

namespace {

enum class PasskeyColumn {
    Id,
    User,
    Name,
    CredentialId,
    PublicKey,
    Algorithm,
    SignCount,
    BackupEligible,
    BackedUp,
    CreatedAt,
    LastUsedAt,
    End
};

constexpr storage::Columns<PasskeyColumn> passkeyColumns{{{PasskeyColumn::Id, "id"},
                                                          {PasskeyColumn::User, "user_id"},
                                                          {PasskeyColumn::Name, "name"},
                                                          {PasskeyColumn::CredentialId, "credential_id"},
                                                          {PasskeyColumn::PublicKey, "public_key"},
                                                          {PasskeyColumn::Algorithm, "algorithm"},
                                                          {PasskeyColumn::SignCount, "sign_count"},
                                                          {PasskeyColumn::BackupEligible, "backup_eligible"},
                                                          {PasskeyColumn::BackedUp, "backed_up"},
                                                          {PasskeyColumn::CreatedAt, "created_at"},
                                                          {PasskeyColumn::LastUsedAt, "last_used_at"}}};
constexpr auto passkeysByUser = storage::select(passkeyColumns, "FROM passkeys WHERE user_id = $1 ORDER BY created_at, id");
constexpr auto passkeyById = storage::select(passkeyColumns, "FROM passkeys WHERE id = $1");

std::string algorithmName(std::int64_t algorithm)
{
    return algorithm == webauthn::es256 ? "ES256" : algorithm == webauthn::edDsa ? "EdDSA" : "RS256";
}

PasskeyRow readPasskey(const storage::Row<PasskeyColumn>& row)
{
    PasskeyRow passkey;
    passkey.shown.id = PasskeyId(row.text(PasskeyColumn::Id));
    passkey.shown.user = UserId(row.text(PasskeyColumn::User));
    passkey.shown.name = row.text(PasskeyColumn::Name);
    passkey.shown.algorithm = algorithmName(row.integer(PasskeyColumn::Algorithm));
    passkey.shown.backedUp = row.flag(PasskeyColumn::BackedUp);
    passkey.shown.createdAt = row.time(PasskeyColumn::CreatedAt);
    if (row.integer(PasskeyColumn::LastUsedAt) != 0)
        passkey.shown.lastUsedAt = row.time(PasskeyColumn::LastUsedAt);
    passkey.credential.id = row.blob(PasskeyColumn::CredentialId);
    passkey.credential.publicKey = row.blob(PasskeyColumn::PublicKey);
    passkey.credential.signCount = static_cast<std::uint32_t>(row.integer(PasskeyColumn::SignCount));
    passkey.credential.backupEligible = row.flag(PasskeyColumn::BackupEligible);
    return passkey;
}

} // namespace

Result<std::vector<PasskeyRow>> passkeysOf(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(passkeysByUser));
    row.bind(1, user);
    std::vector<PasskeyRow> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, row.step());
        if (!more)
            return found;
        found.push_back(readPasskey(row.row()));
    }
}

Result<std::optional<PasskeyRow>> passkey(storage::Transaction& transaction, const PasskeyId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(passkeyById));
    row.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? std::optional(readPasskey(row.row())) : std::nullopt;
}

Result<void> insertPasskey(storage::Transaction& transaction, const Passkey& passkey,
                           const webauthn::VerifiedRegistration& verified)
{
    SALLYPORT_ASSIGN(
        auto put,
        transaction.prepare(
            "INSERT INTO passkeys (id, user_id, name, credential_id, public_key, algorithm, sign_count, backup_eligible, "
            "backed_up, created_at, last_used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0) ON CONFLICT "
            "(credential_id) DO NOTHING"));
    put.bind(1, passkey.id).bind(2, passkey.user).bind(3, passkey.name);
    put.bind(4, std::span<const std::byte>(verified.id)).bind(5, std::span<const std::byte>(verified.publicKey));
    put.bind(6, verified.algorithm).bind(7, std::int64_t{verified.signCount});
    put.bind(8, std::int64_t{verified.backupEligible ? 1 : 0}).bind(9, std::int64_t{verified.backedUp ? 1 : 0});
    put.bind(10, passkey.createdAt);
    SALLYPORT_TRY(put.run());
    if (transaction.changes() != 1)
        return makeError(ErrorCode::Conflict, "This passkey is known already.");
    return {};
}

Result<void> notePasskeyUse(storage::Transaction& transaction, const PasskeyRow& passkey,
                            const webauthn::VerifiedAssertion& shown, UtcTime now)
{
    SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE passkeys SET sign_count = $1, backed_up = $2, last_used_at = $3 "
                                                      "WHERE id = $4 AND sign_count = $5"));
    update.bind(1, std::int64_t{shown.signCount}).bind(2, std::int64_t{shown.backedUp ? 1 : 0}).bind(3, now);
    update.bind(4, passkey.shown.id).bind(5, std::int64_t{passkey.credential.signCount});
    SALLYPORT_TRY(update.run());
    if (transaction.changes() != 1)
        return makeError(ErrorCode::Conflict, "The passkey was used meanwhile.");
    return {};
}

Result<void> deletePasskey(storage::Transaction& transaction, const PasskeyId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM passkeys WHERE id = $1"));
    remove.bind(1, id);
    return remove.run();
}

} // namespace sallyport::identity::rows
