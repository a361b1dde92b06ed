#pragma once

#include "backend/access/actor.h"
#include "backend/audit/journal.h"
#include "backend/base/ip_address.h"
#include "backend/base/time_zone.h"
#include "backend/storage/store.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::settings {

/// `5/900`: so many requests in so many seconds.
struct RateLimit {
    std::uint32_t requests = 0;
    std::chrono::seconds window{0};
    bool operator==(const RateLimit&) const = default;
};

/// What a control does with what it would refuse.
enum class ControlMode : std::uint8_t {
    Off,
    Observe, ///< writes it down and lets it pass
    Enforce  ///< refuses; `block` is its word for detection
};

/// All settings, typed, as one immutable snapshot. Defaults are the product's defaults.
struct Values {
    // server.*
    std::string serverAddress = "127.0.0.1";
    std::uint16_t serverPort = 8443;
    std::uint32_t serverThreads = 0; ///< 0: one a core
    bool serverStartWithConsole = true;
    bool serverClientCertificates = false; ///< whether clients are asked for one
    std::string serverIssuer;              ///< token issuer; empty: the server's URL
    // connections.*
    std::uint32_t connectionsPerAddress = 64;
    std::uint32_t connectionsTotal = 10000;
    std::uint32_t connectionsHandshakes = 16;     ///< unfinished ones of one address at a time
    std::uint32_t connectionsMinRate = 64;        ///< bytes a second that a request must arrive with
    std::chrono::seconds connectionsHeadTime{10}; ///< for a request's head
    std::chrono::seconds connectionsIdle{15};
    // rate_limits.*
    RateLimit rateAuth{5, std::chrono::seconds(900)};
    RateLimit rateApiRead{1000, std::chrono::seconds(3600)};
    RateLimit rateApiWrite{100, std::chrono::seconds(3600)};
    RateLimit rateFileUpload{10, std::chrono::seconds(3600)};
    RateLimit rateAdmin{1000, std::chrono::seconds(3600)};
    RateLimit rateAddress{10000, std::chrono::seconds(3600)};
    std::string rateExempt;             ///< networks that no limit by address holds for
    bool rateStandardNames = true;      ///< `RateLimit` and `RateLimit-Policy`
    bool rateGuideNames = false;        ///< `X-RateLimit-Limit`, `-Remaining`, `-Reset` as the guide has them
    std::uint32_t ratePercentRoom = 40; ///< added to the p95 that a suggestion is made of
    // addresses.*
    std::string addressesTrustedProxies; ///< networks whose `Forwarded` and `X-Forwarded-For` are believed
    bool addressesProxyProtocol = false; ///< connections of trusted proxies begin with PROXY protocol v2
    std::string addressesLocationFile;   ///< MaxMind-format file with countries; empty: none
    std::string addressesNetworkFile;    ///< the same with autonomous systems
    // protection.*: the threat score of an address
    ControlMode protectionMode = ControlMode::Enforce;
    std::uint32_t protectionThreshold = 80; ///< from which an address is banned
    std::chrono::seconds protectionHalfLife{7200};
    std::chrono::seconds protectionFirstBan{3600}; ///< each further one of the same address is longer
    std::chrono::seconds protectionLongestBan{30 * 86400};
    std::chrono::seconds protectionGrace{900}; ///< after an unban, in which the score bans nobody again
    // slow_down.*
    ControlMode slowDownMode = ControlMode::Enforce;
    RateLimit slowDownAfter{100, std::chrono::seconds(900)};
    std::uint32_t slowDownStep = 500;    ///< milliseconds that each further request waits longer
    std::uint32_t slowDownMost = 20'000; ///< milliseconds
    // detection.*
    ControlMode detectionMode = ControlMode::Enforce;
    std::uint32_t detectionThreshold = 5;
    std::uint32_t detectionStrictness = 2; ///< 1 to 4
    // validation.*
    std::vector<std::string> validationObserve; ///< routes, `POST /api/comments`, where unknown members are left out and told
    // headers.*, cors.*
    std::string headersContentSecurityPolicy; ///< empty: the product's own
    std::chrono::seconds headersHstsMaxAge{31'536'000};
    bool headersHstsSubdomains = true;
    std::vector<std::string> corsOrigins; ///< exact origins; empty: no cross-origin answers
    std::vector<std::string> corsMethods{"GET", "POST", "PUT", "PATCH", "DELETE"};
    std::vector<std::string> corsHeaders{"Authorization", "Content-Type", "X-API-Key", "X-MFA-Token"};
    bool corsCredentials = false;
    std::chrono::seconds corsMaxAge{600};
    // metrics.*
    bool metricsLoopback = false; ///< `/metrics` without a credential for clients of this machine
    // users.*, passwords.*
    bool usersInitialPasswordAllowed = true;      ///< users.initial_password = allowed | invitation_only
    std::uint32_t passwordsMinLength = 15;        ///< without a second factor
    std::uint32_t passwordsMinLengthMfa = 8;      ///< of an account whose second factor is on
    std::uint32_t passwordsArgon2Memory = 19'456; ///< KiB
    std::uint32_t passwordsArgon2Passes = 2;
    std::uint32_t passwordsArgon2Lanes = 1;
    std::vector<std::string> passwordsForbiddenWords; ///< that no password may contain
    std::string passwordsBreachList;                  ///< file of breached passwords (identity/breach_list.h); empty: none
    // tokens.*, sessions.*
    bool tokensEdDsa = false; ///< tokens.algorithm = ES256 | EdDSA
    std::chrono::seconds tokensAccessLifetime{600};
    std::chrono::seconds sessionsIdle{3600};
    std::chrono::seconds sessionsAbsolute{86400};
    std::chrono::seconds stepUpMaxAge{300};
    std::chrono::seconds reauthMaxAge{900}; ///< of a sign-in, for changes of the ways to sign in
    // mfa.*
    std::vector<std::string> mfaRequiredRoles; ///< sorted names of roles whose members must have a second factor
    std::string webauthnRpId;                  ///< domain that passkeys are made for; empty: passkeys are off
    std::vector<std::string> webauthnOrigins;  ///< pages that may use them; empty: https://<webauthnRpId>
    std::uint32_t mfaTrustedDeviceDays = 0;    ///< that a device needn't show a second factor again; 0: off
    std::uint32_t mfaGraceDays = 14;           ///< from when that first applies to a user
    // keys.*
    std::chrono::seconds keysDefaultLifetime{90 * 86400};
    std::chrono::seconds keysMaxLifetime{366 * 86400};
    std::chrono::seconds keysExpiringWithin{7 * 86400}; ///< reported as expiring
    std::chrono::seconds keysStaleAfter{90 * 86400};    ///< without use: reported as stale
    std::uint32_t keysPerOwner = 50;                    ///< that can still be used
    // signatures.*
    std::chrono::seconds signaturesWindow{300}; ///< that a signed request's time may be off, either way
    // outbound.*
    std::string outboundNetworks; ///< that the server may call though they aren't public, `127.0.0.0/8, 10.1.0.0/16`
    std::string outboundCaFile;   ///< PEM of authorities that count besides the system's
    // audit.*
    std::uint32_t auditRetentionDays = 400;
    // decisions.*
    std::uint32_t decisionsAllowedPercent = 1; ///< of what was allowed that is recorded
    std::uint32_t decisionsRetentionDays = 30;
    std::uint32_t decisionsMost = 500'000; ///< kept; the oldest go first
    // comments.*, files.*
    std::uint32_t commentsPerRecord = 1'000;
    std::uint32_t filesMaxSize = 100; ///< MiB of one
    std::uint32_t filesPerRecord = 100;
    std::uint32_t filesTotalSize = 10'240; ///< MiB of all together
    std::vector<std::string> filesTypes;   ///< extensions that may be uploaded; empty: all that records::fileTypes() knows
    // console.*
    std::chrono::seconds consoleAutoLock{600}; ///< 0: never
    std::string consoleLanguage;               ///< `en` | `de` | `fr`, empty: the system's
    std::string consoleTheme = "system";       ///< system | light | dark
    bool consoleTray = true;                   ///< an icon in the system's tray, and cards of what was refused
    // times.*
    TimeZone timesZone = TimeZone::system(); ///< of every time that is shown, and of those that are written without a zone
    std::string vaultName = "Sallyport";
};

