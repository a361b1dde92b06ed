#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/core/opened_rows.h"
#include "backend/identity/tokens/refresh_token.h"
#include "backend/identity/tokens/signing_keys.h"

namespace sallyport::identity {

/// How a session began; as the database has it.
enum class SessionOrigin : std::int64_t {
    Password = 0,
    Outside = 1,       ///< an outside login
    OutsideFactor = 2, ///< one whose own second factor counts here
};

/// A session as the database has it.
struct SessionRow {
    SessionId id;
    UserId user;
    bool console = false;
    bool enrolment = false;
    bool passkey = false;
    SessionOrigin origin = SessionOrigin::Password;
    UtcTime createdAt, lastUsedAt, expiresAt;
    std::string address, userAgent;
    std::optional<UtcTime> mfaAt;
    std::int64_t generation = 0;
    Bytes tokenHash, previousHash;
    UtcTime rotatedAt;
};

struct StartedSession {
    SessionRow row;
    SecretBytes refreshToken; ///< empty for the console's and for one to enrol
};

/// Where and how a session begins.
struct SessionStart {
    ClientContext client;
    bool console = false;
    bool mfa = false;                      ///< a second factor was shown
    std::optional<UtcTime> expiresAt = {}; ///< of the session that this one replaces
    bool passkey = false;                  ///< the second factor was one
    bool enrolment = false;                ///< only to set up a second factor
    SessionOrigin origin = SessionOrigin::Password;
    std::optional<UtcTime> factorAt = {}; ///< when the provider saw the second factor, if it says so
};

/// The largest number of sessions that may be alive at once; more sign-ins are refused with LimitReached.
inline constexpr std::size_t maximumSessions = 200'000;
/// Sessions of one user; a further sign-in ends the one that was used longest ago (ASVS 7.1.2).
inline constexpr std::size_t maximumSessionsPerUser = 50;

/// How long a session lives that may only set up a second factor.
inline constexpr std::chrono::minutes enrolmentSessionLifetime{10};

namespace rows {

/// Makes the user's session, notes the sign-in at the user, ends the session that was used longest ago if there are too
/// many, and lets it live after the commit. LimitReached if there are maximumSessions.
Result<StartedSession> startSession(Core& core, storage::Transaction& transaction, const User& user, const SessionStart& start);
Result<std::optional<SessionRow>> session(storage::Transaction& transaction, const SessionId& id);
Result<std::vector<SessionRow>> sessionsOf(storage::Transaction& transaction, const UserId& user);
/// Those that there are, in no order.
Result<std::vector<SessionRow>> sessions(storage::Transaction& transaction, const std::vector<SessionId>& ids);
/// True if there was one. Ends it in memory after the commit.
Result<bool> endSession(storage::Transaction& transaction, const SessionId& id);
/// The same for several, which there are.
Result<void> endSessions(storage::Transaction& transaction, const std::vector<SessionId>& ids);
/// Everybody's but `except` (none if empty) and those of who is spared; how many.
Result<std::int64_t> endEverybodys(storage::Transaction& transaction, const SessionId& except, const Spared& spared);
/// How many users that are spared have a session.
Result<std::int64_t> countSpared(storage::Transaction& transaction, const Spared& spared);

} // namespace rows

/// The access token of a session, for its user as it is now. `now` becomes `iat`.
Result<SecretBytes> issueAccessToken(Core& core, const SigningKeys& signingKeys, const User& user, const SessionRow& session,
                                     UtcTime now);

/// The longest user agent that is kept, bytes.
inline constexpr std::size_t userAgentLimit = 256;

} // namespace sallyport::identity
