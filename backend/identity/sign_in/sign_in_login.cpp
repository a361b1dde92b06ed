#include "backend/base/case_fold.h"
#include "backend/base/name_text.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/factors/trusted_device_rows.h"
#include "backend/identity/sign_in/sign_in_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/user_changes.h"

namespace sallyport::identity {

namespace {

enum class PendingColumn { User, FirstFactor, End };
constexpr storage::Columns<PendingColumn> pendingColumns{
    {{PendingColumn::User, "user_id"}, {PendingColumn::FirstFactor, "first_factor"}}};
constexpr auto takePending = storage::returning("UPDATE pending_sign_ins SET tries = tries + 1 WHERE token_hash = $1 AND "
                                                "expires_at > $2 AND tries < $3 RETURNING",
                                                pendingColumns);

/// One text for every reason (ASVS 6.3.8).
Error wrongCredentials()
{
    return makeError(ErrorCode::Unauthenticated, "E-mail or password is wrong.");
}

access::Actor asUser(const access::Actor& claimed, const Credentials& user)
{
    access::Actor actor = claimed;
    actor.kind = claimed.kind == access::Actor::Kind::Operator ? claimed.kind : access::Actor::Kind::User;
    actor.id = user.id;
    actor.name = user.name;
    actor.email = user.email;
    return actor;
}

} // namespace

Error shortPasswordAlone()
{
    Error error(ErrorCode::Unauthenticated, "This password is too short without a second factor. Ask an administrator for "
                                            "a link to choose another one.");
    error.word = "password_too_short";
    return error;
}

SignInService::SignInService(Core& core, const PasswordRules& passwords, const SigningKeys& signingKeys, const TotpCipher& totp)
    : m_core(core), m_passwords(passwords), m_signingKeys(signingKeys), m_totp(totp), m_verified(verifiedTokenLimit, 64)
{
}

access::Actor claimedActor(const ClientContext& context, std::string_view email)
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::Anonymous;
    actor.name = actor.email = truncateCharacters(plainEmail(email), emailLimit);
    actor.address = context.address;
    actor.userAgent = truncateUtf8(context.userAgent, userAgentLimit);
    actor.request = context.request;
    return actor;
}

Result<void> SignInService::recordThrottled(PasswordCheck& check, const Hold& hold)
{
    check.refusal = heldBack(hold, check.attempt.scope);
    audit::Event event = access::eventBy(check.claimed, audit::kind::signInThrottled, audit::Outcome::Refused);
    event.object = {"user", check.user ? check.user->id.text() : std::string(), check.claimed.email, check.claimed.email};
    event.reason = errorWord(ErrorCode::AccountLocked);
    event.detailsJson = audit::Details().number("retry_after", hold.wait.count()).flag("network", hold.ofNetwork).json();
    return m_core.journal.record(std::move(event));
}

Result<SignInService::PasswordCheck> SignInService::checkPassword(const std::string& email, const SecretBytes& password,
                                                                  Attempt attempt, access::Actor claimed)
{
    PasswordCheck check;
    check.attempt = std::move(attempt);
    check.attempt.emailKey = emailKey(truncateCharacters(trimUnicode(email), emailLimit + 1));
    check.claimed = std::move(claimed);
    std::optional<Hold> hold;
    SALLYPORT_TRY(m_core.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(check.user, rows::credentialsByEmail(transaction, check.attempt.emailKey));
        if (check.user)
            check.attempt.user = check.user->id;
        SALLYPORT_ASSIGN(hold, m_core.throttle.holdOf(transaction, check.attempt));
        return {};
    }));
    if (hold) {
        SALLYPORT_TRY(recordThrottled(check, *hold));
        return check;
    }

    // The same work whether there is such an account, whether it has a password and whether it may sign in.
    const bool isTooLong = isLongerThan(password.view(), passwordLimit);
    const bool verifiable = check.user && !check.user->passwordHash.empty() && !isTooLong;
    if (!verifiable) {
        const SecretBytes tooLong(1);
        m_passwords.hashes().dummyVerify(isTooLong ? tooLong : password);
        return check;
    }
    using Match = PasswordHashes::Match;
    const auto match = m_passwords.hashes().match(password, check.user->passwordHash);
    if (!match) // an unreadable hash never matches; the work must not show it
        m_passwords.hashes().dummyVerify(password);
    check.right = match && *match != Match::Wrong;
    if (match && *match == Match::Stale) {
        SALLYPORT_ASSIGN(check.rehashed, m_passwords.hashes().hash(password, m_core.random));
    }
    return check;
}

