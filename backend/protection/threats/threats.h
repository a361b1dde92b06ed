#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/ip_address.h"
#include "backend/settings/limits.h"
#include "backend/settings/settings.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// What the score of an address is made of. The first four are the guide's.
enum class ThreatSignal : std::uint8_t {
    Frequency,     ///< many requests in a minute
    Repetition,    ///< the same request again and again
    MissingAgent,  ///< requests without `User-Agent` and without a valid credential
    Scanning,      ///< many different paths in a minute
    FailedSignIns, ///< wrong passwords and codes
    BadSignatures, ///< signatures and keys that are none
    NotFound,      ///< many answers 404 and 405 in a minute
    BadRequests,   ///< many other answers from 400 to 499 in a minute
    Refused,       ///< refused by rate limits
    Detection,     ///< hits of the intrusion detector
    Trap,          ///< asked for a path that only scanners ask for
    Count_
};
inline constexpr std::size_t threatSignals = static_cast<std::size_t>(ThreatSignal::Count_);

/// The four kinds by which the window colours signals.
enum class ThreatGroup : std::uint8_t { Attack, Probing, Volume, Other };

/// What the word of a signal is in API, settings and records, and where it belongs.
struct ThreatSignalInfo {
    std::string_view word;
    ThreatGroup group;
};
inline constexpr std::array<ThreatSignalInfo, threatSignals> threatSignalInfo{{
    {"frequency", ThreatGroup::Volume},
    {"repetition", ThreatGroup::Volume},
    {"missing_agent", ThreatGroup::Other},
    {"scanning", ThreatGroup::Probing},
    {"failed_sign_ins", ThreatGroup::Attack},
    {"bad_signatures", ThreatGroup::Attack},
    {"not_found", ThreatGroup::Probing},
    {"bad_requests", ThreatGroup::Probing},
    {"refused", ThreatGroup::Probing},
    {"detection", ThreatGroup::Attack},
    {"trap", ThreatGroup::Probing},
}};
constexpr const ThreatSignalInfo& infoOf(ThreatSignal signal) noexcept
{
    return threatSignalInfo[static_cast<std::size_t>(signal)];
}
inline constexpr std::array<std::string_view, 4> threatGroupWords{"attack", "probing", "volume", "other"};

/// One signal of one address as it counts now.
struct ThreatPart {
    ThreatSignal signal = ThreatSignal::Frequency;
    std::uint32_t points = 0;       ///< of the score, never 0
    std::uint32_t count = 0;        ///< requests, paths, tries: what it counted when it was highest
    std::uint32_t of = 0;           ///< out of so many requests; 0: not counted that way
    std::chrono::seconds within{0}; ///< in so much time; 0: since the address was first seen
    std::string subject;            ///< the last path of a trap, class of a detection hit, class of a limit; else empty
    std::string detail;             ///< the same in English: `34 paths in 60 s`
    bool alike = true;              ///< all that `count` counts were of `subject`; false: the last was, of others nobody knows
    bool operator==(const ThreatPart&) const = default;
};

/// An address and its score.
struct ThreatAddress {
    IpAddress address;             ///< of IPv6 the network's first
    std::string text;              ///< `203.0.113.47` or `2001:db8:77::/64`
    std::uint32_t score = 0;       ///< the sum of `parts`; may be more than 100
    std::vector<ThreatPart> parts; ///< most points first
    /// The score at the end of each of the last 60 minutes, oldest first; the last is now.
    std::vector<std::uint32_t> lastHour;
    UtcTime seenFirst, seenLast;
    std::vector<std::string> signedIn;  ///< who showed a valid credential from there: at most three names, latest first
    std::optional<UtcTime> bannedUntil; ///< a ban is in force
    bool bannedForGood = false;         ///< it has no end
    bool neverBanned = false;           ///< allowed by a list, a trusted proxy, or the console's own
};

struct ThreatList {
    std::vector<ThreatAddress> rows; ///< highest score first
    std::size_t total = 0;           ///< addresses with a score, also those that `rows` leaves out
    UtcTime at;
};

/// What one of an address's last requests was.
struct ThreatRequest {
    UtcTime at;
    std::string method;
    std::string path; ///< without what follows `?`; what looks like a secret is left out
    int status = 0;
    std::optional<ThreatSignal> signal; ///< what this very request counted as, if anything: Trap, FailedSignIns...
};

