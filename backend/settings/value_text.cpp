#include "backend/settings/value_text.h"

#include "backend/access/role.h"
#include "backend/access/role_limits.h"
#include "backend/base/ip_address.h"
#include "backend/base/utf8.h"
#include "backend/settings/limits.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace sallyport::settings {

namespace {

constexpr std::size_t maximumWords = 400;
constexpr std::size_t shortestWord = 3; ///< code points; shorter ones are in too many passwords
constexpr std::size_t longestWord = 64;

/// Digits only, as a number that fits.
std::optional<std::int64_t> digits(std::string_view text)
{
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || text.front() < '0' || text.front() > '9' || rest != end || error != std::errc{})
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> unitSeconds(char unit)
{
    switch (unit) {
    case 's': return 1;
    case 'm': return 60;
    case 'h': return 3'600;
    case 'd': return 86'400;
    default: return std::nullopt;
    }
}

std::string range(std::int64_t minimum, std::int64_t maximum)
{
    return std::to_string(minimum) + " to " + std::to_string(maximum);
}

/// What stands between the commas, without the spaces around it and without what is empty.
std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        const std::string_view part = trimAscii(text.substr(start, end - start));
        start = end + 1;
        if (!part.empty())
            parts.push_back(part);
    }
    return parts;
}

} // namespace

Result<std::int64_t> parseInteger(std::string_view text, std::int64_t minimum, std::int64_t maximum)
{
    const auto value = digits(text);
    if (!value || *value < minimum || *value > maximum)
        return makeError(ErrorCode::InvalidArgument, "Must be a whole number from " + range(minimum, maximum) + ".");
    return *value;
}

Result<std::chrono::seconds> parseSeconds(std::string_view text, std::int64_t minimum, std::int64_t maximum)
{
    std::int64_t unit = 1;
    if (!text.empty()) {
        if (const auto named = unitSeconds(text.back())) {
            unit = *named;
            text.remove_suffix(1);
        }
    }
    const auto value = digits(text);
    if (!value || *value > maximum / unit || *value * unit < minimum)
        return makeError(ErrorCode::InvalidArgument,
                         "Must be a number of seconds from " + range(minimum, maximum) + ", or like 15m, 24h or 7d.");
    return std::chrono::seconds(*value * unit);
}

Result<RateLimit> parseRate(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto requests = digits(text.substr(0, slash));
    const auto window = slash == std::string_view::npos ? std::nullopt : digits(text.substr(slash + 1));
    if (!requests || !window || *requests < 1 || *requests > rateRequestsLimit || *window < 1 ||
        *window > rateWindowLimit.count())
        return makeError(ErrorCode::InvalidArgument, "Must be requests/seconds, like 5/900: at most " +
                                                         std::to_string(rateRequestsLimit) + " requests in at most " +
                                                         std::to_string(rateWindowLimit.count()) + " seconds.");
    return RateLimit{static_cast<std::uint32_t>(*requests), std::chrono::seconds(*window)};
}

std::string rateText(const RateLimit& rate)
{
    return std::to_string(rate.requests) + '/' + std::to_string(rate.window.count());
}

Result<bool> parseBoolean(std::string_view text)
{
    const std::string word = toLowerAscii(text);
    if (word == "true" || word == "on" || word == "yes" || word == "1")
        return true;
    if (word == "false" || word == "off" || word == "no" || word == "0")
        return false;
    return makeError(ErrorCode::InvalidArgument, "Must be true or false.");
}

Result<void> checkChoice(std::string_view text, std::string_view choices)
{
    std::string list;
    for (std::size_t start = 0; start <= choices.size();) {
        const std::size_t end = std::min(choices.find('|', start), choices.size());
        const std::string_view choice = choices.substr(start, end - start);
        if (choice == text)
            return {};
        list += (list.empty() ? "" : end == choices.size() ? " or " : ", ") + std::string(choice);
        start = end + 1;
    }
    return makeError(ErrorCode::InvalidArgument, "Must be " + list + ".");
}

Result<std::vector<std::string>> parseWords(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(",\n");
        const std::string_view word = trimAscii(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (word.empty() || std::ranges::find(words, word) != words.end())
            continue;
        const auto length = codePointCount(word);
        if (!length || *length < shortestWord || *length > longestWord || !isPrintableText(word))
            return makeError(ErrorCode::InvalidArgument, "Each word must have 3 to 64 printable characters.");
        if (words.size() == maximumWords)
            return makeError(ErrorCode::InvalidArgument, "Must be at most 400 words.");
        words.emplace_back(word);
    }
    return words;
}

