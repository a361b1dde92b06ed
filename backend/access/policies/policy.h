#pragma once

#include "backend/access/permission.h"
#include "backend/access/resource.h"
#include "backend/base/clock.h"
#include "backend/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::access {

using PolicyId = Id<struct PolicyTag>;

enum class PolicyEffect : std::uint8_t { Allow, Deny };
/// Draft: kept, never asked. Observe: asked and reported, decides nothing. Enforce: decides.
enum class PolicyState : std::uint8_t { Draft, Observe, Enforce };

/// `allow` | `deny`
std::string_view effectWord(PolicyEffect effect) noexcept;
std::optional<PolicyEffect> findEffect(std::string_view word) noexcept;
/// `draft` | `observe` | `enforce`
std::string_view stateWord(PolicyState state) noexcept;
std::optional<PolicyState> findState(std::string_view word) noexcept;

/// A rule about objects: for these actions on these kinds, where the condition holds.
struct Policy {
    PolicyId id;
    std::string name; ///< unique without regard to case
    std::string note;
    PolicyEffect effect = PolicyEffect::Allow;
    std::vector<Permission> actions;     ///< in the order of the permissions, each once
    std::vector<ResourceKind> resources; ///< the same
    std::string condition;               ///< CEL, gives a bool
    PolicyState state = PolicyState::Draft;
    std::int64_t version = 1;
    UtcTime createdAt;
    std::string createdBy;
    UtcTime changedAt;
    std::string changedBy;

    /// All but who and when.
    bool saysTheSame(const Policy& other) const;
};

/// Whether policies decide about it: what is done to records, comments and files.
bool isPolicyAction(Permission permission) noexcept;

} // namespace sallyport::access
