#include "backend/settings/browser_text.h"

#include "backend/base/ip_address.h"
#include "backend/base/utf8.h"
#include "backend/settings/value_text.h"

#include <algorithm>
#include <array>

namespace sallyport::settings {

namespace {

Error notTaken(std::string_view sentence)
{
    return makeError(ErrorCode::InvalidArgument, std::string(sentence));
}

std::string inLowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return lower;
}

/// What stands between commas and blanks.
std::vector<std::string_view> wordsOfList(std::string_view text)
{
    constexpr std::string_view between = ", \t\r\n";
    std::vector<std::string_view> words;
    for (std::size_t begin = text.find_first_not_of(between); begin != text.npos;
         begin = text.find_first_not_of(between, begin)) {
        const std::size_t end = std::min(text.find_first_of(between, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

void addOnce(std::vector<std::string>& to, std::string word)
{
    if (std::ranges::find(to, word) == to.end())
        to.push_back(std::move(word));
}

bool isTokenChar(char c) noexcept
{
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.find(c) != others.npos;
}

/// `https://host` or `https://host:port`; http of this machine only. Empty if it is none.
std::string originOf(std::string_view text)
{
    const std::string origin = inLowerCase(text);
    const bool secure = origin.starts_with("https://");
    if (!secure && !origin.starts_with("http://"))
        return {};
    const std::string_view rest = std::string_view(origin).substr(secure ? 8 : 7);
    // An IPv6 address stands in brackets, and has colons in them.
    const std::size_t bracket = rest.starts_with('[') ? rest.find(']') : 0;
    const std::size_t colon = bracket == rest.npos ? rest.npos : rest.find(':', bracket);
    const std::string_view host = rest.substr(0, colon);
    const std::string_view port = colon == rest.npos ? std::string_view() : rest.substr(colon + 1);
    if (colon != rest.npos && (!parseInteger(port, 1, 65'535) || port.starts_with('0')))
        return {};
    std::string_view address = host;
    if (bracket > 0 && host.ends_with(']'))
        address = host.substr(1, host.size() - 2);
    const Result<IpAddress> ip = IpAddress::parse(address);
    const bool isHost =
        bracket > 0 || host.find_first_not_of("0123456789.") == host.npos ? ip.has_value() : parseDomain(host).has_value();
    if (host.empty() || !isHost || (!secure && host != "localhost" && !(ip && ip->isLoopback())))
        return {};
    const bool goesWithoutSaying = secure ? port == "443" : port == "80";
    return goesWithoutSaying ? origin.substr(0, origin.rfind(':')) : origin;
}

} // namespace

Result<std::vector<std::string>> parseAllowedOrigins(std::string_view text)
{
    constexpr std::size_t most = 32;
    std::vector<std::string> origins;
    for (const std::string_view word : wordsOfList(text)) {
        std::string origin = originOf(word);
        if (origin.empty())
            return notTaken("Must be exact origins separated by commas, like https://app.example.com or http://localhost:3000; "
                            "neither * nor null.");
        addOnce(origins, std::move(origin));
    }
    if (origins.size() > most)
        return notTaken("Must be at most 32 origins.");
    return origins;
}

Result<std::vector<std::string>> parseMethods(std::string_view text)
{
    constexpr auto known = std::to_array<std::string_view>({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"});
    std::vector<std::string> methods;
    for (const std::string_view word : wordsOfList(text)) {
        if (std::ranges::find(known, word) == known.end())
            return notTaken("Must be methods separated by commas, of GET, HEAD, POST, PUT, PATCH and DELETE.");
        addOnce(methods, std::string(word));
    }
    if (methods.empty())
        return notTaken("Must name at least one method.");
    return methods;
}

Result<std::vector<std::string>> parseFieldNames(std::string_view text)
{
    constexpr std::size_t most = 32, longest = 64;
    std::vector<std::string> names;
    for (const std::string_view word : wordsOfList(text)) {
        if (word == "*" || word.size() > longest || !std::ranges::all_of(word, isTokenChar))
            return notTaken("Must be names of header fields separated by commas, like Authorization, X-API-Key.");
        if (std::ranges::none_of(names, [&](const std::string& name) { return inLowerCase(name) == inLowerCase(word); }))
            names.emplace_back(word);
    }
    if (names.size() > most)
        return notTaken("Must be at most 32 names.");
    return names;
}

} // namespace sallyport::settings
