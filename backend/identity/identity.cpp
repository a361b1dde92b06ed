#include "backend/identity/identity.h"

#include "backend/access/role_rows.h"
#include "backend/base/time_format.h"
#include "backend/identity/api_keys/api_keys_service.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/api_keys/service_accounts_service.h"
#include "backend/identity/core/core.h"
#include "backend/identity/core/live_rows.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/text_keys.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/factors/mfa_service.h"
#include "backend/identity/leak_scan/leak_scan_service.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/notices/notices_service.h"
#include "backend/identity/passkeys/passkeys_service.h"
#include "backend/identity/passwords/passwords_service.h"
#include "backend/identity/providers/outside_sign_in_service.h"
#include "backend/identity/providers/providers_service.h"
#include "backend/identity/roles/role_changes_service.h"
#include "backend/identity/roles/role_end_keeper.h"
#include "backend/identity/roles/user_roles_undo.h"
#include "backend/identity/sessions/issued_tokens_service.h"
#include "backend/identity/sessions/session_rows.h"
#include "backend/identity/sessions/session_use.h"
#include "backend/identity/sessions/sessions_service.h"
#include "backend/identity/sign_in/sign_in_service.h"
#include "backend/identity/signed_requests/signature_lab_service.h"
#include "backend/identity/users/user_transfer_service.h"
#include "backend/identity/users/users_service.h"

#include <algorithm>
#include <map>

namespace sallyport::identity {

namespace {

enum class LiveSessionColumn { Id, User, Kind, CreatedAt, LastUsedAt, ExpiresAt, MfaAt, Enrolment, Origin, End };

constexpr storage::Columns<LiveSessionColumn> liveSessionColumns{{{LiveSessionColumn::Id, "id"},
                                                                  {LiveSessionColumn::User, "user_id"},
                                                                  {LiveSessionColumn::Kind, "kind"},
                                                                  {LiveSessionColumn::CreatedAt, "created_at"},
                                                                  {LiveSessionColumn::LastUsedAt, "last_used_at"},
                                                                  {LiveSessionColumn::ExpiresAt, "expires_at"},
                                                                  {LiveSessionColumn::MfaAt, "mfa_at"},
                                                                  {LiveSessionColumn::Enrolment, "enrolment"},
                                                                  {LiveSessionColumn::Origin, "origin"}}};
constexpr auto liveSessions =
    storage::select(liveSessionColumns, "FROM sessions WHERE expires_at > $1 ORDER BY last_used_at DESC LIMIT $2");

/// The sessions that aren't over, newest use first, and their users.
Result<void> readLive(storage::Transaction& transaction, UtcTime now, ReadAgain& all)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(liveSessions));
    rows.bind(1, now).bind(2, static_cast<std::int64_t>(maximumSessions));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        const auto row = rows.row();
        auto session =
            std::make_shared<LiveSession>(SessionId(row.text(LiveSessionColumn::Id)), UserId(row.text(LiveSessionColumn::User)));
        session->kind =
            row.text(LiveSessionColumn::Kind) == "console" ? access::Actor::Kind::Operator : access::Actor::Kind::User;
        session->createdAt = row.time(LiveSessionColumn::CreatedAt);
        session->lastUsedMicros = row.integer(LiveSessionColumn::LastUsedAt);
        session->expiresAt = row.time(LiveSessionColumn::ExpiresAt);
        session->mfaAtMicros = row.integer(LiveSessionColumn::MfaAt);
        session->enrolment = row.flag(LiveSessionColumn::Enrolment);
        session->factorElsewhere =
            static_cast<SessionOrigin>(row.integer(LiveSessionColumn::Origin)) == SessionOrigin::OutsideFactor;
        const UserId user = session->user;
        all.sessions.emplace_back(std::move(session), user);
    }
    SALLYPORT_ASSIGN(all.users, rows::usersSignedIn(transaction, now));
    return {};
}

/// Deletes by one statement whose only parameter is a time.
Result<std::int64_t> deleteBefore(storage::Transaction& transaction, std::string_view sql, UtcTime time)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare(sql));
    remove.bind(1, time);
    SALLYPORT_TRY(remove.run());
    return transaction.changes();
}

/// What identity stands on.
struct Foundation {
    storage::Store& store;
    audit::Journal& journal;
    access::Roles& roles;
    settings::Settings& settings;
    Clock& clock;
    RandomSource& random;
};

