#include "backend/base/name_text.h"
#include "backend/base/utf8.h"
#include "backend/settings/definition_makers.h"
#include "backend/settings/limits.h"
#include "backend/settings/route_text.h"
#include "backend/settings/security_policy.h"
#include "backend/settings/value_text.h"

#include <algorithm>
#include <array>

namespace sallyport::settings {

namespace {

using namespace makers;

// The settings whose text has rules of its own.

constexpr std::string_view initialPasswordChoices = "allowed|invitation_only";
constexpr std::string_view languageChoices = "system|en|de|fr";
constexpr std::string_view algorithmChoices = "ES256|EdDSA";
constexpr std::string_view themeChoices = "system|light|dark";
constexpr std::size_t issuerLimit = 200;     ///< bytes
constexpr std::size_t roleNamesLimit = 1024; ///< bytes
constexpr std::size_t pathLimit = 1'024;     ///< bytes of a file's name with its folders

Result<void> setAddress(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.serverAddress, parseAddress(text));
    return {};
}

Result<void> setIssuer(Values& values, std::string_view text)
{
    const bool https = text.starts_with("https://") && text.size() > 8 && text.size() <= issuerLimit;
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
    // RFC 8414 §2: an issuer has neither query nor fragment.
    if (!text.empty() && (!https || !plain || text.find_first_of("?#") != text.npos))
        return makeError(ErrorCode::InvalidArgument,
                         "Must be an https URL without query and fragment, or empty for the server's own URL.");
    values.serverIssuer = text;
    return {};
}

std::string initialPasswordText(const Values& values)
{
    return values.usersInitialPasswordAllowed ? "allowed" : "invitation_only";
}

std::string algorithmText(const Values& values)
{
    return values.tokensEdDsa ? "EdDSA" : "ES256";
}

Result<void> setAlgorithm(Values& values, std::string_view text)
{
    SALLYPORT_TRY(checkChoice(text, algorithmChoices));
    values.tokensEdDsa = text == "EdDSA";
    return {};
}

Result<void> setInitialPassword(Values& values, std::string_view text)
{
    SALLYPORT_TRY(checkChoice(text, initialPasswordChoices));
    values.usersInitialPasswordAllowed = text == "allowed";
    return {};
}

std::string languageText(const Values& values)
{
    return values.consoleLanguage.empty() ? "system" : values.consoleLanguage;
}

Result<void> setLanguage(Values& values, std::string_view text)
{
    if (text.empty())
        text = "system";
    SALLYPORT_TRY(checkChoice(text, languageChoices));
    values.consoleLanguage = text == "system" ? std::string_view() : text;
    return {};
}

Result<void> setTheme(Values& values, std::string_view text)
{
    SALLYPORT_TRY(checkChoice(text, themeChoices));
    values.consoleTheme = text;
    return {};
}

Result<void> setBreachList(Values& values, std::string_view text)
{
    const bool absolute = text.starts_with('/') && text.size() <= pathLimit && isPrintableText(text);
    if (!text.empty() && !absolute)
        return makeError(ErrorCode::InvalidArgument, "Must be the full path of a file, or empty for no list.");
    values.passwordsBreachList = text;
    return {};
}

constexpr std::size_t zoneNameLimit = 64;          ///< bytes
constexpr std::size_t outboundNetworksLimit = 256; ///< bytes
constexpr std::size_t outboundFileLimit = 256;     ///< bytes

Result<void> setOutboundNetworks(Values& values, std::string_view text)
{
    if (text.size() > outboundNetworksLimit)
        return makeError(ErrorCode::InvalidArgument, "Must have at most 256 characters.");
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of(", ");
        const std::string_view word = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        if (!word.empty() && !Cidr::parse(word))
            return makeError(ErrorCode::InvalidArgument, "Must be networks such as 127.0.0.0/8, 10.20.0.0/16, or empty.");
    }
    values.outboundNetworks = text;
    return {};
}

constexpr std::size_t rateExemptLimit = 4'096; ///< bytes
constexpr std::size_t rateExemptMost = 64;     ///< networks

