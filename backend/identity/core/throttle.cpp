#include "backend/identity/core/throttle.h"

#include "backend/base/encoding.h"
#include "backend/crypto/digest.h"
#include "backend/identity/core/user_changes.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

constexpr std::int64_t knownNetworksPerUser = 50;
/// Places in Throttle::countsOf.
constexpr std::size_t accountCount = 1;

enum class FailuresColumn { Count, FailedAt, BlockedUntil, End };
constexpr storage::Columns<FailuresColumn> failuresColumns{{{FailuresColumn::Count, "failures"},
                                                            {FailuresColumn::FailedAt, "failed_at"},
                                                            {FailuresColumn::BlockedUntil, "blocked_until"}}};
constexpr auto failuresOfKey = storage::select(failuresColumns, "FROM sign_in_throttle WHERE throttle_key = $1");

std::string networkOf(const Attempt& attempt)
{
    return attempt.console ? "console" : attempt.address.network().text();
}

/// Fixed length, whatever somebody types as an e-mail address.
std::string hashedKey(char kind, ThrottleScope scope, std::string_view account, std::string_view network)
{
    std::string text{kind, scope == ThrottleScope::Password ? 'p' : 'c', '|'};
    text += network;
    text += '|';
    text += account;
    const crypto::Sha256Digest digest = crypto::sha256(asBytes(text));
    return toHex(std::span(digest).first(16));
}

Result<bool> isKnownNetwork(storage::Transaction& transaction, const Attempt& attempt)
{
    if (!attempt.user)
        return false;
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM known_networks WHERE user_id = $1 AND network = $2"));
    row.bind(1, *attempt.user).bind(2, networkOf(attempt));
    return row.step();
}

} // namespace

Error heldBack(const Hold& hold, ThrottleScope scope)
{
    std::string what = scope == ThrottleScope::Password ? "Too many failed sign-ins" : "Too many wrong codes";
    what +=
        hold.ofNetwork ? " from this address, to other accounts as well; this account itself is not locked" : " for this account";
    Error error(ErrorCode::AccountLocked, std::move(what));
    error.retryAfter = hold.wait;
    return error;
}

std::vector<Throttle::Count> Throttle::countsOf(const Attempt& attempt) const
{
    const std::string network = networkOf(attempt);
    const std::chrono::seconds longest = attempt.scope == ThrottleScope::Password ? m_rules.longestWait : m_rules.longestCodeWait;
    std::vector<Count> counts{
        {hashedKey('b', attempt.scope, attempt.emailKey, network), m_rules.freeTriesPair, true, longest},
        {hashedKey('a', attempt.scope, attempt.emailKey, {}), m_rules.freeTriesAccount, true, longest},
    };
    if (!attempt.console)
        counts.push_back({hashedKey('n', attempt.scope, {}, network), m_rules.freeTriesNetwork, false, longest});
    return counts;
}

std::uint32_t Throttle::decayed(std::int64_t failures, UtcTime failedAt) const
{
    const std::int64_t halvings = std::clamp<std::int64_t>((m_clock.now() - failedAt) / m_rules.halfLife, 0, 31);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(failures, 0, UINT32_MAX - 1) >> halvings);
}

std::chrono::seconds Throttle::waitAfter(std::uint32_t failures, const Count& count) const
{
    if (failures < count.freeTries || (failures - count.freeTries) % m_rules.triesAfterWait != 0)
        return std::chrono::seconds(0);
    const std::uint32_t doublings = std::min<std::uint32_t>((failures - count.freeTries) / m_rules.triesAfterWait, 20);
    return std::min<std::chrono::seconds>(m_rules.firstWait * (std::int64_t{1} << doublings), count.longestWait);
}

Result<std::optional<Hold>> Throttle::holdOf(storage::Transaction& transaction, const Attempt& attempt) const
{
    const UtcTime now = m_clock.now();
    UtcTime until{};
    bool ofNetwork = false;
    const std::vector<Count> counts = countsOf(attempt);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT blocked_until FROM sign_in_throttle WHERE throttle_key = $1"));
        row.bind(1, counts[i].key);
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found || row.time() <= now)
            continue;
        const UtcTime blockedUntil = row.time();
        if (i == accountCount) {
            SALLYPORT_ASSIGN(const bool known, isKnownNetwork(transaction, attempt));
            if (known)
                continue;
        }
        if (blockedUntil > until)
            ofNetwork = !counts[i].ofUser;
        until = std::max(until, blockedUntil);
    }
    if (until <= now)
        return std::optional<Hold>();
    return std::optional(Hold{std::chrono::ceil<std::chrono::seconds>(until - now), ofNetwork});
}

