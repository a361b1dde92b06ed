#pragma once

#include "backend/audit/event.h"

#include <boost/json/fwd.hpp>

namespace sallyport::api {

/// An event as the API shows it.
boost::json::object toJson(const audit::Event& event);

} // namespace sallyport::api