std::string_view SignInService::refusalReason(const PasswordCheck& check, const std::optional<Credentials>& now)
{
    if (!check.user || !now)
        return "unknown_user";
    if (!check.right)
        return check.user->passwordHash.empty() ? "no_password" : "wrong_password";
    if (now->passwordHash != check.user->passwordHash)
        return "password_changed"; // while we were checking
    if (now->status != UserStatus::Active)
        return "account_disabled";
    return {};
}

Result<Verdict<SignInService::Acceptance>> SignInService::accept(storage::Transaction& transaction, const PasswordCheck& check,
                                                                 const ClientContext& context)
{
    std::optional<Credentials> now;
    if (check.user) {
        SALLYPORT_ASSIGN(now, rows::credentialsById(transaction, check.user->id));
    }
    if (const std::string_view reason = refusalReason(check, now); !reason.empty()) {
        SALLYPORT_TRY(m_core.throttle.fail(transaction, check.attempt));
        audit::Event event = access::eventBy(check.claimed, audit::kind::signInFailed, audit::Outcome::Failure);
        event.object = {"user", check.user ? check.user->id.text() : std::string(),
                        check.user ? check.user->name : check.claimed.email, check.claimed.email};
        event.reason = reason;
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        return Verdict<Acceptance>::refuse(wrongCredentials());
    }
    if (now->passwordShort && !hasFactor(now->mfaState)) {
        audit::Event refused = access::eventBy(check.claimed, audit::kind::signInFailed, audit::Outcome::Refused);
        refused.object = {"user", now->id.text(), now->name, now->email};
        refused.reason = "password_too_short";
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(refused)));
        return Verdict<Acceptance>::refuse(shortPasswordAlone());
    }
    if (!check.rehashed.empty())
        SALLYPORT_TRY(rows::setRehashed(transaction, now->id, check.rehashed));

    bool trusted = false;
    if (hasFactor(now->mfaState) && context.device) {
        SALLYPORT_ASSIGN(trusted, rows::useTrustedDevice(m_core, transaction, now->id, *context.device, context));
    }
    Entry entry{asUser(check.claimed, *now), trusted ? "password, trusted device" : "password", {context}};
    entry.complete = trusted;
    entry.attempt = check.attempt;
    SALLYPORT_ASSIGN(Acceptance acceptance, conclude(transaction, now->id, std::move(entry)));
    return Verdict<Acceptance>::accept(std::move(acceptance));
}

Result<SignInResult> SignInService::login(const std::string& email, const SecretBytes& password, const ClientContext& context)
{
    Attempt attempt;
    attempt.address = context.address;
    SALLYPORT_ASSIGN(const PasswordCheck check, checkPassword(email, password, attempt, claimedActor(context, email)));
    if (check.refusal)
        return *check.refusal;
    SALLYPORT_ASSIGN(Acceptance acceptance, unwrap(m_core.store.write([&](storage::Transaction& transaction) {
                         return accept(transaction, check, context);
                     })));
    return resultOf(std::move(acceptance));
}

Result<SignInResult> SignInService::resultOf(Acceptance acceptance)
{
    if (acceptance.pending)
        return SignInResult(std::move(*acceptance.pending));
    if (acceptance.session->row.enrolment) {
        EnrolmentNeeded needed;
        SALLYPORT_ASSIGN(needed.token,
                         issueAccessToken(m_core, m_signingKeys, acceptance.user, acceptance.session->row, m_core.clock.now()));
        needed.expiresIn = enrolmentSessionLifetime;
        needed.userName = acceptance.user.name;
        return SignInResult(std::move(needed));
    }
    SALLYPORT_ASSIGN(Tokens tokens,
                     tokensOf(std::move(acceptance.user), acceptance.session->row, std::move(acceptance.session->refreshToken)));
    return SignInResult(std::move(tokens));
}

