#include "backend/settings/change.h"

#include "backend/base/nearest_word.h"
#include "backend/settings/value_text.h"

#include <algorithm>

namespace sallyport::settings {

namespace {

constexpr std::size_t keyLimit = 64;     ///< bytes; longer than any key, so that the distance below stays cheap
constexpr std::size_t valueLimit = 1024; ///< bytes; a list of words says its own
constexpr std::size_t suggestions = 3;

std::size_t limitOf(const Definition& setting)
{
    return setting.type == "words" || setting.type == "path" ? static_cast<std::size_t>(setting.maximum) : valueLimit;
}

std::string_view lastPart(std::string_view key)
{
    return key.substr(key.rfind('.') + 1);
}

std::string unknownKey(std::string_view key)
{
    std::vector<std::pair<std::size_t, std::string_view>> close;
    for (const Definition& known : definitions()) {
        // A right last word in a wrong group is a near miss too: `limits.auth`, `auth`.
        std::size_t far = wordDistance(key, known.key);
        if (lastPart(key) == lastPart(known.key) || known.key.find(key) != std::string_view::npos)
            far = std::min<std::size_t>(far, 1);
        if (far <= 2 + known.key.size() / 5)
            close.emplace_back(far, known.key);
    }
    std::ranges::sort(close);
    std::string message = "There is no such setting";
    for (std::size_t i = 0; i < std::min(close.size(), suggestions); ++i)
        message += (i == 0 ? "; did you mean " : " or ") + std::string(close[i].second);
    return message + (close.empty() ? "." : "?");
}

void checkTogether(const Values& values, std::vector<FieldError>& bad)
{
    if (values.connectionsPerAddress > values.connectionsTotal)
        bad.push_back({"connections.per_address", "Must not be more than connections.total.", "maximum"});
    if (values.protectionFirstBan > values.protectionLongestBan)
        bad.push_back({"protection.first_ban", "Must not be more than protection.longest_ban.", "maximum"});
    if (values.sessionsIdle > values.sessionsAbsolute)
        bad.push_back({"sessions.idle", "Must not be more than sessions.absolute.", "maximum"});
    if (values.tokensAccessLifetime > values.sessionsAbsolute)
        bad.push_back({"tokens.access_lifetime", "Must not be more than sessions.absolute.", "maximum"});
    const std::string subdomain = "." + values.webauthnRpId;
    for (const std::string& origin : values.webauthnOrigins) {
        const std::string_view host = hostOfOrigin(origin);
        if (host != values.webauthnRpId && !host.ends_with(subdomain))
            bad.push_back({"webauthn.origins", "Must be pages of webauthn.rp_id or of its subdomains.", "domain"});
    }
    if (const std::uint32_t least = leastArgon2Memory(values.passwordsArgon2Passes); values.passwordsArgon2Memory < least)
        bad.push_back({"passwords.argon2_memory",
                       "Must be at least " + std::to_string(least) + " with so few passwords.argon2_passes.", "owasp"});
    if (values.passwordsMinLengthMfa > values.passwordsMinLength)
        bad.push_back({"passwords.min_length_mfa", "Must not be more than passwords.min_length.", "maximum"});
}

} // namespace

Result<Values> apply(const Values& values, const Changes& changes)
{
    Values next = values;
    std::vector<FieldError> bad;
    for (const auto& [key, text] : changes) {
        const Definition* known = key.size() <= keyLimit ? findDefinition(key) : nullptr;
        if (!known) {
            bad.push_back({key.substr(0, keyLimit), unknownKey(std::string_view(key).substr(0, keyLimit)), "unknown"});
        } else if (text.size() > limitOf(*known)) {
            bad.push_back({key, "Must be at most " + std::to_string(limitOf(*known)) + " bytes.", "maxLength"});
        } else if (auto set = known->set(next, text); !set) {
            bad.push_back({key, set.error().detail, std::string(known->type)});
        }
    }
    if (bad.empty())
        checkTogether(next, bad);
    if (bad.empty())
        return next;
    Error error(ErrorCode::InvalidArgument, bad.front().field + ": " + bad.front().message);
    error.fields = std::move(bad);
    return error;
}

} // namespace sallyport::settings
