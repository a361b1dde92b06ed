#pragma once

#include "backend/identity/core/live_keys.h"
#include "backend/identity/core/live_sessions.h"
#include "backend/storage/change_feed.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sallyport::identity {

// What identity keeps in memory, and with what a transaction says that it changed. Core is subscribed to all of them.

/// A user, by its id. Gone: with its sessions and keys.
inline constexpr storage::Topic<LiveUser> userTopic{"user"};

/// What happened to a session.
struct SessionChange {
    LiveSessions::SessionPointer started = {}; ///< it began, of `user`
    LiveUser user = {};
    std::optional<UtcTime> factorAt = {}; ///< a second factor was shown
    std::optional<UtcTime> usedAt = {};
};
/// A session, by its id.
inline constexpr storage::Topic<SessionChange> sessionTopic{"session"};
/// The sessions of a user, by the user's id, ended but for the one that is named (none if empty).
inline constexpr storage::Topic<SessionId> userSessionsTopic{"user_sessions"};
/// Everybody's, likewise; without an id: there may be as many as there are sessions.
inline constexpr storage::Topic<SessionId> allSessionsTopic{"all_sessions"};

struct KeyChange {
    std::shared_ptr<const KeyRecord> record;
    LiveOwner owner;
};
/// An API key, by its id.
inline constexpr storage::Topic<KeyChange> keyTopic{"api_key"};
/// A service account, by its id. Gone: with its keys.
inline constexpr storage::Topic<LiveOwner> serviceAccountTopic{"service_account"};

/// Whether a role requires a second factor, by the role's name, with those of its members that have sessions or keys.
inline constexpr storage::Topic<std::vector<LiveUser>> mfaRuleTopic{"mfa_rule"};

/// All of it, after a change of another process that says nothing of what it was.
struct ReadAgain {
    std::vector<std::pair<LiveSessions::SessionPointer, UserId>> sessions;
    std::vector<LiveUser> users;
    std::vector<std::pair<std::shared_ptr<const KeyRecord>, KeyUse>> keys;
    std::vector<LiveOwner> owners;
};
inline constexpr storage::Topic<ReadAgain> readAgainTopic{"identity"};

} // namespace sallyport::identity
