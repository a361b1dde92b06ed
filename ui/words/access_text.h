#pragma once

#include "ui/words/user_text.h"

#include "backend/access/cel/problem.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/access/policies/attributes.h"
#include "backend/access/policies/policy.h"

namespace sallyport::ui {

/// `Change records` for `records:update`; a word that this program doesn't know stays itself.
QString actionText(const std::string& action);
/// `Record`, `Comment`, `File`.
QString objectKindText(const std::string& kind);
/// `Public`, `Internal`, `Confidential`, `Restricted`.
QString classificationText(const std::string& classification);

/// `Allow`, `Deny`.
QString effectText(access::PolicyEffect effect);
/// `Draft`, `Observed`, `Enforced`.
Mark policyStateMark(access::PolicyState state);
QStringList policyStateWords();
/// `Read records, change records`.
QString policyActionsText(const access::Policy& policy);
/// The first of them and how many more there are.
QString policyActionsBrief(const access::Policy& policy);

/// What an attribute of conditions is, in the language of the window.
QString attributeMeaning(const access::policies::AttributeInfo& attribute);
/// What is wrong with a condition. What this program has no words for stays English, as the compiler says it.
QString conditionProblemText(const access::cel::Problem& problem);

} // namespace sallyport::ui
