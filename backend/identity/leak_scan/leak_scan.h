#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/identity/core/api_key.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// What somebody could do with a key text that was found.
enum class LeakWorth {
    Works,      ///< it opens, or signs, now: revoke it
    Superseded, ///< of a key that is there, but a text that it has no longer
    Expired,
    Revoked,
    OwnerDisabled,
    Unknown, ///< well-formed, but of no key that is known here (or may be seen)
};
std::string_view leakWorthWord(LeakWorth worth) noexcept;

/// One text, where it was found. Never the text itself.
struct LeakHit {
    std::string place;      ///< a path, or `COMMIT:PATH` of a history, or `commit ID` for a message
    std::string repository; ///< of a history, else empty
    std::int64_t line = 0;  ///< from 1
    std::string prefix;     ///< `spk_7QK3M2XA`
    bool signingSecret = false;
    LeakWorth worth = LeakWorth::Unknown;
    std::optional<ApiKey> key;
};

/// What was not searched, and why: nothing is left out silently.
struct LeakGap {
    std::string place;
    std::string reason;
    bool failed = true; ///< it could not be searched; false: it was not asked for, or there is nothing in it to search
};

struct LeakReport {
    std::vector<LeakHit> hits; ///< the first 10,000
    std::int64_t hitCount = 0;
    std::vector<LeakGap> gaps; ///< the first 1,000
    std::int64_t gapCount = 0;
    std::int64_t failedCount = 0;   ///< of the gaps: what could not be searched, so that nothing found doesn't mean nothing there
    std::int64_t notAskedCount = 0; ///< of the gaps: histories, which were not asked for
    std::int64_t files = 0, bytes = 0, objects = 0; ///< objects: of git histories
    std::int64_t links = 0;                         ///< symbolic links, which are not followed
    bool cancelled = false;
};

struct LeakScanRequest {
    std::vector<std::string> paths; ///< files or folders
    bool histories = false;         ///< every object of the git repositories in them too, by an installed git
};

/// Told now and then on the scanning thread; false stops the scan, which then reports what it has.
using LeakProgress = std::function<bool(std::int64_t files, std::int64_t bytes)>;

/// Searches for this server's keys by prefix and checksum, offline. Findings are recorded: one `key.scanned`, and a
/// `key.leaked` for each key that is known. Blocks for as long as it takes, with bounded memory; a thread of its own.
class LeakScan {
public:
    virtual ~LeakScan() = default;

    /// Reads files of this machine, so only for who sits at it: the console's operator and the command line
    /// (PermissionDenied for others); keys:read. InvalidArgument without paths.
    [[nodiscard]] virtual Result<LeakReport> scan(const access::Actor& actor, const LeakScanRequest& request,
                                                  const LeakProgress& progress) = 0;
    /// The same for a text that somebody has. keys:read, or keys:own for the own keys; others are unknown then.
    [[nodiscard]] virtual Result<LeakReport> scanText(const access::Actor& actor, std::string_view text) = 0;
};

} // namespace sallyport::identity
