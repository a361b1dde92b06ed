#include "backend/api/stages/authentication.h"

#include "backend/api/query_text.h"
#include "backend/audit/event_kinds.h"

namespace sallyport::api {
namespace {

/// The credentials that a request shows, by kind.
struct Credentials {
    std::string_view authorization;
    unsigned bearers = 0;
    std::string_view key;
    unsigned keys = 0;        ///< X-API-Key
    unsigned signatures = 0;  ///< X-Signature
};

Credentials collect(const http::Request& request)
{
    Credentials found;
    for (const http::HeaderField& field : request.headers()) {
        if (http::equalsIgnoreCase(field.name, "authorization")) {
            found.authorization = field.value;
            ++found.bearers;
        } else if (http::equalsIgnoreCase(field.name, "x-api-key")) {
            found.key = field.value;
            ++found.keys;
        } else if (http::equalsIgnoreCase(field.name, "x-signature")) {
            ++found.signatures;
        }
    }
    return found;
}

Error refused(ErrorCode code, std::string detail, std::string word)
{
    Error error(code, std::move(detail));
    error.word = std::move(word);
    return error;
}

/// `Bearer` in any case, one space, one token (RFC 6750 §2.1); empty otherwise.
std::string_view bearerToken(std::string_view authorization)
{
    constexpr std::string_view scheme = "bearer ";
    if (authorization.size() <= scheme.size() || !http::equalsIgnoreCase(authorization.substr(0, scheme.size()), scheme))
        return {};
    const std::string_view token = authorization.substr(scheme.size());
    // Three searches for one character are far cheaper than one for any of three.
    const auto holds = [token](char c) { return token.find(c) != std::string_view::npos; };
    return holds(' ') || holds(',') || holds('\t') ? std::string_view() : token;
}

/// One outward answer for whatever is wrong with a key; the record tells the reason. An address that shows wrong keys again
/// and again has to wait, whatever it claims to be.
std::optional<Error> checkKey(Call& call, std::string_view text)
{
    identity::KeyVerdict verdict = call.services().apiKeys.authenticate(text, call.client);
    if (verdict.principal) {
        call.principal = std::move(verdict.principal);
        return std::nullopt;
    }
    call.claimed = std::move(verdict.claimed);
    call.claimedReason = verdict.refusal->recordedWord;
    const protection::Decision decision = call.api.limiter.checkRefused(call.client);
    if (decision.allowed)
        return std::move(verdict.refusal);
    call.limit = decision;
    Error tooMany(ErrorCode::RateLimited, "Too many refused credentials from this address; try again later");
    tooMany.retryAfter = decision.retryAfter;
    return tooMany;
}

} // namespace

std::string_view AuthenticationStage::eventKind(const Error& refusal) const noexcept
{
    if (refusal.code == ErrorCode::RateLimited)
        return audit::kind::LimitReached;
    if (!refusal.recordedWord.empty())
        return audit::kind::KeyRefused;
    return refusal.code == ErrorCode::BadRequest ? audit::kind::RequestMalformed : audit::kind::TokenRefused;
}

std::optional<Error> AuthenticationStage::check(Call& call) const
{
    if (!call.request.query.empty() && queryHasCredential(call.request.query))
        return refused(ErrorCode::BadRequest, "A credential must not be part of the URL", "credential_in_url");
    const Credentials credentials = collect(call.request);
    const bool keyed = credentials.keys > 0 || credentials.signatures > 0;
    if (credentials.bearers > 1 || credentials.keys > 1 || credentials.signatures > 1 || (credentials.bearers > 0 && keyed))
        return refused(ErrorCode::BadRequest, "More than one credential in a request", "credentials_ambiguous");
    if (call.route().access == Access::Public)
        return std::nullopt;
    if (credentials.signatures > 0)
        return refused(ErrorCode::Unauthenticated, "Signed requests are not accepted; use an API key or a bearer token",
                       "credential_not_accepted");
    if (credentials.keys > 0)
        return checkKey(call, credentials.key);
    if (credentials.bearers == 0)
        return refused(ErrorCode::Unauthenticated, "Send an access token as 'Authorization: Bearer', or an API key as 'X-API-Key'",
                       "credential_missing");
    const std::string_view token = bearerToken(credentials.authorization);
    if (token.empty())
        return refused(ErrorCode::Unauthenticated, "The Authorization field holds no bearer token", "credential_malformed");
    auto principal = call.services().signIn.authenticate(token);
    if (!principal)
        return std::move(principal).error();
    call.principal = std::move(*principal);
    return std::nullopt;
}

std::string AuthenticationStage::saw(const Call& call) const
{
    if (call.principal && !call.principal->actor.key.empty())
        return "API key '" + call.principal->keyName + "' of " + call.principal->actor.name;
    if (call.principal)
        return "bearer token of " + call.principal->actor.name;
    return call.route().access == Access::Public ? "public route" : "no valid credential";
}

Fact AuthenticationStage::fact(const Call& call) const
{
    if (call.principal && !call.principal->actor.key.empty())
        return {"key", {call.principal->keyName, call.principal->actor.name}};
    if (call.principal)
        return {"principal", {call.principal->actor.name}};
    if (!call.claimedReason.empty())
        return {"refused", {call.claimedReason}};
    return {call.route().access == Access::Public ? "public_route" : "no_credential", {}};
}

} // namespace sallyport::api
