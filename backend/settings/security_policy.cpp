#include "backend/settings/security_policy.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sallyport::settings {

namespace {

using Words = std::vector<std::string_view>;

Error unacceptable(std::string_view sentence)
{
    return makeError(ErrorCode::InvalidArgument, std::string(sentence));
}

/// What a separator keeps apart, without empty parts.
Words parted(std::string_view text, char separator)
{
    Words parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0)
            parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// A policy in lower case: directives, each its name and its sources.
std::vector<Words> directivesOf(std::string_view lower)
{
    std::vector<Words> directives;
    for (const std::string_view part : parted(lower, ';'))
        if (Words words = parted(part, ' '); !words.empty())
            directives.push_back(std::move(words));
    return directives;
}

const Words* find(const std::vector<Words>& directives, std::string_view name)
{
    const auto found = std::ranges::find(directives, name, [](const Words& words) { return words.front(); });
    return found == directives.end() ? nullptr : &*found;
}

/// Nobody at all: no source, or 'none' (CSP3 §6.7.2.5).
bool allowsNobody(const Words& directive)
{
    return directive.size() == 1 || (directive.size() == 2 && directive[1] == "'none'");
}

/// The host of a source, or nothing if it is no host-source (CSP3 §2.3.1).
std::optional<std::string_view> hostOf(std::string_view source)
{
    if (source.starts_with('\''))
        return std::nullopt;
    if (const std::size_t scheme = source.find("://"); scheme != source.npos)
        source.remove_prefix(scheme + 3);
    return source.substr(0, source.find_first_of(":/"));
}

bool isThisMachine(std::string_view host)
{
    return host == "localhost" || host == "127.0.0.1";
}

/// Why that source would void a policy; nothing if it doesn't.
std::optional<Error> mistakeOf(std::string_view source)
{
    if (source == "'unsafe-inline'" || source == "'unsafe-eval'" || source == "'unsafe-hashes'" || source == "'wasm-unsafe-eval'")
        return unacceptable("Must not allow 'unsafe-inline', 'unsafe-eval' and the like: that is no protection.");
    if (source.starts_with("'nonce-"))
        return unacceptable(
            "Must not have a nonce: this header is the same in all answers, so everybody knows it. Take the hash of "
            "the script instead.");
    if (source.ends_with(':'))
        return unacceptable("Must not allow a whole scheme such as https: or data:, which is anybody. Name the hosts.");
    const auto host = hostOf(source);
    if (!host)
        return std::nullopt;
    if (*host == "*" || (host->starts_with("*.") && host->find('.', 2) == host->npos))
        return unacceptable("Must not allow any host (*, https://*, *.com). Name the hosts, or their domain as *.example.com.");
    if ((source.starts_with("http://") || source.starts_with("ws://")) && !isThisMachine(*host))
        return unacceptable("Must not name hosts without TLS (http://, ws://) but this machine: anybody on the way can be them.");
    return std::nullopt;
}

/// The directives of CSP3, of Trusted Types and of Upgrade Insecure Requests; browsers pass over any other without a word.
constexpr std::array sourceDirectives{"default-src",    "script-src",     "script-src-elem", "script-src-attr", "style-src",
                                      "style-src-elem", "style-src-attr", "img-src",         "font-src",        "connect-src",
                                      "media-src",      "object-src",     "frame-src",       "child-src",       "worker-src",
                                      "manifest-src",   "base-uri",       "form-action",     "frame-ancestors"};
constexpr std::array otherDirectives{
    "report-uri", "report-to", "sandbox", "upgrade-insecure-requests", "trusted-types", "require-trusted-types-for"};

bool takesSources(std::string_view directive)
{
    return std::ranges::find(sourceDirectives, directive) != sourceDirectives.end();
}

bool isKnown(std::string_view directive)
{
    return takesSources(directive) || std::ranges::find(otherDirectives, directive) != otherDirectives.end();
}

/// `sha256-` and the like with as many characters of Base64 as such a hash has (CSP3 §2.3.1).
bool isHash(std::string_view word)
{
    for (const auto& [prefix, length] : {std::pair("sha256-", 44), std::pair("sha384-", 64), std::pair("sha512-", 88)})
        if (word.starts_with(prefix)) {
            word.remove_prefix(std::strlen(prefix));
            return std::ssize(word) == length && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+/-_=") == word.npos;
        }
    return false;
}

/// Words that browsers know between quotes only.
bool isKeyword(std::string_view word)
{
    return word == "self" || word == "none" || word == "strict-dynamic" || word == "report-sample" || isHash(word);
}

/// What is meant for a quoted word and isn't one: browsers leave it out, or take it for a host.
std::optional<Error> misspelt(std::string_view source)
{
    if (source.starts_with('\'')) {
        const bool closed = source.size() > 2 && source.ends_with('\'');
        if (closed && isKeyword(source.substr(1, source.size() - 2)))
            return std::nullopt;
        return unacceptable("Must have 'self', 'none', 'strict-dynamic', 'report-sample' or a whole hash ('sha256-' and its 44 "
                            "characters) between quotes; browsers leave anything else out.");
    }
    if (isKeyword(source) || source.starts_with("unsafe-") || source.starts_with("nonce-") || source.starts_with("sha256-") ||
        source.starts_with("sha384-") || source.starts_with("sha512-"))
        return unacceptable("Must have words such as 'self' and 'none' between single quotes: without them they are hosts.");
    return std::nullopt;
}

/// Reports tell which pages people look at: they go to this server or over TLS.
bool isSafeReceiver(std::string_view uri)
{
    return uri.starts_with("https://") || (uri.starts_with('/') && !uri.starts_with("//"));
}

/// Why browsers would take that directive for something else than it says, or as nothing; nothing if it is fine.
std::optional<Error> mistakeIn(const Words& directive)
{
    if (!isKnown(directive.front()))
        return unacceptable("Must have directives that browsers know, such as default-src, script-src and frame-ancestors; they "
                            "pass over all others.");
    const std::span<const std::string_view> values(directive.begin() + 1, directive.end());
    if (directive.front() == "report-uri" && !std::ranges::all_of(values, isSafeReceiver))
        return unacceptable("Must have reports sent to a path of this server or to https://.");
    if (!takesSources(directive.front()))
        return std::nullopt;
    for (const std::string_view source : values)
        for (const auto& judge : {mistakeOf, misspelt})
            if (auto mistake = judge(source))
                return mistake;
    if (directive.size() > 2 && std::ranges::find(directive, "'none'") != directive.end())
        return unacceptable("Must have 'none' alone: beside other sources browsers take no notice of it.");
    return std::nullopt;
}

} // namespace

