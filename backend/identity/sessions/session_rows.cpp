#include "backend/identity/sessions/session_rows.h"

#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/sessions/recent_factor.h"
#include "backend/identity/tokens/access_token.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace sallyport::identity {

namespace {

enum class SessionColumn {
    Id,
    User,
    Kind,
    CreatedAt,
    LastUsedAt,
    ExpiresAt,
    Address,
    UserAgent,
    MfaAt,
    Generation,
    TokenHash,
    PreviousHash,
    RotatedAt,
    Enrolment,
    Passkey,
    Origin,
    End
};

constexpr storage::Columns<SessionColumn> sessionColumns{{{SessionColumn::Id, "id"},
                                                          {SessionColumn::User, "user_id"},
                                                          {SessionColumn::Kind, "kind"},
                                                          {SessionColumn::CreatedAt, "created_at"},
                                                          {SessionColumn::LastUsedAt, "last_used_at"},
                                                          {SessionColumn::ExpiresAt, "expires_at"},
                                                          {SessionColumn::Address, "address"},
                                                          {SessionColumn::UserAgent, "user_agent"},
                                                          {SessionColumn::MfaAt, "mfa_at"},
                                                          {SessionColumn::Generation, "generation"},
                                                          {SessionColumn::TokenHash, "token_hash"},
                                                          {SessionColumn::PreviousHash, "previous_hash"},
                                                          {SessionColumn::RotatedAt, "rotated_at"},
                                                          {SessionColumn::Enrolment, "enrolment"},
                                                          {SessionColumn::Passkey, "passkey"},
                                                          {SessionColumn::Origin, "origin"}}};
constexpr auto sessionById = storage::select(sessionColumns, "FROM sessions WHERE id = $1");
constexpr auto sessionsByUser = storage::select(sessionColumns, "FROM sessions WHERE user_id = $1 ORDER BY last_used_at DESC");

enum class UseColumn { Id, LastUsedAt, End };
constexpr storage::Columns<UseColumn> useColumns{{{UseColumn::Id, "id"}, {UseColumn::LastUsedAt, "last_used_at"}}};
constexpr auto usesOfUser = storage::select(useColumns, "FROM sessions WHERE user_id = $1");

SessionRow readSession(const storage::Row<SessionColumn>& row)
{
    SessionRow session;
    session.id = SessionId(row.text(SessionColumn::Id));
    session.user = UserId(row.text(SessionColumn::User));
    session.console = row.text(SessionColumn::Kind) == "console";
    session.createdAt = row.time(SessionColumn::CreatedAt);
    session.lastUsedAt = row.time(SessionColumn::LastUsedAt);
    session.expiresAt = row.time(SessionColumn::ExpiresAt);
    session.address = row.text(SessionColumn::Address);
    session.userAgent = row.text(SessionColumn::UserAgent);
    session.mfaAt = row.optionalTime(SessionColumn::MfaAt);
    session.generation = row.integer(SessionColumn::Generation);
    session.tokenHash = row.blob(SessionColumn::TokenHash);
    session.previousHash = row.blob(SessionColumn::PreviousHash);
    session.rotatedAt = row.time(SessionColumn::RotatedAt);
    session.enrolment = row.flag(SessionColumn::Enrolment);
    session.passkey = row.flag(SessionColumn::Passkey);
    session.origin = static_cast<SessionOrigin>(row.integer(SessionColumn::Origin));
    return session;
}

Result<void> insert(storage::Transaction& transaction, const SessionRow& session)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare(
                                   "INSERT INTO sessions (id, user_id, kind, created_at, last_used_at, expires_at, address, "
                                   "user_agent, mfa_at, generation, token_hash, rotated_at, enrolment, passkey, origin) VALUES "
                                   "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"));
    put.bind(1, session.id).bind(2, session.user).bind(3, session.console ? "console" : "api");
    put.bind(4, session.createdAt).bind(5, session.lastUsedAt).bind(6, session.expiresAt);
    put.bind(7, session.address).bind(8, session.userAgent).bind(9, session.mfaAt).bind(10, session.generation);
    if (session.tokenHash.empty())
        put.bindNull(11);
    else
        put.bind(11, std::span<const std::byte>(session.tokenHash));
    put.bind(12, session.rotatedAt).bind(13, std::int64_t{session.enrolment ? 1 : 0});
    put.bind(14, std::int64_t{session.passkey ? 1 : 0}).bind(15, static_cast<std::int64_t>(session.origin));
    return put.run();
}