/// One type a purpose.
struct Ciphers {
    TotpCipher totp;
    SigningKeyCipher tokenSigning;
    KeySigningCipher keySigning;
    ProviderCipher providers;
};

class IdentityModule final : public Identity {
public:
    IdentityModule(const IdentityModule&) = delete;
    IdentityModule& operator=(const IdentityModule&) = delete;
    /// What the services could not store is theirs; it goes before they do.
    ~IdentityModule() override { m_core.store.forgetHeld(); }
    IdentityModule(std::unique_ptr<outbound::Client> client, const Foundation& on, IdentityKeys keys, Ciphers ciphers,
                   std::optional<crypto::PasswordCost> fixedCost)
        : m_client(std::move(client)), m_core(on.store, on.journal, on.roles, on.settings, std::move(keys), on.clock, on.random),
          m_totp(std::move(ciphers.totp)), m_passwordRules(m_core, fixedCost),
          m_signingKeys(on.store, std::move(ciphers.tokenSigning), m_core.clock, on.random), m_users(m_core, m_passwordRules),
          m_signIn(m_core, m_passwordRules, m_signingKeys, m_totp), m_mfa(m_core, m_totp), m_passkeys(m_core, m_signIn),
          m_passwords(m_core, m_passwordRules), m_sessions(m_core), m_issuedTokens(m_core, m_signingKeys, m_sessions),
          m_apiKeys(m_core, std::move(ciphers.keySigning)), m_serviceAccounts(m_core), m_roleChanges(m_core),
          m_signatureLab(m_core, m_apiKeys), m_leakScan(m_core, m_apiKeys),
          m_directory(m_core, std::move(ciphers.providers), *m_client), m_flows(m_core.clock),
          m_providers(m_core, m_directory, m_flows), m_outsideSignIn(m_core, m_directory, m_flows, m_signIn, *m_client)
    {
        // Another issuer makes tokens of the old one worthless; the cache must not remember better.
        m_settingsSubscription = m_core.settings.onChange([this](const auto&) { forgetVerifiedTokens(); });
        m_listSubscription =
            m_core.settings.joinChanges([this](storage::Transaction&, const access::Actor&, const settings::Values& before,
                                               const settings::Values& after) -> Result<void> {
                if (after.passwordsBreachList != before.passwordsBreachList && !after.passwordsBreachList.empty())
                    SALLYPORT_TRY(m_passwordRules.openBreachList(after.passwordsBreachList));
                return {};
            });
        m_rulesSubscription =
            m_core.settings.joinChanges([this](storage::Transaction& transaction, const access::Actor&,
                                               const settings::Values& before, const settings::Values& after) -> Result<void> {
                if (before.mfaRequiredRoles == after.mfaRequiredRoles)
                    return {};
                SALLYPORT_ASSIGN(const auto roles, access::rows::allRoles(transaction));
                return storeMfaRules(transaction, after, roles, m_core.clock.now());
            });
        m_algorithmSubscription =
            m_core.settings.joinChanges([this](storage::Transaction& transaction, const access::Actor& actor,
                                               const settings::Values& before, const settings::Values& after) -> Result<void> {
                if (before.tokensEdDsa == after.tokensEdDsa)
                    return {};
                SALLYPORT_TRY(m_signingKeys.rotate(transaction, algorithmOf(after), recordBy(actor)));
                return {};
            });
    }

    Result<void> ready() const override
    {
        if (const std::string file = m_core.settings.values()->passwordsBreachList; !file.empty())
            SALLYPORT_TRY(m_passwordRules.openBreachList(file));
        return {};
    }

    Users& users() override { return m_users; }
    JoinedUserActions& joinedUserActions() override { return m_users; }
    SignIn& signIn() override { return m_signIn; }
    Mfa& mfa() override { return m_mfa; }
    Passkeys& passkeys() override { return m_passkeys; }
    Passwords& passwords() override { return m_passwords; }
    Sessions& sessions() override { return m_sessions; }
    IssuedTokens& issuedTokens() override { return m_issuedTokens; }
    ApiKeys& apiKeys() override { return m_apiKeys; }
    ServiceAccounts& serviceAccounts() override { return m_serviceAccounts; }
    RoleChanges& roleChanges() override { return m_roleChanges; }
    SignatureLab& signatureLab() override { return m_signatureLab; }
    LeakScan& leakScan() override { return m_leakScan; }
    IdentityProviders& identityProviders() override { return m_providers; }
    OutsideSignIn& outsideSignIn() override { return m_outsideSignIn; }
    Notices& notices() override { return m_notices; }
    UserTransfer& userTransfer() override { return m_transfer; }
    Result<access::Actor> now(const access::Actor& actor) const override { return m_core.now(actor); }

