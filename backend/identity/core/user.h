#pragma once

#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/base/secret_bytes.h"
#include "backend/identity/core/role_assignment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

enum class UserStatus { Active, Disabled, Invited };

/// A user as the console and the API may see it. No hash, no secret.
struct User {
    UserId id;
    std::string name;
    std::string email;
    std::optional<int> age;
    std::string department;
    std::vector<std::string> roles;          ///< role names, sorted; those that are in force
    std::vector<RoleAssignment> assignments; ///< of the same roles, in the same order
    UserStatus status = UserStatus::Active;
    /// False: whoever asked may not see how the user signs in (sign_in_facts.h), and what is below, up to `createdAt`, is empty.
    bool signInFacts = true;
    bool mfaEnabled = false; ///< has an authenticator app or passkeys
    bool authenticatorApp = false;
    int passkeys = 0;
    int recoveryCodesLeft = 0;
    std::optional<UtcTime> mfaRequiredSince; ///< a role requires a second factor since then; for the deadline see mfa_rule.h
    std::optional<UtcTime> lockedUntil;      ///< sign-in is held back until then
    std::optional<UtcTime> lastSignInAt;
    std::string lastSignInAddress;
    std::optional<UtcTime> passwordChangedAt;
    UtcTime createdAt;
    std::string createdBy; ///< a name
    UtcTime updatedAt;
    std::int64_t version = 1; ///< counts changes; for optimistic locking
};

/// What a new user needs. Without `password` the answer carries a single-use invitation.
struct NewUser {
    std::string name;               ///< 1..100 printable characters
    std::string email;              ///< RFC 5321 mailbox, at most 254; unique without regard to case
    std::optional<int> age;         ///< 18..120
    std::string department;         ///< at most 100
    std::vector<std::string> roles; ///< default {"viewer"}
    std::optional<SecretBytes> password;
    /// In place of a password its hash from another system (passwords/imported_hash.h); an empty one is none.
    std::optional<std::string> passwordHash = {};
};

/// Only what is set changes.
struct UserPatch {
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<std::optional<int>> age;
    std::optional<std::string> department;
    std::optional<std::int64_t> expectedVersion; ///< PreconditionFailed if the user has another
};

struct UserQuery {
    enum class Sort { Name, Email, Department, Status, Mfa, LastSignIn, Created };
    /// Off: without a second factor. Due, Overdue: active users of a role that requires one, in time or too late. FewCodes:
    /// with one and fewer than fewRecoveryCodes.
    enum class Mfa { Any, On, Off, Due, Overdue, FewCodes };
    std::string text;                ///< substring of name or e-mail, literal, case-insensitive
    std::optional<std::string> role; ///< role name
    std::optional<UserStatus> status;
    bool lockedOnly = false;
    Mfa mfa = Mfa::Any;
    /// Only users that may sign in or are invited, were made so many days ago and since then neither signed in nor used a
    /// session. 1..inactiveDaysLimit. Reckoned in whole hours; the use of an API key is nobody's sign-in.
    std::optional<int> inactiveDays;
    Sort sort = Sort::Name;
    bool descending = false;
    std::uint32_t limit = 50; ///< 1..200
    std::uint64_t offset = 0; ///< for the window's virtual table
    std::string cursor;       ///< for the API; wins over offset; InvalidArgument if not one of ours
};

inline constexpr int inactiveDaysLimit = 3650; ///< ten years

struct UserPage {
    std::vector<User> users;
    std::int64_t total = 0;
    std::string nextCursor; ///< empty: this is the last page
};

struct UserStatistics {
    std::int64_t total = 0, active = 0, disabled = 0, invited = 0, locked = 0;
};

/// A secret that is shown once: an invitation or a password reset.
struct OneTimeLink {
    SecretBytes token;
    UtcTime expiresAt;
};

} // namespace sallyport::identity