struct ThreatMinute {
    UtcTime start;
    std::array<std::uint8_t, threatSignals> points{}; ///< by ThreatSignal; a signal has never more than 100
};

struct ThreatEarlierBan {
    UtcTime from;
    std::optional<UtcTime> until;
    std::string reason;
};

/// Everything about one address.
struct ThreatDetail {
    ThreatAddress now;
    std::vector<ThreatMinute> minutes;  ///< of the last hour, oldest first, from the first with points
    std::vector<ThreatRequest> recent;  ///< latest first, at most 40
    std::vector<ThreatEarlierBan> bans; ///< of the last 90 days, latest first, also the one in force
    std::string network;                ///< `Hosting, Netherlands`, as far as the operator's location files know; else empty
};

/// What a signal is worth.
struct ThreatWeight {
    ThreatSignal signal = ThreatSignal::Frequency;
    std::uint32_t points = 0;       ///< when it begins, or for each one; 0: doesn't count
    std::uint32_t most = 0;         ///< never more than this
    std::uint32_t from = 1;         ///< how many it takes to begin; 1: each counts
    std::chrono::seconds within{0}; ///< in so much time; 0: each counts
    std::uint32_t defaultPoints = 0, defaultMost = 0;
    bool operator==(const ThreatWeight&) const = default;
};

/// The numbers that a score leads to a ban by, and those by which requests are slowed down.
struct ThreatRules {
    settings::ControlMode mode = settings::ControlMode::Enforce;
    std::uint32_t threshold = 80;
    std::chrono::seconds halfLife{7200}, firstBan{3600}, longestBan{30 * 86400}, grace{900};
    std::vector<ThreatWeight> weights; ///< in the order of ThreatSignal
    settings::ControlMode slowDownMode = settings::ControlMode::Enforce;
    settings::RateLimit slowDownAfter{100, std::chrono::seconds(900)};
    std::chrono::milliseconds slowDownStep{500}, slowDownMost{20'000};
};

/// What shall be otherwise. Of weights only `signal`, `points` and `most` are taken.
struct ThreatChange {
    std::optional<settings::ControlMode> mode;
    std::optional<std::uint32_t> threshold;
    std::optional<std::chrono::seconds> halfLife, firstBan, longestBan, grace;
    std::vector<ThreatWeight> weights;
    std::optional<settings::ControlMode> slowDownMode;
    std::optional<settings::RateLimit> slowDownAfter;
    std::optional<std::chrono::milliseconds> slowDownStep, slowDownMost;
};

/// The highest score that an address had.
struct ThreatPeak {
    std::string text;
    std::uint32_t peak = 0;
    UtcTime at;
};

/// Who would have been banned in the last 24 hours.
struct ThreatPreview {
    std::uint32_t threshold = 0;
    std::vector<ThreatPeak> banned; ///< highest first, at most 200
    std::size_t total = 0;          ///< how many there are
    std::uint32_t inForce = 0;      ///< the threshold of the settings
    std::size_t totalInForce = 0;   ///< how many of them that one bans
    UtcTime since;                  ///< since when peaks are known; 24 hours ago or later
};

using settings::threatThresholdLeast;
using settings::threatThresholdMost;
inline constexpr std::uint32_t threatPointsMost = 100; ///< of one signal

/// The threat score of each address with its signals, and what it leads to. Thread-safe; list, read and rules answer from memory,
/// the others block. `protection:read` reads, `protection:update` changes and forgets.
class Threats {
public:
    virtual ~Threats() = default;

    /// Addresses with a score, highest first; at most `limit`.
    virtual Result<ThreatList> list(const access::Actor& actor, std::size_t limit) = 0;
    /// NotFound: nothing is known about the address (IPv6: about its /64).
    virtual Result<ThreatDetail> read(const access::Actor& actor, const IpAddress& address) = 0;
    /// Forgets the score, its signals and the last requests; a ban stays. NotFound as above. Writes an event.
    virtual Result<void> forget(const access::Actor& actor, const IpAddress& address) = 0;

    virtual Result<ThreatRules> rules(const access::Actor& actor) = 0;
    /// ValidationFailed names every wrong field. Writes an event. Answers the rules as they are then.
    virtual Result<ThreatRules> change(const access::Actor& actor, const ThreatChange& change) = 0;
    /// Who would have been banned in the last 24 hours by another threshold.
    virtual Result<ThreatPreview> preview(const access::Actor& actor, std::uint32_t threshold) = 0;
};

} // namespace sallyport::protection
