#pragma once

#include <QString>

#include <string>

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

QString attackClassTitle(protection::detection::AttackClass attackClass); ///< `SQL injection`
QString detectionModeTitle(settings::ControlMode mode);                   ///< `Block`
QString inspectionStageTitle(protection::detection::StageKind kind);      ///< `As received`
QString tokenRoleTitle(protection::detection::TokenRole role);            ///< `Closes text`
/// What the rule is called; the product's are in English for now.
QString detectionRuleTitle(const std::string& id, const std::string& title = {});
/// Where it stood: `content`, `path`, `User-Agent`.
QString hitPlace(protection::detection::PartKind part, const std::string& member);
/// Who sent it, or from where.
QString hitSender(const protection::DetectionHit& hit);

} // namespace sallyport::ui
