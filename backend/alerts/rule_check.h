#pragma once

#include "backend/access/actor.h"
#include "backend/alerts/alert_rule.h"
#include "backend/alerts/notifier.h"
#include "backend/base/result.h"

namespace sallyport::alerts {

/// ValidationFailed with what is wrong; brings name and note into their form.
[[nodiscard]] Result<void> checkDraft(AlertDraft& draft, const Notifier& notifier);
/// What it takes to do it; nothing for a notice.
std::optional<access::Permission> permissionOf(ActionKind kind) noexcept;
/// What it takes to undo it; nothing if it can't be.
std::optional<access::Permission> permissionToUndo(ActionKind kind) noexcept;
/// PermissionDenied for the first of the rule's actions that the actor may not do.
[[nodiscard]] Result<void> requireActions(const access::Actor& actor, const AlertDraft& draft);

} // namespace sallyport::alerts
