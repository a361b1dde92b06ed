#pragma once

#include "backend/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

/// Fewer recovery codes than this are few: a user who loses the authenticator may soon be locked out.
inline constexpr std::int64_t fewRecoveryCodes = 4;

/// Active users by whether they have a second factor.
struct MfaFigures {
    std::int64_t users = 0, withFactor = 0;
    std::int64_t inGrace = 0;  ///< must set one up, and still have time
    std::int64_t overdue = 0;  ///< can do nothing else any more
    std::int64_t fewCodes = 0; ///< with a factor and fewer than fewRecoveryCodes
};

/// How much of them is covered, 0 to 1; all of nobody. What is shown of it in whole per cent is rounded down, so that 100 is said
/// only when nobody is missing.
double coveredShare(const MfaFigures& figures) noexcept;
int coveredPercent(const MfaFigures& figures) noexcept;

struct RoleCoverage {
    std::string role, title;
    bool required = false;
    std::optional<UtcTime> requiredSince;
    MfaFigures figures; ///< of its members
};

struct MfaCoverage {
    MfaFigures all;                                    ///< each user once
    std::int64_t required = 0, requiredWithFactor = 0; ///< users of roles that require one, each once
    /// Active users who may manage all others (isAdministrator) and have no second factor, each once; and those of them of whom
    /// no role of theirs requires one.
    std::int64_t administratorsMissing = 0, administratorsNotRequired = 0;
    std::vector<RoleCoverage> roles; ///< by title; a required role that isn't there has no title
    UtcTime countedAt;
};

} // namespace sallyport::identity
