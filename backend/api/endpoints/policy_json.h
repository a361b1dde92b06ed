#pragma once

#include "backend/authorization/access_checks.h"
#include "backend/authorization/decision_log.h"
#include "backend/authorization/policies.h"

#include <boost/json/object.hpp>

namespace sallyport::api {

boost::json::object toJson(const access::Policy& policy);
boost::json::object toJson(const authorization::Replay& replay);
boost::json::object toJson(const authorization::CheckAnswer& answer);
/// With question and trace if they are there.
boost::json::object toJson(const authorization::RecordedDecision& decision);

/// Of a body that its schema has let through.
authorization::NewPolicy newPolicyOf(const boost::json::object& body);
authorization::PolicyPatch policyPatchOf(const boost::json::object& body);

} // namespace sallyport::api
