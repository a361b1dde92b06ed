#include "backend/settings/security_policy.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <optional>
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

bool takesSources(std::string_view directive)
{
    return directive != "report-uri" && directive != "report-to";
}

} // namespace

Result<std::string> parseSecurityPolicy(std::string_view text)
{
    std::string policy(trimAscii(text));
    if (policy.size() > securityPolicyLimit)
        return unacceptable("Must have at most 1,024 characters.");
    if (!std::ranges::all_of(policy, [](char c) { return c >= ' ' && c < 0x7f && c != ','; }))
        return unacceptable("Must be directives separated by semicolons, in ASCII and without commas.");
    const std::string lower = toLowerAscii(policy);
    const std::vector<Words> directives = directivesOf(lower);
    for (const Words& directive : directives) {
        if (find(directives, directive.front()) != &directive)
            return unacceptable("Must have each directive once: browsers obey the first one only.");
        if (!takesSources(directive.front()))
            continue;
        for (const std::string_view source : Words(directive.begin() + 1, directive.end()))
            if (auto mistake = mistakeOf(source))
                return *std::move(mistake);
        if (directive.size() > 2 && std::ranges::find(directive, "'none'") != directive.end())
            return unacceptable("Must have 'none' alone: beside other sources browsers take no notice of it.");
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
