#pragma once

#include "backend/base/error.h"
#include "backend/protection/lists/address_rule.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

/// Banned by score, blocked by hand or always allowed.
Mark addressRuleKind(const protection::AddressRule& rule);
QStringList addressRuleKindWords();
/// `Score 97`, or who made it.
QString addressRuleBy(const protection::AddressRule& rule);
/// `In 49 min`, or that it stays.
QString addressRuleEnd(const protection::AddressRule& rule, UtcTime now);
QStringList addressRuleEndWords();
/// How long it lasts from its beginning: `1 h`; empty if it has no end.
QString addressRuleLength(const protection::AddressRule& rule);

/// What the operator may choose as an end, in seconds from now; 0: none.
QList<qint64> addressRuleTimes();
/// `For 1 h`, `Until it is removed`.
QString addressRuleTimeText(qint64 seconds);

/// The line for a field of a rule that was refused, or for the rule as a whole: empty if nothing is known about it.
QString addressRuleErrorText(const Error& error);

} // namespace sallyport::ui