/// As they are written in the end: `10.1.0.0/16, 2001:db8::/32`.
Result<void> setRateExempt(Values& values, std::string_view text)
{
    std::string tidy;
    std::size_t count = 0;
    for (std::string_view rest = text.substr(0, rateExemptLimit + 1); !rest.empty();) {
        const std::size_t end = rest.find_first_of(", ");
        const std::string_view word = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        if (word.empty())
            continue;
        const auto network = Cidr::parse(word);
        if (!network)
            return makeError(ErrorCode::InvalidArgument, "Must be networks such as 10.1.0.0/16, separated by commas, or empty.");
        tidy.append(tidy.empty() ? "" : ", ").append(network->text());
        ++count;
    }
    if (text.size() > rateExemptLimit || count > rateExemptMost)
        return makeError(ErrorCode::InvalidArgument, "Must be at most 64 networks.");
    values.rateExempt = std::move(tidy);
    return {};
}

Result<void> setOutboundCaFile(Values& values, std::string_view text)
{
    if (!text.empty() && (!text.starts_with('/') || text.size() > outboundFileLimit || !isPrintableText(text)))
        return makeError(ErrorCode::InvalidArgument, "Must be the whole path of a file, or empty.");
    values.outboundCaFile = text;
    return {};
}

Result<void> setVaultName(Values& values, std::string_view text)
{
    std::string name(text);
    std::vector<FieldError> errors;
    tidyName("vault.name", name, 1, vaultNameLimit, errors);
    if (!errors.empty())
        return makeError(ErrorCode::InvalidArgument, errors.front().message);
    values.vaultName = std::move(name);
    return {};
}

std::string requiredRolesText(const Values& values)
{
    return wordListText(values.mfaRequiredRoles);
}

Result<void> setRequiredRoles(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.mfaRequiredRoles, parseRoleNames(text));
    return {};
}

Result<void> setRpId(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.webauthnRpId, parseDomain(text));
    return {};
}

std::string originsText(const Values& values)
{
    return wordListText(values.webauthnOrigins);
}

Result<void> setOrigins(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.webauthnOrigins, parseOrigins(text));
    return {};
}

constexpr std::size_t fileTypesLimit = 512; ///< bytes

std::string fileTypesText(const Values& values)
{
    return wordListText(values.filesTypes);
}

Result<void> setFileTypes(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.filesTypes, parseExtensions(text));
    return {};
}

/// A list whose text has rules of its own.
template <auto Member>
std::string listText(const Values& values)
{
    std::string text;
    for (const std::string& word : values.*Member)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

template <auto Member, auto Parse>
Result<void> setParsed(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.*Member, Parse(text));
    return {};
}

std::string zoneText(const Values& values)
{
    return std::string(values.timesZone.name());
}

Result<void> setZone(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.timesZone, TimeZone::named(trimAscii(text)));
    return {};
}

constexpr std::string_view detectionModeChoices = "off|observe|block";

std::string detectionModeText(const Values& values)
{
    return values.detectionMode == ControlMode::Off ? "off" : values.detectionMode == ControlMode::Observe ? "observe" : "block";
}

Result<void> setDetectionMode(Values& values, std::string_view text)
{
    SALLYPORT_TRY(checkChoice(text, detectionModeChoices));
    values.detectionMode = text == "off" ? ControlMode::Off : text == "observe" ? ControlMode::Observe : ControlMode::Enforce;
    return {};
}

using V = Values;

