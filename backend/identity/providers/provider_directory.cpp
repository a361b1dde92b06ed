#include "backend/identity/providers/provider_directory.h"

#include "backend/base/name_text.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/limits.h"
#include "backend/identity/openid/authorization.h"
#include "backend/identity/openid/claims.h"
#include "backend/identity/openid/failure.h"
#include "backend/identity/openid/id_token.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::identity {

namespace {

namespace json = boost::json;
namespace failure = outside::failure;
using outside::outsideError;

/// Bytes of a provider's answer: that of the token endpoint holds an ID token, an access token with as many roles, and another.
constexpr std::size_t answerLimit = 1024 * 1024;
constexpr std::size_t labelLength = 254; // code points

bool isJson(std::string_view mediaType)
{
    return mediaType == "application/json" || (mediaType.starts_with("application/") && mediaType.ends_with("+json"));
}

/// What an error of the token endpoint means (RFC 6749 §5.2, and GitHub's own words).
Error tokenError(const std::string& word, int status)
{
    if (word == "invalid_grant" || word == "bad_verification_code")
        return outsideError(failure::codeRefused,
                            "The provider does not accept the code: it is used, too old, or of another client.");
    if (word == "invalid_client" || word == "unauthorized_client" || word == "incorrect_client_credentials" || status == 401)
        return outsideError(failure::clientRefused,
                            "The provider does not know this client: check client id, secret and how it is sent.");
    return outsideError(failure::tokenAnswerWrong,
                        "The token endpoint answers with status " + std::to_string(status) + " and no tokens.");
}

/// RFC 6749 §2.3.1: both parts are form-encoded before they become Basic credentials.
std::string basicCredentials(const std::string& clientId, const SecretBytes& secret)
{
    const auto encoded = [](std::string_view text) { return outside::formEncoded({{"", text}}).substr(1); };
    std::string pair = encoded(clientId) + ":" + encoded(secret.view());
    std::string text = "Basic " + toBase64(asBytes(pair));
    wipe(pair);
    return text;
}

bool isTrue(const json::object& claims, std::string_view name)
{
    // Some providers send it as a text.
    return outside::claimSays(claims, name, "true");
}

} // namespace

outbound::Policy ProviderDirectory::policy() const
{
    const auto values = m_core.settings.values();
    outbound::Policy policy;
    if (auto rules = outbound::AddressRules::parse(values->outboundNetworks))
        policy.rules = std::move(*rules);
    policy.caFile = values->outboundCaFile;
    policy.limits.bodyBytes = answerLimit;
    return policy;
}

Result<std::string> ProviderDirectory::get(const std::string& url, const SecretBytes* bearer, std::string_view word)
{
    outbound::Request request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    if (bearer != nullptr)
        request.headers.emplace_back("Authorization", "Bearer " + std::string(bearer->view()));
    auto response = m_client.send(request, policy());
    for (auto& [name, value] : request.headers)
        wipe(value);
    if (!response)
        return std::move(response).error();
    if (response->status != 200)
        return outsideError(word, "The provider answers " + url.substr(0, url.find('?')) + " with status " +
                                      std::to_string(response->status) + ".");
    if (!isJson(response->mediaType))
        return outsideError(word, "The provider's answer is not JSON.");
    return std::move(response->body);
}

Result<outside::Metadata> ProviderDirectory::metadata(const ProviderFields& provider, bool anew)
{
    if (provider.kind == ProviderKind::GitHub)
        return outside::gitHubMetadata(provider.issuer);
    const SteadyTime now = m_core.clock.steady();
    if (!anew) {
        const std::lock_guard lock(m_mutex);
        const auto kept = m_metadata.find(provider.issuer);
        if (kept != m_metadata.end() && now - kept->second.fetched < keptFor)
            return kept->second.value;
    }
    SALLYPORT_ASSIGN(const std::string text, get(outside::metadataUrl(provider.issuer), nullptr, failure::metadataWrong));
    SALLYPORT_ASSIGN(outside::Metadata metadata, outside::readMetadata(text, provider.issuer));
    const std::lock_guard lock(m_mutex);
    if (m_metadata.size() >= mostKept)
        m_metadata.clear();
    m_metadata.insert_or_assign(provider.issuer, Kept<outside::Metadata>{metadata, now});
    return metadata;
}

