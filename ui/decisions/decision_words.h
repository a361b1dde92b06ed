#pragma once

#include "ui/words/access_text.h"

#include "backend/authorization/decision_log.h"

namespace sallyport::ui {

/// `Allowed`, `Refused`, `Would be refused` (by an observed policy).
Mark decisionMark(const authorization::RecordedDecision& decision);
/// Every word that decisionMark knows.
QStringList decisionMarkWords();
/// `No role gives “Change records”`, `Refused by “Night shift”`.
QString decisionReason(const authorization::RecordedDecision& decision);
/// `A request`, `A list`, `A check`, `The simulator`.
QString decisionSource(const std::string& source);
/// `Record “Ward plan”`; its id, if the reader may not know what it is called or it is gone.
QString decisionObject(const authorization::RecordedDecision& decision);
/// The name of who asked, or that nobody was signed in.
QString decisionSubject(const authorization::RecordedDecision& decision);

} // namespace sallyport::ui