std::string wordsText(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

Result<std::string> parseAddress(std::string_view text)
{
    const auto address = IpAddress::parse(text);
    if (!address)
        return makeError(ErrorCode::InvalidArgument, "Must be an IPv4 or IPv6 address, like 127.0.0.1, or 0.0.0.0 for all.");
    return address->text();
}

Result<std::string> parseNetworks(std::string_view text, std::size_t bytes)
{
    if (text.size() > bytes)
        return makeError(ErrorCode::InvalidArgument, "Must have at most " + std::to_string(bytes) + " characters.");
    const std::string_view whole = text;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(", ");
        const std::string_view word = text.substr(0, end);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
        if (!word.empty() && !Cidr::parse(word))
            return makeError(ErrorCode::InvalidArgument, "Must be networks such as 127.0.0.0/8, 10.20.0.0/16, or empty.");
        if (word.ends_with("/0"))
            return makeError(ErrorCode::InvalidArgument, "Must be networks, not every address there is.");
    }
    return std::string(whole);
}

Result<std::string> parseFilePath(std::string_view text, std::size_t bytes)
{
    if (!text.empty() && (!text.starts_with('/') || text.size() > bytes || !isPrintableText(text)))
        return makeError(ErrorCode::InvalidArgument, "Must be the full path of a file, or empty.");
    return std::string(text);
}

Result<std::vector<std::string>> parseRoleNames(std::string_view text)
{
    std::set<std::string> names;
    for (const std::string_view name : partsOf(text)) {
        if (!access::isRoleName(name))
            return makeError(ErrorCode::InvalidArgument, "Must be names of roles, separated by commas, like admin,editor.");
        names.emplace(name);
    }
    if (names.size() > access::rolesOfOneLimit)
        return makeError(ErrorCode::InvalidArgument, "Must be at most " + std::to_string(access::rolesOfOneLimit) + " roles.");
    return std::vector<std::string>(names.begin(), names.end());
}

Result<std::vector<std::string>> parseExtensions(std::string_view text)
{
    constexpr std::size_t extensionLimit = 10, extensionsLimit = 50;
    std::set<std::string> extensions;
    for (const std::string_view part : partsOf(text)) {
        const std::string name = toLowerAscii(part.starts_with('.') ? part.substr(1) : part);
        const bool good = !name.empty() && name.size() <= extensionLimit &&
                          name.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz") == std::string::npos;
        if (!good)
            return makeError(ErrorCode::InvalidArgument, "Must be extensions of files, separated by commas, like jpg,pdf.");
        extensions.insert(name);
    }
    if (extensions.size() > extensionsLimit)
        return makeError(ErrorCode::InvalidArgument, "Must be at most 50 extensions.");
    return std::vector<std::string>(extensions.begin(), extensions.end());
}

Result<std::string> parseDomain(std::string_view text)
{
    constexpr std::size_t domainLimit = 253, labelLimit = 63; ///< bytes
    const std::string_view domain = trimAscii(text);
    if (domain.empty())
        return std::string();
    bool good = domain.size() <= domainLimit && !IpAddress::parse(domain);
    for (std::size_t start = 0; good && start <= domain.size();) {
        const std::size_t end = std::min(domain.find('.', start), domain.size());
        const std::string_view label = domain.substr(start, end - start);
        start = end + 1;
        good = !label.empty() && label.size() <= labelLimit && label.front() != '-' && label.back() != '-' &&
               label.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == label.npos;
    }
    if (!good)
        return makeError(ErrorCode::InvalidArgument, "Must be a domain in lower case, like example.com, or empty.");
    return std::string(domain);
}

std::string_view hostOfOrigin(std::string_view origin) noexcept
{
    const std::string_view rest = origin.substr(origin.find("://") + 3);
    return rest.substr(0, rest.find(':'));
}

Result<std::vector<std::string>> parseOrigins(std::string_view text)
{
    constexpr std::size_t originsLimit = 16;
    std::vector<std::string> origins;
    for (const std::string_view origin : partsOf(text)) {
        const bool secure = origin.starts_with("https://");
        const bool scheme = secure || origin.starts_with("http://");
        const std::string_view host = scheme ? hostOfOrigin(origin) : std::string_view();
        const std::string_view rest = scheme ? origin.substr(origin.find("://") + 3 + host.size()) : std::string_view();
        const bool port =
            rest.empty() || (rest.size() >= 2 && rest.size() <= 6 && rest.find_first_not_of("0123456789", 1) == rest.npos);
        const auto domain = parseDomain(host);
        if (host.empty() || !domain || !port || (!secure && host != "localhost"))
            return makeError(ErrorCode::InvalidArgument,
                             "Must be origins separated by commas, like https://console.example.com or http://localhost:3000.");
        origins.emplace_back(origin);
    }
    if (origins.size() > originsLimit)
        return makeError(ErrorCode::InvalidArgument, "Must be at most 16 origins.");
    return origins;
}

std::string wordListText(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ",").append(word);
    return text;
}

} // namespace sallyport::settings