// Sorted by key; the assertion below holds it there.
constexpr auto table = std::to_array<Definition>({
    filePath<&V::addressesLocationFile, pathLimit>(
        "addresses.location_file", "File in MaxMind's format that tells the country of an address; empty for none."),
    filePath<&V::addressesNetworkFile, pathLimit>(
        "addresses.network_file", "File in MaxMind's format that tells the network operator of an address; empty for none."),
    boolean<&V::addressesProxyProtocol>("addresses.proxy_protocol",
                                        "Connections of trusted proxies begin with PROXY protocol version 2."),
    networks<&V::addressesTrustedProxies, 1'024>(
        "addresses.trusted_proxies", "Networks of proxies whose word about the client's address is believed; empty for none."),
    number<&V::auditRetentionDays, 1, 36'500>("audit.retention_days", "Days that security events are kept."),
    number<&V::commentsPerRecord, 1, 100'000>("comments.per_record", "Comments on one record at most."),
    number<&V::connectionsHandshakes, 1, 100'000>("connections.handshakes",
                                                  "Unfinished TLS handshakes of one address at a time."),
    duration<&V::connectionsHeadTime, 1, 300>("connections.head_time", "Seconds in which a request's head must have come."),
    duration<&V::connectionsIdle, 1, 3'600>("connections.idle", "Seconds after which an unused connection is closed."),
    number<&V::connectionsMinRate, 0, 1'048'576>("connections.min_rate",
                                                 "Bytes a second with which a request must come at least; 0 for any."),
    number<&V::connectionsPerAddress, 1, 100'000>("connections.per_address", "Connections from one address at a time."),
    number<&V::connectionsTotal, 1, 1'000'000>("connections.total", "Connections from all addresses at a time."),
    duration<&V::consoleAutoLock, 0, 86'400>("console.auto_lock",
                                             "Seconds without input after which the window locks; 0 for never."),
    {"console.language", "Language of the window.", "choice", languageChoices, 0, 0, false, languageText, setLanguage},
    {"console.theme", "Light or dark window.", "choice", themeChoices, 0, 0, false, plainText<&V::consoleTheme>, setTheme},
    boolean<&V::consoleTray>("console.tray", "An icon in the system's tray, and a card when an address is refused."),
    boolean<&V::corsCredentials>("cors.credentials",
                                 "Tell browsers that pages of the allowed origins may send what they keep by themselves, such as "
                                 "client certificates."),
    {"cors.headers",
     "Header fields that pages of the allowed origins may send, separated by commas.",
     "text",
     {},
     0,
     fieldNamesLimit,
     false,
     listText<&V::corsHeaders>,
     setParsed<&V::corsHeaders, parseFieldNames>},
    duration<&V::corsMaxAge, 0, 86'400>("cors.max_age", "Seconds for which a browser may keep the answer to its question."),
    {"cors.methods",
     "Methods that pages of the allowed origins may use, separated by commas.",
     "text",
     {},
     3,
     64,
     false,
     listText<&V::corsMethods>,
     setParsed<&V::corsMethods, parseMethods>},
    {"cors.origins",
     "Exact origins whose pages may read answers, separated by commas; empty for none.",
     "text",
     {},
     0,
     originListLimit,
     false,
     listText<&V::corsOrigins>,
     setParsed<&V::corsOrigins, parseAllowedOrigins>},
    number<&V::decisionsAllowedPercent, 0, 100>(
        "decisions.allowed_percent", "Of a hundred decisions that allow something, so many are recorded; refusals all are."),
    number<&V::decisionsMost, 1'000, 100'000'000>("decisions.most", "Decisions that are kept at most; the oldest go first."),
    number<&V::decisionsRetentionDays, 1, 3'650>("decisions.retention_days", "Days that decisions are kept."),
    {"detection.mode", "What is done with requests that look like an attack.", "choice", detectionModeChoices, 0, 0, false,
     detectionModeText, setDetectionMode},
    number<&V::detectionStrictness, 1, 4>("detection.strictness",
                                          "How strictly attacks are looked for: 1 only what is certain, 4 whatever is odd."),
    number<&V::detectionThreshold, 1, 1'000>("detection.threshold", "Score from which a request counts as an attack."),
    number<&V::filesMaxSize, 1, 2'048>("files.max_size", "MiB of an uploaded file at most."),
    number<&V::filesPerRecord, 1, 10'000>("files.per_record", "Files of one record at most."),
    number<&V::filesTotalSize, 1, 67'108'864>("files.total_size", "MiB of all uploaded files together at most."),
    {"files.types",
     "Extensions of the files that may be uploaded, separated by commas, of those that are known; empty for all of them.",
     "text",
     {},
     0,
     fileTypesLimit,
     false,
     fileTypesText,
     setFileTypes},
    {"headers.content_security_policy",
     "Content-Security-Policy of every answer; empty for the product's own, which allows nothing.",
     "text",
     {},
     0,
     securityPolicyLimit,
     false,
     plainText<&V::headersContentSecurityPolicy>,
     setParsed<&V::headersContentSecurityPolicy, parseSecurityPolicy>},
    duration<&V::headersHstsMaxAge, 0, 63'072'000>(
        "headers.hsts_max_age", "Seconds for which browsers use HTTPS alone for this server; 0 makes them forget it."),
    boolean<&V::headersHstsSubdomains>("headers.hsts_subdomains", "Let that hold for all domains below the server's as well."),
    duration<&V::keysDefaultLifetime, 60, keyLifetimeLimit.count()>(
        "keys.default_lifetime", "Seconds for which a new API key is valid unless it says otherwise."),
    duration<&V::keysExpiringWithin, 0, 31'536'000>("keys.expiring_within",
                                                    "Seconds before its end from which an API key is reported as expiring."),
    duration<&V::keysMaxLifetime, 60, keyLifetimeLimit.count()>("keys.max_lifetime",
                                                                "Seconds for which an API key is valid at most."),
    number<&V::keysPerOwner, 1, 10'000>("keys.per_owner", "API keys of one user or service account at most."),
    duration<&V::keysStaleAfter, 3'600, 315'360'000>("keys.stale_after",
                                                     "Seconds without use after which an API key is reported as stale."),
    boolean<&V::metricsLoopback>("metrics.loopback", "Let programs on the server's machine read /metrics without a credential."),
    number<&V::mfaGraceDays, 0, 365>("mfa.grace_days",
                                     "Days in which a user must set up a second factor once the role requires it."),
    {"mfa.required_roles",
     "Roles that require a second factor, separated by commas; empty for none.",
     "text",
     {},
     0,
     roleNamesLimit,
     false,
     requiredRolesText,
     setRequiredRoles},
    number<&V::mfaTrustedDeviceDays, 0, 90>("mfa.trusted_device_days",
                                            "Days for which a trusted device is not asked for the second factor; 0 for never."),
    {"outbound.ca_file",
     "File of certificate authorities that outgoing calls trust besides the system's.",
     "text",
     {},
     0,
     outboundFileLimit,
     false,
     plainText<&V::outboundCaFile>,
     setOutboundCaFile},
    {"outbound.networks",
     "Networks that outgoing calls may reach though they are not public, such as 127.0.0.0/8.",
     "text",
     {},
     0,
     outboundNetworksLimit,
     false,
     plainText<&V::outboundNetworks>,
     setOutboundNetworks},
    number<&V::passwordsArgon2Lanes, 1, 8>("passwords.argon2_lanes", "Threads that hashing one password uses."),
    number<&V::passwordsArgon2Memory, 7'168, 524'288>("passwords.argon2_memory", "KiB of memory that hashing one password uses."),
    number<&V::passwordsArgon2Passes, 1, 16>("passwords.argon2_passes", "Times that hashing one password goes over its memory."),
    {"passwords.breach_list",
     "File on the server's machine with the SHA-1 of breached passwords, sorted; empty for none.",
     "path",
     {},
     0,
     pathLimit,
     false,
     plainText<&V::passwordsBreachList>,
     setBreachList},
    {"passwords.forbidden_words",
     "Words that no password may contain, such as names of the organisation and its products.",
     "words",
     {},
     0,
     wordListBytes,
     false,
     wordsOf<&V::passwordsForbiddenWords>,
     setWords<&V::passwordsForbiddenWords>},
    number<&V::passwordsMinLength, 8, 128>("passwords.min_length", "Characters of a password at least, without a second factor."),
    number<&V::passwordsMinLengthMfa, 8, 128>("passwords.min_length_mfa",
                                              "Characters of a password at least, while a second factor is on."),
    duration<&V::protectionFirstBan, 60, 2'592'000>(
        "protection.first_ban", "Seconds for which an address is banned the first time; each further ban is longer."),
    duration<&V::protectionGrace, 0, 86'400>("protection.grace",
                                             "Seconds after a ban was lifted in which the score does not ban that address."),
    duration<&V::protectionHalfLife, 60, 604'800>("protection.half_life", "Seconds in which a threat score halves."),
    duration<&V::protectionLongestBan, 60, 31'536'000>("protection.longest_ban",
                                                       "Seconds for which an address is banned at most."),
    mode<&V::protectionMode>("protection.mode", "What a threat score that reaches the threshold leads to."),
    number<&V::protectionThreshold, threatThresholdLeast, threatThresholdMost>("protection.threshold",
                                                                               "Threat score from which an address is banned."),
    rate<&V::rateAddress>("rate_limits.address", "Requests from one address, of all kinds."),
    rate<&V::rateAdmin>("rate_limits.admin", "Requests that administer users, roles and settings."),
    rate<&V::rateApiRead>("rate_limits.api_read", "Requests that read."),
    rate<&V::rateApiWrite>("rate_limits.api_write", "Requests that change something."),
    rate<&V::rateAuth>("rate_limits.auth", "Sign-in attempts."),
    {"rate_limits.exempt",
     "Networks that no limit by address holds for, separated by commas, such as 10.1.0.0/16.",
     "text",
     {},
     0,
     rateExemptLimit,
     false,
     plainText<&V::rateExempt>,
     setRateExempt},
    rate<&V::rateFileUpload>("rate_limits.file_upload", "Files sent."),
    boolean<&V::rateGuideNames>("rate_limits.guide_names",
                                "Tell clients their limits in X-RateLimit-Limit, -Remaining and -Reset."),
    number<&V::ratePercentRoom, 0, 1'000>("rate_limits.room_percent", "Percent that a suggested limit has above what is usual."),
    boolean<&V::rateStandardNames>("rate_limits.standard_names", "Tell clients their limits in RateLimit and RateLimit-Policy."),
    {"server.address",
     "Address that the server listens on.",
     "address",
     {},
     0,
     0,
     true,
     plainText<&V::serverAddress>,
     setAddress},
    {"server.client_certificates", "Ask clients for a certificate; policies can require one by its SHA-256.", "boolean",
     "true|false", 0, 0, true, booleanText<&V::serverClientCertificates>, setBoolean<&V::serverClientCertificates>},
    {"server.issuer",
     "Issuer named in access tokens; empty for the server's own URL.",
     "text",
     {},
     0,
     issuerLimit,
     true,
     plainText<&V::serverIssuer>,
     setIssuer},
    number<&V::serverPort, 0, 65'535>("server.port", "Port that the server listens on; 0 lets the system choose.", true),
    boolean<&V::serverStartWithConsole>("server.start_with_console", "Start the server when the vault is unlocked."),
    number<&V::serverThreads, 0, 64>("server.threads", "Threads that serve connections; 0 for one a core.", true),
    duration<&V::sessionsAbsolute, 300, 31'536'000>("sessions.absolute", "Seconds after which a session ends in any case."),
    duration<&V::sessionsIdle, 60, 31'536'000>("sessions.idle", "Seconds without use after which a session ends."),
    duration<&V::reauthMaxAge, 60, 86'400>("sessions.reauth_max_age",
                                           "Seconds for which a sign-in counts for changing how one signs in."),
    duration<&V::stepUpMaxAge, 30, 86'400>("sessions.step_up_max_age",
                                           "Seconds for which a second factor counts for sensitive actions."),
    duration<&V::signaturesWindow, 5, 300>("signatures.window",
                                           "Seconds that the time of a signed request may differ from the server's clock."),
    rate<&V::slowDownAfter>("slow_down.after", "Requests of one address at full speed; each further one has to wait."),
    mode<&V::slowDownMode>("slow_down.mode", "Whether requests of an address that sends very many have to wait."),
    number<&V::slowDownMost, 0, 60'000>("slow_down.most", "Milliseconds that a request waits at most."),
    number<&V::slowDownStep, 0, 60'000>("slow_down.step", "Milliseconds that each further request waits longer."),
    {"times.zone",
     "Zone of all times that are shown, and of those that are typed without one: UTC, system, or one such as Europe/Berlin.",
     "zone",
     {},
     0,
     zoneNameLimit,
     false,
     zoneText,
     setZone},
    duration<&V::tokensAccessLifetime, 60, 86'400>("tokens.access_lifetime", "Seconds for which an access token is valid."),
    {"tokens.algorithm", "Signature of access tokens; a change makes a new signing key.", "choice", algorithmChoices, 0, 0, false,
     algorithmText, setAlgorithm},
    {"users.initial_password", "Whether an administrator may set a new user's first password.", "choice", initialPasswordChoices,
     0, 0, false, initialPasswordText, setInitialPassword},
    {"validation.observe",
     "Routes, POST /api/comments, where parameters and members that they don't know are left out and told instead of refused.",
     "text",
     {},
     0,
     routeListLimit,
     false,
     listText<&V::validationObserve>,
     setParsed<&V::validationObserve, parseRoutes>},
    {"vault.name", "Name of this vault.", "text", {}, 1, vaultNameLimit, false, plainText<&V::vaultName>, setVaultName},
    {"webauthn.origins",
     "Pages that may use passkeys, separated by commas; empty for the domain itself.",
     "text",
     {},
     0,
     roleNamesLimit,
     false,
     originsText,
     setOrigins},
    {"webauthn.rp_id",
     "Domain that passkeys are made for; empty for no passkeys.",
     "text",
     {},
     0,
     issuerLimit,
     false,
     plainText<&V::webauthnRpId>,
     setRpId},
});

static_assert(std::ranges::is_sorted(table, {}, &Definition::key));

} // namespace

std::span<const Definition> definitions() noexcept
{
    return table;
}

const Definition* findDefinition(std::string_view key) noexcept
{
    const auto found = std::ranges::lower_bound(table, key, {}, &Definition::key);
    return found != table.end() && found->key == key ? &*found : nullptr;
}

} // namespace sallyport::settings
