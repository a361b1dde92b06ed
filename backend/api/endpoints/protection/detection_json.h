#pragma once

#include "backend/protection/inspection/detection_rules.h"

#include <boost/json/object.hpp>

namespace sallyport::api {

boost::json::object toJson(const protection::DetectionOverview& overview);
boost::json::object toJson(const protection::DetectionClass& one);
boost::json::object toJson(const protection::DetectionRule& rule);
boost::json::object toJson(const protection::DetectionExclusion& exclusion);
boost::json::object toJson(const protection::ExclusionPreview& preview);
/// With its findings, if there are any.
boost::json::object toJson(const protection::DetectionHit& hit);
boost::json::object toJson(const protection::DryRun& run);
boost::json::object toJson(const protection::TestedRequest& tested);

// Of bodies that their schemas have let through.
protection::detection::OwnRule ownRuleOf(const boost::json::object& body, protection::detection::OwnRule base);
protection::NewExclusion exclusionOf(const boost::json::object& body);
protection::RulePatch rulePatchOf(const boost::json::object& body);
protection::DetectionDraft draftOf(const boost::json::object& body);

} // namespace sallyport::api
