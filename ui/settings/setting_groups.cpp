#include "ui/settings/setting_groups.h"

#include <QCoreApplication>

namespace sallyport::ui {
namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("SettingGroup", source);
}

} // namespace

std::vector<SettingGroup> settingGroups()
{
    return {
        {"server",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Server")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "Where the API listens. Changes count from the next start.")),
         {"server.address", "server.port", "server.threads", "server.issuer", "server.client_certificates",
          "server.start_with_console", "metrics.loopback"}},
        {"limits",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Limits")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "How much one caller may ask for. More is refused with a time to come "
                                                "back.")),
         {"rate_limits.auth", "rate_limits.api_read", "rate_limits.api_write", "rate_limits.file_upload", "rate_limits.admin",
          "rate_limits.address", "rate_limits.exempt", "rate_limits.room_percent", "rate_limits.standard_names",
          "rate_limits.guide_names", "connections.per_address", "connections.total", "connections.handshakes", "connections.idle",
          "connections.head_time", "connections.min_rate"}},
        {"addresses",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Addresses")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "Who is believed about where clients are, and what is known of an address.")),
         {"addresses.trusted_proxies", "addresses.proxy_protocol", "addresses.location_file", "addresses.network_file"}},
        {"protection",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Protection")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "Who attacks is banned, who asks for very much has to wait. Both by address.")),
         {"protection.mode", "protection.threshold", "protection.half_life", "protection.first_ban", "protection.longest_ban",
          "protection.grace", "slow_down.mode", "slow_down.after", "slow_down.step", "slow_down.most"}},
        {"detection",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Intrusion detection")),
         text(QT_TRANSLATE_NOOP("SettingGroup",
                                "What is done with requests that look like an attack. Rules and hits have a page of their "
                                "own.")),
         {"detection.mode", "detection.threshold", "detection.strictness"}},
        {"sign_in",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Second factor")),
         text(QT_TRANSLATE_NOOP(
             "SettingGroup",
             "Who must show more than a password, and passkeys. Passwords and sessions have a page of their own.")),
         {"mfa.required_roles", "mfa.grace_days", "mfa.trusted_device_days", "webauthn.rp_id", "webauthn.origins",
          "tokens.algorithm"}},
        {"keys",
         text(QT_TRANSLATE_NOOP("SettingGroup", "API keys")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "How long the keys of programs live, and when they are reported.")),
         {"keys.default_lifetime", "keys.max_lifetime", "keys.per_owner", "keys.expiring_within", "keys.stale_after",
          "signatures.window"}},
        {"attachments",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Comments and files")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "How much may hang on a record, and what may be uploaded.")),
         {"comments.per_record", "files.per_record", "files.max_size", "files.total_size", "files.types"}},
        {"outbound",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Outgoing calls")),
         text(QT_TRANSLATE_NOOP("SettingGroup",
                                "What the server may reach when it asks identity providers. Public addresses always.")),
         {"outbound.networks", "outbound.ca_file"}},
        {"browsers",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Browsers")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "What answers tell browsers, and which other pages may read them.")),
         {"headers.content_security_policy", "headers.hsts_max_age", "headers.hsts_subdomains", "cors.origins", "cors.methods",
          "cors.headers", "cors.credentials", "cors.max_age"}},
        {"validation",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Validation")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "What doesn’t match a route’s schema is refused. Here are the exceptions.")),
         {"validation.observe"}},
        {"audit",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Audit")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "How long the journal keeps what happened.")),
         {"audit.retention_days", "decisions.retention_days", "decisions.most", "decisions.allowed_percent"}},
        {"times",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Times")),
         text(QT_TRANSLATE_NOOP("SettingGroup",
                                "One zone for this window, filters, tables, reports and the command line. JSON is always in "
                                "UTC.")),
         {"times.zone"}},
        {"console",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Console")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "This window. Changes count at once.")),
         {"console.language", "console.theme", "console.auto_lock", "console.tray"}},
        {"vault",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Vault")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "The encrypted database with everything in it.")),
         {"vault.name"}},
    };
}

std::vector<SettingGroup> policyGroups()
{
    return {
        {"passwords",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Passwords")),
         text(QT_TRANSLATE_NOOP("SettingGroup",
                                "What a new password must be. Those that are in use stay until they are changed.")),
         {"passwords.min_length", "passwords.min_length_mfa", "passwords.forbidden_words", "passwords.breach_list",
          "users.initial_password"}},
        {"hashing",
         text(QT_TRANSLATE_NOOP("SettingGroup", "How passwords are kept")),
         text(QT_TRANSLATE_NOOP("SettingGroup",
                                "As hashes by Argon2id: the more memory and passes, the dearer each guess. Changed "
                                "values count for each user from the next sign-in.")),
         {"passwords.argon2_memory", "passwords.argon2_passes", "passwords.argon2_lanes"}},
        {"sessions",
         text(QT_TRANSLATE_NOOP("SettingGroup", "Sessions")),
         text(QT_TRANSLATE_NOOP("SettingGroup", "How long a sign-in counts, and for what.")),
         {"sessions.idle", "sessions.absolute", "tokens.access_lifetime", "sessions.step_up_max_age", "sessions.reauth_max_age"}},
    };
}

} // namespace sallyport::ui