/// Room for one more of the user's sessions. Counted in the table: relies on that nobody else writes it meanwhile.
Result<void> makeRoom(Core& core, storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto all, transaction.prepare("SELECT COUNT(*) FROM sessions"));
    SALLYPORT_TRY(all.step());
    if (all.integer() >= static_cast<std::int64_t>(maximumSessions))
        return makeError(ErrorCode::LimitReached, "Too many sessions are signed in.");
    std::vector<std::pair<std::int64_t, SessionId>> known; // by their last use, of which memory may know a later one
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(usesOfUser));
        rows.bind(1, user);
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            const auto row = rows.row();
            SessionId id(row.text(UseColumn::Id));
            const auto live = core.live.find(id);
            known.emplace_back(std::max(row.integer(UseColumn::LastUsedAt), live ? live->lastUsedMicros.load() : 0),
                               std::move(id));
        }
    }
    if (known.size() < maximumSessionsPerUser)
        return {};
    const auto tooMany = static_cast<std::ptrdiff_t>(known.size() - maximumSessionsPerUser) + 1;
    std::ranges::partial_sort(known, known.begin() + tooMany, {}, &std::pair<std::int64_t, SessionId>::first);
    for (auto over = known.begin(); over != known.begin() + tooMany; ++over)
        SALLYPORT_TRY(rows::endSession(transaction, over->second));
    return {};
}

} // namespace

namespace rows {

Result<StartedSession> startSession(Core& core, storage::Transaction& transaction, const User& user, const SessionStart& start)
{
    SALLYPORT_TRY(makeRoom(core, transaction, user.id));
    StartedSession started;
    SessionRow& session = started.row;
    session.id = SessionId(core.newId());
    session.user = user.id;
    session.console = start.console;
    session.enrolment = start.enrolment;
    session.passkey = start.passkey;
    session.origin = start.origin;
    session.createdAt = session.lastUsedAt = session.rotatedAt = core.clock.now();
    session.expiresAt = session.createdAt + core.settings.values()->sessionsAbsolute;
    if (start.expiresAt)
        session.expiresAt = *start.expiresAt;
    if (start.enrolment)
        session.expiresAt = session.createdAt + enrolmentSessionLifetime;
    session.address = start.console ? "console" : start.client.address.text();
    session.userAgent = truncateUtf8(start.client.userAgent, userAgentLimit);
    // What a provider saw long ago is no step-up here; what it doesn't date isn't one at all.
    if (start.factorAt)
        session.mfaAt = std::min(*start.factorAt, session.createdAt);
    if (start.mfa)
        session.mfaAt = session.createdAt;
    if (!start.console && !start.enrolment) {
        SALLYPORT_ASSIGN(SecretBytes secret, randomSecret(core.random, opaqueTokenBytes));
        const RefreshToken token{session.id, 0, std::move(secret)};
        SALLYPORT_ASSIGN(started.refreshToken, token.encode(core.keys.refresh.bytes()));
        const crypto::Sha256Digest hash = hashOfSecret(started.refreshToken.view());
        session.tokenHash.assign(hash.begin(), hash.end());
    }
    SALLYPORT_TRY(insert(transaction, session));
    SALLYPORT_TRY(noteSignedIn(transaction, session.user, session.createdAt, session.address));

    auto live = std::make_shared<LiveSession>(session.id, session.user);
    live->kind = start.console ? access::Actor::Kind::Operator : access::Actor::Kind::User;
    live->enrolment = session.enrolment;
    live->factorElsewhere = session.origin == SessionOrigin::OutsideFactor;
    live->createdAt = session.createdAt;
    live->expiresAt = session.expiresAt;
    live->lastUsedMicros = toMicros(session.lastUsedAt);
    live->mfaAtMicros = session.mfaAt ? toMicros(*session.mfaAt) : 0;
    transaction.changed(sessionTopic, session.id.text(),
                        std::make_shared<const SessionChange>(SessionChange{.started = std::move(live), .user = toLive(user)}));
    return started;
}

Result<std::optional<SessionRow>> session(storage::Transaction& transaction, const SessionId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(sessionById));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    return found ? std::optional(readSession(rows.row())) : std::nullopt;
}

