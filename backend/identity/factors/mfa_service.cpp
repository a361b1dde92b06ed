#include "backend/identity/factors/mfa_service.h"
#include "backend/identity/core/email_address.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/sign_in_facts.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/factors/qr.h"
#include "backend/identity/factors/second_factor.h"
#include "backend/identity/factors/totp.h"
#include "backend/identity/factors/trusted_device_rows.h"
#include "backend/identity/notices/notice_rows.h"

namespace sallyport::identity {

namespace {

Result<void> record(Core& core, storage::Transaction& transaction, const access::Actor& actor, const UserId& id,
                    std::string_view name, std::string_view email, std::string_view kind)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"user", id.text(), std::string(name), std::string(email)};
    SALLYPORT_TRY(noteChange(core, transaction, id, event));
    return core.journal.append(transaction, std::move(event));
}

Result<std::vector<SecretBytes>> storeCodes(Core& core, storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM recovery_codes WHERE user_id = $1"));
    remove.bind(1, id);
    SALLYPORT_TRY(remove.run());
    SALLYPORT_ASSIGN(std::vector<SecretBytes> codes, newRecoveryCodes(core.random));
    for (const SecretBytes& code : codes) {
        const auto plain = normalizedRecoveryCode(code.view());
        if (!plain)
            return makeError(ErrorCode::Internal, "A new recovery code is unreadable.");
        const crypto::Sha256Digest hash = hashOfSecret(plain->view());
        SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)"));
        put.bind(1, id).bind(2, std::span<const std::byte>(hash));
        SALLYPORT_TRY(put.run());
    }
    SALLYPORT_TRY(rows::setRecoveryCodesLeft(transaction, id, static_cast<std::int64_t>(codes.size())));
    return codes;
}

SecretBytes inGroups(const SecretBytes& text)
{
    constexpr std::size_t group = 4;
    SecretBytes grouped(text.size() + (text.size() - 1) / group);
    std::size_t at = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % group == 0)
            grouped.data()[at++] = std::byte{' '};
        grouped.data()[at++] = text.data()[i];
    }
    return grouped;
}

Error notEnabled()
{
    return makeError(ErrorCode::MfaEnrolmentRequired, "Set up a second factor first.");
}

} // namespace

Result<std::vector<SecretBytes>> storeNewRecoveryCodes(Core& core, storage::Transaction& transaction, const UserId& id)
{
    return storeCodes(core, transaction, id);
}

Result<void> mirrorUser(Core& core, storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_TRY(rows::touch(transaction, id, core.clock.now()));
    SALLYPORT_ASSIGN(const User user, rows::user(transaction, id, core.clock.now()));
    return core.mirror(transaction, user);
}

Result<void> noteFactorShown(Core& core, storage::Transaction& transaction, const SessionId& session, bool passkey)
{
    const UtcTime now = core.clock.now();
    SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE sessions SET mfa_at = $1, passkey = $2 WHERE id = $3"));
    update.bind(1, now).bind(2, std::int64_t{passkey ? 1 : 0}).bind(3, session);
    SALLYPORT_TRY(update.run());
    transaction.changed(sessionTopic, session.text(), std::make_shared<const SessionChange>(SessionChange{.factorAt = now}));
    return {};
}

Result<void> forgetUselessRecoveryCodes(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto codes, transaction.prepare("DELETE FROM recovery_codes WHERE user_id = $1 AND user_id IN "
                                                     "(SELECT id FROM users WHERE id = $1 AND mfa_state < 2)"));
    codes.bind(1, id);
    SALLYPORT_TRY(codes.run());
    return rows::forgetRecoveryCodesWithoutFactor(transaction, id);
}

Result<void> requireLongPassword(const Credentials& user)
{
    if (!user.passwordShort)
        return {};
    Error error(ErrorCode::Conflict, "Choose a longer password first: this one is too short without a second factor.");
    error.word = "password_too_short";
    return error;
}

Result<void> removeSecondFactor(Core& core, storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_TRY(rows::removeFactors(transaction, id));
    SALLYPORT_ASSIGN(auto codes, transaction.prepare("DELETE FROM recovery_codes WHERE user_id = $1"));
    codes.bind(1, id);
    SALLYPORT_TRY(codes.run());
    SALLYPORT_ASSIGN(auto passkeys, transaction.prepare("DELETE FROM passkeys WHERE user_id = $1"));
    passkeys.bind(1, id);
    SALLYPORT_TRY(passkeys.run());
    return mirrorUser(core, transaction, id);
}

