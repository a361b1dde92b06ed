#include "backend/vault/restore_state.h"

#include "backend/identity/core/user_changes.h"
#include "backend/identity/factors/totp.h"
#include "backend/storage/columns.h"

#include <array>

namespace sallyport {
namespace restore_state {
namespace {

enum class ThingColumn { Id, Name, Mark, End };

constexpr storage::Columns<ThingColumn> keyColumns{
    {{ThingColumn::Id, "id"}, {ThingColumn::Name, "name"}, {ThingColumn::Mark, "secret_hash"}}};
constexpr storage::Columns<ThingColumn> userColumns{
    {{ThingColumn::Id, "id"}, {ThingColumn::Name, "email"}, {ThingColumn::Mark, "status"}}};
constexpr storage::Columns<ThingColumn> passwordColumns{
    {{ThingColumn::Id, "id"}, {ThingColumn::Name, "email"}, {ThingColumn::Mark, "password_hash"}}};
constexpr storage::Columns<ThingColumn> appColumns{
    {{ThingColumn::Id, "id"}, {ThingColumn::Name, "email"}, {ThingColumn::Mark, "mfa_secret"}}};
constexpr storage::Columns<ThingColumn> passkeyColumns{
    {{ThingColumn::Id, "p.user_id"}, {ThingColumn::Name, "u.email"}, {ThingColumn::Mark, "p.id"}}};
constexpr storage::Columns<ThingColumn> roleColumns{
    {{ThingColumn::Id, "r.user_id"}, {ThingColumn::Name, "u.email || ' ' || r.role"}, {ThingColumn::Mark, "r.role"}}};
constexpr storage::Columns<ThingColumn> accountColumns{
    {{ThingColumn::Id, "id"}, {ThingColumn::Name, "name"}, {ThingColumn::Mark, "status"}}};
constexpr storage::Columns<ThingColumn> linkColumns{
    {{ThingColumn::Id, "l.user_id"}, {ThingColumn::Name, "u.email"}, {ThingColumn::Mark, "l.id"}}};
constexpr storage::Columns<ThingColumn> factorColumns{
    {{ThingColumn::Id, "id"}, {ThingColumn::Name, "email"}, {ThingColumn::Mark, "id"}}};
constexpr storage::Columns<ThingColumn> addressColumns{
    {{ThingColumn::Id, "address"}, {ThingColumn::Name, "address"}, {ThingColumn::Mark, "address"}}};
constexpr storage::Columns<ThingColumn> erasedColumns{
    {{ThingColumn::Id, "person_id"}, {ThingColumn::Name, "pseudonym"}, {ThingColumn::Mark, "person_id"}}};

struct ThingQuery {
    std::string_view kind;
    storage::Query<ThingColumn> query;
    bool now = false;   ///< $1 is the time
    bool bytes = false; ///< the mark is no text
};

constexpr auto letsIn = std::to_array<ThingQuery>({
    {"key", storage::select(keyColumns, "FROM api_keys WHERE revoked_at IS NULL AND expires_at > $1"), true, true},
    {"user", storage::select(userColumns, "FROM users WHERE status = 'active'")},
    {"password", storage::select(passwordColumns, "FROM users WHERE status = 'active' AND password_hash IS NOT NULL")},
    {"authenticator",
     storage::select(appColumns, "FROM users WHERE status = 'active' AND mfa_state >= 2 AND mfa_secret IS NOT NULL"), false,
     true},
    {"passkey", storage::select(passkeyColumns, "FROM passkeys p JOIN users u ON u.id = p.user_id WHERE u.status = 'active'")},
    {"role", storage::select(roleColumns, "FROM user_roles r JOIN users u ON u.id = r.user_id WHERE u.status = 'active'")},
    {"outside_login",
     storage::select(linkColumns, "FROM outside_links l JOIN users u ON u.id = l.user_id WHERE u.status = 'active'")},
    {"service_account", storage::select(accountColumns, "FROM service_accounts WHERE status = 'active'")},
});
constexpr auto keepsOut = std::to_array<ThingQuery>({
    {"ban", storage::select(addressColumns, "FROM address_rules WHERE action = 'block' AND ends_at > $1"), true},
    {"second_factor", storage::select(factorColumns, "FROM users WHERE status = 'active' AND mfa_state >= 2")},
    {"erasure", storage::select(erasedColumns, "FROM erasures")},
});

enum class CodeColumn { User, Hash, End };
constexpr storage::Columns<CodeColumn> codeColumns{{{CodeColumn::User, "user_id"}, {CodeColumn::Hash, "code_hash"}}};
constexpr auto allCodes = storage::select(codeColumns, "FROM recovery_codes");

enum class ServerKeyColumn { Fingerprint, PrivateKey, CreatedAt, End };
constexpr storage::Columns<ServerKeyColumn> serverKeyColumns{{{ServerKeyColumn::Fingerprint, "fingerprint"},
                                                              {ServerKeyColumn::PrivateKey, "private_key"},
                                                              {ServerKeyColumn::CreatedAt, "created_at"}}};
constexpr auto allServerKeys = storage::select(serverKeyColumns, "FROM server_keys");

Result<InForce::Things> readThings(storage::Transaction& transaction, const ThingQuery& asked, UtcTime now)
{
    InForce::Things things;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(asked.query));
    if (asked.now)
        rows.bind(1, now);
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return things;
        const auto row = rows.row();
        std::string mark = asked.bytes ? toHex(row.blob(ThingColumn::Mark)) : row.text(ThingColumn::Mark);
        things.emplace(std::pair(row.text(ThingColumn::Id), std::move(mark)), row.text(ThingColumn::Name));
    }
}

Result<std::set<std::pair<std::string, std::string>>> readCodes(storage::Transaction& transaction)
{
    std::set<std::pair<std::string, std::string>> codes;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allCodes));
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return codes;
        codes.emplace(rows.row().text(CodeColumn::User), toHex(rows.row().blob(CodeColumn::Hash)));
    }
}