Result<MfaPending> SignInService::startPending(storage::Transaction& transaction, const User& user,
                                               const std::string& firstFactor)
{
    MfaPending pending;
    pending.userName = user.name;
    pending.app = user.authenticatorApp;
    pending.passkey = user.passkeys > 0 && !m_core.settings.values()->webauthnRpId.empty();
    pending.expiresIn = pendingSignInLifetime;
    SALLYPORT_ASSIGN(pending.mfaToken, newOpaqueToken(m_core.random));
    const crypto::Sha256Digest hash = hashOfSecret(pending.mfaToken.view());
    const UtcTime now = m_core.clock.now();
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO pending_sign_ins (token_hash, user_id, created_at, "
                                                   "expires_at, first_factor) VALUES ($1, $2, $3, $4, $5)"));
    put.bind(1, std::span<const std::byte>(hash)).bind(2, user.id).bind(3, now).bind(4, now + pendingSignInLifetime);
    put.bind(5, firstFactor);
    SALLYPORT_TRY(put.run());
    SALLYPORT_ASSIGN(auto forget, transaction.prepare("DELETE FROM pending_sign_ins WHERE user_id = $1 AND token_hash NOT IN "
                                                      "(SELECT token_hash FROM pending_sign_ins WHERE user_id = $1 "
                                                      "ORDER BY created_at DESC LIMIT $2)"));
    forget.bind(1, user.id).bind(2, pendingSignInsPerUser);
    SALLYPORT_TRY(forget.run());
    return pending;
}

Result<Verdict<SignInService::Acceptance>> SignInService::acceptFactor(storage::Transaction& transaction,
                                                                       const SecretBytes& mfaToken, const ClientContext& context,
                                                                       std::string_view factor, bool passkey,
                                                                       const CheckFactor& check)
{
    const auto over = [] {
        return Verdict<Acceptance>::refuse(
            makeError(ErrorCode::Unauthenticated, "This sign-in is over. Start again with e-mail and password."));
    };
    const UtcTime now = m_core.clock.now();
    const crypto::Sha256Digest hash = hashOfSecret(mfaToken.view());
    // Counted before it is looked at; a token has five tries, whatever comes with them.
    SALLYPORT_ASSIGN(auto take, transaction.prepare(takePending));
    take.bind(1, std::span<const std::byte>(hash)).bind(2, now).bind(3, pendingSignInTries);
    SALLYPORT_ASSIGN(const bool found, take.step());
    const UserId id(found ? take.row().text(PendingColumn::User) : std::string());
    const std::string firstFactor = found ? take.row().text(PendingColumn::FirstFactor) : std::string();
    std::optional<Credentials> user;
    if (found) {
        SALLYPORT_TRY(take.run());
        SALLYPORT_ASSIGN(user, rows::credentialsById(transaction, id));
    }
    access::Actor actor = claimedActor(context, user ? user->email : std::string());
    if (!user || user->status != UserStatus::Active || !hasFactor(user->mfaState)) {
        audit::Event event = access::eventBy(actor, audit::kind::mfaFailed, audit::Outcome::Failure);
        event.reason = "sign_in_over";
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        return over();
    }
    Attempt attempt;
    attempt.emailKey = emailKey(user->email);
    attempt.user = user->id;
    attempt.address = context.address;
    attempt.scope = ThrottleScope::Code;
    SALLYPORT_ASSIGN(const FactorVerdict verdict, check(transaction, *user, attempt, actor));
    if (!verdict.accepted)
        return Verdict<Acceptance>::refuse(verdict.refusal);

    SALLYPORT_ASSIGN(auto done, transaction.prepare("DELETE FROM pending_sign_ins WHERE token_hash = $1"));
    done.bind(1, std::span<const std::byte>(hash));
    SALLYPORT_TRY(done.run());
    attempt.scope = ThrottleScope::Password;
    Entry entry{asUser(actor, *user), firstFactor + ", " + std::string(factor), {context, false, true}};
    entry.start.passkey = passkey;
    entry.start.origin = firstFactor == "password" ? SessionOrigin::Password : SessionOrigin::Outside;
    entry.complete = true;
    entry.attempt = attempt;
    SALLYPORT_ASSIGN(Acceptance acceptance, conclude(transaction, user->id, std::move(entry)));
    if (context.trustDevice) {
        SALLYPORT_ASSIGN(acceptance.device, rows::trustDevice(m_core, transaction, asUser(actor, *user), context));
    }
    return Verdict<Acceptance>::accept(std::move(acceptance));
}

