#pragma once

#include "backend/access/permission.h"
#include "backend/access/resource.h"

#include <optional>
#include <vector>

namespace sallyport::access {

/// One thing that has to be allowed before something is done.
struct Step {
    Permission action = Permission::RecordsRead;
    bool ofRecord = false; ///< about the record on which the object hangs, not about the object itself
    bool operator==(const Step&) const = default;
};

/// The permission by which an object of this kind is seen at all.
Permission readActionOf(ResourceKind kind) noexcept;
/// What is enough in place of the action's permission where the object is one's own: who wrote a comment changes it with
/// `comments:create`.
std::optional<Permission> ownEnough(Permission action) noexcept;
/// `records:create`, `comments:create`, `files:create`: of an object that isn't there yet.
bool makesNew(Permission action) noexcept;

/// What is asked of one object in this order; the last is the action itself. What refuses before that hides the object. By this
/// the services refuse, and questions are answered.
std::vector<Step> stepsOf(Permission action, ResourceKind kind, bool hangsOnRecord);

} // namespace sallyport::access
