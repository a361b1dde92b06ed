#include "backend/identity/sign_in/sign_in_service.h"

#include "backend/base/time_format.h"
#include "backend/identity/sessions/recent_factor.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

Error sessionOver()
{
    return makeError(ErrorCode::TokenInvalid, "The access token is not valid: its session has ended.");
}

} // namespace

Result<std::shared_ptr<const Principal>> SignInService::principalOf(const std::shared_ptr<Verified>& verified, UtcTime now) const
{
    LiveSession& session = *verified->session;
    std::shared_ptr<const Built> built = verified->built.load();
    const std::uint64_t version = session.version.load();
    if (!built || built->version != version || !built->principal.holdsAt(now)) {
        auto actor = m_core.live.actorOf(session, now);
        if (!actor)
            return sessionOver();
        auto fresh = std::make_shared<Built>();
        fresh->version = version;
        fresh->principal.actor = std::move(*actor);
        fresh->principal.tokenExpiresAt = verified->expiresAt;
        fresh->principal.mfaEnabled = m_core.live.mfaEnabled(session.user);
        fresh->principal.mfaMissingSince = m_core.live.mfaMissingSince(session);
        fresh->principal.tokenMfaAt = verified->mfaAt;
        fresh->principal.enrolmentOnly = session.enrolment;
        built = std::move(fresh);
        verified->built.store(built);
    }
    return std::shared_ptr<const Principal>(built, &built->principal);
}

Result<std::shared_ptr<const Principal>> SignInService::authenticate(std::string_view accessToken)
{
    if (accessToken.empty() || accessToken.size() > accessTokenSizeLimit)
        return makeError(ErrorCode::TokenInvalid, "The access token is not valid: size.");
    const UtcTime now = m_core.clock.now();
    // The cache saves the signature check only; whether the session lives is asked every time.
    const crypto::Sha256Digest digest = crypto::sha256(asBytes(accessToken));
    std::shared_ptr<Verified> verified = m_verified.find(digest).value_or(nullptr);
    if (!verified) {
        m_signaturesChecked.fetch_add(1, std::memory_order_relaxed);
        SALLYPORT_ASSIGN(const AccessClaims claims,
                         verifyAccessToken(
                             accessToken, [&](std::string_view kid) { return m_signingKeys.find(kid); }, m_core.issuer(), now));
        auto session = m_core.live.find(SessionId(claims.session));
        if (!session || session->user.text() != claims.subject || session->kind != access::Actor::Kind::User ||
            session->enrolment != (claims.audience == enrolmentTokenAudience))
            return sessionOver();
        verified = std::make_shared<Verified>();
        verified->expiresAt = UtcTime(std::chrono::seconds(claims.expiresAt));
        // A factor that was shown elsewhere and has no date makes an `acr`, and no step-up.
        if (const std::int64_t shown = session->mfaAtMicros.load(); shown != 0 && claims.context != acrPassword)
            verified->mfaAt = std::min(fromMicros(shown), UtcTime(std::chrono::seconds(claims.authenticatedAt)));
        verified->session = std::move(session);
        m_verified.put(digest, verified);
    } else if (now >= verified->expiresAt + accessTokenSkew) {
        m_verified.erase(digest);
        return makeError(ErrorCode::TokenExpired, "The access token has expired.");
    }

    LiveSession& session = *verified->session;
    const std::int64_t lastUsed = session.lastUsedMicros.load(std::memory_order_relaxed);
    const bool idle = now - fromMicros(lastUsed) >= m_core.settings.values()->sessionsIdle;
    if (session.ended.load() || idle || now >= session.expiresAt) {
        m_verified.erase(digest);
        return sessionOver();
    }
    auto principal = principalOf(verified, now);
    if (principal && toMicros(now) > lastUsed)
        session.lastUsedMicros.store(toMicros(now), std::memory_order_relaxed);
    return principal;
}

} // namespace sallyport::identity
