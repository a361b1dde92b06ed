#pragma once

#include "backend/audit/event.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// The version of the schema that is written.
inline constexpr std::string_view ocsfVersion = "1.8.0";

/// Appends the event as one object of the Open Cybersecurity Schema Framework on one line, without a line end: what every
/// class has, what its own class asks for, and under `unmapped` the rest as we know it. Strings are escaped as in
/// appendEventJson(). `damage`, what is known of the journal's, is a member of `unmapped`, named as in a CSV's head.
void appendOcsf(std::string& to, const Event& event, std::string_view damage = {});

} // namespace sallyport::audit
