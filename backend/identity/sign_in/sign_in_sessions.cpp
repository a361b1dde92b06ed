#include "backend/identity/core/manage.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/sign_in/sign_in_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_changes.h"

namespace sallyport::identity {

namespace {

struct Rotation {
    User user;
    SessionRow session;
    SecretBytes next;
};

Error notValid()
{
    return makeError(ErrorCode::TokenInvalid, "The refresh token is not valid.");
}

bool isSameHash(std::span<const std::byte> hash, const Bytes& stored) noexcept
{
    return equalConstantTime(hash, stored);
}

access::Actor actorOf(const ClientContext& context, const User& user, const SessionId& session)
{
    access::Actor actor = claimedActor(context, user.email);
    actor.kind = access::Actor::Kind::User;
    actor.id = user.id;
    actor.name = user.name;
    actor.session = session;
    return actor;
}

Result<void> record(Core& core, storage::Transaction& transaction, const access::Actor& actor, std::string_view kind,
                    audit::Outcome outcome, std::string_view reason)
{
    audit::Event event = access::eventBy(actor, kind, outcome);
    event.object = {"session", actor.session.text(), actor.name};
    event.reason = reason;
    return core.journal.append(transaction, std::move(event));
}

/// The client that made the last exchange, as far as can be told.
bool isSameClient(const SessionRow& session, const ClientContext& context)
{
    const auto address = IpAddress::parse(session.address);
    return address && address->network() == context.address.network() &&
           session.userAgent == truncateUtf8(context.userAgent, userAgentLimit);
}

Result<void> storeRotation(storage::Transaction& transaction, SessionRow& session, std::span<const std::byte> next,
                           const ClientContext& context, UtcTime now)
{
    session.previousHash = session.tokenHash;
    session.tokenHash.assign(next.begin(), next.end());
    session.address = context.address.text();
    session.userAgent = truncateUtf8(context.userAgent, userAgentLimit);
    session.lastUsedAt = session.rotatedAt = now;
    SALLYPORT_ASSIGN(auto update,
                     transaction.prepare("UPDATE sessions SET generation = generation + 1, previous_hash = token_hash, "
                                         "token_hash = $1, rotated_at = $2, last_used_at = $2, address = $3, "
                                         "user_agent = $4 WHERE id = $5 AND generation = $6"));
    update.bind(1, next).bind(2, now).bind(3, session.address).bind(4, session.userAgent);
    update.bind(5, session.id).bind(6, session.generation);
    SALLYPORT_TRY(update.run());
    if (transaction.changes() != 1)
        return makeError(ErrorCode::Conflict, "The session was renewed meanwhile.");
    ++session.generation;
    return {};
}

/// RFC 9700 §4.14.2: exchange, or answer the same client's retry, or end the family.
Result<Verdict<Rotation>> rotate(Core& core, storage::Transaction& transaction, const RefreshToken& token,
                                 std::span<const std::byte> hash, const ClientContext& context)
{
    const UtcTime now = core.clock.now();
    SALLYPORT_ASSIGN(auto session, rows::session(transaction, token.session));
    if (!session || session->console || session->enrolment)
        return Verdict<Rotation>::refuse(notValid());
    Rotation rotation;
    SALLYPORT_ASSIGN(rotation.user, rows::user(transaction, session->user, now));
    const access::Actor actor = actorOf(context, rotation.user, session->id);

    const auto live = core.live.find(session->id);
    const UtcTime lastUsed = live ? std::max(session->lastUsedAt, fromMicros(live->lastUsedMicros)) : session->lastUsedAt;
    const bool over = now >= session->expiresAt || now - lastUsed >= core.settings.values()->sessionsIdle;
    if (over || rotation.user.status != UserStatus::Active) {
        // Refused, and left to who removes what is over: the clock may be wrong, and what is deleted stays so.
        if (!over)
            SALLYPORT_TRY(rows::endSession(transaction, session->id));
        SALLYPORT_TRY(record(core, transaction, actor, audit::kind::tokenRefused, audit::Outcome::Refused,
                             over ? "session_over" : "account_disabled"));
        return Verdict<Rotation>::refuse(over ? makeError(ErrorCode::TokenExpired, "The session is over. Sign in again.")
                                              : notValid());
    }

    const auto deadline = mfaDeadlineOf(rotation.user, *core.settings.values());
    if (deadline && now >= *deadline && session->origin != SessionOrigin::OutsideFactor) {
        SALLYPORT_TRY(rows::endSession(transaction, session->id));
        SALLYPORT_TRY(record(core, transaction, actor, audit::kind::mfaOverdue, audit::Outcome::Refused,
                             errorWord(ErrorCode::MfaEnrolmentRequired)));
        return Verdict<Rotation>::refuse(
            makeError(ErrorCode::MfaEnrolmentRequired, "The time to set up a second factor is over. Sign in again to do it."));
    }

    SALLYPORT_ASSIGN(const RefreshToken next, token.next(core.keys.refresh.bytes()));
    SALLYPORT_ASSIGN(rotation.next, next.encode(core.keys.refresh.bytes()));
    const crypto::Sha256Digest nextHash = hashOfSecret(rotation.next.view());
    const bool isCurrent = token.generation == session->generation && isSameHash(hash, session->tokenHash);
    const bool isRetry = std::int64_t{token.generation} + 1 == session->generation && isSameHash(hash, session->previousHash) &&
                         isSameHash(nextHash, session->tokenHash) && now - session->rotatedAt <= refreshGrace &&
                         isSameClient(*session, context);
    if (!isCurrent && !isRetry) {
        SALLYPORT_TRY(rows::endSession(transaction, session->id));
        SALLYPORT_TRY(record(core, transaction, actor, audit::kind::refreshReused, audit::Outcome::Refused,
                             errorWord(ErrorCode::TokenInvalid)));
        return Verdict<Rotation>::refuse(notValid());
    }
    transaction.givesToo(); // all before this only refuses, and ends what it refuses
    if (isCurrent) {
        SALLYPORT_TRY(storeRotation(transaction, *session, nextHash, context, now));
        SALLYPORT_TRY(rows::noteActive(transaction, session->user, now));
        SALLYPORT_TRY(record(core, transaction, actor, audit::kind::tokenRefreshed, audit::Outcome::Success, {}));
        transaction.changed(sessionTopic, session->id.text(),
                            std::make_shared<const SessionChange>(SessionChange{.usedAt = now}));
    }
    rotation.session = std::move(*session);
    return Verdict<Rotation>::accept(std::move(rotation));
}

} // namespace

Result<Tokens> SignInService::refresh(const SecretBytes& refreshToken, const ClientContext& context)
{
    auto decoded = RefreshToken::decode(refreshToken.view(), m_core.keys.refresh.bytes());
    if (!decoded)
        return notValid();
    const auto token = std::make_shared<const RefreshToken>(std::move(*decoded));
    const crypto::Sha256Digest hash = hashOfSecret(refreshToken.view());
    // A token that was used before ends its session, also where there is no room to write that down.
    const auto verdict = std::make_shared<std::optional<Verdict<Rotation>>>();
    SALLYPORT_TRY(m_core.store.takeAway([this, token, hash, context, verdict](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(*verdict, rotate(m_core, transaction, *token, hash, context));
        return {};
    }));
    SALLYPORT_ASSIGN(Rotation rotation, unwrap(Result<Verdict<Rotation>>(std::move(**verdict))));
    return tokensOf(std::move(rotation.user), rotation.session, std::move(rotation.next));
}

Result<void> SignInService::logout(const access::Actor& actor)
{
    return m_core.store.takeAway([this, actor](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const bool ended, rows::endSession(transaction, actor.session));
        if (!ended)
            return {};
        return record(m_core, transaction, actor, audit::kind::signedOut, audit::Outcome::Success, {});
    });
}

Result<void> SignInService::logoutAll(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.nowToEnrol(actor));
    SALLYPORT_TRY(requirePerson(current));
    return m_core.store.takeAway([this, current](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, current.id, {}));
        audit::Event event = access::eventBy(current, audit::kind::signedOut);
        event.object = {"user", current.id.text(), current.name, current.email};
        event.detailsJson = audit::Details().number("sessions", ended).json();
        return m_core.journal.append(transaction, std::move(event));
    });
}

} // namespace sallyport::identity
