#pragma once

#include "backend/access/role.h"
#include "backend/identity/core/user.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"

#include <optional>
#include <vector>

namespace sallyport::identity {

struct Core;

/// When the grace period of someone is over whose role requires a second factor since `requiredSince`.
UtcTime mfaDeadline(UtcTime requiredSince, const settings::Values& values) noexcept;
/// True from the deadline on; never without a rule.
bool mfaOverdue(const std::optional<UtcTime>& requiredSince, const settings::Values& values, UtcTime now) noexcept;
/// The deadline of a user without a second factor whose role requires one.
std::optional<UtcTime> mfaDeadlineOf(const User& user, const settings::Values& values) noexcept;

/// Since when a role of the user `u` has required a second factor of it, NULL for never: the earliest, over its roles,
/// of the later of "the role requires it" and "it has the role".
#define SALLYPORT_MFA_REQUIRED_SINCE                                                                                             \
    "(SELECT MIN(CASE WHEN ur.assigned_at > m.since THEN ur.assigned_at ELSE m.since END) FROM user_roles ur "                   \
    "JOIN mfa_rules m ON m.role = ur.role WHERE ur.user_id = u.id)"

/// Brings the table of rules to what the settings say of the roles: those that are named and all that inherit from them, for
/// who may as much must prove as much. Roles that stay required keep their time. Tells of those whose rule is another one now
/// (mfaRuleTopic), with the members that memory shows.
Result<void> storeMfaRules(storage::Transaction& transaction, const settings::Values& values,
                           const std::vector<access::Role>& roles, UtcTime now);

} // namespace sallyport::identity
