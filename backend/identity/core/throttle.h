#pragma once

#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/base/ip_address.h"
#include "backend/base/result.h"
#include "backend/storage/store.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace sallyport::identity {

/// How failures are answered (ASVS 6.1.1, 6.3.1; standards.md §4, row 19). Three counts, each with its own free tries:
///  - account and network: who mistypes, or guesses one account from one place;
///  - network: who tries many accounts from one place;
///  - account: who guesses one account from many places. This one holds back only networks from which the account has
///    never signed in, so nobody can lock a user out of the places where they work.
/// At the end of the free tries there is a wait, and after each wait there are `triesAfterWait` more until the next, which is
/// twice as long: who mistypes once more isn't locked again, and who guesses has 20 tries before the waits are at their longest
/// and then 3 in 15 minutes, 288 a day; codes, of which there are fewer, 3 an hour, 72 a day. Counts halve every six hours
/// without a failure.
struct ThrottleRules {
    std::uint32_t freeTriesPair = 5;
    std::uint32_t freeTriesNetwork = 30;
    std::uint32_t freeTriesAccount = 50;
    std::uint32_t triesAfterWait = 3;
    std::chrono::seconds firstWait{30};
    std::chrono::seconds longestWait{900};
    std::chrono::seconds longestCodeWait{3600};
    std::chrono::hours halfLife{6};
};

/// Rows that the table may hold; the ones that failed longest ago go first.
inline constexpr std::int64_t throttleRowLimit = 100'000;

/// Failed passwords and failed second factors count apart: the password's success must not forgive wrong codes.
enum class ThrottleScope { Password, Code };

/// Who tries from where. The account need not exist: it is held back all the same, so nothing can be told from that.
struct Attempt {
    ThrottleScope scope = ThrottleScope::Password;
    std::string emailKey;
    std::optional<UserId> user;
    IpAddress address;
    bool console = false; ///< at the window: no address, and the network count does not apply
};

/// What holds an attempt back, and for how long.
struct Hold {
    std::chrono::seconds wait{0};
    bool ofNetwork = false; ///< what was tried on other accounts, too, from this place; the account has nothing to do with it
};

/// What whoever tried is told: AccountLocked with `retryAfter`, and whether the account or the place is held back. The same words
/// whether there is such an account.
Error heldBack(const Hold& hold, ThrottleScope scope);

/// Failed sign-ins, kept in the database so that a restart forgives nothing. Thread-safe: has no state of its own.
class Throttle {
public:
    explicit Throttle(const Clock& clock, ThrottleRules rules = {}) : m_clock(clock), m_rules(rules) {}

    /// What the attempt has to wait for the longest; nothing if it may go on.
    Result<std::optional<Hold>> holdOf(storage::Transaction& transaction, const Attempt& attempt) const;
    /// Counts a failure, also for what the user is told at the next sign-in.
    Result<void> fail(storage::Transaction& transaction, const Attempt& attempt) const;
    /// Forgives the account's failures from this network, and remembers the network as one of the user's.
    Result<void> succeed(storage::Transaction& transaction, const Attempt& attempt) const;
    /// Forgives everything of a user (an administrator's unlock, a new password).
    static Result<void> unlock(storage::Transaction& transaction, const UserId& user);
    /// Deletes rows that meant nothing any more by `deletable`, and the oldest above the limit.
    Result<void> prune(storage::Transaction& transaction, UtcTime deletable) const;

private:
    struct Count {
        std::string key;
        std::uint32_t freeTries;
        bool ofUser; ///< shows as the user's lock
        std::chrono::seconds longestWait;
    };
    std::vector<Count> countsOf(const Attempt& attempt) const;
    std::uint32_t decayed(std::int64_t failures, UtcTime failedAt) const;
    /// Nothing to wait for while tries are left.
    std::chrono::seconds waitAfter(std::uint32_t failures, const Count& count) const;

    const Clock& m_clock;
    ThrottleRules m_rules;
};

} // namespace sallyport::identity
