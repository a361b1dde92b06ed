#pragma once

#include "backend/retention/retention.h"

#include <QString>

namespace sallyport::ui {

/// `12,345 events, 3 May 2026 to 1 Jun 2026`, or why none.
QString dueText(const retention::DueEvents& due);
/// `400 days`.
QString daysText(std::int64_t days);
/// `Sign-in succeeded` for a word, `auth.*` for a family.
QString kindRuleText(const std::string& kind);
/// What a hold keeps.
QString heldText(const retention::LegalHold& hold);

} // namespace sallyport::ui
