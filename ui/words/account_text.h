#pragma once

#include "backend/base/error.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

/// Active or Disabled.
Mark accountState(const identity::ServiceAccount& account);
/// Every word that it knows.
QStringList accountStateWords();
/// The line under a field of an account that was refused.
QString accountFieldText(const FieldError& error);

} // namespace sallyport::ui