Result<access::Actor> MfaService::authorize(const access::Actor& actor, const UserId& id) const
{
    SALLYPORT_ASSIGN(access::Actor current, m_core.nowToEnrol(actor));
    if (current.id == id && current.key.empty())
        return current;
    if (current.enrolmentOnly)
        return Core::enrolmentMissing();
    SALLYPORT_TRY(access::require(current, access::Permission::UsersResetMfa));
    return current;
}

Result<MfaEnrolment> MfaService::begin(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, id));
    SALLYPORT_ASSIGN(const SecretBytes secret, randomSecret(m_core.random, totpSecretBytes));
    const UtcTime now = m_core.clock.now();
    std::string email;
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto user, rows::credentialsById(transaction, id));
        if (!user)
            return makeError(ErrorCode::NotFound, "No such user.");
        SALLYPORT_TRY(requireToManage(m_core, transaction, current, id));
        if (user->mfaState == MfaState::On)
            return makeError(ErrorCode::Conflict, "The second factor is set up already.");
        email = user->email;
        SALLYPORT_ASSIGN(const Bytes sealed, m_totp.seal(secret.bytes(), totpAad(id, user->mfaVersion + 1), m_core.random));
        SALLYPORT_TRY(rows::beginApp(transaction, id, sealed, now));
        return record(m_core, transaction, current, id, user->name, user->email, audit::kind::mfaEnrolStarted);
    };
    SALLYPORT_TRY(m_core.store.write(work));

    MfaEnrolment enrolment;
    std::string base32 = toBase32(secret.bytes());
    enrolment.secret = SecretBytes::fromText(base32);
    wipe(base32);
    enrolment.manualKey = inGroups(enrolment.secret);
    enrolment.issuer = otpauthIssuer(m_core.settings.values()->vaultName);
    enrolment.account = email;
    enrolment.otpauthUrl = otpauthUrl(enrolment.issuer, email, enrolment.secret.view());
    SALLYPORT_ASSIGN(enrolment.qr, encodeQr(enrolment.otpauthUrl.view()));
    enrolment.expiresAt = now + enrolmentLifetime;
    return enrolment;
}

Result<Verdict<MfaService::Codes>> MfaService::confirmEnrolment(storage::Transaction& transaction, const access::Actor& actor,
                                                                const UserId& id, std::string_view code)
{
    const UtcTime now = m_core.clock.now();
    SALLYPORT_ASSIGN(const auto user, rows::credentialsById(transaction, id));
    if (!user)
        return makeError(ErrorCode::NotFound, "No such user.");
    SALLYPORT_TRY(requireToManage(m_core, transaction, actor, id));
    if (user->mfaState == MfaState::On)
        return makeError(ErrorCode::Conflict, "The second factor is set up already.");
    if (!isEnrolling(user->mfaState) || !user->mfaStartedAt || now >= *user->mfaStartedAt + enrolmentLifetime) {
        SALLYPORT_TRY(rows::forgetApp(transaction, id));
        return Verdict<Codes>::refuse(makeError(ErrorCode::Conflict, "The setup is over. Begin again."));
    }
    SALLYPORT_ASSIGN(const bool right, useTotp(m_core, m_totp, transaction, *user, code));
    if (!right) {
        SALLYPORT_TRY(rows::countAppTry(transaction, id));
        if (user->mfaTries + 1 >= enrolmentTries)
            SALLYPORT_TRY(rows::forgetApp(transaction, id));
        audit::Event event = access::eventBy(actor, audit::kind::mfaFailed, audit::Outcome::Failure);
        event.object = {"user", id.text(), user->name, user->email};
        event.reason = errorWord(ErrorCode::MfaInvalid);
        event.detailsJson = audit::Details().flag("enrolment", true).json();
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        return Verdict<Codes>::refuse(makeError(ErrorCode::MfaInvalid, "The code is wrong or was used already."));
    }
    SALLYPORT_TRY(rows::enableApp(transaction, id));
    SALLYPORT_ASSIGN(Codes codes, storeCodes(m_core, transaction, id));
    // Whoever is signed in without the new factor isn't any more; who has just shown it stays (ASVS 7.4.3).
    const bool self = actor.id == id && actor.key.empty();
    SALLYPORT_TRY(m_core.endSessions(transaction, id, self ? actor.session : SessionId()));
    if (self)
        SALLYPORT_TRY(noteFactorShown(m_core, transaction, actor.session, false));
    SALLYPORT_TRY(mirrorUser(m_core, transaction, id));
    SALLYPORT_TRY(record(m_core, transaction, actor, id, user->name, user->email, audit::kind::mfaEnabled));
    return Verdict<Codes>::accept(std::move(codes));
}

Result<std::vector<SecretBytes>> MfaService::confirm(const access::Actor& actor, const UserId& id, std::string_view code)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, id));
    return unwrap(
        m_core.store.write([&](storage::Transaction& transaction) { return confirmEnrolment(transaction, current, id, code); }));
}

