#pragma once

#include "backend/access/roles.h"
#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/identity/core/principal.h"
#include "backend/identity/core/role_assignment.h"
#include "backend/identity/core/user.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace sallyport::identity {

/// What a request needs to know about its user, as it is now.
struct LiveUser {
    UserId id;
    std::string name;
    std::string email;
    std::vector<std::string> roles; ///< for what they allow, ask inForce()
    UserStatus status = UserStatus::Active;
    bool mfaEnabled = false;
    std::optional<UtcTime> mfaRequiredSince;
    std::string department = {};
    RoleEnds ends = {}; ///< of those of the roles that end

    /// The rule that weighs on the user: none once there is a second factor.
    std::optional<UtcTime> mfaMissingSince() const { return mfaEnabled ? std::nullopt : mfaRequiredSince; }
};

/// A signed-in session in memory. What changes is atomic; the rest is fixed when it is made.
struct LiveSession {
    LiveSession(SessionId sessionId, UserId userId) : id(std::move(sessionId)), user(std::move(userId)) {}

    const SessionId id;
    const UserId user;
    access::Actor::Kind kind = access::Actor::Kind::User; ///< Operator for the console's
    bool enrolment = false;                               ///< may set up a second factor and nothing else
    bool factorElsewhere = false;                         ///< an identity provider's second factor counts for this session
    UtcTime createdAt;
    UtcTime expiresAt;
    std::atomic<std::int64_t> lastUsedMicros{0};
    std::atomic<std::int64_t> mfaAtMicros{0}; ///< 0: no second factor was shown
    std::atomic<bool> ended{false};
    /// Grows with every change of the session, its user or the roles: what was made of an older version is made anew.
    std::atomic<std::uint64_t> version{1};
};

/// The sessions that may act now and their users, mirrored from the database so that every request can be checked without
/// it. Changed on the writer thread after the commit that it mirrors, in the order of the commits; read from any thread.
class LiveSessions {
public:
    explicit LiveSessions(const access::Roles& roles) : m_roles(roles) {}

    using SessionPointer = std::shared_ptr<LiveSession>;

    SessionPointer find(const SessionId& id) const;
    /// Who a session's requests act as, with the permissions of `now`; nothing if it or its user is gone or not active.
    std::optional<access::Actor> actorOf(const LiveSession& session, UtcTime now) const;
    bool mfaEnabled(const UserId& user) const;
    /// LiveUser::mfaMissingSince of the session's user; nothing if a second factor was shown elsewhere, and counts.
    std::optional<UtcTime> mfaMissingSince(const LiveSession& session) const;
    /// A session and whose it is, as of now.
    struct Seen {
        SessionPointer session;
        std::shared_ptr<const LiveUser> user;
    };
    /// All of them, in no order. Two pointers each; for lists, not for requests.
    std::vector<Seen> snapshot() const;

    void add(const SessionPointer& session, LiveUser user);
    void end(const SessionId& id);
    /// Ends the user's sessions but `except` (none if empty).
    void endAllOf(const UserId& user, const SessionId& except);
    /// Ends everybody's sessions but `except` (none if empty).
    void endEverybodys(const SessionId& except);
    /// Takes over what changed; only users with sessions are kept.
    void updateUser(LiveUser user);
    /// What was made of a session is made anew: the roles allow something else now.
    void rolesChanged();
    void setMfaAt(const SessionId& id, UtcTime time);
    void setUsedAt(const SessionId& id, UtcTime time);
    /// Everything anew. Sessions that are known keep their object, so that what holds it sees them end.
    void replaceAll(std::vector<std::pair<SessionPointer, UserId>> sessions, std::vector<LiveUser> users);

private:
    struct Account {
        /// Replaced as a whole, so that lists hold it without a copy. Never null.
        std::shared_ptr<const LiveUser> user = std::make_shared<const LiveUser>();
        std::vector<SessionPointer> sessions;
    };

    void endLocked(const SessionPointer& session);
    void endLocked(Account& account, const SessionId& except);

    const access::Roles& m_roles;
    mutable std::shared_mutex m_mutex;
    std::unordered_map<SessionId, SessionPointer> m_sessions;
    std::unordered_map<UserId, Account> m_accounts;
};

} // namespace sallyport::identity
