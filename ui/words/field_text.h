#pragma once

#include "backend/base/error.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::ui {

/// A name as it will be stored: without what cannot be seen at its ends (base/name_text.h).
QString nameText(const QString& typed);

/// The line under a field that was refused, by the rule that it breaks.
QString fieldErrorText(const FieldError& error);

/// What would make a password better (identity::PasswordStrength::advice), as one line; empty if nothing would.
QString passwordAdvice(const std::vector<std::string>& advice);

/// The line for a broken password rule (identity::PasswordStrength::broken); `minimumLength` for the length's.
QString passwordRuleText(const FieldError& broken, unsigned minimumLength);

} // namespace sallyport::ui