Result<std::shared_ptr<const outside::JwkSet>> ProviderDirectory::keys(const outside::Metadata& metadata, bool anew)
{
    const SteadyTime now = m_core.clock.steady();
    {
        const std::lock_guard lock(m_mutex);
        const auto kept = m_keys.find(metadata.jwksUri);
        const bool fresh = kept != m_keys.end() && now - kept->second.fetched < keptFor;
        const auto searched = m_searched.find(metadata.jwksUri);
        const bool tooSoon = searched != m_searched.end() && now - searched->second < betweenKeySearches;
        if (fresh && (!anew || tooSoon))
            return kept->second.value;
        if (m_searched.size() >= mostKept)
            m_searched.clear();
        if (anew)
            m_searched.insert_or_assign(metadata.jwksUri, now);
    }
    SALLYPORT_ASSIGN(const std::string text, get(metadata.jwksUri, nullptr, failure::keysWrong));
    SALLYPORT_ASSIGN(outside::JwkSet set, outside::JwkSet::parse(text));
    auto shared = std::make_shared<const outside::JwkSet>(std::move(set));
    const std::lock_guard lock(m_mutex);
    if (m_keys.size() >= mostKept)
        m_keys.clear();
    m_keys.insert_or_assign(metadata.jwksUri, Kept<std::shared_ptr<const outside::JwkSet>>{shared, now});
    return shared;
}

Result<OutsideTokens> ProviderDirectory::redeem(const ProviderFields& provider, const outside::Metadata& metadata,
                                                const SecretBytes& secret, const std::string& code, const std::string& verifier,
                                                const std::string& redirectUri)
{
    outside::Parameters parameters{
        {"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", redirectUri}, {"code_verifier", verifier}};
    outbound::Request request;
    request.method = "POST";
    request.url = metadata.tokenEndpoint;
    request.contentType = "application/x-www-form-urlencoded";
    request.headers = {{"Accept", "application/json"}};
    if (provider.authentication == ClientAuthentication::Basic)
        request.headers.emplace_back("Authorization", basicCredentials(provider.clientId, secret));
    else
        parameters.emplace_back("client_id", provider.clientId);
    if (provider.authentication == ClientAuthentication::Post)
        parameters.emplace_back("client_secret", secret.view());
    std::string form = outside::formEncoded(parameters);
    request.body = SecretBytes::fromText(form);
    wipe(form);
    auto response = m_client.send(request, policy());
    for (auto& [name, value] : request.headers)
        wipe(value);
    if (!response)
        return std::move(response).error();
    const auto document =
        isJson(response->mediaType) ? parseStrictJson(response->body, answerLimit) : Result<json::value>(Error());
    wipe(response->body);
    if (!document || !document->is_object())
        return tokenError({}, response->status);
    const json::object& answer = document->get_object();
    // GitHub says what is wrong with status 200.
    if (const auto error = outside::textClaim(answer, "error"); error || response->status != 200)
        return tokenError(error.value_or(std::string()), response->status);
    const auto accessToken = outside::textClaim(answer, "access_token"), type = outside::textClaim(answer, "token_type");
    const auto idToken = outside::textClaim(answer, "id_token");
    const bool oidc = provider.kind == ProviderKind::OpenIdConnect;
    if (!accessToken || !type || toLowerAscii(*type) != "bearer" || (oidc && !idToken))
        return outsideError(failure::tokenAnswerWrong,
                            oidc ? "The token endpoint's answer has no ID token; does the client have the scope openid?"
                                 : "The token endpoint's answer has no access token.");
    return OutsideTokens{SecretBytes::fromText(*accessToken), idToken.value_or(std::string())};
}

Result<json::object> ProviderDirectory::verified(const ProviderFields& provider, const outside::Metadata& metadata,
                                                 const SecretBytes& secret, const OutsideTokens& tokens, const std::string& nonce)
{
    outside::IdTokenRules rules;
    rules.issuer = provider.issuer;
    rules.clientId = provider.clientId;
    rules.nonce = nonce;
    rules.algorithms = provider.algorithms;
    rules.accessToken = tokens.accessToken.view();
    rules.now = m_core.clock.now();
    std::shared_ptr<const outside::JwkSet> set; // keeps the key alive that is given out
    const auto findKey = [&](const std::optional<std::string>& id,
                             crypto::OutsideAlgorithm algorithm) -> Result<const crypto::OutsideKey*> {
        SALLYPORT_ASSIGN(set, keys(metadata));
        if (const crypto::OutsideKey* key = set->find(id, algorithm))
            return key;
        SALLYPORT_ASSIGN(set, keys(metadata, true)); // they may just have been rotated
        return set->find(id, algorithm);
    };
    auto claims = outside::verifyIdToken(tokens.idToken, rules, findKey, secret);
    if (claims || claims.error().word != failure::keyUnknown || !set || set->leftOut().all() == 0)
        return claims;
    Error error = std::move(claims).error();
    const outside::JwkSet::LeftOut& left = set->leftOut();
    error.detail += " Left out of its keys: " + std::to_string(left.unusable) + " of a kind that is not used here, " +
                    std::to_string(left.overLimit) + " that were too many.";
    return error;
}