    bool anyKeySigns() const override
    {
        return std::ranges::any_of(m_core.liveKeys.all(),
                                   [](const LiveKeys::KeyPointer& key) { return key->record()->signingNumber > 0; });
    }

    void setIssuer(std::string url) override
    {
        m_core.setDefaultIssuer(std::move(url));
        forgetVerifiedTokens();
    }

    void setChangeBook(access::ChangeBook& book) override { m_core.changeBook = &book; }

    Result<std::vector<std::string>> takeBack(storage::Transaction& transaction, access::ProvisionalKind kind,
                                              const std::string& change, const std::string& object,
                                              const std::string& undo) override
    {
        switch (kind) {
        case access::ProvisionalKind::UserRoles: return takeBackRoles(m_core, transaction, UserId(object), undo);
        case access::ProvisionalKind::Role: return m_roleChanges.takeBackChange(transaction, RoleId(object), undo);
        case access::ProvisionalKind::RoleRemoval: return m_roleChanges.takeBackRemoval(transaction, change, undo);
        case access::ProvisionalKind::ServiceAccount: return m_serviceAccounts.takeBack(transaction, UserId(object), undo);
        case access::ProvisionalKind::ApiKey: return m_apiKeys.takeBack(transaction, KeyId(object), undo);
        case access::ProvisionalKind::Listening:
        case access::ProvisionalKind::Certificate:
        case access::ProvisionalKind::AddressRule:
        case access::ProvisionalKind::Browsers: break;
        }
        return makeError(ErrorCode::InvalidArgument, "This is no change of anybody's access");
    }

    Result<void> reload() override
    {
        SALLYPORT_TRY(m_signingKeys.load(algorithmOf(*m_core.settings.values())));
        // On the writer thread, so that no commit comes between what is read and what is put in place.
        SALLYPORT_TRY(m_core.store.write([this](storage::Transaction& transaction) { return readAgain(transaction); }));
        forgetVerifiedTokens();
        return {};
    }

    Result<void> renewSigningKey(UtcTime deletable) override
    {
        return m_signingKeys.maintain(algorithmOf(*m_core.settings.values()), recordBy(access::Actor::system()), deletable);
    }

    Result<void> keepRoleEnds(const std::function<Result<UtcTime>()>& deletable) override
    {
        return RoleEndKeeper(m_core).keep(deletable);
    }

    void watchKeyUse(std::function<void(const Result<void>&)> watcher) override { m_apiKeys.watchUse(std::move(watcher)); }

    Result<void> removeExpired(UtcTime deletable) override
    {
        const UtcTime now = deletable;
        const UtcTime idleSince = now - m_core.settings.values()->sessionsIdle;
        SALLYPORT_TRY(m_core.store.write([this](storage::Transaction& transaction) {
            return rows::storeLastUse(m_core, transaction);
        })); // a session that is in use is not over
        return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(endOldSessions(transaction, now, idleSince));
            SALLYPORT_TRY(deleteBefore(transaction, "DELETE FROM pending_sign_ins WHERE expires_at <= $1", now));
            SALLYPORT_TRY(deleteBefore(transaction, "DELETE FROM trusted_devices WHERE created_at <= $1",
                                       now - std::chrono::days(m_core.settings.values()->mfaTrustedDeviceDays)));
            SALLYPORT_TRY(deleteBefore(transaction, "DELETE FROM one_time_links WHERE expires_at <= $1", now));
            SALLYPORT_TRY(rows::forgetAppsBegunBefore(transaction, now - enrolmentLifetime));
            SALLYPORT_ASSIGN(const std::vector<KeyId> gone, rows::deleteKeysEndedBefore(transaction, now - endedKeysKept));
            for (const KeyId& id : gone)
                transaction.removed(keyTopic, id.text());
            SALLYPORT_TRY(rows::pruneNotices(transaction, now));
            return m_core.throttle.prune(transaction, now);
        });
    }