Result<Tokens> SignInService::completeWith(const SecretBytes& mfaToken, const ClientContext& context, std::string_view factor,
                                           bool passkey, const CheckFactor& check)
{
    SALLYPORT_ASSIGN(Acceptance acceptance, unwrap(m_core.store.write([&](storage::Transaction& transaction) {
                         return acceptFactor(transaction, mfaToken, context, factor, passkey, check);
                     })));
    SALLYPORT_ASSIGN(Tokens tokens,
                     tokensOf(std::move(acceptance.user), acceptance.session->row, std::move(acceptance.session->refreshToken)));
    if (acceptance.device)
        tokens.deviceToken = std::move(*acceptance.device);
    return tokens;
}

Result<Tokens> SignInService::completeMfa(const SecretBytes& mfaToken, std::string_view code, const ClientContext& context)
{
    return completeWith(
        mfaToken, context, "one-time code", false,
        [&](storage::Transaction& transaction, const Credentials& user, const Attempt& attempt, const access::Actor& actor) {
            return checkSecondFactor(m_core, m_totp, transaction, user, code, attempt, actor);
        });
}

Result<UserId> SignInService::pendingUser(const SecretBytes& mfaToken)
{
    const crypto::Sha256Digest hash = hashOfSecret(mfaToken.view());
    return m_core.store.read([&](storage::Transaction& transaction) -> Result<UserId> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT user_id FROM pending_sign_ins WHERE token_hash = $1 AND "
                                                       "expires_at > $2 AND tries < $3"));
        row.bind(1, std::span<const std::byte>(hash)).bind(2, m_core.clock.now()).bind(3, pendingSignInTries);
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return makeError(ErrorCode::Unauthenticated, "This sign-in is over. Start again with e-mail and password.");
        return UserId(row.text());
    });
}

std::string SignInService::pendingEmail(const SecretBytes& mfaToken)
{
    const auto user = pendingUser(mfaToken);
    if (!user)
        return {};
    const auto found =
        m_core.store.read([&](storage::Transaction& transaction) { return rows::user(transaction, *user, m_core.clock.now()); });
    return found ? found->email : std::string();
}

Result<Tokens> SignInService::finishEnrolment(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.nowToEnrol(actor));
    const ClientContext context{current.address, current.userAgent, current.request};
    SALLYPORT_ASSIGN(Acceptance acceptance, m_core.store.write([&](storage::Transaction& transaction) -> Result<Acceptance> {
        SALLYPORT_ASSIGN(const auto session, rows::session(transaction, current.session));
        SALLYPORT_ASSIGN(const User user, rows::user(transaction, current.id, m_core.clock.now()));
        if (!session || !session->enrolment || !session->mfaAt || !user.mfaEnabled)
            return makeError(ErrorCode::PermissionDenied, "This session was not opened to set up a second factor.");
        SALLYPORT_TRY(rows::endSession(transaction, session->id));
        const bool password = session->origin == SessionOrigin::Password;
        Entry entry{
            current, password ? "password, new second factor" : "outside login, new second factor", {context, false, true}};
        entry.start.origin = session->origin;
        entry.complete = true;
        return conclude(transaction, current.id, std::move(entry));
    }));
    return tokensOf(std::move(acceptance.user), acceptance.session->row, std::move(acceptance.session->refreshToken));
}

Result<Tokens> SignInService::tokensOf(User user, const SessionRow& session, SecretBytes refreshToken)
{
    Tokens tokens;
    SALLYPORT_ASSIGN(tokens.accessToken, issueAccessToken(m_core, m_signingKeys, user, session, m_core.clock.now()));
    tokens.refreshToken = std::move(refreshToken);
    tokens.expiresIn = m_core.settings.values()->tokensAccessLifetime;
    tokens.session = session.id;
    if (session.origin != SessionOrigin::OutsideFactor)
        tokens.mfaDeadline = mfaDeadlineOf(user, *m_core.settings.values());
    tokens.user = std::move(user);
    tokens.user.lastSignInAt = session.createdAt; // both of this sign-in
    tokens.user.lastSignInAddress = session.address;
    return tokens;
}

} // namespace sallyport::identity
