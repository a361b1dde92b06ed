#include "backend/identity/providers/provider_fields.h"

#include "backend/access/role_limits.h"
#include "backend/base/name_text.h"
#include "backend/base/sort_once.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/crypto/outside_key.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/openid/claims.h"
#include "backend/outbound/url.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace sallyport::identity {

namespace {

/// `1 to 32 `, `At most 20`.
std::string upTo(std::size_t limit, std::string_view rest)
{
    return ("1 to " + std::to_string(limit)).append(rest);
}
std::string atMost(std::size_t limit, std::string_view rest)
{
    return ("At most " + std::to_string(limit)).append(rest);
}

template <typename Enum, std::size_t Count>
using Words = std::array<std::pair<Enum, std::string_view>, Count>;

constexpr Words<ProviderKind, 2> kinds{{{ProviderKind::OpenIdConnect, "oidc"}, {ProviderKind::GitHub, "github"}}};
constexpr Words<ClientAuthentication, 3> authentications{
    {{ClientAuthentication::Basic, "basic"}, {ClientAuthentication::Post, "post"}, {ClientAuthentication::None, "none"}}};
constexpr Words<FirstLogin, 3> firstLogins{
    {{FirstLogin::Refuse, "refuse"}, {FirstLogin::Create, "create"}, {FirstLogin::CreateDisabled, "create_disabled"}}};

template <typename Enum, std::size_t Count>
std::string_view wordIn(const Words<Enum, Count>& words, Enum value) noexcept
{
    for (const auto& [known, word] : words)
        if (known == value)
            return word;
    return words.front().second;
}

template <typename Enum, std::size_t Count>
std::optional<Enum> valueIn(const Words<Enum, Count>& words, std::string_view text) noexcept
{
    for (const auto& [known, word] : words)
        if (word == text)
            return known;
    return std::nullopt;
}

/// Printable ASCII without spaces, quotes and backslashes: what stands in OAuth parameters (RFC 6749 §3.3).
bool isWord(std::string_view text) noexcept
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
}

void checkProviderWords(std::string_view field, const std::vector<std::string>& words, std::vector<FieldError>& errors)
{
    if (words.size() > providerWordsLimit)
        errors.push_back({std::string(field), atMost(providerWordsLimit, "."), "maxItems"});
    for (const std::string& word : words) {
        if (isWord(word) && word.size() <= providerWordLimit)
            continue;
        errors.push_back({std::string(field),
                          "Each is a word of printable ASCII, at most " + std::to_string(providerWordLimit) + " characters.",
                          "format"});
        return;
    }
}

void checkProviderName(std::string_view name, std::vector<FieldError>& errors)
{
    const bool plain =
        std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (name.empty() || name.size() > providerNameLimit || !plain || name.starts_with('-') || name.ends_with('-'))
        errors.push_back({"name", upTo(providerNameLimit, " of a to z, 0 to 9 and hyphens inside."), "format"});
}

/// https, or http to this machine: whether that may be called is for the settings to say.
bool isUsableUrl(std::string_view text, bool bare)
{
    const auto url = outbound::Url::parse(text);
    const bool here = url && ((url->address && url->address->isLoopback()) || url->host == "localhost");
    return url && (url->tls || here) && text.size() <= returnUrlLimit && (!bare || text.find('?') == text.npos);
}

void checkIssuer(std::string& issuer, std::vector<FieldError>& errors)
{
    // What people copy is often the address of the description itself.
    constexpr std::string_view wellKnown = "/.well-known/openid-configuration";
    if (issuer.ends_with(wellKnown))
        issuer.resize(issuer.size() - wellKnown.size());
    if (issuer.empty() || issuer.size() > issuerLimit || !isUsableUrl(issuer, true))
        errors.push_back({"issuer", "An https URL without query and fragment.", "format"});
    else if (issuer.find('{') != issuer.npos || issuer.find("/common/") != issuer.npos ||
             issuer.find("/organizations/") != issuer.npos)
        errors.push_back({"issuer", "Put your own tenant into the URL: one issuer, one house.", "tenant"});
}

void checkAlgorithms(std::vector<std::string>& algorithms, std::vector<FieldError>& errors)
{
    if (algorithms.empty())
        algorithms = {"ES256", "EdDSA", "PS256", "RS256"};
    sortOnce(algorithms);
    const bool hmac = std::ranges::find(algorithms, "HS256") != algorithms.end();
    if (hmac && algorithms.size() > 1)
        errors.push_back(
            {"algorithms", "HS256 stands alone: with another beside it, the one could be passed off as the other.", "alone"});
    for (const std::string& word : algorithms) {
        if (word != "HS256" && !crypto::outsideAlgorithm(word)) {
            errors.push_back({"algorithms", "One of RS256, PS256, ES256 (also 384 and 512), EdDSA, or HS256 alone.", "enum"});
            return;
        }
    }
}

void checkRules(const Core& core, const std::vector<RoleRule>& rules, std::vector<FieldError>& errors)
{
    if (rules.size() > roleRulesLimit)
        errors.push_back({"role_rules", atMost(roleRulesLimit, " rules."), "maxItems"});
    for (std::size_t i = 0; i < rules.size() && i < roleRulesLimit; ++i) {
        const std::string at = "role_rules." + std::to_string(i);
        for (const auto& [field, text] : {std::pair(".claim", &rules[i].claim), std::pair(".value", &rules[i].value)}) {
            if (text->empty() || isLongerThan(*text, roleRuleLimit) || !isPrintableText(*text))
                errors.push_back({at + field, upTo(roleRuleLimit, " printable characters."), "format"});
        }
        if (!outside::isClaimPath(rules[i].claim))
            errors.push_back(
                {at + ".claim", "Begins with / and so is a JSON pointer: ~ is written ~0 in it, and / in a name ~1.", "format"});
        if (!core.roles.exists(rules[i].role))
            errors.push_back({at + ".role", "There is no such role.", "exists"});
    }
}

} // namespace

