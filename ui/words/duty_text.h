#pragma once

#include "backend/audit/upkeep.h"

#include <QString>

namespace sallyport::ui {

/// `Rotation of the signing key`, in the operator's language.
QString dutyTitle(audit::Duty duty);
/// The same with why it fails: `Rotation of the signing key: the disk is full`.
QString dutyProblem(const audit::DutyState& state);

} // namespace sallyport::ui
