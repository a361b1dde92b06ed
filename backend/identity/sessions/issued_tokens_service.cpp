#include "backend/identity/sessions/issued_tokens_service.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/sessions/session_list.h"
#include "backend/identity/sessions/session_rows.h"
#include "backend/identity/tokens/access_token.h"
#include "backend/identity/tokens/refresh_token.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

/// What the token's user may do now; nothing if the session or its user is over.
std::optional<TokenFacts> factsOf(const Core& core, const LiveSession& session, UtcTime now)
{
    if (session.kind != access::Actor::Kind::User || !isActive(session, now, core.settings.values()->sessionsIdle))
        return std::nullopt;
    const auto actor = core.live.actorOf(session, now);
    // One who is overdue with a second factor may do nothing, so the token is worth nothing.
    if (!actor || session.enrolment || mfaOverdue(core.live.mfaMissingSince(session), *core.settings.values(), now))
        return std::nullopt;
    TokenFacts facts;
    facts.issuer = core.issuer();
    facts.user = actor->id;
    facts.userEmail = actor->email;
    facts.session = session.id;
    facts.roles = actor->roles;
    for (const access::PermissionInfo& info : access::permissions())
        if (actor->permissions.has(info.permission))
            facts.permissions.emplace_back(info.word);
    facts.authenticatedAt = session.createdAt;
    return facts;
}

/// A key acts within its scopes only, even on its owner's tokens.
bool isOwn(const access::Actor& actor, const TokenFacts& facts)
{
    return !actor.id.empty() && actor.key.empty() && facts.user == actor.id;
}

SigningKeyInfo infoOf(const SigningKeys::Known& key)
{
    SigningKeyInfo info{key.kid, std::string(crypto::algorithmWord(key.algorithm)), key.createdAt, key.retiredAt, std::nullopt};
    if (key.retiredAt)
        info.verifiesUntil = *key.retiredAt + signingKeyOverlap;
    return info;
}

} // namespace

crypto::TokenAlgorithm algorithmOf(const settings::Values& values) noexcept
{
    return values.tokensEdDsa ? crypto::TokenAlgorithm::EdDsa : crypto::TokenAlgorithm::Es256;
}

Result<void> recordRotation(Core& core, storage::Transaction& transaction, const access::Actor& actor,
                            const SigningKeys::Known& made)
{
    audit::Event event = access::eventBy(actor, audit::kind::signingKeyRotated);
    event.object = {"signing_key", made.kid, std::string(crypto::algorithmWord(made.algorithm))};
    return core.journal.append(transaction, std::move(event));
}

std::shared_ptr<const AccessClaims> IssuedTokensService::verifiedClaims(std::string_view token, UtcTime now) const
{
    if (token.size() > accessTokenSizeLimit)
        return nullptr;
    const crypto::Sha256Digest digest = crypto::sha256(asBytes(token));
    if (const auto known = m_verified.find(digest)) {
        if (now < UtcTime(std::chrono::seconds((*known)->expiresAt)) + accessTokenSkew)
            return *known;
        m_verified.erase(digest);
        return nullptr;
    }
    auto claims = verifyAccessToken(
        token, [this](std::string_view kid) { return m_signingKeys.find(kid); }, m_core.issuer(), now);
    if (!claims)
        return nullptr;
    const auto verified = std::make_shared<const AccessClaims>(std::move(*claims));
    m_verified.put(digest, verified);
    return verified;
}

std::optional<TokenFacts> IssuedTokensService::readAccess(std::string_view token, UtcTime now) const
{
    const std::shared_ptr<const AccessClaims> claims = verifiedClaims(token, now);
    if (!claims)
        return std::nullopt;
    const auto session = m_core.live.find(SessionId(claims->session));
    if (!session || session->user.text() != claims->subject)
        return std::nullopt;
    auto facts = factsOf(m_core, *session, now);
    if (facts) {
        facts->id = claims->id;
        facts->methods = claims->methods;
        facts->context = claims->context;
        facts->issuedAt = UtcTime(std::chrono::seconds(claims->issuedAt));
        facts->expiresAt = UtcTime(std::chrono::seconds(claims->expiresAt));
        facts->authenticatedAt = UtcTime(std::chrono::seconds(claims->authenticatedAt));
    }
    return facts;
}

Result<std::optional<TokenFacts>> IssuedTokensService::readRefresh(std::string_view token, UtcTime now) const
{
    const auto refresh = RefreshToken::decode(token, m_core.keys.refresh.bytes());
    if (!refresh)
        return std::optional<TokenFacts>();
    SALLYPORT_ASSIGN(const auto row, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::session(transaction, refresh->session);
    }));
    const auto session = m_core.live.find(refresh->session);
    // An earlier generation is worth nothing here; only exchanging it is a sign of theft.
    if (!row || !session || refresh->generation != row->generation || !equalConstantTime(hashOfSecret(token), row->tokenHash))
        return std::optional<TokenFacts>();
    auto facts = factsOf(m_core, *session, now);
    if (facts) {
        facts->kind = TokenFacts::Kind::Refresh;
        facts->issuedAt = row->rotatedAt;
        facts->expiresAt = row->expiresAt;
    }
    return facts;
}

Result<std::optional<TokenFacts>> IssuedTokensService::read(std::string_view token) const
{
    const UtcTime now = m_core.clock.now();
    if (token.find('.') != std::string_view::npos) // only an access token has one
        return readAccess(token, now);
    return readRefresh(token, now);
}

Result<std::optional<TokenFacts>> IssuedTokensService::introspect(const access::Actor& actor, std::string_view token)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    SALLYPORT_ASSIGN(auto facts, read(token));
    // Whether a token is good is already an answer, so who may not ask about others' learns only about their own.
    if (!facts || !isOwn(current, *facts))
        SALLYPORT_TRY(access::require(current, access::Permission::TokensIntrospect));
    return facts;
}

Result<void> IssuedTokensService::revoke(const access::Actor& actor, std::string_view token)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    SALLYPORT_ASSIGN(const auto facts, read(token));
    if (!facts)
        return {};
    if (!isOwn(current, *facts))
        SALLYPORT_TRY(access::require(current, access::Permission::UsersRevokeSessions));
    Result<void> ended = m_sessions.end(current, facts->session);
    if (!ended && ended.error().code == ErrorCode::NotFound) // it has ended meanwhile
        return {};
    return ended;
}

Result<std::vector<SigningKeyInfo>> IssuedTokensService::signingKeys(const access::Actor& actor)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::SettingsRead));
    std::vector<SigningKeyInfo> keys;
    for (const SigningKeys::Known& key : m_signingKeys.known())
        keys.push_back(infoOf(key));
    return keys;
}

Result<SigningKeyInfo> IssuedTokensService::rotateSigningKey(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::SettingsUpdate));
    SALLYPORT_ASSIGN(const SigningKeys::Known fresh,
                     m_signingKeys.rotate(algorithmOf(*m_core.settings.values()),
                                          [&](storage::Transaction& transaction, const SigningKeys::Known& made) {
                                              return recordRotation(m_core, transaction, current, made);
                                          }));
    return infoOf(fresh);
}

} // namespace sallyport::identity