Result<std::vector<SessionRow>> sessionsOf(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(sessionsByUser));
    rows.bind(1, user);
    std::vector<SessionRow> sessions;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return sessions;
        sessions.push_back(readSession(rows.row()));
    }
}

Result<bool> endSession(storage::Transaction& transaction, const SessionId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sessions WHERE id = $1"));
    remove.bind(1, id);
    SALLYPORT_TRY(remove.run());
    const bool ended = transaction.changes() > 0;
    transaction.removed(sessionTopic, id.text());
    return ended;
}

Result<std::vector<SessionRow>> sessions(storage::Transaction& transaction, const std::vector<SessionId>& ids)
{
    std::vector<SessionRow> found;
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const SessionId> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(sessionColumns.text()).add(" FROM sessions WHERE id IN ").bindList(some);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, sessionColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return {};
            found.push_back(readSession(rows.row()));
        }
    }));
    return found;
}

Result<void> endSessions(storage::Transaction& transaction, const std::vector<SessionId>& ids)
{
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const SessionId> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("DELETE FROM sessions WHERE id IN ").bindList(some);
        SALLYPORT_ASSIGN(auto remove, sql.prepare(transaction));
        return remove.run();
    }));
    for (const SessionId& id : ids)
        transaction.removed(sessionTopic, id.text());
    return {};
}

Result<std::int64_t> countSpared(storage::Transaction& transaction, const Spared& spared)
{
    if (!spared.anybody())
        return 0;
    storage::SqlText sql;
    spared.addSpared(sql.add("SELECT COUNT(DISTINCT user_id) FROM sessions WHERE "));
    SALLYPORT_ASSIGN(auto row, sql.prepare(transaction));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<std::int64_t> endEverybodys(storage::Transaction& transaction, const SessionId& except, const Spared& spared)
{
    SALLYPORT_ASSIGN(const std::int64_t left, countSpared(transaction, spared));
    if (left == 0) { // told in one word, however many there are
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sessions WHERE id <> $1"));
        remove.bind(1, except);
        SALLYPORT_TRY(remove.run());
        const std::int64_t ended = transaction.changes();
        transaction.changed(allSessionsTopic, {}, std::make_shared<const SessionId>(except));
        return ended;
    }
    storage::SqlText sql;
    sql.add("DELETE FROM sessions WHERE id <> ").bind(except.text()).add(" AND ");
    spared.addOthers(sql);
    sql.add(" RETURNING user_id");
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction));
    std::int64_t ended = 0;
    std::set<UserId> users;
    for (;; ++ended) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        users.emplace(rows.text());
    }
    for (const UserId& user : users)
        transaction.changed(userSessionsTopic, user.text(), std::make_shared<const SessionId>(except));
    return ended;
}

} // namespace rows

Result<SecretBytes> issueAccessToken(Core& core, const SigningKeys& signingKeys, const User& user, const SessionRow& session,
                                     UtcTime now)
{
    const auto signing = signingKeys.current();
    if (!signing)
        return makeError(ErrorCode::Internal, "There is no signing key.");
    const auto seconds = [](UtcTime time) { return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count(); };
    AccessClaims claims;
    claims.issuer = core.issuer();
    claims.audience = session.enrolment ? enrolmentTokenAudience : accessTokenAudience;
    claims.subject = user.id.text();
    claims.session = session.id.text();
    claims.id = core.newId();
    claims.roles = user.roles;
    const bool factorElsewhere = session.origin == SessionOrigin::OutsideFactor;
    if (session.origin == SessionOrigin::Password)
        claims.methods = {"pwd"};
    if (factorElsewhere) {
        claims.methods = {"mfa"};
    } else if (session.mfaAt) {
        // RFC 8176: proof of possession of a key, or a one-time password.
        claims.methods.emplace_back(session.passkey ? "pop" : "otp");
        claims.methods.emplace_back("mfa");
    }
    claims.issuedAt = seconds(now);
    claims.expiresAt = claims.issuedAt + core.settings.values()->tokensAccessLifetime.count();
    if (session.enrolment)
        claims.expiresAt = seconds(session.expiresAt);
    claims.context = !session.mfaAt && !factorElsewhere ? acrPassword : session.passkey ? acrPasskey : acrFactor;
    claims.authenticatedAt = seconds(std::max(session.createdAt, session.mfaAt.value_or(session.createdAt)));
    return signAccessToken(claims, signing->key, signing->kid);
}

} // namespace sallyport::identity
