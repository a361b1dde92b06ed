#pragma once

#include "backend/access/actor.h"

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
    bool current = false;  ///< the one that asks
};

/// Signed-in sessions (refresh families). Thread-safe; blocks.
class Sessions {
public:
    virtual ~Sessions() = default;
    /// Active ones, newest use first. Oneself, or users:read.
    [[nodiscard]] virtual Result<std::vector<Session>> list(const access::Actor& actor, const UserId& user) = 0;
    /// Oneself, or users:revoke_sessions. NotFound for another's.
    [[nodiscard]] virtual Result<void> end(const access::Actor& actor, const SessionId& id) = 0;
};

} // namespace sallyport::identity
