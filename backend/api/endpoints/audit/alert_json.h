#pragma once

#include "backend/alerts/alert_rule.h"
#include "backend/alerts/incident.h"
#include "backend/base/result.h"

#include <boost/json/fwd.hpp>

namespace sallyport::api {

boost::json::object toJson(const alerts::AlertRule& rule);
boost::json::object toJson(const alerts::AlertTrial& trial);
boost::json::object toJson(const alerts::Incident& incident);
boost::json::object toJson(const alerts::IncidentDetail& detail);

/// What the body says, over `before`; a body that has passed its schema. ValidationFailed for a time of day that is none.
[[nodiscard]] Result<alerts::AlertDraft> alertDraftOf(const boost::json::object& body, alerts::AlertDraft before);

} // namespace sallyport::api