std::string_view kindWord(ProviderKind kind) noexcept
{
    return wordIn(kinds, kind);
}
std::string_view authenticationWord(ClientAuthentication how) noexcept
{
    return wordIn(authentications, how);
}
std::string_view firstLoginWord(FirstLogin rule) noexcept
{
    return wordIn(firstLogins, rule);
}
std::optional<ProviderKind> providerKind(std::string_view word) noexcept
{
    return valueIn(kinds, word);
}
std::optional<ClientAuthentication> clientAuthentication(std::string_view word) noexcept
{
    return valueIn(authentications, word);
}
std::optional<FirstLogin> firstLogin(std::string_view word) noexcept
{
    return valueIn(firstLogins, word);
}

std::string_view testStateWord(TestStep::State state) noexcept
{
    switch (state) {
    case TestStep::State::Passed: return "passed";
    case TestStep::State::Failed: return "failed";
    case TestStep::State::Waiting: break;
    }
    return "waiting";
}

ProviderFields checkedProvider(const Core& core, ProviderFields fields, std::vector<FieldError>& errors)
{
    checkProviderName(fields.name, errors);
    tidyName("title", fields.title, 1, nameLimit, errors);
    checkIssuer(fields.issuer, errors);
    if (!isWord(fields.clientId) || fields.clientId.size() > clientIdLimit)
        errors.push_back({"client_id", upTo(clientIdLimit, " characters of printable ASCII."), "format"});
    const bool oidc = fields.kind == ProviderKind::OpenIdConnect;
    if (fields.scopes.empty())
        fields.scopes =
            oidc ? std::vector<std::string>{"email", "openid", "profile"} : std::vector<std::string>{"read:user", "user:email"};
    if (oidc)
        fields.scopes.emplace_back("openid");
    sortOnce(fields.scopes);
    checkProviderWords("scopes", fields.scopes, errors);
    checkAlgorithms(fields.algorithms, errors);
    if (fields.roles.empty())
        fields.roles.emplace_back("viewer");
    fields.roles = checkRoles(core, std::move(fields.roles), errors);
    checkRules(core, fields.roleRules, errors);
    if (fields.rolesEachTime && fields.roleRules.empty())
        errors.push_back({"roles_each_time", "Needs rules that say which roles.", "rules"});
    sortOnce(fields.acceptedAmr);
    sortOnce(fields.acceptedAcr);
    checkProviderWords("accepted_amr", fields.acceptedAmr, errors);
    checkProviderWords("accepted_acr", fields.acceptedAcr, errors);
    if (!oidc && !(fields.acceptedAmr.empty() && fields.acceptedAcr.empty()))
        errors.push_back({"accepted_amr", "GitHub does not say how somebody signed in.", "kind"});
    sortOnce(fields.returnUrls);
    if (fields.returnUrls.size() > providerWordsLimit ||
        !std::ranges::all_of(fields.returnUrls, [](const std::string& url) { return isUsableUrl(url, false); }))
        errors.push_back({"return_urls", atMost(providerWordsLimit, " https URLs, or http ones on this machine."), "format"});
    return fields;
}

void checkClientSecret(const ProviderFields& fields, const std::optional<SecretBytes>& secret, bool present,
                       std::vector<FieldError>& errors)
{
    const bool any = secret ? !secret->empty() : present;
    const bool hmac = std::ranges::find(fields.algorithms, "HS256") != fields.algorithms.end();
    if (secret && (isLongerThan(secret->view(), clientSecretLimit) || !isPrintableText(secret->view())))
        errors.push_back({"client_secret", atMost(clientSecretLimit, " printable characters."), "format"});
    else if (!any && fields.authentication != ClientAuthentication::None)
        errors.push_back({"client_secret", "Needed, unless the client is a public one (authentication none).", "required"});
    else if (hmac && ((secret && secret->size() < hmacClientSecret) || !any))
        errors.push_back({"client_secret", "HS256 needs a secret of 32 characters or more.", "minLength"});
}

std::vector<std::string> rolesOf(const ProviderFields& fields)
{
    std::vector<std::string> roles = fields.roles;
    for (const RoleRule& rule : fields.roleRules)
        roles.push_back(rule.role);
    sortOnce(roles);
    return roles;
}

std::string wordsText(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : " ").append(word);
    return text;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        if (end != 0)
            words.emplace_back(text.substr(0, end));
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return words;
}

std::string rulesJson(const std::vector<RoleRule>& rules)
{
    boost::json::array array;
    for (const RoleRule& rule : rules)
        array.push_back(boost::json::object{{"claim", rule.claim}, {"value", rule.value}, {"role", rule.role}});
    return boost::json::serialize(array);
}

std::vector<RoleRule> rulesOf(std::string_view text)
{
    // As much as checkedProvider() lets in: two texts a rule, each code point six bytes where JSON escapes it, four otherwise.
    constexpr std::size_t limit = roleRulesLimit * (2 * 6 * roleRuleLimit + 6 * access::roleNameBytes + 64);
    std::vector<RoleRule> rules;
    const auto document = parseStrictJson(text, limit);
    if (!document || !document->is_array())
        return rules;
    const auto member = [](const boost::json::object& object, std::string_view name) {
        const boost::json::value* value = object.if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    for (const boost::json::value& value : document->get_array()) {
        if (value.is_object())
            rules.push_back(
                {member(value.get_object(), "claim"), member(value.get_object(), "value"), member(value.get_object(), "role")});
    }
    return rules;
}

} // namespace sallyport::identity