private:
    void forgetVerifiedTokens()
    {
        m_signIn.forgetVerifiedTokens();
        m_issuedTokens.forgetVerifiedTokens();
    }
    /// The new key's record in the journal.
    SigningKeys::Record recordBy(const access::Actor& actor)
    {
        return [this, actor](storage::Transaction& transaction, const SigningKeys::Known& made) {
            return recordRotation(m_core, transaction, actor, made);
        };
    }

    /// After the commit memory shows sessions, users and keys as the transaction sees them. The one place that reads all of
    /// them: at the start, and after a change of another process, which doesn't say what it was.
    Result<void> readAgain(storage::Transaction& transaction)
    {
        auto all = std::make_shared<ReadAgain>();
        SALLYPORT_TRY(readLive(transaction, m_core.clock.now(), *all));
        SALLYPORT_ASSIGN(KeyState keys, rows::keyState(transaction));
        all->keys = std::move(keys.keys);
        all->owners = std::move(keys.owners);
        transaction.changed<ReadAgain>(readAgainTopic, {}, std::move(all));
        return {};
    }

    Result<void> endOldSessions(storage::Transaction& transaction, UtcTime now, UtcTime idleSince)
    {
        SALLYPORT_ASSIGN(auto over, transaction.prepare("DELETE FROM sessions WHERE expires_at <= $1 OR (kind = 'api' AND "
                                                        "last_used_at <= $2) RETURNING id"));
        over.bind(1, now).bind(2, idleSince);
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, over.step());
            if (!found)
                return {};
            transaction.removed(sessionTopic, over.text());
        }
    }

    const std::unique_ptr<outbound::Client> m_client;
    Core m_core;
    const TotpCipher m_totp;
    PasswordRules m_passwordRules;
    SigningKeys m_signingKeys;
    UsersService m_users;
    UserTransferService m_transfer{m_core, m_users};
    SignInService m_signIn;
    MfaService m_mfa;
    PasskeysService m_passkeys;
    PasswordsService m_passwords;
    SessionsService m_sessions;
    IssuedTokensService m_issuedTokens;
    ApiKeysService m_apiKeys;
    ServiceAccountsService m_serviceAccounts;
    RoleChangesService m_roleChanges;
    SignatureLabService m_signatureLab;
    LeakScanService m_leakScan;
    ProviderDirectory m_directory;
    OutsideFlows m_flows;
    ProvidersService m_providers;
    OutsideSignInService m_outsideSignIn;
    NoticesService m_notices{m_core};
    settings::Settings::Subscription m_settingsSubscription, m_listSubscription, m_rulesSubscription, m_algorithmSubscription;
};

} // namespace

Result<std::unique_ptr<Identity>> openIdentity(storage::Store& store, audit::Journal& journal, access::Roles& roles,
                                               settings::Settings& settings, IdentityKeys keys, Clock& clock,
                                               RandomSource& random, std::optional<storage::KdfCost> passwordCost,
                                               std::unique_ptr<outbound::Client> client)
{
    SALLYPORT_ASSIGN(TotpCipher totp, TotpCipher::create(keys.totp.clone()));
    SALLYPORT_ASSIGN(SigningKeyCipher tokenSigning, SigningKeyCipher::create(keys.tokenSigning.clone()));
    SALLYPORT_ASSIGN(KeySigningCipher keySigning, KeySigningCipher::create(keys.keySigning.clone()));
    SALLYPORT_ASSIGN(ProviderCipher providers, ProviderCipher::create(keys.providers.clone()));
    if (keys.refresh.size() < 32)
        return makeError(ErrorCode::CryptoFailure, "The key of refresh tokens is too short.");
    SALLYPORT_TRY(renewTextKeys(store));
    std::optional<crypto::PasswordCost> cost;
    if (passwordCost)
        cost = crypto::PasswordCost{passwordCost->memoryKib, passwordCost->passes, passwordCost->lanes};
    if (!client) {
        SALLYPORT_ASSIGN(client, outbound::makeClient());
    }
    auto module = std::make_unique<IdentityModule>(
        std::move(client), Foundation{store, journal, roles, settings, clock, random}, std::move(keys),
        Ciphers{std::move(totp), std::move(tokenSigning), std::move(keySigning), std::move(providers)}, cost);
    SALLYPORT_TRY(module->reload());
    return std::unique_ptr<Identity>(std::move(module));
}

} // namespace sallyport::identity
