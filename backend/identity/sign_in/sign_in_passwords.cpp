#include "backend/base/case_fold.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/sign_in/sign_in_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/user_changes.h"

namespace sallyport::identity {

namespace {

Error wrongCurrentPassword()
{
    return validationError({{"current_password", "The current password is wrong.", std::string(wrongSecretRule)}});
}

Error linkOver()
{
    return makeError(ErrorCode::TokenInvalid, "This link was used already or is too old.");
}

/// The second factor went while the password was hashed.
Error noLongerLongEnough()
{
    Error error(ErrorCode::Conflict, "The second factor was turned off meanwhile: the password must be longer.");
    error.word = "password_too_short";
    return error;
}

/// The user of a link that may still be used.
Result<std::optional<UserId>> userOfLink(storage::Transaction& transaction, std::span<const std::byte> hash, UtcTime now)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT user_id FROM one_time_links WHERE token_hash = $1 AND "
                                                   "expires_at > $2"));
    row.bind(1, hash).bind(2, now);
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? std::optional(UserId(row.text())) : std::nullopt;
}

} // namespace

Result<void> SignInService::storePassword(storage::Transaction& transaction, const UserId& user, std::string_view hash,
                                          bool isShort)
{
    const UtcTime now = m_core.clock.now();
    SALLYPORT_TRY(rows::setPassword(transaction, user, hash, isShort, now));
    SALLYPORT_ASSIGN(auto links, transaction.prepare("DELETE FROM one_time_links WHERE user_id = $1"));
    links.bind(1, user);
    SALLYPORT_TRY(links.run());
    SALLYPORT_ASSIGN(const User changed, rows::user(transaction, user, now));
    return m_core.mirror(transaction, changed);
}

Result<void> SignInService::changePassword(const access::Actor& actor, const SecretBytes& current, SecretBytes next)
{
    SALLYPORT_ASSIGN(const access::Actor self, m_core.now(actor));
    SALLYPORT_TRY(requirePerson(self));
    Attempt attempt;
    attempt.address = self.address;
    attempt.console = self.kind == access::Actor::Kind::Operator;
    SALLYPORT_ASSIGN(const auto owner, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::credentialsById(transaction, self.id);
    }));
    SALLYPORT_TRY(m_passwords.check(next, {self.name, self.email, owner && hasFactor(owner->mfaState)}));
    const bool isShort = m_passwords.isShort(next);
    SALLYPORT_ASSIGN(const PasswordCheck check, checkPassword(self.email, current, attempt, self));
    if (check.refusal)
        return *check.refusal;
    std::string hash;
    if (check.right) {
        SALLYPORT_ASSIGN(hash, m_passwords.hashes().hash(next, m_core.random));
    }

    bool permitted = false;
    const auto work = [&](storage::Transaction& transaction) -> Result<Verdict<bool>> {
        std::optional<Credentials> now;
        SALLYPORT_ASSIGN(now, rows::credentialsById(transaction, self.id));
        audit::Event event = access::eventBy(self, audit::kind::passwordChanged);
        event.object = {"user", self.id.text(), self.name, self.email};
        if (const std::string_view reason = refusalReason(check, now); !reason.empty()) {
            SALLYPORT_TRY(m_core.throttle.fail(transaction, check.attempt));
            event.outcome = audit::Outcome::Failure;
            event.reason = reason;
            SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
            return Verdict<bool>::refuse(wrongCurrentPassword());
        }
        if (isShort && !hasFactor(now->mfaState))
            return noLongerLongEnough();
        permitted = true;
        SALLYPORT_TRY(m_core.throttle.succeed(transaction, check.attempt));
        SALLYPORT_TRY(storePassword(transaction, self.id, hash, isShort));
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, self.id, self.session));
        event.detailsJson = audit::Details().number("sessions_ended", ended).json();
        SALLYPORT_TRY(noteChange(m_core, transaction, self.id, event));
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        return Verdict<bool>::accept(true);
    };
    auto done = m_core.store.write(work);
    if (!done && permitted)
        return m_core.endSessionsAnyway(self, self.id, self.session, std::move(done).error());
    SALLYPORT_TRY(unwrap(std::move(done)));
    return {};
}

Result<void> SignInService::setPasswordByLink(const SecretBytes& linkToken, SecretBytes next, const ClientContext& context)
{
    const crypto::Sha256Digest hash = hashOfSecret(linkToken.view());
    std::optional<Credentials> user;
    SALLYPORT_TRY(m_core.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto id, userOfLink(transaction, hash, m_core.clock.now()));
        if (id) {
            SALLYPORT_ASSIGN(user, rows::credentialsById(transaction, *id));
        }
        return {};
    }));
    if (!user || user->status == UserStatus::Disabled) {
        audit::Event event = access::eventBy(claimedActor(context, {}), audit::kind::passwordChanged, audit::Outcome::Refused);
        event.reason = user ? "account_disabled" : "link_over";
        SALLYPORT_TRY(m_core.journal.record(std::move(event)));
        return linkOver();
    }
    SALLYPORT_TRY(m_passwords.check(next, {user->name, user->email, hasFactor(user->mfaState)}));
    const bool isShort = m_passwords.isShort(next);
    SALLYPORT_ASSIGN(const std::string passwordHash, m_passwords.hashes().hash(next, m_core.random));

    access::Actor actor = claimedActor(context, user->email);
    actor.kind = access::Actor::Kind::User;
    actor.id = user->id;
    actor.name = user->name;
    bool permitted = false;
    Result<void> done = m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        permitted = false;
        // Of two requests with the same link one deletes it.
        SALLYPORT_ASSIGN(auto use, transaction.prepare("DELETE FROM one_time_links WHERE token_hash = $1 AND "
                                                       "expires_at > $2"));
        use.bind(1, std::span<const std::byte>(hash)).bind(2, m_core.clock.now());
        SALLYPORT_ASSIGN(const auto now, rows::credentialsById(transaction, user->id));
        if (!now || now->status == UserStatus::Disabled)
            return linkOver();
        if (isShort && !hasFactor(now->mfaState))
            return noLongerLongEnough();
        SALLYPORT_ASSIGN(const auto whose, userOfLink(transaction, hash, m_core.clock.now()));
        if (whose != user->id)
            return linkOver();
        permitted = true; // from here on only a full disk says no
        SALLYPORT_TRY(use.run());
        if (transaction.changes() != 1)
            return linkOver();
        SALLYPORT_TRY(storePassword(transaction, user->id, passwordHash, isShort));
        SALLYPORT_TRY(Throttle::unlock(transaction, user->id));
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, user->id, {}));
        audit::Event event = access::eventBy(actor, audit::kind::passwordChanged);
        event.object = {"user", user->id.text(), user->name, user->email};
        event.detailsJson = audit::Details()
                                .text("by", user->status == UserStatus::Invited ? "invitation" : "reset_link")
                                .number("sessions_ended", ended)
                                .json();
        if (user->status != UserStatus::Invited) // the first password is no news
            SALLYPORT_TRY(noteChange(m_core, transaction, user->id, event));
        return m_core.journal.append(transaction, std::move(event));
    });
    // Somebody who holds the link wants whoever else is signed in out; the link stays good for another try.
    if (!done && permitted)
        return m_core.endSessionsAnyway(actor, user->id, {}, std::move(done).error());
    return done;
}

} // namespace sallyport::identity
