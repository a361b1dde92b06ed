#include "backend/api/stages/authentication.h"

#include "backend/api/query_text.h"
#include "backend/audit/event_kinds.h"

namespace sallyport::api {
namespace {

/// The credentials that a request shows, by kind.
struct Credentials {
    std::string_view authorization;
    unsigned bearers = 0;
    unsigned keys = 0;  ///< X-API-Key and the fields of a signature
};

Credentials collect(const http::Request& request)
{
    Credentials found;
    for (const http::HeaderField& field : request.headers()) {
        if (http::equalsIgnoreCase(field.name, "authorization")) {
            found.authorization = field.value;
            ++found.bearers;
        } else if (http::equalsIgnoreCase(field.name, "x-api-key") || http::equalsIgnoreCase(field.name, "x-signature")) {
            ++found.keys;
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

} // namespace

std::string_view AuthenticationStage::eventKind(const Error& refusal) const noexcept
{
    return refusal.code == ErrorCode::BadRequest ? audit::kind::RequestMalformed : audit::kind::TokenRefused;
}

std::optional<Error> AuthenticationStage::check(Call& call) const
{
    if (!call.request.query.empty() && queryHasCredential(call.request.query))
        return refused(ErrorCode::BadRequest, "A credential must not be part of the URL", "credential_in_url");
    const Credentials credentials = collect(call.request);
    if (credentials.bearers > 1 || (credentials.bearers > 0 && credentials.keys > 0))
        return refused(ErrorCode::BadRequest, "More than one credential in a request", "credentials_ambiguous");
    if (call.route().access == Access::Public)
        return std::nullopt;
    if (credentials.keys > 0)
        return refused(ErrorCode::Unauthenticated, "API keys and signed requests are not accepted; use a bearer token",
                       "credential_not_accepted");
    if (credentials.bearers == 0)
        return refused(ErrorCode::Unauthenticated, "Send an access token as 'Authorization: Bearer'", "credential_missing");
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
    if (call.principal)
        return "bearer token of " + call.principal->actor.name;
    return call.route().access == Access::Public ? "public route" : "no valid credential";
}

Fact AuthenticationStage::fact(const Call& call) const
{
    if (call.principal)
        return {"principal", {call.principal->actor.name}};
    return {call.route().access == Access::Public ? "public_route" : "no_credential", {}};
}

} // namespace sallyport::api
