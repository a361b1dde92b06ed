#pragma once

#include "backend/api/call.h"
#include "backend/api/stage.h"
#include "backend/audit/event.h"
#include "backend/base/error.h"
#include "backend/base/fault.h"

#include <memory>
#include <span>

namespace sallyport::api {

/// The record of a request that `stage` (an index) refused: who, where, why and what each stage saw.
audit::Event refusalEvent(const Call& call, std::span<const std::unique_ptr<const Stage>> stages, std::size_t stage,
                          const Error& error);

/// The record of an error that the endpoint came back with, or nothing if the service has recorded it or none is due.
std::optional<audit::Event> failureEvent(const Call& call, const Error& error);

/// The record of what the detector has only noticed.
audit::Event observedEvent(const Call& call, const protection::DetectionHit& hit);

/// The record of an exception that ended a request.
audit::Event faultEvent(const Call& call, const Fault& fault, const Error& error);

} // namespace sallyport::api
