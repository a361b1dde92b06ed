#pragma once

#include "backend/identity/core/api_key.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

/// Active, New, Rotating, Stale, Over-scoped, Owner disabled, Expired or Revoked: what needs attention first.
Mark keyState(const identity::ApiKey& key, UtcTime now);
/// Its words; numbers in them are usual ones.
QStringList keyStateWords();
/// True for one that was made within a day and was never used.
bool isNew(const identity::ApiKey& key, UtcTime now);

} // namespace sallyport::ui
