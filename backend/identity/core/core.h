#pragma once

#include "backend/access/change_book.h"
#include "backend/access/roles.h"
#include "backend/audit/journal.h"
#include "backend/base/bounded_cache.h"
#include "backend/identity/core/keys.h"
#include "backend/identity/core/live_keys.h"
#include "backend/identity/core/live_sessions.h"
#include "backend/identity/core/throttle.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"
#include "backend/storage/store_clock.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sallyport::identity {

/// What a piece of work decided. A refusal (a wrong password) isn't an error of the transaction: what was counted and
/// recorded about it must stay.
template <typename T>
struct Verdict {
    std::optional<T> value;
    std::optional<Error> refusal;

    static Verdict refuse(Error error) { return {std::nullopt, std::move(error)}; }
    static Verdict accept(T accepted) { return {std::move(accepted), std::nullopt}; }
};

/// The value, the refusal or the error.
template <typename T>
Result<T> unwrap(Result<Verdict<T>> verdict)
{
    if (!verdict)
        return verdict.error();
    if (verdict->refusal)
        return std::move(*verdict->refusal);
    return std::move(*verdict->value);
}

/// What the services of this module share. Thread-safe.
struct Core {
    Core(storage::Store& storeToUse, audit::Journal& journalToUse, access::Roles& rolesToUse, settings::Settings& settingsToUse,
         IdentityKeys keysToUse, Clock& clockToUse, RandomSource& randomToUse)
        : store(storeToUse), journal(journalToUse), roles(rolesToUse), settings(settingsToUse), keys(std::move(keysToUse)),
          clock(storeToUse, clockToUse), random(randomToUse), live(rolesToUse), liveKeys(rolesToUse), throttle(clock)
    {
        subscribe();
    }

    storage::Store& store;
    audit::Journal& journal;
    access::Roles& roles;
    settings::Settings& settings;
    IdentityKeys keys;
    /// The store's now: what identity writes and what it compares with that go by one clock, on however many nodes.
    const storage::StoreClock clock;
    RandomSource& random;
    LiveSessions live;
    LiveKeys liveKeys;
    Throttle throttle;
    /// Where changes are entered by which somebody loses their own access; null: none is. Set before anybody changes anything.
    access::ChangeBook* changeBook = nullptr;
    /// Grows with every committed change of users that may change a count (not with sign-ins): cached counts are of one
    /// epoch.
    std::atomic<std::uint64_t> usersEpoch{1};

    std::string issuer() const;
    void setDefaultIssuer(std::string url);

    std::string newId() { return newIdText(random, clock); }

    /// The actor with the permissions of now. One whose session or API key has ended may do nothing (TokenInvalid); actors
    /// without either (the system, the command line) stay as they are.
    /// MfaEnrolmentRequired for one who is overdue with setting up a second factor.
    Result<access::Actor> now(const access::Actor& actor) const;
    /// The same for what one who is overdue may do all the same, marked `enrolmentOnly`: enrol and sign out.
    Result<access::Actor> nowToEnrol(const access::Actor& actor) const;
    static Error enrolmentMissing();
    /// `now` and then the permission.
    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;

    /// The user is changed, and is now as `user` is: live sessions and keys see it after the commit, cached counts go stale.
    [[nodiscard]] Result<void> mirror(storage::Transaction& transaction, const User& user);
    /// Deletes the user's sessions but `except` (none if empty), in the database and, after the commit, in memory; and what they
    /// opened (opened_rows.h).
    Result<std::int64_t> endSessions(storage::Transaction& transaction, const UserId& user, const SessionId& except);
    /// After a change that could not be made: if that was for want of room, the sessions that it would have ended are ended all
    /// the same (Store::takeAway). The error to answer with: `failed`, or one that says so (word `only_sessions_ended`).
    Error endSessionsAnyway(const access::Actor& actor, const UserId& user, const SessionId& except, Error failed);

private:
    /// What memory does when it is told of a change (topics.h): in one place, on the writer thread.
    void subscribe();
    Result<access::Actor> keyNow(const access::Actor& actor) const;

    mutable std::mutex m_issuerMutex;
    std::string m_defaultIssuer = "https://localhost:8443";
    std::vector<storage::ChangeFeed::Subscription> m_subscriptions; ///< go first
};

} // namespace sallyport::identity
