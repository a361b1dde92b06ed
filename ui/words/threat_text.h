#pragma once

#include "backend/protection/lists/address_rule.h"
#include "backend/protection/threats/threats.h"
#include "ui/look/tokens.h"

#include <QString>

namespace sallyport::ui {

/// `Attack`, `Probing`, `Volume`, `Other`.
QString threatGroupText(protection::ThreatGroup group);
/// The colour in which signals of the group are drawn.
Token threatGroupFill(protection::ThreatGroup group);

/// `Failed sign-ins`, as a title.
QString threatSignalTitle(protection::ThreatSignal signal);
/// What it counted, beside its title: `31 of 36 in 60 s`, `/.env, once`, `every request`.
QString threatSignalFacts(const protection::ThreatPart& part);
/// Both in a few words after its points: `failed sign-ins 12`, `scanning 34 paths`, `no agent`.
QString threatSignalWords(const protection::ThreatPart& part);
/// What counts for it, for who sets its points: `Many different paths in a minute`.
QString threatSignalMeaning(protection::ThreatSignal signal);

/// `Scanning: 34, 60 s`: a signal that led to a ban, by its word.
QString banSignalText(const protection::BanSignal& signal);

} // namespace sallyport::ui
