#include "backend/api/stages/authentication.h"

#include "backend/api/query_text.h"
#include "backend/audit/event_kinds.h"

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace {

/// The credentials that a request shows, by kind.
struct Credentials {
    std::string_view authorization;
    unsigned bearers = 0;
    std::string_view key;
    unsigned keys = 0;     ///< X-API-Key
    unsigned guide = 0;    ///< X-Signature
    bool parts = false;    ///< X-Timestamp or X-Nonce
    bool messages = false; ///< Signature or Signature-Input (RFC 9421)

    bool ambiguous() const noexcept
    {
        const bool keyed = keys > 0 || guide > 0;
        return bearers > 1 || keys > 1 || guide > 1 || (bearers > 0 && (keyed || messages)) || (messages && keyed);
    }
    /// With a key, any field of a signature counts: a request that lost one of them must not pass as an unsigned one.
    bool isSigned() const noexcept { return messages || guide > 0 || (keys > 0 && parts); }
};

Credentials collect(const http::Request& request)
{
    Credentials found;
    for (const http::HeaderField& field : request.headers()) {
        const auto is = [&field](std::string_view name) { return http::equalsIgnoreCase(field.name, name); };
        switch (field.name.size()) { // most fields are none of these
        case 7: found.parts = found.parts || is("x-nonce"); break;
        case 9:
            if (is("x-api-key")) {
                found.key = field.value;
                ++found.keys;
            } else {
                found.messages = found.messages || is("signature");
            }
            break;
        case 11:
            found.guide += is("x-signature") ? 1 : 0;
            found.parts = found.parts || is("x-timestamp");
            break;
        case 13:
            if (is("authorization")) {
                found.authorization = field.value;
                ++found.bearers;
            }
            break;
        case 15: found.messages = found.messages || is("signature-input"); break;
        default: break;
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

/// One outward answer for whatever is wrong with a key or a signature; the record tells the reason. An address that shows
/// wrong ones again and again has to wait, whatever it claims to be.
std::optional<Error> conclude(Call& call, identity::KeyVerdict verdict)
{
    if (verdict.principal) {
        call.principal = std::move(verdict.principal);
        call.keyProof = verdict.proof;
        return std::nullopt;
    }
    call.claimed = std::move(verdict.claimed);
    call.claimedReason = verdict.refusal->recordedWord;
    if (verdict.refusal->code == ErrorCode::Unavailable)
        return std::move(verdict.refusal);
    const protection::Decision decision = call.api.limiter.checkRefused(call.client);
    if (decision.allowed)
        return std::move(verdict.refusal);
    call.limit = decision;
    Error tooMany(ErrorCode::RateLimited, "Too many refused credentials from this address");
    tooMany.retryAfter = decision.retryAfter;
    return tooMany;
}

std::optional<Error> checkSignature(Call& call)
{
    const http::Request& request = call.request;
    std::vector<identity::MessageField> fields;
    fields.reserve(request.headers().size());
    for (const http::HeaderField& field : request.headers())
        fields.push_back({field.name, field.value});
    identity::SignedVerdict verdict = call.api.signedRequests.authenticate(
        {request.methodText, request.target, request.path, request.query, request.host, fields, request.body}, call.client);
    if (verdict.failure)
        call.claimedValues = std::move(verdict.failure->values);
    call.isSigned = verdict.principal != nullptr;
    return conclude(call, std::move(verdict));
}

/// A client of this machine that no proxy speaks for: those that are set up as most are say so in one of these fields.
bool isOwnMachine(const Call& call)
{
    constexpr auto fields = std::to_array<std::string_view>({"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"});
    return call.client.isLoopback() && call.request.peer.isLoopback() &&
           std::ranges::none_of(fields, [&](std::string_view name) { return call.request.headerCount(name) > 0; });
}

Error missing(const Route& route)
{
    if (route.access == Access::SignedOnly)
        return refused(ErrorCode::Unauthenticated, "Only a signed request may do this", "signature_required");
    return refused(ErrorCode::Unauthenticated, "Send an access token as 'Authorization: Bearer', or an API key as 'X-API-Key'",
                   "credential_missing");
}

} // namespace

std::string_view AuthenticationStage::eventKind(const Error& refusal) const noexcept
{
    if (refusal.code == ErrorCode::RateLimited)
        return audit::kind::limitReached;
    if (!refusal.recordedWord.empty())
        return audit::kind::keyRefused;
    return refusal.code == ErrorCode::BadRequest ? audit::kind::requestMalformed : audit::kind::tokenRefused;
}

std::optional<Error> AuthenticationStage::check(Call& call) const
{
    if (!call.request.query.empty() && queryHasCredential(call.request.query))
        return refused(ErrorCode::BadRequest, "A credential must not be part of the URL", "credential_in_url");
    const Credentials credentials = collect(call.request);
    if (credentials.ambiguous())
        return refused(ErrorCode::BadRequest, "More than one credential in a request", "credentials_ambiguous");
    if (call.route().access == Access::Public)
        return std::nullopt;
    if (credentials.isSigned())
        return checkSignature(call);
    if (call.route().access == Access::SignedOnly)
        return missing(call.route());
    if (credentials.keys > 0)
        return conclude(call, call.services().apiKeys.authenticate(credentials.key, call.client));
    if (credentials.bearers == 0) {
        call.openByLoopback =
            call.route().openToLoopback && call.services().settings.values()->metricsLoopback && isOwnMachine(call);
        return call.openByLoopback ? std::nullopt : std::optional(missing(call.route()));
    }
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
        return (call.isSigned ? "signature with the API key '" : "API key '") + call.principal->keyName + "' of " +
               call.principal->actor.name;
    if (call.principal)
        return "bearer token of " + call.principal->actor.name;
    return call.route().access == Access::Public ? "public route" : "no valid credential";
}

Fact AuthenticationStage::fact(const Call& call) const
{
    if (call.principal && !call.principal->actor.key.empty())
        return {call.isSigned ? "signed" : "key", {call.principal->keyName, call.principal->actor.name}};
    if (call.principal)
        return {"principal", {call.principal->actor.name}};
    if (!call.claimedValues.empty())
        return {call.claimedReason, call.claimedValues};
    if (!call.claimedReason.empty())
        return {"refused", {call.claimedReason}};
    return {call.route().access == Access::Public ? "public_route" : "no_credential", {}};
}

} // namespace sallyport::api