Result<std::string> parseSecurityPolicy(std::string_view text)
{
    std::string policy(trimAscii(text));
    std::ranges::replace(policy, '\t', ' '); // which separates as well
    if (policy.size() > securityPolicyLimit)
        return unacceptable("Must have at most 1,024 characters.");
    if (!std::ranges::all_of(policy, [](char c) { return c >= ' ' && c < 0x7f && c != ','; }))
        return unacceptable("Must be directives separated by semicolons, in ASCII and without commas.");
    const std::string lower = toLowerAscii(policy);
    const std::vector<Words> directives = directivesOf(lower);
    for (const Words& directive : directives) {
        if (find(directives, directive.front()) != &directive)
            return unacceptable("Must have each directive once: browsers obey the first one only.");
        if (auto mistake = mistakeIn(directive))
            return *std::move(mistake);
    }
    if (policy.empty())
        return policy;
    const Words* const fallback = find(directives, "default-src");
    if (fallback == nullptr || find(directives, "frame-ancestors") == nullptr)
        return unacceptable(
            "Must have the directives default-src and frame-ancestors, or be empty for the product's own policy.");
    const bool namesHosts =
        std::any_of(fallback->begin() + 1, fallback->end(), [](std::string_view source) { return hostOf(source).has_value(); });
    if (namesHosts && find(directives, "object-src") == nullptr)
        return unacceptable("Must have object-src 'none' where default-src names hosts: plug-ins are whatever these send.");
    return policy;
}

PolicyWeakness weaknessOf(std::string_view policy)
{
    const std::string lower = toLowerAscii(policy);
    const std::vector<Words> directives = directivesOf(lower);
    const Words* const fallback = find(directives, "default-src");
    if (fallback == nullptr || !allowsNobody(*fallback))
        return PolicyWeakness::AllowsSources;
    const bool scripts = std::ranges::any_of(directives, [](const Words& directive) {
        return directive.front().starts_with("script-src") && !allowsNobody(directive);
    });
    return scripts && find(directives, "base-uri") == nullptr ? PolicyWeakness::ScriptsFollowBase : PolicyWeakness::None;
}

} // namespace sallyport::settings