Result<void> Throttle::fail(storage::Transaction& transaction, const Attempt& attempt) const
{
    const UtcTime now = m_clock.now();
    for (const Count& count : countsOf(attempt)) {
        std::int64_t failures = 0;
        UtcTime until{};
        {
            SALLYPORT_ASSIGN(auto rows, transaction.prepare(failuresOfKey));
            rows.bind(1, count.key);
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (found) {
                failures = decayed(rows.row().integer(FailuresColumn::Count), rows.row().time(FailuresColumn::FailedAt));
                until = rows.row().time(FailuresColumn::BlockedUntil);
            }
        }
        ++failures;
        const auto wait = waitAfter(static_cast<std::uint32_t>(failures), count);
        // A try that was let in before, or from where the account is known, ends no wait.
        if (wait.count() > 0)
            until = std::max(until, now + wait);
        SALLYPORT_ASSIGN(auto put,
                         transaction.prepare("INSERT INTO sign_in_throttle (throttle_key, user_id, failures, failed_at, "
                                             "blocked_until) VALUES ($1, $2, $3, $4, $5) "
                                             "ON CONFLICT (throttle_key) DO UPDATE SET user_id = excluded.user_id, "
                                             "failures = excluded.failures, failed_at = excluded.failed_at, "
                                             "blocked_until = excluded.blocked_until"));
        put.bind(1, count.key).bind(2, count.ofUser ? attempt.user : std::optional<UserId>());
        put.bind(3, failures).bind(4, now).bind(5, until > now ? until : UtcTime{});
        SALLYPORT_TRY(put.run());
    }
    // For the user's notice at the next sign-in. The same work for an account that doesn't exist.
    return rows::countFailedSignIn(transaction, attempt.user.value_or(UserId()));
}

Result<void> Throttle::succeed(storage::Transaction& transaction, const Attempt& attempt) const
{
    const std::vector<Count> counts = countsOf(attempt);
    // The pair starts over. The account's and the network's counts only decay: whoever owns one account must not be able
    // to wash away what they did to others.
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sign_in_throttle WHERE throttle_key = $1"));
    remove.bind(1, counts.front().key);
    SALLYPORT_TRY(remove.run());
    if (!attempt.user)
        return {};
    SALLYPORT_ASSIGN(auto know, transaction.prepare("INSERT INTO known_networks (user_id, network, used_at) "
                                                    "VALUES ($1, $2, $3) ON CONFLICT (user_id, network) "
                                                    "DO UPDATE SET used_at = excluded.used_at"));
    know.bind(1, *attempt.user).bind(2, networkOf(attempt)).bind(3, m_clock.now());
    SALLYPORT_TRY(know.run());
    SALLYPORT_ASSIGN(auto forget,
                     transaction.prepare("DELETE FROM known_networks WHERE user_id = $1 AND network NOT IN (SELECT network "
                                         "FROM known_networks WHERE user_id = $1 ORDER BY used_at DESC LIMIT $2)"));
    forget.bind(1, *attempt.user).bind(2, knownNetworksPerUser);
    return forget.run();
}

Result<void> Throttle::unlock(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sign_in_throttle WHERE user_id = $1"));
    remove.bind(1, user);
    return remove.run();
}

Result<void> Throttle::prune(storage::Transaction& transaction, UtcTime deletable) const
{
    SALLYPORT_ASSIGN(auto old, transaction.prepare("DELETE FROM sign_in_throttle WHERE failed_at < $1"));
    old.bind(1, deletable - m_rules.halfLife * 8);
    SALLYPORT_TRY(old.run());
    SALLYPORT_ASSIGN(auto surplus,
                     transaction.prepare("DELETE FROM sign_in_throttle WHERE throttle_key IN (SELECT throttle_key FROM "
                                         "sign_in_throttle ORDER BY failed_at DESC LIMIT 1000000 OFFSET $1)"));
    surplus.bind(1, throttleRowLimit);
    return surplus.run();
}

} // namespace sallyport::identity