/// Of `more`, what `less` has not.
std::vector<RestoredThing> without(const std::map<std::string_view, InForce::Things>& more,
                                   const std::map<std::string_view, InForce::Things>& less)
{
    std::vector<RestoredThing> found;
    for (const auto& [kind, things] : more) {
        const auto others = less.find(kind);
        for (const auto& [thing, name] : things) {
            if (others == less.end() || !others->second.contains(thing))
                found.push_back({kind, thing.first, name});
        }
    }
    return found;
}

Result<std::int64_t> removeAll(storage::Transaction& transaction, std::string_view constantSql)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare(constantSql));
    SALLYPORT_TRY(statement.run());
    return transaction.changes();
}

} // namespace
} // namespace restore_state

Result<InForce> readInForce(storage::Transaction& transaction, UtcTime now)
{
    using namespace restore_state;
    InForce found;
    for (const ThingQuery& asked : letsIn) {
        SALLYPORT_ASSIGN(found.letIn[asked.kind], readThings(transaction, asked, now));
    }
    for (const ThingQuery& asked : keepsOut) {
        SALLYPORT_ASSIGN(found.keepOut[asked.kind], readThings(transaction, asked, now));
    }
    SALLYPORT_ASSIGN(found.recoveryCodes, readCodes(transaction));
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allServerKeys));
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        const auto row = rows.row();
        found.serverKeys.push_back({row.text(ServerKeyColumn::Fingerprint), row.blob(ServerKeyColumn::PrivateKey),
                                    row.time(ServerKeyColumn::CreatedAt)});
    }
}

std::vector<RestoredThing> cameBack(const InForce& restored, const InForce& replaced)
{
    return restore_state::without(restored.letIn, replaced.letIn);
}

std::vector<RestoredThing> keepsOutNoMore(const InForce& restored, const InForce& replaced)
{
    return restore_state::without(replaced.keepOut, restored.keepOut);
}

Result<EndedByRestore> endWhatWasOpen(storage::Transaction& transaction, const InForce* replaced, UtcTime now)
{
    using namespace restore_state;
    EndedByRestore ended;
    SALLYPORT_ASSIGN(ended.sessions, removeAll(transaction, "DELETE FROM sessions"));
    SALLYPORT_ASSIGN(ended.signIns, removeAll(transaction, "DELETE FROM pending_sign_ins"));
    SALLYPORT_ASSIGN(ended.links, removeAll(transaction, "DELETE FROM one_time_links"));
    SALLYPORT_ASSIGN(ended.devices, removeAll(transaction, "DELETE FROM trusted_devices"));
    SALLYPORT_ASSIGN(ended.signingKeys, removeAll(transaction, "DELETE FROM signing_keys"));
    // A code may have been used in the half minute of now or, by a clock that goes ahead, of the next.
    SALLYPORT_TRY(identity::rows::useAppSteps(transaction, identity::totpStep(now) + identity::totpWindow));
    SALLYPORT_ASSIGN(const auto codes, readCodes(transaction));
    for (const auto& code : codes) {
        if (replaced != nullptr && replaced->recoveryCodes.contains(code))
            continue;
        const auto hash = fromHex(code.second);
        SALLYPORT_ASSIGN(auto statement, transaction.prepare("DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2"));
        statement.bind(1, code.first).bind(2, std::span<const std::byte>(*hash));
        SALLYPORT_TRY(statement.run());
        ++ended.recoveryCodes;
    }
    return ended;
}

Result<void> keepServerKeys(storage::Transaction& transaction, const InForce& replaced)
{
    for (const InForce::ServerKey& key : replaced.serverKeys) {
        SALLYPORT_ASSIGN(auto statement,
                         transaction.prepare("INSERT INTO server_keys (fingerprint, private_key, created_at) VALUES ($1, $2, $3) "
                                             "ON CONFLICT (fingerprint) DO NOTHING"));
        statement.bind(1, key.fingerprint).bind(2, std::span<const std::byte>(key.sealed)).bind(3, key.createdAt);
        SALLYPORT_TRY(statement.run());
    }
    return {};
}

} // namespace sallyport