Result<void> MfaService::abandon(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, id));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(requireToManage(m_core, transaction, current, id));
        return rows::forgetApp(transaction, id);
    });
}

template <typename T, typename Accepted>
Result<T> MfaService::withOwnCode(const access::Actor& actor, std::string_view code, Accepted accepted)
{
    SALLYPORT_ASSIGN(const access::Actor self, m_core.now(actor));
    const auto work = [&](storage::Transaction& transaction) -> Result<Verdict<T>> {
        SALLYPORT_ASSIGN(const auto user, rows::credentialsById(transaction, self.id));
        if (!user || !hasFactor(user->mfaState))
            return notEnabled();
        Attempt attempt;
        attempt.scope = ThrottleScope::Code;
        attempt.emailKey = emailKey(user->email);
        attempt.user = user->id;
        attempt.address = self.address;
        attempt.console = self.kind == access::Actor::Kind::Operator;
        SALLYPORT_ASSIGN(const FactorVerdict verdict, checkSecondFactor(m_core, m_totp, transaction, *user, code, attempt, self));
        if (!verdict.accepted)
            return Verdict<T>::refuse(verdict.refusal);
        SALLYPORT_ASSIGN(T value, accepted(transaction, self, *user));
        return Verdict<T>::accept(std::move(value));
    };
    return unwrap(m_core.store.write(work));
}

Result<void> MfaService::disable(const access::Actor& actor, std::string_view code)
{
    SALLYPORT_TRY(requirePerson(actor));
    const auto accepted = [&](storage::Transaction& transaction, const access::Actor& self,
                              const Credentials& user) -> Result<bool> {
        SALLYPORT_TRY(requireLongPassword(user));
        SALLYPORT_TRY(removeSecondFactor(m_core, transaction, user.id));
        SALLYPORT_TRY(m_core.endSessions(transaction, user.id, self.session));
        SALLYPORT_TRY(record(m_core, transaction, self, user.id, user.name, user.email, audit::kind::mfaDisabled));
        return true;
    };
    SALLYPORT_TRY(withOwnCode<bool>(actor, code, accepted));
    return {};
}

Result<std::vector<SecretBytes>> MfaService::renewRecoveryCodes(const access::Actor& actor, std::string_view code)
{
    SALLYPORT_TRY(requirePerson(actor));
    const auto accepted = [&](storage::Transaction& transaction, const access::Actor& self,
                              const Credentials& user) -> Result<Codes> {
        SALLYPORT_ASSIGN(Codes codes, storeCodes(m_core, transaction, user.id));
        SALLYPORT_TRY(mirrorUser(m_core, transaction, user.id));
        SALLYPORT_TRY(record(m_core, transaction, self, user.id, user.name, user.email, audit::kind::recoveryCodesRenewed));
        return codes;
    };
    return withOwnCode<Codes>(actor, code, accepted);
}

Result<std::vector<TrustedDevice>> MfaService::trustedDevices(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    SALLYPORT_TRY(requireSignInFacts(current, id));
    return m_core.store.read([&](storage::Transaction& transaction) { return rows::trustedDevices(m_core, transaction, id); });
}

Result<void> MfaService::forgetDevice(const access::Actor& actor, const DeviceId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto owner, rows::deviceOwner(transaction, id));
        const bool own = owner && *owner == current.id && current.key.empty();
        if (!owner || (!own && !current.permissions.has(access::Permission::UsersResetMfa)))
            return makeError(ErrorCode::NotFound, "No such device.");
        if (!own)
            SALLYPORT_TRY(requireToManage(m_core, transaction, current, *owner));
        SALLYPORT_TRY(rows::forgetDevice(transaction, id));
        SALLYPORT_ASSIGN(const auto user, rows::credentialsById(transaction, *owner));
        return record(m_core, transaction, current, *owner, user ? user->name : std::string(), user ? user->email : std::string(),
                      audit::kind::deviceForgotten);
    });
}

Result<MfaCoverage> MfaService::coverage(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersRead));
    SALLYPORT_TRY(requireSignInFacts(current));
    return m_counter.count();
}

Result<UtcTime> MfaService::stepUp(const access::Actor& actor, std::string_view code)
{
    const auto accepted = [&](storage::Transaction& transaction, const access::Actor& self,
                              const Credentials&) -> Result<UtcTime> {
        const UtcTime now = m_core.clock.now();
        SALLYPORT_TRY(noteFactorShown(m_core, transaction, self.session, false));
        return now;
    };
    return withOwnCode<UtcTime>(actor, code, accepted);
}

} // namespace sallyport::identity