/// One setting as the command line, the API and the panel see it.
struct Definition {
    std::string_view key;         ///< `rate_limits.api_read`
    std::string_view description; ///< English, one sentence; the window translates it (context "Setting")
    std::string_view
        type; ///< `integer` | `rate` | `address` | `choice` | `boolean` | `text` | `seconds` | `words` | `path` | `zone`
    std::string_view choices; ///< `allowed|invitation_only`, or empty
    std::int64_t minimum = 0, maximum = 0;
    bool needsRestart = false; ///< takes effect when the server next starts
    std::string (*get)(const Values&);
    Result<void> (*set)(Values&, std::string_view text); ///< InvalidArgument says what is wrong
};

/// KiB that Argon2id must have with so many passes, by OWASP's Password Storage Cheat Sheet.
constexpr std::uint32_t leastArgon2Memory(std::uint32_t passes) noexcept
{
    return passes <= 1 ? 47'104 : passes == 2 ? 19'456 : passes == 3 ? 12'288 : passes == 4 ? 9'216 : 7'168;
}

std::span<const Definition> definitions() noexcept;
const Definition* findDefinition(std::string_view key) noexcept;

/// The settings of a vault: in the database, cached, changed with validation and an audit record. Thread-safe.
class Settings {
public:
    static Result<std::unique_ptr<Settings>> open(storage::Store& store, audit::Journal& journal);
    virtual ~Settings() = default;

    /// The current snapshot; never null, cheap, any thread.
    virtual std::shared_ptr<const Values> values() const = 0;
    /// Needs settings:update. All of `changes` or none; InvalidArgument names each bad key. Blocks.
    [[nodiscard]] virtual Result<void> change(const access::Actor& actor,
                                              const std::vector<std::pair<std::string, std::string>>& changes) = 0;
    /// Called after a change, on the writer thread. Must not block. Ends when the token goes.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription onChange(std::function<void(std::shared_ptr<const Values>)> listener) = 0;
    /// Asked inside the transaction of every change, for what must change with it; an error undoes the change. Ends when
    /// the token goes.
    using Participant = std::function<Result<void>(storage::Transaction& transaction, const access::Actor& actor,
                                                   const Values& before, const Values& after)>;
    [[nodiscard]] virtual Subscription joinChanges(Participant participant)
    {
        static_cast<void>(participant);
        return nullptr;
    }
    /// Reads the table again (another process changed it).
    [[nodiscard]] virtual Result<void> reload() = 0;
};

} // namespace sallyport::settings