Result<void> ProviderDirectory::addUserInfo(const ProviderFields& provider, const outside::Metadata& metadata,
                                            const OutsideTokens& tokens, OutsideIdentity& who)
{
    json::object& claims = who.claims;
    const auto wants = [&](std::string_view scope) { return std::ranges::find(provider.scopes, scope) != provider.scopes.end(); };
    const bool complete = (claims.contains("email") || !wants("email")) && (claims.contains("name") || !wants("profile")) &&
                          std::ranges::all_of(provider.roleRules, [&](const RoleRule& rule) {
                              return outside::claimAt(claims, rule.claim) != nullptr;
                          });
    if (complete || metadata.userInfoEndpoint.empty())
        return {};
    SALLYPORT_ASSIGN(const std::string text, get(metadata.userInfoEndpoint, &tokens.accessToken, failure::userInfoWrong));
    const auto document = parseStrictJson(text, answerLimit);
    // OpenID Connect Core §5.3.2: the subject must be the same, or the answer is somebody else's.
    if (!document || !document->is_object() ||
        outside::textClaim(document->get_object(), "sub") != outside::textClaim(claims, "sub"))
        return outsideError(failure::userInfoWrong, "The user info is of somebody else than the ID token, or cannot be read.");
    // An address and whether it is verified belong together; how somebody signed in is in the signed ID token or nowhere.
    const bool withAddress = !claims.contains("email");
    for (const auto& member : document->get_object()) {
        const std::string_view name = member.key();
        const bool ofAddress = name == "email" || name == "email_verified";
        const bool ofSignIn = name == "amr" || name == "acr" || name == "auth_time";
        if (ofSignIn || (ofAddress && !withAddress))
            continue;
        who.userInfo.emplace(name, member.value());
        if (!claims.contains(name))
            claims.emplace(name, member.value());
    }
    return {};
}

Result<OutsideIdentity> ProviderDirectory::identifyAtGitHub(const ProviderFields& provider, const outside::Metadata& metadata,
                                                            const OutsideTokens& tokens)
{
    SALLYPORT_ASSIGN(const std::string text, get(metadata.userInfoEndpoint, &tokens.accessToken, failure::userInfoWrong));
    auto document = parseStrictJson(text, answerLimit);
    const json::value* id = document && document->is_object() ? document->get_object().if_contains("id") : nullptr;
    if (id == nullptr || !id->is_int64() || id->get_int64() <= 0)
        return outsideError(failure::userInfoWrong, "GitHub's answer names no account.");
    OutsideIdentity who;
    who.issuer = provider.issuer;
    who.subject = std::to_string(id->get_int64()); // a login can be renamed and taken by another; the number can't
    who.claims = std::move(document->get_object());
    const std::string login = outside::textClaim(who.claims, "login").value_or(std::string());
    who.name = nameFromOutside(outside::textClaim(who.claims, "name").value_or(login), nameLimit);
    who.label = nameFromOutside(login, labelLength);
    if (std::ranges::find(provider.scopes, "user:email") == provider.scopes.end())
        return who;
    SALLYPORT_ASSIGN(const std::string mails,
                     get(metadata.userInfoEndpoint + "/emails", &tokens.accessToken, failure::userInfoWrong));
    const auto list = parseStrictJson(mails, answerLimit);
    if (!list || !list->is_array())
        return who;
    for (const json::value& entry : list->get_array()) {
        if (entry.is_object() && isTrue(entry.get_object(), "primary") && isTrue(entry.get_object(), "verified")) {
            who.email = plainEmail(outside::textClaim(entry.get_object(), "email").value_or(std::string()));
            who.emailVerified = true;
        }
    }
    return who;
}

Result<OutsideIdentity> ProviderDirectory::identify(const ProviderFields& provider, const outside::Metadata& metadata,
                                                    const SecretBytes& secret, const OutsideTokens& tokens,
                                                    const std::string& nonce)
{
    if (provider.kind == ProviderKind::GitHub)
        return identifyAtGitHub(provider, metadata, tokens);
    OutsideIdentity who;
    SALLYPORT_ASSIGN(who.claims, verified(provider, metadata, secret, tokens, nonce));
    SALLYPORT_TRY(addUserInfo(provider, metadata, tokens, who));
    who.issuer = provider.issuer;
    who.subject = *outside::textClaim(who.claims, "sub");
    who.email = plainEmail(outside::textClaim(who.claims, "email").value_or(std::string()));
    who.emailVerified = isTrue(who.claims, "email_verified");
    const std::string called = outside::textClaim(who.claims, "preferred_username").value_or(std::string());
    who.name = nameFromOutside(outside::textClaim(who.claims, "name").value_or(called), nameLimit);
    if (who.name.empty())
        who.name = nameFromOutside(called, nameLimit);
    for (const std::string_view label : {std::string_view(who.email), std::string_view(called), std::string_view(who.name)}) {
        if (who.label.empty())
            who.label = nameFromOutside(label, labelLength);
    }
    return who;
}

} // namespace sallyport::identity
