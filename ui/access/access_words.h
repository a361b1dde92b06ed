#pragma once

#include "ui/words/user_text.h"

#include "backend/authorization/access_review.h"

namespace sallyport::ui {

/// What somebody has: `Editor`, `Duty physician`, `nightly` (a key).
QString heldTitle(const authorization::HeldAccess& held);
/// How that comes: `Role`, `Through Viewer`, `Inherits Viewer, Reader`, `Key: Read records +2`.
QString heldWay(const authorization::HeldAccess& held);
/// When it ends; a warning if that is soon.
Mark heldEnd(const authorization::HeldAccess& held, UtcTime now);
/// When it was last used; a warning if never.
Mark heldUse(const authorization::HeldAccess& held, UtcTime now);
/// `ada@clinic.example`, `Service account`.
QString heldBeside(const authorization::HeldAccess& held);
/// Active, Disabled or Invited.
Mark holderState(const authorization::HeldAccess& held);

} // namespace sallyport::ui
