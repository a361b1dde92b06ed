#pragma once

#include "backend/audit/event.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// The version of the schema that is written.
inline constexpr std::string_view ocsfVersion = "1.8.0";

/// Appends the event as one object of the Open Cybersecurity Schema Framework on one line, without a line end: what every
/// class has, what its own class asks for, and under `unmapped` the rest as we know it. Strings are escaped as in
/// appendEventJson().
void appendOcsf(std::string& to, const Event& event);

} // namespace sallyport::audit
