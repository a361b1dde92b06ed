#pragma once

#include "backend/access/actor.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sallyport::identity {

struct Session {
    SessionId id;
    UserId user;
    UtcTime createdAt;
    UtcTime lastUsedAt;
    UtcTime expiresAt;
    std::string address;
    std::string userAgent;
    bool mfa = false;
    bool console = false; ///< signed in at the console, not over HTTPS
    bool current = false; ///< the one that asks
    std::string userName; ///< as it is now; from `listAll` only
    std::string userEmail;
};

/// Which sessions of all users, in which order.
struct SessionQuery {
    enum class Sort { LastUsed, Created, Expires, User };

    std::string text; ///< part of the user's name or e-mail address, of the address or the user agent; at most 200 bytes
    Sort sort = Sort::LastUsed;
    bool descending = true;
    std::uint32_t limit = 50; ///< 1..200
    std::string cursor;       ///< SessionPage::nextCursor of the page before
    std::uint64_t offset = 0; ///< instead of a cursor
};

struct SessionPage {
    std::vector<Session> sessions;
    std::string nextCursor; ///< empty: this was the last page
    std::int64_t total = 0;
};

/// Signed-in sessions (refresh families). Thread-safe; blocks.
class Sessions {
public:
    virtual ~Sessions() = default;
    /// Active ones, newest use first. Oneself, or users:read.
    [[nodiscard]] virtual Result<std::vector<Session>> list(const access::Actor& actor, const UserId& user) = 0;
    /// Active ones of all users, with where they come from: sessions:read. InvalidArgument for a limit or cursor
    /// that can't be.
    [[nodiscard]] virtual Result<SessionPage> listAll(const access::Actor& actor, const SessionQuery& query) = 0;
    /// Oneself, or users:revoke_sessions and everything that its user may. NotFound for another's.
    [[nodiscard]] virtual Result<void> end(const access::Actor& actor, const SessionId& id) = 0;
    /// Those of `ids` (at most 200) that are still there; how many it ended. users:revoke_sessions
    /// and everything that their users may. One event a user.
    [[nodiscard]] virtual Result<std::int64_t> endMany(const access::Actor& actor, std::span<const SessionId> ids) = 0;
    /// Everybody's but the one that asks and those of users who hold more; how many it ended. users:revoke_sessions.
    [[nodiscard]] virtual Result<std::int64_t> endEverybodys(const access::Actor& actor) = 0;
};

} // namespace sallyport::identity
