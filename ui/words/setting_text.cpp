#include "ui/words/setting_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace sallyport::ui {
namespace {

struct Text {
    std::string_view key;
    const char* title;
};

constexpr std::array titles{
    Text{"addresses.location_file", QT_TRANSLATE_NOOP("SettingTitle", "File of countries")},
    Text{"addresses.network_file", QT_TRANSLATE_NOOP("SettingTitle", "File of network operators")},
    Text{"addresses.proxy_protocol", QT_TRANSLATE_NOOP("SettingTitle", "PROXY protocol")},
    Text{"addresses.trusted_proxies", QT_TRANSLATE_NOOP("SettingTitle", "Trusted proxies")},
    Text{"audit.retention_days", QT_TRANSLATE_NOOP("SettingTitle", "Keep events for")},
    Text{"comments.per_record", QT_TRANSLATE_NOOP("SettingTitle", "Comments of a record")},
    Text{"connections.handshakes", QT_TRANSLATE_NOOP("SettingTitle", "Handshakes of one address")},
    Text{"connections.head_time", QT_TRANSLATE_NOOP("SettingTitle", "Time for a request’s head")},
    Text{"connections.idle", QT_TRANSLATE_NOOP("SettingTitle", "Close unused connections after")},
    Text{"connections.min_rate", QT_TRANSLATE_NOOP("SettingTitle", "Slowest request")},
    Text{"connections.per_address", QT_TRANSLATE_NOOP("SettingTitle", "Connections from one address")},
    Text{"connections.total", QT_TRANSLATE_NOOP("SettingTitle", "Connections in all")},
    Text{"console.auto_lock", QT_TRANSLATE_NOOP("SettingTitle", "Lock by itself after")},
    Text{"console.language", QT_TRANSLATE_NOOP("SettingTitle", "Language")},
    Text{"console.theme", QT_TRANSLATE_NOOP("SettingTitle", "Appearance")},
    Text{"console.tray", QT_TRANSLATE_NOOP("SettingTitle", "Icon in the system’s tray, with cards")},
    Text{"cors.credentials", QT_TRANSLATE_NOOP("SettingTitle", "Pages may send client certificates")},
    Text{"cors.headers", QT_TRANSLATE_NOOP("SettingTitle", "Header fields that pages may send")},
    Text{"cors.max_age", QT_TRANSLATE_NOOP("SettingTitle", "Browsers ask again after")},
    Text{"cors.methods", QT_TRANSLATE_NOOP("SettingTitle", "Methods that pages may use")},
    Text{"cors.origins", QT_TRANSLATE_NOOP("SettingTitle", "Origins whose pages may read")},
    Text{"decisions.allowed_percent", QT_TRANSLATE_NOOP("SettingTitle", "Record decisions that allow")},
    Text{"decisions.most", QT_TRANSLATE_NOOP("SettingTitle", "Keep at most so many decisions")},
    Text{"decisions.retention_days", QT_TRANSLATE_NOOP("SettingTitle", "Keep decisions for")},
    Text{"detection.mode", QT_TRANSLATE_NOOP("SettingTitle", "Requests that look like an attack")},
    Text{"detection.strictness", QT_TRANSLATE_NOOP("SettingTitle", "Strictness of detection")},
    Text{"detection.threshold", QT_TRANSLATE_NOOP("SettingTitle", "An attack from a score of")},
    Text{"files.max_size", QT_TRANSLATE_NOOP("SettingTitle", "Largest file")},
    Text{"files.per_record", QT_TRANSLATE_NOOP("SettingTitle", "Files of a record")},
    Text{"files.total_size", QT_TRANSLATE_NOOP("SettingTitle", "All files together")},
    Text{"files.types", QT_TRANSLATE_NOOP("SettingTitle", "Types of files")},
    Text{"headers.content_security_policy", QT_TRANSLATE_NOOP("SettingTitle", "Content security policy")},
    Text{"headers.hsts_max_age", QT_TRANSLATE_NOOP("SettingTitle", "Browsers use HTTPS alone for")},
    Text{"headers.hsts_subdomains", QT_TRANSLATE_NOOP("SettingTitle", "HTTPS alone for subdomains as well")},
    Text{"keys.default_lifetime", QT_TRANSLATE_NOOP("SettingTitle", "A new key is valid for")},
    Text{"keys.expiring_within", QT_TRANSLATE_NOOP("SettingTitle", "Report as expiring before")},
    Text{"keys.max_lifetime", QT_TRANSLATE_NOOP("SettingTitle", "A key is valid at most for")},
    Text{"keys.per_owner", QT_TRANSLATE_NOOP("SettingTitle", "Keys of one owner")},
    Text{"keys.stale_after", QT_TRANSLATE_NOOP("SettingTitle", "Report as unused after")},
    Text{"metrics.loopback", QT_TRANSLATE_NOOP("SettingTitle", "Metrics for this machine without a key")},
    Text{"mfa.grace_days", QT_TRANSLATE_NOOP("SettingTitle", "Time to set up a second factor")},
    Text{"mfa.trusted_device_days", QT_TRANSLATE_NOOP("SettingTitle", "A device is trusted for")},
    Text{"mfa.required_roles", QT_TRANSLATE_NOOP("SettingTitle", "Roles that require a second factor")},
    Text{"outbound.ca_file", QT_TRANSLATE_NOOP("SettingTitle", "Further authorities")},
    Text{"outbound.networks", QT_TRANSLATE_NOOP("SettingTitle", "Reachable networks")},
    Text{"passwords.argon2_lanes", QT_TRANSLATE_NOOP("SettingTitle", "Threads of a hash")},
    Text{"passwords.argon2_memory", QT_TRANSLATE_NOOP("SettingTitle", "Memory of a hash")},
    Text{"passwords.argon2_passes", QT_TRANSLATE_NOOP("SettingTitle", "Passes of a hash")},
    Text{"passwords.breach_list", QT_TRANSLATE_NOOP("SettingTitle", "List of breached passwords")},
    Text{"passwords.forbidden_words", QT_TRANSLATE_NOOP("SettingTitle", "Forbidden words")},
    Text{"passwords.min_length", QT_TRANSLATE_NOOP("SettingTitle", "Shortest password")},
    Text{"passwords.min_length_mfa", QT_TRANSLATE_NOOP("SettingTitle", "Shortest password with MFA")},
    Text{"protection.first_ban", QT_TRANSLATE_NOOP("SettingTitle", "Ban an address first for")},
    Text{"protection.grace", QT_TRANSLATE_NOOP("SettingTitle", "Grace after a lifted ban")},
    Text{"protection.half_life", QT_TRANSLATE_NOOP("SettingTitle", "Scores halve every")},
    Text{"protection.longest_ban", QT_TRANSLATE_NOOP("SettingTitle", "Longest ban")},
    Text{"protection.mode", QT_TRANSLATE_NOOP("SettingTitle", "Ban by threat score")},
    Text{"protection.threshold", QT_TRANSLATE_NOOP("SettingTitle", "Ban from a score of")},
    Text{"rate_limits.address", QT_TRANSLATE_NOOP("SettingTitle", "One address, all requests")},
    Text{"rate_limits.admin", QT_TRANSLATE_NOOP("SettingTitle", "Administration")},
    Text{"rate_limits.api_read", QT_TRANSLATE_NOOP("SettingTitle", "Reading")},
    Text{"rate_limits.api_write", QT_TRANSLATE_NOOP("SettingTitle", "Writing")},
    Text{"rate_limits.auth", QT_TRANSLATE_NOOP("SettingTitle", "Sign-in")},
    Text{"rate_limits.exempt", QT_TRANSLATE_NOOP("SettingTitle", "Exempt networks")},
    Text{"rate_limits.file_upload", QT_TRANSLATE_NOOP("SettingTitle", "File upload")},
    Text{"rate_limits.guide_names", QT_TRANSLATE_NOOP("SettingTitle", "X-RateLimit fields")},
    Text{"rate_limits.room_percent", QT_TRANSLATE_NOOP("SettingTitle", "Room of a suggestion")},
    Text{"rate_limits.standard_names", QT_TRANSLATE_NOOP("SettingTitle", "RateLimit fields")},
    Text{"server.address", QT_TRANSLATE_NOOP("SettingTitle", "Address")},
    Text{"server.client_certificates", QT_TRANSLATE_NOOP("SettingTitle", "Client certificates")},
    Text{"server.issuer", QT_TRANSLATE_NOOP("SettingTitle", "Token issuer")},
    Text{"server.port", QT_TRANSLATE_NOOP("SettingTitle", "Port")},
    Text{"server.start_with_console", QT_TRANSLATE_NOOP("SettingTitle", "Start with the console")},
    Text{"server.threads", QT_TRANSLATE_NOOP("SettingTitle", "Threads")},
    Text{"sessions.absolute", QT_TRANSLATE_NOOP("SettingTitle", "End every session after")},
    Text{"sessions.idle", QT_TRANSLATE_NOOP("SettingTitle", "End unused sessions after")},
    Text{"sessions.reauth_max_age", QT_TRANSLATE_NOOP("SettingTitle", "A sign-in counts for changing it for")},
    Text{"sessions.step_up_max_age", QT_TRANSLATE_NOOP("SettingTitle", "An MFA check counts for")},
    Text{"signatures.window", QT_TRANSLATE_NOOP("SettingTitle", "A signed request’s time may be off by")},
    Text{"slow_down.after", QT_TRANSLATE_NOOP("SettingTitle", "Full speed for")},
    Text{"slow_down.mode", QT_TRANSLATE_NOOP("SettingTitle", "Slow down")},
    Text{"slow_down.most", QT_TRANSLATE_NOOP("SettingTitle", "Longest wait")},
    Text{"slow_down.step", QT_TRANSLATE_NOOP("SettingTitle", "Each further request waits longer by")},
    Text{"times.zone", QT_TRANSLATE_NOOP("SettingTitle", "Time zone")},
    Text{"tokens.access_lifetime", QT_TRANSLATE_NOOP("SettingTitle", "Access tokens live for")},
    Text{"tokens.algorithm", QT_TRANSLATE_NOOP("SettingTitle", "Signature of access tokens")},
    Text{"users.initial_password", QT_TRANSLATE_NOOP("SettingTitle", "First password of a user")},
    Text{"validation.observe", QT_TRANSLATE_NOOP("SettingTitle", "Routes that only tell of unknown members")},
    Text{"vault.name", QT_TRANSLATE_NOOP("SettingTitle", "Name of the vault")},
    Text{"webauthn.origins", QT_TRANSLATE_NOOP("SettingTitle", "Pages that may use passkeys")},
    Text{"webauthn.rp_id", QT_TRANSLATE_NOOP("SettingTitle", "Domain of passkeys")},
};

/// What the title doesn't say. By key, as the titles.
constexpr std::array helps{
    Text{"addresses.location_file", QT_TRANSLATE_NOOP("SettingHelp", "Your own, in MaxMind’s format (.mmdb). Empty for none.")},
    Text{"addresses.network_file", QT_TRANSLATE_NOOP("SettingHelp", "Your own, in MaxMind’s format (.mmdb). Empty for none.")},
    Text{"addresses.proxy_protocol",
         QT_TRANSLATE_NOOP("SettingHelp", "Each connection of a trusted proxy must then begin with it, version 2.")},
    Text{"addresses.trusted_proxies",
         QT_TRANSLATE_NOOP("SettingHelp", "Whoever is in these networks may say who the client is. Empty for none.")},
    Text{"audit.retention_days", QT_TRANSLATE_NOOP("SettingHelp", "Older events are deleted for good; what was exported stays.")},
    Text{"comments.per_record", QT_TRANSLATE_NOOP("SettingHelp", "Those that there are stay.")},
    Text{"connections.handshakes", QT_TRANSLATE_NOOP("SettingHelp", "While one of them hangs, no more are let in than so many.")},
    Text{"connections.head_time", QT_TRANSLATE_NOOP("SettingHelp", "Whoever sends it drop by drop is cut off.")},
    Text{"connections.idle", QT_TRANSLATE_NOOP("SettingHelp", "A client that has nothing to ask connects again later.")},
    Text{"connections.min_rate",
         QT_TRANSLATE_NOOP("SettingHelp", "After ten seconds’ grace; slower ones are cut off. 0 for any.")},
    Text{"connections.per_address", QT_TRANSLATE_NOOP("SettingHelp", "Programs behind one proxy share them.")},
    Text{"connections.total", QT_TRANSLATE_NOOP("SettingHelp", "Whoever asks; further ones are closed at once.")},
    Text{"console.auto_lock", QT_TRANSLATE_NOOP("SettingHelp", "Without mouse and keyboard. 0 for never.")},
    Text{"console.language", QT_TRANSLATE_NOOP("SettingHelp", "Of this window only; the API answers in English.")},
    Text{"console.theme", QT_TRANSLATE_NOOP("SettingHelp", "“As the desktop” follows it when it changes.")},
    Text{"console.tray",
         QT_TRANSLATE_NOOP("SettingHelp", "While the window is behind others, a card tells of each address that is refused.")},
    Text{
        "cors.credentials",
        QT_TRANSLATE_NOOP("SettingHelp", "And what else browsers send by themselves. No credential of this server is among it.")},
    Text{"cors.headers", QT_TRANSLATE_NOOP("SettingHelp", "Separated by commas.")},
    Text{"cors.max_age", QT_TRANSLATE_NOOP("SettingHelp", "So long a browser keeps the answer to what a page may do.")},
    Text{"cors.methods", QT_TRANSLATE_NOOP("SettingHelp", "Separated by commas: GET, HEAD, POST, PUT, PATCH, DELETE.")},
    Text{"cors.origins",
         QT_TRANSLATE_NOOP("SettingHelp", "Exact, as https://app.example.com, separated by commas. Empty for none.")},
    Text{"decisions.allowed_percent",
         QT_TRANSLATE_NOOP("SettingHelp", "Of a hundred, so many. Refusals are all recorded. What is recorded can be replayed.")},
    Text{"decisions.most", QT_TRANSLATE_NOOP("SettingHelp", "Looked at every hour. One takes up to a kilobyte.")},
    Text{"decisions.retention_days", QT_TRANSLATE_NOOP("SettingHelp", "A decision that an answer named can be opened so long.")},
    Text{"detection.mode", QT_TRANSLATE_NOOP("SettingHelp", "Observing writes hits down and lets them pass.")},
    Text{"detection.strictness",
         QT_TRANSLATE_NOOP("SettingHelp", "1: only what is certain. 4: whatever is odd, with false alarms.")},
    Text{"detection.threshold", QT_TRANSLATE_NOOP("SettingHelp", "Points of what was found in a request, added up.")},
    Text{"files.max_size", QT_TRANSLATE_NOOP("SettingHelp", "A larger one is refused before it has been sent.")},
    Text{"files.per_record", QT_TRANSLATE_NOOP("SettingHelp", "Those that there are stay.")},
    Text{"files.total_size", QT_TRANSLATE_NOOP("SettingHelp", "On the disk of the vault, encrypted.")},
    Text{"files.types", QT_TRANSLATE_NOOP("SettingHelp", "Such as jpg,pdf, of those that are known. Empty for all of these.")},
    Text{"headers.content_security_policy",
         QT_TRANSLATE_NOOP("SettingHelp", "Empty for the product's own, which allows a page nothing at all.")},
    Text{"headers.hsts_max_age", QT_TRANSLATE_NOOP("SettingHelp", "Counted from each answer. 0 makes browsers forget it.")},
    Text{"headers.hsts_subdomains", QT_TRANSLATE_NOOP("SettingHelp", "Only if every one of them answers over HTTPS.")},
    Text{"keys.default_lifetime", QT_TRANSLATE_NOOP("SettingHelp", "Unless whoever creates it says otherwise.")},
    Text{"keys.expiring_within", QT_TRANSLATE_NOOP("SettingHelp", "In the list of keys and on the dashboard.")},
    Text{"keys.max_lifetime", QT_TRANSLATE_NOOP("SettingHelp", "Longer ones are refused; keys that there are stay as they are.")},
    Text{"keys.per_owner", QT_TRANSLATE_NOOP("SettingHelp", "A user or a service account; ended keys don’t count.")},
    Text{"keys.stale_after", QT_TRANSLATE_NOOP("SettingHelp", "A key that nobody uses is one that can be stolen unseen.")},
    Text{"metrics.loopback",
         QT_TRANSLATE_NOOP("SettingHelp", "Programs here read /metrics; everybody else needs the permission “Read metrics”.")},
    Text{"mfa.grace_days",
         QT_TRANSLATE_NOOP("SettingHelp", "From when a role first asks for one; after that nothing else opens.")},
    Text{"mfa.required_roles", QT_TRANSLATE_NOOP("SettingHelp", "Their members set one up in the time below.")},
    Text{"mfa.trusted_device_days",
         QT_TRANSLATE_NOOP("SettingHelp", "So long it isn’t asked for again at sign-in. 0 for never.")},
    Text{"outbound.ca_file",
         QT_TRANSLATE_NOOP("SettingHelp", "A PEM file that counts besides the system’s, on the server’s machine.")},
    Text{"outbound.networks", QT_TRANSLATE_NOOP("SettingHelp", "Private ones, separated by commas, such as 10.20.0.0/16.")},
    Text{"passwords.argon2_lanes", QT_TRANSLATE_NOOP("SettingHelp", "They work side by side and share the memory.")},
    Text{"passwords.argon2_memory",
         QT_TRANSLATE_NOOP("SettingHelp", "What makes each guess dear. Every sign-in needs it for a moment.")},
    Text{"passwords.argon2_passes", QT_TRANSLATE_NOOP("SettingHelp", "With more passes less memory is allowed.")},
    Text{"passwords.breach_list",
         QT_TRANSLATE_NOOP("SettingHelp", "A file on the server’s machine with sorted SHA-1 lines. Empty for none.")},
    Text{"passwords.forbidden_words",
         QT_TRANSLATE_NOOP("SettingHelp", "Names of your organisation and its products, separated by commas.")},
    Text{"passwords.min_length", QT_TRANSLATE_NOOP("SettingHelp", "For accounts without a second factor.")},
    Text{"passwords.min_length_mfa", QT_TRANSLATE_NOOP("SettingHelp", "While the account’s second factor is on.")},
    Text{"protection.first_ban", QT_TRANSLATE_NOOP("SettingHelp", "Each further ban of the same address is longer.")},
    Text{"protection.grace", QT_TRANSLATE_NOOP("SettingHelp", "So long the score doesn’t ban that address again.")},
    Text{"protection.half_life", QT_TRANSLATE_NOOP("SettingHelp", "What was done long ago counts for less and less.")},
    Text{"protection.longest_ban", QT_TRANSLATE_NOOP("SettingHelp", "However often an address was banned before.")},
    Text{"protection.mode",
         QT_TRANSLATE_NOOP("SettingHelp", "Observe writes down who would have been banned, and lets them in.")},
    Text{"protection.threshold", QT_TRANSLATE_NOOP("SettingHelp", "The panel Threats shows who would have come so far.")},
    Text{"rate_limits.address", QT_TRANSLATE_NOOP("SettingHelp", "Of all kinds and of everybody behind it.")},
    Text{"rate_limits.admin", QT_TRANSLATE_NOOP("SettingHelp", "Users, roles, keys and settings.")},
    Text{"rate_limits.api_read", QT_TRANSLATE_NOOP("SettingHelp", "Every request that changes nothing.")},
    Text{"rate_limits.api_write", QT_TRANSLATE_NOOP("SettingHelp", "Every request that changes something.")},
    Text{"rate_limits.auth", QT_TRANSLATE_NOOP("SettingHelp", "Wrong passwords and codes for one account from one address.")},
    Text{"rate_limits.exempt",
         QT_TRANSLATE_NOOP("SettingHelp", "No limit by address holds for them; those by user and key do. Separated by commas.")},
    Text{"rate_limits.file_upload", QT_TRANSLATE_NOOP("SettingHelp", "However large they are.")},
    Text{"rate_limits.guide_names",
         QT_TRANSLATE_NOOP("SettingHelp", "For older clients: X-RateLimit-Limit, -Remaining and -Reset in answers.")},
    Text{"rate_limits.room_percent",
         QT_TRANSLATE_NOOP("SettingHelp", "More than what 95 of 100 minutes needed: the panel Rate limits proposes it.")},
    Text{"rate_limits.standard_names",
         QT_TRANSLATE_NOOP("SettingHelp", "As the IETF’s draft has them: RateLimit and RateLimit-Policy in answers.")},
    Text{"server.address",
         QT_TRANSLATE_NOOP("SettingHelp", "127.0.0.1 is reached from this machine only, 0.0.0.0 from all others too.")},
    Text{"server.client_certificates",
         QT_TRANSLATE_NOOP(
             "SettingHelp",
             "Clients are asked for one, browsers ask whoever sits there. Nobody needs one until a policy says so.")},
    Text{"server.issuer", QT_TRANSLATE_NOOP("SettingHelp", "Whom access tokens name. Empty for the server’s own address.")},
    Text{"server.port", QT_TRANSLATE_NOOP("SettingHelp", "0 lets the system choose one.")},
    Text{"server.start_with_console", QT_TRANSLATE_NOOP("SettingHelp", "As soon as the vault is unlocked.")},
    Text{"server.threads", QT_TRANSLATE_NOOP("SettingHelp", "0 for one a core.")},
    Text{"sessions.absolute", QT_TRANSLATE_NOOP("SettingHelp", "Used or not: then everybody signs in anew.")},
    Text{"sessions.idle", QT_TRANSLATE_NOOP("SettingHelp", "Counted from the last request.")},
    Text{"sessions.reauth_max_age",
         QT_TRANSLATE_NOOP("SettingHelp", "Password, second factor, passkeys; later one signs in again first.")},
    Text{"sessions.step_up_max_age",
         QT_TRANSLATE_NOOP("SettingHelp", "For sensitive actions; later the code is asked for again.")},
    Text{"signatures.window", QT_TRANSLATE_NOOP("SettingHelp", "From the server’s clock, either way.")},
    Text{"slow_down.after",
         QT_TRANSLATE_NOOP("SettingHelp", "Of one address, everybody behind it together. Probes don’t count.")},
    Text{"slow_down.mode",
         QT_TRANSLATE_NOOP("SettingHelp", "Observe only says in the record how long a request would have waited.")},
    Text{"slow_down.most", QT_TRANSLATE_NOOP("SettingHelp", "In milliseconds. Nobody waits for longer.")},
    Text{"slow_down.step",
         QT_TRANSLATE_NOOP("SettingHelp", "In milliseconds. The second of them waits twice as long, and so on.")},
    Text{"times.zone", QT_TRANSLATE_NOOP("SettingHelp", "Of every time that is shown or typed here; the API keeps to UTC.")},
    Text{"tokens.access_lifetime",
         QT_TRANSLATE_NOOP("SettingHelp", "Then clients get a new one by themselves, while the session lasts.")},
    Text{"tokens.algorithm", QT_TRANSLATE_NOOP("SettingHelp", "Another one makes a new signing key.")},
    Text{"users.initial_password", QT_TRANSLATE_NOOP("SettingHelp", "By invitation, nobody but the user ever knows it.")},
    Text{"validation.observe",
         QT_TRANSLATE_NOOP("SettingHelp", "As POST /api/comments, separated by commas. They are left out and told in the events; "
                                          "whatever else is wrong is refused.")},
    Text{"vault.name", QT_TRANSLATE_NOOP("SettingHelp", "In the corner of this window and on reports.")},
    Text{"webauthn.origins", QT_TRANSLATE_NOOP("SettingHelp", "Separated by commas. Empty for the domain itself.")},
    Text{"webauthn.rp_id", QT_TRANSLATE_NOOP("SettingHelp", "Passkeys stay bound to it. Empty for no passkeys.")},
};

/// The backend's descriptions, so that each has an entry in the translations; tst_translations compares.
constexpr std::array descriptions{
    QT_TRANSLATE_NOOP("Setting", "Networks that no limit by address holds for, separated by commas, such as 10.1.0.0/16."),
    QT_TRANSLATE_NOOP("Setting", "An icon in the system's tray, and a card when an address is refused."),
    QT_TRANSLATE_NOOP("Setting", "Routes, POST /api/comments, where parameters and members that they don't know are left out and "
                                 "told instead of refused."),
    QT_TRANSLATE_NOOP("Setting", "Tell clients their limits in X-RateLimit-Limit, -Remaining and -Reset."),
    QT_TRANSLATE_NOOP("Setting", "Percent that a suggested limit has above what is usual."),
    QT_TRANSLATE_NOOP("Setting", "Tell clients their limits in RateLimit and RateLimit-Policy."),
    QT_TRANSLATE_NOOP("Setting", "File in MaxMind's format that tells the country of an address; empty for none."),
    QT_TRANSLATE_NOOP("Setting", "File in MaxMind's format that tells the network operator of an address; empty for none."),
    QT_TRANSLATE_NOOP("Setting", "Connections of trusted proxies begin with PROXY protocol version 2."),
    QT_TRANSLATE_NOOP("Setting", "Networks of proxies whose word about the client's address is believed; empty for none."),
    QT_TRANSLATE_NOOP("Setting", "Unfinished TLS handshakes of one address at a time."),
    QT_TRANSLATE_NOOP("Setting", "Seconds in which a request's head must have come."),
    QT_TRANSLATE_NOOP("Setting", "Bytes a second with which a request must come at least; 0 for any."),
    QT_TRANSLATE_NOOP("Setting",
                      "Tell browsers that pages of the allowed origins may send what they keep by themselves, such as client "
                      "certificates."),
    QT_TRANSLATE_NOOP("Setting", "Header fields that pages of the allowed origins may send, separated by commas."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which a browser may keep the answer to its question."),
    QT_TRANSLATE_NOOP("Setting", "Methods that pages of the allowed origins may use, separated by commas."),
    QT_TRANSLATE_NOOP("Setting", "Exact origins whose pages may read answers, separated by commas; empty for none."),
    QT_TRANSLATE_NOOP("Setting", "Content-Security-Policy of every answer; empty for the product's own, which allows nothing."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which browsers use HTTPS alone for this server; 0 makes them forget it."),
    QT_TRANSLATE_NOOP("Setting", "Let that hold for all domains below the server's as well."),
    QT_TRANSLATE_NOOP("Setting", "Let programs on the server's machine read /metrics without a credential."),
    QT_TRANSLATE_NOOP("Setting", "Days that security events are kept."),
    QT_TRANSLATE_NOOP("Setting", "Of a hundred decisions that allow something, so many are recorded; refusals all are."),
    QT_TRANSLATE_NOOP("Setting", "Decisions that are kept at most; the oldest go first."),
    QT_TRANSLATE_NOOP("Setting", "Days that decisions are kept."),
    QT_TRANSLATE_NOOP("Setting", "Comments on one record at most."),
    QT_TRANSLATE_NOOP("Setting", "MiB of an uploaded file at most."),
    QT_TRANSLATE_NOOP("Setting", "Files of one record at most."),
    QT_TRANSLATE_NOOP("Setting", "MiB of all uploaded files together at most."),
    QT_TRANSLATE_NOOP("Setting",
                      "Extensions of the files that may be uploaded, separated by commas, of those that are known; empty for "
                      "all of them."),
    QT_TRANSLATE_NOOP("Setting", "How strictly attacks are looked for: 1 only what is certain, 4 whatever is odd."),
    QT_TRANSLATE_NOOP("Setting", "Score from which a request counts as an attack."),
    QT_TRANSLATE_NOOP("Setting", "What is done with requests that look like an attack."),
    QT_TRANSLATE_NOOP("Setting", "Seconds after which an unused connection is closed."),
    QT_TRANSLATE_NOOP("Setting", "Connections from one address at a time."),
    QT_TRANSLATE_NOOP("Setting", "Connections from all addresses at a time."),
    QT_TRANSLATE_NOOP("Setting", "Seconds without input after which the window locks; 0 for never."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which an address is banned the first time; each further ban is longer."),
    QT_TRANSLATE_NOOP("Setting", "Seconds after a ban was lifted in which the score does not ban that address."),
    QT_TRANSLATE_NOOP("Setting", "Seconds in which a threat score halves."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which an address is banned at most."),
    QT_TRANSLATE_NOOP("Setting", "What a threat score that reaches the threshold leads to."),
    QT_TRANSLATE_NOOP("Setting", "Threat score from which an address is banned."),
    QT_TRANSLATE_NOOP("Setting", "Requests of one address at full speed; each further one has to wait."),
    QT_TRANSLATE_NOOP("Setting", "Whether requests of an address that sends very many have to wait."),
    QT_TRANSLATE_NOOP("Setting", "Milliseconds that a request waits at most."),
    QT_TRANSLATE_NOOP("Setting", "Milliseconds that each further request waits longer."),
    QT_TRANSLATE_NOOP("Setting", "Language of the window."),
    QT_TRANSLATE_NOOP("Setting", "Light or dark window."),
    QT_TRANSLATE_NOOP("Setting", "Days for which a trusted device is not asked for the second factor; 0 for never."),
    QT_TRANSLATE_NOOP("Setting", "Domain that passkeys are made for; empty for no passkeys."),
    QT_TRANSLATE_NOOP("Setting", "Pages that may use passkeys, separated by commas; empty for the domain itself."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which a sign-in counts for changing how one signs in."),
    QT_TRANSLATE_NOOP("Setting", "Days in which a user must set up a second factor once the role requires it."),
    QT_TRANSLATE_NOOP("Setting", "Roles that require a second factor, separated by commas; empty for none."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which a new API key is valid unless it says otherwise."),
    QT_TRANSLATE_NOOP("Setting", "Seconds before its end from which an API key is reported as expiring."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which an API key is valid at most."),
    QT_TRANSLATE_NOOP("Setting", "API keys of one user or service account at most."),
    QT_TRANSLATE_NOOP("Setting", "Seconds without use after which an API key is reported as stale."),
    QT_TRANSLATE_NOOP("Setting", "File of certificate authorities that outgoing calls trust besides the system's."),
    QT_TRANSLATE_NOOP("Setting", "Networks that outgoing calls may reach though they are not public, such as 127.0.0.0/8."),
    QT_TRANSLATE_NOOP("Setting", "Threads that hashing one password uses."),
    QT_TRANSLATE_NOOP("Setting", "KiB of memory that hashing one password uses."),
    QT_TRANSLATE_NOOP("Setting", "Times that hashing one password goes over its memory."),
    QT_TRANSLATE_NOOP("Setting", "File on the server's machine with the SHA-1 of breached passwords, sorted; empty for none."),
    QT_TRANSLATE_NOOP("Setting", "Words that no password may contain, such as names of the organisation and its products."),
    QT_TRANSLATE_NOOP("Setting", "Characters of a password at least, without a second factor."),
    QT_TRANSLATE_NOOP("Setting", "Characters of a password at least, while a second factor is on."),
    QT_TRANSLATE_NOOP("Setting", "Requests from one address, of all kinds."),
    QT_TRANSLATE_NOOP("Setting", "Requests that administer users, roles and settings."),
    QT_TRANSLATE_NOOP("Setting", "Requests that read."),
    QT_TRANSLATE_NOOP("Setting", "Requests that change something."),
    QT_TRANSLATE_NOOP("Setting", "Sign-in attempts."),
    QT_TRANSLATE_NOOP("Setting", "Files sent."),
    QT_TRANSLATE_NOOP("Setting", "Address that the server listens on."),
    QT_TRANSLATE_NOOP("Setting", "Ask clients for a certificate; policies can require one by its SHA-256."),
    QT_TRANSLATE_NOOP("Setting", "Issuer named in access tokens; empty for the server's own URL."),
    QT_TRANSLATE_NOOP("Setting", "Port that the server listens on; 0 lets the system choose."),
    QT_TRANSLATE_NOOP("Setting", "Start the server when the vault is unlocked."),
    QT_TRANSLATE_NOOP("Setting", "Threads that serve connections; 0 for one a core."),
    QT_TRANSLATE_NOOP("Setting", "Seconds after which a session ends in any case."),
    QT_TRANSLATE_NOOP("Setting", "Seconds without use after which a session ends."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which a second factor counts for sensitive actions."),
    QT_TRANSLATE_NOOP("Setting", "Seconds that the time of a signed request may differ from the server's clock."),
    QT_TRANSLATE_NOOP(
        "Setting",
        "Zone of all times that are shown, and of those that are typed without one: UTC, system, or one such as Europe/Berlin."),
    QT_TRANSLATE_NOOP("Setting", "Seconds for which an access token is valid."),
    QT_TRANSLATE_NOOP("Setting", "Signature of access tokens; a change makes a new signing key."),
    QT_TRANSLATE_NOOP("Setting", "Whether an administrator may set a new user's first password."),
    QT_TRANSLATE_NOOP("Setting", "Name of this vault."),
};

struct Choice {
    std::string_view key;
    std::string_view word;
    const char* text;
};

constexpr std::array choices{
    Choice{"detection.mode", "off", QT_TRANSLATE_NOOP("SettingChoice", "Off")},
    Choice{"detection.mode", "observe", QT_TRANSLATE_NOOP("SettingChoice", "Observe")},
    Choice{"detection.mode", "block", QT_TRANSLATE_NOOP("SettingChoice", "Block")},
    Choice{"users.initial_password", "allowed", QT_TRANSLATE_NOOP("SettingChoice", "Set by an administrator")},
    Choice{"users.initial_password", "invitation_only", QT_TRANSLATE_NOOP("SettingChoice", "By invitation only")},
    Choice{"tokens.algorithm", "ES256", QT_TRANSLATE_NOOP("SettingChoice", "ES256, the curve P-256")},
    Choice{"tokens.algorithm", "EdDSA", QT_TRANSLATE_NOOP("SettingChoice", "EdDSA, the curve Ed25519")},
    Choice{"console.theme", "system", QT_TRANSLATE_NOOP("SettingChoice", "As the desktop")},
    Choice{"console.theme", "light", QT_TRANSLATE_NOOP("SettingChoice", "Light")},
    Choice{"console.theme", "dark", QT_TRANSLATE_NOOP("SettingChoice", "Dark")},
    Choice{"protection.mode", "off", QT_TRANSLATE_NOOP("SettingChoice", "Off")},
    Choice{"protection.mode", "observe", QT_TRANSLATE_NOOP("SettingChoice", "Observe")},
    Choice{"protection.mode", "enforce", QT_TRANSLATE_NOOP("SettingChoice", "Enforce")},
    Choice{"slow_down.mode", "off", QT_TRANSLATE_NOOP("SettingChoice", "Off")},
    Choice{"slow_down.mode", "observe", QT_TRANSLATE_NOOP("SettingChoice", "Observe")},
    Choice{"slow_down.mode", "enforce", QT_TRANSLATE_NOOP("SettingChoice", "Enforce")},
    Choice{"times.zone", "system", QT_TRANSLATE_NOOP("SettingChoice", "As the system’s clock")},
    Choice{"console.language", "system", QT_TRANSLATE_NOOP("SettingChoice", "As the system")},
};

/// Settings that another one limits, as backend/settings/change.cpp checks them together.
constexpr std::array limitedBy{
    std::pair<std::string_view, std::string_view>{"connections.per_address", "connections.total"},
    std::pair<std::string_view, std::string_view>{"protection.first_ban", "protection.longest_ban"},
    std::pair<std::string_view, std::string_view>{"sessions.idle", "sessions.absolute"},
    std::pair<std::string_view, std::string_view>{"tokens.access_lifetime", "sessions.absolute"},
    std::pair<std::string_view, std::string_view>{"passwords.min_length_mfa", "passwords.min_length"},
};

QString translateTo(const char* context, const char* text)
{
    return QCoreApplication::translate(context, text);
}

QString fileProblem(std::string_view rule)
{
    if (rule == "fileMissing")
        return QCoreApplication::translate("SettingProblem", "There is no such file on this machine");
    if (rule == "fileFormat")
        return QCoreApplication::translate("SettingProblem", "Each line must be a SHA-1 in hexadecimal, with or without a count");
    if (rule == "fileUnsorted")
        return QCoreApplication::translate("SettingProblem", "The lines must be sorted by their SHA-1");
    if (rule == "fileUnreadable")
        return QCoreApplication::translate("SettingProblem", "The file cannot be read");
    return QCoreApplication::translate("SettingProblem", "Enter the full path of a file, or nothing");
}

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

QString settingTitle(std::string_view key)
{
    for (const Text& text : titles) {
        if (text.key == key)
            return translateTo("SettingTitle", text.title);
    }
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QString settingHelp(const settings::Definition& definition)
{
    for (const Text& help : helps) {
        if (help.key == definition.key)
            return translateTo("SettingHelp", help.title);
    }
    return settingDescription(definition);
}

QString settingDescription(const settings::Definition& definition)
{
    return translateTo("Setting", std::string(definition.description).c_str());
}

QString choiceText(std::string_view key, std::string_view choice)
{
    // A language is named in itself, so that who can't read the present one finds their own.
    if (key == "console.language" && choice == "en")
        return QStringLiteral("English");
    if (key == "console.language" && choice == "de")
        return QStringLiteral("Deutsch");
    if (key == "console.language" && choice == "fr")
        return QStringLiteral("Français");
    for (const Choice& known : choices) {
        if (known.key == key && known.word == choice)
            return translateTo("SettingChoice", known.text);
    }
    return QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size()));
}

QString settingProblem(const settings::Definition& definition, const FieldError& problem)
{
    if (problem.rule == "maximum") {
        for (const auto& [key, limit] : limitedBy) {
            if (definition.key == key)
                return QCoreApplication::translate("SettingProblem", "Must not be more than “%1”").arg(settingTitle(limit));
        }
    }
    if (problem.rule == "owasp")
        return QCoreApplication::translate("SettingProblem",
                                           "At least %1 with 1 pass, %2 with 2, %3 with 3, %4 with 4, %5 with more")
            .arg(number(settings::leastArgon2Memory(1)), number(settings::leastArgon2Memory(2)),
                 number(settings::leastArgon2Memory(3)), number(settings::leastArgon2Memory(4)),
                 number(settings::leastArgon2Memory(5)));
    const std::string_view type = definition.type;
    if (type == "integer")
        return QCoreApplication::translate("SettingProblem", "Enter a whole number from %1 to %2")
            .arg(number(definition.minimum), number(definition.maximum));
    if (type == "seconds")
        return QCoreApplication::translate("SettingProblem", "Enter a time from %1 to %2")
            .arg(longDuration(std::chrono::seconds(definition.minimum)), longDuration(std::chrono::seconds(definition.maximum)));
    if (type == "rate")
        return QCoreApplication::translate("SettingProblem", "Enter 1 to 10,000,000 requests in 1 second to 31 days");
    if (type == "address")
        return QCoreApplication::translate("SettingProblem", "Enter an address, for example 127.0.0.1 or ::1");
    if (type == "path")
        return fileProblem(problem.rule);
    if (type == "words")
        return QCoreApplication::translate("SettingProblem", "Separate words by commas: at most 400, each of 3 to 64 characters");
    if (definition.key == "server.issuer")
        return QCoreApplication::translate("SettingProblem", "Enter an https address without ? and #, or nothing");
    if (definition.key == "outbound.networks")
        return QCoreApplication::translate("SettingProblem", "Enter networks such as 127.0.0.0/8, 10.20.0.0/16, or nothing");
    if (definition.key == "outbound.ca_file")
        return QCoreApplication::translate("SettingProblem", "Enter the whole path of a file, or nothing");
    if (definition.key == "vault.name")
        return QCoreApplication::translate("SettingProblem", "Enter 1 to 100 printable characters");
    return QString::fromStdString(problem.message);
}

QString longDuration(std::chrono::seconds duration)
{
    const std::int64_t all = duration.count();
    if (all == 0)
        return QCoreApplication::translate("Duration", "%Ln second(s)", nullptr, 0);
    QStringList parts;
    if (const auto days = static_cast<int>(all / 86400))
        parts << QCoreApplication::translate("Duration", "%Ln day(s)", nullptr, days);
    if (const auto hours = static_cast<int>(all % 86400 / 3600))
        parts << QCoreApplication::translate("Duration", "%Ln hour(s)", nullptr, hours);
    if (const auto minutes = static_cast<int>(all % 3600 / 60))
        parts << QCoreApplication::translate("Duration", "%Ln minute(s)", nullptr, minutes);
    if (const auto seconds = static_cast<int>(all % 60))
        parts << QCoreApplication::translate("Duration", "%Ln second(s)", nullptr, seconds);
    return parts.join(u' ');
}

QStringList translatableSettingDescriptions()
{
    QStringList all;
    for (const char* text : descriptions)
        all << QString::fromUtf8(text);
    return all;
}

} // namespace sallyport::ui
