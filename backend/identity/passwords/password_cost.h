#pragma once

#include "backend/audit/journal.h"
#include "backend/base/result.h"
#include "backend/crypto/password_hash.h"

#include <chrono>
#include <functional>
#include <vector>

namespace sallyport::identity {

/// How long Argon2id takes on this machine at one price.
struct CostTiming {
    crypto::PasswordCost cost;
    std::chrono::microseconds took{0};
};

struct CostMeasurement {
    CostTiming now;                ///< at the settings of now
    std::vector<CostTiming> tried; ///< in the order tried
    CostTiming best;               ///< the dearest of them within the target; the cheapest that is allowed if none is
    bool withinTarget = false;
};

inline constexpr std::chrono::milliseconds usualHashTime{250};
inline constexpr std::chrono::milliseconds shortestHashTime{20};
inline constexpr std::chrono::milliseconds longestHashTime{1000};

/// Hashes once and says how long that took.
using HashOnce = std::function<Result<std::chrono::microseconds>(const crypto::PasswordCost& cost)>;

/// Tries prices with one lane from OWASP's minimum on, with 1, 2 and 3 passes, until they take longer than `target`. The best
/// is the one with the most memory times passes, of equal ones that with more memory. Cancelled if `progress` says so.
Result<CostMeasurement> measureCosts(const crypto::PasswordCost& now, std::chrono::milliseconds target, const HashOnce& hash,
                                     const audit::Progress& progress);

/// For measureCosts: the real thing, on this thread.
Result<std::chrono::microseconds> timeHash(const crypto::PasswordCost& cost);

} // namespace sallyport::identity
