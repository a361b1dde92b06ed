#pragma once

#include "backend/identity/core/api_key.h"
#include "ui/words/key_state.h"
#include "ui/words/user_text.h"

#include <QStringList>

namespace sallyport::ui {

/// `14 Feb 2027`, or with a warning `In 3 days`.
Mark keyExpiry(const identity::ApiKey& key, UtcTime now);
/// `Add users, read roles`; where that is too long, or of many, the first and how many more: `Read records +6`.
QString scopesText(const std::vector<std::string>& scopes);
/// The title of every scope.
QStringList scopeTitles(const std::vector<std::string>& scopes);
/// `600/h`; a dash without a limit of its own.
QString keyRateText(const std::optional<settings::RateLimit>& rate);
/// For tool tips: `24 Nov 2026 14:31:52`, empty for never.
QString exactText(const std::optional<UtcTime>& time);

} // namespace sallyport::ui
