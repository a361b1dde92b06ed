#pragma once

#include "backend/services/drills.h"
#include "ui/words/user_text.h"

#include <QString>

namespace sallyport::ui {

/// `Many passwords for one account`, in the reader's language.
QString drillTitle(const DrillCheck& check);
/// `Sign-in`: what kind of thing it tries.
QString drillGroupText(const std::string& group);
/// What was seen: `5 guesses were looked at`, `comment 3: answered with 403`.
QString drillNote(const DrillCheck& check);
/// Caught, missed, served or wrongly refused.
Mark drillVerdict(const DrillCheck& check);
/// Every word that drillVerdict knows.
QStringList drillVerdictWords();

} // namespace sallyport::ui
