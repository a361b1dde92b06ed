#pragma once

#include "backend/api/call.h"
#include "backend/protection/detection/detector.h"

#include <optional>
#include <span>

namespace sallyport::api {

/// Looks at parts of a request. What is only noticed is written down and passes; what is to be stopped is the error, with
/// `call.hit`.
std::optional<Error> inspectParts(Call& call, std::span<const protection::detection::Part> parts);

} // namespace sallyport::api
